"""The last published value of each figure: its date, how it changed, and its line through time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assurance.charts.findings import moment, steps_of
from assurance.charts.small_lines import ROW, TILE, SmallLine, draw_small_line, is_drawn
from assurance.figures.keys import current_key, keys_of
from assurance.figures.registry import FIGURES
from reports.documents.figure_pairs import direction, text_of_base
from reports.documents.series.shares import NO_CHANGE, share_texts, steps_of_shares
from reports.editions.headline_history import unit_of
from reports.papers.addresses import series_address
from reports.publication.figure_history import Point, Strand, is_counted, strands, values_of
from reports.publication.models.figures import PrintedFigure

# So many values make a small line.
LAST_VALUES = 12
# What the member of a share begins with: what is worked out of parts is none itself.
SHARE = "share-"
FIRST_PUBLISHED = "First published"
NOT_COMPARABLE = "Counted differently before"
TOO_FEW, PARTED = "No line yet", "No line: gaps between values"


@dataclass(frozen=True)
class AbsentValue:
    """A month or year of which a figure has no value, in words, and the values nearest to it."""

    month: str
    earlier: Point | None
    later: Point | None


@dataclass(frozen=True)
class LatestFigure:
    """A figure with the address of its page, the point it is at now in its strand, and the one
    before where the two can be compared; `absent` where it was to be of a time of which it has no
    value; `began` is the end of the first value of any of its strands."""

    key: str
    member: str
    address: str
    strand: Strand
    point: Point
    before: Point | None
    absent: AbsentValue | None = None
    began: str = ""

    @property
    def title(self) -> str:
        """What it counts, in short."""
        return self.point.entry.heading

    @property
    def definition(self) -> str:
        """What it counts where its title does not already say so."""
        text = self.point.entry.description or self.point.entry.counts
        return "" if text.casefold() == self.title.casefold() else text

    @property
    def is_latest(self) -> bool:
        """True where its value is the last one that is published."""
        return all(point.taken_out for point in self.strand.points if self._is_before(point))

    def _is_before(self, point):
        return self.point.entry.end < point.entry.end

    @property
    def unit(self) -> str:
        """The whole of its last value, else its unit: “of 351”, “children”."""
        entry = self.point.entry
        return "" if self.point.withheld or entry.count is None else unit_of(entry)

    @property
    def date(self) -> str:
        """Its day or period in short: “1 Dec 2015”, “2015”, “1 Sep to 31 Dec 2019”."""
        entry = self.point.entry
        if not (entry.start and entry.end):
            return entry.when
        return short_span(date.fromisoformat(entry.start), date.fromisoformat(entry.end))

    @property
    def change(self) -> str:
        """“Rose from 24 to 30”, “No change”, or why there is nothing to compare it with."""
        if self.before is not None:
            return self._change_since()
        if self.point.withheld or self.point.entry.is_difference:
            return ""
        is_first = self.strand.points[0] is self.point
        is_counted_before = bool(self.began) and self.began < self.point.entry.end
        return FIRST_PUBLISHED if is_first and not is_counted_before else NOT_COMPARABLE

    @property
    def dated_change(self) -> str:
        """The change with the date or period of the earlier value, where there is one."""
        if self.before is None:
            return self.change
        return self._change_since(self.before.entry.when)

    def _change_since(self, when=""):
        return change_words(self.before, self.point, when, as_shares=self.strand.as_shares)

    @property
    def row_line(self):
        """The last values that are counted as now, as a small line of a table's row."""
        return draw_small_line(self._line(), ROW)

    @property
    def line_note(self) -> str:
        """Why there is no line where there is none."""
        return PARTED if is_drawn(self._line().points, ROW) else TOO_FEW

    @property
    def small_line(self):
        """The same with its first and last value, for where no table carries them."""
        return draw_small_line(self._line(), TILE)

    def _line(self):
        points = _around(self.strand.points, self.point)
        as_shares = self.strand.as_shares
        listed = zip(points, full_texts(points, as_shares), strict=True)
        values = "; ".join(f"{text} {moment(point.entry.when)}" for point, text in listed)
        days = [date.fromisoformat(point.entry.end) for point in points]
        texts = short_texts(points, as_shares)
        rows = list(zip(days, values_of(points, as_shares), texts, strict=True))
        gaps = frozenset(place for place, point in enumerate(points) if point.missing and place)
        return SmallLine(rows, f"{self.title}: {values}", gaps=gaps)


