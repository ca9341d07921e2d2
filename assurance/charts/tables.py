"""What a chart of a page shows: bars with their words, and the same as a table."""

from dataclasses import dataclass, field
from itertools import groupby

from assurance.charts.series import LineChart


@dataclass(frozen=True)
class Bar:
    """One value: its label (a wave, a date, a group), its size (None where it is not known), the
    words at its end (“42 of 57, 74%”), and its series where a chart has several."""

    label: str
    size: int | float | None
    words: str
    series: str = ""


@dataclass(frozen=True)
class Chart:
    """A chart and its table.

    `anchor` is its own on the page; `title` says the finding, `description` what else is to be
    seen in it; `source` is where the numbers are from and of which date. The bars of one label are
    together, in the order given. `stacked` says that the bars of a label are parts of a whole, and
    the table then has its sum, or what `totals` (label → words) has for it. `full` is the size
    that the whole length is, such as 100 for shares; left out, the greatest. `heading` is the
    table's heading of the labels, `values` that of a single series, `caption` its caption.
    `folded` hides the table behind a line that opens it. `line` is drawn in place of the bars.
    """

    anchor: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    heading: str
    values: str = "Value"
    stacked: bool = False
    full: int | float | None = None
    totals: dict = field(default_factory=dict)
    folded: bool = True
    line: LineChart | None = None
    source: str = ""
    caption: str = ""

    @property
    def series(self):
        """The names of the series, in the order in which they come."""
        return tuple(dict.fromkeys(bar.series for bar in self.bars))

    @property
    def groups(self):
        """A list of (label, its bars), labels that follow each other taken together."""
        return [(label, tuple(bars)) for label, bars in groupby(self.bars, lambda bar: bar.label)]

    def total_of(self, label, bars):
        """The words of the sum of a label's bars."""
        if label in self.totals:
            return self.totals[label]
        if any(bar.size is None for bar in bars):
            return "not all known"
        return f"{sum(bar.size for bar in bars):,}"

    @property
    def heads(self):
        """The headings of the table's columns after the first."""
        named = [name or self.values for name in self.series]
        return [*named, "Total"] if self.stacked else named

    @property
    def rows(self):
        """(label, the cells after it) of each row of the table; what is not there is a dash."""
        return [(label, self._cells(label, bars)) for label, bars in self.groups]

    def _cells(self, label, bars):
        index = {bar.series: bar.words for bar in bars}
        cells = [index.get(name) or "–" for name in self.series]
        return [*cells, self.total_of(label, bars)] if self.stacked else cells
