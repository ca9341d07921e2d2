"""Periods of one flow: what can be worked out of those that are printed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations, product

from assurance.figures.figure import Figure, Timing, Value
from assurance.figures.small_numbers import is_small

# So many periods are set against one another at once: a year, less a half, less two months.
TOGETHER = 4


class Periods:
    """Periods of one flow that are printed, and what can be worked out of them.

    Periods that overlap, adjoin or contain each other are counts of the same days: added to and
    subtracted from one another they give the count of any days that they leave over. A period is
    kept as the places of its first day, and of the day after its last, among all such days.
    """

    def __init__(self, spans: Iterable[tuple[date, date]]):
        ends = {day for first, last in spans for day in (first, last + timedelta(1))}
        self._place = {day: place for place, day in enumerate(sorted(ends))}
        self._printed = []

    def add(self, span: tuple[date, date], count: int) -> None:
        """Prints the count of a period."""
        self._printed.append((*self.ends(span), count))

    def ends(self, span: tuple[date, date]) -> tuple[int, int]:
        """The two places of a period, as `worked_out` gives them for one."""
        return self._place[span[0]], self._place[span[1] + timedelta(1)]

    def worked_out(self, span: tuple[date, date], count: int):
        """Pairs of places and a count that the period, were it printed too, gives away: of every
        period without a gap and, with None for places, of what a few leave over."""
        own = (*self.ends(span), count)
        yield from self._chained(own)
        near = self._overlapping(own)
        for many in range(2, TOGETHER):
            for others in combinations(near, many):
                for signs in product((1, -1), repeat=many):
                    days, rest = _added([own, *others], (1, *signs))
                    if set(days.values()) in ({0, 1}, {1}):
                        yield None, rest
                    elif set(days.values()) in ({0, -1}, {-1}):
                        yield None, -rest

    def _chained(self, own):
        """Counts between any two days that a chain of printed periods leads from and to."""
        steps = defaultdict(list)
        for first, last, count in (*self._printed, own):
            steps[first].append((last, count))
            steps[last].append((first, -count))
        counts, ahead = {own[0]: 0}, [own[0]]
        while ahead:
            here = ahead.pop()
            for there, count in steps[here]:
                if there not in counts:
                    counts[there] = counts[here] + count
                    ahead.append(there)
        for first, last in combinations(sorted(counts), 2):
            yield (first, last), counts[last] - counts[first]

    def _overlapping(self, own):
        """Those printed that share days with it, or with others that do: only they subtract."""
        overlapping, left, ahead = [], list(self._printed), [own]
        while ahead:
            first, last, _ = ahead.pop()
            near = [row for row in left if row[0] < last and first < row[1]]
            left = [row for row in left if row not in near]
            overlapping += near
            ahead += near
        return overlapping


def _added(rows, signs):
    """(place → how often its days are counted, the count) of periods with their signs."""
    days = dict.fromkeys(range(max(last for _, last, _ in rows)), 0)
    for sign, (first, last, _) in zip(signs, rows, strict=True):
        for place in range(first, last):
            days[place] += sign
    return days, sum(sign * count for sign, (_, _, count) in zip(signs, rows, strict=True))


def is_flow(value: Value, figures: Mapping[str, Figure]) -> bool:
    """Whether a value is a count over a period, as a measure's may be as well."""
    figure = figures.get(value.key)
    lasts = value.when.start != value.when.end
    return figure is not None and (lasts or figure.timing != Timing.AT)


def given_away(values: Iterable[Value], earlier: Iterable, hidden: set) -> Iterator[tuple]:
    """The identities of a flow's values that are not printed beside the others, the longest period
    first."""
    spans = [span_of(item.identity) for item in (*values, *earlier)]
    periods = Periods(spans)
    for span, count in {(span_of(item.identity), item.count) for item in earlier}:
        periods.add(span, count)
    secret = {periods.ends(span_of(item.identity)) for item in values if item.identity in hidden}
    ordered = sorted(values, key=lambda item: (item.when.start - item.when.end, item.when.start))
    for value in ordered:
        if value.identity in hidden:
            continue
        span = span_of(value.identity)
        known = periods.worked_out(span, value.count)
        if any(ends in secret or is_small(count, value.threshold) for ends, count in known):
            yield value.identity
        else:
            periods.add(span, value.count)


def balances(
    identities: Iterable[tuple], figures: Mapping[str, Figure]
) -> Iterator[tuple[tuple, tuple, tuple, tuple]]:
    """(what came, what went, the stock before, the stock after) of each period that one of the
    `identities` is a flow of: three of the four give the other one."""
    joined = {item.adds_to: key for key, item in figures.items() if item.adds_to}
    left = {item.takes_from: key for key, item in figures.items() if item.takes_from}
    periods = {
        (figure.adds_to or figure.takes_from, *identity[1:])
        for identity in identities
        if (figure := figures.get(identity[0])) and (figure.adds_to or figure.takes_from)
    }
    for stock, member, first, last, cohort in periods:
        ends = (first - timedelta(1), last)
        flows = (joined.get(stock, ""), left.get(stock, ""))
        yield (
            *((key, member, first, last, cohort) for key in flows),
            *((stock, member, day, day, cohort) for day in ends),
        )


def span_of(identity) -> tuple[date, date]:
    """The first and the last day of a value."""
    return identity[2], identity[3]


def series_of(identity) -> tuple[str, str, str]:
    """What a value is of, whatever its period."""
    key, member, _, _, cohort = identity
    return key, member, cohort
