"""A word of comparison that a passage ends with, against the two values that it has told: `46 of 51
against 41 a year ago, which is worse`, `in the whole county it is 4.6%, so ours is higher`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reports.checks.reading import Reading
from reports.date_constraints.times.value_pairs import Pair, pair_in
from reports.prose.content import roots
from reports.prose.marks import MARK
from reports.prose.quantities.betterment import better_way
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.quantities.roles import CHANGE

_UP = (
    r"more|higher|greater|larger|bigger|longer|rose|risen|rise|increased?|grew|grown|growth|up|dearer|slower|climbed|lengthened|"
    r"above|went\s+up|gone\s+up"
)
_DOWN = (
    r"fewer|less|lower|smaller|shorter|fell|fallen|fall|decreased?|shrank|shrunk|down|cheaper|quicker|faster|dropped|drop|"
    r"reduction|reduced|shortened|below|eased"
)
_GOOD = r"better|improved|improvement|improving|progress"
_BAD = r"worse|worsened|worsening|deteriorated|deterioration|decline|declined|setback|poorer"
_WAY = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<good>{_GOOD})|(?P<bad>{_BAD}))\b", re.I
)
_UNSURE = re.compile(
    r"\b(?:not|no|never|nor|neither|none|if|should|would|will|may|might|could|can|hope\w*|expect\w*|although|though|despite|"
    r"(?:both|all|each|every)\b(?!\s+(?:years?|quarters?|months?|terms?))|any|until|unless|aims?|wants?|likely|what|how|why|whether|or|target|limit|budget|plan(?:ned)?|forecast|"
    r"most|than\s+(?:half|a|one|any|the\s+(?:target|limit|budget|plan))|too|once|further|needs?)\b|⟦[cpmdx]",
    re.I,
)
_RATE = re.compile(r"\b(?:rates?|shares?|proportions?|percentages?|chances?|likel\w+)\b", re.I)
# What a conclusion is told of: the values again, or whoever has one of them.
_AGAIN = re.compile(
    r"^\W*(?:(?:and|so|thus|therefore|hence|then|which|that|this|it|these|they|here|there|is|was|means|we|ours?|us|the|result|trend|"
    r"movement|direction|change|position|picture|performance|figures?|numbers?|rates?|shares?|proportions?|has|have|are|were|"
    r"a|an|slightly|clearly|little|rather|somewhat|much|again|of|in|area|borough|council|half-year|year|quarter|itself|overall|"
    r"since|percentage|points|modest|slight|small|marked|clear|only|just|gone|been)\W+)*$",
    re.I,
)
_THAN_BEFORE = re.compile(
    r"\bthan\s+(?:before|then|(?:a|the)\s+(?:year|quarter|month|term)\s+(?:ago|before|earlier)|last\s+[a-z]+|in\s+the\s+(?:year|quarter)\s+before)\b",
    re.I,
)
# “Bigger councils tell us the same”: no word of a comparison of numbers.
_BEFORE_NOUN = re.compile(
    r"\b(?:higher|lower|bigger|smaller|larger|longer|shorter|greater|better|worse|poorer|cheaper|quicker|faster|slower)\s+"
    r"(?!than|rates?\b|shares?\b|numbers?\b|proportions?\b|figures?\b|in\b|at\b|of\b|by\b|on\b|for\b|from\b|now\b|since\b|overall\b|"
    r"again\b|here\b|and\b|as\b|this\b|then\b|percentages?\b|attended\b)[a-z]",
    re.I,
)
_POINTS = re.compile(r"\s+(?:percentage\s+)?points\b", re.I)
_PIECES = re.compile(r"[;:,]\s+|\b(?:and|but|while|whereas)\b")
_BACK, _MEND = 3, "Use the word that the numbers show."


def compared_values(reading: Reading) -> Iterator[Denial]:
    """The word by which a passage concludes on two values is the one that they show."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = row.sentence.text
        start = max((x.phrase.end for x in row.quantities), default=0)
        if not _WAY.search(text, start):
            continue
        near = [x for x in rows[max(0, place - _BACK) : place + 1] if x.line is row.line]
        for at, piece in _pieces(text, start):
            yield from _denied(reading, row, near, piece, is_next=at > start)


def _pieces(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Each stretch behind the last number of a sentence, up to the next break."""
    ends = [start, *(x.end() for x in _PIECES.finditer(text, start)), len(text)]
    for first, last in pairwise(ends):
        yield first, text[first:last]


def _denied(
    reading: Reading, row: Statement, near: Sequence[Statement], piece: str, *, is_next: bool
) -> Iterator[Denial]:
    ways = [*_WAY.finditer(piece)]
    if len(ways) != 1 or _UNSURE.search(piece) or _BEFORE_NOUN.search(piece):
        return
    word, lead = ways[0], piece[: ways[0].start()]
    if row.quantities and not is_next and not _POINTS.match(piece):
        return
    start = reading.period[0] if reading.period else None
    is_rate = bool(_RATE.search(piece))
    pair = pair_in(near, start, shares=is_rate)
    if (
        pair is None
        or not (is_rate or _ends_with(row, pair))
        or not _is_of(pair, near, lead, piece)
    ):
        return
    passage = " ".join((*row.line.trail[-1:], *(x.sentence.said() for x in near)))
    # “Fewer come back: an improvement”: what is better is told by another word.
    judged = word["good"] or word["bad"]
    if judged and len(_WAY.findall(row.sentence.text)) > 1:
        return
    sign = _sign(word, passage)
    went = (pair.own.exact > pair.other.exact) - (pair.own.exact < pair.other.exact)
    if sign and went and sign != went:
        says = f"It is {pair.own.text} against {pair.other.text}, but the report has "
        yield Denial(row.line, row.span, f"{says}“{word.group()}”.", _MEND)


def _ends_with(row: Statement, pair: Pair) -> bool:
    """True unless a sentence goes on to another number behind the two values."""
    items = (pair.own.item, pair.other.item)
    last = [x for x in row.quantities if x.phrase.role != CHANGE][-1:]
    return not last or any(x is last[0] for x in items)


def _sign(word: re.Match, passage: str) -> int:
    if word["up"] or word["down"]:
        return 1 if word["up"] else -1
    better = better_way(passage)
    return better if word["good"] else -better


def _is_of(pair: Pair, near: Sequence[Statement], lead: str, piece: str) -> bool:
    """True if a conclusion is of two values by its subject, or by what it is compared with."""
    if _AGAIN.match(f"{MARK.sub(' ', lead)} "):
        behind = re.search(r"\b(?:more|fewer|less)\s+([a-z]+s)\b", piece)
        earlier = roots(" ".join(x.sentence.said() for x in near[:-1] or near))
        return not behind or bool(roots(behind[1]) & earlier)
    return pair.is_of_time and bool(_THAN_BEFORE.search(piece))
