"""A share in words of the count beside it, against every whole near that it may be of: `74
episodes, just over half of the total`, `83, just under a third, go to school elsewhere`."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from reports.checks.reading import Reading
from reports.prose.numbers import MONEY, Number
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.claims import CLAIM, Claim, claim_of
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.quantities.roles import BOUND, CHANGE, MEAN, RATE, REST
from reports.share_constraints.candidates.near import (
    UNSURE,
    cells,
    counts_of,
    frequencies,
    passage,
    totals,
)

_THAT_IS = (
    r"(?:(?:or|that\s+is(?:\s+to\s+say)?|which\s+is(?:\s+to\s+say)?|which\s+(?:makes|made|comes\s+to)|making|amounting\s+to|namely|"
    r"in\s+other\s+words|about|equivalent\s+to|representing|accounting\s+for|making\s+up|i\.e\.|only|an?|for|of|exactly|"
    r"precisely|or\s+rather|a\s+bare|in\s+fact|on)[\s,]+){0,4}"
)
# “74 episodes, just over half”, “38 of the audits, which is a third”, “12 (a third)”.
_AHEAD = re.compile(
    rf"⟦[cm](?P<part>\d+)⟧(?:\s+(?!against\b|than\b)[a-z’'-]+){{0,9}}?(?:\s+\(?⟦p\d+⟧\)?)?\s*(?:,|\(|\s[–—-]\s|:)\s*{_THAT_IS}$",
    re.I,
)
# “The nine make up a fifth of them”.
_IS = re.compile(
    r"⟦[cm](?P<part>\d+)⟧(?:\s+(?!than\b|of\b)[a-z’'-]+){0,8}?\s+(?:make\s+up|made\s+up|makes\s+up|represent(?:s|ed)?|account(?:s|ed)?\s+for|"
    r"form(?:s|ed)?|constitute[sd]?|is|are|was|were|comes?\s+to|came\s+to|amount(?:s|ed)?\s+to)\s+(?:exactly\s+|only\s+|just\s+|now\s+)?(?:an?\s+)?$",
    re.I,
)
# “Just over half of the sum spent (£129,000)”, “a third, 38, were late”.
_BEHIND = re.compile(
    r"(?:\s+(?:of|were|was|are|had)\s+[^⟦.;,:()]{2,50}?)?\s*(?:\(|,\s+|:\s+|\s[–—-]\s)(?:or\s+|that\s+is,?\s+|namely\s+|some\s+)?⟦[cm](?P<part>\d+)⟧"
    r"(?=\s*(?:[),.;–—-]|of\s+(?:the|them|these)\b|$|\s+[a-z’-]+\s*[),.;]))",
    re.I,
)
_IN_PLACE = re.compile(
    r",\s+(?:in|from|at|over|within|across|by|during|after|to|for|aged|under)\s+(?:only\s+|just\s+)?$",
    re.I,
)
# “Nine of the 12, which is three quarters”; “of the 241, two in five were late”.
_NUMERATOR = re.compile(
    r"⟦[cm](?P<part>\d+)⟧(?:\s+[a-z’'-]+){0,3}?\s+(?:out\s+)?of\s+(?:the\s+|these\s+|our\s+|all\s+|those\s+)*$",
    re.I,
)
_OF = re.compile(r"\b(?:of|among)\s+(?:the\s+|these\s+|our\s+|all\s+|those\s+)*$", re.I)
_GROUPS = re.compile(r"account|made?\s+up|makes\s+up|represent|form|constitute", re.I)
_PERCENT = re.compile(r"[^⟦.;]{0,25}⟦p\d+⟧|[^⟦.;]{0,12}⟦[cm]\d+⟧[^⟦.;]{0,12}⟦p\d+⟧", re.I)
_OTHER = re.compile(r"\b(?:other|others|remaining|rest)\s+$", re.I)
_OF_NOUN = re.compile(
    r"\s+of\s+(?:the|our|all|its|their|those|these|this|that|[a-z]+’s)\s+(?P<noun>[^⟦.;,:()]{3,50})",
    re.I,
)
_OF_TOTAL = re.compile(
    r"\s+of\s+(?:the\s+(?:total|whole|sum|lot)|them\s+all|it\s+all|all\s+of\s+(?:them|these))\b",
    re.I,
)
# “44 files, or just over three-quarters of the 60”.
_OF_NUMBER = re.compile(
    r"\s+of\s+(?:(?:the|our|all|these|those)\s+){1,2}⟦c(?P<whole>\d+)⟧(?=\s*[.;,)]|$)", re.I
)
_NEAR_WORD = re.compile(r"^(?:nearly|almost|close\s+to)\b", re.I)
# “A tenth more”, “a third fewer than”: a size of change and no share.
_MORE = re.compile(
    r"\s+(?:more|fewer|less|higher|lower|up|down|above|below|again|longer|shorter)\b", re.I
)
_OF_THOSE = re.compile(r"\s+of\s+(?:those|these|them|which|whom|it)\b", re.I)
_OF_THAT = re.compile(r"\s+(?:(?:of\s+)?(?:that|this)(?=\W|$)|what|as)\b", re.I)
_NO_PARTS = (BOUND, RATE, MEAN)
_BELOW, _ABOVE = Fraction(2, 25), Fraction(1, 100)
_BACK, _FEWEST, _LONG, _MOST, _FEW, _TWICE = 2, 2, 8, 16, 10, 2
_MEND = "Correct the share, or the number."


def fractions_in_words(reading: Reading) -> Iterator[Denial]:
    """A share in words is that of the count beside it and of some whole near."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = row.sentence.text
        if "⟦c" not in text and "⟦m" not in text:
            continue
        for match in CLAIM.finditer(text):
            claim = _claim(match)
            parts = _parts(row, match) if claim else []
            if parts and not UNSURE.search(text[: match.start()]):
                yield from _denied(reading, rows, place, match, claim, parts)


