"""How many of some numbers in a row are above or below a limit, against how many are named: `41, 38
and 52 bookings. None of them took more than 50`."""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import trunc

from reports.prose.numbers import COUNT, MONEY, PERCENT, SPAN
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.roles import CHANGE, RATE, TARGET

_MANY = (
    r"(?P<{0}>(?:none|neither|no|not\s+one|(?:only\s+|just\s+)?one|all(?!\s+but)|each|every|both)\b|"
    r"(?:only\s+|just\s+)?⟦c\d+⟧)"
)
_OVER = (
    r"(?P<{0}>more\s+than|over|above|beyond|exceed\w*|in\s+excess\s+of|at\s+least|under|below|"
    r"fewer\s+than|less\s+than|"
    r"no\s+more\s+than|at\s+most)\s+⟦[cpmx](?P<{1}>\d+)⟧"
)
_AHEAD = re.compile(
    rf"^\W*(?:in\s+|at\s+|for\s+)?{_MANY.format('many')}(?:\s+(?:one\s+)?of\s+(?:the|them|these|those|our)(?:\s+⟦c\d+⟧)?)?"
    rf"(?:\s+[a-z]+){{0,4}}?\s+{_OVER.format('side', 'limit')}",
    re.I,
)
_BEHIND = re.compile(
    rf"\b{_OVER.format('side', 'limit')}\s+(?:in|at|for)\s+{_MANY.format('many')}"
    r"\s+of\s+(?:the|them|these|those|our)\b",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:target|last|previous\w*|before|earlier|ago|nearly|almost|about|other|others|than\s+one|average|between|from|rose|fell|"
    r"would|should|will|may|if|usually|ever|per)\b",
    re.I,
)
# “38 and 52” is read as the ends of a range, and is none in a row.
_ROLES, _KINDS = (CHANGE, RATE, TARGET), (COUNT, PERCENT, MONEY, SPAN)
_FEWEST, _MOST, _MEND = 2, 12, "Use the number of them of which it is so."


def members_beyond(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`Our advisers have 22, 25, 19 and 24 cases. Two of them have more than 25.`"""
    match = _AHEAD.match(row.sentence.text) or _BEHIND.search(row.sentence.text)
    near = earlier[0] if earlier and earlier[0].line is row.line else None
    if (
        not match
        or not near
        or _UNSURE.search(row.sentence.text)
        or _UNSURE.search(near.sentence.text)
    ):
        return
    limit = row.sentence.thing(match["limit"])
    members = _members(near, limit.kind)
    if not members or limit.bound not in ("", ">", "<", ">=", "<="):
        return
    is_true = _test(match["side"], limit.value)
    many = sum(is_true(x.value) for x in members)
    least, most = _bounds(row, match["many"].casefold(), len(members))
    if not least <= many <= most:
        says = f"{many or 'none'} of {', '.join(x.phrase.number.words for x in members)} "
        says += f"{'is' if many == 1 else 'are'} so, but the report has “{_claim(row, match)}”."
        yield Denial(row.line, row.span, says, _MEND)


def _claim(row: Statement, match: re.Match) -> str:
    return row.sentence.said(match.group()).strip()


def _members(row: Statement, kind: str) -> list[Quantity]:
    """The numbers in a row of a sentence, of one kind; nothing where it has a number of another
    role, or one by itself."""
    text = row.sentence.text
    items = [x for x in row.quantities if x.phrase.number.kind in (kind, COUNT)]
    members = [x for x in items if x.phrase.role not in _ROLES and not x.phrase.number.bound]
    listed = [
        x
        for x in members
        if re.match(r"(?:\s+in\s+⟦?[\w]+⟧?)?(?:,|\s+and\s)", text[x.phrase.end :])
    ]
    # The last of a row has neither a comma nor “and” behind it.
    last = [x for x in members if listed and x.phrase.start > listed[-1].phrase.start][:1]
    chosen = [x for x in (*listed, *last) if x.phrase.number.kind == kind]
    alone = all(x in chosen or x.value == len(chosen) for x in items)
    return chosen if alone and _FEWEST <= len(chosen) <= _MOST and kind in _KINDS else []


def _test(side: str, limit: Fraction) -> Callable[[Fraction], bool]:
    word = " ".join(side.casefold().split())
    if word == "at least":
        return lambda value: value >= limit
    if word in ("no more than", "at most"):
        return lambda value: value <= limit
    if word in ("under", "below", "fewer than", "less than"):
        return lambda value: value < limit
    return lambda value: value > limit


def _bounds(row: Statement, many: str, members: int) -> tuple[int, int]:
    """The least and the most of the members of which it may be so."""
    if many.startswith(("none", "neither", "no")):
        return 0, 0
    if many in ("all", "each", "every", "both"):
        return members, members
    mark = re.search(r"⟦c(\d+)⟧", many)
    value = row.sentence.thing(mark[1]).value if mark else 1
    return trunc(value), trunc(value)
