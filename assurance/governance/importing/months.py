"""Months as cells hold them, and the sentence that the owner of a measure writes of one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from assurance.governance.models.measures import MeasureCommentary
from assurance.imports.declaration import Column
from assurance.imports.plan.records import Record
from assurance.tables.dates import Day
from assurance.tables.table import Cell

# `12/2015`, `2015-12`, `December 2015`, `Dec-15` and the like: a day of the month is left out.
_WAYS = (
    (re.compile(r"\d{1,2}[/.-]\d{4}", re.ASCII), ("%m/%Y", "%m.%Y", "%m-%Y")),
    (re.compile(r"\d{4}[/.-]\d{1,2}", re.ASCII), ("%Y/%m", "%Y.%m", "%Y-%m")),
    (re.compile(r"[A-Za-z]{3,9}[ -]\d{4}", re.ASCII), ("%B %Y", "%b %Y", "%B-%Y", "%b-%Y")),
)


@dataclass(frozen=True)
class Month(Day):
    """A month, written December 2015, 12/2015 or 2015-12, or as any day of it: its first day."""

    def __call__(self, cell: Cell, order: str = "") -> date | None:
        """The first day of the month; raises `Unreadable` where the cell names none."""
        text = " ".join(cell.split()) if isinstance(cell, str) else ""
        for pattern, ways in _WAYS:
            if pattern.fullmatch(text) and (month := _read(text, ways)):
                return month
        day = super().__call__(cell, order)
        return day and day.replace(day=1)


def _read(text, ways):
    for way in ways:
        try:
            return datetime.strptime(text, way).date()
        except ValueError:
            continue
    return None


def faults(fields: Mapping) -> Iterator[tuple[str, ...]]:
    """What refuses a sentence: its month or its words left out."""
    if not fields["text"]:
        yield "sentence", "The sentence is missing", "Write it, or leave its month empty."
    elif fields["month"] is None:
        yield "month", "A sentence needs its month", "Write the month, such as December 2015."


COMMENTARY = Record(
    MeasureCommentary,
    by=("measure", "month"),
    faults=faults,
    columns=(
        Column("month", "Month of the sentence", "09/2015", ("commentary month", "month"),
               read=Month(), past=True, condition="with a sentence"),
        Column("sentence", "Owner’s sentence of the month",
               "Two posts were filled, so that fewer cases wait.",
               ("commentary", "owner’s sentence", "comment"), field="text",
               condition="with its month"),
    ),
)  # fmt: skip
