"""Excel and OpenDocument workbooks, as they come and as they spoil."""

import re
from datetime import date, datetime, time, timedelta

import pytest

from assurance.tables.reader import read
from assurance.tables.workbook import reader, sheet_marks
from tests.tables.books import book, changed, ods, ods_table, one, refusal, words, xlsx

ROWS = [["Reference", "Team"], ["A1", "North"], ["A2", "South"]]
SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize("content", [book(ROWS), ods(ods_table(ROWS))], ids=["xlsx", "ods"])
def test_a_workbook_is_read_whatever_its_name(content):
    found = one(content)
    assert (found.name, found.sheet) == ("register.csv", "Sheet1")
    assert found.headings == ("Reference", "Team")
    assert [(row.number, row.cells) for row in found.rows] == [
        (2, ("A1", "North")),
        (3, ("A2", "South")),
    ]
    assert found.notices == ()


def test_cells_of_every_kind_are_read_as_what_they_are():
    def fill(workbook):
        sheet = workbook.add_worksheet()
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        hour = workbook.add_format({"num_format": "hh:mm"})
        long = workbook.add_format({"num_format": "[h]:mm"})
        sheet.write_row(
            0, 0, ["Day", "Moment", "Hour", "Serial", "Number", "Share", "Done", "Long"]
        )
        sheet.write_datetime(1, 0, datetime(2015, 3, 1), day)
        sheet.write_datetime(1, 1, datetime(2015, 3, 1, 14, 5), day)
        sheet.write_datetime(1, 2, time(14, 5), hour)
        sheet.write_row(1, 3, [42064, 123456789012, 0.5, True])
        sheet.write_number(1, 7, 1.25, long)

    day = date(2015, 3, 1)
    cells = one(xlsx(fill)).rows[0].cells
    assert cells[:7] == (day, day, "14:05", 42064, 123456789012, 0.5, True)
    assert type(cells[4]) is int
    assert cells[7] == str(timedelta(hours=30))


@pytest.mark.parametrize("kind", [xlsx, ods], ids=["xlsx", "ods"])
def test_rows_whose_cells_are_alike_share_one_value(kind):
    content = ods(ods_table([["Reference", "Team"], *[["A", f"{n} North"] for n in (1, 1, 2, 2)]]))
    if kind is xlsx:

        def fill(workbook):
            sheet, day = workbook.add_worksheet(), workbook.add_format({"num_format": "dd/mm/yyyy"})
            sheet.write_row(0, 0, ["Reference", "Team", "Day"])
            for row in range(1, 5):
                sheet.write_row(row, 0, ["A", f"{(row + 1) // 2} North"])
                sheet.write_datetime(row, 2, datetime(2015, 3, (row + 1) // 2), day)

        content = xlsx(fill)
    rows = one(content).rows
    assert len(rows) == 4
    for column, values in enumerate(zip(*[row.cells for row in rows], strict=True)):
        assert len({id(value) for value in values}) == len(set(values)) == (1 if not column else 2)


def test_beyond_the_most_that_are_shared_every_cell_is_read_as_it_is(monkeypatch):
    monkeypatch.setattr(reader, "MOST_KNOWN", 3)
    rows = [[f"A{n}", f"Team {n % 5}"] for n in range(20)]
    found = one(book([ROWS[0], *rows]))
    assert [list(row.cells) for row in found.rows] == rows


def test_formulas_give_their_values_and_are_told():
    def fill(workbook):
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["Reference", "Days", "Error", "Not reckoned"])
        sheet.write(1, 0, "A1")
        sheet.write_formula(1, 1, "=1+1", None, 2)
        sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")
        sheet.write_formula(1, 3, "=1+2", None, 77)

    content = changed(xlsx(fill), SHEET, lambda text: text.replace("<v>77</v>", ""))
    found = one(content)
    assert found.rows[0].cells == ("A1", 2, None, None)
    said = " ".join(found.notices)
    assert "3 cells with a formula" in said
    assert "Row 2, “Error”: this cell shows an error such as #N/A, and was read as empty." in said
    assert "Row 2, “Not reckoned”: the formula of this cell was never reckoned" in said


def test_of_more_errors_than_are_named_their_number_is_given(monkeypatch):
    monkeypatch.setattr(sheet_marks, "MOST_PLACES", 1)

    def fill(workbook):
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["Reference", "Error", "Not reckoned"])
        sheet.write(1, 0, "A1")
        sheet.write_formula(1, 1, "=1/0", None, "#DIV/0!")
        sheet.write_formula(1, 2, "=1+2", None, 77)

    content = changed(xlsx(fill), SHEET, lambda text: text.replace("<v>77</v>", ""))
    said = " ".join(one(content).notices)
    assert "1 cell with an error such as #N/A, read as empty." in said
    assert "1 cell with a formula that was never reckoned, so read as empty." in said
    assert "Row 2" not in said


