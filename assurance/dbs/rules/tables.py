"""The tables of one DBS audit, laid out as words and numbers (domain 2.5)."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from assurance.dbs.rules.positions import (
    FOLLOW_UP_LABELS,
    NOT_BROKEN_DOWN,
    OUTSIDE_POPULATION,
    PART_LABELS,
    PARTS,
    compliance,
    known,
)
from assurance.dbs.rules.statuses import Status

# Heading → the statuses of the column. Those that fit none stand in the last one.
COLUMNS = {
    "In date or current": {Status.IN_DATE, Status.UPDATE_CURRENT},
    "Due soon": {Status.DUE_SOON},
    "Overdue, in progress": {Status.OVERDUE_IN_PROGRESS},
    "Overdue, nothing applied for": {Status.OVERDUE},
    "Without a check": {Status.FIRST_CHECK_IN_PROGRESS, Status.NO_CHECK},
    "Not current or not known": {Status.NOT_CURRENT, Status.UNKNOWN},
}
NOT_KNOWN = "not known"
# A percentage of few people would point at them; from many on one decimal place tells something.
FEW, MANY = 20, 200


def percent(part: int, whole: int) -> str:
    """`part` of `whole` as “91.5%”: rounded half up, to one place where the whole is 200 or more;
    an empty text where it is under 20."""
    if whole < FEW:
        return ""
    places = Decimal("0.1") if whole >= MANY else Decimal("1")
    return f"{(Decimal(100 * part) / whole).quantize(places, ROUND_HALF_UP)}%"


def part_of(part: int, whole: int) -> str:
    """`part` of `whole` as “335 of 351 (95.4%)”."""
    value = percent(part, whole)
    return f"{part:,} of {whole:,}" + (f" ({value})" if value else "")


def share(parts: Mapping[str, int] | None) -> str:
    """The compliant as `part_of` says it; “not known” where the parts do not say."""
    result = compliance(parts) if parts else None
    return NOT_KNOWN if result is None else part_of(*result)


def moments(at_audit, at_position) -> list[tuple[str, str, str]]:
    """(part, people at the audit, at the position date) of every part with any; those compliant."""
    then, now = at_audit or {}, at_position or {}
    rows = [
        (PART_LABELS[part], _part_text(at_audit, part), _part_text(at_position, part))
        for part in PARTS
        if then.get(part) or now.get(part)
    ]
    return [*rows, ("In date, due soon or current", share(at_audit), share(at_position))]


def outside_population_rows(at_audit, at_position) -> list[tuple[str, int, int]]:
    """(why, people at the audit, people at the position date) of those outside the population."""
    return [
        (PART_LABELS[part], at_audit.get(part, 0), at_position.get(part, 0))
        for part in OUTSIDE_POPULATION
        if at_audit.get(part) or at_position.get(part)
    ]


def group_columns(by_group: Mapping[str, Mapping[str, int]]) -> list[str]:
    """The headings of `groups` after the first; only the number where no status is told apart."""
    values = {part for parts in by_group.values() for part in parts} - {NOT_BROKEN_DOWN}
    return ["In scope", *COLUMNS, "Compliant"] if values else ["In scope"]


def groups(by_group: Mapping[str, Mapping[str, int]], labels: Mapping[str, str]) -> list[list[str]]:
    """A row per group: its words and a cell per column of `group_columns`; a last row of all."""
    rows = [(labels.get(group, group), by_group[group]) for group in labels if group in by_group]
    every = {}
    for _, parts in rows:
        every = {part: every.get(part, 0) + parts.get(part, 0) for part in {*every, *parts}}
    rows += [("All", every)] if rows else []
    width = len(group_columns(by_group))
    return [
        [text, *[f"{sum(parts.values()):,}", *_cells(parts), share(parts)][:width]]
        for text, parts in rows
    ]


def population_columns() -> list[str]:
    """The headings of `population_row` after the first."""
    return ["In scope", *COLUMNS, "Compliant", "Left out"]


def population_row(parts: Mapping[str, int], left_out: int) -> list[str]:
    """A cell per column of `population_columns` for one population."""
    return [f"{sum(parts.values()):,}", *_cells(parts), share(parts), f"{left_out:,}"]


def population_numbers(parts: Mapping[str, int], left_out: int) -> list[Fraction | int | None]:
    """The numbers that cells of `population_row` sort by: people and the compliant share; None
    where it is not known, or where a population is empty."""
    result = compliance(parts)
    compliant = Fraction(*result) if result and result[1] else None
    return [sum(parts.values()), *_numbers(parts), compliant, left_out]


def follow_up(parts) -> list[tuple[str, int]]:
    """(what came of it, people), in order; empty where it was not asked."""
    return [(text, parts[part]) for part, text in FOLLOW_UP_LABELS.items()] if parts else []


def _numbers(parts):
    return [known(parts, statuses) for statuses in COLUMNS.values()]


def _cells(parts):
    return [NOT_KNOWN if people is None else f"{people:,}" for people in _numbers(parts)]


def _part_text(parts, part):
    return NOT_KNOWN if parts is None else f"{parts.get(part, 0):,}"
