"""Excel workbooks and OpenDocument spreadsheets as grids of cells, one for each visible sheet."""

import io
import posixpath
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite, trunc
from xml.parsers import expat

from assurance.runtime.processes.lazy_modules import LazyModule
from assurance.tables import limits
from assurance.tables.clean import clean, holds_unseen, one_answer, says_nothing_new
from assurance.tables.dates import SERIALS
from assurance.tables.oddities import IN_THOUSANDS, TIME_LEFT_OUT
from assurance.tables.phrases import UNSEEN_TAKEN_OUT, letters_of, listed, numbers, several
from assurance.tables.refused_files import package_of
from assurance.tables.table import Grid, NotATable
from assurance.tables.workbook.marks import (
    DAMAGED,
    marks_of_ods,
    marks_of_xlsx,
    parsed,
    refuse_false_count,
)
from assurance.tables.workbook.styles import number_styles

calamine = LazyModule("python_calamine")

LOOK = "Show them in the spreadsheet, and take out what is not to be imported."
MOST_LETTERS = 20
CENT = Decimal("0.01")
# So many different values are kept to be shared: beyond, a column is of names or numbers.
MOST_KNOWN = 20_000
SHEETS = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
SHARED_WORDS = "xl/sharedstrings.xml"
# A workbook of an old Mac numbers its dates otherwise; those that are formatted are read right.
OF_1904 = (
    "This workbook numbers its dates from 1904: a date that is a plain number would be read four "
    "years too early. Format each column of dates as dates."
)


def grids_of(content):
    """The `Grid`s of visible sheets that hold anything, and sentences; raises `NotATable`."""
    with package_of(content) as package:
        marks = _marks(package)
        is_of_1904 = SHEETS in package.namelist() and _is_of_1904(package)
        if SHEETS not in package.namelist():
            # An OpenDocument file is opened whole, and a repeated row of its is laid out in full.
            for name, sheet in marks.items():
                _refuse_too_large(name, sheet)
        for name in package.namelist():
            if name.lower() == SHARED_WORDS:
                refuse_false_count(package, name)
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except (calamine.CalamineError, ValueError, OSError) as error:
        raise NotATable(DAMAGED) from error
    about = [
        item for item in workbook.sheets_metadata if item.typ == calamine.SheetTypeEnum.WorkSheet
    ]
    if len(about) > limits.MOST_SHEETS:
        raise NotATable(f"The workbook has more than {limits.MOST_SHEETS} sheets: split it.")
    display = [item.name for item in about if item.visible == calamine.SheetVisibleEnum.Visible]
    if set(display) - set(marks):
        raise NotATable(DAMAGED)
    grids = [_grid(workbook, name, marks[name], is_of_1904) for name in display]
    hidden = [
        clean(item.name) for item in about if item.visible != calamine.SheetVisibleEnum.Visible
    ]
    return [grid for grid in grids if grid.rows], _hidden(hidden)


def _marks(package):
    if SHEETS not in package.namelist():
        return marks_of_ods(package)
    parts, styles = _parts_of_sheets(package), number_styles(package)
    shown = (styles.per_cents, styles.in_thousands)
    return {name: marks_of_xlsx(package, part, *shown) for name, part in parts.items()}


def _parts_of_sheets(package):
    """Sheet's name → the part of the workbook that holds its cells; charts have none."""
    names, targets = {}, {}

    def sheet(tag, attributes):
        if tag.rpartition(" ")[2] == "sheet":
            key = next((value for name, value in attributes.items() if name.endswith(" id")), "")
            names[key] = attributes.get("name", "")

    def relation(tag, attributes):
        if tag.rpartition(" ")[2] == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    current = set(package.namelist())
    for part, handler in ((SHEETS, sheet), (RELATIONS, relation)):
        if part not in current:
            raise NotATable(DAMAGED)
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = handler
        parsed(package, part, parser)
    index = {
        name: posixpath.normpath(posixpath.join("/xl", targets.get(key, ""))).lstrip("/")
        for key, name in names.items()
    }
    return {name: part for name, part in index.items() if part in current}


def _is_of_1904(package):
    found = []

    def properties(tag, attributes):
        if tag.rpartition(" ")[2] == "workbookPr":
            found.append(attributes.get("date1904", "") in ("1", "true", "on"))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = properties
    parsed(package, SHEETS, parser)
    return any(found)


