"""How far the cells of a workbook reach, found before they are read."""

import io
import zipfile

import pytest

from assurance.tables import limits
from assurance.tables.workbook.marks import Marks, marks_of_ods, marks_of_xlsx
from tests.tables.books import ods, ods_table, one, refusal, words, xlsx, zipped

NAME = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def marks(rows, prefix=""):
    """The marks of an Excel sheet with the XML `rows`, its tags with a prefix or none."""
    named = f"xmlns:{prefix}" if prefix else "xmlns"
    tag = f"{prefix}:" if prefix else ""
    rows = rows.replace("</", "<\\").replace("<", f"<{tag}").replace(f"<{tag}\\", f"</{tag}")
    sheet = (
        f'<{tag}worksheet {named}="{MAIN}"><{tag}sheetData>{rows}</{tag}sheetData></{tag}worksheet>'
    )
    with zipfile.ZipFile(io.BytesIO(zipped({NAME: sheet}))) as package:
        return marks_of_xlsx(package, NAME)


def open_marks(*tables):
    """The marks of an OpenDocument spreadsheet, by sheet."""
    with zipfile.ZipFile(io.BytesIO(ods(*tables))) as package:
        return marks_of_ods(package)


@pytest.mark.parametrize("prefix", ["", "x"])
@pytest.mark.parametrize(
    ("rows", "reach"),
    [
        ("", (0, 0)),
        ('<row r="1"><c r="A1"/></row>', (0, 0)),
        ('<row r="1"><c r="A1"><v>1</v></c></row>', (1, 1)),
        ('<row r="7"><c r="AB7"><v>1</v></c></row>', (7, 28)),
        ('<row r="7"><c s="1" r="AB7" t="s"><v>1</v></c><c r="AC7" s="1"/></row>', (7, 28)),
        ('<row r="2"><c r="B2" t="inlineStr"><is><t>x</t></is></c></row>', (2, 2)),
        ("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", (2, 2)),
        ('<row r="5"><c><v>1</v></c></row><row><c/><c><v>1</v></c></row>', (6, 2)),
        ('<row r="1"><c r="XFD1048576"><v>1</v></c></row>', (1048576, 16384)),
        ('<row r="1"><c r="B"><v>1</v></c></row>', (1, 2)),
    ],
)
def test_the_last_filled_cell_of_an_excel_sheet(prefix, rows, reach):
    found = marks(rows, prefix)
    assert (found.last_row, found.last_column) == reach


def test_formulas_and_errors_of_an_excel_sheet():
    found = marks(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c>'
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><v>2</v></c></row>'
    )
    assert (found.formulas, found.not_reckoned, found.errors) == (3, 1, 1)


def test_the_last_filled_cell_of_an_open_document_counts_repeats():
    twice = words("x", 'table:number-columns-repeated="3"')
    row = f'<table:table-row table:number-rows-repeated="4">{twice}</table:table-row>'
    empty = (
        '<table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
    )
    table = ods_table([["A"]], "One").replace("</table:table>", f"{row}{empty}</table:table>")
    found = open_marks(table, ods_table([["A", "B"]], "Two"))
    assert (found["One"].last_row, found["One"].last_column) == (5, 3)
    assert (found["Two"].last_row, found["Two"].last_column) == (1, 2)


@pytest.mark.parametrize("times", ["-1", "x", "", "9" * 30])
def test_repeats_that_are_no_number_count_once(times):
    one = words("x", f'table:number-columns-repeated="{times}"')
    row = f"<table:table-row>{one}</table:table-row></table:table>"
    table = ods_table([]).replace("</table:table>", row)
    assert open_marks(table)["Sheet1"].last_column == 1


def test_errors_and_formulas_of_an_open_document():
    row = (
        '<table:table-row><table:table-cell table:formula="of:=1"/>'
        '<table:table-cell table:formula="of:=1" office:value-type="float" office:value="1"/>'
        "</table:table-row></table:table>"
    )
    found = open_marks(ods_table([]).replace("</table:table>", row))["Sheet1"]
    assert (found.formulas, found.not_reckoned, found.merged) == (2, 1, [])


@pytest.mark.parametrize(
    ("row", "column", "refused"),
    [
        (0, 0, False),
        (limits.MOST_ROWS, 10, False),
        (limits.MOST_ROWS + 50, 10, False),
        (limits.MOST_ROWS * 2, 1, True),
        (1, limits.MOST_COLUMNS, False),
        (1, limits.MOST_COLUMNS + 1, True),
        (limits.MOST_ROWS, 100, True),
    ],
)
def test_a_sheet_that_reaches_too_far_says_so(row, column, refused):
    found = Marks()
    found.reach(row, column)
    assert bool(found.why_too_large) == refused
    assert found.why_too_large.endswith("." if refused else "")


