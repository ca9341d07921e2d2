"""Lines of Word's own charts: dates at their true distances, each series named at its end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assurance.charts.axes import in_order
from assurance.charts.letters import SIZE, width_of
from assurance.charts.palette import REFERENCE, TARGET, Look, look_of
from assurance.charts.series import AIM, DATA
from reports.documents.document import Bar, Chart
from reports.documents.html.charts import days_of, kind_of, series_of
from reports.documents.word.markup import escape_text

# The day before the first that Word counts: 1 January 1900 is 1, and 29 February 1900 another.
FIRST_DAY = date(1899, 12, 30)
DATE_FORM = "d mmm yyyy"
WIDTHS = {False: 0.88, True: 0.66}
# The width of a drawing, and the size of its letters, in points.
DRAWING, LETTERS = 470, 10
# The name by which a program lists the series of dates.
DATES = "Dates"
_OPTIONS = (
    '<c:showLegendKey val="0"/><c:showVal val="{}"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


@dataclass(frozen=True)
class _Line:
    """A series as Word draws it: a bar or None at each label."""

    place: int
    name: str
    kind: str
    look: Look
    bars: tuple[Bar | None, ...]


def line_plot(chart: Chart) -> str:
    """The layout of a line chart and its lines, which refer to the axes 1 and 2."""
    lines = list(_lines(chart))
    drawn = "".join(_series(line, chart, len(lines) > 1) for line in lines)
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        '<c:yMode val="edge"/><c:x val="0.06"/><c:y val="0.04"/>'
        f'<c:w val="{WIDTHS[len(lines) > 1]}"/><c:h val="0.8"/></c:manualLayout></c:layout>'
        f"{_opening(chart)}{drawn}{_dates(chart, len(lines))}{_closing(chart)}"
    )


def _opening(chart):
    """A scatter where all labels are dates: Word and LibreOffice both keep its distances, while a
    date axis without a workbook is drawn evenly by the second."""
    if _serials(chart):
        return '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
    return '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'


def _closing(chart):
    axes = '<c:axId val="1"/><c:axId val="2"/>'
    if _serials(chart):
        return f"{axes}</c:scatterChart>"
    return f'<c:marker val="1"/>{axes}</c:lineChart>'


def date_axis(chart: Chart) -> str:
    """The axis of dates at their distances; empty where a label is not a later date.

    An axis of values has its signs in even steps only, which are dates that nothing was counted on:
    the dates of the points are the words of a series of their own, at the foot of the plot.
    """
    days = _serials(chart)
    if not days:
        return ""
    first, last = days[0], days[-1]
    if first == last:
        first, last = first - 1, last + 1
    return (
        '<c:valAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{last}"/><c:min val="{first}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="{DATE_FORM}" '
        'sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="none"/><c:crossAx val="2"/><c:crosses val="autoZero"/></c:valAx>'
    )


def _dates(chart, lines):
    """A sign on the axis at each date, with the date beneath where it has room, the last first."""
    days = _serials(chart)
    if not days:
        return ""
    width = DRAWING * WIDTHS[lines > 1]
    fill = '<a:solidFill><a:srgbClr val="0B0C0C"/></a:solidFill>'
    words = "".join(
        f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich><a:bodyPr/><a:p><a:r>'
        f'<a:rPr lang="en-GB" sz="{LETTERS}00">{fill}</a:rPr><a:t>{escape_text(label)}</a:t></a:r>'
        f'</a:p></c:rich></c:tx><c:dLblPos val="b"/>{_OPTIONS.format(1)}</c:dLbl>'
        for at, label in _dates_with_room(days, width)
    )
    return (
        f'<c:ser><c:idx val="{lines}"/><c:order val="{lines}"/><c:tx><c:v>{DATES}</c:v></c:tx>'
        "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        '<c:marker><c:symbol val="plus"/><c:size val="5"/>'
        f"<c:spPr><a:ln>{fill}</a:ln></c:spPr></c:marker>"
        f"<c:dLbls>{words}{_OPTIONS.format(0)}</c:dLbls>"
        f"<c:xVal><c:numLit><c:formatCode>{DATE_FORM}</c:formatCode>{_points(map(str, days))}"
        "</c:numLit></c:xVal><c:yVal><c:numLit><c:formatCode>General</c:formatCode>"
        f'{_points("0" for _ in days)}</c:numLit></c:yVal><c:smooth val="0"/></c:ser>'
    )


def _dates_with_room(days, width) -> list[tuple[int, str]]:
    """(place, words) of the dates that do not run into the one after them."""
    across = max(days[-1] - days[0], 1)
    free, chosen = float("inf"), []
    for at, number in reversed(list(enumerate(days))):
        day = date.fromordinal(number + FIRST_DAY.toordinal())
        words, middle = f"{day.day} {day:%b %Y}", width * (number - days[0]) / across
        half = width_of(f"{words}  ") * LETTERS / SIZE / 2
        if middle + half <= free:
            free = middle - half
            chosen.insert(0, (at, words))
    return chosen


def _serials(chart):
    """Word's numbers of the dates; empty where a label is not a later date."""
    days = days_of(chart)
    places = in_order(days)
    if None in days or places == list(range(len(days))):
        return []
    return [place - FIRST_DAY.toordinal() for place in places]


