"""Columns of numbers that are headed by dates: the order in which a card shows them."""

import re

from assurance.runtime.digits import whole
from assurance.runtime.periods import MONTHS
from reports.documents.document import Table

# Of so many columns a card puts the newest first; those before them are in their own order.
MOST = 6
_DAY = rf"\d{{1,2}} (?:{'|'.join(MONTHS)})"
# “31 March 2019”, “1 May to 31 July 2017”, “1 November 2018 to 31 January 2019”.
_HEAD = re.compile(rf"(?:{_DAY}(?: \d{{4}})? to )?(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})", re.I)


def newest_first(table: Table) -> dict[int, str]:
    """Place of each column of numbers that is headed by a date or a period → its class in a card:
    `at-1` is the newest. Empty where fewer than two are."""
    heads = (
        ("".join(run.text for run in cell.runs).strip(), place)
        for place, cell in enumerate(table.columns)
        if cell.numeric
    )
    days = sorted(((day, place) for head, place in heads if (day := _day_of(head))), reverse=True)
    ranked = enumerate(days, 1) if len(days) > 1 else ()
    return {place: f"at-{min(rank, MOST)}" for rank, (_, place) in ranked}


def _day_of(head):
    """(year, month, day) of the end of a head that is nothing but a date or a period; else None."""
    match = _HEAD.fullmatch(head)
    return match and (whole(match[3]), MONTHS.index(match[2].lower()), whole(match[1]))
