"""Workbooks and zips made for the tests, in memory."""

import io
import zipfile

import pytest
import xlsxwriter

from assurance.tables.reader import read
from assurance.tables.table import NotATable

OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
KIND_OF_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def one(content):
    """The only table of a file."""
    (found,) = read("register.csv", content)
    return found


def refusal(content):
    """The sentence that refuses a file."""
    with pytest.raises(NotATable) as refused:
        read("register.csv", content)
    return str(refused.value)


def xlsx(fill):
    """The bytes of the workbook that `fill(workbook)` writes."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as workbook:
        fill(workbook)
    return held.getvalue()


def book(*sheets):
    """The bytes of a workbook of `sheets`, each a list of rows."""

    def fill(workbook):
        for rows in sheets:
            sheet = workbook.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)

    return xlsx(fill)


def ods(*tables, kind=KIND_OF_ODS, styles=""):
    """The bytes of an OpenDocument spreadsheet of `tables` and `styles`, the XML of each."""
    spaces = ("office", "table", "text", "number", "style")
    names = "".join(f' xmlns:{one}="{OFFICE}:{one}:1.0"' for one in spaces)
    inside = "".join(tables)
    content = (
        f"<office:document-content{names}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{inside}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return zipped(
        {
            "mimetype": kind,
            "content.xml": content,
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{manifest}"/>',
        }
    )


def ods_table(rows, name="Sheet1"):
    """The XML of a table of words."""
    return (
        f'<table:table table:name="{name}">'
        + "".join(f"<table:table-row>{''.join(map(words, row))}</table:table-row>" for row in rows)
        + "</table:table>"
    )


def words(text, more=""):
    """The XML of a cell of words."""
    return (
        f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


def zipped(parts):
    """The bytes of a zip of `parts`, name → what it holds."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return held.getvalue()


def changed(content, name, change):
    """The bytes of a zip with `change` made to the text of its part `name`."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {one: package.read(one) for one in package.namelist()}
    parts[name] = change(parts[name].decode()).encode()
    return zipped(parts)


def added(content, **parts):
    """The bytes of a zip with further parts, their names with `__` for a slash."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        held = {one: package.read(one) for one in package.namelist()}
    return zipped(held | {name.replace("__", "/"): text for name, text in parts.items()})
