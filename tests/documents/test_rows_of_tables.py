"""Rows of a table in HTML: each headed by what it is about; which tables a break parts, and how."""

import pytest

from reports.documents.document import Cell, Run, Table
from tests.documents.test_html import page_of


@pytest.mark.parametrize(
    ("row", "head"),
    [
        (("31 March 2019", "Caseload", "17.8"), "Caseload"),
        (("Caseload", "31 March 2019", "17.8"), "Caseload"),
        (("31 March 2019", "30 June 2019", "17.8"), "31 March 2019"),
    ],
)
@pytest.mark.parametrize(("count", "is_short"), [(8, True), (9, False)])
def test_a_row_is_headed_by_what_it_is_about_and_a_short_table_stays_whole(
    row, head, count, is_short
):
    cells = tuple(Cell((Run(text),), place == 2, place == 0) for place, text in enumerate(row))
    columns = tuple(Cell((Run("C"),), place == 2, True) for place in range(3))
    page = page_of(Table("t", "Table 1", "Measures", columns, (cells,) * count))
    at = [number for number, (_, tag) in enumerate(page.tags) if tag.get("scope") == "row"]
    place = [number for number, (tag, _) in enumerate(page.tags) if tag == "tr"][1]
    assert len(at) == count and row[at[0] - place - 1] == head
    assert ("table short" in str(page.tags)) is is_short


@pytest.mark.parametrize(
    ("first", "count", "parted"),
    [("x" * 53, 20, "tall"), ("x" * 52, 20, ""), ("x" * 53, 2, "short")],
)
def test_a_table_that_begins_with_rows_of_three_lines_keeps_one_of_them_before_a_break(
    first, count, parted
):
    """Of 78 letters across three columns each has 26: more than 52 take a third line."""
    cells = tuple(Cell((Run(text),), False, place == 0) for place, text in enumerate(["a", "b"]))
    columns = tuple(Cell((Run("C"),), False, True) for _ in range(3))
    rows = ((*cells, Cell((Run(first),), False, False)),) * count
    page = page_of(Table("t", "Table 1", "Findings", columns, rows))
    classes = [tag["class"] for _, tag in page.tags if tag.get("role") == "region"]
    assert classes == [f"table {parted}".strip()]
