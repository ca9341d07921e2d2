"""Files that are no tables, that could do harm, or that are damaged: each refused in a sentence."""

import io
import re
import zipfile
from functools import partial

import pytest

from assurance.tables import limits
from assurance.tables.reader import read
from assurance.tables.table import NotATable
from tests.sweeping import swept
from tests.tables.books import (
    KIND_OF_ODS,
    added,
    book,
    changed,
    ods,
    ods_table,
    one,
    refusal,
    words,
    zipped,
)

ROWS = [["Reference", "Team"], ["A1", "North"], ["A2", "South"]]
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
STYLES, RELATIONS = "xl/styles.xml", "xl/_rels/workbook.xml.rels"


def bomb():
    """A workbook whose sheet is far larger than itself."""
    return added(book(ROWS), xl__worksheets__sheet2=" " * (21 * limits.MEGABYTE))


REFUSED = {
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
    "a bitmap": (b"BM\x46\0\0\0\0\0", "a picture"),
    "a program": (b"MZ\x90\0\x03\0\0\0", "a program"),
    "a script": (b"#!/bin/sh\nrm", "a program"),
    "a packed file": (b"\x1f\x8b\x08\0", "a compressed file"),
    "a text document": (b"{\\rtf1 a", "a text document"),
    "a web page": (b"\xef\xbb\xbf  <!DOCTYPE html><table>", "web page or XML"),
    "a web page as a table": (b"<table><tr><td>A", "web page or XML"),
    "JSON": (b'[{"Reference": 1}]', "JSON"),
    "an old workbook": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"),
        "of an old kind (.xls)",
    ),
    "a locked workbook": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "by a password",
    ),
    "an old document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    "a Word document": (zipped({"word/document.xml": "x"}), "a Word document"),
    "a presentation": (zipped({"ppt/presentation.xml": "x"}), "a presentation"),
    "a zip": (zipped({"a.csv": "Reference\nA1"}), "without a workbook"),
    "another open document": (
        ods(ods_table(ROWS), kind="application/vnd.oasis.opendocument.text"),
        "without a workbook",
    ),
    "an open document of no kind": (zipped({"content.xml": "x"}), "without a workbook"),
    "a binary workbook": (zipped({"xl/workbook.bin": "x"}), ".xlsb"),
    "macros": (added(book(ROWS), **{"xl__vbaProject.bin": "x"}), "contains macros"),
    "macros of an open document": (added(ods(ods_table(ROWS)), Basic__one="x"), "contains macros"),
    "a bomb": (bomb(), "far more than a table"),
    "many parts": (zipped({str(n): "" for n in range(2001)}), "far more than a table"),
    "a locked open document": (
        zipped(
            {
                "mimetype": KIND_OF_ODS,
                "content.xml": "x",
                "META-INF/manifest.xml": "<m><manifest:encryption-data/></m>",
            }
        ),
        "by a password",
    ),
    "half a workbook": (book(ROWS)[:-200], "damaged or was cut off"),
    "headings alone": (book([["Reference", "Team"]]), "It has headings but no rows"),
    "nothing to hold": (book([["UPN", "Post code"], ["A1", "YO1 1AA"]]), "None of its columns"),
}


@swept(REFUSED.values())
def test_what_is_no_table_is_refused_by_what_is_in_it(content, said):
    assert said in refusal(content)


@pytest.mark.parametrize("heading", ["MZ reference", "BMI", "PAR", "GI", "ID"])
def test_a_heading_may_begin_like_a_program(heading):
    assert one(f"{heading},Team\nA1,North\n".encode()).headings[0] == heading


def with_a_last_cell(cell):
    """The workbook with one more cell in its last row."""
    end = f"{cell}</row></sheetData>"
    return changed(book(ROWS), SHEET, lambda text: text.replace("</row></sheetData>", end))


def test_one_filled_cell_far_from_the_rest_is_refused_and_an_empty_one_does_no_harm():
    for reference, said in (
        ("A999999", "row 999,999"),
        ("ZZZ2", "columns wide"),
        ("XFD2", "columns wide"),
    ):
        assert said in refusal(with_a_last_cell(f'<c r="{reference}"><v>1</v></c>')), reference
    assert one(with_a_last_cell('<c r="XFD3" s="1"/>')).rows[-1].cells == ("A2", "South")


def test_cells_that_an_open_document_repeats_too_often_are_refused():
    many = words("x", 'table:number-columns-repeated="16384"')
    row = f'<table:table-row table:number-rows-repeated="1048576">{many}</table:table-row>'
    table = ods_table(ROWS).replace("</table:table>", f"{row}</table:table>")
    assert "a filled cell in row 1,048,579" in refusal(ods(table))
    assert "columns wide" in refusal(ods(table.replace("1048576", "150000")))


