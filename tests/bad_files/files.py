"""Files as people really give them by mistake: what each is called, its bytes, and what has to come
of it. `SPOILED` are tables, made as CSV, as a workbook and as an OpenDocument spreadsheet; `OTHERS`
are files of one kind alone."""

import io
import zipfile
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from html import escape

from tests.tables.books import added, book, ods, ods_table, xlsx, zipped

HEADINGS = [
    *("Reference", "Name", "Group", "Service", "Role", "Role began on", "Certificate number"),
    "Certificate issued on",
]
FIRST = ["A1", "Sam Example", "Employee", "Fostering", "Social Worker", "25/04/2014"]
GOOD = [*FIRST, "001234567890", "14/05/2014"]
OTHER = ["A2", "Kim Example", *GOOD[2:6], "001234567891", "25/05/2014"]


@dataclass(frozen=True)
class Expected:
    """What has to come of a file: `said` stands on the page; where it `is_taken`, a run of so many
    rows `added` and `refused` waits, else the page gives the file back."""

    said: tuple[str, ...] = ()
    added: int = 0
    refused: int = 0
    is_taken: bool = True


def row(number=1, **changed):
    """A good row, with cells changed by their place in `HEADINGS`."""
    cells = [f"A{number}", *GOOD[1:6], f"0012345678{number:02}", GOOD[7]]
    for name, value in changed.items():
        cells[PLACES[name]] = value
    return cells


PLACES = {
    "reference": 0,
    "name": 1,
    "group": 2,
    "role": 4,
    "began": 5,
    "certificate": 6,
    "issued": 7,
}


def taken(added, refused, *said):
    """A file that is read: so many rows added and refused, and what is said of it."""
    return Expected(said, added, refused)


def back(*said):
    """A file that is given back with a sentence."""
    return Expected(said, is_taken=False)


def _day(cell, added, *said):
    return [HEADINGS, row(1, issued=cell)], taken(added, 1 - added, *said)


SPOILED = {
    "as it should be": ([HEADINGS, GOOD, OTHER], taken(2, 0)),
    "headings alone": ([HEADINGS], back()),
    "nothing at all": ([], back()),
    "no headings": ([GOOD, OTHER], back()),
    "a title above": ([["Register of checks"], [], HEADINGS, GOOD], taken(1, 0)),
    "a totals row": ([HEADINGS, GOOD, ["Total", "1"]], taken(1, 0)),
    "a grand total": ([HEADINGS, GOOD, ["Grand total", "", "", "", "", "", "1", ""]], taken(1, 0)),
    "empty rows between": ([HEADINGS, GOOD, [], [""], OTHER, []], taken(2, 0)),
    "columns in another order": ([one[::-1] for one in (HEADINGS, GOOD)], taken(1, 0)),
    "headings in capitals": ([[one.upper() for one in HEADINGS], GOOD], taken(1, 0)),
    "a missing column": ([HEADINGS[1:], GOOD[1:]], taken(0, 0)),
    "an extra column": ([[*HEADINGS, "Shoe size"], [*GOOD, "42"]], taken(1, 0, "Shoe size")),
    "an address": ([[*HEADINGS, "Home address"], [*GOOD, "1 Way"]], taken(1, 0, "Home address")),
    "twice the same heading": ([[*HEADINGS, "Name"], [*GOOD, "Else"]], back()),
    "the wrong kind": ([["Fruit", "Colour"], ["Apple", "Red"]], taken(0, 0)),
    "a short row": ([HEADINGS, GOOD[:3], OTHER], taken(1, 1)),
    "a row twice": ([HEADINGS, GOOD, GOOD], taken(1, 0)),
    "two names of one person": ([HEADINGS, GOOD, row(1, name="Jo", certificate=None)], taken(0, 2)),
    "one certificate of two": ([HEADINGS, GOOD, [*OTHER[:6], *GOOD[6:]]], taken(0, 2)),
    "no reference": ([HEADINGS, row(1, reference=""), OTHER], taken(1, 1)),
    "an unknown group": ([HEADINGS, row(1, group="Pirate")], taken(0, 1)),
    "a name of 300 letters": ([HEADINGS, row(1, name="x" * 300), OTHER], taken(1, 1)),
    "a name of 40,000 letters": ([HEADINGS, row(1, name="x" * 30_000), OTHER], taken(1, 1)),
    "markup in a name": ([HEADINGS, row(1, name="<script>alert(1)</script>")], taken(1, 0)),
    "a formula to be injected": ([HEADINGS, row(1, name="+cmd|' /C calc'!A0")], taken(1, 0)),
    "marks of direction": ([HEADINGS, row(1, name="\u202eelpmaxE\u202c")], taken(1, 0)),
    "letters of every script": ([HEADINGS, row(1, name="Žofia 李 محمد")], taken(1, 0)),
    "day first": _day("25/12/2015", 1),
    "ISO": _day("2015-12-25", 1),
    "in words": _day("25 December 2015", 1),
    "short words": _day("25-Dec-15", 0, "year has two figures"),
    "with points": _day("25.12.2015", 1),
    "with a clock": _day("25/12/2015 00:00", 1),
    "month first": _day("12/25/2015", 1),
    "a day both ways": ([HEADINGS, row(1, issued="03/04/2015")], taken(0, 0)),
    "year 0216": _day("25/12/0216", 0),
    "year 16": _day("25/12/16", 0, "year has two figures"),
    "30 February": _day("30/02/2015", 0),
    "no day": _day("soon", 0),
    "a day to come": _day("25/12/2999", 0),
    "a serial number": _day("42064", 1),
    "a lost zero": ([HEADINGS, row(1, certificate="1234567890")], taken(0, 1)),
    "a power of ten": ([HEADINGS, row(1, certificate="1.23E+11")], taken(0, 1)),
    "a number with letters": ([HEADINGS, row(1, certificate="00123456789O")], taken(0, 1)),
    "a number without a day": ([HEADINGS, row(1, issued="")], taken(0, 1)),
    "an error of a formula": ([HEADINGS, row(1, name="#REF!"), OTHER], taken(1, 1)),
    "not a number": ([HEADINGS, row(1, issued="#N/A"), OTHER], taken(1, 1)),
}


