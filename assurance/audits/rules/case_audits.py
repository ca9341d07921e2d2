"""Rules of case-file audits: what may be recorded, and the plain twins of the readings.

Domain 4.2: an audit is done, then shared with the worker, then the discussion is recorded on the
child's record; a grade changed at moderation keeps both.
"""

from assurance.audits.rules.moderation import KEPT, LOWERED, RAISED, outcome
from assurance.runtime.periods import say_day
from assurance.runtime.typography import with_capital

BOUND_TOGETHER = (
    *("audited_on", "team", "first_grade", "moderated_grade"),
    *("shared_on", "recorded_on"),
)
MODERATIONS = {
    KEPT: "Grade kept at moderation",
    RAISED: "Grade raised at moderation",
    LOWERED: "Grade lowered at moderation",
}
COUNTED = ("start", "end", "done", "shared", "recorded")
# The other fields that a fault at a field speaks of.
SPEAKS_OF = {
    "team": ("audited_on",),
    "first_grade": ("audited_on",),
    "moderated_grade": ("audited_on", "first_grade"),
    "shared_on": ("audited_on",),
    "recorded_on": ("shared_on",),
}


def why_not_share(audited_on, shared_on):
    """The sentence that refuses `shared_on`, or None."""
    if shared_on and audited_on and shared_on < audited_on:
        return (
            f"The audit was done on {say_day(audited_on)}, so it cannot have been shared "
            f"on {say_day(shared_on)}: check both dates"
        )
    return None


def why_not_record(shared_on, recorded_on):
    """The sentence that refuses `recorded_on`, the day the shared discussion was recorded, or
    None."""
    if not recorded_on:
        return None
    if not shared_on:
        return (
            "Enter the date the audit was shared with the worker: only a shared audit has a "
            "discussion to record"
        )
    if recorded_on < shared_on:
        return (
            f"The audit was shared on {say_day(shared_on)}, so its discussion cannot have been "
            f"recorded on {say_day(recorded_on)}: check both dates"
        )
    return None


def why_not_grade(audited_on, grade):
    """The sentence that refuses `grade` for an audit done on `audited_on`, or None.

    `grade` is a row with `label` and `scale`, or None for an audit that was not graded.
    """
    if grade is None or audited_on is None or in_force(grade.scale, audited_on):
        return None
    return (
        f"“{grade.label}” belongs to “{grade.scale.title}”, which was not in force on "
        f"{say_day(audited_on)}: choose a grade of the scale in force then"
    )


def why_not_moderate(first_grade, moderated_grade):
    """The sentence that refuses a moderated grade, or None."""
    if moderated_grade is None:
        return None
    if first_grade is None:
        return "Choose the first grade too: moderation confirms or changes it"
    if first_grade.scale_id != moderated_grade.scale_id:
        return "Choose a grade of the same scale as the first grade"
    return None


def say_moderation(first_grade, moderated_grade):
    """What moderation came to, in words; None where there was none. Grades of one scale carry their
    `order`, 1 the best."""
    if moderated_grade is None or first_grade is None:
        return None
    result = outcome(first_grade.order, moderated_grade.order)
    if result == KEPT:
        return "Confirmed"
    return f"{with_capital(result)} from {first_grade.label} to {moderated_grade.label}"


def why_not_auditor_team(own_team, team, auditor_team):
    """The sentence that refuses the team that an auditor of another team belongs to, or None."""
    if auditor_team is None or own_team is None:
        return None
    if own_team:
        return "The auditor belongs to the team that was audited: leave the other team empty"
    if auditor_team == team:
        return f"{auditor_team} is the team that was audited: choose the auditor’s own, or none"
    return None


def why_not_themes(audited_on, themes, held=()):
    """The sentence that refuses themes for an audit done on `audited_on`, or None; `held` are the
    keys of those that it has already."""
    for theme in themes:
        if theme.withdrawn_on and theme.pk not in held:
            return f"“{theme.title}” was withdrawn: choose another theme"
        if audited_on and not in_force(theme, audited_on):
            return f"“{theme.title}” was not in use on {say_day(audited_on)}: choose another theme"
    return None


def why_not_team(audited_on, team):
    """The sentence that refuses `team` for an audit done on `audited_on`, or None."""
    if team is None or audited_on is None or in_force(team, audited_on):
        return None
    if audited_on < team.from_date:
        return f"{team.name} began on {say_day(team.from_date)}: choose the team of the audit’s day"
    return f"{team.name} ended on {say_day(team.to_date)}: choose the team of the audit’s day"


def why_not_change(words_removed_on):
    """The sentence that refuses a change of an audit whose words were removed, or None."""
    if words_removed_on is None:
        return None
    day = say_day(words_removed_on)
    return f"The words of this audit were removed on {day}, so it cannot be changed"


def why_not_refer(clash):
    """The sentence that refuses a reference, or None; `clash` is the audit that has it, or None."""
    if clash is None:
        return None
    if clash.withdrawn_on:
        return (
            f"This reference belonged to an audit withdrawn on {say_day(clash.withdrawn_on)}: "
            "give the new one another reference"
        )
    return (
        f"This reference belongs to the audit of {say_day(clash.audited_on)}: "
        "check it, or give this one another reference"
    )


