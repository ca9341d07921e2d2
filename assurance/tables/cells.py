"""What a cell may hold: each reader turns a cell into a value or says what would be right.

The days of a column are in `days`; the rest stands here. No sentence repeats the cell.
"""

import decimal
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import trunc
from typing import Protocol

from assurance.runtime.typography import typographic
from assurance.tables.clean import plain
from assurance.tables.dates import Ambiguous, Day, day_order, looks_like_a_day
from assurance.tables.oddities import LOST
from assurance.tables.phrases import several
from assurance.tables.table import Cell, Unreadable

__all__ = [
    "Ambiguous",
    "CertificateNumber",
    "Choice",
    "Day",
    "Decimal",
    "Money",
    "Percent",
    "Reader",
    "Text",
    "Whole",
    "YesNo",
    "as_words",
    "day_order",
    "looks_like_a_day",
]

GROUPED = re.compile(r"[-+]?(\d+|\d{1,3}([, ]\d{3})+)(\.\d+)?")
RAISED = re.compile(r"\d([.,]\d+)?E\+?\d+", re.IGNORECASE)
CERTIFICATE_FIGURES = 12
FREE_FROM = 200
# No count, sum or share has more before its point.
MOST_FIGURES = 30
# More than the longest that a spreadsheet's own number has after it.
MOST_PLACES = 400
# What a spreadsheet shows where a formula came to nothing: no words of anybody.
FORMULA_ERROR = re.compile(
    r"#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA)|Err:\d{3}"
)


class Reader(Protocol):
    """Turns a cell into a value; an empty cell into None. Raises `Unreadable`."""

    def __call__(self, cell: Cell, order: str = "") -> object:
        """`order` is how days of the column are written where a cell could be read both ways:
        ``dmy``, ``mdy`` or empty for not known."""


@dataclass(frozen=True)
class Text:
    """Words of at most `longest` characters, on one line unless `lines`; those that are `printed`
    have typographic marks."""

    longest: int
    lines: bool = False
    printed: bool = False

    @property
    def is_free(self):
        """Whether it is room for free text, not for a name or a reference."""
        return self.lines or self.longest >= FREE_FROM

    def __call__(self, cell: Cell, order: str = "") -> str | None:
        """The words."""
        if cell is None:
            return None
        text = as_words(cell)
        if not self.lines and (words := " ".join(text.split())) != text:
            text = words
        if FORMULA_ERROR.fullmatch(text.strip()):
            raise Unreadable(
                "A formula came to an error here, not to a value.",
                "Correct the formula in the sheet, or write the value, and save the sheet again.",
            )
        if LOST in text:
            raise Unreadable(
                "Letters of it were lost before this file was made.",
                "Write them again, or export the file again.",
            )
        if len(text) > self.longest:
            raise Unreadable(
                f"It has {len(text):,} characters.",
                f"Shorten it to {self.longest:,} characters or fewer.",
            )
        return (typographic(text) if self.printed else text) or None


@dataclass(frozen=True)
class Whole:
    """A whole number from `least` to `most`, None for no bound."""

    least: int | None = 0
    most: int | None = None

    def __call__(self, cell: Cell, order: str = "") -> int | None:
        """The number."""
        if cell is None:
            return None
        number = _number(cell, "a whole number")
        if number != number.to_integral_value():
            raise Unreadable("It is not a whole number.", "Write a whole number in figures.")
        _refuse_outside(number, self.least, self.most)
        return trunc(number)


@dataclass(frozen=True)
class Decimal:
    """A number with or without decimals, as a `decimal.Decimal` from `least` to `most`."""

    least: int | None = None
    most: int | None = None

    def __call__(self, cell: Cell, order: str = "") -> decimal.Decimal | None:
        """The number."""
        if cell is None:
            return None
        number = _number(cell, "a number")
        _refuse_outside(number, self.least, self.most)
        return number


@dataclass(frozen=True)
class Money(Decimal):
    """Pounds, with or without their sign, to the penny."""

    least: int | None = 0

    def __call__(self, cell: Cell, order: str = "") -> decimal.Decimal | None:
        """The pounds, as a `decimal.Decimal` of two places."""
        if isinstance(cell, str):
            cell = cell.replace("£", "").removeprefix("GBP").strip()
        pounds = super().__call__(cell)
        if pounds is None:
            return None
        if abs(pounds) >= 10**12:
            raise Unreadable("It is too large a sum.", "Write it in pounds.")
        return pounds.quantize(decimal.Decimal("0.01"), decimal.ROUND_HALF_UP)


