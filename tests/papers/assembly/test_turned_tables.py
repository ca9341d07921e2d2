"""A turned table is the same table with its rows across the page: in the document, as a chart, in
the file that another council takes, and where its rows are counted."""

import random
from dataclasses import replace

import pytest

from assurance.figures.registry import FIGURES
from reports.documents.document import Chart, Table
from reports.editions.paper_file import _spelt_out
from reports.language.tokens import Quote
from reports.papers.assembly import tables
from reports.papers.assembly.pipeline import assemble
from reports.papers.assembly.row_counts import row_count
from reports.papers.manuscript import BlockText, read
from tests import cast
from tests.make.drafts import written

FIXED = [key for key, figure in FIGURES.items() if not figure.has_members]
WHENS = ("position", "comparison", "year", "period", "")


def drawn(seed):
    """A grid of some figures at some dates."""
    draw = random.Random(seed)
    keys = ["looked_after.children", *draw.sample(FIXED, draw.randint(1, 4))]
    rows = [{"label": f"Row {place}", "quote": key} for place, key in enumerate(keys)]
    columns = [
        {"label": f"Column {place}", "when": draw.choice(WHENS), "form": "number"}
        for place in range(draw.randint(1, 4))
    ]
    return {"rows": rows, "columns": columns}


def cells(table):
    """The words of every cell with its headings, head of the columns first."""
    heads = ["".join(run.text for run in cell.runs) for cell in table.columns]
    rows = [["".join(run.text for run in cell.runs) for cell in row] for row in table.rows]
    return [heads, *rows]


def printed(manuscript, kind, data):
    """The last table or chart of the report with a block of these data."""
    block = BlockText("drawn", "body", kind, "", "", "", data)
    document = assemble(manuscript.with_block(block)).document
    wanted = Chart if kind == "chart" else Table
    return [item for item in walk(document.sections) if isinstance(item, wanted)][-1]


def walk(blocks):
    """Every block of a document, with those in others."""
    for block in blocks:
        yield block
        for name in ("blocks", "sections", "items"):
            yield from walk(getattr(block, name, ()) or ())


@pytest.fixture
def manuscript(db):
    """A report with two counts of children."""
    return read(written(cast.clerk()))


@pytest.mark.parametrize("seed", range(6))
def test_a_turned_table_is_the_table_turned(manuscript, seed):
    grid = drawn(seed)
    plain = printed(manuscript, "table", {"caption": "C", "grid": grid})
    turned = printed(manuscript, "table", {"caption": "C", "grid": grid | {"turned": True}})
    assert cells(turned) == [list(row) for row in zip(*cells(plain), strict=True)]
    assert all(row[0].header and not any(cell.header for cell in row[1:]) for row in turned.rows)


def test_a_turned_chart_has_the_same_bars_by_the_other_heading(manuscript):
    grid = drawn(1) | {"columns": [{"label": "Then", "when": "comparison"}, {"label": "Now"}]}
    data = {"caption": "C", "finding": "It fell.", "grid": grid}
    plain = printed(manuscript, "chart", data).bars
    turned = printed(manuscript, "chart", data | {"grid": grid | {"turned": True}}).bars
    swapped = {replace(bar, label=bar.series, series=bar.label) for bar in turned}
    assert swapped == set(plain) and len(turned) == len(plain)
    assert {bar.label for bar in turned} == {"Then", "Now"}


def test_a_total_is_a_row_of_a_table_and_a_column_of_a_turned_one(manuscript):
    grid = drawn(2) | {"total_row": True}
    assert printed(manuscript, "table", {"grid": grid}).total_row
    assert not printed(manuscript, "table", {"grid": grid | {"turned": True}}).total_row


def test_rows_are_counted_as_they_print(manuscript):
    grid = drawn(3)
    for turned in (False, True):
        block = BlockText("t", "body", "table", "", "", "", {"grid": grid | {"turned": turned}})
        changed = manuscript.with_block(block)
        assert row_count(changed, "t") == len(grid["columns" if turned else "rows"])


@pytest.mark.parametrize("seed", range(4))
def test_the_file_for_others_has_the_cells_as_they_print(seed):
    grid = drawn(seed)
    for turned in (False, True):
        block = {"kind": "table", "data": {"grid": grid | {"turned": turned}}}
        made = _spelt_out(block)["data"]["cells"]
        across, down = ("rows", "columns") if turned else ("columns", "rows")
        heads = [item["label"] for item in made["columns"]]
        assert heads == ["", *(item["label"] for item in grid[across])]
        assert [row[0] for row in made["rows"]] == [item["label"] for item in grid[down]]
        assert {len(row) for row in made["rows"]} == {len(heads)}
    assert _spelt_out({"data": {}}) == {"data": {}}


def test_a_table_without_rows_or_columns_prints_none_either_way():
    for rows, columns in ((0, 0), (0, 2), (2, 0), (2, 2)):
        grid = {
            "rows": [{"label": "R", "quote": "dbs.overdue"}] * rows,
            "columns": [{"label": "C", "when": "", "form": "number"}] * columns,
        }
        for turned in (False, True):
            heads, down = tables.printed_grid(grid | {"turned": turned})
            size = (len(heads), len(down))
            assert size == ((rows, columns) if turned else (columns, rows))
            assert all(len(quotes) == len(heads) for _label, quotes in down)
            assert all(isinstance(quote, Quote) for _label, quotes in down for quote in quotes)
