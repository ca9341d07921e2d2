"""The headline figures that open a document as tiles, the same on the screen and in print."""

from datetime import date

from django.utils.safestring import SafeString

from assurance.charts.arrows import with_arrow
from assurance.charts.directions import are_shares, decimals_apart, per_cent
from assurance.charts.small_lines import HEADLINE, SmallLine, draw_small_line
from assurance.runtime.markup import formatted, join
from reports.documents.document import Headline, Headlines, Text
from reports.documents.entries import SOURCED
from reports.documents.headlines import FEWEST_OF_A_LINE
from reports.documents.html.inline import Medium, escaped_text, text_of

TOO_FEW = "{} comparable values so far. A line needs {}."


def tiles(headlines: Headlines, medium: Medium) -> SafeString:
    """The figures of a group as tiles, each with the mark that was frozen with it."""
    drawn = (_tile(item, medium) for item in headlines.items)
    return formatted('<div class="tiles" id="{}">{}</div>', headlines.anchor, join(*drawn))


def _number(item):
    return item.value[0].to if item.value else ""


def _tile(item, medium):
    parts = (
        _line_of("value", _value(item, medium)),
        _line_of("date", text_of(Text(item.about), medium)),
        _line_of("change", with_arrow(item.change)),
        _line_of("mark", item.mark),
        _history(item),
    )
    return formatted('<div class="tile"><h3>{}</h3>{}</div>', _name(item, medium), join(*parts))


def _line_of(name, words):
    return formatted('<p class="tile__{}">{}</p>', name, words) if words else ""


def _name(item, medium):
    words = escaped_text(item.name, medium)
    if not (medium.screen and medium.figure and _number(item)):
        return words
    return formatted('<a href="{}">{}</a>', medium.figure(_number(item)), words)


def _value(item: Headline, medium):
    # The name above is the link to the figure, so the number needs none.
    # In print it leads to the note on its source.
    text = "".join(run.text for run in item.value)
    is_linked = any(run.kind == SOURCED for run in item.value)
    value = text_of(Text(item.value), medium) if is_linked else escaped_text(text, medium)
    return formatted("<strong>{}</strong>{}", value, f" {item.unit}" if item.unit else "")


def _history(item):
    """A small line of at least three values with its ends in words, else why there is none."""
    many = len(item.series)
    # That a value is the only one is what the line of its change says.
    if many < 2:
        return ""
    if many < FEWEST_OF_A_LINE:
        return _line_of("ends", TOO_FEW.format(many, FEWEST_OF_A_LINE))
    first, last = (item.series[place] for place in (0, -1))
    ends = f"{_words(first, item)} in {_month(first)}, {_words(last, item)} in {_month(last)}"
    return join(_small_line(item), _line_of("ends", ends))


def _words(point, item):
    if _is_share(item):
        return f"{point.count:,} of {point.base:,}"
    if not _is_read_as_shares(item):
        return point.text
    share = per_cent(point.count, point.base, _places(item.series))
    return f"{share} ({point.text} of {point.base:,})"


def _places(series):
    """How many decimals the shares of a line need for the first and the last, and for the last two,
    to print otherwise where they are, as its change in words has them."""
    last = series[-1]
    moved = (point for point in (series[0], series[-2]) if point.count != last.count)
    shares = ((point.count, point.base) for point in moved)
    return max((decimals_apart(share, (last.count, last.base)) for share in shares), default=0)


def _is_share(item):
    return item.value[0].text.endswith("%")


def _is_read_as_shares(item):
    """True where its counts are compared as shares, as its change in words is."""
    rows = ((point.text, point.count, point.base) for point in item.series)
    return _is_share(item) or are_shares(rows)


def _month(point):
    return f"{date.fromisoformat(point.day):%b %Y}"


def _small_line(item):
    points = [
        (date.fromisoformat(point.day), _height(point, item), point.text) for point in item.series
    ]
    listed = "; ".join(f"{_words(point, item)} in {_month(point)}" for point in item.series)
    return draw_small_line(SmallLine(points, f"{item.name}: {listed}"), HEADLINE)


def _height(point, item):
    return point.count / (point.base or 1) if _is_read_as_shares(item) else point.count
