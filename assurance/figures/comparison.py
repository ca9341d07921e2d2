"""Like with like: the one place that says whether two values may be compared."""

import re
from datetime import date, timedelta

from assurance.figures.keys import current_key
from assurance.runtime.periods import When, months_after

OTHER_FIGURE = "they do not count the same thing"
OTHER_DEFINITION = "what is counted, or its rule, is defined differently"
OTHER_LENGTH = "they cover periods of different length"
PART_MONTHS = "they do not cover the same number of whole months"
UNLIKE_PERIODS = (OTHER_LENGTH, PART_MONTHS)
# What the keys of answers to surveys begin with.
SURVEYS = "surveys."
# A source that is a number entered as such, next to records counted one by one.
ENTERED = "entered as a total: "
WITH_ENTERED = "only one of them includes a total that was entered: {}"
_ENTERED = re.compile(rf"{ENTERED}([^;]+)")
# What defined an entry that was issued before definitions had a digest.
DEFINED_BY = ("counts", "out_of", "rule", "unit")


def why_not_comparable(value, other) -> str:
    """The reason, as the end of a sentence, why two values are not alike; empty where they are.

    Each is a `Value` or what a document keeps of one (`Entry`): like means the same key, member,
    population and definition and, of counts over a period, equal whole months. Records counted one
    by one are not like those with a total added.
    """
    if (current_key(value.key), value.member) != (current_key(other.key), other.member):
        return OTHER_FIGURE
    if _alike(value, other, "population") != _alike(other, value, "population"):
        return f"they count different populations, {_named(value)} and {_named(other)}"
    if _alike(value, other, "definition") != _alike(other, value, "definition"):
        return OTHER_DEFINITION
    return _why_not_of_one_make(value, other) or _why_not_as_long(value, other)


def is_of_a_wave(value) -> bool:
    """True of answers in one wave of a survey: the period over which it is read only
    finds the wave, and its length counts nothing more or less."""
    return current_key(value.key).startswith(SURVEYS)


def months_of(span: tuple[date, date]) -> int | None:
    """How many whole months a period covers, 0 for a day, None where it ends within a month."""
    start, end = span
    if start == end:
        return 0
    months = (end.year - start.year) * 12 + end.month - start.month
    ends = {months_after(start, number): number for number in (months, months + 1)}
    return ends.get(end + timedelta(1))


def _alike(item, other, name):
    """What an item says of its population or definition, in words where the other has no digest."""
    if getattr(item, name, "") and getattr(other, name, ""):
        return getattr(item, name)
    names = ("cohort",) if name == "population" else DEFINED_BY
    return tuple(getattr(item, field, "") for field in names)


def _why_not_of_one_make(value, other):
    totals = [_ENTERED.findall(item.source) for item in (value, other)]
    names = totals[0] or totals[1]
    return WITH_ENTERED.format("; ".join(names)) if names and not all(totals) else ""


def _named(item):
    return f"“{item.cohort}”" if item.cohort else "one that is not named"


def _span(item):
    if isinstance(item.when, When):
        return item.when.start, item.when.end
    return tuple(date.fromisoformat(day) for day in (item.start, item.end)) if item.end else None


def _why_not_as_long(value, other):
    spans = _span(value), _span(other)
    if None in spans or spans[0] == spans[1] or is_of_a_wave(value):
        return ""
    months = _months(value, spans[0]), _months(other, spans[1])
    if None in months:
        return PART_MONTHS
    return "" if months[0] == months[1] else OTHER_LENGTH


def _months(item, span):
    """How many whole months an item covers. A number reckoned from those of two days is of the time
    from the end of the first to the end of the last."""
    months = months_of(span)
    if months is None and getattr(item, "made_of", ()):
        return months_of((span[0] + timedelta(1), span[1]))
    return months
