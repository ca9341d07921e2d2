"""The numbers of a draft that are not shown in public, why, and the small ones of staff that an
approver may publish."""

from collections.abc import Iterator
from dataclasses import dataclass

from assurance.figures.figure import Mark, Unit, Value
from assurance.figures.registry import FIGURES
from assurance.figures.small_numbers import is_small
from reports.documents.document import from_json
from reports.editions.snapshot import PUBLIC
from reports.papers.assembly.pipeline import AssembledPaper
from reports.papers.models.papers import Paper

LEAVES = "It leaves {} of {}, which is a small number."
NEXT_TO = "With it readers could work out {}, which is small: {}."
WITH_OTHERS = "With other numbers or earlier reports, readers could work out a small number."


@dataclass(frozen=True)
class HiddenNumber:
    """A number that is not shown: its exact `value`, its `title` with its date, the `reason`, and
    the `number` by which a form names it."""

    number: str
    value: Value
    title: str
    reason: str

    @property
    def may_be_released(self) -> bool:
        """True for a small count of staff, which an approver may publish."""
        return self.value.unit == Unit.PEOPLE and _is_small(self.value)


def hidden_numbers(made: AssembledPaper) -> list[HiddenNumber]:
    """The numbers that a draft quotes and does not show, in its order."""
    marks = {entry.number: entry.mark for entry in made.document.figures}
    return [
        HiddenNumber(str(item.number), item.exact, title_of(item.exact), _reason(made, item.exact))
        for item in made.traced
        if marks.get(item.number) == Mark.WITHHELD
    ]


def hidden_when_sent(paper: Paper) -> list[str]:
    """The titles of the numbers that are not shown in a report as it was sent, in its order."""
    figures = from_json(paper.frozen[PUBLIC]).figures
    return [f"{one.title}, {one.when}" for one in figures if one.mark == Mark.WITHHELD]


def releasable(made: AssembledPaper) -> list[HiddenNumber]:
    """The small counts of staff for whose sake numbers of a draft are not shown: those that it
    quotes first, then those of the same counts that it does not quote."""
    quoted = hidden_numbers(made)
    found = {one.value.identity: one for one in quoted if one.may_be_released}
    for one in quoted:
        for value in _small_relatives(made, one.value):
            number = f"{one.number}-{value.key}-{value.member}"
            row = HiddenNumber(number, value, title_of(value), _own_reason(value))
            if row.may_be_released:
                found.setdefault(value.identity, row)
    return list(found.values())


def title_of(value: Value) -> str:
    """The title of a figure or its member with its date or period."""
    return f"{FIGURES[value.key].title_of(value.label)}, {value.when}"


def _reason(made, value):
    if own := _own_reason(value):
        return own
    relatives = [f"“{title_of(one)}”" for one in _small_relatives(made, value)]
    if not relatives:
        return WITH_OTHERS
    counts = " and ".join(str(one.count) for one in _small_relatives(made, value))
    return NEXT_TO.format(" and ".join(relatives), counts)


def _own_reason(value):
    """Why a number by itself is not shown, or nothing."""
    if _is_small(value):
        return f"It is small: {value.count}. Numbers from 1 to {value.threshold} are not shown."
    if value.base is not None and is_small(value.base - (value.count or 0), value.threshold):
        return LEAVES.format(value.base - value.count, value.base)
    return ""


def _small_relatives(made, value) -> Iterator[Value]:
    """The small counts, not shown, of the same records and population."""
    values = (one for answer in made.measured.exact.values() for one in answer.values())
    for one in values:
        is_other = one.identity != value.identity and one.evidence == value.evidence
        is_hidden = made.measured.shown[one.identity].mark == Mark.WITHHELD
        if is_other and is_hidden and one.cohort == value.cohort:
            yield from [one] * (one.unit.of_people and _is_small(one))


def _is_small(value):
    return is_small(value.count or 0, value.threshold)
