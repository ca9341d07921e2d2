"""Shares and means whose count or base stands elsewhere, found there by what it is called.

The count is one of the sentence, or of an earlier one that says the same in its words. The base is
what the share is said to be of, else what the count names, else what that sentence counts.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from assurance.runtime.digits import whole
from reports.checks.quantities.derivation.slips import is_mistyped
from reports.checks.quantities.derivation.support import is_borne
from reports.checks.quantities.grammar import CHANGE, MEAN, TARGET, TOTAL
from reports.checks.quantities.model import Denial, Quantity, Statement
from reports.checks.quantities.passages import before, statements
from reports.checks.quantities.shares.claims import is_of_others
from reports.checks.quantities.shares.tallies import counts_of
from reports.checks.reading import Reading
from reports.prose.content import content, words_of
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, PERCENT, SPAN
from reports.prose.quantities.arithmetic import WRONG, number_text, plain, rounded, share, verdict
from reports.prose.quantities.claims import FRACTION, fraction
from reports.prose.quantities.phrases import phrase_after, stems

_NEAR, _FAR, _LEAST, _POINTS, _CLOSE = 6, 40, 5, 25, 10
_OF = re.compile(
    r"^\)?\s+of\s+(?:(?:all|the|our|these|those|its|their)\s+)*(?P<named>[a-z][^⟦.;:,()]*)", re.I
)
_OF_NUMBER = re.compile(r"^\)?\s+of\s+(?:[a-z]+\s+){0,3}⟦", re.I)
_WHOLE = words_of("total whole all cohort group sample everyone lot them number caseload")
_CONCLUDES = re.compile(
    r"^\W*(?:so|thus|therefore|hence|that|this|it|which|in\s+other\s+words|put\s+another\s+way|"
    r"expressed)\b|\b(?:therefore|thus|hence|accordingly|so)\b[^⟦]{0,30}$",
    re.I,
)
_CHANGES = re.compile(
    r"\b(?:lower|higher|(?<!made\s)up|down|more|fewer|than|change\w*|increas\w*|decreas\w*|rise|rose|risen|fall|fell|"
    r"fallen|reduc\w+|grew|grown|growth|point|points|target|from|last|previous\w*|earlier|ago|before|"
    r"against|compared|average|nation\w*|england|region\w*)\b",
    re.I,
)
_EACH = re.compile(
    r"^\s+(?:(?P<noun>[a-z]+)\s+)?(?:(?:an?|per|for\s+(?:each|every)|to\s+(?:each|every|an?)|each)\s+"
    r"(?P<unit>[a-z]+(?:\s(?:worker|leaver|carer|person|people|household|home))?)\b|(?P<each>each|apiece)\b)",
    re.I,
)
# A label or an age that may be a number of things.
_UNREAD = re.compile(
    r"\bnumber(?:s|ed)?\s+⟦|\b(?:growth|increase[ds]?|decrease[ds]?|rise|rose|fall|fell|than|from)\b",
    re.I,
)
# “In a quarter, 30 of 40 were made”.
_OF_TIME = re.compile(
    r"\b(?:in|for|during|over|of|the|this|last|first|second|third|fourth|each|every|per)\s+(?:an?\s+|the\s+)?$",
    re.I,
)
_FRACTION = re.compile(
    rf"(?P<told>\b(?:(?P<fraction>{FRACTION})|one\s+(?:[a-z]+\s+){{0,2}}in\s+(?:every\s+)?⟦c(?P<one>\d+)⟧))"
    r"(?:,\s+|\s+\(|\s+[–—]\s+)(?:or\s+)?⟦c(?P<count>\d+)⟧(?=[,)]|\s+[–—]|\s+(?:out\s+)?of\s+(?:the\s+)?⟦c)",
    re.I,
)
_TIMES = words_of("day week month year quarter night hour minute annum time term session")


def named_shares(reading: Reading) -> Iterator[Denial]:
    """A share or a mean is that of the numbers which the report gives for what it names."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        percents = [x for x in row.quantities if x.phrase.number.kind == PERCENT]
        if len(percents) == 1 and not percents[0].phrase.number.bound:
            yield from _of_share(reading, rows, place, percents[0])
        yield from _in_words(rows, place)
        for item in row.quantities:
            if item.phrase.number.kind in (COUNT, SPAN) and not item.phrase.number.bound:
                yield from _of_mean(rows, place, item)


