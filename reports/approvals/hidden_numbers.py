"""The numbers of a draft that are not shown in public, why, and the small ones of staff that an
approver may publish."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assurance.figures.figure import Mark, Unit, Value
from assurance.figures.registry import FIGURES
from assurance.figures.small_numbers import is_small
from reports.documents.document import from_json
from reports.editions.snapshot import PUBLIC
from reports.papers.assembly.pipeline import AssembledPaper
from reports.papers.models.papers import Paper

LEAVES = "It leaves {} of {}, which is a small number."
TOGETHER = "Numbers of one count are hidden together where one of them is small: {}."
WITH_OTHERS = "Next to other numbers or an earlier report it could give a small number away."


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
    return [f"{entry.title}, {entry.when}" for entry in figures if entry.mark == Mark.WITHHELD]


def releasable(made: AssembledPaper, quoted: Sequence[HiddenNumber]) -> list[HiddenNumber]:
    """The small counts of staff for whose sake the hidden numbers `quoted` of a draft are not
    shown: those among them first, then those of the same counts that it does not quote."""
    offered = {item.value.identity: item for item in quoted if item.may_be_released}
    for item in quoted:
        for value in _small_relatives(made, item.value):
            number = f"{item.number}-{value.key}-{value.member}"
            row = HiddenNumber(number, value, title_of(value), _own_reason(value))
            if row.may_be_released:
                offered.setdefault(value.identity, row)
    return list(offered.values())


def title_of(value: Value) -> str:
    """The title of a figure or its member with its date or period."""
    return f"{FIGURES[value.key].title_of(value.label)}, {value.when}"


def _reason(made, value):
    if own := _own_reason(value):
        return own
    relatives = [*_small_relatives(made, value)]
    if not relatives:
        return WITH_OTHERS
    small = (f"“{title_of(other)}” ({other.count})" for other in relatives)
    return TOGETHER.format(" and ".join(small))


def _own_reason(value):
    """Why a number by itself is not shown, or nothing."""
    if _is_small(value):
        return f"It is small: {value.count}. Numbers from 1 to {value.threshold} are not shown."
    if value.base is not None and is_small(value.base - (value.count or 0), value.threshold):
        return LEAVES.format(value.base - value.count, value.base)
    return ""


def _small_relatives(made, value) -> Iterator[Value]:
    """The small counts, not shown, of the same records and population."""
    for answer in made.measured.exact.values():
        for other in answer.values():
            is_other = other.identity != value.identity and other.evidence == value.evidence
            is_hidden = made.measured.shown[other.identity].mark == Mark.WITHHELD
            is_few = other.unit.of_people and _is_small(other)
            if is_other and is_hidden and is_few and other.cohort == value.cohort:
                yield other


def _is_small(value):
    return is_small(value.count or 0, value.threshold)
