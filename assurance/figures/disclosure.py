"""Disclosure control: values in, values out. The interim rule for small numbers, which fails
closed.

A count of people from 1 to the threshold is never public, nor anything that gives it
away. Figures
joined by sums, bases or any declared tie, and read from one piece of evidence, are one family.
When one member
of a family is small — or the rest of its base is, or what its declared parts leave over — the
public sees none
of the breakdown, zeros included; a total stays only above the threshold and when nothing prints a
way back.
The optimum of the disclosure design comes later behind this same door.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assurance.figures.figure import WHOLE, Figure, Mark, Value
from assurance.figures.small_numbers import is_small

PUBLIC = "public"
Identity = tuple[str, str, date, date, str]


@dataclass(frozen=True)
class PublishedCount:
    """What an earlier public edition printed of one figure: its identity and its count."""

    identity: Identity
    count: int


def related(key: str, figures: Mapping[str, Figure]) -> frozenset[str]:
    """Every key joined to `key` by sums, bases or a declared tie, near or far, itself included."""
    ties = _ties(figures)
    result, ahead = set(), [key]
    while ahead:
        item = ahead.pop()
        if item not in result:
            result.add(item)
            ahead.extend(ties.get(item, ()))
    return frozenset(result)


def protect(
    values: Mapping[Identity, Value],
    figures: Mapping[str, Figure],
    earlier: Iterable[PublishedCount] = (),
) -> dict[Identity, Value]:
    """The values as the public may have them: withheld ones hold no count, no base and no rows.

    `values` must hold every sibling of what the paper quotes; `earlier` what public editions
    printed. A value
    whose figure is not declared, or is not for the public, is withheld.
    """
    printed = tuple(earlier)
    near = _near_another_population(values.values())
    public = {}
    for family in _families(values, figures):
        hidden = _hidden(family, values, figures, printed, near)
        for identity in family:
            value = values[identity]
            public[identity] = _withheld(value) if identity in hidden else value
    return public


def _ties(figures):
    ties = {}
    for figure in figures.values():
        for other in filter(None, (figure.whole, figure.base, *figure.bound_by)):
            ties.setdefault(figure.key, set()).add(other)
            ties.setdefault(other, set()).add(figure.key)
    return ties


def _families(values, figures):
    families = {}
    for identity, value in values.items():
        family = (min(related(value.key, figures)), value.evidence, value.cohort)
        families.setdefault(family, []).append(identity)
    return families.values()


def _near_another_population(values):
    """The identities whose count, in another population at the same time, differs by a small
    number:
    where one population lies within the other, the two give away who is in one alone.
    """
    alike = {}
    for value in values:
        if value.count is not None and value.unit.of_people:
            alike.setdefault((value.key, value.member, value.when), []).append(value)
    return {
        item.identity
        for group in alike.values()
        for item in group
        for other in group
        if item.cohort != other.cohort and _is_small(abs(item.count - other.count), item)
    }


def _hidden(family, values, figures, printed, near):
    members = [values[identity] for identity in family]
    closed = {value.identity for value in members if not _is_open(value.key, figures)}
    counted = [value for value in members if value.count is not None and value.unit.of_people]
    if near.intersection(family):
        return closed | {value.identity for value in counted}
    small = any(_is_small(value.count, value) or _leaves_small(value) for value in counted)
    if not small and not _parts_leave_small(counted, figures):
        return closed
    totals = _totals(counted, figures, printed)
    return closed | {value.identity for value in counted if value.identity not in totals}


def _is_open(key, figures):
    return key in figures and figures[key].audience == PUBLIC


def _is_small(count, value):
    return is_small(count, value.threshold)


def _leaves_small(value):
    return value.base is not None and _is_small(value.base - value.count, value)


def _parts_leave_small(counted, figures):
    wholes = {value.key: value for value in counted if value.member == WHOLE}
    parts = {}
    for value in counted:
        whole = wholes.get(figures[value.key].whole) if value.key in figures else None
        if whole is not None:
            parts.setdefault((value.key, whole.key), []).append(value)
    return any(
        _is_small(abs(wholes[whole].count - sum(part.count for part in result)), wholes[whole])
        for (_key, whole), result in parts.items()
    )


def _totals(counted, figures, printed):
    """The identities of totals that may stay: of others, and themselves part of nothing."""
    above = {
        other
        for value in counted
        if value.key in figures
        for other in (figures[value.key].whole, figures[value.key].base)
        if other
    }
    totals = [
        value
        for value in counted
        if value.key in above
        and value.member == WHOLE
        and not (figures[value.key].whole or figures[value.key].base)
        and value.count > value.threshold
    ]
    return (
        {value.identity for value in totals} if not _way_back(totals, counted, printed) else set()
    )


def _way_back(totals, counted, printed):
    """Whether totals, with one another or with what was printed, give a small count away."""
    separate = any(
        _is_small(abs(total.count - other.count), total) for total in totals for other in totals
    )
    own = {value.identity: value for value in counted}
    saved = {value.identity for value in totals}
    again = [item for item in printed if item.identity in own]
    return separate or any(
        item.identity not in saved
        or _is_small(abs(own[item.identity].count - item.count), own[item.identity])
        for item in again
    )


def _withheld(value):
    return replace(value, count=None, base=None, mark=Mark.WITHHELD, rows=tuple)
