"""Words of direction (`rose`, `a fall of`) and what they demand of two numbers."""

import re
from dataclasses import dataclass
from fractions import Fraction

from reports.prose.numbers import MONEY, PERCENT, POINTS, Number
from reports.prose.quantities.arithmetic import (
    CUT,
    RIGHT,
    WRONG,
    extent,
    number_text,
    plain,
    rounded,
    verdict,
)

UP, DOWN = 1, -1
_UP = (
    r"increas(?:e|es|ed|ing)|rose|risen|rise|rises|rising|grew|grown|grow|growth|grows|went\s+up|"
    r"gone\s+up|going\s+up|climbed|up"
)
_DOWN = (
    r"decreas(?:e|es|ed|ing)|fell|fallen|fall|falls|falling|dropp(?:ed|ing)|drop|drops|"
    r"reduc(?:ed|es|e|ing|tion)|declin(?:e|es|ed|ing)|went\s+down|gone\s+down|going\s+down|shrank|"
    r"shrunk|down"
)
DIRECTION = rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b"
WORD = re.compile(DIRECTION, re.I)
TIMES = re.compile(
    r"\b(?:(?P<over>more\s+than|over)\s+|(?P<near>almost|nearly|about|around|roughly)\s+)?"
    r"(?P<word>doubled|doubling|trebled|tripled|quadrupled|halved|halving)\b",
    re.I,
)
_TIMES = {"doubl": Fraction(2), "trebl": Fraction(3), "tripl": Fraction(3), "quadr": Fraction(4)}
_TIMES["halve"] = _TIMES["halvi"] = Fraction(1, 2)
_DENIED = re.compile(
    r"\b(?:not|no|never|without|rather\s+than|instead\s+of|avoid\w*|prevent\w*)\b", re.I
)
AMOUNT = re.compile(
    r"\b(?:by|of)\s+(?:(?:just|only|about|some|around|over|nearly|almost|approximately|a\s+further)"
    r"\s+)*⟦([cpmq])(\d+)⟧",
    re.I,
)


@dataclass(frozen=True)
class Change:
    """Two numbers of one kind, `before` and `after`, with the words that the paper has for it."""

    before: Number
    after: Number
    way: int
    word: str

    @property
    def true_way(self) -> int:
        """1 where it went up, -1 where it went down, 0 where it stayed."""
        return (self.after.value > self.before.value) - (self.after.value < self.before.value)

    @property
    def is_exact(self) -> bool:
        """Whether neither number is a bound."""
        return not (self.before.bound or self.after.bound)

    @property
    def is_denied(self) -> bool:
        """Whether the numbers deny the word."""
        return self.is_exact and bool(self.way) and self.true_way != self.way

    def says(self) -> str:
        """What is wrong with the word, and what the numbers show."""
        shown_way = {1: "a rise", -1: "a fall", 0: "no change"}[self.true_way]
        return (
            f"From {self.before.words} to {self.after.words} is {shown_way}, and the paper says "
            f"“{self.word}”."
        )


def way_of(result: re.Match) -> int:
    """Up or down, for a match of `DIRECTION`."""
    return UP if result["up"] else DOWN


def last_word(text: str) -> re.Match | None:
    """The last word of direction in a stretch, where nothing denies it."""
    result = None
    for match in WORD.finditer(text):
        result = match
    if not result or _DENIED.search(text[max(0, result.start() - 30) : result.start()]):
        return None
    return result


def wrong_amount(change: Change, number: Number) -> tuple[str, bool] | None:
    """(what is wrong with a stated change, whether it was only cut), or None where it is right.

    A per cent of two counts is their change over the first; of two per cents it may be that or
    their difference in points.
    """
    if not change.is_exact:
        return None
    separate = abs(change.after.value - change.before.value)
    if MONEY in (number.kind, change.before.kind) and _fits_money(change, number):
        return None
    pair = f"From {change.before.words} to {change.after.words}"
    relative = separate * 100 / change.before.value if change.before.value else None
    if number.kind == PERCENT:
        is_share = change.before.kind in (PERCENT, POINTS)
        if is_share and verdict(number, separate, separate) == RIGHT:
            return None
        if relative is None:
            return None
        result = verdict(number, relative, relative)
        right = f"{number_text(rounded(relative, number.places), number.places)}%"
        if result == RIGHT:
            return None
        if is_share:
            right = f"{number_text(separate, number.places)} points"
        return f"{pair} is a change of {right}, and the paper says {number.words}.", result == CUT
    if verdict(number, separate, separate) == RIGHT:
        return None
    right = number_text(separate, max(number.places, change.after.places))
    return f"{pair} is a change of {right}, and the paper says {plain(number)}.", False


def _fits_money(change, value):
    """Whether a change of rounded sums of money may be what is said."""
    (low, high), (least, most) = extent(change.before), extent(change.after)
    widest = sorted((least - high, most - low))
    way = 1 if change.after.value >= change.before.value else -1
    near, far = sorted(item * way for item in widest)
    if value.kind == PERCENT:
        shares = (near * 100 / high, far * 100 / low) if low > 0 else (0, 0)
        return verdict(value, *shares) != WRONG
    first, last = extent(value)
    return first <= far and near <= last


def wrong_times(change: Change, text: str) -> str:
    """What is wrong with `doubled`, `halved` and their like in a stretch, or nothing."""
    match = TIMES.search(text)
    if not match or not change.before.value or not change.is_exact:
        return ""
    times = _TIMES[match["word"].casefold()[:5]]
    ratio = change.after.value / change.before.value
    if match["over"]:
        holds = ratio > times if times > 1 else ratio < times
    elif match["near"]:
        holds = times * Fraction(4, 5) <= ratio <= times * Fraction(6, 5)
    else:
        holds = abs(ratio - times) <= times / 20
        # “Doubled” of small numbers may stand for a little over.
        holds = holds or abs(change.after.value - change.before.value * times) < 1
    if holds:
        return ""
    return (
        f"From {change.before.words} to {change.after.words} is {number_text(ratio, 1)} times as "
        f"many, and the paper says “{match.group().strip()}”."
    )
