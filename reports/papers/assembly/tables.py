"""Tables and charts of a paper: grids of figures, tables of written cells, and lists from records.

A grid is {"rows": [{"label", "quote"}], "columns": [{"label", "when", "form"}], "total_row",
"turned", "line"}, where a turned one prints its rows across the page and a chart of a "line" joins
its dates; a column with a "member" quotes that part of each row's figure (“whole” what that is part
of), one with "since" the change from then until its "when". A chart draws one and holds no number
of its own. Written cells are {"columns": [{"label", "numeric"}], "rows":
[[text, …]], "total_row", "total_column", "parts", "counts"}.
"""

from collections.abc import Mapping
from dataclasses import replace

from assurance.figures.registry import part_key
from assurance.runtime.periods import say_day
from reports.documents.document import HIDDEN, Cell, Run, Table, Text
from reports.language.grammar import Problem
from reports.language.inline import parse_inline
from reports.language.outline import Address
from reports.language.text import quotes
from reports.language.tokens import quotes_in, read_token
from reports.papers.assembly import records
from reports.papers.assembly.questions import questions_of
from reports.papers.assembly.tokens import TokenRenderer
from reports.papers.assembly.typed_cells.protection import (
    TypedTable,
    counts_of,
    counts_people,
    hidden_cells,
)
from reports.papers.assembly.typed_entries import describe_cells
from reports.papers.manuscript import BlockText
from reports.papers.typed_numbers import texts
from reports.papers.wording.hidden_numbers import IN_A_TABLE

NOT_SHOWN_NOTE = f"{IN_A_TABLE} marks a number that is not shown, so that no one can be recognised."
NOT_COMPARABLE_NOTE = "No change is given in cells marked “not comparable”: {}."


def quotes_in_grid(grid: Mapping) -> tuple:
    """The token of each cell of a grid."""
    return tuple(cell for row in _quotes(grid) for cell in row)


def tokens_of(block: BlockText) -> tuple:
    """Every token of a block, those of its heading, table and reason too."""
    written = (token for _path, text in texts(block) for token in quotes(text))
    return (*written, *quotes_in_grid(block.data.get("grid", {})))


def table(speaker: TokenRenderer, address: Address, data: Mapping) -> Table:
    """The table of a grid, of written cells or of records, whichever `data` holds."""
    if "records" in data:
        made = _records(speaker, address, data)
    elif "cells" in data:
        made = _cells(speaker, address, data)
    else:
        made = _grid(speaker, address, data.get("grid", {}))
    caption = made.caption or speaker.plain(data.get("caption", ""), address.anchor)
    notes = [*made.notes, *(speaker.text(note, address.anchor) for note in data.get("notes", ()))]
    reasons = dict.fromkeys(speaker.not_comparable)
    notes += [Text((Run(NOT_COMPARABLE_NOTE.format(reason)),)) for reason in reasons]
    speaker.not_comparable.clear()
    if any(run.kind == HIDDEN for row in made.rows for cell in row for run in cell.runs):
        notes.append(Text((Run(NOT_SHOWN_NOTE),)))
    return replace(made, caption=caption, notes=tuple(notes))


def _quotes(grid):
    return [
        [quote(row, column) for column in grid.get("columns", ())] for row in grid.get("rows", ())
    ]


def quote(row: Mapping, column: Mapping):
    """The token of one cell: the row's figure, or its part, at the column's time in its form; or
    the change of it since another time."""
    written = row.get("quote", "")
    if column.get("member"):
        key, space, cohort = written.partition(" ")
        written = f"{part_key(key, column['member'])}{space}{cohort}"
    if column.get("since"):
        later, earlier = (_at(written, column.get(name)) for name in ("when", "since"))
        return read_token(f"[[difference {later} - {earlier} | change]]")
    at = f" @{column['when']}" if column.get("when") else ""
    return read_token(f"[[{written}{at} | {column.get('form') or 'number'}]]")


def _at(written, when):
    dated = f"{written} @{when}" if when else written
    return f"({dated})" if written.startswith("sum ") else dated


def printed_grid(grid: Mapping) -> tuple[list[str], list[tuple[str, list]]]:
    """(headings across, (heading, tokens) of each row) of a grid as it prints."""
    heads = [item["label"] for item in grid.get("columns", ())]
    labels, quotes = [row["label"] for row in grid.get("rows", ())], _quotes(grid)
    if grid.get("turned"):
        turned = [[row[place] for row in quotes] for place in range(len(heads))]
        heads, labels, quotes = labels, heads, turned
    return heads, list(zip(labels, quotes, strict=True))


def has_total_row(grid: Mapping) -> bool:
    """Whether the last row of a grid is a total as it prints: that of a turned one is a column."""
    return bool(grid.get("total_row")) and not grid.get("turned")