def test_more_rows_sheets_or_bytes_than_are_read_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MOST_SHEETS", 1)
    assert "more than 1 sheets" in refusal(book(ROWS, ROWS))
    monkeypatch.setattr(limits, "MOST_ROWS", 1)
    assert "up to 1 rows" in refusal(book(ROWS))
    assert "Split it" in refusal(b"Reference\nA1\n\n\n\n")
    monkeypatch.setattr(limits, "LARGEST_FILE", 10)
    assert "larger than" in refusal(b"Reference\nA1\n")


def test_a_part_that_holds_more_than_the_directory_says_is_refused():
    held = io.BytesIO(book(ROWS))
    with zipfile.ZipFile(held) as package:
        size = package.getinfo(SHEET).file_size
    content = held.getvalue().replace(size.to_bytes(4, "little"), (size - 9).to_bytes(4, "little"))
    assert "more than it declares" in refusal(content)


def damaged():
    """(what is wrong, the bytes) of workbooks of which one part cannot be read."""
    whole = book(ROWS)
    for part in (SHEET, STRINGS, STYLES, "xl/workbook.xml", RELATIONS):
        yield f"half of {part}", changed(whole, part, lambda text: text[: len(text) // 2])
    for part in (SHEET, RELATIONS):
        with zipfile.ZipFile(io.BytesIO(whole)) as package:
            parts = {name: package.read(name) for name in package.namelist() if name != part}
        yield f"no {part}", zipped(parts)
    declared = '?><!DOCTYPE a [<!ENTITY b "c">]>'
    for part in (SHEET, "xl/workbook.xml"):
        yield "entities", changed(whole, part, lambda text: text.replace("?>", declared, 1))
    for count in ("999999999999", "-1", "many", "9" * 5000):
        lie = f'uniqueCount="{count}"'
        lying = changed(whole, STRINGS, partial(re.sub, r'uniqueCount="\d+"', lie))
        yield f"{count:.9} words", lying
    for old, new in (("<v>5</v>", "<v>99</v>"), ("UTF-8", "XTF-8")):
        yield new, changed(whole, SHEET, lambda text, old=old, new=new: text.replace(old, new))
    content, place = bytearray(whole), whole.index(b"xl/worksheets/sheet1.xml") + 40
    content[place : place + 30] = b"\xff" * 30
    yield "spoiled bytes", bytes(content)


@swept(damaged(), named=lambda case: case[0])
def test_a_workbook_of_which_a_part_cannot_be_read_is_damaged(_, content):
    assert "damaged" in refusal(content)


def test_a_locked_part_is_refused():
    content = bytearray(book(ROWS))
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + flag] |= 1
            place = content.find(mark, place + 4)
    assert "password" in refusal(bytes(content))


def test_an_open_document_whose_kind_cannot_be_read_is_refused():
    parts = {"mimetype": KIND_OF_ODS.upper(), "content.xml": "x"}
    assert "without a workbook" in refusal(zipped(parts))
    content = bytearray(ods(ods_table(ROWS)))
    place = content.index(b"mimetype") + 8
    content[place : place + 10] = b"\xff" * 10
    assert "without a workbook" in refusal(bytes(content))


def test_two_parts_of_one_name_are_refused():
    with pytest.warns(UserWarning, match="Duplicate name"):
        held = io.BytesIO(book(ROWS))
        with zipfile.ZipFile(held, "a") as package:
            package.writestr(SHEET, "<worksheet/>")
    assert "cut off" in refusal(held.getvalue())


@swept(range(0, 4000, 131))
def test_half_a_workbook_is_refused_wherever_it_was_cut(cut):
    content = book(ROWS)[: 200 + cut]
    assert "cut off" in refusal(content)


@pytest.mark.parametrize("part", [SHEET, STRINGS, STYLES, "xl/workbook.xml"])
@pytest.mark.parametrize("number", ["-1", "9" * 20, "9" * 5000, "1e400", "A0", ""])
def test_no_number_in_a_workbook_does_anything_but_be_read_or_refused(part, number):
    def spoil(text):
        return re.sub(r'"\d+"|(?<=<v>)\d+', lambda found: _like(found[0], number), text)

    try:
        read("register.xlsx", changed(book(ROWS), part, spoil))
    except NotATable as refused:
        assert str(refused).endswith(".")


def _like(found, number):
    return f'"{number}"' if found.startswith('"') else number


PROGRAM_NAMES = (
    *("list.csv.exe", "list.CSV.EXE", "list.csv.exe.", "list.csv.exe . .", "list.csv.exe\u200b"),
    *("list.xlsx.xll", "list.csv.url", "list.csv.scr\u202c"),
)


@pytest.mark.parametrize("name", PROGRAM_NAMES)
def test_a_name_that_starts_a_program_is_refused_whatever_follows_it(name):
    with pytest.raises(NotATable, match="as a program’s does"):
        read(name, b"Reference,Team\nA1,North\n")


def test_a_name_without_a_programs_ending_is_read():
    for name in ("exe", "list.exe.csv", "list", "list.csv."):
        assert read(name, b"Reference,Team\nA1,North\n")