def faults(audited_on, team, first_grade, moderated_grade, shared_on, recorded_on):
    """(field, sentence) of everything in one audit that does not fit together, in the order of the
    form."""
    matches = (
        ("team", why_not_team(audited_on, team)),
        ("first_grade", why_not_grade(audited_on, first_grade)),
        (
            "moderated_grade",
            why_not_grade(audited_on, moderated_grade)
            or why_not_moderate(first_grade, moderated_grade),
        ),
        ("shared_on", why_not_share(audited_on, shared_on)),
        ("recorded_on", why_not_record(shared_on, recorded_on)),
    )
    return [(field, sentence) for field, sentence in matches if sentence]


def faults_of_audit(values):
    """The same of an audit's `values`, field by name, and the auditor's team."""
    yield from faults(**{name: values[name] for name in BOUND_TOGETHER})
    whose = (values[name] for name in ("own_team", "team", "auditor_team"))
    yield "auditor_team", why_not_auditor_team(*whose)


def faults_beside_moderation(values):
    """The same where the grade at moderation stands and cannot be chosen: what does not fit it is
    of the first grade."""
    moderated = values["moderated_grade"]
    for field, sentence in faults_of_audit(values):
        if field == "moderated_grade":
            sentence = (
                f"The grade at moderation is “{moderated.label}” of “{moderated.scale.title}”: "
                "choose a first grade of that scale"
            )
            field = "first_grade"
        yield field, sentence


def why_not_title(slug, clash):
    """The sentence that refuses a total's title, or None; `slug` is what is made of it."""
    if not slug:
        return "The title needs letters or numbers: it names the total"
    if clash:
        return "A total with this title is kept already: give this one another title"
    return None


def why_not_name_scale(slug, clash):
    """The sentence that refuses a scale's title, or None; `slug` is what is made of it."""
    if not slug:
        return "The title needs letters or numbers: it names the scale"
    return "There is a scale of this title already: give this one another" if clash else None


def why_not_grades(grades):
    """The sentence that refuses a scale's grades, (code, label) pairs, or None."""
    codes = [code for code, _ in grades]
    if len(grades) < 2:
        return "Enter two grades or more, one on each line"
    if "" in codes or len(set(codes)) < len(codes):
        return "Enter grades that differ in their letters and numbers"
    if clash := {"not_graded", "not_broken_down"} & set(codes):
        return f"“{dict(grades)[clash.pop()]}” is not a grade: an audit without one is not graded"
    if longest := [label for _, label in grades if len(label) > 80]:
        return f"“{longest[0][:20]}…” is too long: a grade has 80 characters or fewer"
    return None


def why_not_end_scale(from_date, to_date):
    """The sentence that refuses the last day of a scale in force from `from_date`, or None."""
    if from_date and to_date and to_date < from_date:
        return f"The scale applies from {say_day(from_date)}: it cannot end before that date"
    return None


def why_not_move_scale(from_date, to_date, first, last):
    """The sentence that refuses a scale's days, or None; `first` and `last` are the days of the
    earliest and the latest audit graded by it, None where there is none."""
    if sentence := why_not_end_scale(from_date, to_date):
        return sentence
    if first and (first < from_date or (to_date and to_date < last)):
        return (
            f"Audits done from {say_day(first)} to {say_day(last)} carry grades of this scale: "
            "its days must include theirs"
        )
    return None


def faults_of_total(start, end, done, shared, recorded):
    """(field, sentence) of everything in an entered total that does not fit together; `shared` and
    `recorded` are None where they are not known."""
    matches = []
    if start and end and end < start:
        matches.append(("end", "The period must end on or after its start date"))
    if shared is not None and done is not None and shared > done:
        audits = "1 audit was" if done == 1 else f"{done} audits were"
        matches.append(("shared", f"Only {audits} done, so {shared} cannot be shared"))
    if recorded is not None and shared is None:
        matches.append(("recorded", "Enter how many were shared: those recorded are some of them"))
    elif recorded is not None and recorded > shared:
        matches.append(("recorded", f"Only {shared} were shared, so {recorded} cannot be recorded"))
    return matches


def in_force(dated, day):
    """Whether `dated`, with `from_date` and `to_date` or None, holds on `day`; both ends count."""
    return dated.from_date <= day and (dated.to_date is None or day <= dated.to_date)


def overlaps(dated, when):
    """Whether `dated`, with `from_date` and `to_date` or None, holds on some day of `when`."""
    return dated.from_date <= when.end and (dated.to_date is None or when.start <= dated.to_date)


def done_in(audit, when):
    """Whether a standing `audit` was done within `when`, both ends included."""
    return audit.withdrawn_on is None and when.start <= audit.audited_on <= when.end


def shared_by(audit, day):
    """Whether `audit` had been shared with the worker by the end of `day`."""
    return audit.shared_on is not None and audit.shared_on <= day


def recorded_by(audit, day):
    """Whether `audit` had been shared, and its discussion recorded, by the end of `day`."""
    return shared_by(audit, day) and audit.recorded_on is not None and audit.recorded_on <= day


def final_grade(audit):
    """The code of the grade that counts, the moderated one where there is one; empty for none."""
    grade = audit.moderated_grade or audit.first_grade
    return grade.code if grade else ""


def total_within(total, when):
    """Whether a standing entered total's whole period lies within `when`."""
    return total.withdrawn_on is None and when.start <= total.start and total.end <= when.end


def faults_of(audit, value):
    """The sentences that refuse the days `said` (`shared_on`, `recorded_on` or both) for `audit`;
    what stands already counts for a day that is not said."""
    current = {name: value.get(name, getattr(audit, name)) for name in BOUND_TOGETHER}
    return [sentence for _, sentence in faults(**current)]