def _around(points, point):
    """The last values that are counted as `point` is, those around it where it is none of them."""
    place = points.index(point)
    breaks = (at for at in range(place + 1, len(points)) if points[at].breaks)
    alike = counted_alike(points[: next(breaks, len(points))])
    if point not in alike or point in alike[-LAST_VALUES:]:
        return alike[-LAST_VALUES:]
    end = max(alike.index(point) + LAST_VALUES // 2, LAST_VALUES)
    return alike[:end][-LAST_VALUES:]


def latest_figures(
    council: str, rows: Iterable[PrintedFigure], month: str = ""
) -> list[LatestFigure]:
    """The figures of `rows`, which are `in_order` and `with_newest`, each once, in their order; at
    the last value of `month` (`2015-12`, or `2015` for a year) where they have one."""
    printings: dict[tuple[str, str], list] = {}
    for row in rows:
        printings.setdefault((current_key(row.key), row.member), []).append(row)
    return [_at_month(council, strands(some), month) for some in printings.values()]


def latest_parts(council: str, figure: LatestFigure) -> list[LatestFigure]:
    """The published figures that count parts of what `figure` counts: those that declare it as
    their whole, or as what they are out of."""
    if figure.member:
        return []
    rows = FIGURES.values()
    parts = [row.key for row in rows if figure.key in (row.whole, row.base)]
    keys = [name for key in parts for name in keys_of(key)]
    printed = PrintedFigure.objects.public_in(council).filter(key__in=keys)
    printed = printed.without_differences().exclude(member__startswith=SHARE)
    return latest_figures(council, printed.in_order().with_newest())


def latest_of(council: str, found: tuple[Strand, ...]) -> LatestFigure:
    """The last value of the figure whose strands are `found`, in the newest of them: the last that
    counts now, where any does."""
    strand = max(found, key=_newness)
    current = [at for at, point in enumerate(strand.points) if not point.taken_out]
    place = current[-1] if current else len(strand.points) - 1
    entry = strand.points[place].entry
    key, member = current_key(entry.key), entry.member
    return LatestFigure(
        key=key,
        member=member,
        address=series_address(council, key, member),
        strand=strand,
        point=strand.points[place],
        before=previous_point(strand.points, place),
        began=min(strand.points[0].entry.end for strand in found),
    )


def _newness(strand):
    """The end of a strand's last value that counts now, then of its last one; its length."""
    current = [point.entry.end for point in strand.points if not point.taken_out]
    return max(current, default=""), strand.points[-1].entry.end, len(strand.points)


def _at_month(council, found, month):
    """The figure whose strands are `found` at its last value of `month`, of a year that of all of
    it first; else at its last one, with the values nearest to `month`."""
    of_month = [strand for strand in found if month and _places(strand, month)]
    whole = [strand for strand in of_month if _whole_places(strand, month)]
    figure = latest_of(council, tuple(whole or of_month) or found)
    strand, points = figure.strand, figure.strand.points
    if not of_month:
        return _without_value(figure, found, month) if month else figure
    place = (_whole_places(strand, month) or _places(strand, month))[-1]
    return replace(figure, point=points[place], before=previous_point(points, place))


def _places(strand, month):
    """The places of the points of `month` that count now; the first place is nought."""
    return [at for at, point in enumerate(strand.points)
            if point.entry.end.startswith(month) and not point.taken_out]  # fmt: skip


def _whole_places(strand, year):
    """The same of the points that are of the whole of a year."""
    days = (f"{year}-01-01", f"{year}-12-31")
    entries = ((at, strand.points[at].entry) for at in _places(strand, year))
    return [at for at, entry in entries if (entry.start, entry.end) == days]


def _without_value(figure, matches, month):
    """The figure, which has no value of `month`, at the nearest counted one of any of its strands,
    that before first."""
    points = ((point, strand) for strand in matches for point in strand.points if is_counted(point))
    rows = sorted(points, key=lambda row: row[0].entry.end)
    before = next((row for row in reversed(rows) if row[0].entry.end < month), None)
    after = next((row for row in rows if row[0].entry.end > month), None)
    absent = AbsentValue(month_words(month), *(row and row[0] for row in (before, after)))
    point, strand = before or after or (figure.point, figure.strand)
    return replace(figure, strand=strand, point=point, before=None, absent=absent)


def month_words(month: str) -> str:
    """`2018-06` as “June 2018”; “2018” for a year."""
    return f"{date.fromisoformat(f'{month}-01'):%B %Y}" if "-" in month else month


def short_texts(points: Sequence[Point], as_shares: bool) -> list[str]:
    """Each of `points`, counted and alike, as its place in a drawing has it: “142”, or “76%” where
    the series is read `as_shares`."""
    if not (as_shares and points):
        return [point.text for point in points]
    return share_texts([point.entry for point in points])


def full_texts(points: Sequence[Point], as_shares: bool) -> list[str]:
    """The same in sentences: “142”, or “76% (142 of 188)”."""
    texts = short_texts(points, as_shares)
    if not as_shares:
        return texts
    pairs = zip(texts, points, strict=True)
    return [f"{share} ({text_of_base(point.entry)})" for share, point in pairs]


def change_words(before: Point, after: Point, when: str = "", *, as_shares: bool = False) -> str:
    """How the value `after` differs from `before`, two counted points that are comparable; `when`
    is that of the earlier, where it is to be printed. `as_shares` is how their strand is read."""
    if steps := steps_of_shares(before.entry, after.entry, when, as_shares=as_shares or None):
        return steps
    verb = direction(before.entry, after.entry)
    earlier, later = text_of_base(before.entry), text_of_base(after.entry)
    if verb == NO_CHANGE and before.entry.base != after.entry.base:
        return f"{verb} from {earlier}{when and f', {when}'}"
    if verb == NO_CHANGE:
        return f"{verb} since {when}" if when else verb
    if not verb:
        return f"Was {earlier}, {when}" if when else f"Was {earlier}"
    return steps_of(verb, earlier, later, when)


def short_span(start: date, end: date) -> str:
    """A day or period in short, as tables print it."""
    last = f"{end:%-d %b %Y}"
    if start == end:
        return last
    if start.year != end.year:
        return f"{start:%-d %b %Y} to {last}"
    is_year = (start.day, start.month, end.day, end.month) == (1, 1, 31, 12)
    return str(end.year) if is_year else f"{start:%-d %b} to {last}"


def previous_point(points: tuple[Point, ...], place: int) -> Point | None:
    """The last counted point before that of `place` that it may be compared with."""
    if not is_counted(points[place]) or points[place].entry.is_difference:
        return None
    for at in range(place, 0, -1):
        if points[at].breaks:
            return None
        if is_counted(points[at - 1]):
            return points[at - 1]
    return None


def counted_alike(points: tuple[Point, ...]) -> list[Point]:
    """The counted points since they began to be counted as the last one is."""
    alike = []
    for point in points:
        if point.breaks:
            alike = []
        if is_counted(point):
            alike.append(point)
    return alike
