"""What the text says went up or down, against a table whose columns or rows are periods."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reports.prose.asides import NEGATIONS
from reports.prose.quantities.arithmetic import DIRECTION, UP, number_text, way_of
from reports.quantities.model import Denial, Statement
from reports.quantities.tables import Shown, names

# What a table of counts does not show.
_OF_SHARES = re.compile(
    r"%|\b(?:per\s?cent|shares?|proportions?|percentages?|rates?|ratios?|averages?|means?)\b", re.I
)
_DENIED = re.compile(rf"\b(?:{NEGATIONS}|no|except|although|but)\b", re.I)


def directions(row: Statement, table: Shown) -> Iterator[Denial]:
    """A word of direction with a row as its subject, over columns that are periods; or with a
    column, over rows that are."""
    text, direction = row.sentence.text, row.sentence.said()
    words = list(re.finditer(DIRECTION, text, re.I))
    if len(words) > 2 or len(row.counts) > 2 or _DENIED.search(text):
        return
    for word in words:
        before = re.split(r",|;|\bwhile\b|\band\b", text[: word.start()])[-1]
        if _OF_SHARES.search(before) and not _OF_SHARES.search(table.text):
            continue
        series = _series(row.sentence.said(before), direction, table)
        way = 1 if way_of(word) == UP else -1
        steps = list(pairwise(series))
        wrong = [step for step in steps if (step[1] > step[0]) - (step[1] < step[0]) != way]
        if wrong and (len(wrong) == len(steps) or "both" in text):
            says = (
                f"The report uses “{word.group()}”, but the {table.kind} ({table.grid.at}) goes "
                f"from {number_text(wrong[-1][0])} to {number_text(wrong[-1][1])}."
            )
            yield Denial(row.line, row.sentence.start, says, "Use the word that the table shows.")


def _series(subject, said, table: Shown):
    """The values of the row or column that is the subject, in the periods that are said."""
    rows = [place for place, label in enumerate(table.rows) if names(subject, label)]
    if len(table.periods) > 1 and len(rows) == 1:
        return _between(table.periods, said, lambda place: table.numbers[rows[0]][place])
    columns = [
        place
        for place, heading in enumerate(table.headings)
        if place and names(subject, heading) and any(row[place] for row in table.numbers)
    ]
    if len(table.dated_rows) > 1 and len(columns) == 1:
        return _between(table.dated_rows, said, lambda place: table.numbers[place][columns[0]])
    return ()


def _between(periods, said, number_at):
    """The values of the first and last period that is said; of one, with that before it; of all
    where none is."""
    values = [number_at(place) for place, _ in periods]
    named = [at for at, (_, label) in enumerate(periods) if names(said, _short(label, periods))]
    if not all(values):
        return ()
    if len(named) == 1 and named[0]:
        named = [named[0] - 1, named[0]]
    if len(named) > 1:
        return values[named[0]].value, values[named[-1]].value
    return tuple(number.value for number in values) if not named else ()


def _short(label, periods):
    """The name of a month without the year where all have one year: “July” of “July 2019”."""
    years = {tuple(re.findall(r"\b(?:19|20)\d\d\b", text)) for _, text in periods}
    first = label.split()[0]
    return first if len(years) == 1 and first.isalpha() and first.casefold() != "quarter" else label
