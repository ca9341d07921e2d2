"""Values of one kind with the time of each, as one or two sentences give them, in order of time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assurance.runtime.digits import whole
from reports.date_constraints.times.ways import WAY
from reports.prose.dates import Mention
from reports.prose.numbers import Number
from reports.quantities.day_order import may_be_of_two_years
from reports.quantities.model import Statement
from reports.quantities.roles import CHANGE, TARGET

# Kinds of marks that are of one measure: counts, points and lengths may lose their unit.
KINDS = ("p", "m", "cqx")
_PIECES = re.compile(
    r"[;:,]\s+|\s(?:and|but|compared\s+(?:with|to)|against|while|whereas|then|from|to)\s+"
)
_MARK = re.compile(r"⟦([a-z])(\d+)⟧")
_THEN = re.compile(
    r"\b(?:(?:a|the|one)\s+(?:year|quarter|month|term|half-year)\s+(?:before|earlier|ago|previously)|"
    r"last\s+(?:year|quarter|term)|the\s+previous\s+(?:year|quarter|term|month))\b",
    re.I,
)
_LAST_FIRST = re.compile(r"^\W*last\s+year\b.*\b(?:against|compared\s+(?:with|to))\b", re.I)
_NO_VALUES = (CHANGE, TARGET)
_EARLIEST, _LATEST = (0, 0, 0), (9999, 12, 31)
# “Up by 1,200 (2.7%)” tells by which share it rose.
_IN_BRACKETS = re.compile(r"⟦c(\d+)⟧\s*\(⟦p(\d+)⟧\)")
_COMPARED = re.compile(r"\b(?:compared\s+(?:with|to)|against)\b", re.I)


@dataclass(frozen=True)
class Timed:
    """A value with the time that it is of; `when` sorts, and is the same for one time."""

    when: tuple[int, int, int]
    number: Number
    row: Statement


def timed_values(rows: Sequence[Statement], kind: str) -> tuple[Timed, ...]:
    """The values of a kind in some sentences, the earliest first; nothing where one of them has no
    time, two have the same, or only some have a year."""
    every = []
    for row in rows:
        changes = {x.phrase.mark for x in row.quantities if x.phrase.role in _NO_VALUES}
        changes |= {
            whole(x[2]) for x in _IN_BRACKETS.finditer(row.sentence.text) if whole(x[1]) in changes
        }
        every += _with_present(row, list(_in_pieces(row, kind, changes)))
    dated = [item for item in every if item.when]
    many = len(every)
    whens = [item.when for item in dated]
    with_year = {bool(when[0]) for when in whens if when not in (_EARLIEST, _LATEST)}
    if len(dated) != many or len(set(whens)) != many or len(with_year) > 1:
        return ()
    # “Last year 66% were in time, against 60% in 2021”: whose last year that is, is unsure.
    unsure = _EARLIEST in whens and any(_LAST_FIRST.search(x.sentence.text) for x in rows)
    unsure |= any(may_be_of_two_years(*pair) for pair in pairwise(whens))
    if unsure or any(item.number.bound for item in dated):
        return ()
    return tuple(sorted(dated, key=lambda item: item.when))


def _with_present(row: Statement, own: list[Timed]) -> list[Timed]:
    """The values of a sentence, where the one without a time, `90.4%, compared with 91.1% the year
    before`, is that of now."""
    if [bool(item.when) for item in own] != [False, True] or own[1].when != _EARLIEST:
        return own
    text = row.sentence.text
    # A sentence with a direction of its own is none that another one claims.
    if not _COMPARED.search(text) or WAY.search(text):
        return own
    return [replace(own[0], when=_LATEST), own[1]]


def _in_pieces(row: Statement, kind: str, changes) -> Iterator[Timed]:
    """Each value of a sentence with the one time of its piece, or with that of a piece before it
    which has no value."""
    ahead: tuple = ()
    for piece in _PIECES.split(row.sentence.text):
        marks = [(x[1], whole(x[2])) for x in _MARK.finditer(piece)]
        values = [at for letter, at in marks if letter in kind and at not in changes]
        values = [at for at in values if _is_value(row, at, piece)]
        times = [_when(row.sentence.thing(at)) for letter, at in marks if letter == "d"]
        times += [_EARLIEST] if _THEN.search(piece) else []
        times = times or list(ahead)
        when = times[0] if len(times) == 1 else None
        for at in values:
            yield Timed(when if len(values) == 1 else None, row.sentence.thing(at), row)
        ahead = () if values else times


def _is_value(row: Statement, at: int, piece: str) -> bool:
    """True unless a number is the length of a rule or of what is counted: `within twenty weeks`."""
    lead = piece[: re.search(rf"⟦[a-z]{at}⟧", piece).start()]
    return not re.search(
        r"\b(?:within|inside|under|over|statutory|for|of|stage|aged?)\s+$", lead, re.I
    )


def _when(day: Mention) -> tuple[int, int, int] | None:
    if day.first:
        return day.first.year, day.first.month, day.first.day
    return (0, day.month, day.day) if day.month else None
