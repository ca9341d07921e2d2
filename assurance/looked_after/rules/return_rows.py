"""The rows of the files of a return, and how a cell of each column is read.

A cell is a text of a CSV file or a typed cell of a spreadsheet. The same dates and codes come by
the thousand, so each is read once and remembered.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from math import trunc
from typing import NamedTuple

from assurance.runtime.digits import whole
from assurance.tables.cells import FORMULA_ERROR
from assurance.tables.dates import CALENDAR_RIGHT_FROM
from assurance.tables.oddities import LOST

FIRST_YEAR, LAST_YEAR = 1900, 2100
LONGEST_CODE = 12
AS_ENTERED = "enter the date as DD/MM/YYYY"
# As spreadsheets write one, with its sign: 4E12 is a reference.
ROUNDED = re.compile(r"\d([.,]\d+)?E\+\d+", re.IGNORECASE)
SEXES = {"1": "M", "2": "F"}
AS_WRITTEN = "write it as DD/MM/YYYY in figures"


class ChildRow(NamedTuple):
    """A line of the header file. `sex` is M, F or U whichever code the year used."""

    line: int
    child: str
    sex: str
    dob: date
    ethnic: str


class EpisodeRow(NamedTuple):
    """A line of the episodes file."""

    line: int
    child: str
    decom: date
    rne: str
    ls: str
    cin: str
    place: str
    place_provider: str
    dec: date | None
    rec: str
    reason_place_change: str


class UascRow(NamedTuple):
    """A line of the file of unaccompanied children; `duc` ends that."""

    line: int
    child: str
    duc: date | None


class WrongCell(ValueError):
    """A cell that cannot be what its column holds: what is wrong after the column's name, and what
    would be right; never the cell."""

    def __init__(self, wrong, right, rule):
        super().__init__(wrong)
        self.wrong, self.right, self.rule = wrong, right, rule


# What stands for a cell that cannot be read.
WRONG = object()


class CellCache(dict):
    """Cell → what `read` makes of it; the same cell is read once."""

    def __init__(self, read):
        super().__init__()
        self.read = read

    def __missing__(self, cell):
        value = self[cell] = self.read(cell)
        return value


@dataclass(frozen=True)
class Kind:
    """A file that censuses need: the column that tells it, those read with how, those dropped.
    `days` maps a column of dates to the rule that a wrong one breaks and whether one is
    required."""

    name: str
    sign: str
    row: type
    columns: tuple[str, ...]
    days: dict[str, tuple[str, bool]]
    dropped: tuple[str, ...] = ()

    def readers(self):
        """A reader per column of `columns`, in their order: cell → value, or `WrongCell`."""
        return [self._reader(column) for column in self.columns]

    def remembered(self):
        """A new `CellCache` per column, in their order: cell → value, or `WRONG`."""
        return [CellCache(_or_wrong(read)) for read in self.readers()]

    def _reader(self, column) -> Callable:
        if column == "CHILD":
            return reference
        if column in self.days:
            rule, required = self.days[column]
            return lambda cell: day(cell, rule, required)
        return sex if column == "SEX" else code


def _or_wrong(read):
    def value(cell):
        try:
            return read(cell)
        except WrongCell:
            return WRONG

    return value


KINDS = (
    Kind(
        "header",
        "ETHNIC",
        ChildRow,
        ("CHILD", "SEX", "DOB", "ETHNIC"),
        {"DOB": ("102", True)},
        ("UPN", "MOTHER", "MC_DOB"),
    ),
    Kind(
        "episodes",
        "RNE",
        EpisodeRow,
        (
            *("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER"),
            *("DEC", "REC", "REASON_PLACE_CHANGE"),
        ),
        {"DECOM": ("141", True), "DEC": ("147", False)},
        ("HOME_POST", "PL_POST", "URN"),
    ),
    Kind("uasc", "DUC", UascRow, ("CHILD", "DUC"), {"DUC": ("duc", False)}, ("SEX", "DOB")),
)


def cell_text(cell):
    """A cell's text: a whole number of a spreadsheet without a point, nothing for an empty one."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = trunc(cell)
    return str(cell).strip()


def reference(cell):
    """A child's local reference in the case as written; raises `WrongCell` of none."""
    text = cell_text(cell)
    if not text:
        raise WrongCell("is empty", "enter the child’s local reference", "no_child")
    if LOST in text:
        raise WrongCell("has lost letters", "export the file again", "no_child")
    # All children with it would be counted as one.
    if FORMULA_ERROR.fullmatch(text):
        raise WrongCell("is a formula’s error", "enter the child’s local reference", "no_child")
    if ROUNDED.fullmatch(text):
        raise WrongCell(
            "is a number that a spreadsheet has rounded",
            "format the column as text and export the file again",
            "no_child",
        )
    return text


def code(cell):
    """A code in capitals; raises `WrongCell` where it is too long to be one."""
    text = cell_text(cell).upper()
    if len(text) > LONGEST_CODE:
        raise WrongCell(
            f"is a code longer than {LONGEST_CODE} characters",
            "check whether the cells are in wrong columns",
            "code_too_long",
        )
    return text


def sex(cell):
    """M, F or U of either year's codes, or the code that nobody knows."""
    text = code(cell)
    return SEXES.get(text, text)


def day(cell, rule, required):
    """The date of a cell, or None of an empty one; raises `WrongCell` with `rule` where it is none,
    or is required and empty."""
    if isinstance(cell, date):
        result = cell.date() if isinstance(cell, datetime) else cell
        if result.year >= FIRST_YEAR and result < CALENDAR_RIGHT_FROM:
            raise WrongCell("is a date that spreadsheets number wrongly", AS_WRITTEN, rule)
    else:
        text = cell_text(cell)
        if not text and not required:
            return None
        if not text:
            raise WrongCell("is empty", AS_ENTERED, rule)
        result = _day(text)
    # Python reads 0216 as a year; nobody was born in it.
    if result is None or not FIRST_YEAR <= result.year <= LAST_YEAR:
        raise WrongCell("is not a date", AS_WRITTEN, rule)
    return result


def _day(text):
    parts = text.split("/")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    of_month, month, year = parts
    if len(of_month) > 2 or len(month) > 2 or len(year) != 4:
        return None
    try:
        return date(whole(year), whole(month), whole(of_month))
    except ValueError:
        return None