def test_a_workbook_that_numbers_its_dates_from_1904_is_told_where_a_number_may_be_one():
    def filled(number, **options):
        def fill(workbook):
            workbook.date_1904 = options.get("old", False)
            sheet = workbook.add_worksheet()
            sheet.write_row(0, 0, ["Name", "Begun", "Number"])
            style = workbook.add_format({"num_format": "dd/mm/yyyy"})
            sheet.write_string(1, 0, "A")
            sheet.write_datetime(1, 1, datetime(2016, 2, 29), style)
            sheet.write_number(1, 2, number)

        return one(xlsx(fill))

    for number, options, told in ((40967, {"old": True}, 1), (7, {"old": True}, 0), (42429, {}, 0)):
        table = filled(number, **options)
        assert table.rows[0].cells[1] == date(2016, 2, 29)
        assert sum("from 1904" in sentence for sentence in table.notices) == told


def test_hidden_sheets_are_not_read_and_told():
    def fill(workbook):
        for name in ("Shown", "Old", "Older"):
            sheet = workbook.add_worksheet(name)
            for number, row in enumerate(ROWS):
                sheet.write_row(number, 0, row)
        workbook.get_worksheet_by_name("Old").hide()
        workbook.get_worksheet_by_name("Older").very_hidden()

    found = one(xlsx(fill))
    assert found.sheet == "Shown"
    assert "“Old” and “Older” were not read" in found.notices[0]


def test_a_workbook_whose_sheets_are_all_hidden_or_empty_says_which():
    def fill(workbook):
        workbook.add_worksheet("Nothing")
        workbook.add_worksheet("Old").hide()
        workbook.get_worksheet_by_name("Old").write_row(0, 0, ["Reference"])

    said = refusal(xlsx(fill))
    assert "no visible sheet" in said
    assert "“Old” was not read" in said


def test_each_visible_sheet_with_a_table_is_one_and_others_are_told():
    notes = [["Guidance"], ["2016-01-01"]]
    tables = read("r.xlsx", book(ROWS, notes, [["Team", "Head"], ["North", "x"]]))
    assert [(one.sheet, one.headings) for one in tables] == [
        ("Sheet1", ("Reference", "Team")),
        ("Sheet2", ("Guidance",)),
        ("Sheet3", ("Team", "Head")),
    ]
    tables = read("r.xlsx", book([["2016-01-01"], ["2016-01-02"]], ROWS))
    assert [one.sheet for one in tables] == ["Sheet2"]
    assert "Sheet “Sheet1” was left out. No row of headings" in tables[0].notices[0]


def test_where_no_sheet_is_a_table_the_first_is_spoken_of():
    said = refusal(book([["Reference", "Team"]], [[1, 2], [3, 4]]))
    assert said.startswith("None of 2 sheets is a table. Sheet “Sheet1”: It has headings but no")


def test_a_table_may_stand_anywhere_on_its_sheet():
    rows = [[], ["", "", "Audits 2015"], [], *(["", "", *row] for row in ROWS), [], []]
    found = one(book(rows))
    assert found.headings == ("Reference", "Team")
    assert found.rows[0].number == 5