def _grid(speaker, address, grid):
    across, down = printed_grid(grid)
    heads = [_head(speaker, label, address, True) for label in across]
    rows = tuple(
        (
            _head(speaker, label, address),
            *(Cell(speaker.cell((quote,), address.anchor), numeric=True) for quote in quotes),
        )
        for label, quotes in down
    )
    columns = (Cell(header=True), *heads)
    return Table(address.anchor, address.label, "", columns, rows, has_total_row(grid))


def _cells(speaker, address, data):
    cells = data["cells"]
    kinds = [bool(cell.get("numeric")) for cell in cells["columns"]]
    title = _title(speaker, address, data)
    hidden = _hidden_cells(speaker, address, data)
    rows = tuple(
        tuple(
            Cell(
                (Run(IN_A_TABLE, HIDDEN),)
                if (number, place) in hidden
                else speaker.cell(parse_inline(written), address.anchor),
                numeric,
                header=place == 0,
            )
            for place, (written, numeric) in enumerate(zip(row, kinds, strict=True))
        )
        for number, row in enumerate(cells["rows"])
    )
    describe_cells(rows, *title, speaker.typed.values())
    total_row = bool(cells.get("total_row"))
    return Table(address.anchor, address.label, *title, rows, total_row)


def _title(speaker, address, data):
    """The caption and the heads of a table of written cells."""
    columns = tuple(
        _head(speaker, item["label"], address, bool(item.get("numeric")))
        for item in data["cells"]["columns"]
    )
    return speaker.plain(data.get("caption", ""), address.anchor), columns


def _hidden_cells(speaker, address, data):
    """What of a table the public does not get; all tables of the report are weighed together."""
    if not speaker.public or not counts_people(data["cells"]):
        return frozenset()
    if address.anchor not in speaker.hidden_cells:
        manuscript = speaker.manuscript
        blocks = [item for item in manuscript.blocks if counts_people(item.data.get("cells", {}))]
        matches = {speaker.numbering.of(item.slug).anchor: item.data for item in blocks}
        matches[address.anchor] = data
        tables = [_typed(speaker, address, place, *x) for place, x in enumerate(matches.items())]
        hidden = hidden_cells(tables, manuscript, _printed(speaker), speaker.measured.earlier)
        speaker.hidden_cells |= zip(matches, hidden, strict=True)
    return speaker.hidden_cells[address.anchor]


def _printed(speaker):
    """The values of the figures that the report quotes, for its audience."""
    for token in (token for block in speaker.manuscript.blocks for token in tokens_of(block)):
        for quote in quotes_in(token):
            query = questions_of(quote, speaker.figures, speaker.manuscript)
            values = (speaker.measured.value(item, quote.member) for item in query)
            yield from filter(None, values)


def _typed(speaker, address, place, anchor, data):
    def value_of(token):
        query = questions_of(token, speaker.figures, speaker.manuscript)
        answer = speaker.measured.exact.get(query[-1], {}) if query else {}
        return answer.get(token.member)

    cells, own = data["cells"], (speaker.manuscript, speaker.numbering, speaker.figures)
    silent = TokenRenderer(*own, speaker.measured, speaker.public)
    title = _title(silent, replace(address, anchor=anchor), data)
    return TypedTable(place, cells, *title, counts_of(cells, value_of))


def _records(speaker, address, data):
    manuscript = speaker.manuscript
    try:
        day, result = records.listed_in(manuscript, data["records"])
    except records.ListRefused as refused:
        speaker.problems.append(Problem(str(refused), address.anchor))
        return Table(address.anchor, address.label, "")
    speaker.note_record(address.anchor, day, data["records"]["what"], rows=len(result.rows))
    notes = () if result.rows else (Text((Run(result.when_empty),)),)
    if result.count > len(result.rows):
        notes = (Text((Run(f"The first {len(result.rows)} of {result.count}."),)),)
    filled = result.filled
    columns, *rows = (
        tuple(
            Cell((Run(text),), place > 0 and numeric, header=is_head or place == 0)
            for place, (text, numeric) in enumerate(zip(row, filled.numeric, strict=True))
        )
        for is_head, row in ((True, filled.headings), *((False, row) for row in filled.rows))
    )
    typed = speaker.plain(data.get("caption", ""), address.anchor)
    within = records.within_of(manuscript.paper, data["records"])
    caption = _dated(typed, result.title, day, str(within or ""))
    return Table(address.anchor, address.label, caption, columns, tuple(rows), notes=notes)


def _dated(caption, title, day, within):
    """A list's caption with its day: “Actions at 18 January 2016”, “Tasks, at 18 January 2016”; or
    with the period that it keeps `within`."""
    if within:
        name = (caption or title).rstrip(".")
        return name if within in name else f"{name}, {within}"
    if not caption:
        return f"{title} at {say_day(day)}"
    return caption if say_day(day) in caption else f"{caption.rstrip('.')}, at {say_day(day)}"


def _head(speaker, text, address, numeric=False):
    runs = speaker.dates(text, address.anchor)
    return Cell(runs, numeric=numeric, header=True)