def shown_as(value, code):
    """The table of a sheet whose second cell is in the number format `code`."""

    def fill(book):
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Reference", "Share"])
        sheet.write(1, 0, "A1")
        sheet.write(1, 1, value, book.add_format({"num_format": code}))

    return one(xlsx(fill))


@pytest.mark.parametrize(
    ("value", "code", "cell"),
    [
        (0.545, "0%", "54.5%"),
        (0.6, "0.00%", "60%"),
        (1, "0%", "100%"),
        (0.07, "0%", "7%"),
        (0, "0%", "0%"),
        (-0.125, "0.0%;[Red]-0.0%", "-12.5%"),
        (1 / 3, "0%", "33.33%"),
        (0.545, "0.000", 0.545),
        (54, '0"%"', 54),
        (54, "0\\%", 54),
        (54, "General", 54),
    ],
)
def test_a_number_that_is_shown_as_a_per_cent_is_read_as_one(value, code, cell):
    assert shown_as(value, code).rows[0].cells == ("A1", cell)


IN_FULL = (
    "Row 2, “Share”: the sheet shows this number in thousands or millions, and it was read in full."
    " Check that the full number is meant."
)


@pytest.mark.parametrize(
    ("code", "notices"),
    [
        ("0,", [IN_FULL]),
        ("#,##0,", [IN_FULL]),
        ('£#,##0.0,,"m"', [IN_FULL]),
        ("#,##0,.00", [IN_FULL]),
        ("#,##0,;[Red](#,##0,)", [IN_FULL]),
        ("#,##0_,;0", []),
        ("#,##0", []),
        ('0", "', []),
        ("0\\,", []),
        ("_-£* #,##0.00_-", []),
    ],
)
def test_a_number_that_is_shown_in_thousands_is_read_in_full_and_named(code, notices):
    table = shown_as(1_234_567, code)
    assert (table.rows[0].cells, list(table.notices)) == (("A1", 1_234_567), notices)


def test_a_per_cent_of_an_open_document_is_read_as_one():
    share = '<table:table-cell office:value-type="percentage" office:value="0.545" {}/>'
    head = "".join(map(words, ("Reference", "Share", "Again")))
    row = words("A1") + share.format('table:number-columns-repeated="2"')
    rows = "".join(f"<table:table-row>{cells}</table:table-row>" for cells in (head, row))
    table = f'<table:table table:name="Sheet1">{rows}</table:table>'
    assert one(ods(table)).rows[0].cells == ("A1", "54.5%", "54.5%")


def test_a_per_cent_that_is_repeated_without_end_is_refused_at_once():
    share = '<table:table-cell office:value-type="percentage" office:value="0.5" {}/>'
    far = share.format('table:number-columns-repeated="99999999"')
    table = f'<table:table table:name="A"><table:table-row>{far}</table:table-row></table:table>'
    assert "which is too much" in refusal(ods(table))


STYLES = (
    '<number:number-style style:name="N1"><number:number number:display-factor="1000"/>'
    '</number:number-style><number:number-style style:name="N2"><number:number/>'
    '</number:number-style><style:style style:name="k" style:data-style-name="N1"/>'
    '<style:style style:name="full" style:data-style-name="N2"/>'
)
COLUMNS = '<table:table-column/><table:table-column table:default-cell-style-name="{}"/>'


@pytest.mark.parametrize(
    ("column", "cell", "notices"),
    [
        ("full", ' table:style-name="k"', [IN_FULL]),
        ("k", "", [IN_FULL]),
        ("k", ' table:style-name="full"', []),
        ("full", "", []),
    ],
)
def test_a_number_of_an_open_document_in_thousands_is_named(column, cell, notices):
    number = f'<table:table-cell office:value-type="float" office:value="1234"{cell}/>'
    rows = (words("Reference") + words("Share"), words("A1") + number)
    inside = "".join(f"<table:table-row>{cells}</table:table-row>" for cells in rows)
    table = f'<table:table table:name="Sheet1">{COLUMNS.format(column)}{inside}</table:table>'
    read = one(ods(table, styles=STYLES))
    assert (read.rows[0].cells, list(read.notices)) == (("A1", 1234), notices)