def _grid(workbook, name, marks, is_of_1904):
    _refuse_too_large(name, marks)
    cells = _Cells(marks)
    try:
        sheet = workbook.get_sheet_by_name(name)
        rows = list(cells.rows(sheet))
    except (calamine.CalamineError, ValueError, OSError) as error:
        raise NotATable(DAMAGED) from error
    notices = _notices(marks)
    if is_of_1904 and cells.has_serials:
        notices.append(OF_1904)
    if cells.has_unseen:
        notices.append(UNSEEN_TAKEN_OUT)
    merged = (*(sheet.merged_cell_ranges or ()), *marks.merged)
    odd = [*cells.odd, *(marks.empty_for if marks.has_every_place else ())]
    return Grid(rows, sheet=clean(one_answer(name)), notices=notices, merged=merged, odd=odd)


class _Cells:
    """Reads a sheet row by row, so that it is in memory once; cells alike share one value. Notes
    whether there is a number that may be a date, and something unseen, and which cells are `odd`:
    with a time of day, or with a number that is shown in thousands."""

    def __init__(self, marks):
        self.has_serials = self.has_unseen = False
        self.odd, self.known, self.marks = [], {}, marks

    def rows(self, sheet):
        """Each row of the sheet, with the empty cells before its data."""
        before = (sheet.start or (0, 0))[1]
        for number, row in enumerate(sheet.iter_rows()):
            cells = [None] * before
            cells += [
                self._text(value) if type(value) is str else self._other(value, number, column)
                for column, value in enumerate(row, before)
            ]
            yield cells

    def _text(self, text):
        if text in self.known:
            return self.known[text]
        self.has_unseen = self.has_unseen or holds_unseen(text)
        cell = _cell_text(text)
        if len(self.known) < MOST_KNOWN:
            self.known[text] = cell
        return cell

    def _other(self, value, row, column):
        kind = type(value)
        if (row, column) in self.marks.per_cents and kind in (int, float):
            return _per_cent(value)
        if kind in (int, float):
            self.has_serials = self.has_serials or SERIALS[0] <= value <= SERIALS[1]
            if (row, column) in self.marks.in_thousands and value:
                self.odd.append((IN_THOUSANDS, row, column))
        elif kind is datetime and value.time() != time():
            self.odd.append((TIME_LEFT_OUT, row, column))
        cell = _cell(value)
        if type(cell) is date and len(self.known) < MOST_KNOWN:
            return self.known.setdefault(cell, cell)
        return cell


def _refuse_too_large(name, marks):
    if marks.why_too_large:
        raise NotATable(f"Sheet “{clean(one_answer(name))}”: {marks.why_too_large}")


def _cell(value):
    """A workbook's cell that is no text: whole numbers as such, a moment as its day, a time of day
    in words."""
    if type(value) is float:
        # What a spreadsheet wrote for no number, and for one without an end, is no number here.
        return trunc(value) if value.is_integer() else value if isfinite(value) else str(value)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return str(value)
    return value if isinstance(value, bool | int | date) else None


def _per_cent(value):
    """A share of one that a spreadsheet shows as a per cent, to two decimals: 0.545 as 54.5%."""
    if not isfinite(value):
        return str(value)
    percentage = (Decimal(repr(value)) * 100).quantize(CENT, ROUND_HALF_UP)
    return f"{percentage.normalize():f}%"


def _cell_text(text):
    # Most cells are short plain words; only the others need the longer way.
    if not (text.isascii() and text.isprintable()):
        text = clean(text)
    if says_nothing_new(text):
        text = one_answer(text)
    return text.strip() or None


def _notices(marks):
    items = []
    if marks.formulas:
        items.append(
            f"{several(marks.formulas, 'cell')} with a formula: the value last reckoned was used."
        )
    if marks.not_reckoned and not marks.has_every_place:
        items.append(
            f"{several(marks.not_reckoned, 'cell')} with a formula that was never reckoned, so "
            "read as empty. Open the file in Excel and save it again to have the values."
        )
    if marks.hidden_rows:
        items.append(f"Hidden, and read like the others: {numbers(marks.hidden_rows)}. {LOOK}")
    if marks.hidden_columns:
        named = ", ".join(letters_of(column - 1) for column in marks.hidden_columns[:MOST_LETTERS])
        plural = "s" if marks.hidden_columns[1:] else ""
        items.append(f"Hidden, and read like the others: column{plural} {named}. {LOOK}")
    if marks.errors and not marks.has_every_place:
        items.append(f"{several(marks.errors, 'cell')} with an error such as #N/A, read as empty.")
    return items


def _hidden(names):
    if not names:
        return []
    noun = "The hidden sheet" if len(names) == 1 else "The hidden sheets"
    verb = "was" if len(names) == 1 else "were"
    return [f"{noun} {listed(names)} {verb} not read. Show what is to be imported."]
