"""What the text says of a row of a table, or of its total, against the table."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from reports.checks.quantities.grammar import TOTAL as STATED
from reports.checks.quantities.model import Denial, Quantity, Statement, constraint
from reports.checks.quantities.passages import statements
from reports.checks.quantities.tables import TOTAL, Shown, names, names_loosely, tables_near
from reports.checks.reading import ITEM, Reading
from reports.prose.content import words_of
from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.quantities.arithmetic import DIRECTION, UP, number_text, plain, way_of
from reports.prose.quantities.phrases import stems

# “In all 72 cases” sums nothing up.
_IN_ALL = re.compile(
    r"\b(?:altogether|in\s+total|a\s+total\s+of|(?:were|are)\s+in\s+all|in\s+all(?=\W*(?:[,.;:)]|$)))\b",
    re.I,
)
_DENIED = re.compile(r"\b(?:not|no|never|neither|except|although|but)\b", re.I)
_OF_SIGHT = words_of("table show shown above below see there were was are is had have has")
_ANOTHER_TIME = re.compile(
    r"\b(?:before|last|previous\w*|earlier|ago|had\s+been(?!\s+[a-z]+e[dn]\b)|nation\w*|england|region\w*|target|average)\b",
    re.I,
)
_OF_A_ROW = re.compile(r"\bof\s+(?:the|these|our)\s+[^,]{3,60},\s*(?:some\s+|only\s+)?$", re.I)
_OF_OWN = re.compile(r"\W*of\s+(?:[a-z-]+\s+){2,4}(?:were|was|are|is|had|have|came|took)\b", re.I)
_THEIRS = re.compile(
    r"\W*(?:of\s+(?:theirs|ours|its|their)\b|(?:of\s+(?:those|them|these)\s+)?who\b)", re.I
)
# What makes a number one of more than a row, or of what is not in it.
_MORE = re.compile(
    r"\b(?:or|others?|another|rest|remain\w*|the\s+next|except\w*|apart|aside|excluding|not|no|neither|nor|"
    r"without|between|combined|together|besides|beyond|than|both|either|further|but|including|"
    r"of\s+which)\b",
    re.I,
)
_JOINED = re.compile(r",\s+(?:and|but|so|while|whilst|which)\b|;")
_TAIL = re.compile(r"\b(?:by|with|from|for|during)\s+(?:the\s+|an?\s+)?([a-z]{4,})", re.I)
_MEND = "Print what the table has, or say what differs."


@constraint(
    "text-unlike-table", "C08; source of error 8", follows=("parts-of-whole", "rank-denied")
)
def text_unlike_table(reading: Reading) -> Iterator[Denial]:
    """What the text says of a row of a table is what the table says."""
    for row in statements(reading):
        for table in tables_near(reading, row.line):
            if table.is_list and row.line.kind == ITEM:
                continue
            yield from _of_numbers(row, table)
            yield from _of_directions(row, table)


def _of_numbers(row: Statement, table: Shown):
    """Each number of a sentence that speaks of one cell, and is not what the cell holds."""
    written = row.sentence.said().casefold()
    other_days = (
        day for day in row.sentence.marks("d") if not names(table.text, day.words.rstrip("."))
    )
    if any(other_days) or _ANOTHER_TIME.search(written):
        return
    for item in row.quantities:
        exact = item.phrase.is_stock or item.phrase.is_sum or item.phrase.number.kind == PERCENT
        base = [other.value for other in row.quantities if other.phrase.mark == item.phrase.base]
        foreign = frozenset(item.phrase.noun) - table.named
        foreign = foreign if table.grid.caption or not table.is_list else ()
        is_other = foreign or _is_part_of_row(item, table)
        if not exact or item.phrase.number.bound or is_other:
            continue
        if item.value in table.values and not _speaks_of_one(item, table, written):
            continue
        cell = _cell(item, table, written) or _total(item, table, written)
        if cell and cell[0].kind == item.phrase.number.kind and cell[0].value not in base:
            says = (
                f"The paper says {plain(item.phrase.number)} here, and the {table.kind} "
                f"({table.grid.at}) has {plain(cell[0])} for “{cell[1]}”."
            )
            yield Denial.of(item, says, _MEND)


def _speaks_of_one(item: Quantity, table: Shown, written):
    """Whether a sentence names one row alone, beside a number that adds nothing to it: then what
    another row has is not the row's."""
    rows = [place for place, label in enumerate(table.rows) if names_loosely(written, label)]
    is_whole = item.phrase.article or item.value == max(table.values)
    if len(rows) != 1 or item.phrase.role != STATED or is_whole:
        return False
    label = table.rows[rows[0]]
    own = {number.value for number in table.numbers[rows[0]] if number}
    spoken = {other.value for other in item.sentence.marks("cpm")}
    ahead, behind = _around(item)
    clause = f"{_JOINED.split(ahead)[-1]} {_JOINED.split(behind)[0]}"
    more = len(_MORE.findall(clause)) > len(_MORE.findall(label))
    return names_loosely(f"{ahead} {behind}", label) and not own & spoken and not more


