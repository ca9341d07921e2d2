"""The dates of what happens by itself, whatever period a report covers: a review, the start of a
plan, the wave of a survey, a DBS audit.

Each subject adds its own in `AppConfig.ready`. A report's date that is one of these does not move
with the report's period: it stays, or goes to a later record of the same series.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from assurance.accounts.access import Permission
from assurance.runtime.periods import When, months_covered, say_day


@dataclass(frozen=True)
class EventKind:
    """One kind of record with dates of its own.

    `noun` is its name in sentences, `permission` who records it, `rows(council)` are its records,
    `start` and `end` the fields of its dates. Records that agree in `series` follow one another;
    without it none follows. One that `is_regular` is expected again with the next period, though
    it is not recorded yet.
    """

    noun: str
    permission: Permission
    rows: Callable
    start: str
    end: str
    series: str = ""
    is_regular: bool = False


@dataclass(frozen=True)
class EventDate:
    """A date that belongs to a record: what it is in the next report, or None where only the
    period decides, and the `sentence` that explains it."""

    when: When | None
    sentence: str


_kinds: list[EventKind] = []


def register(*kinds: EventKind) -> None:
    """Adds kinds of records whose dates are their own."""
    _kinds.extend(kind for kind in kinds if kind not in _kinds)


def following(
    council,
    names: Mapping[str, When],
    recorders: Mapping[str, Collection[Permission]],
    by: date,
) -> dict[str, EventDate]:
    """Name → its date in a report of the date `by`, for those of `names` that are the dates of
    a record of `council`. `recorders` has those who record what is counted at each name: a date at
    which other things are counted as well belongs to the report. All of one series go on by as
    many records as the latest of them, so that two that were compared are never the same. Whole
    months at which nothing but such a series is counted are those of the one record within them."""
    events = {}
    for kind in _kinds:
        own = {name: names[name] for name in names if _may_be_of(kind, recorders.get(name, ()))}
        every = _series(kind, council, by) if own else []
        counted = {name for name in own if kind.series and recorders.get(name)}
        months = {name for name in counted if _holds_one(own[name], every)}
        for dates in every:
            places = {name: _place(own[name], dates, name in months) for name in own}
            at = {name: place for name, place in places.items() if place is not None}
            step = len(dates) - 1 - max(at.values()) if at and kind.series else 0
            for name, place in at.items():
                events.setdefault(name, _event(kind, dates, names[name], place, step))
    return events


def _may_be_of(kind, recorders):
    """True if a date can be that of a record of `kind`: nothing is counted at it but what its
    recorders keep, and nothing at all where records come regularly, as a position follows them."""
    return not recorders or (not kind.is_regular and {*recorders} == {kind.permission})


def _series(kind, council, by):
    """The dates of each series of records of `council` that had begun by then, oldest first."""
    fields = (kind.start, kind.end, *filter(None, [kind.series]))
    rows = kind.rows(council).filter(**{f"{kind.start}__lte": by}).values_list(*fields)
    series = {}
    for start, end, *key in rows.order_by(kind.end, kind.start):
        series.setdefault(tuple(key) or (start, end), {})[start, end] = True
    return [list(dates) for dates in series.values()]


def _holds_one(when, series):
    """True if exactly one record of all the `series` lies within a period of whole months."""
    days = (when.start, when.end)
    is_long = not when.is_day and months_covered(*days)
    return bool(is_long) and sum(_is_in(item, when) for dates in series for item in dates) == 1


def _place(when, dates, is_of_one):
    """The place among `dates` of those that `when` has; None for none. A period that begins with
    one and goes on, as from a visit to its letter, has it; one of whole months is the report's
    own, unless it `is_of_one` of the records."""
    days = (when.start, when.end)
    if days in dates:
        return dates.index(days)
    if not is_of_one and (when.is_day or months_covered(*days)):
        return None
    has_it = (_is_in(item, when) and (is_of_one or item[0] == when.start) for item in dates)
    return next((place for place, matches in enumerate(has_it) if matches), None)


def _is_in(dates, when):
    return when.start <= dates[0] and dates[1] <= when.end


def _event(kind, dates, when, place, step):
    if step:
        return EventDate(When(*dates[place + step]), f"Moved to the {kind.noun} that follows.")
    if kind.is_regular:
        last = say_day(dates[place][1])
        sentence = f"Expected then. No {kind.noun} after {last} is recorded yet."
        return EventDate(None, sentence)
    later = "No later one is recorded." if kind.series else "It stays the same in later reports."
    return EventDate(When(when.start, when.end), f"The date of the {kind.noun}. {later}")
