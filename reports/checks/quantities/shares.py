"""Shares and averages whose base stands in another sentence than they do."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.quantities.grammar import MEAN, TOTAL
from reports.checks.quantities.model import Denial, Quantity, Statement, constraint
from reports.checks.quantities.passages import before, statements
from reports.checks.reading import Reading
from reports.prose.numbers import PERCENT, SPAN
from reports.prose.quantities.arithmetic import WRONG, number_text, plain, share, verdict
from reports.prose.quantities.phrases import stem, stems

# So many sentences may stand between a share and its base.
_FAR = 4
# So many points a share may be from the true one, and still be meant to be it.
_NEAR = 40
# A share of something else than of what was counted, or one of another time.
_ELSEWHERE = re.compile(
    r"\b(?:increas|decreas|rise|rose|fall|fell|up\b(?!\s+to\s+date)|down\b|compar|target|than\b|last\b|previous|"
    r"nation|average|from\s+⟦p\d+⟧[^⟦]{0,60}\bto\b|reduc|chang|neighbour|england|region|respectively|earlier|before|"
    r"year\s+ago)\w*",
    re.I,
)
# “41% of the 132” has its base behind it, and “of those who replied” names the one before.
_OF = re.compile(r"^\s*of\s+(?:the|our|all|these|those)?\s*$", re.I)
_OF_THOSE = re.compile(
    r"\bof\s+(?:those|the\s+[a-z]+)\s+(?:who|that|which)\s+(?P<verb>[a-z]+)", re.I
)
_RATE = re.compile(r"\b(?:rate|share|proportion)\b", re.I)
_BESIDE = re.compile(
    r"^(?:[^⟦;:.]{0,60}?)(?:\(|,\s+(?:or\s+|which\s+is\s+|that\s+is\s+|at\s+)?|,?\s+or\s+|"
    r"\s+is\s+|\s[–—-]\s|in\s+)$",
    re.I,
)


@constraint(
    "share-unlike-base", "C03; source of error 5", follows=("percent-of-count", "parts-apart")
)
def shares(reading: Reading) -> Iterator[Denial]:
    """A share is that of the base that its passage states."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        for count, percent in _pairs(row):
            bases = _bases(rows, place, count, percent)
            near = bases and _is_near(count, percent, bases[0])
            # A base that is named by what it did is the only one that counts.
            of_those = _OF_THOSE.search(row.sentence.text)
            others = () if of_those else _section(rows, place)
            if near and not _holds(count, percent, (*bases, *others)):
                yield _denial(count, percent, bases[0])
        for percent in _alone(row):
            yield from _of_a_part(rows, place, percent)


def _denial(count: Quantity, percent: Quantity, base: Quantity):
    exact = Fraction(count.value * 100) / base.value
    right = number_text(exact, percent.phrase.number.places)
    says = (
        f"{count.phrase.number.words} of {base.phrase.said} ({base.line.at}) is {right}%, and the "
        f"paper says {plain(percent.phrase.number)}%."
    )
    return Denial.of(percent, says, "Put the share right, or say what it is of.")


def _is_near(count: Quantity, percent: Quantity, base: Quantity):
    """Whether a share of a base is not far from the one that is stated."""
    near = abs(count.value * 100 / base.value - percent.value) <= _NEAR
    return near and base.value > count.value


def _pairs(row: Statement) -> Iterator[tuple[Quantity, Quantity]]:
    """Each count with the per cent that stands beside it, in whichever order."""
    if _ELSEWHERE.search(row.sentence.text):
        return
    bases = {item.phrase.base for item in row.quantities}
    for first, second in zip(row.quantities, row.quantities[1:], strict=False):
        kinds = first.phrase.number.kind == PERCENT, second.phrase.number.kind == PERCENT
        between = row.sentence.text[first.phrase.end : second.phrase.start]
        if kinds[0] == kinds[1] or not _BESIDE.match(between):
            continue
        count, percent = (second, first) if kinds[0] else (first, second)
        if kinds[0] and _OF.search(between):
            continue
        if count.phrase.mark in bases:
            continue
        if count.phrase.is_stock and count.phrase.base is None and not percent.phrase.number.bound:
            yield count, percent


def _alone(row: Statement):
    """The per cent of a sentence that states no count but those that it is of."""
    if len(row.counts) not in (0, 2) or _ELSEWHERE.search(row.sentence.text):
        return ()
    rows = [item for item in row.quantities if item.phrase.number.kind == PERCENT]
    return [item for item in rows if not item.phrase.number.bound][:1]