def as_csv(rows, separator=","):
    """Bytes of a CSV file in UTF-8."""

    def cell(value):
        told = "" if value is None else str(value)
        return f'"{told.replace(chr(34), chr(34) * 2)}"' if {*told} & {*',;"\n\t'} else told

    return "".join(f"{separator.join(map(cell, one))}\n" for one in rows).encode()


def as_ods(rows):
    """Bytes of an OpenDocument spreadsheet of words."""
    return ods(ods_table([[escape(str(value or "")) for value in one] for one in rows]))


WAYS = {"csv": as_csv, "xlsx": book, "ods": as_ods}
WHOLE = as_csv([HEADINGS, GOOD, OTHER])
BOOK = book([HEADINGS, GOOD, OTHER])
MACROS = added(BOOK, **{"xl__vbaProject.bin": "x"})


def _cells(fill):
    """A workbook whose first sheet holds the headings, filled by `fill(book, sheet)`."""

    def made(workbook):
        sheet = workbook.add_worksheet("Register")
        sheet.write_row(0, 0, HEADINGS)
        fill(workbook, sheet)

    return xlsx(made)


def _typed(workbook, sheet):
    sheet.write_row(1, 0, GOOD)
    sheet.write_datetime(
        1, 5, datetime(2014, 4, 1), workbook.add_format({"num_format": "dd/mm/yyyy"})
    )
    sheet.write_number(1, 7, 42064)


def _as_number(number):
    def fill(workbook, sheet):
        sheet.write_row(1, 0, GOOD)
        sheet.write_number(1, 6, number)

    return _cells(fill)


def _formulas(workbook, sheet):
    sheet.write_row(1, 0, GOOD)
    sheet.write_formula(1, 1, '="Sam"&" Example"', None, "Sam Example")


def _merged(workbook, sheet):
    sheet.write_row(1, 0, GOOD)
    sheet.write_row(2, 0, [*OTHER[:3], None, *OTHER[4:]])
    sheet.merge_range(1, 3, 2, 3, "Fostering")


def _hidden(workbook, sheet):
    sheet.write_row(1, 0, GOOD)
    other = workbook.add_worksheet("Old")
    other.write_row(0, 0, HEADINGS)
    other.write_row(1, 0, OTHER)
    other.hide()


def _hidden_row(workbook, sheet):
    sheet.write_row(1, 0, GOOD)
    sheet.write_row(2, 0, OTHER)
    sheet.set_row(2, None, None, {"hidden": True})


def _dated(number, workbook, sheet):
    sheet.write_row(1, 0, GOOD)
    sheet.write_number(1, 7, number, workbook.add_format({"num_format": "dd/mm/yyyy"}))


def _bomb():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 40_000_000)
    return held.getvalue()


