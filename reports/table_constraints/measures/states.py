"""The rows of a table that may be meant by words of a state: on target, up, with none, green."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.prose.numbers import COUNT, MONEY, PERCENT
from reports.prose.quantities.betterment import better_way
from reports.prose.quantities.claims import CLAIM, fraction
from reports.quantities.model import Statement
from reports.quantities.selections import columns_named, rows_counted
from reports.quantities.tables import TOTAL, Shown
from reports.table_constraints.cells.predicates import opens_with
from reports.table_constraints.claims.directions import OF_TIME, way_in
from reports.table_constraints.measures.columns import (
    Measure,
    changes_of,
    columns_of,
    is_target,
    shares_of,
    where,
)
from reports.table_constraints.measures.tally_words import COUNTED

LIMIT = re.compile(
    r"\b(?:(?P<met>reach\w*|met|meets?|meeting|achiev\w+|attain\w*|hit|on\s+(?:or\s+above\s+)?target|cleared|made\s+it|(?:up\s+)?to\s+standard|respected|satisf\w+)|"
    r"(?P<missed>miss(?:ed|es)?|fail(?:ed|s)?\s+to|fell\s+(?:[a-z]+\s+)?short|fall\s+short|falls\s+short|short\s+of|outside|off\s+target|not\s+(?:met|reached|achieved))|"
    r"(?P<above>above|over(?!\s+the\s+(?:year|quarter|period|term|month))|exceed\w*|beyond|in\s+excess\s+of|(?:more|longer|later|slower)\s+(?:[a-z]+\s+)?than|higher\s+than|better\s+than|at\s+least)|"
    r"(?P<below>below|under|(?:less|shorter|quicker)\s+(?:[a-z]+\s+)?than|fewer\s+(?:[a-z]+\s+)?than|lower\s+than|worse\s+than|within|inside|at\s+most))\b",
    re.I,
)
_THAN_THEN = re.compile(
    r"\bthan\s+(?:in|at|a|the\s+(?:year|quarter|month|term|period|previous|last)|before|last|previously|they\s+(?:were|did|had)|⟦d)|"
    r"\b(?:compared|since|on\s+the\s+year|year\s+on\s+year|from\s+⟦d)\b",
    re.I,
)
_ONE = re.compile(
    r"\b(?:at\s+least\s+one|one\s+or\s+more|any|some)\b|\b(?P<none>none|no\s+[a-z]+|nothing|without)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never|n[’']t|nor)\b", re.I)
_PER = re.compile(r"per\s*cent|%|\brates?\b|\bshare\b|proportion", re.I)
_FELL_IN = re.compile(r"(?<!the )(?<!a )\b(?:fell|fall)\s+(?:in|due|to|on|within|under)\b", re.I)
_OR_BETTER = re.compile(r"\bor\s+(?:better|above|worse|below|higher|lower)\b", re.I)
_TARGETED = re.compile(
    r"\b(?:targets?|standards?|aims?|goals?|expect\w*|should|limits?|ceilings?|required?|promised?)\b",
    re.I,
)
_FAR = 3

Rows = frozenset[int]


def rows_meant_by(
    row: Statement, table: Shown, text: str, earlier: Sequence[Statement]
) -> list[Rows]:
    """Every set of rows that a stretch may be true of; none where it cannot be read."""
    if graded := [*_graded(row, table, text)]:
        return graded
    if _ONE.search(text):
        return [*_having(row, table, text, earlier)]
    cues = [*LIMIT.finditer(text)]
    # “Missed more than a tenth of sessions” is of no target.
    cue = next((x for x in cues if x["above"] or x["below"]), cues[0]) if cues else None
    if cue and not (_THAN_THEN.search(text) and (cue["above"] or cue["below"])):
        return [*_limited(row, table, text, cue, earlier)]
    # “It fell in each quarter” is of when it took place.
    return [*_moved(table, text)] if way_in(_FELL_IN.sub(" ", text)) else []


def rows_graded(row: Statement, table: Shown, text: str) -> list[Rows]:
    """The rows with a grade or status that a stretch has, of each column of words."""
    return [*_graded(row, table, text)]


def _graded(row: Statement, table: Shown, text: str) -> Iterator[Rows]:
    """The rows with a word of a stretch in a column of words: `are green`."""
    rows, statement = rows_counted(table), row.sentence.said(text)
    if _OR_BETTER.search(statement):
        return
    for at in range(1, len(table.headings)):
        cells = {x: _cell(table, x, at) for x in rows}
        if not all(cells.values()) or any(re.search(r"\d", x) for x in cells.values()):
            continue
        named = {x for x in cells.values() if re.search(rf"\b{re.escape(x)}\b", statement, re.I)}
        if named and len({*cells.values()}) < len(rows):
            true = frozenset(x for x, cell in cells.items() if cell in named)
            yield frozenset(rows) - true if _NOT.search(text) else true


def _cell(table: Shown, row: int, column: int) -> str:
    cells = table.grid.rows[row]
    return cells[column].text.strip() if column < len(cells) else ""


def _limited(row, table: Shown, text, cue: re.Match, earlier) -> Iterator[Rows]:
    """The rows on one side of a limit that the sentence, or one before it, or a column gives."""
    rows = rows_counted(table)
    columns = columns_of(table, rows)
    limits = [*limits_of(row, text, earlier)]
    plain = [x for x in columns if not is_target(table, x.columns[0])]
    shares = [x for x in shares_of(table, columns) if len(x.parts) == 1]
    shares = [x for x in shares if x.way > 0] or shares
    for measure in (*plain, *shares):
        made = len(measure.columns) > 1
        about = f"{table.grid.caption} {table.headings[measure.columns[0]]}"
        for value, kind in limits:
            share = value / 100 if made else value
            alike = kind == measure.kind or (kind == PERCENT and not made and _PER.search(about))
            if alike and (kind == PERCENT or not made):
                yield from sides(measure, dict.fromkeys(rows, share), cue, about)
        if not made:
            yield from _against_columns(table, measure, columns, cue, about)


def _against_columns(table: Shown, measure: Measure, columns, cue, about) -> Iterator[Rows]:
    """The rows on one side of what a column of targets has, or of the average of all."""
    for other in columns:
        if is_target(table, other.columns[0]) and other.kind == measure.kind:
            yield from sides(measure, other.values, cue, about)
    for at, label in enumerate(table.rows):
        cells = table.numbers[at]
        whole = cells[measure.columns[0]] if measure.columns[0] < len(cells) else None
        if TOTAL.match(label) and whole and measure.is_share:
            yield from sides(measure, dict.fromkeys(measure.values, whole.value), cue, about)


def limits_of(
    row: Statement, text: str, earlier: Sequence[Statement]
) -> Iterator[tuple[Fraction, str]]:
    """(value, kind) of each number that a state may be laid against: of its clause, else of its
    sentence and those before it."""
    own = [*_numbers(row, text)]
    if own:
        yield from own
        return
    yield from _numbers(row, COUNTED.sub(" ", row.sentence.text))
    for place, other in enumerate(earlier):
        if place < _FAR or _TARGETED.search(other.sentence.text):
            yield from _numbers(other, other.sentence.text)


def _numbers(row: Statement, text: str) -> Iterator[tuple[Fraction, str]]:
    for letter, kind in (("p", PERCENT), ("c", COUNT), ("m", MONEY)):
        for number in row.sentence.marks(letter, text):
            yield number.value, kind
    for match in CLAIM.finditer(row.sentence.said(text)):
        if match["fraction"]:
            yield fraction(match["fraction"]) * 100, PERCENT


def sides(measure: Measure, limit, cue: re.Match, about: str) -> Iterator[Rows]:
    """The rows that words of a side put on theirs, for either way in which less may be better."""
    gaps = Measure(
        measure.columns, {x: value - limit[x] for x, value in measure.values.items()}, ""
    )
    may_be_low = (
        measure.way < 0 or (measure.kind == COUNT and measure.way == 0) or OF_TIME.search(about)
    )
    if cue["above"]:
        yield where(gaps, lambda gap: gap > 0)
    if cue["above"] and cue["above"].casefold().startswith(("at", "over", "above")):
        yield where(gaps, lambda gap: gap >= 0)
    if cue["below"]:
        yield where(gaps, lambda gap: gap < 0)
        yield where(gaps, lambda gap: gap <= 0)
    if cue["met"]:
        yield where(gaps, lambda gap: gap >= 0)
        yield from [where(gaps, lambda gap: gap <= 0)] if may_be_low else []
    if cue["missed"]:
        yield where(gaps, lambda gap: gap < 0)
        yield from [where(gaps, lambda gap: gap > 0)] if may_be_low else []


def _moved(table: Shown, text: str) -> Iterator[Rows]:
    """The rows that went up or down between two columns."""
    way = way_in(_FELL_IN.sub(" ", text))
    rows = rows_counted(table)
    columns = columns_of(table, rows)
    values = [x for x in columns if not is_target(table, x.columns[0])]
    signs = {
        x: way.sign or way.good * (better_way(table.rows[x]) or better_way(table.grid.caption))
        for x in rows
    }
    # More is better of what is measured in per cents, unless its name has it otherwise.
    for measure in (*changes_of(table, values), *(x for x in columns if x.is_change)):
        own = {x: signs[x] or (way.good if measure.kind == PERCENT else 0) for x in rows}
        if all(own.values()):
            yield frozenset(x for x in rows if measure.values[x] * own[x] > 0)


def _having(
    row: Statement, table: Shown, text: str, earlier: Sequence[Statement]
) -> Iterator[Rows]:
    """The rows that have one or more, or none, in a column that the sentence names, else the one
    before it in the paragraph, or in any."""
    match = _ONE.search(text)
    rows = rows_counted(table)
    columns = [x for x in columns_of(table, rows) if x.kind == COUNT]
    beside = [x.sentence.said() for x in earlier[:1] if x.line is row.line]
    behind = row.sentence.said(text[match.end() :])
    own = columns_named(table, behind)
    if len(own) == 1 and not opens_with(table, own[0], behind):
        return
    near = (row.sentence.said(text), row.sentence.said(), *beside)
    named = next(filter(None, (set(columns_named(table, x)) for x in near)), set())
    for measure in columns if match else ():
        if not named or named & {*measure.columns}:
            is_none = bool(match["none"])
            yield where(measure, lambda value, is_none=is_none: (value == 0) == is_none)
