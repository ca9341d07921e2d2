"""Sentences that say what a chart shows, made from its values: how a value changed, and how the
parts of a whole compare. Their words are neutral: more is better only where a measure says so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assurance.charts.directions import per_cent
from assurance.runtime import digits
from assurance.runtime.periods import MONTHS

# A period within one year.
_ONE_YEAR = re.compile(r"(\d{1,2} [A-Z][a-z]+) (\d{4}) to (\d{1,2} [A-Z][a-z]+ \2)")
_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
# The end of a date or period in words: a day, a month or a year.
_END = re.compile(r"(?:(?:(\d{1,2}) )?([A-Z][a-z]+) )?(\d{4})$")
ROSE, FELL = "rose", "fell"
# What a measure's recorded direction adds to a change.
HIGHER, LOWER = "higher", "lower"
IS_BETTER = {HIGHER: "higher is better", LOWER: "lower is better"}


@dataclass(frozen=True)
class Value:
    """A value with its words and its date or period in words; None where it is not shown."""

    size: float | None
    words: str
    when: str = ""


def change(name: str, values: Sequence[Value], better: str = "") -> str:
    """How the last shown value differs from the first by time, in whatever order they come:
    “Children in care rose from 188 to 196 between 1 December 2014 and 1 December 2015”. Empty where
    none is shown."""
    counted = in_time_order([value for value in values if value.size is not None])
    if not counted:
        return ""
    first, last = counted[0], counted[-1]
    if len(counted) == 1 or first.when == last.when:
        return f"{name}: {last.words} {moment(last.when)}".strip()
    are_days = _DAY.fullmatch(first.when) and _DAY.fullmatch(last.when)
    if first.words == last.words:
        both = f"{first.when} and {last.when}"
        return f"{name}: {last.words} {'on' if are_days else 'in'} both {both}"
    if first.size == last.size:
        steps = f"{first.words} {moment(first.when)}, {last.words} {moment(last.when)}"
        return f"{name} did not change: {steps}"
    verb = ROSE if last.size > first.size else FELL
    why = f" ({IS_BETTER[better]})" if better in IS_BETTER else ""
    if are_days:
        steps = f"{steps_of(verb, first.words, last.words)} between {first.when} and {last.when}"
    else:
        steps = f"{steps_of(verb, first.words, last.words, first.when)} ({span(last.when)})"
    return f"{name} {steps}{why}"


def in_time_order(values: Sequence[Value]) -> list[Value]:
    """The values, the earliest first; in their own order where one has no date that can be read."""
    ends = {value.when: _end_of(value.when) for value in values}
    if None in ends.values():
        return list(values)
    return sorted(values, key=lambda value: ends[value.when])


def _end_of(when):
    """(year, month, day) of the end of a date or period in words; None of other words."""
    match = _END.search(when)
    if not match:
        return None
    day, month, year = match.groups()
    name = (month or "December").lower()
    if name not in MONTHS:
        return None
    return digits.whole(year), MONTHS.index(name), digits.whole(day or "31")


def steps_of(verb: str, first: str, last: str, when: str = "") -> str:
    """“rose from 188 to 196”, with the date or period of the first value where `when` is given."""
    earlier = " ".join(filter(None, (first, moment(when))))
    return f"{verb} from {earlier} to {last}"


def largest(values: Sequence[tuple[str, Value]], whole: int | None = None) -> str:
    """Which part of several is the largest: “Largest of 3: Under 14, 142 of 188 (76%)”. Empty
    where none is shown."""
    counted = [(label, value) for label, value in values if value.size is not None]
    if not counted:
        return ""
    if len(values) == 1:
        label, value = counted[0]
        return f"{label}: {_share(value, whole)}"
    most = max(value.size for _, value in counted)
    first = [(label, value) for label, value in counted if value.size == most]
    names = " and ".join(label for label, _ in first)
    opening = "Largest" if len(counted) == len(values) else "Largest shown"
    each = " each" if first[1:] else ""
    return f"{opening} of {len(values)}: {names}, {_share(first[0][1], whole)}{each}"


def _share(value, whole):
    if not whole:
        return value.words
    return f"{value.words} of {whole:,} ({per_cent(value.size, whole)})"


def moment(when: str) -> str:
    """“on 1 December 2015” of a date, “(July 2015)” of a period; empty of neither."""
    if not when:
        return ""
    return f"on {when}" if _DAY.fullmatch(when) else f"({span(when)})"


def span(when: str) -> str:
    """A date or period in words with its year once: “1 July to 31 December 2015”."""
    return _ONE_YEAR.sub(r"\1 to \3", when)
