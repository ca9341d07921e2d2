"""`Most`, `a minority`, `two thirds`, with the count that is so called right behind them, against
the whole that the sentence before counts."""

import re
from collections.abc import Iterator, Sequence

from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.quantities.model import Denial, Quantity, Statement

# “The majority, 16, met …”, “Just over half (41) were …”, “Most of them (12) …”.
_COUNT = re.compile(
    r"(?:\s+of\s+(?:them|these|those|the\s+[a-z]+(?:\s+[a-z]+)?))?\s?(?:,\s+|\()(?:some\s+|just\s+|that\s+is\s+|or\s+)?⟦c(?P<count>\d+)⟧"
    r"(?:\s+of\s+(?:them|these|those))?(?=[,)])",
    re.I,
)
_OPENS = re.compile(
    r"(?:^|[,;]\s+(?:and|but|while)\s+)\W*(?:of\s+(?:these|them|those),?\s+)?(?:the\s+|a\s+|an\s+)?$",
    re.I,
)
_THAT_IS = re.compile(
    r"(?:[,;(]|\s[–—-])\s*(?:or|that\s+is(?:\s+to\s+say)?|in\s+other\s+words|which\s+is|namely),?\s+"
    r"(?:some\s+|only\s+|just\s+)?$",
    re.I,
)
_STOPS = re.compile(r"(?:\s+of\s+(?:them|these|all)(?:\s+[a-z]+)?)?\W*(?:$|[.;,)])", re.I)
_PAIR, _SMALL = 2, 5
_MEND, _LEAST = "Use the word that the number bears, or put the number right.", 3


def counted_claims(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`We audited 35 files. The majority, 16, met the standard`."""
    yield from _said_again(row)
    near = earlier[0] if earlier and earlier[0].line is row.line else None
    whole = _whole(near) if near else None
    for match in CLAIM.finditer(row.sentence.text) if whole else ():
        text = row.sentence.text
        behind, opens = _COUNT.match(text, match.end()), _OPENS.search(text[: match.start()])
        shares = match["most"] or match["minority"] or match["fraction"]
        claim = claim_of(match) if behind and opens and shares else None
        number = row.sentence.thing(behind["count"]) if claim else None
        if number is None or number.bound or number.value >= whole.value:
            continue
        if claim.is_denied(number.value / whole.value):
            share = number_text(number.value * 100 / whole.value, 1)
            says = f"The report uses “{claim.word}”, but {number.words} of "
            says += f"{whole.phrase.number.words} is {share}%."
            yield Denial(row.line, number, says, _MEND)


def _said_again(row: Statement) -> Iterator[Denial]:
    """`Four of the 12 were out of area, in other words one in four`."""
    parts = [x for x in row.counts if x.phrase.base is not None]
    index = {x.phrase.mark: x for x in row.counts}
    whole = index.get(parts[0].phrase.base) if len(parts) == 1 else None
    matches = [x for x in CLAIM.finditer(row.sentence.text) if x["fraction"]] if whole else []
    # A larger count is that of a share beside it by another rule.
    if len(matches) != 1 or len(row.quantities) != _PAIR or parts[0].value > _SMALL:
        return
    text, claim = row.sentence.text, claim_of(matches[0])
    lead = _THAT_IS.search(text[: matches[0].start()])
    if claim and lead and lead.start() >= whole.phrase.end and _STOPS.match(text, matches[0].end()):
        share = parts[0].value / whole.value
        if claim.is_denied(share):
            says = f"The report uses “{claim.word}”, but {parts[0].phrase.number.words} of "
            says += f"{whole.phrase.number.words} is {number_text(share * 100, 1)}%."
            yield Denial(row.line, parts[0].phrase.number, says, _MEND)


def _whole(row: Statement) -> Quantity | None:
    """The one count of a sentence, of things that it names."""
    counts = [x for x in row.counts if x.phrase.is_stock]
    alone = len(counts) == 1 and counts[0].phrase.head and counts[0].value > _LEAST
    return counts[0] if alone and counts[0].phrase.base is None else None