def _of_share(reading: Reading, rows: Sequence[Statement], place: int, item: Quantity):
    row, phrase = rows[place], item.phrase
    text = row.sentence.text
    if phrase.role in (CHANGE, TARGET) or _CHANGES.search(
        f"{phrase.label[-60:]} {phrase.clause[:60]}"
    ):
        return
    if text[: phrase.start].endswith(" to ") or _OF_NUMBER.match(text[phrase.end :]):
        return
    if is_of_others(text, phrase.start, phrase.end):
        return
    own = counts_of(row)
    counted = [x for x in row.counts if x in own or x.phrase.role == MEAN]
    told = row if counted else _told_alike(rows, place, item)
    parts = _parts(row, item, counted) if counted else _told_parts(row, told)
    bases = [*_bases(rows, place, item, told or row, parts)] if parts else []
    if not bases or parts[0].value <= _LEAST:
        return
    count, base = parts[0], bases[0]
    firm = len({x.value for x in bases}) == 1
    # What is told elsewhere, of one of several groups, is hardly meant.
    if not firm and told is not row:
        return
    between = text[counted[0].phrase.start if counted else 0 : phrase.start]
    if counted and _UNREAD.search(between):
        return
    every = bases if firm else _around(rows, place)
    if any(_bears(item, a, b) for a in parts for b in every):
        return
    if not firm and is_borne(reading, item.line, phrase.number):
        return
    exact = Fraction(count.value * 100) / base.value
    right = rounded(exact, phrase.number.places)
    near = abs(exact - item.value) <= (_CLOSE if firm else 0) or is_mistyped(item.value, right)
    if abs(exact - item.value) <= _POINTS and near:
        says = f"{plain(count.phrase.number)} of {plain(base.phrase.number)} is "
        says += f"{number_text(right, phrase.number.places)}%, but the report gives "
        says += f"{phrase.number.words}."
        yield Denial.of(item, says, "Correct the share, or state its population.")


def _bears(item: Quantity, count: Quantity, base: Quantity):
    if not 0 < count.value < base.value:
        return False
    ends = share(count.phrase.number, base.phrase.number)
    rest = 100 - ends[1], 100 - ends[0]
    return any(verdict(item.phrase.number, *each) != WRONG for each in (ends, rest))


def _parts(row: Statement, item: Quantity, counted):
    """The counts of its sentence that a share may tell of, the nearest before it first."""
    ahead = [x for x in counted if x.phrase.end <= item.phrase.start]
    bases = {x.phrase.base for x in row.quantities}
    ahead = [x for x in ahead if x.phrase.mark not in bases and x.phrase.role != MEAN]
    if len(ahead) > 1 and ahead[0].phrase.head and ahead[-1].phrase.start - ahead[0].phrase.end < 4:
        return []
    return ahead[::-1][:2]


def _told_alike(rows: Sequence[Statement], place: int, item: Quantity):
    """The sentence before it that says of a count what a share says, or that it concludes from."""
    row = rows[place]
    if _CONCLUDES.search(row.sentence.text[: item.phrase.start]):
        near = before(rows, place, 1)
        return near[0] if near and near[0].counts else None
    matter = _matter(row)
    near = [x for x in before(rows, place, _NEAR) if x.counts and "⟦p" not in x.sentence.text]
    alike = [(len(matter & _matter(x)), -x.order, x) for x in near]
    best = max(alike, key=lambda x: x[:2], default=(0, 0, None))
    return best[2] if best[0] > 1 else None


def _matter(row: Statement):
    """What a sentence is about, by the beginnings of its words: vacancies are of vacant posts."""
    return {x[:5] for x in content(MARK.sub(" ", row.sentence.text))}


def _told_parts(row: Statement, told: Statement | None):
    """The counts of another sentence whose own words are most alike those of a share."""
    if told is None:
        return []
    matter = stems(MARK.sub(" ", row.sentence.text)) | content(row.sentence.text)
    bases = {x.phrase.base for x in told.quantities}
    parts = [x for x in told.counts if x.phrase.is_stock and x.phrase.mark not in bases]
    weights = [
        (len(matter & (stems(x.phrase.clause) | content(x.phrase.clause))), -x.phrase.start, x)
        for x in parts
    ]
    best = sorted(weights, key=lambda x: x[:2], reverse=True)
    if len(best) > 1 and best[0][0] == best[1][0] and not best[0][2].phrase.anaphor:
        return []
    return [best[0][2]] if best else []


