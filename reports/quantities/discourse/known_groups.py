"""All of a group that the report has counted before: “all nine” are as many as there were."""

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading, shared
from reports.quantities.discourse.members import Member, members, near_before
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.quantities.tables import all_tables

_BACK, _NEAR, _STEP, _FEW, _LARGE = 8, Fraction(8, 5), 3, 6, 10
_MEND = "Use one number for one group, or name the other group."
_OWN = re.compile(
    r"^\s*(?:of\s+(?:them|these|those|whom)\b|[.,;)]|who\b|that\b|which\b|(?:were|was|are|is|had|have|has|took|went|came|met|said)\b)",
    re.I,
)
_IN_ALL = re.compile(r"\bin\s+all\s+$", re.I)
# “All 12 secondary schools visited were glad of it” are some.
_SOME = re.compile(r"(?:\s+[a-z’-]+){1,4}?\s+[a-z]+ed\s+(?:was|were|is|are|had|have)\b", re.I)
_FURTHER = re.compile(r"\b(?:further|another|more|additional|new|extra|other|some)\s+$", re.I)


def known_groups(reading: Reading) -> Iterator[Denial]:
    """`Nine complainants went on to stage two. All eleven were seen by an investigator.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        for member in members(row):
            if member.is_all and member.value > 1 and not _SOME.match(member.clause):
                yield from _denied(reading, rows, place, member)


def _denied(reading, rows, place, member: Member) -> Iterator[Denial]:
    if member.value in _values(reading, rows, place, member):
        return
    own = [x for x in members(rows[place]) if x.item.phrase.start < member.item.phrase.start]
    every = [(rows[place], x) for x in own]
    every += [(x, y) for x in near_before(rows, place, _BACK) for y in members(x)]
    alike = [(row, x) for row, x in every if _is_alike(member, x, row, rows[place])]
    values = {x.value for _row, x in alike}
    if len(values) != 1:
        return
    _row, before = alike[0]
    if before.value == member.value or _IN_ALL.search(
        rows[place].sentence.text[: member.item.phrase.start]
    ):
        return
    small, large = sorted((before.value, member.value))
    if large - small > max(_STEP, small * (_NEAR - 1)):
        return
    says = f"The report has {before.item.phrase.said} before, and here {member.item.phrase.said}."
    yield Denial.of(member.item, says, _MEND)


def _is_alike(member, other, row: Statement, own: Statement) -> bool:
    """True if a count before may be that of the group that is meant by all."""
    if _FURTHER.search(row.sentence.text[: other.item.phrase.start][-20:]):
        return False
    if member.kind:
        return member.kind == other.kind and set(member.item.phrase.noun) >= set(
            other.item.phrase.noun
        )
    return row.order >= own.order - 1 and not other.item.phrase.anaphor


def _values(reading, rows, place, member) -> set[Fraction]:
    """The numbers of a report that a group may have, and what few of them near come to."""
    near = [x for row in (rows[place], *near_before(rows, place, 2)) for x in row.counts]
    values = [x.value for x in near if x is not member.item]
    made = {*values, *shared(reading, _tabled)}
    made |= {abs(x - way * y) for x in values for y in values for way in (1, -1)}
    if len(values) <= _FEW:
        made |= {x + y + z for x in values for y in values for z in values}
    if member.kind:
        index = shared(reading, _kinds)
        made |= {value for kind in (member.kind, "") for value in index.get(kind, ())}
        if index[member.kind][member.value] == 1 and member.value not in index.get("", ()):
            made.discard(member.value)
    return made


def _kinds(reading) -> dict[str, Counter]:
    """Stem of a thing → its numbers, with how often the report gives each."""
    index: dict[str, Counter] = {}
    for row in statements(reading):
        for member in members(row):
            index.setdefault(member.kind, Counter())[member.value] += 1
    return index


def _tabled(reading):
    values = set()
    for table in all_tables(reading):
        values |= {x for x in table.values if x >= _LARGE} | {Fraction(len(table.rows))}
    return values
