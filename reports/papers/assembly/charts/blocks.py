"""Charts of a paper: a grid of figures drawn, under the sentence that says what it shows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from math import trunc

from assurance.charts.findings import Value, change, largest
from assurance.figures.figure import Mark
from reports.documents.document import Bar, Chart
from reports.language.grammar import Problem
from reports.language.outline import Address
from reports.language.tokens import DerivedNumber, Quote, quotes_in
from reports.papers.assembly.questions import questions_of
from reports.papers.assembly.tables import printed_grid, table
from reports.papers.assembly.tables import quote as token_of
from reports.papers.assembly.tokens import TokenRenderer

NO_FINDING = "A chart needs its finding: a sentence for those who cannot see it."
LONGEST = 1000
# More changes than these make no sentence.
MOST_CHANGES = 3


def chart(speaker: TokenRenderer, address: Address, data: Mapping) -> Chart:
    """A chart of a grid, with its table, both in order of time; a value that is not shown has a
    label and no mark. Where no finding is written, one is made from the values."""
    grid = _in_time_order(speaker, data.get("grid", {}))
    display = replace(
        table(speaker, address, {"grid": grid, "notes": data.get("notes", ())}),
        anchor=f"{address.anchor}-data",
        label="",
        caption="The numbers in this chart",
    )
    values = _values(speaker, grid)
    longest = max((size for row in values for size in row if size is not None), default=0)
    bars = tuple(
        Bar(_words(cells[0]), _words(cell), _share(size, longest), _words(head))
        for sizes, cells in zip(values, display.rows, strict=True)
        for head, size, cell in zip(display.columns[1:], sizes, cells[1:], strict=True)
    )
    caption = speaker.plain(data.get("caption", ""), address.anchor)
    written = speaker.text(data.get("finding", ""), address.anchor).runs
    sizes = [size for row in values for size in row]
    finding = "".join(run.printed for run in written) or made_finding(caption, bars, sizes)
    if not finding:
        speaker.problems.append(Problem(NO_FINDING, address.anchor))
    return Chart(
        anchor=address.anchor,
        label=address.label,
        caption=caption,
        finding=finding,
        bars=bars,
        table=display,
        line=bool(grid.get("line")),
    )


def made_finding(caption: str, bars: Iterable[Bar], sizes: Iterable[Fraction | None]) -> str:
    """What `bars` of `sizes` show: how each thing changed from the first date to the last, for a
    few things; else which part is the largest. Empty where nothing is shown."""
    rows = list(zip(bars, sizes, strict=True))
    columns = list(dict.fromkeys(bar.series for bar, _ in rows))
    # Dates are at the labels, or across: each row is then a thing.
    things = [(bar.series, Value(size, bar.words, bar.label)) for bar, size in rows]
    if columns[1:] and _are_dates(columns):
        things = [(bar.label, Value(size, bar.words, bar.series)) for bar, size in rows]
    named = list(dict.fromkeys(name for name, _ in things))
    if _are_dates({value.when for _, value in things}) and len(named) <= MOST_CHANGES:
        matches = (
            change(name or caption, [value for thing, value in things if thing == name])
            for name in named
        )
        return _sentence("; ".join(filter(None, matches)))
    last = [(bar.label, Value(size, bar.words)) for bar, size in rows if bar.series == columns[-1]]
    matches = largest(last)
    return _sentence(f"{columns[-1]}: {matches}" if matches and columns[1:] else matches)


def _in_time_order(speaker, grid):
    """The grid with the dates of each thing in order of time, in the places that they have now: the
    line, the bars, the finding and the table are then of one order."""
    columns = list(grid.get("columns", ()))
    if not grid.get("rows"):
        return grid
    times = [_time(speaker, token_of(grid["rows"][0], column)) for column in columns]
    alike = defaultdict(list)
    for place, (column, time) in enumerate(zip(columns, times, strict=True)):
        if time is not None:
            alike[column.get("member"), column.get("form")].append((time, place))
    ordered = list(columns)
    for dated in alike.values():
        places = [place for _, place in dated]
        for place, (_, earlier) in zip(places, sorted(dated), strict=True):
            ordered[place] = columns[earlier]
    return {**grid, "columns": ordered}


def _time(speaker, token):
    """(end, start) of what a cell is of; None where it has no date."""
    times = [
        query.when
        for item in quotes_in(token)
        for query in questions_of(item, speaker.figures, speaker.manuscript)
    ]
    return (times[-1].end, times[-1].start) if times else None


def _sentence(text):
    return f"{text}." if text else ""


def _are_dates(labels):
    """Whether every label ends with a year, and there are two or more."""
    return len(labels) > 1 and all(label[-4:].isdigit() for label in labels)


def _values(speaker, grid):
    """The size of each cell as it prints: its share where that is a percentage; None for what is
    not shown."""
    _heads, rows = printed_grid(grid)
    return [[_size(speaker, quote) for quote in quotes] for _label, quotes in rows]


def _size(speaker, quote):
    value = _value(speaker, quote)
    if value is None or value.mark != Mark.SHOWN or value.count is None:
        return None
    return max(value.count, 0)


def _words(cell):
    return "".join(run.text for run in cell.runs)


def _value(speaker, quote):
    if isinstance(quote, DerivedNumber):
        return speaker.derived_value(quote)
    if not isinstance(quote, Quote):
        return None
    query = questions_of(quote, speaker.figures, speaker.manuscript)
    return speaker.measured.value(query[-1], quote.member) if query else None


def _share(size, longest):
    if size is None:
        return None
    return trunc(Fraction(size * LONGEST, longest)) if longest else 0
