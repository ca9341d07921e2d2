"""Parts that are told in one breath with their whole, so that nothing else can be meant."""

import re
from itertools import pairwise

from reports.checks.reading import ITEM
from reports.prose.asides import CONDITIONS, EARLIER_TIMES
from reports.prose.numbers import COUNT
from reports.prose.quantities.opposites import STATES
from reports.quantities.grammar import Phrase
from reports.quantities.model import Quantity
from reports.quantities.parts.division import Division
from reports.quantities.passages import phrases_of
from reports.quantities.roles import BOUND, REST

# What may stand between “of” and the number of a whole: “of all our 60 audits”.
ARTICLES = r"(?:(?:the|these|those|our|all|its|their|a|total)\s+){0,3}"
# “Of the 60 audits, 41 …, 13 … and six …”
_OPENS = re.compile(
    rf"\W*(?:and\s+|so\s+)?(?:of|among|amongst)\s+{ARTICLES}(?:(?:other|remaining)\s+)?$", re.I
)
_COMMA = re.compile(r"[,:]|\b(?:in|on|at|by)\s+[^,]*$")
# “The 243 children were made up of 128 …”, “14 households were approved, of whom nine …”.
_LEADS = re.compile(
    r":|\b(?:of\s+wh(?:om|ich)|made\s+up\s+of|consist\w*\s+of|compris\w*|namely|divided\s+into|split\s+into)\b",
    re.I,
)
_OF_THESE = re.compile(r"\W*(?:of|among)\s+(?:these|those|them),?\s+⟦", re.I)
_JOINTS = re.compile(r"[,;]|\band\b")
_ASIDE = re.compile(r"\([^()]*\)?")
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|whom)\b", re.I)
_NOT_YET = re.compile(r"\b(?:still|not|yet)\b", re.I)
# “(a year ago nine)” and “had half done so, 24” are of another time, and of none.
_ELSE = re.compile(
    rf"\b(?:{EARLIER_TIMES}|{CONDITIONS}|had\s+(?:half|all)|than(?!\s+⟦[cx])|"
    r"(?:year|quarter|month|half-year|time)s?\s+before)\b",
    re.I,
)


def is_plain(division: Division) -> bool:
    """True if one sentence, or a list and what leads to it, holds a whole and then its parts, each
    behind a comma or an “and”, and no other number."""
    whole, parts = division.whole, division.parts
    if all(part.line.kind == ITEM and part.line is not whole.line for part in parts):
        return _is_of_list(whole, parts)
    texts = {id(part.sentence): part.sentence for part in parts}
    if len(parts) + len(division.unnumbered) < 2 or len(texts) > 1:
        return False
    sentence = parts[0].sentence
    counts = _counts_of(parts[0])
    if whole.sentence is not sentence:
        if _are_two_sides(division) and len(counts) == len(parts):
            return whole.sentence.marks("c")[-1] is whole.phrase.number
        alone = len(counts) == len(parts) and len(whole.sentence.marks("c")) == 1
        near = whole.line is parts[0].line and parts[0].order == whole.order + 1
        of_these = _OF_THESE.match(sentence.text) or _are_too_many(division)
        return bool(alone and near and of_these) and _are_joined(parts)
    if len(counts) != len(parts) + 1:
        return False
    if whole.phrase.start > parts[0].phrase.start:
        # “Two of the six …, and two …; the other three …”
        is_base = parts[0].phrase.base == whole.phrase.mark and parts[-1].phrase.role == REST
        return is_base and _are_joined(parts)
    between = sentence.text[whole.phrase.end : parts[0].phrase.start]
    opened = _OPENS.match(sentence.text[: whole.phrase.start]) or parts[0].phrase.anaphor
    opened = opened and _COMMA.search(between)
    return bool(opened or _LEADS.search(between)) and _are_joined(parts)


def _counts_of(part: Quantity) -> list[Phrase]:
    """The counts of the sentence of a part, without the ends of ranges and limits."""
    sentences = zip(part.line.marked, phrases_of(part.line), strict=True)
    own = next(row for sentence, row in sentences if sentence is part.sentence)
    return [x for x in own if x.number.kind == COUNT and x.role != BOUND]


def _are_too_many(division: Division) -> bool:
    """True of more than all that the sentence before counts: `each of six files. Four were mended
    and three were not`, which name nothing of their own."""
    bare = all(not part.phrase.head and part.phrase.base is None for part in division.parts)
    of_two = len(division.parts) == 2 and _NOT_YET.search(division.parts[-1].phrase.clause)
    return bool(bare and of_two and division.total > division.whole.value)


def _are_two_sides(division: Division) -> bool:
    """True of more than all, told as two states of which a thing has one: `58 met it. 51 of these
    were concluded and nine are still open`."""
    whole, parts = division.whole, division.parts
    if len(parts) != 2 or division.total <= whole.value or parts[0].order != whole.order + 1:
        return False
    text = parts[0].sentence.text
    of_them = whole.line is parts[0].line and _OF_THEM.match(text, parts[0].phrase.end)
    return bool(of_them) and STATES.sides(*(x.phrase.clause for x in parts)) == -1


def _are_joined(parts: tuple[Quantity, ...]) -> bool:
    text = parts[0].sentence.text
    # “19 were on hold, eight of them because of illness”: eight of the 19.
    nested = any(_OF_THEM.match(text, part.phrase.end) for part in parts[1:])
    if nested or _ELSE.search(text):
        return False
    stretches = (text[a.phrase.end : b.phrase.start] for a, b in pairwise(parts))
    return all(_JOINTS.search(_ASIDE.sub(" ", stretch)) for stretch in stretches)


def _is_of_list(whole: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """True if each item has one count, or one right behind a colon, and what leads to them only
    that of the whole."""
    items = [part.sentence for part in parts]
    alone = all(len(part.line.marked) == 1 and _is_alone(part) for part in parts)
    alone = alone and len({id(item) for item in items}) == len(items)
    return alone and whole.line.kind != ITEM and len(whole.sentence.marks("c")) == 1


def _is_alone(part: Quantity) -> bool:
    ahead = part.sentence.text[: part.phrase.start].rstrip()
    return len(part.sentence.marks("c")) == 1 or ahead.endswith(":")
