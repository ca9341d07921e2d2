"""Shares, against the count that each tells of and the base that it is of."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import trunc

from reports.checks.quantities.model import Denial, Quantity, Statement, Sure, constraint
from reports.checks.quantities.passages import before, statements
from reports.checks.quantities.shares.bases import (
    COHORTS,
    FAR,
    OF_THEM,
    base_of_them,
    bases_of_lists,
    likely_bases,
    others_of,
)
from reports.checks.quantities.shares.pairs import (
    IN_A_PART,
    OF_OTHERS,
    RATE,
    Share,
    between,
    is_percent,
    shares_of,
    verdict_of,
)
from reports.checks.reading import Reading
from reports.checks.rule import Severity
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import (
    CUT,
    RIGHT,
    WRONG,
    both,
    number_text,
    plain,
    rounded,
    share,
    verdict,
)
from reports.prose.quantities.phrases import stems

# So many points a share may be from the true one, and still be meant to be it.
_NEAR = 40
# What is told of round counts is wrong only at a distance.
_ROUGH = 5
# A share of something else than of what was counted, or one of another time.
_ELSEWHERE = re.compile(
    r"\b(?:increas|decreas|rise|rose|fall|fell|"
    r"(?<!make )(?<!makes )(?<!made )(?<!-)up\b(?!\s+to\s+date)|down\b|compar|target|"
    r"(?<!less )(?<!more )(?<!fewer )than\b|last\b|previous|"
    r"nation|average|from\s+⟦p\d+⟧[^⟦]{0,60}\bto\b|reduc|chang|neighbour|england|region|respectively|earlier|before|"
    r"year\s+ago)\w*",
    re.I,
)
_PER = re.compile(r"^\s+(?:[a-z]+\s+){0,3}(?:per|for\s+every|in\s+every)\s+$", re.I)
_POPULATION = re.compile(r"\bpopulation\s+(?:of|is|was)\b", re.I)
_RELATED = re.compile(rf"{RATE.pattern}|\bout\s+of\s+⟦", re.I)
_THAT_IS = re.compile(r"^\W*(?:that|this|which)\s+(?:is|was|equals|represents)\s+⟦p\d+⟧\W*$", re.I)
_SUMS_UP = re.compile(
    r"^\W*(?:this|these|together|between\s+them|that|they|so|thus|in\s+all|taken\s+together|combined|both)\b",
    re.I,
)
_OF_ALL = re.compile(
    r"^\s+of\s+(?:all|the)\s+(?:our\s+)?(?:(?P<base>⟦c)|(?P<whole>[^⟦.;:]{3,90}))", re.I
)


@constraint("percent-of-count", "C02; sources of error 1 and 3", follows=("parts-of-whole",))
def shares(reading: Reading) -> Iterator[Denial]:
    """A per cent is its count divided by its base, rounded to the places shown."""
    rows, listed = statements(reading), bases_of_lists(reading)
    for place, row in enumerate(rows):
        items = tuple(shares_of(row))
        yield from _of_two(row, items)
        for item in items:
            base = item.base or listed.get(id(row.line)) or base_of_them(rows, place, item)
            if base:
                yield from _read(item, base)
            elif not _ELSEWHERE.search(row.sentence.text):
                yield from _joined(rows, place, item)
        yield from _told_next(rows, place)
        for percent in _alone(row):
            yield from _of_a_part(rows, place, percent)
            yield from _of_a_sum(rows, place, percent)
        yield from _rates(row)


def _read(item: Share, base: Quantity):
    """The denial of a share whose count and base are read."""
    number, result = item.percent.phrase.number, verdict_of(item, base)
    if result in ("", RIGHT) or base.phrase.number.bound or base.value < item.count.value:
        return
    exact = Fraction(item.count.value * 100) / base.value
    right = rounded(exact, number.places)
    write = f"{number_text(right, number.places)}%"
    count, whole = item.count.phrase.number.words, base.phrase.number.words
    text = f"{count} of {whole} is {both(exact, right, number.places)}"
    wording = {">": "over ", ">=": "at least ", "~": "about "}.get(number.bound, "") + number.words
    says = f"{text}, and the paper says {wording}."
    if result == CUT:
        says = f"{text}; {number.words} is cut, not rounded."
    old = "" if item.percent.line.entry_at(number.start) else number.words
    weight = Severity.ADVICE if result == CUT else Severity.ERROR
    swap = (old, write if old else "")
    yield Denial(item.percent.line, number, says, f"Write {write}.", Sure.READ, weight, swap=swap)


def _joined(rows, place, item: Share):
    """The denial of a share by a base that is likely, where nothing of the section bears it."""
    phrase = item.count.phrase
    if not (phrase.is_stock or phrase.is_rough) or item.percent.phrase.number.bound:
        return
    bases = likely_bases(rows, place, item)
    if not bases or not item.count.value < bases[0].value:
        return
    sure = item.percent.phrase.of & COHORTS
    if (sure or _is_near(item, bases[0])) and not any(
        _holds(item, base) for base in (*bases, *others_of(rows, place))
    ):
        yield _denial(item, bases[0])


def _denial(item: Share, base: Quantity):
    exact = Fraction(item.count.value * 100) / base.value
    number = item.percent.phrase.number
    says = (
        f"{item.count.phrase.number.words} of {base.phrase.said} ({base.line.at}) is "
        f"{number_text(exact, number.places)}%, and the paper says {plain(number)}%."
    )
    return Denial.of(item.percent, says, "Put the share right, or say what it is of.")


def _holds(item: Share, base: Quantity):
    return base.value >= item.count.value > 0 and verdict_of(item, base) not in ("", WRONG)


def _of_two(row: Statement, others):
    """`15.5%: 15 of 120 posts`: the one per cent of a sentence that has two counts, the one a part
    of the other or both of a rate, however far it stands from them."""
    percents = [item for item in row.quantities if is_percent(item)]
    counts = sorted(row.counts, key=lambda item: item.value)
    if len(percents) != 1 or len(counts) != 2 or others or _ELSEWHERE.search(row.sentence.text):
        return
    percent, (count, base) = percents[0], counts
    related = base.phrase.mark in (count.phrase.base, percent.phrase.base)
    others = percent.phrase.base is None and OF_OTHERS.match(row.sentence.text, percent.phrase.end)
    others = others or IN_A_PART.match(row.sentence.text, percent.phrase.end)
    if (related or _RELATED.search(row.sentence.text)) and not others:
        item = Share(count, percent, base)
        if verdict_of(item, base) == WRONG and _is_near(item, base):
            yield _denial(item, base)


def _told_next(rows, place):
    """`Of 350 assessments, 280 were in time. That is 80%`: the one count and base before."""
    for row in before(rows, place, 1) if _THAT_IS.match(rows[place].sentence.text) else ():
        bases = {item.phrase.mark: item for item in row.counts}
        counts = [item for item in row.counts if item.phrase.base in bases]
        if len(counts) == 1:
            base = bases[counts[0].phrase.base]
            yield from _read(Share(counts[0], rows[place].quantities[0], base), base)


def _is_near(item: Share, base: Quantity):
    """Whether a share of a base is not far from the one that is stated."""
    exact = item.count.value * 100 / base.value
    least = _ROUGH if item.count.phrase.is_rough or base.phrase.is_rough else 0
    return least <= abs(exact - item.percent.value) <= _NEAR


def _alone(row: Statement):
    """The one per cent of a sentence that states no count."""
    rows = [item for item in row.quantities if is_percent(item)]
    known = all(item.phrase.article in ("these", "those", "the", "both") for item in row.counts)
    return [item for item in rows[:1] if known and not item.phrase.number.bound]


def _of_a_part(rows, place, percent: Quantity):
    """`60 asked, 18 of them girls. Girls were thus 40%`: the count of the same name before."""
    named = stems(f"{percent.phrase.label} {percent.phrase.clause}") - {"per", "cent", "thu"}
    for row in before(rows, place, 1) if not _ELSEWHERE.search(percent.sentence.text) else ():
        parts = [item for item in row.counts if item.phrase.is_stock]
        for part in parts:
            own = stems(OF_THEM.sub("", part.phrase.clause))
            wholes = [item for item in parts if item.value > part.value]
            of_them = part.phrase.anaphor and RATE.search(percent.sentence.text)
            if wholes and len(parts) == 2 and ((own and own <= named) or of_them):
                item = Share(part, percent, wholes[0])
                if verdict_of(item, wholes[0]) == WRONG:
                    yield _denial(item, wholes[0])


def _of_a_sum(rows, place, percent: Quantity):
    """`27 are 16. Next come 19 of 14. Together they are 25% of all children`: a sum of the counts
    right before, of the last count of what is named."""
    text, row = percent.sentence.text, rows[place]
    match = _OF_ALL.match(text[percent.phrase.end :])
    if not match or not _SUMS_UP.match(text):
        return
    near = [other for other in before(rows, place, 6 * FAR) if other.counts]
    parts = _parts_before(near)
    least = sum(part.value for part in parts)
    named = stems(match["whole"] or "")
    every = (item for other in near for item in reversed(other.counts))
    alike = (item for item in every if len(named) > 1 and named & set(item.phrase.noun))
    wholes = row.counts if match["base"] else alike
    whole = next((item for item in wholes if item.value >= least > 0), None)
    if whole is None or any(
        _verdict(percent, value, whole) != WRONG for value in (least, *(x.value for x in parts))
    ):
        return
    number = percent.phrase.number
    right = rounded(exact := least * 100 / whole.value, number.places)
    counted = " + ".join(plain(part.phrase.number) for part in reversed(parts))
    counted = f"{counted} = {number_text(least)}" if len(parts) > 1 else counted
    says = (
        f"{counted}, and {number_text(least)} of {plain(whole.phrase.number)} is "
        f"{both(exact, right, number.places)}; the paper says {number.words}."
    )
    yield Denial.of(percent, says, "Put the share right, or say what it is of.")


def _verdict(percent, value, whole):
    return verdict(percent.phrase.number, value * 100 / whole.value, value * 100 / whole.value)


def _parts_before(near):
    """The counts that a sum is of: those of the sentence before, or one each of the last two."""
    rows = []
    for row in near[:2]:
        bases = {item.phrase.base for item in row.quantities}
        rows.append([item for item in row.counts if item.phrase.mark not in bases])
    if rows and len(rows[0]) > 1:
        return rows[0]
    return [items[0] for items in rows if len(items) == 1]


def _rates(row: Statement):
    """A rate per thousand or ten thousand that its count and population deny."""
    items = [item for item in row.quantities if item.phrase.number.kind == COUNT]
    for rate, per in pairwise(items):
        if per.value not in (1000, 10000, 100000) or not _PER.match(between(row, rate, per)):
            continue
        others = [item for item in items if item not in (rate, per)]
        pairs = list(_counts_with_bases(others, per.value))
        number, times = rate.phrase.number, trunc(per.value)
        ends = [share(count.phrase.number, base.phrase.number, times) for count, base in pairs]
        if not ends or any(verdict(number, low, high) == RIGHT for low, high in ends):
            continue
        (count, base), right = pairs[0], number_text(ends[0][0], number.places)
        says = f"{plain(count.phrase.number)} of {plain(base.phrase.number)} is {right} per "
        says += f"{plain(per.phrase.number)}, and the paper says {number.words}."
        swap = (number.words, right)
        yield Denial(row.line, number, says, f"Write {right}.", Sure.READ, swap=swap)


def _counts_with_bases(items, per):
    """Each count with what it is out of: its base, or the population that the sentence names."""
    bases = {item.phrase.mark: item for item in items}
    population = next((item for item in items if _POPULATION.search(item.phrase.label)), None)
    for count in items:
        base = bases.get(count.phrase.base) or population
        if base and base is not count and base.value >= count.value and base.value > per / 100:
            yield count, base
