"""A conclusion in words, such as that a time is therefore slower, against the two values that the
sentences right before it compare."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.date_constraints.times.ways import WAY
from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS, NEGATIONS
from reports.prose.numbers import COUNT, MONEY, PERCENT, SPAN
from reports.prose.quantities.betterment import better_way, way_of_word
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import before, statements
from reports.quantities.roles import BOUND, CHANGE, RATE, TARGET

_CONCLUDES = re.compile(
    r"\b(?:therefore|thus|accordingly|hence|consequently|on\s+th(?:is|at)\s+measure|in\s+this\s+respect|"
    r"from\s+one\s+[a-z]+\s+to\s+the\s+(?:next|other))\b|^\W*so\b",
    re.I,
)
_NOT = re.compile(
    rf"\b(?:{AIMS}|{NEGATIONS}|{CONDITIONS}|could|{EXPECTATIONS}|no|may|can|although|though|"
    r"despite|but|rather|than|both|all)\b",
    re.I,
)
_PERIOD = r"(?:year|quarter|half-year|half|month|term|period|round|cohort|group|survey|report|time)"
# What shows that a value is the earlier of two.
_THEN_AHEAD = re.compile(
    r"\b(?:(?:as\s+)?against|compared\s+(?:with|to)|whereas\b[^⟦.;]{0,30}|while\s+in\b[^⟦.;]{0,30}|up\s+from|down\s+from|had\s+been|"
    rf"(?:the\s+)?(?:previous|preceding|same|corresponding|last|earlier)\b[^⟦.;]{{0,40}}|{_PERIOD}\s+(?:before|earlier)\b[^⟦.;]{{0,30}})"
    r"(?:⟦d\d+⟧|[^⟦.;])*$",
    re.I,
)
_THEN_BEHIND = re.compile(
    rf"^[^⟦.;,]{{0,30}}\b(?:(?:in\s+)?the\s+{_PERIOD}\s+before|a\s+{_PERIOD}\s+(?:earlier|before|ago)|"
    rf"(?:in|for)\s+the\s+(?:previous|preceding|last)\s+{_PERIOD}|last\s+{_PERIOD}|previously|before\s+that)\b",
    re.I,
)
# “In the same six months of last year” is when, and no value.
_OF_TIME = re.compile(r"\b(?:same|last|past|first|previous|these|those)$", re.I)
_PERFORMANCE = re.compile(r"\b(?:performance|practice|service|results?|outcomes?|position)\b", re.I)
_KINDS, _MOST = (COUNT, MONEY, PERCENT, SPAN), 2
_MEND = "Use the word that the numbers show."


def concluded_changes(reading: Reading) -> Iterator[Denial]:
    """`It averaged 14 days, as against 19 the quarter before. Turnaround was therefore slower.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = row.sentence.text
        if row.quantities or not _CONCLUDES.search(text) or _NOT.search(text):
            continue
        words = [*WAY.finditer(text)]
        earlier = [x for x in before(rows, place, _MOST) if x.line is row.line]
        pair = _pair(earlier) if len({match.lastgroup for match in words}) == 1 else None
        if pair:
            yield from _denied(row, words[0], earlier, *pair)


def _pair(earlier: Sequence[Statement]) -> tuple[Quantity, Quantity] | None:
    """(what was, what is) of the nearest sentences that have two values of one kind."""
    values: list[Quantity] = []
    for row in earlier:
        values = [*_values(row), *values]
        if len(values) >= _MOST:
            break
    if len(values) != _MOST:
        return None
    then = [_is_of_then(x) for x in values]
    if then[0] == then[1] or not _are_alike(*values):
        return None
    return (values[0], values[1]) if then[0] else (values[1], values[0])


def _values(row: Statement) -> list[Quantity]:
    roles = (BOUND, CHANGE, TARGET, RATE)
    items = [x for x in row.quantities if x.phrase.number.kind in _KINDS]
    items = [x for x in items if x.phrase.role not in roles and not x.phrase.number.bound]
    items = [
        x for x in items if x.phrase.number.kind != SPAN or not _OF_TIME.search(x.phrase.label)
    ]
    shares = [x for x in items if x.phrase.number.kind == PERCENT]
    spans = [x for x in items if x.phrase.number.kind == SPAN]
    bare = [x for x in items if x.phrase.number.kind == COUNT and not x.phrase.head]
    return shares or (spans and [*spans, *bare]) or items


def _is_of_then(item: Quantity) -> bool:
    ahead, behind = item.beside(";", 100)
    return bool(_THEN_AHEAD.search(ahead) or _THEN_BEHIND.match(behind))


def _are_alike(first: Quantity, second: Quantity) -> bool:
    kinds = {first.phrase.number.kind, second.phrase.number.kind}
    heads = {first.phrase.head, second.phrase.head} - {""}
    return (len(kinds) == 1 and len(heads) < 2) or kinds == {COUNT, SPAN}


def _denied(
    row: Statement, word: re.Match, earlier: Sequence[Statement], was: Quantity, now: Quantity
) -> Iterator[Denial]:
    text = " ".join(x.sentence.said() for x in (row, *earlier))
    is_time = SPAN in (was.phrase.number.kind, now.phrase.number.kind)
    better = better_way(text) or (-1 if is_time else 0)
    way = way_of_word(word, better)
    if word["up"] or word["down"]:
        # Performance that fell got worse, whichever way its number went.
        judged = _PERFORMANCE.search(row.sentence.text[: word.start()])
        way = way * better if judged else way
    went = (now.value > was.value) - (now.value < was.value)
    if way and went and way != went:
        says = f"It went from {was.phrase.number.words} to {now.phrase.number.words}, but the "
        yield Denial(row.line, row.span, f"{says}report has “{word.group()}”.", _MEND)
