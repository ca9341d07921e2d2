"""The sum of some periods of a year: its second half, its first three quarters."""

import re
from collections.abc import Iterator

from assurance.runtime.digits import UNITS
from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import NEAR, slip
from reports.quantities.derivation.support import is_borne
from reports.quantities.model import Denial, Statement
from reports.quantities.selections import beside_tables, in_periods, row_meant, whole_row
from reports.quantities.tables import Shown

_RUN = re.compile(
    r"\b(?P<end>first|second|last|final|latter)\s+(?:(?P<half>half)(?!-)|(?:⟦[cx](?P<many>\d+)⟧|"
    r"(?P<word>two|three|four))(?:\s+(?:quarters|months|years|terms))?)",
    re.I,
)
_ONE_OF_MANY = re.compile(
    r"\b(?:than|average|mean|each|per|every|of\s+(?:these|which|whom))\b", re.I
)
_FEWEST = 3
_MEND = "Use the sum of those periods, or explain the difference."


def period_sums(reading: Reading) -> Iterator[Denial]:
    """`Referrals in the second half of the year totalled 1,346`: two of the four quarters."""
    for row, tables in beside_tables(reading):
        match = _RUN.search(row.sentence.text)
        if not match or len(row.counts) != 1 or _ONE_OF_MANY.search(row.sentence.text):
            continue
        for table in in_periods(row, tables, _FEWEST):
            yield from _unlike(reading, row, table, match)


def _unlike(reading: Reading, row: Statement, table: Shown, match) -> Iterator[Denial]:
    place, item = row_meant(table, row.sentence.said()), row.counts[0]
    cells = whole_row(table, place) if place is not None else ()
    many = _many(row, match, len(cells))
    if not 1 < many < len(cells) or cells[0].kind != COUNT or not item.phrase.is_stock:
        return
    chosen = cells[:many] if match["end"].casefold() == "first" else cells[-many:]
    total = sum(cell.value for cell in chosen)
    if item.value == total or item.value in table.values:
        return
    if slip(item.value, total, COUNT) >= NEAR and not is_borne(
        reading, item.line, item.phrase.number
    ):
        says = f"“{match.group()}” of “{table.rows[place]}” ({table.grid.at}) comes to "
        says += f"{number_text(total)}, but the report gives {item.phrase.number.words}."
        yield Denial.of(item, row.sentence.said(says), _MEND)


def _many(row: Statement, match, all_of_them):
    """How many periods a run has; nought for half of an odd number."""
    if match["half"]:
        return 0 if all_of_them % 2 else all_of_them // 2
    if match["word"]:
        return UNITS.index(match["word"].casefold())
    return row.sentence.thing(match["many"]).value.numerator
