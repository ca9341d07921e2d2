"""A row that is called the second largest, the furthest on or the last, against every measure of
its table that may be meant."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, MONEY
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, statements
from reports.quantities.repeats.roots import stems_in
from reports.quantities.selections import beside_tables, is_of_table, rows_counted, rows_named
from reports.quantities.tables import Shown
from reports.table_constraints.measures.columns import (
    Measure,
    changes_of,
    columns_of,
    is_target,
    named_by,
    shares_of,
    together,
)
from reports.table_constraints.measures.rank_words import Rank, ranks_in

_REST = re.compile(
    r"\b(?:others?|unknown|not\s+(?:known|recorded|stated)|remaining|none|no\s)", re.I
)
_AFTER = re.compile(
    r"\b(?:after|behind|next\s+to|apart\s+from|besides|leaving\s+aside|other\s+than|followed\s+by|ahead\s+of|compared\s+with|than)\s+(?P<those>[^⟦,;:.]{2,50})",
    re.I,
)
_THEM = re.compile(r"(?:them|these|those|it|that|this)\b", re.I)
_OF_CHANGE = re.compile(
    r"\b(?:(?P<up>rise|increase|growth|jump|gain|grew|grown|rose|risen|improvement|improved)|"
    r"(?P<down>fall|drop|reduction|decline|decrease|fell|fallen|dropped|declined|shrank|cut)|(?P<any>changes?|changed|moved|movement|swing))s?\b",
    re.I,
)
_OF_GAP = re.compile(
    r"\b(?:pressure|over-?spen\w+|under-?spen\w+|variance|gap|difference|shortfall|saving|excess|surplus)s?\b",
    re.I,
)
_UNDER = re.compile(r"\b(?:under-?spen\w+|saving|shortfall)", re.I)
_RATES = r"proportions?|percentages?|rates?|per\s+cent"
_OF_SHARE = re.compile(rf"\b(?:{_RATES})\b|⟦p\d+⟧", re.I)
_ANY_SHARE = re.compile(rf"\b(?:{_RATES}|shares?)\b", re.I)
# What is measured by shares, though it does not say so.
_MAY_BE_SHARE = re.compile(
    r"\b(?:compliance|timeliness|performance|completion|take-?up|success|attendance|coverage|reliab\w+|punctual\w*)\b",
    re.I,
)
_LATE = re.compile(r"\b(?:late|missed|missing|without|outstanding|overdue|un[a-z]+|not)\b", re.I)
_PLAIN = stems_in(
    "number group category reason cause source share figure result single area service part type "
    "kind way rate proportion percentage completion place one order list term total count item line"
)
_NUMBER_OF = re.compile(r"^\s+(?:number|count|total)s?\s+of(?!\s+(?:the|all|these))", re.I)
_NOUN_ENDS = re.compile(
    r"[,;:.⟦(]|\b(?:was|were|is|are|than|in|at|with|of|among|came|comes|come|belongs?|has|had|have|from|for|by|and|or|to|on|that|goes|went)\b",
    re.I,
)
_OF_THOSE = re.compile(
    r"\s+of\s+(?:(?:all|the|these|those|our)\s+)*(?:⟦c\d+⟧\s+)?(?P<noun>[a-z-]+)", re.I
)
_WE = re.compile(r"\b(?:we|us|ours?|the\s+(?:council|borough|county|city|authority))\b", re.I)
# “East has the most children and also the highest rate”, without another subject between.
_TURNS = re.compile(r"[,;:]|\b(?:but|which|where|while|whereas)\b", re.I)
_SOME_OF = re.compile(r"\b(?:of|among(?:st)?)\s+(?:the|these|those|our)\s+⟦c(?P<many>\d+)⟧", re.I)
_DEAR = re.compile(r"\b(?:dearest|cheapest|costliest|expensive|costly)\b", re.I)
_ORDINAL = re.compile(r"^\W*(?:first|second|third|fourth|last)\W*$", re.I)
_FEWEST, _MEND = 3, "Put right the order, or name the row that the table has."


def row_ranks(reading: Reading) -> Iterator[Denial]:
    """A row that is given a place among the others has it by some measure of its table."""
    rows = statements(reading)
    for row, tables in beside_tables(reading):
        ranks = [*ranks_in(row.sentence.text)]
        for rank in ranks:
            verdicts = [_verdict(reading, rows, row, table, rank, ranks[0]) for table in tables]
            wrong = [x for x in verdicts if x is not None]
            if len(wrong) == 1 and wrong[0]:
                # Of two ranks each may be by a measure of its own; “next” is after another.
                alone = len(ranks) == 1 and not rank.goes_on and "next" not in rank.cue
                yield replace(wrong[0], is_proved=alone)


def _verdict(reading: Reading, rows, row: Statement, table: Shown, rank: Rank, first: Rank):
    """The denial of a rank by a table; False where it has it, None where it is of none."""
    ranked = rows_counted(table)
    if len(ranked) < _FEWEST or not is_of_table(row, table) or row.line.at == table.grid.at:
        return None
    place = _row_of(reading, row, table, rank, first)
    if _of_fewer(row, len(ranked)) or (_DEAR.search(rank.cue) and MONEY not in _kinds(table)):
        return None
    if place is None or place not in ranked or _has_other_counts(row, table, rank):
        return None
    at = rank.place + _places_skipped(row, table, rank)
    if rank.goes_on and not any(ranks_in(x.sentence.text) for x in before(rows, row.order - 1, 1)):
        return None
    measures = _measures(row, table, rank, ranked)
    for measure, sign in measures:
        for some in ([x for x in ranked if not _REST.search(table.rows[x])], ranked):
            level = len({measure.values[x] for x in some}) == 1
            if place in some and not level and _has_place(measure, some, place, at, sign):
                return False
    return _denial(row, table, rank, place) if measures else None


def _has_place(measure: Measure, some: Sequence[int], place: int, at: int, sign: int) -> bool:
    """True if a row is at a place from the top of a measure, rows of one value being level."""
    signs = (sign,) if sign else (1, -1)
    for way in signs:
        own = measure.values[place] * way
        above = [measure.values[x] * way for x in some if measure.values[x] * way > own]
        level = sum(measure.values[x] * way == own for x in some)
        if len(above) < at <= len(above) + level or len({*above}) + 1 == at:
            return True
    return False


def _denial(row: Statement, table: Shown, rank: Rank, place: int) -> Denial:
    says = f"No column of the {table.kind} ({table.grid.at}) has “{table.rows[place]}” as "
    return Denial(row.line, row.span, f"{says}“{rank.cue}”.", _MEND)


def _row_of(reading: Reading, row: Statement, table: Shown, rank: Rank, first: Rank) -> int | None:
    """The one row that the clause of a rank names, on the side of it on which the first of its
    sentence has one; the council's own for “we”."""
    is_ahead = bool(_named(row, table, first.ahead))
    stretches = [rank.ahead if is_ahead else rank.behind]
    stretches = [rank.clause, *stretches] if rank.is_alone else stretches
    if is_ahead and not _TURNS.search(rank.ahead) and not _named(row, table, rank.clause):
        stretches += [first.ahead]
    for stretch in stretches:
        named = _named(row, table, stretch)
        if len(named) == 1:
            return None if _REST.search(table.rows[named[0]]) else named[0]
    if not _named(row, table, rank.clause) and _WE.search(rank.clause):
        own = [x for x in rows_counted(table) if _is_own(reading, table.rows[x])]
        return own[0] if len(own) == 1 else None
    return None


