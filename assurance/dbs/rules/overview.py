"""The tables of the position page, laid out as words and counts that name the list behind them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from assurance.dbs.rules import populations
from assurance.dbs.rules.captions import KIND_LABELS, LEFT_OUT, SHORT, WARNINGS
from assurance.dbs.rules.populations import KINDS, Picture
from assurance.dbs.rules.positions import FOLLOW_UP_LABELS, JOINED_SINCE, PART_LABELS
from assurance.dbs.rules.statuses import COMPLIANT, IN_BASE, due_on
from assurance.dbs.rules.tables import part_of
from assurance.runtime.periods import say_day

# Kind of list → what each of its keys is called on the position page.
WORDS = {"out": LEFT_OUT, "followup": FOLLOW_UP_LABELS, "warning": WARNINGS}


@dataclass(frozen=True)
class Cell:
    """How many people a key names, and the words that say who they are."""

    people: int
    key: str
    words: str


@dataclass(frozen=True)
class GroupRow:
    """A group's row: `cells` in scope and by status, or none where it is not of the population."""

    words: str
    cells: tuple[Cell, ...]
    share: str = ""


@dataclass(frozen=True)
class Sum:
    """Parts that have to add up: what they are, their sum, and the whole."""

    words: str
    parts: int
    whole: int

    @property
    def agrees(self):
        """Whether they do."""
        return self.parts == self.whole


@dataclass(frozen=True)
class Change:
    """A row of the change since the audit before, and whether its steps lead there."""

    words: str
    before: Cell
    less: tuple[Cell, ...]
    more: tuple[Cell, ...]
    now: Cell

    @property
    def balances(self):
        """Whether before − those gone + those come = now."""
        gone = sum(item.people for item in self.less)
        come = sum(item.people for item in self.more)
        return self.before.people - gone + come == self.now.people


def cell(picture: Picture, key: str, text: str) -> Cell:
    """The `Cell` of a key."""
    return Cell(picture.count(key), key, text)


def share(picture: Picture, group: str = "") -> str:
    """The compliant of those in scope, of a group or of all, as “335 of 351 (95.4%)”."""
    ending = f".{group}" if group else ""
    whole = picture.count(f"scope.{ending}" if group else "scope")
    return part_of(picture.count(f"kind.compliant{ending}"), whole)


def by_status(picture: Picture) -> list[tuple[str, int, Cell]]:
    """(status in words, people at the audit, cell at the position date) of each status in scope,
    then those in post since the audit, who had none then."""
    rows = [
        (label, picture.count(f"audit.{item}"), cell(picture, f"status.{item}", label))
        for item in IN_BASE
        for label in [PART_LABELS[item]]
    ]
    joined = picture.count(f"audit.{JOINED_SINCE}")
    return [*rows, (PART_LABELS[JOINED_SINCE], joined, None)] if joined else rows


def by_group(picture: Picture, labels: Mapping[str, str], groups: Iterable[str]) -> list[GroupRow]:
    """A row per group of `labels` and one of all; those outside `groups` have no cells."""
    rows = [
        GroupRow(text, _cells(picture, group, text), share(picture, group))
        if group in groups
        else GroupRow(text, ())
        for group, text in labels.items()
    ]
    return [*rows, GroupRow("All", _cells(picture, "", "All"), share(picture))]


def sums(picture: Picture, groups: Iterable[str]) -> list[Sum]:
    """What has to add up on the page, each counted apart from its whole."""
    scope, count = picture.count("scope"), picture.count
    due = [key for key in picture.keys if key.startswith("due.")]
    at_audit = _sum(count, "audit.{}", (*IN_BASE, JOINED_SINCE))
    compliant = _sum(count, "status.{}", COMPLIANT)
    return [
        Sum("The nine statuses, at the position date", _sum(count, "status.{}", IN_BASE), scope),
        Sum("The same people’s statuses at the audit", at_audit, scope),
        Sum("The groups", _sum(count, "scope..{}", groups), scope),
        Sum("In scope and left out", scope + _sum(count, "out.{}", LEFT_OUT), picture.total),
        Sum("Re-checks to come, by month", sum(map(count, due)), compliant),
    ]