@dataclass(frozen=True)
class Percent(Decimal):
    """A per cent, 0 to 100 unless said otherwise. A workbook holds 54% as 0.54; without its sign a
    number of 1 or less could mean either, so in text it is asked for and a bare 1 as well."""

    least: int | None = 0
    most: int | None = 100

    def __call__(self, cell: Cell, order: str = "") -> decimal.Decimal | None:
        """The number before the sign, as a `decimal.Decimal`."""
        if isinstance(cell, str) and cell.endswith("%"):
            return super().__call__(cell.removesuffix("%").rstrip())
        number = super().__call__(cell)
        if number is None or number == 0 or number > 1:
            return number
        if isinstance(cell, float):
            return (number * 100).normalize() + 0
        raise Unreadable("It could be a per cent or a share of one.", "Write it with its sign, %.")


@dataclass(frozen=True)
class YesNo:
    """Yes or no, as people tick it."""

    def __call__(self, cell: Cell, order: str = "") -> bool | None:
        """True for yes."""
        if cell is None or isinstance(cell, bool):
            return cell
        value = plain(as_words(cell))
        if value in ("yes", "y", "true", "1"):
            return True
        if value in ("no", "n", "false", "0"):
            return False
        raise Unreadable("It is neither yes nor no.", "Write Yes or No.")


class Choice:
    """One of some values, by itself or a label, whatever its case, spaces and signs."""

    def __init__(self, labels: Mapping[object, str | Iterable[str]]):
        """`labels` maps value → its label, or its labels with the usual one first."""
        self.usual, self.known = {}, {}
        for value, one_or_more in labels.items():
            terms = [one_or_more] if isinstance(one_or_more, str) else list(one_or_more)
            self.usual[value] = terms[0]
            for word in (*terms, str(value)):
                if self.known.setdefault(plain(word), value) != value:
                    raise ValueError(f"{word!r} means two values")

    def __call__(self, cell: Cell, order: str = "") -> object:
        """The value."""
        if cell is None:
            return None
        try:
            return self.known[plain(as_words(cell))]
        except KeyError:
            listed = ", ".join(f"“{value}”" for value in self.usual.values())
            raise Unreadable(
                "It is none of the values that are allowed here.", f"Write one of {listed}."
            ) from None

    def say(self, value: object) -> str:
        """The usual label of a value; an empty text for None and for what may not stand."""
        return self.usual.get(value, "")


@dataclass(frozen=True)
class CertificateNumber:
    """The number of a DBS certificate: twelve figures, kept as text since the first may be 0."""

    def __call__(self, cell: Cell, order: str = "") -> str | None:
        """The twelve figures."""
        if cell is None:
            return None
        if isinstance(cell, float) or (isinstance(cell, str) and RAISED.fullmatch(cell)):
            raise Unreadable(
                "The spreadsheet has rounded the number, so its last figures are lost.",
                "Format the column as text and enter the number again from the certificate.",
            )
        figures = as_words(cell).lstrip("'").replace(" ", "").replace("-", "")
        if not (figures.isascii() and figures.isdecimal()):
            raise Unreadable("It is not a certificate number.", "Write its twelve figures.")
        if len(figures) == CERTIFICATE_FIGURES:
            return figures
        if CERTIFICATE_FIGURES - 4 < len(figures) < CERTIFICATE_FIGURES:
            raise Unreadable(
                f"It has {len(figures)} figures, and a certificate number has 12: the spreadsheet "
                "may have lost a leading zero.",
                "Format the column as text, and enter the number again with its leading zeros.",
            )
        raise Unreadable(
            f"It has {several(len(figures), 'figure')}, and a certificate number has 12.",
            "Look at the certificate and write all twelve figures.",
        )


def as_words(cell: Cell) -> str:
    """A cell that is not empty as text: whole numbers without a point, days as 2016-03-01."""
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{decimal.Decimal(repr(cell)):f}"
    return str(cell)


def _number(cell, what):
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        number = decimal.Decimal(repr(cell))
    elif isinstance(cell, str) and cell.isascii() and GROUPED.fullmatch(cell):
        number = decimal.Decimal(cell.replace(",", "").replace(" ", ""))
    else:
        number = decimal.Decimal("nan")
    if number.is_finite() and _is_short(number):
        # Less than nothing of nothing is nothing.
        return number or number.copy_abs()
    if number.is_finite():
        raise Unreadable("It has too many figures.", f"Write {what} in figures.")
    raise Unreadable(f"It is not {what}.", f"Write {what} in figures.")


def _is_short(number):
    return number.adjusted() < MOST_FIGURES and -number.as_tuple().exponent <= MOST_PLACES


def _refuse_outside(number, least, most):
    if least is not None and number < least:
        raise Unreadable(f"It is less than {least:,}.", f"Write a number of {least:,} or more.")
    if most is not None and number > most:
        raise Unreadable(f"It is more than {most:,}.", f"Write a number of {most:,} or less.")
