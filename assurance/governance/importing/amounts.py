"""Numbers of measures as cells hold them: plain, in pounds or as a per cent."""

import decimal
from dataclasses import dataclass

from assurance.governance.rules import choices
from assurance.tables.cells import Choice, Decimal
from assurance.tables.table import Cell, Unreadable

CENT = decimal.Decimal("0.01")
LARGEST = decimal.Decimal(10) ** 12
SIGNS = {"%": choices.PERCENT, "£": choices.MONEY}
OTHER_UNITS = {
    choices.NUMBER: ("Number", "count", "children", "people", "cases"),
    choices.PERCENT: ("Per cent", "percentage"),
    choices.MONEY: ("Pounds", "gbp", "cost"),
    choices.DAYS: ("Days", "day"),
}


@dataclass(frozen=True)
class Amount:
    """A number of a measure, and whether its cell says that it is a per cent."""

    number: decimal.Decimal
    is_per_cent: bool = False


class ReadAmount:
    """A number of two decimals at most: 17.5, 1,200, £48,000, 75.3%."""

    def __call__(self, cell: Cell, order: str = "") -> Amount | None:
        """The amount."""
        if cell is None:
            return None
        is_per_cent = isinstance(cell, str) and cell.rstrip().endswith("%")
        if isinstance(cell, str):
            cell = cell.strip().replace("−", "-").replace("£", "").removesuffix("%").strip()
        number = Decimal()(cell)
        if abs(number) >= LARGEST:
            raise Unreadable("It is too large a number.", "Check it, or write it in other units.")
        # A workbook holds more decimals than it shows.
        rounded = number.quantize(CENT, decimal.ROUND_HALF_UP)
        if isinstance(cell, str) and rounded != number:
            raise Unreadable("It has more than two decimals.", "Round it to two decimals.")
        return Amount(rounded, is_per_cent)


class ReadUnit(Choice):
    """A unit by its word or by its sign."""

    def __call__(self, cell: Cell, order: str = "") -> object:
        """The unit."""
        if isinstance(cell, str) and cell.strip() in SIGNS:
            return SIGNS[cell.strip()]
        return super().__call__(cell, order)


OTHER_DIRECTIONS = {
    "higher": ("up", "more", "high", "bigger is better"),
    "lower": ("down", "fewer", "low", "smaller is better"),
    "neither": ("not applicable", "none"),
}


def why_not_amount(amount: Amount | None, unit: str | None) -> tuple[str, str] | None:
    """(what is wrong, what would be right) of an amount of a measure in `unit`, or None."""
    if amount is None or unit is None:
        return None
    if amount.is_per_cent and unit != choices.PERCENT:
        text = choices.UNITS[unit].lower()
        return (f"It is a per cent, and the measure is in {text}.", "Check the unit and the cell.")
    if unit == choices.PERCENT and not amount.is_per_cent and 0 < amount.number <= 1:
        wrong = "It could be a per cent or a share of one."
        return (wrong, "Write it with its sign, %.")
    return None


def say_amount(number: decimal.Decimal | None, unit: str) -> object:
    """A number as a cell of a file that reads back the same."""
    if number is None:
        return None
    return f"{number.normalize():f}%" if unit == choices.PERCENT else number