def _many(rows):
    line = ",".join(GOOD[1:6]) + "\n"
    numbers = (f"B{number},{line}" for number in range(rows))
    return (",".join(HEADINGS[:6]) + "\n" + "".join(numbers)).encode()


OTHERS = {
    "UTF-8 with its mark.csv": (b"\xef\xbb\xbf" + WHOLE, taken(2, 0)),
    "UTF-16.csv": (WHOLE.decode().encode("utf-16"), taken(2, 0)),
    "UTF-16 without a mark.csv": (WHOLE.decode().encode("utf-16-le"), taken(2, 0)),
    "Windows.csv": (
        as_csv([HEADINGS, row(1, name="Zoë")]).decode().encode("cp1252"),
        taken(1, 0, "was read as a Windows file"),
    ),
    "semicolons.csv": (as_csv([HEADINGS, GOOD], ";"), taken(1, 0)),
    "tabs.txt": (as_csv([HEADINGS, GOOD], "\t"), taken(1, 0)),
    "old line ends.csv": (WHOLE.replace(b"\n", b"\r"), taken(2, 0)),
    "empty.csv": (b"", back("is empty")),
    "spaces.csv": (b"  \n \n", back("is empty")),
    "a long row.csv": (as_csv([HEADINGS, [*GOOD, "x", "y"], OTHER]), taken(1, 1)),
    "null.csv": (WHOLE.replace(b"Kim", b"K\0m"), back("null characters")),
    "all null.csv": (b"\0" * 5000, back("null characters")),
    "open quotation.csv": (WHOLE + b'A3,"Never closed\n', back("quotation mark")),
    "cut halfway.csv": (WHOLE[:-40], taken(1, 1)),
    "program.csv": (b"MZ\x90\0\3\0\0\0" + b"\0" * 500, back("a program")),
    "script.csv": (b"#!/bin/sh\nrm\n", back("a program")),
    "paper.csv": (b"%PDF-1.7\n1 0 obj", back("a PDF document")),
    "picture.xlsx": (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, back("a picture")),
    "page.xls": (b"<html><table><tr><td>A1</td></tr></table></html>", back("a web page")),
    "json.csv": (b'{"Reference": "A1"}', back("JSON")),
    "old.xls": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le"),
        back("an old kind (.xls)"),
    ),
    "locked.xlsx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        back("protected by a password"),
    ),
    "packed.xlsx": (zipped({"a.csv": WHOLE}), back("without a workbook")),
    "letter.xlsx": (zipped({"word/document.xml": "<w/>"}), back("a Word document")),
    "macros.xlsm": (MACROS, back("contains macros")),
    "bomb.xlsx": (_bomb(), back("far more than a table needs")),
    "cut halfway.xlsx": (BOOK[: len(BOOK) // 2], back("damaged or was cut off")),
    "cut halfway.ods": (as_ods([HEADINGS, GOOD])[:300], back("damaged or was cut off")),
    "days and serials.xlsx": (_cells(_typed), taken(1, 0)),
    "lost zero.xlsx": (_as_number(1234567890), taken(0, 1)),
    "power of ten.xlsx": (_as_number(1.23456789012e11), taken(1, 0)),
    "formulas.xlsx": (_cells(_formulas), taken(1, 0, "formula")),
    "merged.xlsx": (_cells(_merged), taken(1, 1, "merged cell")),
    "hidden sheet.xlsx": (_cells(_hidden), taken(1, 0, "hidden")),
    "two sheets.xlsx": (book([HEADINGS, GOOD], [HEADINGS, OTHER]), taken(2, 0)),
    "staff.csv.exe": (WHOLE, back("as a program’s does")),
    "10,011 columns.csv": (
        as_csv([[*HEADINGS, *map(str, range(10_011))], [*GOOD, *["x"] * 10_011]]),
        back("more than 500 columns"),
    ),
    "29 February 1900.xlsx": (_cells(partial(_dated, 60)), taken(0, 1, "before March 1900")),
    "a time of day.xlsx": (_cells(partial(_dated, 42064.5)), taken(1, 0, "a time of day")),
    "a hidden row.xlsx": (_cells(_hidden_row), taken(2, 0, "Hidden, and read like the others")),
    "damaged letters.csv": (
        as_csv([HEADINGS, row(1, name="ZoÃ« Example")]),
        taken(1, 0, "Row 2, “Name”: letters look damaged"),
    ),
    "200,001 rows.csv": (_many(200_001), back("up to 200,000 are read")),
}
