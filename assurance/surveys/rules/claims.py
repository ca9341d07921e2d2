"""Claims about a series, such as “growing”, held against its waves.

Two waves that are both counted, or both stated, are compared exactly; a counted one is compared
with a stated one as that is rounded, since nobody knows more of it. A bound, or a question put in
other words, compares with nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from assurance.charts.findings import FELL, ROSE, steps_of
from assurance.charts.tables import Bar, Chart
from assurance.surveys.rules.answers import answer_text, plain, remark, say_share, share, whole

GROWING, FALLING, HIGHEST, STEADY = "growing", "falling", "highest", "steady"
CLAIMS = {
    GROWING: "Growing: no wave lower than the one before, and the last above the first",
    FALLING: "Falling: no wave higher than the one before, and the last below the first",
    HIGHEST: "Highest yet: the last wave above every wave before it",
    STEADY: "Steady: no two waves differ by more than five points",
}
# Ours: within it nobody could tell a change from chance at the bases that such surveys have.
STEADY_POINTS = 5
YES = "Answered yes, of all who answered"
BORNE_OUT, NOT_BORNE_OUT, CANNOT = "borne out", "not borne out", "cannot be tested"


@dataclass(frozen=True)
class Verdict:
    """What a series says of a claim: one of the three words, and why."""

    word: str
    why: str

    @property
    def colour(self):
        """The colour of its tag."""
        return {BORNE_OUT: "green", NOT_BORNE_OUT: "orange", CANNOT: "grey"}[self.word]

    @property
    def sentence(self):
        """Both, such as “not borne out: it fell from 65% (2015) to 54% (2017)”."""
        return f"{self.word}: {self.why}"


def weigh(claim: str, answers: Sequence) -> Verdict:
    """`claim` against the standing `answers` to one question, in the order of waves."""
    if reason := why_not_test(answers):
        return Verdict(CANNOT, reason)
    return {
        GROWING: lambda: _one_way(answers, 1),
        FALLING: lambda: _one_way(answers, -1),
        HIGHEST: lambda: _highest(answers),
        STEADY: lambda: _steady(answers),
    }[claim]()


def why_not_test(answers):
    """Why no claim can be tested against a series, or None."""
    if not answers:
        return "no wave has an answer to it"
    if len(answers) == 1:
        return f"only one wave has an answer to it, {answers[0].wave.label}"
    if bound := next((answer for answer in answers if answer.bound), None):
        return f"{bound.wave.label} records only “{say_share(bound)}”"
    for earlier, later in pairwise(answers):
        if plain(earlier.wording) != plain(later.wording):
            return f"the wording changed between {earlier.wave.label} and {later.wave.label}"
    return None


def stood_still(answers: Sequence) -> str:
    """Between which two waves that can be compared nothing moved, in words; empty where none."""
    if why_not_test(answers):
        return ""
    pairs = (pair for pair in pairwise(answers) if not moved(*pair))
    return next((_from_to(*pair) for pair in pairs), "")


def _one_way(answers, way):
    """Whether no step goes against `way` (1 up, -1 down) and the whole of it goes along."""
    for earlier, later in pairwise(answers):
        if way * moved(earlier, later) < 0:
            return Verdict(NOT_BORNE_OUT, _from_to(earlier, later))
    first, last = answers[0], answers[-1]
    values = _from_to(first, last)
    return Verdict(BORNE_OUT if way * moved(first, last) > 0 else NOT_BORNE_OUT, values)


def _highest(answers):
    last = answers[-1]
    for earlier in answers[:-1]:
        if moved(earlier, last) <= 0:
            text = f"it was {_share_text(earlier, last)} and is now {_share_text(last, earlier)}"
            return Verdict(NOT_BORNE_OUT, text)
    return Verdict(BORNE_OUT, f"it is {_share_text(last, last)}, and no wave before it was as high")


def _steady(answers):
    pairs = ((item, other) for at, item in enumerate(answers) for other in answers[at + 1 :])
    earlier, later = max(pairs, key=lambda pair: abs(moved(*pair)))
    separate = abs(moved(earlier, later))
    if separate > STEADY_POINTS:
        return Verdict(NOT_BORNE_OUT, _from_to(earlier, later))
    return Verdict(BORNE_OUT, f"no two of its {len(answers)} waves differ by more than that")


def moved(earlier, later):
    """By how many points the share moved between two answers that have one."""
    stated = [item for item in (earlier, later) if item.n_yes is None]
    if len(stated) == 1:
        return _as_stated(later, stated[0]) - _as_stated(earlier, stated[0])
    return share(later) - share(earlier)


def _as_stated(answer, stated):
    """An answer's share with no more decimals than the stated per cent has."""
    tenfold = 1 if share(stated).denominator == 1 else 10
    return Fraction(whole(share(answer) * tenfold), tenfold)


def _from_to(earlier, later):
    return f"it {_course(earlier, later)}"


def _course(earlier, later):
    by = moved(earlier, later)
    if not by:
        return f"stayed at {say_share(earlier)} from {earlier.wave.label} to {later.wave.label}"
    ends = _share_text(earlier, later), _share_text(later, earlier)
    return steps_of(ROSE if by > 0 else FELL, *ends)


def finding(question, answers) -> str:
    """How the share of a question's answers changed from the first wave to the last, where waves
    may be compared; else the share of the last wave that has one."""
    wording = f"“{question.wording}”"
    known = [answer for answer in answers if share(answer) is not None]
    if len(known) > 1 and not why_not_test(answers):
        return f"{wording} {_course(known[0], known[-1])}"
    if not known:
        return wording
    return f"{wording} {say_share(known[-1])} in {known[-1].wave.label}"


def _share_text(answer, other):
    """An answer's share and wave; in counts where the whole per cents of both are the same."""
    text = say_share(answer)
    if text == say_share(other) and moved(answer, other):
        text = f"{answer.n_yes:,} of {answer.n_answered:,}"
    return f"{text} ({answer.wave.label})"


def chart(question, answers):
    """The chart of the answers to one question, a bar for each wave."""
    entries = [(answer.wave.label, answer_text(answer)) for answer in answers]
    return Chart(
        anchor=f"series-{question.pk}",
        title=finding(question, answers),
        description=f"{YES}. " + ". ".join(f"{label}: {text}" for label, text in entries) + ".",
        caption=question.wording,
        heading="Wave",
        values=YES,
        full=100,
        bars=tuple(
            Bar(
                answer.wave.label,
                None if share(answer) is None else float(share(answer)),
                answer_text(answer),
            )
            for answer in answers
        ),
    )


def notes(question, answers):
    """Sentences to be read with the series: how it was put in other words, what was asked of how
    many, where a per cent is stated, and the honest word about its bases."""
    return [
        *_wordings(question, answers),
        *(
            f"{answer.wave.label}: {answer.n_asked:,} were asked."
            for answer in answers
            if answer.n_asked is not None
        ),
        *(f"{answer.wave.label}: from {answer.source}." for answer in answers if answer.source),
        *filter(None, [remark(answers)]),
    ]


def _wordings(question, answers):
    changed = [
        f"The wording changed: in {earlier.wave.label} it was “{earlier.wording}”, in "
        f"{later.wave.label} “{later.wording}”, so the two do not compare."
        for earlier, later in pairwise(answers)
        if plain(earlier.wording) != plain(later.wording)
    ]
    last = answers[-1] if answers else None
    if last and plain(last.wording) != plain(question.wording):
        changed.append(f"In {last.wave.label} it was put as “{last.wording}”.")
    return changed
