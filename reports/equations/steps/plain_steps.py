"""Steps whose two numbers are all that their sentence says."""

import re
from fractions import Fraction

from reports.equations.steps.step import Step
from reports.prose.numbers import PERCENT, SPAN
from reports.quantities.roles import CHANGE

# “93.6%, against 95.2% the year before, so …”
_AGAINST = re.compile(
    r"(?:\s+of\s+[a-z ]{1,30})?,?\s+(?:(?:which|that)\s+is\s+an?\s+[a-z]+\s+on|against|"
    r"compared\s+(?:with|to)|from)\s+(?:the\s+)?",
    re.I,
)
_THEN = re.compile(
    r"\s+(?:in|at|on|for)\s+⟦d|\s+(?:in\s+|at\s+|of\s+)?(?:the|a|last)\s+(?:[a-z]+\s+){0,2}?"
    r"(?:year|quarter|month|half-year|report|before|earlier|ago)\b",
    re.I,
)
_OPENS = re.compile(r"[;:]")
# “78.3%, up from 74.6%”, “76.0%) were finished in that time, which is below the target of 75%”.
_BESIDE = re.compile(
    r"\)?(?:,?\s+|[^⟦;:.]{0,50},\s+(?:which|this|that)\s+(?:is|was)\s+)(?:(?:just|well|far|slightly)\s+)?"
    r"(?:(?:up|down)\s+from|above|below|(?:higher|lower|more|fewer|less)\s+than)\s+"
    r"(?:(?:the|our|its)\s+(?:[a-z-]+\s+){0,2}?(?:of\s+)?)?",
    re.I,
)
# “Improved from 93.1% in the quarter before to 90.4%”.
_HOW = r"(?:(?:slightly|again|sharply|steadily|further|back)\s+)?"
_IN_TIME_TO = re.compile(
    r"(?:\s+[a-z]+){0,2}(?:\s+(?:in|at|on)\s+(?:the\s+)?⟦d\d+⟧|\s+(?:the|a)\s+(?:year|quarter|month)\s+(?:before|earlier)"
    r"|\s+in\s+the\s+(?:previous|preceding|last)\s+[a-z]+)?(?:\s+\([^()]{0,60}\))?,?\s+to\s+",
    re.I,
)
_BY_POINTS = re.compile(r"\bby\s+(?:just\s+|only\s+|some\s+)?⟦q", re.I)
# Two shares and their difference were each rounded.
_ROUNDED = Fraction(1, 10)
_FROM, _TO = re.compile(r"\bfrom\s+(?:the\s+)?$", re.I), re.compile(r"[^;:.]*\bto\s+", re.I)


def is_beside(step: Step) -> bool:
    """True if nothing but a word of direction parts the number from what it is compared with, of
    one unit: `78.3%, up from 74.6%`, `76.0%, which is below the target of 75%`."""
    now, then = step.last.phrase, step.first.phrase
    if step.last.order != step.first.order or then.start < now.end:
        return False
    return now.number.kind == then.number.kind == PERCENT and bool(
        _BESIDE.fullmatch(step.row.sentence.text, now.end, then.start)
    )


def is_of_printed_points(step: Step) -> bool:
    """True if its sentences have two per cents and the points between them, and its word is of
    those: `60 (74.1%) …, before 57 of 84 (67.9%), so that it has fallen by 6.2 points`."""
    own, other = (item.sentence.marks("p") for item in (step.last, step.first))
    points = step.row.sentence.marks("q")
    is_alone = len(own) == len(other) == len(points) == 1 and step.last.order != step.first.order
    if not is_alone or not _BY_POINTS.search(step.row.sentence.text):
        return False
    gap, way = own[0].value - other[0].value, step.last.value - step.first.value
    return abs(abs(gap) - points[0].value) <= _ROUNDED and gap * way > 0


def is_from_to(step: Step) -> bool:
    """True if a verb of direction has both numbers: `fell from 127 days in 2021-22 to 134 days`."""
    first, last = step.first.phrase, step.last.phrase
    text = step.row.sentence.text
    if step.first.order != step.last.order or last.start < first.end or not step.word:
        return False
    ahead, between = text[: first.start], text[first.end : last.start]
    verb = re.compile(rf"\b{re.escape(step.word)}\s+{_HOW}from\s+(?:the\s+)?$", re.I)
    return bool(verb.search(ahead) and _IN_TIME_TO.fullmatch(between))


def is_plain_change(step: Step, *, of_amount: bool) -> bool:
    """True if a live figure is one of its two numbers, or they are all that their sentence says
    but the amount between them and, where that is not meant, their shares; or where a verb leads
    from the one to the other."""
    if step.is_live or (not of_amount and (is_beside(step) or is_from_to(step))):
        return True
    others = set(step.row.quantities) - set(step.pair)
    changes = {item for item in others if item.phrase.role == CHANGE}
    kinds = {item.phrase.number.kind for item in (others - changes)}
    of_pair = step.last.phrase.number.kind
    # “In the six months to June” names a time.
    shares = ({SPAN} if of_amount else {PERCENT, SPAN}) - {of_pair}
    in_one = all(item.order == step.row.order for item in step.pair)
    return in_one and len(changes) <= 1 and kinds <= shares


def is_plain(step: Step) -> bool:
    """True if a live figure is one of its two numbers, or they are all that their sentence says:
    `93%, against 95% the year before, so it improved`. Elsewhere a word of direction may be of
    other things than the numbers next to it."""
    if step.is_live or is_beside(step) or is_of_printed_points(step):
        return True
    now, then = step.last.phrase, step.first.phrase
    text = step.row.sentence.text
    if set(step.row.quantities) != set(step.pair):
        return False
    if then.end < now.start:
        return bool(_FROM.search(text, 0, then.start) and _TO.fullmatch(text[then.end : now.start]))
    if not _AGAINST.fullmatch(text[now.end : then.start]):
        return False
    return bool(_THEN.match(text, then.end)) and not _OPENS.search(text, then.end)