def _named(row: Statement, table: Shown, text: str) -> list[int]:
    """The rows that a stretch names, without those that a rank comes behind."""
    named = rows_named(table, row.sentence.said(_AFTER.sub(" ", text)))
    return [x for x in named if re.search(r"[A-Za-z]", _ORDINAL.sub("", table.rows[x]))]


def _of_fewer(row: Statement, many: int) -> bool:
    """True for `of these four`, where the table has more rows."""
    counts = (row.sentence.thing(x["many"]).value for x in _SOME_OF.finditer(row.sentence.text))
    return any(1 < value < many for value in counts)


def _kinds(table: Shown) -> set[str]:
    return {x.kind for line in table.numbers for x in line if x}


def _is_own(reading: Reading, label: str) -> bool:
    """True for the row of the council itself."""
    name = stems(label)
    return bool(name) and name <= stems(reading.council)


def _places_skipped(row: Statement, table: Shown, rank: Rank) -> int:
    """How many rows a rank comes after: `after placements, the largest pressure is …`."""
    after = _AFTER.match(row.sentence.text.lstrip())
    if not after or rank.place > 1:
        return 0
    if _THEM.match(after["those"]):
        return 1
    return len(rows_named(table, row.sentence.said(after["those"])))


def _has_other_counts(row: Statement, table: Shown, rank: Rank) -> bool:
    """True if a clause has a number that its table has not: it ranks something else by that."""
    printed = {x.value for line in table.numbers for x in line if x} | table.values
    bands = (cells[0] for cells in table.grid.rows if cells)
    printed |= {x.value for label in bands for x in label.numbers} | {len(rows_counted(table))}
    columns = columns_of(table, rows_counted(table))
    own = changes_of(table, columns)
    printed |= {abs(value) for x in own for value in x.values.values()}
    counts = row.sentence.marks("c", rank.clause)
    for at in rows_counted(table):
        cells = [x.values[at] for x in columns]
        printed |= {
            sum(cells[x:y]) for x in range(len(cells)) for y in range(x + 2, len(cells) + 1)
        }
    return any(x.kind == COUNT and x.value not in printed for x in counts)


