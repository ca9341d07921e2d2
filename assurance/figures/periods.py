"""Periods of one flow: what can be worked out of those that are printed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
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


def chained(
    values: Mapping[tuple, Value],
    before: Mapping[tuple, set[int]],
    hidden: set[tuple],
    figures: Mapping[str, Figure],
) -> Iterator[tuple]:
    """The identities to hide where several balances together give a small stock or flow away, or
    one that is hidden: the flows of its stock, or where all are hidden, the stocks."""
    stocks = {key: item.adds_to or item.takes_from for key, item in figures.items()}
    stocks = {key: stock for key, stock in stocks.items() if stock}
    stocks |= {stock: stock for stock in stocks.values()}
    groups = defaultdict(dict)
    for identity in (*before, *values):
        if identity[0] in stocks and (identity in before or identity not in hidden):
            own = values.get(identity)
            count = min(before[identity]) if own is None or identity in hidden else own.count
            groups[stocks[identity[0]], identity[1], identity[4]][identity] = count
    for stock, known in groups.items():
        flows = [item for item in known if item[0] != stock[0]]
        # Without a stock the flows are periods alone, which are weighed as such.
        own = [item for item in (flows or known) if item in values and item not in hidden]
        if flows and len(flows) < len(known) and own:
            most = max(values[item].threshold for item in own)
            if _Balances(known, figures).give_away(stock, hidden, most):
                yield from own


class _Balances:
    """One stock and its flows as equations over the known counts: how many came and went by the
    end of each date, and how many there were before."""

    def __init__(self, known, figures):
        self.known, self.figures, self.rows, self.days = known, figures, {}, set()
        for identity, count in known.items():
            row, rest = self._reduced(self._equation(identity), Fraction(count))
            if pivot := next(iter(row), None):
                scale = row[pivot]
                self._add(pivot, {key: x / scale for key, x in row.items()}, rest / scale)

    def give_away(self, stock, hidden, most):
        """True if something that is not known, and is small or hidden, follows from what is."""
        key, member, cohort = stock
        flows = [x.key for x in self.figures.values() if key in (x.adds_to, x.takes_from)]
        days = sorted(self.days)
        matches = [(key, member, day, day, cohort) for day in days]
        for flow in flows:
            spans = combinations(days, 2)
            matches += [(flow, member, a + timedelta(1), b, cohort) for a, b in spans]
        for identity in matches:
            if identity not in self.known:
                row, rest = self._reduced(self._equation(identity), Fraction(0))
                if not row and (identity in hidden or is_small(-rest, most)):
                    return True
        return False

    def _equation(self, identity):
        figure, first, last = self.figures[identity[0]], *span_of(identity)
        if not (figure.adds_to or figure.takes_from):
            self.days.add(last)
            return {("came", last): 1, ("gone", last): -1, "before": 1}
        name = "came" if figure.adds_to else "gone"
        self.days |= {last, first - timedelta(1)}
        return {(name, last): 1, (name, first - timedelta(1)): -1}

    def _reduced(self, row, rest):
        row = {key: Fraction(share) for key, share in row.items()}
        for pivot in [key for key in row if key in self.rows]:
            share, (other, count) = row[pivot], self.rows[pivot]
            rest -= share * count
            for key, x in other.items():
                row[key] = row.get(key, 0) - share * x
        return {key: share for key, share in row.items() if share}, rest

    def _add(self, pivot, row, rest):
        for other, (own, count) in self.rows.items():
            if share := own.pop(pivot, 0):
                for key, x in row.items():
                    if key != pivot:
                        own[key] = own.get(key, 0) - share * x
                kept = {key: x for key, x in own.items() if x}
                self.rows[other] = (kept, count - share * rest)
        self.rows[pivot] = (row, rest)