def test_merged_cells_are_told_below_the_headings_alone():
    def fill(workbook):
        sheet = workbook.add_worksheet()
        sheet.merge_range(0, 0, 0, 2, "Register")
        sheet.write_row(1, 0, ["Reference", "Team", "Grade"])
        sheet.write_row(2, 0, ["A1", "North", "Good"])
        sheet.write_row(3, 0, ["A2", "", "Good"])
        if self_merged:
            sheet.merge_range(2, 1, 3, 1, "North")

    self_merged = False
    assert not [said for said in one(xlsx(fill)).notices if "merged" in said]
    self_merged = True
    found = one(xlsx(fill))
    assert [row.cells[1] for row in found.rows] == ["North", None]
    assert "a merged cell is in the first" in found.notices[-1]
    assert found.notices[-1].endswith("Look at B3 to B4.")


def test_merged_cells_of_an_open_document_are_told():
    merged = words("North", 'table:number-rows-spanned="2"')
    row = f"<table:table-row>{words('A1')}{merged}</table:table-row></table:table>"
    table = ods_table([["Reference", "Team"]]).replace("</table:table>", row)
    assert one(ods(table)).notices[0].endswith("Look at B2 to B3.")


def test_an_open_document_tells_its_formulas_and_errors():
    row = (
        f"<table:table-row>{words('A1')}"
        '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/>'
        "</table:table-row></table:table>"
    )
    found = one(ods(ods_table([["Reference", "Days"]]).replace("</table:table>", row)))
    assert found.rows[0].cells == ("A1", 2)
    assert "1 cell with a formula:" in found.notices[0]


def test_rows_that_an_open_document_repeats_without_end_are_no_rows():
    empty = (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row></table:table>'
    )
    assert len(one(ods(ods_table(ROWS).replace("</table:table>", empty))).rows) == 2


def test_titles_totals_and_unseen_signs_of_a_workbook_are_told_from_its_cells():
    rows = [["Register", "2015"], [], ["Reference", "Team", "Grade"], ["A1", "North", "Good"]]
    assert one(book(rows)).headings == ("Reference", "Team", "Grade")
    rows = [["Number", "Team"], [5, "North"], ["x", "East"], [12]]
    assert len(one(book(rows)).rows) == 3, "a row of totals needs words"
    rows = [["Reference", "Answer"], [" A\u202e1\u200b ", "Non-blank no new info"], ["A2", "x_y"]]
    found = one(book(rows))
    assert found.rows[0].cells == ("A1", "NO_NEW_INFO")
    assert "taken out" in found.notices[0]


def test_a_tall_table_is_measured_by_its_first_rows_and_read_whole():
    rows = [["Reference", "Team"], *([f"A{n}", "North"] for n in range(500))]
    found = one(book(rows))
    assert [row.cells[0] for row in found.rows] == [f"A{n}" for n in range(500)]
    assert found.rows[-1].number == 501


def test_cells_that_do_not_say_where_they_are_follow_one_another():
    content = changed(book(ROWS), SHEET, lambda text: re.sub(r' r="[A-Z]*\d+"', "", text))
    assert [row.cells for row in one(content).rows] == [("A1", "North"), ("A2", "South")]


def test_columns_beyond_z_have_their_names():
    row = [f"h{n}" for n in range(28)]
    found = one(book([[*row[:26], "", "last"], [str(n) for n in range(28)]]))
    assert found.notices == ("Column AA has no heading and was left out.",)


def test_neither_a_sheets_name_nor_a_files_tells_the_answer():
    def fill(workbook):
        sheet = workbook.add_worksheet("NON_BLANK_NO_NEW_INFO")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)

    assert one(xlsx(fill)).sheet == "NO_NEW_INFO"
    (found,) = read("Non-blank no new info, May.csv", b"Reference,Team\nA1,North\n")
    assert found.name == "NO_NEW_INFO, May.csv"
