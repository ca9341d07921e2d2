"""`North as well as South missed the standard`: things that a sentence gave numbers to, against the
limit that was named near."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.constraints.prose_lists.entries import Named, ProseList, prose_list
from reports.prose.numbers import PERCENT
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, statements
from reports.table_constraints.measures.states import LIMIT, limits_of

_NAMES = re.compile(r"(?:^|[,;:]\s+)(?P<only>only\s+|just\s+)?(?P<names>[^⟦,;:.]{2,80}?)\s+$", re.I)
_ALONE = re.compile(r"\b(?:alone|only|just)\b", re.I)
_UNSURE = re.compile(r"\b(?:if|would|should|will|than|by\s+⟦|last\s+year|ago|previous\w*)\b", re.I)
_FAR, _MEND = 3, "Write what the numbers show."


def list_limits(reading: Reading) -> Iterator[Denial]:
    """Things that reached or missed a limit did so by the numbers that were given for them."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        cue = LIMIT.search(row.sentence.text)
        if not cue or _UNSURE.search(row.sentence.text):
            continue
        earlier = before(rows, place, _FAR)
        for other in (row, *(x for x in earlier[:2] if x.line is row.line)):
            listed = prose_list(other) if len(other.quantities) > 2 else None
            if listed and listed.kind == PERCENT:
                yield from _denied(row, listed, cue, earlier)
                break


def _denied(row: Statement, listed: ProseList, cue: re.Match, earlier: Sequence[Statement]):
    ahead = row.sentence.text[: cue.start()]
    match = _NAMES.search(ahead)
    named = listed.named(row.sentence.said(match["names"])) if match else []
    if not named or (row is listed.row and cue.start() < listed.end):
        return
    given = {x.value for x in listed.entries}
    limits = {value for value, kind in limits_of(row, cue.group(), earlier) if kind == PERCENT}
    readings = [_sides(listed, limit, cue) for limit in limits - given]
    is_only = bool(_ALONE.search(match.group()))
    own = {x.start for x in named}
    if readings and not any(own == x if is_only else own <= x for x in readings):
        names = row.sentence.said(match["names"]).strip()
        says = f"By the numbers given for them that is not so of “{names}”."
        yield Denial(row.line, row.span, says, _MEND)


def _sides(listed: ProseList, limit, cue: re.Match) -> set[int]:
    def is_true(entry: Named) -> bool:
        if cue["met"]:
            return entry.value >= limit
        if cue["above"]:
            return entry.value > limit
        return entry.value < limit

    return {x.start for x in listed.entries if is_true(x)}