def _cell(item: Quantity, table: Shown, written):
    """(the number, the row's label) of the one cell that a quantity speaks of, or None."""
    label = _row(item, table, written)
    if label is None:
        return None
    cells = [(place, number) for place, number in enumerate(table.numbers[label]) if number]
    alike = [cell for cell in cells if cell[1].kind == item.phrase.number.kind]
    for stretch in (*reversed(_around(item)), written):
        if len(alike) > 1:
            heads = [cell for cell in alike if _is_named(table.headings[cell[0]], item, stretch)]
            alike = heads or alike
    return (alike[0][1], table.rows[label]) if len(alike) == 1 else None


def _around(item: Quantity):
    """What stands before and behind a number, up to the next one."""
    text, phrase = item.sentence.text, item.phrase
    ahead = re.split(r"⟦[cpm]\d+⟧|;", text[max(0, phrase.start - 120) : phrase.start])[-1]
    behind = re.split(r"⟦[cpm]|;", text[phrase.end : phrase.end + 120])[0]
    return item.sentence.said(ahead).casefold(), item.sentence.said(behind).casefold()


def _is_part_of_row(item: Quantity, table: Shown):
    """Whether a number tells of a part of what a row counts: “of the police referrals, 120”, or
    “60 by telephone” where the table knows of no telephone."""
    ahead, behind = _around(item)
    tails = (stems(match[1]) for match in _TAIL.finditer(behind.split(",")[0]))
    columns = any(heading and names(behind, heading) for heading in table.headings[1:])
    of_row = _OF_A_ROW.search(ahead)
    part = of_row and not columns and any(names_loosely(of_row[0], row) for row in table.rows)
    # “At Hale, 46 of the calls were at night.”
    told = item.phrase.of and _OF_OWN.match(behind)
    part = part or (told and not any(names_loosely(behind, row) for row in table.rows))
    return bool(part or _THEIRS.match(behind)) or any(
        tail and not tail & table.named for tail in tails
    )


def _row(item: Quantity, table: Shown, written):
    """The place of the one row that is named behind a number, else before it, else at all."""
    ahead, behind = _around(item)
    order = (ahead, behind) if ahead.endswith("(") else (behind, ahead)
    for stretch in (*order, written):
        for match in (names, names_loosely) if table.is_list else (names,):
            found = [place for place, label in enumerate(table.rows) if match(stretch, label)]
            if found:
                return found[0] if len(found) == 1 else None
    return None


def _is_named(heading, item: Quantity, written):
    own = stems(heading)
    return names(written, heading) or bool(own and own <= frozenset(item.phrase.noun))


def _total(item: Quantity, table: Shown, written):
    """(the total, its name) where a quantity speaks of all that a table of one column counts."""
    columns = [place for place in range(1, len(table.headings)) if table.counts_in(place)]
    if len(columns) > 1 and _IN_ALL.search(written):
        columns = [place for place in columns if names(written, table.headings[place])]
    words = stems(f"{item.phrase.label} {item.phrase.clause}") - _OF_SIGHT
    noun = frozenset(item.phrase.noun)
    part = item.phrase.base is not None or item.phrase.anaphor or item.phrase.of
    if len(columns) != 1 or not noun or part:
        return None
    counted = stems(f"{table.grid.caption} {table.headings[columns[0]]}")
    if not noun <= counted or not (words <= table.named or _IN_ALL.search(written)):
        return None
    total = [place for place, label in enumerate(table.rows) if TOTAL.match(label)]
    numbers = [row[columns[0]] for row in table.numbers if len(row) > columns[0]]
    if total:
        return (numbers[total[0]], table.rows[total[0]]) if numbers[total[0]] else None
    if not _IN_ALL.search(written) or not all(numbers):
        return None
    value = sum((number.value for number in numbers), Fraction(0))
    shown = Number(0, 0, number_text(value), COUNT, value)
    return shown, "all its rows together"


def _of_directions(row: Statement, table: Shown):
    """A word of direction with a row as its subject, over columns that are periods; or with a
    column, over rows that are."""
    text, said = row.sentence.text, row.sentence.said()
    words = list(re.finditer(DIRECTION, text, re.I))
    if len(words) > 2 or len(row.counts) > 2 or _DENIED.search(text):
        return
    for word in words:
        before = re.split(r",|;|\bwhile\b|\band\b", text[: word.start()])[-1]
        series = _series(row.sentence.said(before), said, table)
        way = 1 if way_of(word) == UP else -1
        steps = list(pairwise(series))
        wrong = [step for step in steps if (step[1] > step[0]) - (step[1] < step[0]) != way]
        if wrong and (len(wrong) == len(steps) or "both" in text):
            says = (
                f"The paper says “{word.group()}”, and the {table.kind} ({table.grid.at}) goes "
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