def _labels(chart):
    return list(dict.fromkeys(bar.label for bar in chart.bars))


def _lines(chart) -> Iterator[_Line]:
    """The series in order; a single target is a level over all labels."""
    data = [name for name in series_of(chart) if kind_of(name) == DATA]
    for place, name in enumerate(series_of(chart)):
        kind = kind_of(name)
        other = TARGET if kind == AIM else REFERENCE
        look = look_of(data.index(name)) if kind == DATA else other
        index = {bar.label: bar for bar in chart.bars if bar.series == name}
        bars = [index.get(label) for label in _labels(chart)]
        printed = [bar for bar in bars if bar and bar.share is not None]
        if kind == AIM and len(printed) == 1:
            bars = printed * len(bars)
        yield _Line(place, name, kind, look, tuple(bars))


def _series(line, chart, is_named):
    colour = line.look.colour.lstrip("#").upper()
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    dash = "" if line.kind == DATA else '<a:prstDash val="dash"/>'
    signs = {"square": "square", "diamond": "diamond", "triangle": "triangle"}
    sign = "none" if line.kind == AIM else signs.get(line.look.sign, "circle")
    values = ["" if bar is None or bar.share is None else str(bar.share) for bar in line.bars]
    days = _serials(chart)
    across, up = ("xVal", "yVal") if days else ("cat", "val")
    labels = (
        f"<c:numLit><c:formatCode>{DATE_FORM}</c:formatCode>{_points(map(str, days))}</c:numLit>"
        if days
        else f"<c:strLit>{_points(_labels(chart))}</c:strLit>"
    )
    return (
        f'<c:ser><c:idx val="{line.place}"/><c:order val="{line.place}"/>'
        f"<c:tx><c:v>{escape_text(line.name)}</c:v></c:tx>"
        f'<c:spPr><a:ln w="28575">{fill}{dash}</a:ln></c:spPr>'
        f'<c:marker><c:symbol val="{sign}"/><c:size val="7"/><c:spPr>{fill}</c:spPr></c:marker>'
        f"<c:dLbls>{''.join(_words(line, fill, is_named))}{_OPTIONS.format(0)}</c:dLbls>"
        f"<c:{across}>{labels}</c:{across}><c:{up}><c:numLit>"
        f"<c:formatCode>General</c:formatCode>{_points(values)}</c:numLit></c:{up}>"
        '<c:smooth val="0"/></c:ser>'
    )


def _points(values):
    values = list(values)
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{escape_text(value)}</c:v></c:pt>'
        for place, value in enumerate(values)
        if value
    )
    return f'<c:ptCount val="{len(values)}"/>{points}'


def _words(line, fill, is_named) -> Iterator[str]:
    """The words of each point: its value above it, and at the last the name of its series."""
    printed = [at for at, bar in enumerate(line.bars) if bar and bar.share is not None]
    for at in printed if line.kind == DATA else printed[-1:]:
        is_end = is_named and at == printed[-1]
        text = f"{line.name} {line.bars[at].words}".strip() if is_end else line.bars[at].words
        yield (
            f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich><a:bodyPr/><a:p><a:r>'
            f'<a:rPr lang="en-GB" sz="1000" b="{1 if is_end else 0}">{fill}</a:rPr>'
            f"<a:t>{escape_text(text)}</a:t></a:r></a:p></c:rich></c:tx>"
            f'<c:dLblPos val="{"r" if is_end else "t"}"/>{_OPTIONS.format(1)}</c:dLbl>'
        )
