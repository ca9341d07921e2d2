"""Which figures a typed number may be: those of equal value, the likeliest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from reports.checks.reading import Line
from reports.documents.entries import Entry
from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.quantities.arithmetic import RIGHT, verdict
from reports.prose.quantities.phrases import same_thing, stems

NUMBER, WORDS, SHARE = "number", "words", "percent"


@dataclass(frozen=True)
class Match:
    """A figure that a typed number may be. `form` is how it would be said (`number`, `words` or
    `percent`); `sure` says that the words around the number, or its day, are the figure's too."""

    entry: Entry
    form: str
    sure: bool
    weight: int


def matches(line: Line, number: Number, entries: Iterable[Entry]) -> tuple[Match, ...]:
    """The figures among `entries` that `number` of `line` may be, the likeliest first.

    A count is equal to the figure's; a per cent is the figure's share of its base, rounded as it
    was written. Nothing is offered for a bound, for money, or where a figure says it already.
    """
    if number.bound or number.kind not in (COUNT, PERCENT) or line.entry_at(number.start):
        return ()
    around = _around(line, number)
    days = _days(line, number)
    results = [item for entry in entries if (item := _match(number, entry, around, days))]
    return tuple(sorted(results, key=lambda row: (-row.weight, row.entry.number)))


def _match(number: Number, entry: Entry, around, days):
    if not _is_equal(number, entry):
        return None
    named = stems(f"{entry.title} {entry.counts}")
    shared = len(named & around)
    same_day = bool(days) and entry.end in days
    other_day = bool(days) and not same_day
    form = SHARE if number.kind == PERCENT else WORDS if number.in_words else NUMBER
    sure = same_thing(stems(entry.counts), around) or (same_day and shared > 0)
    return Match(entry, form, sure and not other_day, 2 * shared + 3 * same_day - 2 * other_day)


def _is_equal(number: Number, entry: Entry):
    if entry.count is None:
        return False
    if number.kind == COUNT:
        return number.value == entry.count
    if not entry.base_count:
        return False
    share = Fraction(entry.count * 100, entry.base_count)
    return verdict(number, share, share) == RIGHT


def _around(line: Line, number: Number):
    """The stems of the number's sentence and of the headings above it."""
    sentence = line.sentence_at(number.start)
    return stems(" ".join((sentence.text, *line.trail)))


def _days(line: Line, number: Number):
    """The days that the number's sentence names, as figures keep them."""
    sentence = line.sentence_at(number.start)
    return {
        item.last.isoformat()
        for item in line.dates
        if isinstance(item.last, date) and sentence.holds(item.start)
    }
