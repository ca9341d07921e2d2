"""A thing that is called the largest or the second of those that a sentence gives numbers to."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.constraints.claims.entries import LEADING, tokens
from reports.constraints.prose_lists.entries import Named, ProseList, prose_list
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.table_constraints.measures.rank_words import Rank, ranks_in

_THIS = re.compile(r"\b(?:theirs|this|that|these|them|it|which|making)\b", re.I)
_GENERIC = tokens(
    """group number month quarter term year share part area team place figure
    total single category district locality council authority commonest one week day age band kind
    type busy quiet service heading item score rate result"""
)
_OF_CHANGE = re.compile(
    r"\b(?:rise|increase|growth|grew|rose|fall|fell|drop|decrease|reduction|change|improve\w*|gain)\b",
    re.I,
)
# “The highest is 24, where it was 31”: of two times.
_OF_TWO_TIMES = re.compile(r"\b(?:where|when|from)\s+(?:it|they|there)\s+w(?:as|ere)\b", re.I)
_FAR, _MEND = 2, "Put right the order, or the numbers."


def list_ranks(reading: Reading) -> Iterator[Denial]:
    """A thing with a place among the numbers of a sentence has it there."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        listed = prose_list(row) if len(row.quantities) > 2 else None
        if listed is None or _OF_TWO_TIMES.search(row.sentence.text):
            continue
        near = [x for x in rows[place : place + 1 + _FAR] if x.line is row.line]
        for other in near:
            for rank in ranks_in(other.sentence.text):
                yield from _denied(listed, other, rank)


def _denied(listed: ProseList, row: Statement, rank: Rank) -> Iterator[Denial]:
    mine = _meant(listed, row, rank)
    noun = tokens(
        row.sentence.said(
            re.split(r"[,;:.⟦(]|\b(?:was|were|is|are|than|in|at|with|of)\b", rank.behind)[0]
        )
    )
    if mine is None or rank.is_judged or _OF_CHANGE.search(rank.clause):
        return
    if row is not listed.row and noun - listed.about - LEADING - _GENERIC:
        return
    stated = row.sentence.marks("cpm", rank.clause)
    if row is not listed.row and any(
        x.value not in {y.value for y in listed.entries} for x in stated
    ):
        return
    signs = (1, -1) if rank.is_timed else (rank.sign,)
    if any(_has_place(listed, mine, rank.place, sign) for sign in signs):
        return
    values = ", ".join(number_text(x.value) for x in listed.entries)
    says = f"Of {values} the report calls {number_text(mine.value)} “{rank.cue}”."
    yield Denial(row.line, row.span, says, _MEND)


def _meant(listed: ProseList, row: Statement, rank: Rank) -> Named | None:
    """The one entry that the clause of a rank names, or of which it goes on to tell."""
    text, start = row.sentence.text, row.sentence.text.find(rank.clause)
    if row is listed.row:
        at = start + rank.clause.find(rank.ahead) + len(rank.ahead)
        inside = [x for x in listed.entries if x.start <= at < x.end]
        # “The second was delay (33), followed by conduct (15)” begins behind the first.
        if inside:
            return None if rank.place > 1 and inside[0] is listed.entries[0] else inside[0]
        before = [x for x in listed.entries if x.end <= at]
        if before and _THIS.search(rank.ahead[-30:]) and before[-1] is not listed.entries[-1]:
            return before[-1]
        if start < listed.end:
            return None
    named = listed.named(row.sentence.said(rank.clause))
    return named[0] if len(named) == 1 and text else None


def _has_place(listed: ProseList, mine: Named, at: int, sign: int) -> bool:
    above = [x.value for x in listed.entries if x.value * sign > mine.value * sign]
    level = sum(x.value == mine.value for x in listed.entries)
    return len(above) < at <= len(above) + level or len({*above}) + 1 == at