def _claim(match: re.Match) -> Claim | None:
    """What a word demands of a share; nearly a share is hardly more than it."""
    is_share = match["fraction"] or match["most"] or match["minority"]
    if not is_share or match.group().casefold().endswith("mostly"):
        return None
    # “The share is 14%, about half that.”
    if _OF_THAT.match(match.string, match.end()) or _MORE.match(match.string, match.end()):
        return None
    # “Half of the 80 were read, and a quarter of those, ten, again”: of what no number counts.
    others = [
        x for x in CLAIM.finditer(match.string) if x["fraction"] and x.start() < match.start()
    ]
    if others and _OF_THOSE.match(match.string, match.end()):
        return None
    claim = claim_of(match)
    if claim and match["near"] and _NEAR_WORD.match(claim.word):
        middle = (claim.least + claim.most) / 2
        return Claim(claim.word, middle - _BELOW, middle + _ABOVE)
    return claim


def _parts(row: Statement, match: re.Match) -> list[Number]:
    """The counts that a share in words may be that of: the one beside it, and the first one."""
    text = row.sentence.text
    ahead = text[: match.start()]
    behind = _BEHIND.match(text, match.end())
    place = None if behind and "(" in behind.group() else _AHEAD.search(ahead)
    place = place or _IS.search(ahead) or behind
    if not place:
        return []
    lead = ahead[: place.start()] if place.re is not _BEHIND else ""
    above = _NUMERATOR.search(lead)
    if _PERCENT.match(text, match.end()) or (lead and not above and _OF.search(lead)):
        return []
    if place.re is not _BEHIND and match["most"] and "majority" not in match.group().casefold():
        return []
    part = row.sentence.thing((above or place)["part"])
    first = row.sentence.marks("cm", ahead)[:1]
    part = first[0] if _IN_PLACE.search(lead) and first else part
    # “The first two categories account for two thirds.”
    if place.re is _IS and _GROUPS.search(place.group()) and part.value < _FEW:
        return []
    role = next((x.phrase.role for x in row.quantities if x.phrase.number is part), BOUND)
    return [] if role in _NO_PARTS or part.bound not in ("", "~") else [part]


