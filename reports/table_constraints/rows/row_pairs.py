"""Which of two rows of a table is larger, and how many times, where a sentence names both."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, Number
from reports.prose.quantities.arithmetic import MULTIPLES, number_text
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Statement
from reports.quantities.nouns import PLAIN
from reports.quantities.selections import beside_tables, is_of_table, rows_counted, rows_named
from reports.quantities.tables import Shown

# “More households left to give a home than were lost to agencies.”
_MORE = re.compile(
    r"(?:^|[,;:]\s+|\b(?:and|but|that)\s+)\W*(?:(?:slightly|far|many|rather|a\s+few)\s+)?(?P<word>more|fewer)\s+"
    r"(?P<one>[^⟦.;:,]{5,100}?)\s+than\s+(?P<other>[^⟦.;:,]{4,90})",
    re.I,
)
# “Its 57 cases are more than twice the figure for early years.”
_TIMES = re.compile(
    r"⟦c(?P<now>\d+)⟧[^⟦.;:]{0,40}?\b(?:is|are|was|were)\s+(?P<loose>(?:[a-z]+\s+){0,3}?)"
    r"(?:(?P<word>twice|double|treble|triple|half)|⟦[cx](?P<factor>\d+)⟧\s+times)\s+(?:the\s+|that\s+|those\s+)?"
    r"(?:(?:figure|number|total|count)s?\s+)?(?:of|for|in|at|from|recorded\s+(?:for|in|at))\s+(?P<row>[^⟦.;:,]{3,60})",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:before|earlier|previous\w*|last|no|not|never|once|would|expected|usual\w*|rise|fall|growth)\b",
    re.I,
)
_OVER = re.compile(r"\b(?:more\s+than|over|above|well\s+over)\s*$", re.I)
_UNDER = re.compile(r"\b(?:less\s+than|under|below|not\s+quite|nearly|almost)\s*$", re.I)
_LEEWAY, _MEND = Fraction(1, 5), "Write what the table shows."


def row_pairs(reading: Reading) -> Iterator[Denial]:
    """Of two rows of a table the one that is called the larger is, and so many times."""
    for row, tables in beside_tables(reading):
        text = row.sentence.text
        for table in () if _UNSURE.search(text) else tables:
            if not is_of_table(row, table):
                continue
            for match in _MORE.finditer(text):
                yield from _larger(row, table, match)
            for match in _TIMES.finditer(text):
                yield from _times(row, table, match)


def _larger(row: Statement, table: Shown, match: re.Match) -> Iterator[Denial]:
    places = [_meant(table, match[name]) for name in ("one", "other")]
    values = [_alone(table, at) for at in places]
    if None in places or None in values or places[0] == places[1]:
        return
    way = 1 if match["word"].casefold() == "more" else -1
    if (values[0].value - values[1].value) * way <= 0:
        first, other = (table.rows[at] for at in places)
        says = f"The {table.kind} ({table.grid.at}) has {values[0].words} for “{first}” and "
        says += f"{values[1].words} for “{other}”, but the report uses “{match['word'].lower()}”."
        yield Denial(row.line, row.span, says, _MEND)


def _times(row: Statement, table: Shown, match: re.Match) -> Iterator[Denial]:
    now, places = row.sentence.thing(match["now"]), rows_named(table, match["row"])
    columns = _columns_of(table, now) if len(places) == 1 else []
    thens = [table.numbers[places[0]][at] for at in columns]
    thens = [x for x in thens if x and x.kind == COUNT and x.value]
    factor = row.sentence.thing(match["factor"]).value if match["factor"] else None
    stated = factor or MULTIPLES[match["word"].casefold()]
    trues = [Fraction(now.value) / then.value for then in thens]
    if trues and not any(_bears(true, stated, match["loose"]) for true in trues):
        says = f"{now.words} is {number_text(trues[0], 1)} times the {thens[0].words} of "
        says += f"“{table.rows[places[0]]}” ({table.grid.at})."
        yield Denial(row.line, now, says, "Put the multiple right, or the number.")


def _bears(true: Fraction, stated, loose: str) -> bool:
    if _OVER.search(loose):
        return true > stated
    if _UNDER.search(loose):
        return stated * (1 - _LEEWAY) <= true < stated
    return abs(true - stated) <= _LEEWAY * stated


def _columns_of(table: Shown, number: Number) -> list[int]:
    """The columns in which some row has a number."""
    return sorted(
        {
            at
            for cells in table.numbers
            for at, cell in enumerate(cells)
            if cell and cell.kind == COUNT and cell.value == number.value
        }
    )


def _meant(table: Shown, text: str) -> int | None:
    """The place of the one row that has a word of a text which no other row has."""
    own = {word for word in stems(text) - PLAIN if len(word) > 3}
    rows = {at: stems(table.rows[at]) for at in rows_counted(table)}
    alone = {word: [at for at, words in rows.items() if word in words] for word in own}
    places = {at for found in alone.values() if len(found) == 1 for at in found}
    return next(iter(places)) if len(places) == 1 else None


def _alone(table: Shown, place: int | None) -> Number | None:
    """The one count of a row."""
    cells = [x for x in table.numbers[place] if x and x.kind == COUNT] if place is not None else []
    return cells[0] if len(cells) == 1 else None
