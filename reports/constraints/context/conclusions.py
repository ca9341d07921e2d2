"""What one sentence concludes from its own numbers, or from those of the sentence before."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.quantities.model import Denial, Statement
from reports.quantities.repeats.roots import stems_in

_SO = r"(?:\s+(?:thus|therefore|so|then|accordingly|alone|together))?"
_MAKE = (
    r"(?:made(?:\s+up)?|make(?:s)?(?:\s+up)?|account(?:s|ed)?\s+for|form(?:s|ed)?|"
    r"represent(?:s|ed)?|supplied|supply|gave|sent|were|are)"
)
_SUBJECT = re.compile(
    rf"^\W*(?:so\s+|thus\s+|therefore\s+)?(?:the\s+)?(?P<subject>[a-z][^⟦.;:,]{{2,40}}?){_SO}\s+{_MAKE}\s+(?:only\s+|just\s+)?",
    re.I,
)
_OF_THE = re.compile(r"^\W*\s*of\s+(?:the|those|these|all|our)\s+(?P<whole>[^⟦.;:,]{3,40})", re.I)
_EACH_OF = re.compile(
    r"⟦c(?P<whole>\d+)⟧[^⟦;.]{0,60}(?::|,|\s[–—-])\s*⟦c(?P<each>\d+)⟧\s+(?:[a-z]+\s+){0,2}?(?:in|from|for|at|by|to)\s+"
    r"each\s+of\s+(?:the|our|its|these|all)\s+⟦c(?P<many>\d+)⟧",
    re.I,
)
_COME_TO = re.compile(
    r"(?::|\s[–—-])\s*⟦c(?P<sum>\d+)⟧\s+in\s+the\s+(?:quarter|half-year|year|period)\W*$",
    re.I,
)
_OF_THEM = re.compile(r"⟦c(?P<part>\d+)⟧\s+of\s+(?:the\s+|our\s+|these\s+)?⟦c(?P<whole>\d+)⟧", re.I)
_THAT_DID_NOT = re.compile(
    r"^\W*the\s+(?:other\s+)?⟦c(?P<rest>\d+)⟧\s+(?:that|which|who)\s+(?:did|were|was|had|have|has|are|is)\s+not\s+(?:were|was|will|are|is|have|has|had)\b",
    re.I,
)
_MEAN_OF = re.compile(
    r"\b(?:average|mean)\s+of\s+(?:the|these|our)\s+(?:⟦c\d+⟧\s+)?[a-z ]{3,40},\s*"
    r"(?P<list>⟦c\d+⟧(?:(?:,|\s+and|,\s+and)\s+⟦c\d+⟧)+),?\s+"
    r"(?:is|was|comes\s+to)\s+⟦c(?P<mean>\d+)⟧",
    re.I,
)
_AS_MANY = re.compile(
    r"\b(?P<times>twice|three\s+times|four\s+times|half)\s+as\s+many\s+(?P<one>[a-z]+)\s+as\s+(?P<other>[a-z]+)\b"
    r"[^⟦.;]{0,60}(?::|,|\()\s*⟦c(?P<first>\d+)⟧(?:\s+(?P<named>[a-z]+))?,?\s+(?:and|to|against)\s+⟦c(?P<second>\d+)⟧",
    re.I,
)
_FACTORS = {"twice": 2, "half": Fraction(1, 2), "three times": 3, "four times": 4}
_SIDE = re.compile(r"\b(?:not|no|except|than|last|previous\w*|target|England)\b", re.I)
_MEND = "Put the wrong number right."
_FEW, _ABOUT, _HALF = 2, Fraction(1, 10), Fraction(1, 2)


def conclusions(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """The numbers and shares of a sentence that follow from others and are not what follows."""
    yield from _each_of(row)
    yield from _comes_to(row)
    yield from _mean_of(row)
    yield from _as_many(row)
    if earlier and earlier[0].section == row.section:
        yield from _rest(row, earlier[0])
        yield from _share_of_subject(row, earlier[0])


def _each_of(row: Statement) -> Iterator[Denial]:
    """`40 files: 10 in each of the four teams`."""
    for match in _EACH_OF.finditer(row.sentence.text):
        whole, each, many = (row.sentence.thing(match[x]) for x in ("whole", "each", "many"))
        exact = not any(x.bound for x in (whole, each, many))
        if exact and each.value * many.value != whole.value:
            says = (
                f"{each.words} for each of {many.words} is {number_text(each.value * many.value)}"
            )
            yield Denial(row.line, many, f"{says}, but the report has {whole.words}.", _MEND)


def _comes_to(row: Statement) -> Iterator[Denial]:
    """`In April 12 started, in May nine and in June 15: 36 in the quarter`."""
    match = _COME_TO.search(row.sentence.text)
    items = row.sentence.marks("c", row.sentence.text[: match.start()]) if match else ()
    if len(items) < _FEW or _SIDE.search(row.sentence.text) or any(x.bound for x in items):
        return
    total, stated = sum(x.value for x in items), row.sentence.thing(match["sum"])
    # A sum that holds another number of its row is told otherwise.
    if stated.value != total and stated.value > max(x.value for x in items):
        terms = " + ".join(x.words for x in items)
        says = f"{terms} = {number_text(total)}, but the report has {stated.words}."
        yield Denial(row.line, stated, says, _MEND)


def _mean_of(row: Statement) -> Iterator[Denial]:
    """`The average of the five scores, 6, 7, 8, 8 and 6, is 7`."""
    for match in _MEAN_OF.finditer(row.sentence.text):
        items, mean = row.sentence.marks("c", match["list"]), row.sentence.thing(match["mean"])
        value = sum(x.value for x in items) / len(items)
        if abs(value - mean.value) > _HALF / 10**mean.places:
            says = f"The mean of these {len(items)} is {number_text(value, 1)}, "
            yield Denial(row.line, mean, f"{says}but the report has {mean.words}.", _MEND)


def _as_many(row: Statement) -> Iterator[Denial]:
    """`Twice as many boys as girls were referred: 84 boys and 42 girls`."""
    for match in _AS_MANY.finditer(row.sentence.text):
        first, second = (row.sentence.thing(match[name]) for name in ("first", "second"))
        if match["named"] and match["named"].casefold() == match["other"].casefold():
            first, second = second, first
        factor = _FACTORS[" ".join(match["times"].casefold().split())]
        if second.value and abs(first.value / second.value / factor - 1) > _ABOUT:
            says = f"{first.words} is {number_text(first.value / second.value, 1)} times "
            says += f"{second.words}, but the report has “{match['times']} as many”."
            yield Denial(row.line, first, says, _MEND)


def _rest(row: Statement, other: Statement) -> Iterator[Denial]:
    """`Eight of the 10 schools replied. The two that did not were asked again`."""
    match, pairs = (
        _THAT_DID_NOT.match(row.sentence.text),
        list(_OF_THEM.finditer(other.sentence.text)),
    )
    if (
        not match
        or len(pairs) != 1
        or len(other.counts) != _FEW
        or _SIDE.search(other.sentence.text)
    ):
        return
    part, whole = (other.sentence.thing(pairs[0][name]) for name in ("part", "whole"))
    rest = row.sentence.thing(match["rest"])
    if rest.kind == COUNT and part.value < whole.value and rest.value != whole.value - part.value:
        says = f"{whole.words} − {part.words} = {number_text(whole.value - part.value)}, "
        yield Denial(row.line, rest, f"{says}but the report has {rest.words}.", _MEND)


def _share_of_subject(row: Statement, other: Statement) -> Iterator[Denial]:
    """`60 of 240 came from schools. Schools thus made a quarter of the referrals`."""
    text = row.sentence.text
    match = _SUBJECT.match(text)
    if not match or row.counts or _SIDE.search(text):
        return
    number = re.match(r"⟦p(\d+)⟧", text[match.end() :])
    claim = None if number else CLAIM.match(text, match.end())
    if not number and not (claim and claim["fraction"]):
        return
    end = claim.end() if claim else match.end() + number.end()
    whole = _OF_THE.match(text[end:])
    pair = _part_and_whole(other, stems_in(match["subject"]), whole) if whole else None
    if pair is None:
        return
    part, base = pair
    share = Fraction(part.value) / base.value
    stated = row.sentence.thing(number[1]) if number else None
    if stated:
        wrong, words = verdict(stated, share * 100, share * 100) == WRONG, stated.words
    else:
        wrong, words = claim_of(claim).is_denied(share), claim.group().strip()
    if wrong:
        says = f"{part.phrase.number.words} of {base.phrase.number.words} is "
        says += f"{number_text(share * 100, 1)}%, but the report has “{words}”."
        yield Denial(row.line, stated or (row.sentence.start, row.sentence.end), says, _MEND)


def _part_and_whole(other: Statement, subject, whole):
    """The (part, whole) of a sentence with two counts, of which the part is the subject's."""
    if len(other.counts) != _FEW:
        return None
    base, part = sorted(other.counts, key=lambda item: item.value, reverse=True)
    behind = other.sentence.said(other.sentence.text[part.phrase.end :])
    own = bool(subject) and subject <= stems_in(behind)
    same = stems_in(whole["whole"]) & stems_in(f"{' '.join(base.phrase.noun)} {base.phrase.label}")
    return (part, base) if own and same and base.value > part.value else None