def _measures(row: Statement, table: Shown, rank: Rank, ranked: Sequence[int]):
    """(measure, which way it is ranked) of each that the words of a clause may mean."""
    text = row.sentence.said(rank.clause)
    columns = columns_of(table, ranked)
    shares, changes = shares_of(table, columns), changes_of(table, columns)
    if change := _OF_CHANGE.search(text):
        made = [*changes, *(x for x in columns if x.is_change)]
        sign = -1 if change["down"] else 0 if change["any"] else 1
        is_plain = not (rank.is_judged or rank.is_timed)
        return [(x, sign * rank.sign if is_plain else 0) for x in made]
    if _OF_GAP.search(text):
        gaps = [x for x in columns if x.is_gap] or [x for x in changes if x.is_gap]
        return [(x, 0 if _UNDER.search(text) else rank.sign) for x in gaps]
    plain = [x for x in columns if not is_target(table, x.columns[0]) and not x.is_gap] or columns
    if not _is_linked(row, table, rank):
        return []
    if rank.is_judged or _OF_SHARE.search(text):
        return _judged(table, rank, text, plain, shares)
    named = named_by(table, plain, _noun(rank.behind))
    made = named or [x for x in plain if not x.is_second] + together(plain)
    made += named_by(table, plain, text)
    wording = row.sentence.text
    made += [x for x in shares if _ANY_SHARE.search(wording) or _MAY_BE_SHARE.search(wording)]
    if _LATE.search(text):
        return [(x, 0) for x in (*made, *shares, *changes)]
    return [(x, 0 if rank.is_timed and x.is_share else rank.sign) for x in made]


def _noun(behind: str) -> str:
    """The things that a word of rank is of: “the largest project”, “the smallest of five wards”."""
    # “The smallest number of late calls” is of late calls.
    behind = _NUMBER_OF.sub(" ", behind)
    of = _OF_THOSE.match(behind)
    return of["noun"] if of else _NOUN_ENDS.split(behind)[0]


def _is_linked(row: Statement, table: Shown, rank: Rank) -> bool:
    """True if what is ranked is what the table counts, or is not named."""
    noun = stems_in(row.sentence.said(_noun(rank.behind)))
    return rank.goes_on or not noun - _PLAIN - stems_in(table.text)


def _judged(table: Shown, rank: Rank, text: str, plain, shares):
    """The shares and lengths of time by which a row may be the best, or have the highest rate."""
    given = [x for x in plain if x.is_share]
    if not given and not _ANY_SHARE.search(text):
        given = [x for x in plain if x.way]
    made = given + (named_by(table, shares, text) or shares)
    if _LATE.search(text):
        return [(x, 0) for x in made]
    return [(x, x.way * rank.sign if rank.is_judged else rank.sign) for x in made]