def _denied(
    reading: Reading,
    rows: Sequence[Statement],
    place: int,
    match: re.Match,
    claim: Claim,
    parts: Sequence[Number],
) -> Iterator[Denial]:
    row, part = rows[place], parts[0]
    if named := _OF_NUMBER.match(row.sentence.text, match.end()):
        whole = row.sentence.thing(named["whole"])
        if 0 < part.value < whole.value and claim.is_denied(Fraction(part.value) / whole.value):
            yield _denial(row, part, Fraction(part.value) / whole.value, claim, is_proved=True)
        return
    wholes = _wholes(reading, rows, place, match, part)
    if not wholes | _far(reading, row, match, part):
        return
    wholes = wholes | _far(reading, row, match, part) | _before(rows, place, part)
    wholes |= set(cells(reading, row, part.kind))
    # A share that is only over or under another is true of some whole wherever one looks far.
    if claim.least != 0 != 1 - claim.most:
        wholes |= _known(reading, part)
    shares = [Fraction(part.value) / x for x in wholes if x > part.value]
    if shares and all(map(claim.is_denied, shares)):
        best = min(shares, key=lambda x: abs(x - max(claim.least, min(claim.most, x))))
        yield _denial(row, part, best, claim, is_proved=False)


def _denial(row: Statement, part: Number, share: Fraction, claim: Claim, is_proved: bool) -> Denial:
    says = f"{part.words} is {number_text(share * 100, 1)}% of the whole nearest to it, but the "
    says += f"report has “{claim.word}”."
    return Denial(row.line, row.span, says, _MEND, is_proved=is_proved)


def _wholes(
    reading: Reading, rows: Sequence[Statement], place: int, match: re.Match, part: Number
) -> set[Fraction]:
    """The wholes of a sentence, of the two before it, and what its paragraph adds up to."""
    row, near = rows[place], passage(rows, place, _BACK)
    made = {
        x.value
        for other in near
        for x in other.quantities
        if x.phrase.number.kind == part.kind and x.phrase.role != CHANGE
    }
    ahead = row.sentence.text[: row.sentence.text.find(f"⟦{'m' if part.kind == MONEY else 'c'}")]
    before = [x.value for other in near for x in other.counts if x.value != part.value]
    if _OTHER.search(ahead) and before:
        made |= {part.value + x for x in before}
    made |= _sums(reading, rows, place, part)
    if _OF_TOTAL.match(row.sentence.text, match.end()):
        made |= set(totals(reading, part.kind)) & set(cells(reading, row, part.kind))
    return {x for x in made if x > part.value}


def _known(reading: Reading, part: Number) -> set[Fraction]:
    """The totals of tables, and the numbers that a report gives more than once."""
    many = frequencies(reading, part.kind)
    return {x for x, times in many.items() if times >= _TWICE} | set(totals(reading, part.kind))


def _before(rows: Sequence[Statement], place: int, part: Number) -> set[Fraction]:
    """The numbers of a longer passage that may be the whole of a part."""
    near = passage(rows, place, _LONG)
    made = {x.value for y in near for x in y.quantities if x.phrase.number.kind == part.kind}
    return {x for x in made if x > part.value}


def _sums(reading: Reading, rows: Sequence[Statement], place: int, part: Number) -> set[Fraction]:
    """What runs of the numbers of its paragraph come to, where the report gives that number."""
    own = [x for x in rows[max(0, place - _LONG) : place + _LONG] if x.line is rows[place].line]
    items = [x.phrase for y in own for x in y.quantities if x.phrase.number.kind == part.kind]
    at = next((x for x, item in enumerate(items) if item.number is part), 0)
    printed = {*frequencies(reading, part.kind), *totals(reading, part.kind)}
    made = set()
    for first in range(at + 1):
        sums = [*accumulate(x.number.value for x in items[first : at + _MOST])]
        last = next((x for x in range(at, len(items)) if items[x].role == REST), len(items) - 1)
        if first + _FEWEST <= last < first + len(sums):
            made.add(sums[last - first])
    return made & printed


def _far(reading: Reading, row: Statement, match: re.Match, part: Number) -> set[Fraction]:
    """The counts of a report that are called by the noun of its part, or of the share."""
    text = row.sentence.text
    of = _OF_NOUN.match(text, match.end())
    own = next((x.phrase for x in row.quantities if x.phrase.number is part), None)
    heads = set(own.noun[-1:]) | set(own.of) if own else set()
    heads |= stems(of["noun"]) if of else set()
    named = counts_of(reading, heads)
    named |= {x for x, caption in totals(reading, part.kind).items() if heads & stems(caption)}
    return {x for x in named if x > part.value}
