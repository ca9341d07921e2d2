"""The arithmetic that a reader does on the back of a paper: shares, roundings, changes."""

import re
from dataclasses import dataclass
from fractions import Fraction
from math import trunc

from reports.prose.named_times import NOT_THEN
from reports.prose.numbers import COUNT, MONEY, PERCENT, POINTS, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.scales import scale_of

RIGHT, CUT, WRONG, _HUNDRED = "right", "cut", "wrong", 100
# How far “about 25%” may be from what it is about, in points; “about 24%” was looked at closer.
ABOUT, CLOSER = Fraction(5, 2), Fraction(1)


def rounded(value: Fraction, places: int) -> Fraction:
    """`value` to so many decimal places, halves up, as print has it."""
    return Fraction(_units(value, places), 10**places)


def _units(value, places):
    # Of a unit of the last place. In whole numbers, since a paper's checks round for each pair of
    # its numbers.
    above, below = abs(value.numerator), value.denominator
    units = (above * 10**places * 2 + below) // (2 * below)
    return -units if value < 0 else units


def cut(value: Fraction, places: int) -> Fraction:
    """`value` with the places after those cut off."""
    scale = 10**places
    return Fraction(trunc(value * scale), scale)


def number_text(value: Fraction, places: int = 0) -> str:
    """A number as print has it: `1,250`, `25.2`."""
    return f"{float(rounded(value, places)):,.{places}f}"


def plain(number: Number) -> str:
    """The number's own value in figures, with as many places as it was written; money as it is."""
    return number.words if number.kind == MONEY else number_text(number.value, number.places)


def extent(number: Number) -> tuple[Fraction, Fraction]:
    """Between which values the truth behind a written number lies: a count is itself, a sum of
    money may have been rounded to its last figure that is no nought."""
    if number.kind != MONEY or not number.value:
        return number.value, number.value
    power, words = scale_of(number)
    if number.places and words:
        # “£9.0m” is exact to a hundred thousand, “£9m” to a million.
        unit = Fraction(power, 10**number.places)
    else:
        tenth = number.value.denominator > 1
        unit = Fraction(1, 10**number.places) if tenth else _last(number.value)
    return number.value - unit / 2, number.value + unit / 2


def share(count: Number, base: Number, per: int = 100) -> tuple[Fraction, Fraction]:
    """Between which values the share of a base of one or more lies, in points (or per `per`)."""
    (least, most), (low, high) = extent(count), extent(base)
    return least * per / high, most * per / low


def verdict(number: Number, low: Fraction, high: Fraction) -> str:
    """Whether a written share is right for a truth between `low` and `high`, cut, or wrong."""
    if number.bound:
        return RIGHT if _is_in_bound(number, low, high) else WRONG
    value, places = number.value, number.places
    above, below = value.numerator * 10**places, value.denominator
    if _units(low, places) * below <= above <= _units(high, places) * below:
        return RIGHT
    return CUT if not places and cut(low, 0) <= value <= cut(high, 0) else WRONG


def _is_in_bound(number: Number, low: Fraction, high: Fraction) -> bool:
    value = number.value
    about = CLOSER if number.kind == PERCENT and value % 5 else ABOUT
    truths = {">": high > value, ">=": high >= value, "<=": low <= value}
    truths["<"] = low < value or rounded(low, number.places) == value
    return truths.get(number.bound, low - about <= value <= high + about)


def both(exact: Fraction, right: Fraction, places: int) -> str:
    """`25% (25.2%)`, or the first alone where there is no more to it."""
    precise = f"{number_text(exact, places + 1)}%"
    return (
        f"{number_text(right, places)}%"
        if exact == right
        else f"{number_text(right, places)}% ({precise})"
    )


def _last(value):
    unit = 1
    while value % (unit * 10) == 0:
        unit *= 10
    return Fraction(unit)


