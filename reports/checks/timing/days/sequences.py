"""Steps of one business, each with its day, that stand in order but for one."""

import re
from collections.abc import Iterator
from datetime import date

from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.checks.timing.days.days import days_of

# What a step was: what is only planned may stand in any order.
_STEP = re.compile(
    r"\b(?:opened|closed|closes|issued|received|sent|published|drawn|checked|checks|finished|answered|"
    r"reply|replied|reported|returned|visit(?:ed)?|letter|approved|agreed|submitted|began|begun|ended|"
    r"started|completed|delivered|put\s+to|taken\s+to|met|considered|deadline|draft|final|report|"
    r"raised|made|lodged|referred|notified|requested|concluded|signed)\b",
    re.I,
)
_DUE = re.compile(r"\b(?:due|will|to\s+be|by\s+when|planned|target|next|forecast|by)\b", re.I)
_LEAST = 3
# “Was received on 8 June”, “asked on 28 June”: a verb that leads straight to its day.
_DONE_ON = re.compile(
    r"\b(?:[a-z]+ed|sent|met|put|made|took|gone|came|went|heard|held|begun|written|wrote)\s+"
    r"(?:[a-z-]+\s+){0,5}?on\s+(?:the\s+)?$",
    re.I,
)
_BACK = re.compile(
    r"\b(?:before|following|after|since|earlier|previous\w*|preced\w+|had|first|last|latest|until|"
    r"between|dated|namely|respectively)\b",
    re.I,
)
_REACH = 60
_MEND = "Right the date, or the order."


@rule(
    "steps-in-order",
    Severity.WARNING,
    "error 12",
    follows=("days-apart", "told-after-paper", "wrong-weekday"),
)
def steps_in_order(reading: Reading, _known) -> Iterator[Fault]:
    """The steps of one business stand in the order of their days."""
    for listing in reading.lists:
        yield from _in_rows(reading, [(item.text, item) for item in listing.items])
    for grid in reading.grids:
        rows = [[cell for cell in row if cell.dates] for row in grid.rows]
        heads = " ".join((grid.caption, *(column.text for column in grid.columns)))
        if all(len(cells) == 1 for cells in rows) and not _DUE.search(heads):
            texts = (" ".join(cell.text for cell in row) for row in grid.rows)
            cells = [cells[0] for cells in rows]
            yield from _in_rows(reading, list(zip(texts, cells, strict=True)))
    for line in reading.prose():
        if len(line.dates) >= _LEAST:
            yield from _in_sentences(reading, line)


def _in_rows(reading: Reading, rows: list[tuple[str, Line]]) -> Iterator[Fault]:
    """The row whose day alone breaks the order of all."""
    if len(rows) < _LEAST or any(_DUE.search(text) for text, _ in rows):
        return
    steps = sum(bool(_STEP.search(text)) for text, _ in rows)
    days = [days_of(reading, line) for _, line in rows]
    if not all(days) or steps < len(rows):
        return
    year = next((row[0].mention.year for row in days if row[0].mention.year), 0)
    dates = [_date_of(row[0].mention, year) for row in days]
    place = _odd(dates)
    # What was late stands before its deadline.
    if place is not None and "deadline" not in rows[place][0].casefold():
        yield _fault(rows[place][1], days[place][0].mention)


def _in_sentences(reading: Reading, line: Line) -> Iterator[Fault]:
    """The day of a sentence that alone breaks the order in which it tells what was done."""
    days = days_of(reading, line)
    for sentence in line.sentences:
        own = [item for item in days if sentence.holds(item.start)]
        if len(own) < _LEAST or len(own) != sum(sentence.holds(d.start) for d in line.dates):
            continue
        year = next((item.mention.year for item in own if item.mention.year), 0)
        starts = [sentence.start, *(item.end for item in own)]
        leads = [line.text[start : item.start] for start, item in zip(starts, own, strict=False)]
        is_told = all(_DONE_ON.search(lead[-_REACH:]) for lead in leads)
        if not year or not is_told or any(_BACK.search(lead) for lead in leads[1:]):
            continue
        place = _odd([_date_of(item.mention, year) for item in own])
        if place is not None:
            yield _fault(line, own[place].mention)


def _date_of(mention, year):
    if mention.first:
        return mention.first
    try:
        return date(year, mention.month, mention.day) if year else None
    except ValueError:
        return None


def _odd(dates):
    """The place of the one date without which all others run in order; None where they do with it
    or where more than one is out of order."""
    if None in dates or dates == sorted(dates):
        return None
    turns = [at for at in range(1, len(dates)) if dates[at] < dates[at - 1]]
    if len(turns) > 1:
        return None
    for place in (turns[0], turns[0] - 1):
        rest = dates[:place] + dates[place + 1 :]
        if rest == sorted(rest):
            return place
    return None


def _fault(line: Line, mention):
    says = f"{mention.words} stands out of the order of the days around it."
    return fault(line, mention, says, _MEND)
