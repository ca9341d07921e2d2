"""Shares, against the count that each tells of and the base that it is of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

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
    verdict,
)
from reports.prose.quantities.phrases import stems
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.derivation.support import is_borne
from reports.quantities.model import Denial, Quantity, Statement, Sure, constraint
from reports.quantities.passages import before, statements
from reports.quantities.roles import CHANGE
from reports.share_constraints.bases import (
    FAR,
    base_of_them,
    bases_of_lists,
    whole_before,
)
from reports.share_constraints.claims import EACH
from reports.share_constraints.pairs import (
    Share,
    is_percent,
    shares_of,
    verdict_of,
)
from reports.share_constraints.products import down_by
from reports.share_constraints.ratios import unborne
from reports.share_constraints.table_shares import against_rows

_CLOSE = 50
_SUMS_UP = re.compile(
    r"^\W*(?:this|these|together|between\s+them|that|they|so|thus|in\s+all|taken\s+together|combined|both)\b",
    re.I,
)
_AGAINST = re.compile(r",?\s*\(?(?:against|compared\s+with|up\s+from|down\s+from)\s+\d", re.I)
# “If the 27 on hold are set aside, it is 78% of the 177”, “five would have been, lifting the rate
# to 86%”: the share that would be is none of the count before it.
_WOULD_BE = re.compile(
    r",\s+(?:it|this|that|they|the\s+[a-z]+)\s+(?:is|was|would\s+be|becomes?|comes?)\b"
    r"|\b(?:lift|rais|bring|tak|push|mov|cutt|lower)ing\s+(?:it|them|(?:the|our|its)\s+[a-z]+)\s+(?:up\s+|down\s+)?to\b",
    re.I,
)
# “Four of the twelve (1.8% of the total)”: of more than the base that stands by the count.
_OF_WHOLE = re.compile(
    r"\)?\s+of\s+(?:the|our|all)\s+(?:total|whole|cohort|sample|population)\b", re.I
)
# “54 of the 69 are in secondary schools (27% of that phase)” is of all in that phase.
_OF_THAT = re.compile(r"\)?\s+of\s+that\s+(?!total|number|figure|group)[a-z]", re.I)
# “Fourteen held more than the ceiling of 20, which was 22% of 64”: of the fourteen.
_LIMIT = re.compile(r"\b(?:ceiling|limit|maximum|minimum|cap|threshold)\s+of\s+$", re.I)
_OF_BASE = re.compile(r"\)?(?:\s+\([^()]*\))?\s+of\b", re.I)
_OF_ALL = re.compile(
    r"^\s+of\s+(?:all|the)\s+(?:our\s+)?(?:(?P<base>⟦c)|(?P<whole>[^⟦.;:]{3,90}))", re.I
)


@constraint("percent-of-count", "C02; sources of error 1 and 3", follows=("parts-of-whole",))
def shares(reading: Reading) -> Iterator[Denial]:
    """A per cent is its count divided by its base, rounded to the places shown."""
    rows, listed = statements(reading), bases_of_lists(reading)
    denied = set()
    for place, row in enumerate(rows):
        shares = tuple(shares_of(row))
        values = _Told(
            frozenset(id(item.count) for item in shares if _is_right(item)),
            frozenset(id(item.count) for item in shares),
        )
        for item in shares:
            base = item.base or listed.get(id(row.line)) or base_of_them(rows, place, item)
            base = base or whole_before(rows, place, item)
            if base and not _is_of_another(reading, values, item, base):
                for denial in _read(item, base):
                    denied.add((row.order, item.percent.phrase.mark))
                    yield denial
        for percent in _alone(row):
            yield from _of_a_sum(rows, place, percent)
        for denial in down_by(row, before(rows, place, 1)):
            denied.add((row.order, row.quantities[-1].phrase.mark))
            yield denial
    for denial in against_rows(reading, rows):
        denied.add((denial.line.where, denial.span.start))
        yield denial
    for item, denial in unborne(reading):
        behind = denial.line.text[item.number.end :] if item.number else ""
        # “86.0 per cent, against 80”: another per cent stands there.
        if not behind or _AGAINST.match(behind):
            continue
        known = {
            (item.row.order, item.mark),
            (denial.line.where, getattr(item.number, "start", -1)),
        }
        if item.kind != EACH and not known & denied:
            yield denial


@dataclass(frozen=True)
class _Told:
    """The counts of a sentence that have a per cent, and those whose per cent is right, by id."""

    right: frozenset[int]
    every: frozenset[int]


def _is_of_another(reading: Reading, shares_near: _Told, item: Share, base: Quantity):
    """Whether a per cent is none of its count and base: these bear another one of the sentence, the
    base has a share of its own, or the per cent is of what is left, or borne out elsewhere."""
    if id(base) in shares_near.every or (
        id(item.count) in shares_near.right and not _is_right(item)
    ):
        return True
    text, phrase = item.count.sentence.text, item.count.phrase
    if _LIMIT.search(text, max(0, phrase.start - _CLOSE), phrase.start):
        return True
    if _WOULD_BE.search(text, phrase.end, max(phrase.end, item.percent.phrase.start)):
        return True
    if _OF_THAT.match(item.percent.sentence.text, item.percent.phrase.end):
        return True
    # “Lower by 53 (7.1%)” is of what there was before.
    measured = base.phrase.number.kind == COUNT and base.phrase.number.places
    if item.count.phrase.role == CHANGE or measured:
        return True
    number, left = item.percent.phrase.number, 100 - item.count.value * 100 / (base.value or 1)
    if verdict(number, left, left) == RIGHT:
        return True
    if _OF_WHOLE.match(item.percent.sentence.text, item.percent.phrase.end):
        printed = {x.value for line in reading.lines for x in line.numbers if x.kind == COUNT}
        wholes = (x for x in printed if x > base.value)
        if any(_verdict(item.percent, item.count.value, x) == RIGHT for x in wholes):
            return True
    # “£540 was spent (45%) out of £600 budgeted” may be of the whole that was told before.
    after = base.phrase.start > item.percent.phrase.end and not _OF_BASE.match(
        item.percent.sentence.text, item.percent.phrase.end
    )
    is_own = base is item.base and not after
    return not is_own and is_borne(reading, item.percent.line, number)


def _is_right(item: Share):
    return item.base is not None and verdict_of(item, item.base) == RIGHT


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
    says = f"{text}, but the report gives {wording}."
    if result == CUT:
        says = f"{text}; {number.words} is cut, not rounded."
    old = "" if item.percent.line.entry_at(number.start) else number.words
    weight = Severity.ADVICE if result == CUT else None
    is_own = base is item.base
    is_close = _is_close(base, item) if is_own else _is_closed(item)
    sure = Sure.READ if is_own and is_close else Sure.JOINED
    # “Of which 35, or 63%”: in one sentence no slip need be likely.
    near = base.order == item.count.order and _is_next(base, item)
    if sure == Sure.JOINED and not near and not is_mistyped(number.value, right):
        sure = Sure.GUESSED
    swap = (old, write if old else "")
    place, mend = (item.percent.line, number), f"Write {write}."
    # “Of the 137, 38 were over 60, which is 27.7% of the whole.”
    ahead = item.percent.sentence.text[: item.percent.phrase.start]
    is_result = near and bool(_SO_IT_IS.search(ahead))
    proved = is_close or is_result
    yield Denial(*place, says, mend, sure, weight, swap=swap, is_proved=proved)


def _is_close(base: Quantity, item: Share) -> bool:
    """True if a share stands right next to its two numbers, or alone in brackets behind them; if a
    live figure is one of them, in any brackets: `four of the twelve (1.8% of the total)`."""
    numbers = sorted((base, item.count, item.percent), key=lambda x: x.phrase.start)
    first, *_, last = numbers
    text = item.count.sentence.text
    between = text[first.phrase.end : last.phrase.start]
    if len(item.count.sentence.marks("cp")) == len(numbers) and not _OF_WHOLE.match(
        text, item.percent.phrase.end
    ):
        return True
    alone = text.startswith(")", last.phrase.end) or any(x.is_live for x in numbers)
    return ("(" in between and alone) or len(between) <= _CLOSE


def _is_closed(item: Share) -> bool:
    """True if a share stands alone in brackets behind its count: `262 were returned (84.2%)`."""
    text = item.count.sentence.text
    between = text[item.count.phrase.end : max(item.count.phrase.end, item.percent.phrase.start)]
    alone = between.endswith("(") and text.startswith(")", item.percent.phrase.end)
    return alone and "⟦" not in between and not _ALL_BUT.search(text, 0, item.count.phrase.start)


# “All but three were reviewed in time (98%)”.
_ALL_BUT = re.compile(r"\ball\s+but\s+$", re.I)
# What leads from two numbers to their share.
_SO_IT_IS = re.compile(
    r",\s+(?:(?:which|that)\s+(?:is|was|makes|gives|represents|amounts\s+to|equals)|or)"
    r"\s+(?:only\s+|just\s+|about\s+)?$",
    re.I,
)


def _is_next(base: Quantity, item: Share) -> bool:
    """True if no other number is between a base and the count that is of it, or their share is
    what they are said to come to: `34 of the 81 in Years 10 and 11 had one, which is 33.3%`."""
    text, start = base.sentence.text, item.percent.phrase.start
    between = text[base.phrase.end : item.count.phrase.start]
    of_both = item.count.phrase.base == base.phrase.mark and item.count.phrase.end < start
    return (bool(between) and "⟦" not in between) or bool(
        of_both and _SO_IT_IS.search(text[:start])
    )


def _alone(row: Statement):
    """The one per cent of a sentence that states no count."""
    rows = [item for item in row.quantities if is_percent(item)]
    known = all(item.phrase.article in ("these", "those", "the", "both") for item in row.counts)
    return [item for item in rows[:1] if known and not item.phrase.number.bound]


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
    values = least, *(x.value for x in parts)
    if whole is None or any(_verdict(percent, x, whole.value) != WRONG for x in values):
        return
    number = percent.phrase.number
    right = rounded(exact := least * 100 / whole.value, number.places)
    counted = " + ".join(plain(part.phrase.number) for part in reversed(parts))
    counted = f"{counted} = {number_text(least)}" if len(parts) > 1 else counted
    says = (
        f"{counted}, and {number_text(least)} of {plain(whole.phrase.number)} is "
        f"{both(exact, right, number.places)}; the report gives {number.words}."
    )
    sure = Sure.JOINED if is_mistyped(number.value, right) else Sure.GUESSED
    yield Denial.of(percent, says, "Correct the share, or state its population.", sure)


def _verdict(percent, value, whole):
    exact = Fraction(value * 100) / whole
    return verdict(percent.phrase.number, exact, exact)


def _parts_before(near):
    """The counts that a sum is of: those of the sentence before, or one each of the last two."""
    rows = []
    for row in near[:2]:
        bases = {item.phrase.base for item in row.quantities}
        rows.append([item for item in row.counts if item.phrase.mark not in bases])
    if rows and len(rows[0]) > 1:
        return rows[0]
    return [items[0] for items in rows if len(items) == 1]