def cells_of(picture: Picture, kind: str) -> list[Cell]:
    """A `Cell` for each key of a kind of list in `WORDS`."""
    return [cell(picture, f"{kind}.{key}", text) for key, text in WORDS[kind].items()]


def coming(picture: Picture, day: date) -> list[Cell]:
    """Those whose re-check falls in each of the next twelve months, then later, then without a day
    because the Update Service keeps them current."""
    months = {f"{month:%Y-%m}": f"{month:%B %Y}" for month in populations.months_ahead(day)}
    others = {"later": "Later", "undated": "No date: current by the Update Service"}
    return [cell(picture, f"due.{key}", text) for key, text in {**months, **others}.items()]


def scope_changes(picture: Picture, labels: Mapping[str, str]) -> list[Change]:
    """How those in scope became those in scope now: all of them, then each group with any."""
    moved = cell(picture, "moved", "Counted in another group")
    whole = Change(
        "All",
        cell(picture, "before", "In scope then"),
        (cell(picture, "left", "Left since"), moved),
        (cell(picture, "joined", "Joined since"), moved),
        cell(picture, "scope", "In scope now"),
    )
    rows = [_scope_of(picture, group, text) for group, text in labels.items()]
    return [whole, *(row for row in rows if row.before.people or row.now.people)]


def position_changes(picture: Picture) -> list[Change]:
    """How the position of those in scope changed, kind by kind; who joined or left stands apart."""
    return [
        Change(
            text,
            cell(picture, f"before.{kind}", f"{text}, then"),
            (
                cell(picture, f"left.{kind}", f"{text}, and left"),
                cell(picture, f"went.{kind}", f"No longer: {text.lower()}"),
            ),
            (
                cell(picture, f"joined.{kind}", f"{text}, and joined"),
                cell(picture, f"came.{kind}", f"Newly: {text.lower()}"),
            ),
            cell(picture, f"kind.{kind}", text),
        )
        for kind, text in KIND_LABELS.items()
    ]


def transitions(picture: Picture) -> list[Cell]:
    """Each change of kind that happened to somebody in scope both times, in words."""
    named = {
        "from.compliant.overdue": "Newly overdue",
        "from.overdue.compliant": "Re-checked: overdue then, in date now",
        "still.overdue": "Overdue then and now",
    }
    others = {
        f"from.{item}.{other}": f"{KIND_LABELS[item]} then, {KIND_LABELS[other].lower()} now"
        for item in KINDS
        for other in KINDS
        if item != other
    }
    matches = [cell(picture, key, text) for key, text in {**named, **others, **named}.items()]
    return [item for item in matches if item.people or item.key in named]


def _cells(picture, group, text):
    ending = f".{group}" if group else ""
    labels = {f"scope.{ending}" if group else "scope": "in scope"}
    labels |= {f"status.{item}{ending}": SHORT[item] for item in IN_BASE}
    return tuple(cell(picture, key, f"{text}: {label}") for key, label in labels.items())


def _scope_of(picture, group, text):
    return Change(
        text,
        cell(picture, f"before..{group}", f"{text}: in scope then"),
        (
            cell(picture, f"left..{group}", f"{text}: left since"),
            cell(picture, f"moved_out.{group}", f"{text}: counted in another group now"),
        ),
        (
            cell(picture, f"joined..{group}", f"{text}: joined since"),
            cell(picture, f"moved_in.{group}", f"{text}: counted in another group then"),
        ),
        cell(picture, f"scope..{group}", f"{text}: in scope now"),
    )


def _sum(count, key, names):
    return sum(count(key.format(name)) for name in names)


def next_audit(last: date | None, months: int | None, day: date) -> tuple[str, bool]:
    """When the next audit of the register is due, in words, and whether it is late on `day`."""
    if months is None:
        return "No interval between audits is recorded in the re-check policy in force", False
    every = "every month" if months == 1 else f"every {months} months"
    if last is None:
        return f"None has been recorded; the policy asks for one {every}", True
    due = due_on(last, months)
    if due < day:
        return f"It was due on {say_day(due)} ({every}) and is late", True
    return f"Due on {say_day(due)} ({every})", False