def _bases(rows, place, item: Quantity, told: Statement, parts: Sequence[Quantity]):
    """What a share is of, the likeliest first."""
    row, count = rows[place], parts[0]
    larger = [x for x in _around(rows, place) if x.value > count.value and x.phrase.is_stock]
    named = _named(row, item)
    if named and not named & _WHOLE:
        # “Of the complaints decided” is of fewer than were received.
        alike = (x for x in larger if x.phrase.head in named)
        yield from (x for x in alike if named <= stems(x.sentence.text) | {*x.phrase.noun})
        return
    own = [
        x
        for x in told.counts
        if x is not count
        and x.value > count.value
        and x.phrase.role in (TOTAL, MEAN)
        and (
            x.phrase.mark == count.phrase.base
            or x.phrase.start < count.phrase.start
            or (told is row and x.phrase.start < item.phrase.start)
        )
    ]
    if own and (named or told is row or count.phrase.base is not None):
        yield from own
        return
    heads = {count.phrase.head, *count.phrase.of} - {""}
    yield from (x for x in larger if x.phrase.head in heads)
    if count.phrase.anaphor:
        for other in before(rows, told.order - 1, 1):
            wholes = [x for x in other.counts if x.value > count.value and x.phrase.is_stock]
            yield from wholes[-1:] if len(wholes) == 1 or "of those" in told.sentence.text else ()


def _named(row: Statement, item: Quantity):
    """The stems of what a share is said to be of."""
    match = _OF.match(row.sentence.text[item.phrase.end :])
    words = match["named"].casefold() if match else ""
    return stems(phrase_after(words)) | _WHOLE & {*words.split()}


def _around(rows: Sequence[Statement], place: int):
    """The counts around a sentence, those of its section first, the nearest first."""
    near, own = rows[max(0, place - _FAR) : place + _FAR], rows[place]
    near = sorted(near, key=lambda x: (x.section != own.section, abs(x.order - own.order)))
    return [x for row in near for x in row.counts]


def _in_words(rows: Sequence[Statement], place: int):
    """`About a third, 25, concerned schools`, `one household in ten (11 of 117)`."""
    row = rows[place]
    text = row.sentence.text
    for match in _FRACTION.finditer(text):
        count = next((x for x in row.counts if x.phrase.mark == whole(match["count"])), None)
        if _OF_TIME.search(text[: match.start()]):
            continue
        if count is None or not count.phrase.is_stock or count.value <= _LEAST:
            continue
        bases = [x for x in row.counts if x.phrase.mark == count.phrase.base]
        for other in before(rows, place, 1) if not bases and "those" not in text else ():
            stocks = [x for x in other.counts if x.phrase.is_stock]
            bases = [x for x in stocks if len(stocks) == 1 and x.phrase.head]
        share_told = fraction(match["fraction"]) if match["fraction"] else None
        if match["one"]:
            share_told = 1 / Fraction(row.sentence.thing(match["one"]).value or 1)
        if not bases or not share_told or bases[0].value <= count.value:
            continue
        exact = Fraction(count.value) / bases[0].value
        if abs(exact - share_told) * 4 > share_told:
            says = f"{plain(count.phrase.number)} of {plain(bases[0].phrase.number)} is "
            says += f"{number_text(exact * 100)}%, but the report uses “{_told_words(row, match)}”."
            yield Denial.of(count, says, "Correct the share or the number.")


def _told_words(row: Statement, match):
    return row.sentence.said(match["told"]).strip()


def _of_mean(rows: Sequence[Statement], place: int, item: Quantity):
    """`318 episodes, involving 104 children: 3.1 episodes a child`."""
    row, phrase = rows[place], item.phrase
    match = _EACH.match(row.sentence.text[phrase.end :])
    if not match or is_of_others(row.sentence.text, phrase.start, phrase.end):
        return
    unit, noun = stems(match["unit"] or ""), stems(match["noun"] or "")
    if unit & _TIMES or not (noun or phrase.number.places):
        return
    near = [x for x in row.quantities if x is not item and x.phrase.start < phrase.start]
    near += [x for other in before(rows, place, _NEAR) for x in other.quantities]
    totals = [
        x
        for x in near
        if not noun or noun & {x.phrase.head, *x.phrase.noun, *stems(x.phrase.clause[:20])}
    ]
    totals = [x for x in totals if x.value > item.value and not x.phrase.number.bound]
    among = [x for x in near if x.phrase.is_stock and x.phrase.head]
    among = [x for x in among if (unit & {x.phrase.head} if unit else x.phrase.head not in noun)]
    if not totals or not among:
        return
    pairs = [(a, b) for a in totals for b in among if a is not b and a.value > b.value > 1]
    results = [Fraction(a.value) / b.value for a, b in pairs]
    if not pairs or any(abs(x - item.value) * 10**phrase.number.places <= 1 for x in results):
        return
    total, base = pairs[0]
    right = rounded(results[0], phrase.number.places)
    if is_mistyped(item.value, right) and total.order >= row.order - 1:
        says = f"{plain(total.phrase.number)} over {plain(base.phrase.number)} is "
        says += f"{number_text(right, phrase.number.places)}, but the report gives "
        says += f"{phrase.number.words}."
        yield Denial.of(item, says, "Put the mean right, or state what it is of.")