def _of_a_part(rows, place, percent: Quantity):
    """`60 asked, 18 of them girls. Girls were thus 40%`: the count of the same name before."""
    named = stems(f"{percent.phrase.label} {percent.phrase.clause}") - {"per", "cent", "thu"}
    own_row = rows[place]
    if own_row.counts:
        yield from _of_its_own(own_row, percent)
        return
    for row in before(rows, place, 1):
        parts = [item for item in row.counts if item.phrase.is_stock]
        for part in parts:
            words = re.sub(r"^\s*of\s+(?:them|these|those|whom)", "", part.phrase.clause)
            own = stems(words)
            wholes = [item for item in parts if item.value > part.value]
            of_them = part.phrase.anaphor and _RATE.search(percent.sentence.text)
            if wholes and len(parts) == 2 and ((own and own <= named) or of_them):
                low, high = share(part.phrase.number, wholes[0].phrase.number)
                if verdict(percent.phrase.number, low, high) == WRONG:
                    yield _denial(part, percent, wholes[0])


def _of_its_own(row: Statement, percent: Quantity):
    """`28 beds, 25 of them taken: an occupancy of 98%`: the two counts of the sentence."""
    whole, part = row.counts
    number = percent.phrase.number
    between = row.sentence.text[part.phrase.end : percent.phrase.start]
    apart = percent.phrase.start < part.phrase.start or not re.search(r"[:;]", between)
    if apart or not part.phrase.anaphor or not whole.value >= part.value > 0:
        return
    low, high = share(part.phrase.number, whole.phrase.number)
    if verdict(number, low, high) == WRONG:
        yield _denial(part, percent, whole)


def _who(rows, place, count: Quantity):
    """The count before that has the verb of `of those who replied`, or None."""
    match = _OF_THOSE.search(rows[place].sentence.text)
    if not match:
        return None
    verb = stem(match["verb"])
    near = (item for row in before(rows, place, _FAR) for item in reversed(row.counts))
    bears = (item for item in near if verb in stems(item.phrase.clause))
    return next((item for item in bears if item.value >= count.value), None)


def _bases(rows, place, count: Quantity, percent: Quantity) -> list[Quantity]:
    """What a share may be of: the counts before it of what it names, or of what was counted last;
    empty where its own sentence has its base."""
    phrase = count.phrase
    if who := _who(rows, place, count):
        return [who]
    named = phrase.of | frozenset(phrase.noun) | percent.phrase.of
    found = [item for item in rows[place].counts if item.phrase.start < phrase.start]
    rows_before = (*((tuple(reversed(found)),) if found else ()), *_counts_before(rows, place))
    for counts in rows_before:
        for item in counts:
            stock = item.phrase.is_stock and item.phrase.head and item.value >= count.value
            alike = named and item.phrase.head in named
            if stock and item.value and (alike or (not phrase.head and not phrase.of)):
                return [item]
    sole = {item.value: item for counts in rows_before for item in counts if item.phrase.is_stock}
    only = next(iter(sole.values())) if len(sole) == 1 else None
    return [only] if only and only.value > count.value and not phrase.anaphor else []


def _counts_before(rows, place):
    return [tuple(reversed(row.counts)) for row in before(rows, place, _FAR)]


def _section(rows, place):
    """Every quantity of the section of a sentence."""
    section = rows[place].section
    return (item for row in rows if row.section == section for item in row.quantities)


def _holds(count: Quantity, percent: Quantity, bases):
    """Whether the share is right for any number of those of its kind."""
    for item in bases:
        number = item.phrase.number
        if number.kind == count.phrase.number.kind and number.value >= count.value > 0:
            low, high = share(count.phrase.number, number)
            if verdict(percent.phrase.number, low, high) != WRONG:
                return True
    return False


@constraint("mean-denied", "C03; source of error 5", follows=("two-values",))
def means(reading: Reading) -> Iterator[Denial]:
    """An average is its total divided by the number that it is of."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        averages = [item for item in row.quantities if item.phrase.role == MEAN]
        if len(averages) != 1 or averages[0].phrase.number.kind == PERCENT:
            continue
        counts = [item for item in row.quantities if item is not averages[0]]
        for other in before(rows, place, 1) if len(counts) < 2 else ():
            counts = [*other.quantities, *counts]
        counts = [item for item in counts if item.value and _is_countable(item)]
        yield from _mean(averages[0], counts)


def _is_countable(item: Quantity):
    return item.phrase.is_stock or (item.phrase.number.kind == SPAN and item.phrase.role == TOTAL)


def _mean(average: Quantity, counts):
    """The denial of an average that no two of the numbers near it bear and two all but bear."""
    number = average.phrase.number
    pairs = [(a, b) for a in counts[:6] for b in counts[:6] if a.value > b.value]
    if len(counts) < 2 or any(_bears(number, a.value / b.value) for a, b in pairs):
        return
    near = [(a, b) for a, b in pairs if abs(a.value / b.value - number.value) * 2 <= number.value]
    if len(near) == 1 and len(counts) <= 3:
        total, base = near[0]
        right = number_text(total.value / base.value, max(number.places, 1)).removesuffix(".0")
        says = (
            f"{total.phrase.said} over {base.phrase.said} is {right} each, and the paper says "
            f"{number.words}."
        )
        yield Denial.of(average, says, "Put the average right, or say what it is of.")


def _bears(number, exact):
    return verdict(number, exact, exact) != WRONG or abs(exact - number.value) * 40 <= exact
