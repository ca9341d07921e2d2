"""Shares, rates and means, against each pair of numbers near them that bears them."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading, shared
from reports.prose.asides import CONDITIONS, EARLIER_TIMES
from reports.prose.numbers import Number
from reports.prose.quantities.arithmetic import RIGHT, is_swapped, rounded
from reports.prose.quantities.phrases import stems
from reports.quantities.derivation.slips import is_mistyped, is_within
from reports.quantities.model import Denial, Sure, constraint
from reports.quantities.passages import before, statements
from reports.quantities.roles import CHANGE
from reports.share_constraints.claims import EACH, RATE, SHARE, Claimed, near, swapped
from reports.share_constraints.evidence.borne_pairs import bearing, bears, is_tallied, with_rest
from reports.share_constraints.far_pairs import (
    far_pairs,
    is_again,
    is_concluded,
    is_of_a_slip,
    is_of_those,
    linked_pair,
    mistyped_pair,
)
from reports.share_constraints.grades import graded_pair
from reports.share_constraints.groups.named_means import named_means
from reports.share_constraints.likely_pairs import (
    alike,
    is_of_last_two,
    last_pair,
    meant,
)
from reports.share_constraints.members.only_pairs import is_apart, is_of_own_two, is_only_pair
from reports.share_constraints.multiples import multiples
from reports.share_constraints.operands import Around, bears_another, is_named, is_stated
from reports.share_constraints.pairs import shares_of, verdict_of
from reports.share_constraints.sizes.stated_fractions import stated_fractions
from reports.share_constraints.table_shares import (
    is_borne_elsewhere,
    is_next,
    named_row_pair,
    tabled_pair,
)

# Of every number that is shown, a whole one; how far “three quarters, or 75%” may be off.
_PLACES, _TIMES = 100, 3
# “Between 61 and 80 per 10,000”.
_OF_A_RANGE = re.compile(r"\bbetween\s+(?:⟦\w+⟧\s+and\s+)?$", re.I)
_CHANGES = re.compile(
    r"\b(?:lower|higher|up|down|fewer|more|minus|plus|change|increase|decrease|rise|fall|reduction|growth)\b",
    re.I,
)
_THIS = re.compile(r"\W*(?:this|that|it)\s+(?:represents?|is|was|means|gives|makes)\b", re.I)
_AVERAGE = re.compile(r"\b(?:average|mean)\b", re.I)
_WHEN = r"(?:in|at|by|on)\s+(?:the\s+end\s+of\s+)?(?:⟦d\d+⟧|[JFMASOND][a-z]+(?:y|h|il|e|r|t)\b)"
_OPENS_THEN = re.compile(
    rf"^\W*(?:{_WHEN}|(?:a|last|the\s+previous)\s+(?:year|quarter|term|month)\s*(?:before|earlier|ago)?),?"
    rf"\s+(?:they|it|there|these|that|this)\b|^\W*(?:it|this|that)\s+was\s+⟦p\d+⟧\s+{_WHEN}",
    re.I,
)
# “Of our own pupils in Years 10 and 11, the rate is 41%”: of no others than these.
_OF_SOME = re.compile(
    r"^\W*(?:of|among|for)\s+(?:our|the|those)\s+[^⟦,;]{0,40}?\b(?:in|at|from|with|who|aged|under|over)\b"
    r"(?P<which>(?:[^⟦,;]|⟦x\d+⟧){1,60}),",
    re.I,
)
# “The gap between the two is 5.3 per 10,000”.
_GAP = re.compile(r"\b(?:gap|difference)\b[^;]*$", re.I)
_LEAST, _OF_A_POPULATION, _THREE = 10, 1000, 3
_WOULD = re.compile(
    rf"\b(?:{EARLIER_TIMES}|{CONDITIONS}|could|when|where|compared|against|than|before|last)\b",
    re.I,
)
# So many sentences before may have its count, and so many signs a share may stand behind that.
_NEAR, _CLOSE = 3, 40


@constraint("mean-denied", "C03; source of error 5", follows=("two-values",))
def means(reading: Reading) -> Iterator[Denial]:
    """An average is its total divided by the number that it is of."""
    # Of which numbers a mean is, those next to it hardly show, unless a slip does.
    yield from (denial for item, denial in unborne(reading) if item.kind == EACH)
    yield from named_means(reading)


@constraint(
    "share-in-words", "C02; source of error 3", follows=("claim-unlike-number", "percent-of-count")
)
def shares_in_words(reading: Reading) -> Iterator[Denial]:
    """A share or a multiple in words is what its two numbers come to."""
    yield from stated_fractions(reading)
    yield from (denial for item, denial in unborne(reading) if item.claim)
    yield from multiples(reading)


def unborne(reading: Reading) -> tuple[tuple[Claimed, Denial], ...]:
    """Every share, rate and mean that no two numbers near it come to, and two all but come to."""
    return shared(reading, _unborne)


def _unborne(reading):
    return tuple(_found(reading))


def _found(reading) -> Iterator[tuple[Claimed, Denial]]:
    rows = statements(reading)
    for place in range(len(rows)):
        around = Around(reading, rows, place)
        borne = {item: bearing(around, item) for item in around.claims}
        used = {(pair[0].value, pair[1].value): item for item, pair in borne.items() if pair}
        used = _pairs_of_shares(rows[place]) | used
        for item, pair in borne.items():
            wrong = _wrong_pair(around, item, pair, used)
            if wrong and not (item.is_divided_by(wrong[0]) or item.is_beyond_all(*wrong[:2])):
                *likely, sure = wrong
                sure = Sure.GUESSED if is_of_those(around, likely[0]) else sure
                yield item, _denial(item, *likely, sure)


def _wrong_pair(around, item, pair, used) -> tuple[Number, Number, Sure] | None:
    """(count, base, how sure) of what a claim was reckoned from wrongly; None where `pair` or
    what its words name in the paper bears it, or it lies between two others."""
    if _GAP.search(item.row.sentence.text[: item.start]) or item.is_mean_of_list:
        return None
    if graded := graded_pair(around.reading, item):
        return None if bears(item, *graded) else (*graded, Sure.JOINED)
    if (tabled := tabled_pair(around, item)) and not pair:
        return None if bears(item, *tabled) else (*tabled, Sure.JOINED)
    near_by = pair and {x.value for x in (*around.own, *around.earlier)} >= {x.value for x in pair}
    for find in () if near_by else (linked_pair, named_row_pair):
        if likely := find(around, item):
            if bears(item, *likely) or is_borne_elsewhere(around, item):
                return None
            return *likely, _sure_of_mean(item, *likely)
    pairs = () if pair else far_pairs(around, item)
    is_mean_of_row = item.kind == EACH and is_borne_elsewhere(around, item)
    if pair or is_mean_of_row or any(bears(item, *each) for each in pairs):
        return None
    if far := mistyped_pair(item, pairs):
        return None if is_borne_elsewhere(around, item) else (*far, Sure.JOINED)
    is_alone = _is_alone(around, item)
    likely = (_alike(around, item) or last_pair(around, item)) if is_alone else None
    wrong = likely or _meant(around, item, used)
    if not wrong or bears_another(item, *wrong) or is_borne_elsewhere(around, item):
        return None
    # “In March they were 28, or 7%”: of those of then, and of no number of now.
    if _OPENS_THEN.match(around.row.sentence.text) and wrong[1] not in around.numbers:
        return None
    # “The rest would last about six and a half months” divides nothing.
    if item.kind == EACH and wrong[1].bound:
        return None
    return *wrong, Sure.JOINED if _is_likely(around, item, *wrong) else Sure.GUESSED


def _sure_of_mean(item, count, base):
    """How sure it is that a mean is of a total and the group that its words lead to."""
    exact, value = near(count) / near(base), near(item.number)
    return Sure.JOINED if is_within(exact, value, _TIMES) else Sure.GUESSED


def _is_likely(around, item, count, base):
    """Whether one number mistyped would part a claim from what a count and a base come to; of a
    share in words or a mean, whether its sentence states them as well."""
    repeated = item.kind == SHARE and around.repeats(item, count)
    if repeated or any(find(around, item, count, base) for find in (is_of_own_two, is_only_pair)):
        return True
    if item.claim or not item.number:
        share = count.value * item.scale / base.value
        near = is_within(item.middle, share, _TIMES)
        return bool(near and (around.is_closed(item) or _is_part_told(around, item, count, base)))
    if _OF_A_RANGE.search(around.row.sentence.text[: item.start]):
        return False
    if item.number in (x.phrase.number for x in around.row.quantities if x.phrase.role == CHANGE):
        return False
    exact = count.value * item.scale / base.value
    right = rounded(exact, item.number.places)
    if item.kind == EACH:
        match = _AVERAGE.search(around.row.sentence.text)
        large = match or item.number.places or right >= _LEAST
        typed = is_mistyped(item.number.value, right) or (match and not item.number.places)
        own = any(base is number for number in around.numbers)
        values = around.is_closed(item) or (own and count in _last_counts(around))
        concludes = is_of_last_two(around, item, count, base) or is_concluded(around, item, count)
        return bool(concludes or (values and large and typed))
    last = _last_counts(around)
    near = around.is_closed(item) or around.is_of_all(item)
    own = any(base is number for number in around.numbers)
    # “The number is lower by 53 (7.1%)”: of what there was before.
    if not own and _CHANGES.search(around.row.sentence.text):
        return False
    near = near or own or any(base is number for number in last) or is_named(around, base)
    near = near or bool(_THIS.match(around.row.sentence.text))
    if item.kind == SHARE and is_stated(around, count, base):
        return True
    if is_mistyped(item.number.value, right) if near else _is_turned(item.number.value, right):
        return True
    turned = [(other, base) for other in swapped(count)]
    turned += [(count, other) for other in swapped(base)]
    return any(pair[1].value >= pair[0].value and item.holds(*pair) for pair in turned)


def _is_part_told(around, item, count, base):
    """True if a count is of those counted right before, and its share is next to it: `of 140,
    thirty-five of them, a quarter, had none`, `all 348 were asked, and 116 replied, or a third`."""
    parts = [x for x in around.own if x.phrase.number is count]
    is_part = any(is_next(x, item) for x in parts)
    close = parts and parts[0].phrase.anaphor and 0 < item.start - parts[0].phrase.end < _CLOSE
    bases = [*_last_counts(around), *(around.numbers if is_part else ())]
    return bool((close or is_part) and any(base is number for number in bases))


def _last_counts(around):
    """The counts and sums of the last sentence that has any, and of a share by itself those of the
    last two that count one thing each."""
    last = [_amounts(row) for row in before(around.rows, around.place, _NEAR)]
    last = [counts for counts in last if counts][:2]
    far = last[1:] if last and len(last[0]) == 1 and _is_alone_in(around.row) else []
    return [x.phrase.number for counts in (*last[:1], *far) for x in counts]


def _amounts(row):
    return [x for x in row.quantities if x.phrase.is_count or x.phrase.is_sum]


def _is_alone_in(row):
    """True if a sentence has one number."""
    return len(row.quantities) < 2


def _is_turned(value, other):
    """Whether one has the digits of the other in another order, whatever their places."""
    return is_swapped(value * _PLACES, other * _PLACES)


def _pairs_of_shares(row):
    """(count, base) of each share of a sentence that stands by its own two numbers → that share."""
    shares = [item for item in shares_of(row) if item.base]
    shares = [item for item in shares if verdict_of(item, item.base) == RIGHT]
    return {(item.count.value, item.base.value): item for item in shares}


def _meant(around, item, used):
    """The pair that a claim was most likely meant of, where it is near what that comes to."""
    closed = around.is_closed(item) or around.is_of_all(item)
    for count, base in meant(around, item):
        if bears(item, count, base):
            return None
        other = used.get((count.value, base.value))
        is_free = other is None or (isinstance(other, Claimed) and is_again(other, item))
        is_of_part = item.claim and _is_part_told(around, item, count, base)
        if is_free and item.is_near(count, base, closed=closed or is_of_part):
            return count, base
    return None


def _is_alone(around, item):
    """True if a share is the one number of its sentence."""
    return item.kind == SHARE and not around.own and (_is_alone_in(around.row) or is_apart(around))


def _alike(around, item):
    """The count and base that the paper tells of the same, where none that it tells bears it."""
    likely = alike(around)
    if likely is None or is_tallied(around.reading, item):
        return None
    some = _OF_SOME.match(around.row.sentence.text)
    if some and not stems(some["which"]) <= stems(likely[1].sentence.text):
        return None
    return next((pair for pair in with_rest(*likely) if item.is_near(*pair)), None)


def _denial(item: Claimed, count: Number, base: Number, sure: Sure):
    pair = f"{count.words} {'over' if item.kind == EACH else 'of'} {base.words}"
    says = f"{pair} is {item.true(count, base)}, but the report gives {item.words}."
    mend = "Correct the share, or state its population."
    is_proved = sure > Sure.GUESSED and _is_plain(item, count, base)
    return Denial(item.row.line, item.span, says, mend, sure, is_proved=is_proved)


def _is_plain(item: Claimed, count: Number, base: Number) -> bool:
    """True if the sentence of a share or a mean has its numbers: those of other sentences may be of
    other groups than its words."""
    own = [x.phrase.number for x in item.row.quantities]
    has_base, has_count = (any(each is x for x in own) for each in (base, count))
    if item.number is None:
        # “In 34 of the 60 audits, so more than half of them”.
        is_last = all(x.phrase.end <= item.start for x in item.row.quantities)
        two = has_base and has_count and len(own) < _THREE
        return item.kind == SHARE and two and is_last
    if item.kind == SHARE:
        return has_base
    if item.kind == RATE and item.scale >= _OF_A_POPULATION:
        # “There were 648 referrals, which is 54.8 for every 10,000 of them.”
        return is_of_a_slip(item, count, base)
    if item.kind == EACH and len(own) == _THREE:
        # “The 60 audits took 198 hours in all, a mean of 3.3 hours each.”
        return has_base and has_count and not _WOULD.search(item.row.sentence.text)
    return has_base and has_count and is_of_a_slip(item, count, base)
