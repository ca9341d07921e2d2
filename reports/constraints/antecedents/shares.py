"""`One enquiry in four led to a visit`, `seven in ten of those who answered`: shares of groups that
were counted before."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.prose.quantities.phrases import stem
from reports.quantities.derivation.slips import is_within
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.repeats.roots import stems_in

_ONE_IN = re.compile(
    r"\bone\s+(?P<noun>[a-z]+)\s+(?:in|out\s+of)\s+(?:every\s+)?⟦c(?P<base>\d+)⟧(?P<rest>[^⟦.;]*)",
    re.I,
)
_IN_OTHER_WORDS = re.compile(
    r"^\W*(?:in\s+other\s+words|so|thus|that\s+is(?:\s+to\s+say)?|put\s+another\s+way)\b,?\s+", re.I
)
_UNSURE = re.compile(
    r"\b(?:nation\w*|england|region\w*|target|aim|last\s+year|previous\w*|compared|than|up|down|rise|"
    r"fall|increase|decrease|rest|remaining|other\s+(?!words))\b",
    re.I,
)
_THEM = re.compile(
    r"\s+of\s+(?:them|these|those)(?:,?\s+|\s+\()(?:or\s+|that\s+is,?\s+|namely\s+)?(?:an?\s+(?=half))?",
    re.I,
)
_OUT_OF = re.compile(
    r"\sout\s+of\s+(?=(?:every\s+)?(?:two|three|four|five|six|seven|eight|nine|ten)\b)", re.I
)
_WAS_A = re.compile(
    r"\s+(?:(?:of\s+them|in\s+all)\s+)?(?:was|were|is|are)\s+(?:an?\s+)?(?P<noun>[a-z]+)\b", re.I
)
_TIMES, _MOST, _ROOM = 3, 5, Fraction(1, 40)
_MEND = "Correct the share, or state its population."


def shares_of_groups(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """A share in words is that of the groups that the sentences before it count."""
    if not _UNSURE.search(row.sentence.text):
        yield from (*_one_in(row, earlier), *_of_them(row, earlier), *_of_both(row))
        yield from _in_other_words(row, earlier)


def _of_them(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`Forty sat it and 10 of them, a quarter, passed`: of the count before it."""
    text = row.sentence.text
    for item in row.counts:
        behind = _THEM.match(text, item.phrase.end)
        word = CLAIM.match(text, behind.end()) if behind else None
        claim = claim_of(word) if word and word["fraction"] else None
        own = [x for x in row.counts if x.phrase.end <= item.phrase.start and x.phrase.is_stock]
        near = own or [x for other in earlier[:1] for x in other.counts if x.phrase.is_stock]
        if claim is None or len(near) != 1 or not re.match(r"\s*[,)–—-]", text[word.end() :]):
            continue
        whole = near[0]
        if item.value <= whole.value and claim.is_denied(Fraction(item.value) / whole.value):
            says = f"{item.phrase.number.words} of {whole.phrase.number.words} is not "
            yield Denial(row.line, row.span, f"{says}“{claim.word}”.", _MEND)


def _of_both(row: Statement) -> Iterator[Denial]:
    """`79 were boys and 19 were girls; one in five was a girl`: of the groups of its sentence."""
    text = row.sentence.text
    for word in CLAIM.finditer(text) if len(row.counts) > 1 else ():
        claim, named = claim_of(word) if word["fraction"] else None, _WAS_A.match(text, word.end())
        groups = [x for x in row.counts if x.phrase.end <= word.start()]
        plain = all(x.phrase.is_stock and x.phrase.base is None for x in groups)
        # “One in five and a half.”
        plain = plain and not text[: word.start()].endswith(" and ")
        if claim is None or not named or len(groups) < 2 or not plain:
            continue
        own = [x for x in groups if stem(named["noun"]) in stems_in(x.phrase.clause)]
        share = Fraction(own[0].value) / sum(x.value for x in groups) if len(own) == 1 else None
        if share and claim.is_denied(share):
            says = f"{own[0].phrase.number.words} of these is {number_text(share * 100, 1)}%, "
            yield Denial(row.line, row.span, f"{says}but the report gives “{claim.word}”.", _MEND)


def _one_in(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`One enquiry in four led to a visit`: both are counted by their nouns in the section."""
    match = _ONE_IN.search(row.sentence.text)
    if not match:
        return
    stated = row.sentence.thing(match["base"])
    named = stems_in(row.sentence.said(match["rest"]))
    wholes = _of_heads(earlier, {stem(match["noun"])})
    parts = _of_heads(earlier, named - {stem(match["noun"])})
    pairs = [(x, y) for x in parts for y in wholes if 0 < x.value < y.value]
    ratios = [Fraction(y.value) / x.value for x, y in pairs]
    if (
        not ratios
        or not stated.value
        or any(abs(x / stated.value - 1) <= Fraction(1, 6) for x in ratios)
    ):
        return
    if len(pairs) == 1 and is_within(stated.value, ratios[0], _TIMES):
        part, whole = pairs[0]
        says = f"{part.phrase.number.words} of {whole.phrase.number.words} is one in "
        says += f"{number_text(ratios[0], 1)}, but the report has one in {stated.words}."
        yield Denial(row.line, row.span, says, _MEND)


def _of_heads(earlier: Sequence[Statement], heads) -> list[Quantity]:
    counts = [
        x for row in earlier for x in row.counts if x.phrase.is_stock and x.phrase.head in heads
    ]
    return counts if len({x.value for x in counts}) == 1 else []


def _in_other_words(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`In other words seven in ten`: a share of the whole that the sentence before divides."""
    opened = _IN_OTHER_WORDS.match(row.sentence.text)
    written = _OUT_OF.sub(" in ", row.sentence.said())
    matches = [x for x in CLAIM.finditer(written) if x["fraction"]]
    # “Four out of five were good enough” opens with the share itself.
    opened = opened or (matches and not written[: matches[0].start()].strip())
    matches = matches if opened else []
    claim = claim_of(matches[0]) if len(matches) == 1 else None
    # “A third (20) had been in care” has its own count.
    if claim is None or not earlier or row.sentence.marks("p") or "(⟦c" in row.sentence.text:
        return
    parts = [x for x in earlier[0].counts if x.phrase.is_stock and x.phrase.base is None]
    wholes = [x for other in earlier[1:2] for x in other.counts if x.phrase.is_stock]
    whole = next((x for x in wholes if x.value == sum(part.value for part in parts)), None)
    if whole is None or not 1 < len(parts) <= _MOST:
        return
    sums = [
        sum(x.value for x in some)
        for many in range(1, len(parts))
        for some in combinations(parts, many)
    ]
    shares = [Fraction(x) / whole.value for x in sums]
    if all(map(claim.is_denied, shares)):
        says = f"No part of {whole.phrase.number.words} comes to “{claim.word}”."
        yield Denial(row.line, row.span, says, _MEND)
