"""`That is one contact in three`: a share of the count and the base in the sentences before."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from assurance.runtime.digits import whole
from reports.prose.asides import AIMS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.claims import CLAIM, Claim
from reports.prose.quantities.phrases import phrase_after
from reports.quantities.derivation.claimed_shares import ClaimedShare
from reports.quantities.model import Denial, Quantity, Statement, Sure
from reports.quantities.repeats.roots import stems_in

_THAT_IS = re.compile(
    r"^\W*(?:so\s+|thus\s+|as\s+an?\s+(?:share|proportion|percentage)\s+of\s+(?:[^⟦.;:]|⟦c(?P<base>\d+)⟧){3,40}?,?\s+)?(?:that|this|it|which)\s+(?:is|was|means|represents?|represented|amounts?\s+to|comes?\s+to|makes|equals|equates\s+to)\s+"
    r"(?:[a-z]+\s+){0,2}?",
    re.I,
)
_ONE_IN = re.compile(
    r"(?:(?P<near>about|around|nearly|almost|roughly|over|under|some)\s+)?one\s+(?:[a-z]+\s+){1,2}in\s+(?:every\s+)?⟦c(?P<base>\d+)⟧",
    re.I,
)
_OF_THOSE = re.compile(
    r"^\W*\s*of\s+(?P<named>(?:the|those|all|our|these|everyone|everybody)\b[^⟦.;:,]{0,50})", re.I
)
_COMPARED = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|than|up|down|increase|fall|rise|more|"
    r"fewer|change)\b",
    re.I,
)
_OF_SET = re.compile(r"\s+of\s+(?:the|our|these|all)\s+([^⟦.;:,]{0,50})", re.I)
# “That is one in five, roughly”; “it was 91% at the end of September”, at another time.
_ROUGHLY_OR_THEN = re.compile(
    r",?\s+(?:roughly|or\s+so|about)\b|[^⟦.;,]{0,20}\b(?:at|in|on)\s+(?:the\s+end\s+of\s+)?⟦d", re.I
)
_OF_THESE = re.compile(r"\W*of\s+(?:these|those|the|them|all)\b[^⟦]*$", re.I)
_FAR, _TIMES = 3, 3
_ABOUT, _PLAIN = Fraction(1, 20), Fraction(1, 60)
_MEND = "Correct the share, or state its population."


def shares_before(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """The share that a sentence gives of what the one before it counts."""
    text = row.sentence.text
    match = _THAT_IS.match(text) if earlier and earlier[0].section == row.section else None
    if not match or _COMPARED.search(text):
        return
    claim, end = share_at(row, match.end())
    own = [x for x in row.counts if x.phrase.start < match.end() or x.phrase.start >= end]
    own = [x for x in own if match["base"] is None or x.phrase.mark != whole(match["base"])]
    if claim is None or own or _ROUGHLY_OR_THEN.match(text, end):
        return
    named = _OF_THOSE.match(text[end:])
    pairs = list(_pairs(earlier, named["named"] if named else ""))
    base = [
        x
        for x in row.counts
        if match["base"] and x.phrase.number is row.sentence.thing(match["base"])
    ]
    parts = [x for x in earlier[0].counts if x.phrase.is_stock]
    pairs = [(parts[0], base[0])] if base and len(parts) == 1 else pairs
    shares = [Fraction(part.value) / base.value for part, base in pairs]
    middle = claim.middle
    if not pairs or not all(map(claim.denies, shares)):
        return
    part, base = pairs[0]
    if middle * _TIMES >= shares[0] >= middle / _TIMES:
        says = f"{part.phrase.number.words} of {base.phrase.number.words} is "
        says += f"{number_text(shares[0] * 100, 1)}%, but the report gives “{claim.words}”."
        # Another count further off may be its base where none is named.
        is_named = named or match["base"] or part.phrase.base is not None
        is_named = is_named or _is_beside(part, pairs) or _opens(part)
        sure = Sure.JOINED if is_named else Sure.GUESSED
        # A base of another sentence may be of another group.
        is_beside = base.order == part.order
        span = claim.number or row.sentence.start
        yield Denial(row.line, span, says, _MEND, sure, is_proved=is_beside)


def _opens(part: Quantity) -> bool:
    """True for `Of these contacts 462 became referrals`, `903 of them did`."""
    return part.phrase.anaphor or bool(_OF_THESE.match(part.sentence.text[: part.phrase.start]))


def _is_beside(part: Quantity, pairs: Sequence[tuple[Quantity, Quantity]]) -> bool:
    """True if the one base of a count is in the sentence of the count."""
    return len(pairs) == 1 and pairs[0][1].order == part.order


def share_at(row: Statement, at):
    """(the share that begins there, where it ends); None without one."""
    text = row.sentence.text
    if number := re.match(r"(?:[a-z]+\s+){0,2}?⟦p(\d+)⟧", text[at:], re.I):
        stated = row.sentence.thing(number[1])
        return ClaimedShare.of_number(stated), at + number.end()
    if one := _ONE_IN.match(text, at):
        share = Fraction(1) / row.sentence.thing(one["base"]).value
        room = _ABOUT if one["near"] else _PLAIN
        words = row.sentence.said(one.group())
        allowed = Claim(words, share - room, share + room)
        return ClaimedShare(words, claim=allowed), one.end()
    word = CLAIM.match(text, at)
    if word and word["fraction"]:
        return ClaimedShare.of_words(word), word.end()
    return None, at


def _pairs(earlier: Sequence[Statement], named) -> Iterator[tuple[Quantity, Quantity]]:
    """The (count, base) that may be meant: the count of the sentence before, its base, what it
    names as its set, and what `named` counts."""
    first = earlier[0]
    bases = {x.phrase.base for x in first.counts} - {None}
    parts = [x for x in first.counts if x.phrase.is_stock and x.phrase.mark not in bases]
    if len(parts) != 1:
        return
    part = parts[0]
    if part.phrase.base is not None:
        yield from ((part, x) for x in first.counts if x.phrase.mark == part.phrase.base)
        return
    wholes = [x for other in earlier[:_FAR] for x in other.counts if x.value > part.value]
    wholes = [x for x in wholes if x.phrase.is_stock and x is not part]
    spoken = stems_in(named) or frozenset(part.phrase.of) | _set_of(part)
    own_wholes = [x for x in wholes if _is_of(x, spoken)]
    bases = {(x.order, x.phrase.base) for x in own_wholes if x.phrase.base is not None}
    own_wholes = [x for x in own_wholes if (x.order, x.phrase.mark) not in bases]
    yield from ((part, x) for x in own_wholes or (wholes if not named else ()))


def _set_of(item: Quantity):
    """The roots of the set of a count: `462 of the quarter 2 contacts`."""
    match = _OF_SET.match(re.sub(r"⟦[xd]\d+⟧", " ", item.sentence.text[item.phrase.end :]))
    return stems_in(phrase_after(match[1])) if match else frozenset()


def _is_of(item: Quantity, spoken) -> bool:
    """True if a count is of what is named: by its noun, its label, or by its clause."""
    text, phrase = item.sentence.text, item.phrase
    behind = text[phrase.end :].replace("⟧", "⟦").split("⟦")[::2]
    label = re.split(r"⟦[cpm]\d+⟧|[;.]", text[: phrase.start])[-1]
    named = stems_in(item.sentence.said(f"{label} {' '.join(behind[:2])}"))
    return bool((frozenset(phrase.noun) | named) & spoken)
