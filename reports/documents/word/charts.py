"""Bar and line charts as Word's own drawings (ECMA-376, DrawingML): sharp in any size, and without
a picture that a font would have to be found for.

The words at the end of each bar are the edition's, never Word's reckoning of its length.
"""

from assurance.charts.bars import end_words
from assurance.charts.palette import look_of
from reports.documents.data.tables import titled
from reports.documents.document import Bar, Chart
from reports.documents.word.inline import BodyResources
from reports.documents.word.line_charts import date_axis, line_plot
from reports.documents.word.markup import HEAD, OFFICE, escape_text, paragraph, quoted, run
from reports.documents.word.tables import table_of

# English metric units, 360,000 to a centimetre.
WIDTH, ROW, EDGE, LINE_HEIGHT = 5976000, 290000, 420000, 2900000
_LINKED = '<w:rStyle w:val="Hyperlink"/>'
UPRIGHT = '<c:invertIfNegative val="0"/>'
# Room to the right of the longest bar, for its words.
LONGEST = 1250
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_TYPE = '<a:defRPr sz="{}"><a:solidFill><a:srgbClr val="0B0C0C"/></a:solidFill></a:defRPr>'
_KEY = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
_LABEL_OPTIONS = (
    '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
    '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
    '<c:showBubbleSize val="0"/>'
)
_HIDDEN_AXIS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


def chart_of(chart: Chart, body_resources: BodyResources) -> str:
    """A chart below its finding and its caption, as on the page, with its data."""
    finding = paragraph(body_resources.marked(chart.anchor, run(chart.finding)), "Caption")
    caption = paragraph(run(titled(chart)), "BodyText", "<w:keepNext/>")
    drawing = paragraph(_frame(chart, body_resources), "Drawing") if chart.bars else ""
    return f"{finding}{caption}{drawing}{_data_of(chart, body_resources)}"


def _data_of(chart, other):
    """The table of a chart, or the name of the printed table that has its numbers."""
    printed = other.tables.get(chart.anchor)
    if printed is None:
        return table_of(chart.table, other)
    link = other.to(printed.anchor, run(printed.label, _LINKED))
    return paragraph(other.marked(chart.table.anchor, f"{run('Data: ')}{link}"), "TableNote")


def chart_part(chart: Chart) -> str:
    """The part of the file that a chart is drawn in."""
    groups = grouped(chart.bars)
    series = tuple(dict.fromkeys(bar.series for bar in chart.bars))
    if chart.line:
        key, plot = "", f"{line_plot(chart)}{_line_axes(chart)}"
    else:
        drawn = "".join(_series(*item, groups) for item in enumerate(series))
        key = _KEY if series[1:] else ""
        plot = f"<c:layout/>{_bars(drawn)}"
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main" '
        f'xmlns:r="{OFFICE}"><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea>{plot}</c:plotArea>{key}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_type(1000)}</c:chartSpace>"
    )


def _bars(drawn):
    return (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{drawn}<c:gapWidth val="50"/><c:axId val="1"/><c:axId val="2"/></c:barChart>{_axes()}'
    )


def _line_axes(chart):
    """The axes of a line chart: of dates at their distances where all labels are dates."""
    dates = date_axis(chart)
    return f"{dates}{_lengths('l')}" if dates else _axes("minMax", "b", "l")


def grouped(bars: tuple[Bar, ...]) -> list[dict[str, Bar]]:
    """The bars of each label together, by their series, in their order."""
    groups: list[dict[str, Bar]] = []
    label = None
    for bar in bars:
        if bar.label != label or bar.series in groups[-1]:
            groups.append({})
        groups[-1][bar.series] = bar
        label = bar.label
    return groups


def _frame(chart, other):
    name, number = other.drawn(chart), other.next()
    height = LINE_HEIGHT if chart.line else len(chart.bars) * ROW + EDGE
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0" '
        f'xmlns:wp="{_DRAWING}/wordprocessingDrawing"><wp:extent cx="{WIDTH}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name={quoted(chart.label or "Chart")} '
        f"descr={quoted(chart.finding)}/>"
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_DRAWING}/main">'
        f'<a:graphicData uri="{_DRAWING}/chart"><c:chart xmlns:c="{_DRAWING}/chart" '
        f'r:id="{name}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def _series(place, name, groups):
    bars = [group.get(name) for group in groups]
    labels = [next(iter(group.values())).label for group in groups]
    words = "".join(_label(at, bar) for at, bar in enumerate(bars) if bar)
    colour = look_of(place).colour.lstrip("#").upper()
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>'
        f"<c:tx><c:v>{escape_text(name)}</c:v></c:tx><c:spPr>{fill}</c:spPr>{UPRIGHT}"
        f"<c:dLbls>{words}{_LABEL_OPTIONS}</c:dLbls>"
        f"<c:cat><c:strLit>{_points(labels)}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>General</c:formatCode>{_points(map(_length, bars))}"
        "</c:numLit></c:val></c:ser>"
    )


def _length(bar):
    return str(bar.share or 0) if bar else ""


def _points(values):
    values = list(values)
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{escape_text(value)}</c:v></c:pt>'
        for place, value in enumerate(values)
        if value
    )
    return f'<c:ptCount val="{len(values)}"/>{points}'


def _label(place, bar):
    text = end_words(bar.share, bar.words)
    return (
        f'<c:dLbl><c:idx val="{place}"/><c:tx><c:rich><a:bodyPr/><a:p><a:r>'
        f'<a:rPr lang="en-GB" sz="1000"/><a:t>{escape_text(text)}</a:t></a:r></a:p></c:rich></c:tx>'
        f"{_LABEL_OPTIONS}</c:dLbl>"
    )


def _axes(order="maxMin", labels="l", lengths="t"):
    """The axis of labels, read from above (or from the left), and the one of lengths, which nobody
    needs to see."""
    return (
        '<c:catAx><c:axId val="1"/><c:scaling>'
        f'<c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{labels}"/>{_HIDDEN_AXIS}<c:tickLblPos val="low"/>'
        f'{_type(1000)}<c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>'
        f"{_lengths(lengths)}"
    )


def _lengths(lengths):
    return (
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{LONGEST}"/><c:min val="0"/></c:scaling><c:delete val="1"/>'
        f'<c:axPos val="{lengths}"/>{_HIDDEN_AXIS}<c:tickLblPos val="none"/><c:crossAx val="1"/>'
        '<c:crosses val="autoZero"/></c:valAx>'
    )


def _type(size):
    """The type of words: hundredths of a point."""
    inner = f"<a:p><a:pPr>{_TYPE.format(size)}</a:pPr><a:endParaRPr/></a:p>"
    return f"<c:txPr><a:bodyPr/>{inner}</c:txPr>"
