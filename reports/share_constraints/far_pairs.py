"""What a rate, a mean or a share is of, where the numbers stand elsewhere in the paper and only
their names lead to them: `every 10,000 residents`, `our officers have 67 children each`."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from reports.checks.reading import Reading, shared
from reports.prose.named_times import THEN
from reports.prose.numbers import COUNT, Number
from reports.prose.quantities.arithmetic import rounded
from reports.prose.quantities.phrases import phrase_after, stems
from reports.quantities.derivation.slips import NEAR, is_plain_slip, is_within, slip
from reports.quantities.model import Quantity
from reports.quantities.nouns import PLAIN, noun_of
from reports.quantities.passages import before, statements
from reports.quantities.repeats.mentions import mentions
from reports.quantities.repeats.roots import root
from reports.share_constraints.claims import EACH, RATE, SHARE, Claimed
from reports.share_constraints.operands import Around
from reports.share_constraints.sizes.rates import rate_pairs
from reports.share_constraints.tallies import counts_of, tallies

# A rate is not so many times what its numbers come to.
_NOT_FAR = Fraction(3, 2)
# A group that is shared out among is not larger than this.
_MEMBERS = 500
# What is shared out is one of so many numbers that are printed most, and several for each.
_TOTALS, _EACH = 2, 2
_OF = re.compile(r"^\)?\s+of\s+(?:all\s+|the\s+|our\s+)*(?P<named>[a-z][^⟦.;:,()]*)", re.I)
_MAKES = re.compile(
    r"\b(?:which|that|this)\s+(?:makes|made|is|was|comes\s+to|works\s+out\s+at|gives)\s+(?:about\s+)?$",
    re.I,
)
_BETWEEN_THEM = re.compile(r"^\W*(?:between\s+them|together|they|these)\b", re.I)
_AVERAGE = re.compile(
    r"\b(?:average|mean)\s+(?:[a-z]+\s+)?(?:was|is|stood\s+at|stands\s+at|came\s+to)\b", re.I
)
_CASELOAD = re.compile(r"\b(?:average|mean)\s+(?:caseload|number)\b", re.I)
# So many pairs are weighed.
_MOST = 8
_OF_THOSE_WHO = re.compile(
    r"\bof\s+(?:those|the\s+[a-z]+|[a-z]+s)\s+(?:who|that|which|whose)\b", re.I
)
_AGAIN = re.compile(r"[^⟦;.(]{0,30}(?:,?\s+or|,|\()\s+(?:[a-z]+\s+){0,2}", re.I)


def far_pairs(around: Around, item: Claimed) -> tuple[tuple[Number, Number], ...]:
    """The (count, base) that the names in a claim lead to, anywhere in the paper; nothing where
    they lead to more than a few."""
    if around.is_closed(item) or item.claim:
        return ()
    pairs = tuple(dict.fromkeys(_FINDERS[item.kind](around, item)))
    return pairs if len(pairs) <= _MOST else ()


def mistyped_pair(item: Claimed, pairs: Sequence[tuple[Number, Number]]):
    """The pair that a claim was reckoned from and mistyped, or None."""
    if slips := sorted((-_slip(item, *pair), place) for place, pair in enumerate(pairs)):
        likely, place = slips[0]
        if -likely > NEAR:
            return pairs[place]
    # One population and one count that the words of a rate name leave no doubt which are meant.
    alone = item.kind == RATE and len(pairs) == 1
    return pairs[0] if alone and item.is_near(*pairs[0]) else None


def is_concluded(around: Around, item: Claimed, count: Number) -> bool:
    """True for `they were paid £9,600 for it, which makes £400 a file`."""
    ahead = around.row.sentence.text[: item.start]
    return bool(_MAKES.search(ahead)) and around.numbers[:1] == (count,)


def is_of_those(around: Around, count: Number) -> bool:
    """True for `a third of those who returned it, 34.9%`, which is of what a count before is."""
    own = any(x.phrase.number is count for x in around.own)
    return not own and bool(_OF_THOSE_WHO.search(around.row.sentence.text))


def is_again(first: Claimed, last: Claimed) -> bool:
    """True if one claim repeats another in other words: “three quarters, or 75%”."""
    first, last = sorted((first, last), key=lambda item: item.start)
    return bool(_AGAIN.fullmatch(first.row.sentence.text[first.end : last.start]))


def _slip(item: Claimed, count: Number, base: Number) -> float:
    """How much a claim looks like a mistyped one of a count and a base."""
    exact = count.value * item.scale / base.value
    right = rounded(exact, item.number.places)
    # “14.0” for “10.4”: the nought behind the point is a digit too.
    shift = 10**item.number.places
    return slip(item.number.value * shift, right * shift, "")


def linked_pair(around: Around, item: Claimed) -> tuple[Number, Number] | None:
    """(the total, the group) of a mean by itself: the one group that its paragraph counted before,
    and the one count of its section whose words tell that this group has them."""
    row = around.row
    alone = item.kind == EACH and not item.unit and len(row.quantities) == 1
    if not alone or not _AVERAGE.search(row.sentence.text):
        return None
    section = [x for x in around.rows[: around.place] if x.section == row.section]
    groups = [x for other in section if other.line is row.line for x in other.counts]
    groups = [x for x in groups if x.phrase.is_stock and x.phrase.head not in {"", *PLAIN}]
    pairs = {
        (total.phrase.number, group.phrase.number)
        for group in groups
        for other in section
        for total in other.counts
        if other.order != group.order and 1 < group.value <= _MEMBERS
        if total.phrase.is_stock and total.value >= group.value * _EACH
        if _is_theirs(total, group)
    }
    return pairs.pop() if len(pairs) == 1 else None


def _is_theirs(total: Quantity, group: Quantity) -> bool:
    """True if the words behind a count name a group, or its sentence goes on from that of one."""
    named = group.phrase.head in stems(total.sentence.text[total.phrase.end :])
    follows = total.order == group.order + 1 and _BETWEEN_THEM.match(total.sentence.text)
    return bool(named or follows)


def _of_mean(around: Around, item: Claimed) -> Iterator[tuple[Number, Number]]:
    own, sums = _of(around, item), tallies(around.reading)
    # “A sample of 40 each month” is of no members.
    if item.unit or item.number.kind != COUNT:
        return
    printed = [x for x in sums.salient if x.kind == COUNT]
    last = [x for row in before(around.rows, around.place, 1) for x in row.counts]
    last = last if _CASELOAD.search(around.row.sentence.text) else []
    heads = stems(around.row.sentence.text) - PLAIN - {own.phrase.head}
    wholes = [_whole(around.reading, head) for head in sorted(heads)] + (
        last if len(last) == 1 else []
    )
    for whole in wholes:
        if whole and 1 < whole.value <= _MEMBERS:
            totals = [x for x in printed if x.value >= whole.value * _EACH]
            yield from ((total, whole.phrase.number) for total in totals[:_TOTALS])


def _whole(reading: Reading, head: str) -> Quantity | None:
    """What a paper counts most often by a noun, or the one count that it has of it."""
    members = shared(reading, _by_head).get(head, ())
    alone = members[0] if len({x.value for x in members}) == 1 else None
    return tallies(reading).wholes.get(head, alone)


def _of_share(around: Around, item: Claimed) -> Iterator[tuple[Number, Number]]:
    match = _OF.match(around.row.sentence.text[item.end :])
    named = frozenset(map(root, noun_of(phrase_after(match["named"])))) if match else frozenset()
    counts = [count for count, claim in around.told_of.items() if claim is item]
    if not named or not counts or THEN.search(around.row.sentence.text):
        return
    rows = (x.number for x in mentions(around.reading) if named <= x.near)
    bases = [x for x in rows if x.kind == COUNT and not x.bound]
    for base in {x.value: x for x in bases if x.value > counts[0].value}.values():
        yield counts[0].phrase.number, base


def _of(around: Around, item: Claimed) -> Quantity:
    """The quantity of a claim."""
    return next(x for x in around.row.quantities if x.phrase.number is item.number)


def _by_head(reading: Reading) -> Mapping[str, Sequence[Quantity]]:
    """Stem of a noun → every count of it that can be a whole or a part."""
    index = defaultdict(list)
    for row in statements(reading):
        for x in counts_of(row):
            if x.phrase.is_stock:
                index[x.phrase.head].append(x)
    return index


_FINDERS = {RATE: rate_pairs, EACH: _of_mean, SHARE: _of_share}


def is_of_a_slip(item: Claimed, count: Number, base: Number) -> bool:
    """True if a rate is not far from what its numbers come to, or a slip makes a mean of what they
    do."""
    exact = count.value * item.scale / base.value
    if item.kind == RATE:
        return is_within(exact, item.number.value, _NOT_FAR)
    return is_plain_slip(item.number.value, rounded(exact, item.number.places))
