"""Checks of data from outside: called with a value and its place, each yields its problems."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from reports.language.grammar import LONGEST_LABEL, SLUG, Problem

Check = Callable[[object, str], Iterator[Problem]]
LONGEST_SLUG, LONGEST_TITLE = 60, 200


@dataclass(frozen=True)
class Entry:
    """An entry of an object: its check, and whether it may be left out."""

    check: Check
    optional: bool = False


def maybe(check: Check) -> Entry:
    """An entry that may be left out."""
    return Entry(check, optional=True)


def an_object(entries: Mapping[str, Entry], strict: bool = True) -> Check:
    """An object with these entries and, where `strict`, no others."""

    def check(value, place):
        if not isinstance(value, Mapping):
            yield Problem("An object in braces is wanted here.", place)
            return
        for name in value if strict else ():
            if name not in entries:
                yield Problem(f"“{name}” is no entry here: use {', '.join(entries)}.", place)
        for name, entry in entries.items():
            if name in value:
                yield from entry.check(value[name], _join(place, name))
            elif not entry.optional:
                yield Problem(f"“{name}” is missing.", place)

    return check


def a_list(each: Check) -> Check:
    """A list whose every row passes `each`; a row is placed by its number and its slug."""

    def check(value, place):
        if not isinstance(value, list):
            yield Problem("A list in square brackets is wanted here.", place)
            return
        for number, row in enumerate(value, 1):
            slug = row.get("slug") if isinstance(row, Mapping) else None
            yield from each(row, f"{place} {number}" + (f" (“{slug}”)" if slug else ""))

    return check


def a_map(name_shape: str, each: Check) -> Check:
    """An object whose names fit the pattern `name_shape` and whose values pass `each`."""

    def check(value, place):
        if not isinstance(value, Mapping):
            yield Problem("An object in braces is wanted here.", place)
            return
        for name, row in value.items():
            if not re.fullmatch(name_shape, name):
                yield Problem(f"“{name}” is no name: use a-z, 0-9 and hyphens.", place)
            yield from each(row, _join(place, name))

    return check


def one_of(known: tuple[str, ...], what: str) -> Check:
    """One of the words `known`; `what` names the thing."""

    def check(value, place):
        if value not in known:
            yield Problem(f"“{value}” is no {what}: use {', '.join(known)}.", place)

    return check


def or_empty(check_rest: Check, empty: object) -> Check:
    """`empty`, or what passes `check_rest`."""

    def check(value, place):
        if value != empty:
            yield from check_rest(value, place)

    return check


def any_text(value, place):
    """Any string."""
    if not isinstance(value, str):
        yield Problem("Words in quotation marks are wanted here.", place)


def title(value, place):
    """A string with something in it and no longer than a title may be."""
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_TITLE:
        yield Problem(f"A title of 1 to {LONGEST_TITLE} letters is wanted here.", place)


def slug(value, place):
    """A slug, as it stands in addresses and citations."""
    fits = isinstance(value, str) and re.fullmatch(SLUG, value) and len(value) <= LONGEST_SLUG
    if not fits:
        yield Problem(
            f"“{value}” is no slug: use a-z, 0-9 and hyphens, {LONGEST_SLUG} at most.", place
        )


def truth(value, place):
    """True or false."""
    if not isinstance(value, bool):
        yield Problem("Either true or false is wanted here.", place)


def count(value, place):
    """A whole number from 1."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        yield Problem("A whole number from 1 is wanted here.", place)


def day(value, place):
    """A day as 2016-01-18."""
    if as_day(value) is None:
        yield Problem(f"“{value}” is not a date: write it as 2016-01-18.", place)


def days(value, place):
    """An object with a start and an end in order."""
    yield from _in_order(value, place, {"start": Entry(day), "end": Entry(day)})


def named_days(value, place):
    """The same with a label, in plain words."""
    yield from _in_order(
        value, place, {"start": Entry(day), "end": Entry(day), "label": maybe(_label)}
    )


def _label(value, place):
    if not isinstance(value, str) or len(value) > LONGEST_LABEL or "[[" in value:
        yield Problem(
            f"A label is plain words without brackets, {LONGEST_LABEL} letters at most.", place
        )


def _in_order(value, place, entries):
    matches = list(an_object(entries)(value, place))
    yield from matches
    if not matches and as_day(value["end"]) < as_day(value["start"]):
        yield Problem("The end lies before the start.", place)


def anything(_value, _place):
    """Whatever it is."""
    yield from ()


def as_day(value: object) -> date | None:
    """The date of an ISO day written in full, or None."""
    try:
        return date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) else None
    except (TypeError, ValueError):
        return None


def _join(place, name):
    return f"{place}, {name}" if place else name
