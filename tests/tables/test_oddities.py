"""What may be wrong in a file is said with its rows and column, or refused."""

from datetime import date, datetime

import pytest

from assurance.imports.plan.headings import Choices
from assurance.imports.plan.rows import ROOM_FOR_WORDS, read_rows
from assurance.tables import limits
from assurance.tables.cells import Day, Text
from assurance.tables.dates import has_time, is_numbered
from assurance.tables.oddities import is_damaged, may_name_a_child
from assurance.tables.reader import read
from assurance.tables.table import NotATable, Row, Table, Unreadable
from tests.kinds.files import SHEETS
from tests.make.imports import AUDITS, row, table
from tests.sweeping import swept
from tests.tables.books import ods, one, xlsx
from tests.tables.free_texts import FAMILIES, NO_ONE


def notices(content, name="file.csv"):
    """What reading a file said of it."""
    [found] = read(name, content)
    return " ".join(found.notices)


def test_letters_of_another_alphabet_and_damaged_ones_are_told_with_their_place():
    told = notices("Ref,Team\nA1,North\nA2,Zoë\n".encode("cp1252"))
    assert "Row 3, “Team”: the file is not written in UTF-8" in told
    told = notices("Ref,Team\nA1,ZoÃ«\nA2,Zoë\nA3,Ca\ufffd\n".encode())
    assert "Row 2, “Team”: letters look damaged" in told
    assert "Row 4, “Team”: letters were lost" in told
    with pytest.raises(Unreadable, match="Letters of it were lost"):
        Text(40)("Ca\ufffd")


@pytest.mark.parametrize("text", ["Zoë", "£5", "naïve – “so”", "Łódź", "Ö", "½", "plain", "São"])
def test_letters_that_are_right_are_not_called_damaged(text):
    assert not is_damaged(text)
    assert text.isascii() or is_damaged(text.encode().decode("latin-1"))


def test_a_workbook_says_its_hidden_rows_and_columns_and_the_times_that_it_drops():
    def fill(workbook):
        sheet, days = workbook.add_worksheet(), workbook.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, ("Ref", "Held", "Remark"))
        for number in (1, 2, 3):
            sheet.write_row(number, 0, (f"A{number}", "", "x"))
            sheet.write_datetime(number, 1, datetime(2015, 3, 1, 9 * (number == 2)), days)
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.set_column(2, 2, None, None, {"hidden": True})

    found = one(xlsx(fill))
    told = " ".join(found.notices)
    assert "Hidden, and read like the others: row 4." in told
    assert "Hidden, and read like the others: column C." in told
    assert "Row 3, “Held”: a time of day is given with the date" in told
    assert found.rows[1].cells[1] == date(2015, 3, 1)


def test_an_open_document_says_its_hidden_rows_and_columns():
    def cell(text):
        return (
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p>'
            "</table:table-cell>"
        )

    hidden = 'table:visibility="collapse"'
    sheet = (
        f'<table:table table:name="One"><table:table-column/><table:table-column {hidden}/>'
        f"<table:table-row>{cell('Ref')}{cell('Team')}</table:table-row>"
        f"<table:table-row {hidden}>{cell('A1')}{cell('N')}</table:table-row>"
        f"<table:table-row>{cell('A2')}{cell('N')}</table:table-row></table:table>"
    )
    told = " ".join(one(ods(sheet)).notices)
    assert "row 2." in told and "column B." in told


def test_the_day_that_a_workbook_invents_is_refused():
    for serial in (1, 60):
        found = one(xlsx(lambda workbook, number=serial: _of_one_day(workbook, number)))
        with pytest.raises(Unreadable):
            Day()(found.rows[0].cells[1])


def _of_one_day(workbook, serial):
    sheet, days = workbook.add_worksheet(), workbook.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, ("Ref", "Held"))
    sheet.write_row(1, 0, ("A1",))
    sheet.write_number(1, 1, serial, days)


@pytest.mark.parametrize("name", ["staff.csv.exe", "a.BAT", "b.js", "c.csv.lnk "])
def test_a_file_named_as_a_program_is_not_opened(name):
    with pytest.raises(NotATable, match="as a program’s does"):
        read(name, b"Ref,Team\nA1,North\n")
    assert read("exe", b"Ref,Team\nA1,North\n")


def test_a_text_file_may_not_have_more_columns_than_a_workbook():
    wide = ",".join(f"C{number}" for number in range(limits.MOST_COLUMNS + 1))
    with pytest.raises(NotATable, match="more than 500 columns"):
        read("wide.csv", f"{wide}\n{wide}\n".encode())
    empty = "Ref,Team" + "," * limits.MOST_COLUMNS
    assert one(f"{empty}\nA1,North{',' * limits.MOST_COLUMNS}\n".encode()).headings


