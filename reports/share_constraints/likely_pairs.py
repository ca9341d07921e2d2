"""The count and the base that a share, a rate or a mean is most likely meant of."""

import re
from collections.abc import Iterator
from itertools import islice, permutations

from reports.prose.content import content, words_of
from reports.prose.numbers import Number
from reports.prose.quantities.arithmetic import RIGHT, verdict
from reports.prose.quantities.phrases import phrase_after, stems
from reports.quantities.model import Quantity
from reports.quantities.nouns import noun_of
from reports.quantities.passages import before
from reports.quantities.roles import TOTAL
from reports.share_constraints.claims import EACH, RATE, SHARE, Claimed
from reports.share_constraints.operands import (
    Around,
    gap,
    is_population,
    is_total,
    populations_before,
)
from reports.share_constraints.tallies import tallies

# So many signs a count may stand from its share, and where more shares than counts are told.
_CLOSE, _BESIDE = 90, 45
# A smaller one is rather a number of things to keep in mind, or of members.
_LEAST = 5
_BASES, _NEAR, _ROWS = 3, 6, 40
_OF = re.compile(
    r"^\)?\s+of\s+(?:(?:all|the|our|these|those|its)\s+)*(?P<named>[a-z][^⟦.;:,()]*)", re.I
)
_OF_THOSE = re.compile(
    r"^\)?\s+of\s+(?:all\s+)?(?:those|the\s+ones)\s+(?:(?:who|which|that)\s+)?"
    r"(?:(?:was|were|had|are)\s+)?(?P<named>[a-z][^⟦.;:,()]*)",
    re.I,
)
# “40 (35%) children”: what the count is of stands behind its share.
_OWN_NOUN = re.compile(r"\)\s+([a-z]+s|children|people|staff)\b", re.I)
_SHARE_BEHIND = re.compile(r"(?:\s[a-z]+){0,3}\s?\(⟦p")
_OF_WHOLE = re.compile(r"⟧\s+of\s+(?:the\s+|our\s+|all\s+)?$", re.I)
_OF_STATED = re.compile(r"^\)?\s+of\s+(?:(?:all|the|our|these|those|its)\s+)*⟦[cm](\d+)⟧", re.I)
# “Of those accepted, 187 took place in time”.
_OPENED_BY = re.compile(
    r"^\W*of\s+(?:all\s+)?(?:those|the\s+ones)\s+(?:(?:who|which|that)\s+)?"
    r"(?:(?:was|were|had|are)\s+)?(?P<named>[a-z][^⟦.;:,()]*),",
    re.I,
)
_AVERAGED = re.compile(r"\b(?:on\s+)?average\b", re.I)
_PLAIN = words_of("them case total whole cohort all time number sample")
_SHORT = re.compile(r"\bdue\b")


def meant(around: Around, item: Claimed) -> Iterator[tuple[Number, Number]]:
    """The (count, base) that a claim is most likely meant of, the likeliest first."""
    pairs = _shares(around, item) if item.kind == SHARE else _rates(around, item)
    named = named_base(around, item) if item.kind == SHARE else None
    for pair in pairs:
        count, base = (x.phrase.number if isinstance(x, Quantity) else x for x in pair)
        if named is None or base.value == named.value:
            yield count, base


def _rates(around: Around, item: Claimed):
    near = around.own if around.is_closed(item) else (*around.own, *_unlike_own(around))
    near = near[:_NEAR] + (around.spans[:2] if item.kind == EACH else ())
    if item.kind == RATE and not around.own:
        yield from populations_before(around, item)
    for count, base in permutations(near, 2):
        may_be = is_total(count, base, item) if item.kind == EACH else is_population(base, count)
        is_own = count in around.own or base in around.own or count.order == base.order
        if may_be and is_own:
            yield count, base


def _unlike_own(around):
    """The counts before of what the sentence itself counts no others of: “two have 30 each”."""
    heads = {other.phrase.head for other in around.own} - {""}
    return tuple(other for other in around.earlier if other.phrase.head not in heads)


def _shares(around: Around, item: Claimed):
    ranked = _ranked(around, item)
    if not ranked or not _is_beside(around, ranked[0], item):
        return
    count = _part_of(around, ranked[0], item)
    # “… of 200 (94%)”: what follows *of* is a whole, and its part was not read.
    before = around.row.sentence.text[: count.phrase.start]
    if count.value <= _LEAST or _OF_WHOLE.search(before[-20:]):
        return
    used = {other for other, claim in around.told_of.items() if claim is not item}
    yield from _with_bases(around, item, count, used)
    for other in ranked[1:2]:
        is_part = other.phrase.base in (None, count.phrase.mark) and other not in used
        if is_part and _LEAST < other.value < count.value and _is_beside(around, other, item):
            yield other, count
    if not _is_borne_far(around, item, count):
        yield from _with_wholes(around, item, count)


