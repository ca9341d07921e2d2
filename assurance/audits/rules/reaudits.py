"""Rules of re-audits: an audit that repeats an earlier one, held against its grade."""

from assurance.runtime.periods import say_day

BETTER, SAME, WORSE, NOT_COMPARED = "better", "same", "worse", "not_compared"
OUTCOMES = {
    BETTER: "Better than at the first audit",
    SAME: "As at the first audit",
    WORSE: "Worse than at the first audit",
    NOT_COMPARED: "Not graded on one scale both times",
}


def why_not_repeat(earlier, audited_on, pk=None, was=None):
    """The sentence that refuses `earlier` as the audit that one done on `audited_on` repeats, or
    None. `pk` is the later one's key, `was` the key of the one that it repeated before."""
    if earlier is None:
        return None
    if earlier.pk == pk:
        return "An audit cannot repeat itself: enter the reference of the earlier one"
    if earlier.withdrawn_on and earlier.pk != was:
        return f"Audit {earlier.reference} was withdrawn: enter another one, or none"
    if audited_on and audited_on <= earlier.audited_on:
        return (
            f"Audit {earlier.reference} was done on {say_day(earlier.audited_on)}: a re-audit "
            "comes after it; check both"
        )
    return None


def why_not_known(reference, earlier):
    """The sentence that refuses the `reference` of an audit that is not there, or None."""
    if reference and earlier is None:
        return f"No case audit has the reference {reference}: check it"
    return None


def outcome(first, second):
    """How the grade of a re-audit compares with that of the first: one of `OUTCOMES`. Grades are
    (key of the scale, place in it, 1 the best), or None for no grade."""
    if first is None or second is None or first[0] != second[0]:
        return NOT_COMPARED
    if first[1] == second[1]:
        return SAME
    return BETTER if second[1] < first[1] else WORSE


def words_of_outcome(first, second):
    """The same of two grades as rows, or None for none, in words with both grades."""
    places = [grade and (grade.scale_id, grade.order) for grade in (first, second)]
    result = outcome(*places)
    if result == NOT_COMPARED:
        return OUTCOMES[result]
    if result == SAME:
        return f"{OUTCOMES[result]}: {second.label}"
    return f"{OUTCOMES[result]}: {first.label}, now {second.label}"
