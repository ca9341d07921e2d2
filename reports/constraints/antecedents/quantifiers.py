"""`It follows that all took part`: all or none of those with a share in the sentence before."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.constraints.claims.echoes import pairs
from reports.constraints.context.complements import rests_of_all
from reports.prose.asides import AIMS, CONDITIONS, EXCEPTIONS
from reports.prose.numbers import PERCENT
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.quantities.model import Denial, Statement
from reports.quantities.repeats.roots import stems_in
from reports.quantities.roles import BOUND, REST

_CONCLUDES = re.compile(
    r"^\W*(?:so\b|thus\b|hence\b|therefore\b|it\s+follows\b|this\s+means\b|that\s+means\b|in\s+other\s+words\b|in\s+short\b)"
    r"|^[^⟦.;:]{0,60}?,\s+(?:then|therefore|thus|accordingly),|[,;]\s+(?:and\s+)?(?:so|thus|hence|therefore)\s+(?=(?:not\s+)?(?:all|none|every|each|both|no)\b)",
    re.I,
)
# “A majority therefore answered.”
_THEREFORE = re.compile(r"\b(?:therefore|thus|hence)\b", re.I)
_SO_ALL = re.compile(
    r"[,;]\s+(?:and\s+)?(?:so|thus|hence|therefore)\s+(?=(?:not\s+)?(?:all|every\s+one|each)\s+of\s+(?:them|these|those)\b)",
    re.I,
)
_ALL_DID = re.compile(r"\W*(?:all|every|each)\b(?!\s+but\b)", re.I)
_ABSOLUTE = re.compile(r"\b(?:not\s+)?(?:all|every|each|none|no|both)\b", re.I)
_OTHER = re.compile(
    rf"\b(?:{AIMS}|{EXCEPTIONS}|{CONDITIONS}|but|more|fewer|less|longer|doubt|need|change|"
    r"reason|rest|remaining|others?|after\s+all|above\s+all|at\s+all|in\s+all)\b",
    re.I,
)
# “…, but the exceptions were well managed” is said of others.
_CONCEDED = re.compile(r",\s+(?:but|although|though)\b", re.I)
_TIME = ("day", "week", "month", "year")
_PLAIN = stems_in(
    "some form way kind year time part number share therefore thus hence majority minority half "
    "more less fewer"
)


def quantified(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """A conclusion of all or none is borne by the one share of the sentence before it."""
    text = _CONCEDED.split(row.sentence.text, maxsplit=1)[0]
    if inner := _SO_ALL.search(text):
        yield from _of_the_same(row, inner)
        return
    opened = _CONCLUDES.search(text)
    inside = None if opened else _THEREFORE.search(text)
    matches = [
        x
        for x in CLAIM.finditer(text)
        if bool(_ABSOLUTE.fullmatch(x.group().strip())) != bool(inside)
    ]
    if not (opened or inside) or len(matches) != 1 or _has_values(row) or not earlier:
        return
    if _OTHER.search(text.replace(matches[0].group(), " ")):
        return
    claim = claim_of(matches[0])
    near = [other for other in earlier[:2] if other.section == row.section]
    shares = (_shares(near[0]) or _with_rest(near) or _elided(near)) if near else []
    if claim is None or len(shares) != 1 or not _goes_on(row, earlier, bool(inside)):
        return
    share, phrase = shares[0]
    if claim.is_denied(share):
        says = f"The report concludes “{claim.word}” from {phrase}."
        yield Denial(row.line, row.span, says, "Use the word that the number bears.")


def _of_the_same(row: Statement, inner: re.Match) -> Iterator[Denial]:
    """`Of 40, 36 were in date, so all of them were`: against the share of the same sentence."""
    claim = claim_of(CLAIM.match(row.sentence.text, inner.end()))
    ahead = row.sentence.text[: inner.start()]
    shares = _shares(row)
    if _ALL_DID.match(ahead) and len(row.counts) < 2 and not _OTHER.search(ahead):
        shares = [(Fraction(1), "all")]
    if claim and len(shares) == 1 and claim.is_denied(shares[0][0]):
        says = f"The report concludes “{claim.word}” from {shares[0][1]}."
        yield Denial(row.line, row.span, says, "Use the word that the number bears.")


def _has_values(row: Statement) -> bool:
    """True if a sentence has numbers of its own, other than ages and limits."""
    return any(x.phrase.role != BOUND for x in row.quantities)


def _shares(row: Statement) -> list[tuple[Fraction, str]]:
    """The shares that a sentence gives: its per cents, else its counts with their bases."""
    shares = [x for x in row.quantities if x.phrase.number.kind == PERCENT]
    if shares:
        return [(x.value / 100, x.phrase.number.words) for x in shares if not x.phrase.number.bound]
    return [
        (Fraction(x.value) / whole.value, f"{x.phrase.number.words} of {whole.words}")
        for x, whole in pairs(row)
        if x.value <= whole.value
    ] or [
        (part / whole, f"{number_text(part)} of {number_text(whole)}")
        for _rest, part, whole in rests_of_all(row)
    ]


def _with_rest(near: Sequence[Statement]) -> list[tuple[Fraction, str]]:
    """The share of a count, by the others of the next sentence: `In 211 cases it was seen.
    The other three …`."""
    counts = [[x for x in other.counts if x.phrase.is_stock] for other in near]
    if list(map(len, counts)) != [1, 1] or counts[0][0].phrase.role != REST:
        return []
    rest, part = counts[0][0].phrase.number, counts[1][0].phrase.number
    words = f"{part.words} and the other {rest.words}"
    return [(Fraction(part.value) / (part.value + rest.value), words)] if part.value else []


def _elided(near: Sequence[Statement]) -> list[tuple[Fraction, str]]:
    """The share of a count that names nothing, of the one before it: `We wrote to 18. Ten came`."""
    counts = [x for other in reversed(near) for x in other.counts if x.phrase.is_stock]
    parts = [x for x in counts[1:] if not (x.phrase.noun or x.phrase.of) and x.phrase.base is None]
    if len(parts) != 1 or not counts[0].phrase.noun or parts[0].value > counts[0].value:
        return []
    part, whole = parts[0].phrase.number, counts[0].phrase.number
    others = [x for x in counts[1:] if x is not parts[0] and x.phrase.head not in _TIME]
    return (
        [] if others else [(Fraction(part.value) / whole.value, f"{part.words} of {whole.words}")]
    )


def _goes_on(row: Statement, earlier: Sequence[Statement], is_whole: bool) -> bool:
    """True if a conclusion names what one of the two sentences before does, or nothing; `is_whole`
    if it must name nothing else."""
    own = stems_in(row.sentence.said()) - _PLAIN
    before = stems_in(" ".join(other.sentence.said() for other in earlier[:2]))
    return own <= before if is_whole else not own or bool(own & before)