def _ranked(around, item):
    """The counts that a share may tell of, the likeliest first."""
    mine = next((other for other, claim in around.told_of.items() if claim is item), None)
    own, stated = around.own, _stated_base(around, item)
    parts = (other for other in around.parts if other is not stated)
    return sorted(parts, key=lambda x: (x is not mine, gap(x, item) if x in own else 0))


def _stated_base(around, item):
    """The number of the sentence that stands right behind a share, which is of it."""
    match = _OF_STATED.match(around.row.sentence.text[item.end :])
    return next((x for x in around.own if match and str(x.phrase.mark) == match[1]), None)


def _part_of(around, count, item):
    """`77 of 248, four in ten`: what stands beside the share is what the count is out of."""
    claim = around.told_of
    rows = (other for other in around.own if other.phrase.base == count.phrase.mark)
    return next((other for other in rows if claim.get(other) in (None, item)), count)


def _is_beside(around, count, item):
    """Whether a count stands so near a claim that it may tell of the same."""
    many, own = len(around.claims), len(around.own)
    if count not in around.own or many == own == 1:
        return True
    return gap(count, item) <= (_CLOSE if many <= own else _BESIDE)


def _with_bases(around, item, count, taken):
    """A count with each of the counts near it that are most likely its base."""
    behind = around.row.sentence.text[item.end :]
    stated = _stated_base(around, item)
    based = [other for other in around.parts if other.phrase.mark == count.phrase.base]
    # “The 95% of before (76 out of 80), now 86.7% of 120”: a count is of its own base.
    if based and stated and based != [stated]:
        return
    based = [stated] if stated else based
    if based and _is_of_another(behind, count, based[0]):
        return
    bases = {other.phrase.base for other in around.parts}
    others = [other for other in around.parts if other not in (count, *taken)]
    others = [other for other in others if other.phrase.mark not in bases]
    match = _OWN_NOUN.match(behind)
    if noun := frozenset(noun_of(match[1])) if match else frozenset():
        bases = [x for x in (*others, *around.earlier) if noun & frozenset(x.phrase.noun)]
    else:
        others = (other for other in others if other.phrase.base != count.phrase.mark)
        bases = based or [*others, *_likely(around, item, count)]
    yield from [(count, base) for base in bases if base.value > count.value][:_BASES]


def _likely(around, item, count):
    """The counts before, those first that are named as what the share is of."""
    named = stems(around.row.sentence.text[item.end : item.end + _CLOSE])
    named |= frozenset(count.phrase.noun) | count.phrase.of
    # A count with a share of its own is a part, as this one is.
    wholes = (x for x in around.earlier if count.phrase.anaphor or not _has_share(x))
    return sorted(wholes, key=lambda other: not named & frozenset(other.phrase.noun))


def _has_share(count):
    return bool(_SHARE_BEHIND.match(count.sentence.text, count.phrase.end))


def _is_of_another(behind, count, base):
    """Whether a share is said to be of something else than of what its count is out of."""
    match = _OF.match(behind)
    named = stems(phrase_after(match["named"])) - _PLAIN if match else frozenset()
    nouns = frozenset((*count.phrase.noun, *base.phrase.noun))
    return bool(named and nouns and not named & nouns)


def _is_borne_far(around, item, count):
    """Whether some count of the section bears a claim of a count."""
    near = around.rows[max(0, around.place - _ROWS) : around.place + _ROWS]
    near = (row for row in near if row.section == around.row.section)
    far = (other for row in near for other in row.counts if other.value > count.value)
    return any(item.holds(count.phrase.number, other.phrase.number) for other in far)


def _with_wholes(around, item, count):
    """A count with what the paper counts most often of what the share is said to be of."""
    match, sums = _OF.match(around.row.sentence.text[item.end :]), tallies(around.reading)
    named = stems(phrase_after(match["named"])) if match else count.phrase.of
    rows = (sums.wholes[head] for head in named - _PLAIN if head in sums.wholes)
    whole = next((row for row in rows if named - _PLAIN <= stems(_said(row))), None)
    if whole and whole.value > count.value:
        yield count, whole
    if around.is_of_all(item):
        larger = (number for number in sums.salient if number.value > count.value)
        yield from ((count, base) for base in islice(larger, 2))


