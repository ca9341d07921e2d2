"""Per cents of a whole whose last one is of everything else come to a hundred."""

import re
from collections.abc import Iterator

from reports.prose.numbers import PERCENT
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.roles import CHANGE

_ELSE = re.compile(
    r"\b(?:every(?:body|one|thing|where)\s+else|anything\s+else|the\s+rest|the\s+remainder|the\s+remaining|"
    r"(?:all\s+)?(?:the\s+)?others?|other\s+[a-z]+|all\s+other\s+[a-z]+)\b",
    re.I,
)
_COMPARED = re.compile(
    r"\b(?:from|than|target|last\s+year|previous\w*|compared|against|England|national\w*|each|which|whom)\b",
    re.I,
)
_LEAST, _FAR = 3, 30


def closing_shares(row: Statement) -> Iterator[Denial]:
    """`Police 34%, schools 27%, health 18%, everybody else 11%` leaves some out."""
    text = row.sentence.text
    shares = [x for x in row.quantities if x.phrase.number.kind == PERCENT]
    if len(shares) < _LEAST or _COMPARED.search(text):
        return
    if any(x.phrase.number.bound or x.phrase.role == CHANGE for x in shares):
        return
    last, prior = shares[-1].phrase, shares[-2].phrase
    behind = text[last.end : last.end + 40]
    if not _ELSE.search(text[prior.end : last.start]) and not _ELSE.search(behind):
        return
    total = sum(x.value for x in shares)
    room = max(1, len(shares) / 2)
    if room < abs(total - 100) <= _FAR:
        says = f"{' + '.join(x.phrase.number.words for x in shares)} = {number_text(total)}%."
        yield Denial.of(shares[-1], says, "Put the wrong share right, or name what is missing.")
