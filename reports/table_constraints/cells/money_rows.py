"""Over and under budget, against the columns of a table that plan and spend."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.asides import CONDITIONS, EXPECTATIONS, NEGATIONS
from reports.prose.numbers import MONEY, PERCENT
from reports.prose.quantities.arithmetic import WRONG, extent, number_text, verdict
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.selections import beside_tables, cells_of, is_of_table, picked, rows_named
from reports.quantities.tables import TOTAL, Shown
from reports.table_constraints.cells.predicates import is_spent, money_columns, spent_word

_THOUSANDS = re.compile(r"£\s?[’']?000s?|£\s?k\b|\bthousands?\b", re.I)
_MILLIONS = re.compile(r"£\s?m(?:illion)?\b|\bmillions?\b", re.I)
_OVERALL = re.compile(
    r"\b(?:overall|in\s+(?:all|total)|altogether|as\s+a\s+whole|total|taken\s+together)\b", re.I
)
_UNSURE = re.compile(
    rf"\b(?:{NEGATIONS}|{CONDITIONS}|{EXPECTATIONS}|forecast|no|except\w*)\b", re.I
)
_LEADS = re.compile(
    r"\W*(?:(?:of|by|was|is|came\s+to|stood\s+at|amounted\s+to|or|some|about|just|only)\s+){0,3}(?:⟦m\d+⟧\W*(?:or\s+)?)?"
)
_OF_THE = re.compile(r"\bof\s+(?:the|this|that|our|its|all\s+the)\s+(?:[a-z]+\s+)?$", re.I)
_CAUSE = re.compile(
    r"\b(?:comes?|came|stems?|stemmed|arises?|arose|results?|resulted)\s+(?:\w+\s+)?from\b|\b(?:due\s+to|because\s+of|"
    r"caused\s+by|driven\s+by|down\s+to|reflects?|owing\s+to)\b",
    re.I,
)
_MEND = "Use what the table shows, or explain the difference."


@dataclass(frozen=True)
class _Gap:
    """The plan and the cost of a row, in pounds."""

    label: str
    planned: Fraction
    spent: Fraction
    has_unit: bool

    @property
    def value(self):
        return self.spent - self.planned


def money_rows(reading: Reading) -> Iterator[Denial]:
    """A row is over or under its budget by so much as its columns show."""
    for row, tables in beside_tables(reading):
        # “Overspent” of one of several tables cannot be told.
        tables = [table for table in tables if money_columns(table)]
        if len(tables) == 1 and not _UNSURE.search(row.sentence.text):
            word = spent_word(row.sentence.text)
            gap = _gap_of(tables[0], _clause_at(row, word)) if word else None
            # “The overspend comes from homes” is that of all rows, of which homes are the cause.
            if gap and _CAUSE.search(row.sentence.text, word.end()):
                continue
            # “Homes make up £1.40m of the overspend, or 80%”: of that of all rows.
            part = word and _OF_THE.search(row.sentence.text[: word.start()])
            if gap and not part and is_of_table(row, tables[0]):
                yield from _denied(row, tables[0], word, gap)


def unit_of(table: Shown, column: int) -> int:
    """How many pounds one of a column is, by its heading or the table's caption; nought where
    neither does."""
    heads = f"{table.headings[column]} {table.grid.caption}"
    return 1000 if _THOUSANDS.search(heads) else 10**6 if _MILLIONS.search(heads) else 0


def _clause_at(row: Statement, word: re.Match) -> str:
    """The stretch between semicolons that has a word."""
    text = row.sentence.text
    start = text.rfind(";", 0, word.start()) + 1
    return row.sentence.said(text[start:].partition(";")[0])


def _gap_of(table: Shown, written: str) -> _Gap | None:
    """The plan and the cost of the one row that is named, or of the total."""
    named = rows_named(table, written)
    if len(named) > 1 or not (named or _OVERALL.search(written)):
        return None
    place = named[0] if named else None
    cells, columns = cells_of(table, place), money_columns(table)
    pair = picked(cells, columns)
    if None in pair:
        return None
    units = [
        1 if cell.kind == MONEY else unit_of(table, at)
        for cell, at in zip(pair, columns, strict=True)
    ]
    values = [cell.value * (unit or 1) for cell, unit in zip(pair, units, strict=True)]
    totals = (label for label in table.rows if TOTAL.match(label))
    label = table.rows[place] if named else next(totals, "all its rows")
    return _Gap(label, *values, has_unit=all(units))


def _is_of_word(item: Quantity, word: re.Match) -> bool:
    """True if a number is right next to a word of over or under: “overspent by £215,000”."""
    text = word.string
    if item.phrase.end <= word.start():
        return not text[item.phrase.end : word.start()].strip(" (,")
    return bool(_LEADS.fullmatch(text, word.end(), item.phrase.start))


def _denied(row: Statement, table: Shown, word: re.Match, gap: _Gap) -> Iterator[Denial]:
    head = f"For “{gap.label}” the table ({table.grid.at}) has {number_text(gap.spent)} against "
    says = f"{head}{number_text(gap.planned)}, but the report "
    # “Three headings were overspent, by £2.4m in all” is of some rows, and not of the total.
    is_proved = not TOTAL.match(gap.label)
    if not is_spent(word, gap.value):
        yield Denial(
            row.line, row.span, f"{says}uses “{word.group()}”.", _MEND, is_proved=is_proved
        )
        return
    known = {abs(gap.value), gap.planned, gap.spent}
    for item in row.quantities:
        number, low = item.phrase.number, abs(gap.value)
        if number.bound or number.value == 0 or not _is_of_word(item, word):
            continue
        if number.kind == MONEY and gap.has_unit:
            least, most = extent(number)
            wrong = not any(least <= value <= most for value in known)
        elif number.kind == PERCENT and gap.planned:
            share = low * 100 / gap.planned
            wrong = verdict(number, share, share) == WRONG
        else:
            continue
        if wrong:
            yield Denial.of(item, f"{says}gives {number.words}.", _MEND, is_proved=is_proved)
