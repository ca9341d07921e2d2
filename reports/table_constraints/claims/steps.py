"""One way at every step: `waits got shorter in each quarter`, against the periods of a table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.checks.reading import Reading
from reports.prose.numbers import Number
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.quantities.repeats.roots import stems_in
from reports.quantities.tables import TOTAL, Shown, names_loosely, tables_near
from reports.table_constraints.claims.clauses import clause_around
from reports.table_constraints.claims.directions import Way, is_of_time, way_in

_PERIOD = r"(?:quarter|month|year|term|period|half-year|week|season|round|survey|return)"
_EACH = SentencePattern(
    rf"\b(?:each|every)\s+(?:single\s+|successive\s+|consecutive\s+)?(?:one\s+of\s+the\s+)?(?:⟦c\d+⟧\s+)?{_PERIOD}s?\b"
    rf"|\b{_PERIOD}\s+(?:by|on|after|upon)\s+{_PERIOD}\b|\bfrom\s+(?:each|one)\s+{_PERIOD}\s+to\s+the\s+next\b"
    rf"|\b(?:in|over|across)\s+all\s+(?:the\s+)?(?:⟦c\d+⟧\s+)?{_PERIOD}s\b|\bthroughout\s+the\s+{_PERIOD}\b"
    rf"|\beach\s+(?:of\s+the\s+)?(?:later|following|next|successive)\s+{_PERIOD}s?\b"
    r"|\bwithout\s+(?:a\s+)?(?:break|pause|interruption|exception)\b",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:not|never|neither|none|no|nearly|almost|except\w*|apart|but|although|though|until|before|then|target|aim\w*|"
    r"expect\w*|should|will|would|could|if|whether|nation\w*|england|region\w*|most|half|than\s+(?:the|its|in))\b"
    r"|⟦[cpm]\d+⟧(?!\s+(?:successive\s+|consecutive\s+)?(?:quarters|months|years|terms|periods)\b)",
    re.I,
)
_ENDS = re.compile(r"[;:]|\.\s|,\s+(?:and|while|whereas|with)\b|\b(?:while|whereas)\b", re.I)
_PLAIN = stems_in("number children young people cases share average day week total each successive")
_STATE = re.compile(
    r"\b(?:late|overdue|missing|missed|outstanding|incomplete|without|un[a-z]+ed|repeat|refused|upheld|share|proportion|"
    r"percentage|rate)\b",
    re.I,
)
# “Than the term before it” is the step that is claimed.
_THAN_BEFORE = re.compile(rf"\bthan\s+the\s+(?:one|{_PERIOD})\s+before(?:\s+it)?\b", re.I)
_BARE = re.compile(r"\b(?:(?P<up>up|upwards?)|down|downwards?)\W*$", re.I)
_TREND = stems_in("direction trend course line movement")
_FEWEST, _MEND = 3, "Write what the table shows."


@dataclass(frozen=True)
class _Series:
    """A row or column of a table, from period to period."""

    table: Shown
    label: str
    periods: tuple[str, ...]
    numbers: tuple[Number, ...]


def steps(reading: Reading) -> Iterator[Denial]:
    """A number that is claimed to go one way in each period does so in the table near."""
    for row in statements(reading):
        text = _THAN_BEFORE.sub(" ", row.sentence.text)
        match = _EACH.search(text)
        if not match or _UNSURE.search(text.replace(match.group(), " ")):
            continue
        start, end = clause_around(text, match, _ENDS)
        way = way_in(text[start:end]) or _bare_way(text[: match.start()])
        near = tables_near(reading, row.line) if way else []
        clause = text[start:end].replace(match.group(), " ")
        meant = _meant(row.sentence.said(clause), [y for x in near for y in _series(x)])
        if way and meant:
            yield from _denied(row, meant, way)


def _bare_way(ahead: str) -> Way | None:
    """`Direction: down from each quarter to the next`."""
    word = _BARE.search(ahead)
    return Way(word.group(), *word.span(), 1 if word["up"] else -1) if word else None


def _series(table: Shown) -> Iterator[_Series]:
    """The rows of a table over its columns of periods, and the columns over such rows."""
    if table.is_list:
        return
    for turned in (table, table.flipped):
        if len(turned.periods) < _FEWEST:
            continue
        for at, label in enumerate(turned.rows):
            cells = turned.in_periods(at)
            numbers = tuple(cells[place] for place, _ in turned.periods if place in cells)
            whole = len(numbers) == len(turned.periods) and len({x.kind for x in numbers}) == 1
            if whole and label:
                periods = tuple(name for _, name in turned.periods)
                yield _Series(table, label, periods, numbers)


def _meant(text: str, series: Sequence[_Series]) -> _Series | None:
    """The one series that a text speaks of: of how long, where it does; else by name; else the
    only one there is."""
    own, every = stems_in(text) - _PLAIN, series
    totals = [x for x in every if TOTAL.match(x.label)]
    series = [x for x in every if x not in totals]
    named = [x for x in series if names_loosely(text, x.label) or own & stems_in(x.label)]
    timed = [x for x in series if is_of_time(x.label)] if is_of_time(text) else []
    alone = [x for x in series if own & stems_in(x.table.grid.caption)]
    alone = totals if len(alone) > 1 and len(totals) == 1 else alone
    only = every if len(every) == 1 and own <= _TREND else []
    chosen = timed or named or alone or only
    # “The number finished late” is in no column of what was finished.
    states = {x.casefold() for x in _STATE.findall(text)}
    if len(chosen) != 1 or states - {x.casefold() for x in _STATE.findall(chosen[0].label)}:
        return None
    return chosen[0]


def _denied(row: Statement, series: _Series, way: Way) -> Iterator[Denial]:
    text = f"{row.sentence.said()} {series.label}"
    sign = way.sign or (-way.good if is_of_time(text) else way.sign_for(text))
    for place, (first, last) in enumerate(pairwise(series.numbers)):
        if sign and (last.value - first.value) * sign <= 0:
            says = f"By the table ({series.table.grid.at}) “{series.label}” went from "
            says += f"{first.words} to {last.words} for “{series.periods[place + 1]}”, "
            says += f"but the report has “{way.words}” each time."
            yield Denial(row.line, row.span, says, _MEND)
            return