@pytest.mark.parametrize(
    ("cell", "numbered", "timed"),
    [
        *(("42064", True, False), (42064, True, False), (42064.5, True, False)),
        *((date(2015, 3, 1), False, False), (None, False, False), ("1.3.2015", False, False)),
        *(("01/03/2015 00:00", False, False), ("2015-03-01T00:00:00Z", False, False)),
        *(("01/03/2015 09:30", False, True), ("2015-03-01T09:30:00.000Z", False, True)),
        ("1 March 2015 12.15pm", False, True),
    ],
)
def test_which_days_stand_as_numbers_or_with_a_time(cell, numbered, timed):
    assert (is_numbered(cell), has_time(cell)) == (numbered, timed)


CHILDREN = (
    *("The child John was seen", "her son Adam Lee said", "girl, called Ann", "DOB 01/02/2009"),
    *("UPN A123456789012", "NHS 943 476 5919", "see case 1234567", "QQ 12 34 56 C"),
    *("Jake was seen alone", "Discussed Tyler's placement", "Mia, aged 9, was not seen"),
    *("his brother Liam lives there", "the child's mother, Sarah Jones, came", "cousin Omar"),
    *("Mum (Kelly) attended", "Dad, Paul, did not attend", "stepfather Dean was present"),
    *("children Jack and Ella were seen", "the twins Amy and Zoe moved", "Siblings: Tom and Ben"),
    *("Child: J Smith", "Name: Jordan Price", "YP Dawn went missing", "child is called Adam"),
    *("Case no 98765", "ref LCS12345", "Mosaic ID: 456789", "lives at YO24 1AB", "J.S. aged 12"),
    *("T.B. went missing", "foster carer Mrs Green", "the mother (Ms Khan) was not told"),
)
NOBODY = (
    *("Child Protection plan", "the child was seen twice", "£123456 spent", "0123456", "in 2015"),
    *("Children Act 1989", "on 01/02/2015", "telephone 01904 551550", "12,345 files", "a boy of 9"),
    *("Children, Education and Communities", "Child in Need plan", "the child CP plan", "Baby Box"),
    *("Mother and Baby Unit", "Brother and sister stayed together", "Father's Day", "case 2015"),
    *("reviews of children (Nov 2016)", "Pathway Plans were late", "Good (9), Inadequate (3)"),
    *("Ofsted visited York in March", "the U.K. is named", "Sister Unit", "Mum was consulted"),
    *("Young People's Survey", "Audit of 12 files", "Mother, father and nan came", "Twin Track"),
    "Liam.Example@council.example",
)


@pytest.mark.parametrize("text", [*CHILDREN, *NOBODY])
def test_which_free_texts_may_name_a_child(text):
    assert may_name_a_child(text) is (text in CHILDREN)


def test_every_kind_of_file_says_which_rows_and_column_are_doubtful():
    found = read_rows(
        AUDITS,
        table(
            row(1, date="42064"),
            row(2, date="01/03/2015 09:30"),
            row(3, strengths="His mother Jane Roe came"),
            row(4, date="01/03/2087"),
            row(5, date="01/01/1900"),
            row(6),
        ),
        Choices(),
    )
    said = {text.split(",")[0]: text for text in found.warnings}
    assert "a spreadsheet’s number" in said["Row 2"] and "“Audited on”" in said["Row 2"]
    assert "time of day" in said["Row 3"]
    assert "may name a child or a relative" in said["Row 4"] and "Jane" not in said["Row 4"]
    assert "10 years ahead" in said["Row 5"]
    assert "60 years ago" in said["Row 6"]
    assert len(found.rows) == 6


def columns_with_room():
    """(Kind, column) of every column whose texts may be words, and name no record."""
    for kind in SHEETS:
        for column in kind.columns:
            is_long = isinstance(column.read, Text) and column.read.longest >= ROOM_FOR_WORDS
            if is_long and not column.titles:
                yield kind, column


@swept(list(columns_with_room()), named=lambda case: f"{case[0].key} {case[1].name}")
def test_a_child_is_asked_about_in_every_column_with_room_for_a_name(kind, column):
    headings = tuple(one.label for one in kind.columns)
    for text, is_asked in (("Seen: Kayden Smith", True), ("Fostering", False)):
        cells = tuple(text if one is column else None for one in kind.columns)
        found = read_rows(kind, Table("a.csv", "", headings, (Row(2, cells),)), Choices())
        place = f"Row 2, “{column.label}”: this text may name a child"
        asked = any(warning.startswith(place) for warning in found.warnings)
        is_refused = any(fault.column == column.name for fault in found.faults[2])
        # The name of a person who works here may be that of a child too.
        assert is_refused or asked is (is_asked and not column.names_staff)


@pytest.mark.parametrize(
    ("part", "missed", "false"),
    [("built with", 0, 0), ("measured", 1, 2)],
)
def test_free_texts_of_families_are_found_and_few_others_are(part, missed, false):
    families, others = (rows[part == "measured" :: 2] for rows in (FAMILIES, NO_ONE))
    assert len(families) == 25 and len(others) == 38
    assert sum(not may_name_a_child(text) for text in families) <= missed
    assert sum(map(may_name_a_child, others)) <= false
