"""Rows written as files that a spreadsheet opens without running, rounding or guessing anything.

What is written here is read back by `assurance.tables.reader` as it was.
"""

import csv
import decimal
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice

from assurance.runtime.processes.lazy_modules import LazyModule

xlsxwriter = LazyModule("xlsxwriter")

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# A text that begins so is a formula to a spreadsheet; behind an apostrophe it is text.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
GUARDED = re.compile(r"'+[=+\-@\t\r\n]")
# Excel shows longer numbers rounded, and forgets what follows the fifteenth figure.
LONGEST_NUMBER = 10**11
MOST_IN_A_CELL = 32_767
SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
NARROWEST, WIDEST = 12, 44
ROWS_OF_A_PART = 1_000

Written = str | int | float | bool | decimal.Decimal | date | None


def harmless(text: str) -> str:
    """`text` so that no spreadsheet runs it in a CSV file; `unguarded` is its way back."""
    return f"'{text}" if text.startswith(FORMULA) or GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """`text` without the apostrophe that `harmless` put before it."""
    return text[1:] if GUARDED.match(text) else text


def write_csv(headings: Sequence[str], rows: Iterable[Iterable[Written]]) -> bytes:
    """A CSV file in UTF-8 with its mark, without which Excel takes it for the computer's own code
    page: days as 2016-03-03, yes and no in words, no text that a spreadsheet would run."""
    return b"".join(csv_parts(headings, rows))


def csv_parts(headings: Sequence[str], rows: Iterable[Iterable[Written]]) -> Iterator[bytes]:
    """The same file part by part, of `ROWS_OF_A_PART` rows each, so that no more of it is in memory
    at once."""
    buffer = io.StringIO()
    sheet = csv.writer(buffer)
    buffer.write("\ufeff")
    sheet.writerow([harmless(heading) for heading in headings])
    rows = iter(rows)
    while part := list(islice(rows, ROWS_OF_A_PART)):
        sheet.writerows([_as_text(value) for value in row] for row in part)
        yield _taken(buffer)
    if buffer.tell():
        yield _taken(buffer)


def write_xlsx(
    headings: Sequence[str], rows: Iterable[Iterable[Written]], sheet: str = "Sheet1"
) -> bytes:
    """An Excel workbook of one sheet: headings bold and always in view, days as days, text as text
    whatever it looks like, long numbers as text so that none of their figures is lost."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"constant_memory": True}) as workbook:
        page = workbook.add_worksheet(SHEET_NAME.sub(" ", sheet)[:31].strip() or "Sheet1")
        text = workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        days = workbook.add_format({"num_format": "dd/mm/yyyy", "valign": "top"})
        numbers = workbook.add_format({"valign": "top"})
        bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        page.freeze_panes(1, 0)
        page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for column, heading in enumerate(headings):
            page.set_column(column, column, min(max(len(heading) + 2, NARROWEST), WIDEST))
            page.write_string(0, column, heading[:MOST_IN_A_CELL], bold)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                _write(page, number, column, value, (text, days, numbers))
    return buffer.getvalue()


def _taken(buffer):
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()


def _as_text(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, int | float | decimal.Decimal):
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return harmless(str(value))


def _write(page, row, column, value, formats):
    text, days, numbers = formats
    if value is None or value == "":
        return
    if isinstance(value, bool):
        page.write_string(row, column, "Yes" if value else "No", text)
    elif isinstance(value, int | float | decimal.Decimal) and abs(value) < LONGEST_NUMBER:
        page.write_number(row, column, value, numbers)
    elif isinstance(value, date) and not isinstance(value, datetime) and value.year >= 1901:
        page.write_datetime(row, column, value, days)
    else:
        page.write_string(row, column, str(value)[:MOST_IN_A_CELL], text)