def alike(around: Around) -> tuple[Quantity, Quantity] | None:
    """Where a sentence counts nothing: the count with its base that the paper tells of the same
    in most words, or None."""
    named = stems(around.row.sentence.text)
    matter, best, most = content(around.row.sentence.text) | named, None, 0
    for count, base in tallies(around.reading).told:
        many = len(matter & (content(_said(count)) | stems(count.phrase.clause)))
        same = many > 1 and named & {base.phrase.head, count.phrase.head}
        if many > most and (same or count.order == around.row.order - 1):
            best, most = (count, base), many
    return best


# What says that a share is of what was counted right before, and what is of another time or place.
_OF_LAST = re.compile(
    r"\b(?:rate|share|proportion|percentage|take-up|turnout|uptake|coverage|compliance|timeliness|"
    r"performance)\b|^\W*(?:(?:that|this|it)\s+(?:is|was|makes|gives|represents)|or\b|in\s+other\s+words)",
    re.I,
)
_OF_OTHER_TIME = re.compile(
    r"⟦d|\b(?:than|against|compared|before|earlier|then|had\s+been|rose|fell|(?<!-)up|down|since|from|"
    r"average|elsewhere|local|should|must|would|will)\b",
    re.I,
)


_CLAUSES = re.compile(r"[,;(]")


def last_pair(around: Around, item: Claimed) -> tuple[Number, Number] | None:
    """The count and its base where the sentence before a share by itself has just these two, or
    the last two have one each."""
    text = around.row.sentence.text
    # “65%, better than in 2018” is of now.
    clause = text[: item.end] + _CLAUSES.split(text[item.end :], maxsplit=1)[0]
    if item.number is None or _OF_OTHER_TIME.search(clause):
        return None
    last = _last_two(around)
    if not (_OF_LAST.search(text) or (last and _goes_on(around, last))):
        return None
    if not last or {x.phrase.role for x in last} - {TOTAL}:
        return None
    small, large = sorted(last, key=lambda x: x.value)
    # “240 visits and 60 complaints”, “the share without a plan”.
    based = small.phrase.anaphor or small.phrase.base == large.phrase.mark
    other = small.phrase.head not in ("", large.phrase.head) and not based
    if other or not _LEAST < small.value < large.value:
        return None
    rest = 100 - small.value * 100 / large.value
    is_rest = verdict(item.number, rest, rest) == RIGHT
    return None if is_rest else (small.phrase.number, large.phrase.number)


def _goes_on(around, last):
    """True if a sentence shares a word of matter with those of the two counts before it."""
    named = content(around.row.sentence.text) - _PLAIN
    return bool(named & content(" ".join(item.sentence.text for item in last)))


def is_of_last_two(around: Around, item: Claimed, count: Number, base: Number) -> bool:
    """True if a mean is of the two counts of the sentence before, and names what they count."""
    last, own = _last_two(around), [x for x in around.row.quantities if x.phrase.mark == item.mark]
    if not last or not own or len(around.row.quantities) > 1:
        return False
    total = next((x for x in last if x.phrase.number is count), None)
    among = next((x for x in last if x.phrase.number is base), None)
    if total is None or among is None or _OF_OTHER_TIME.search(_AVERAGED.sub("", _text(around))):
        return False
    return own[0].phrase.head in ("", total.phrase.head)


def _last_two(around):
    """The two counts of the sentence before, or the one each of the last two; else nothing."""
    near = [row.quantities for row in before(around.rows, around.place, 2)]
    many = [*near[0]] if near else []
    many += near[1] if len(many) == 1 and len(near) > 1 else ()
    exact = len(many) == 2 and all(item.phrase.is_count for item in many)
    return tuple(many) if exact else ()


def _text(around):
    return around.row.sentence.text


def named_base(around: Around, item: Claimed) -> Quantity | None:
    """The one count whose words are those that a share is said to be of, or None."""
    behind = around.row.sentence.text[item.end :]
    if stated := _stated_base(around, item):
        return stated
    those = _OF_THOSE.match(behind) or _OPENED_BY.match(around.row.sentence.text)
    match = those or _OF.match(behind)
    named = _matter(phrase_after(match["named"])) - _PLAIN if match else frozenset()
    if len(named) < (1 if those else 2):
        return None
    rows = [x for x in (*around.own, *around.earlier) if named <= _matter(_said(x))]
    return rows[0] if len({x.value for x in rows}) == 1 else None


def _said(item):
    return f"{item.phrase.label} {item.phrase.clause}"


def _matter(text):
    return content(text) | frozenset(_SHORT.findall(text))