UP, DOWN = 1, -1
_UP = (
    r"increas(?:e|es|ed|ing)|rose|risen|rise|rises|rising|grew|grown|grow|growth|grows|went\s+up|"
    r"gone\s+up|going\s+up|climb(?:ed|ing)|widened|widening|(?<!ma[dk]e )(?<!makes )(?<!set )"
    r"(?<!catch )(?<!follow )(?<!followed )(?<!following )(?<!taken )(?<!signed )(?<!backed )"
    r"(?<!days are )(?<!weeks are )(?<!months are )(?<!years are )(?<!time is )up"
)
_DOWN = (
    rf"decreas(?:e|es|ed|ing)|fell|fallen|fall|falls|falling{NOT_THEN}|dropp(?:ed|ing)|drop|drops|"
    r"reduc(?:ed|es|e|ing|tion)|narrowed|narrowing|eased|easing|dipped|declin(?:e|es|ed|ing)|went\s+down|gone\s+down|going\s+down|shrank|"
    r"shrunk|down(?!\s+the\b)"
)
DIRECTION = rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b"
WORD = re.compile(DIRECTION, re.I)
TIMES = SentencePattern(
    r"\b(?:(?P<over>more\s+than|over)\s+|(?P<near>almost|nearly|about|around|roughly)\s+)?"
    r"(?P<word>doubled|doubling|trebled|tripled|quadrupled|halved|halving)\b",
    re.I,
)
_TIMES = {"doubl": Fraction(2), "trebl": Fraction(3), "tripl": Fraction(3), "quadr": Fraction(4)}
_TIMES["halve"] = _TIMES["halvi"] = Fraction(1, 2)
# “Twice as many”, “half the figure for Hull”.
MULTIPLES = {"twice": 2, "double": 2, "treble": 3, "triple": 3, "half": Fraction(1, 2)}
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
        shown_way = {1: "more than", -1: "less than", 0: "no change from"}[self.true_way]
        return (
            f"{self.after.words} is {shown_way} {self.before.words}, but the report uses "
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
        if result == WRONG and _fits_rounded(change, number):
            return None
        right = f"{number_text(rounded(relative, number.places), number.places)}%"
        if result == RIGHT:
            return None
        if is_share:
            right = f"{number_text(separate, number.places)} points"
        return f"{pair} is a change of {right}, but the report gives {number.words}.", result == CUT
    if verdict(number, separate, separate) == RIGHT:
        return None
    if number.kind == MONEY:
        # “£2.7m” next to “£3.1m”, and not £2,700,000.
        power, words = scale_of(number)
        right = f"£{number_text(separate / power, number.places)}{words}"
    else:
        right = number_text(separate, max(number.places, change.after.places))
    return f"{pair} is a change of {right}, but the report gives {plain(number)}.", False


def _fits_rounded(change, share):
    """True if a per cent may be the change of two large counts rounded to hundreds or more."""
    pair = change.before, change.after
    if not all(item.kind == COUNT and item.value % _HUNDRED == 0 for item in pair):
        return False
    first, last = (item.value for item in pair)
    unit = _HUNDRED
    while not (first % (unit * 10) or last % (unit * 10)):
        unit *= 10
    half, gap = Fraction(unit, 2), abs(last - first)
    if first < unit * _HUNDRED:
        return False
    low, high = (gap - unit) * 100 / (first + half), (gap + unit) * 100 / (first - half)
    return verdict(share, low, high) != WRONG


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


def times_of(word: str) -> Fraction | None:
    """How many times `doubled`, `halved` and their like make of a number; None of other words."""
    return _TIMES.get(word.casefold()[:5])


def wrong_times(change: Change, text: str) -> str:
    """What is wrong with `doubled`, `halved` and their like in a stretch, or nothing."""
    match = TIMES.search(text)
    if not match or not change.before.value or not change.is_exact:
        return ""
    times = times_of(match["word"])
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
        f"many, but the report uses “{match.group().strip()}”."
    )


def is_swapped(value: Fraction, other: Fraction) -> bool:
    """Whether two whole numbers of two digits or more have the same digits in another order."""
    pair = (value, other)
    plain = all(item.denominator == 1 and item >= 10 for item in pair)
    return plain and value != other and sorted(str(value)) == sorted(str(other))
