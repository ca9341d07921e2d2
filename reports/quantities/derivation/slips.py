"""How one number may have been mistyped for another, and how much that says."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from numbers import Real

from reports.prose.numbers import MONEY

# Natural logarithms, about: how much likelier a slip makes two numbers than chance does, by the
# digits that they have; from the last on it is the same.
_SWAPPED = {2: 4.0, 3: 5.5}
_ONE_DIGIT = {2: 1.5, 3: 3.0, 4: 4.5}
NEAR, FAR = 0.7, -3.0
# Under so many every other number of so few may have been meant.
SMALL = 20
# Small numbers in words are confused with their neighbours.
_SMALL_STEP = 3
# What a slip adds or takes away where it changes no single digit.
_STEPS = (10, 100, 1000)


@lru_cache(1 << 14)
def slip(value: Fraction, other: Fraction, kind: str) -> float:
    """How much two numbers look like one that was mistyped: two digits swapped, one changed, or
    nearly as large."""
    first, last = _digits(value, kind), _digits(other, kind)
    unlike = [pair for pair in zip(first, last, strict=False) if pair[0] != pair[1]]
    if len(first) == len(last) > 1 and "." not in (item for pair in unlike for item in pair):
        if len(unlike) == 2 and unlike[0] == unlike[1][::-1]:
            return _SWAPPED[min(len(first), 3)]
        if len(unlike) == 1:
            return _ONE_DIGIT[min(len(first), 4)]
    return NEAR if abs(value - other) * 5 <= abs(other) else FAR


def is_mistyped(value: Fraction, other: Fraction, kind: str = "") -> bool:
    """Whether one number is the other with two digits swapped, one changed, or one too many or too
    few; of numbers of one digit, with another one near it."""
    first, last = _digits(value, kind), _digits(other, kind)
    if len(first) == len(last) == 1:
        return abs(value - other) <= _SMALL_STEP
    if abs(len(first) - len(last)) == 1:
        short, long = sorted((first, last), key=len)
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    return slip(value, other, kind) > NEAR


def is_slip(value: Fraction, other: Fraction) -> bool:
    """True if one number may have been put for the other by mistake."""
    if abs(value - other) in _STEPS:
        return True
    first, last = (len(f"{float(x):.10g}".partition(".")[0]) for x in (value, other))
    return first == last and is_mistyped(value, other)


def is_plain_slip(value: Fraction, other: Fraction) -> bool:
    """Whether a person's slip, and hardly chance, makes one number of the other: of numbers that
    are as long, two digits side by side are swapped, or one is another that is not the last. The
    noughts that end both are of no account."""
    first, last = _without_noughts(value, other)
    unlike = [place for place, (a, b) in enumerate(zip(first, last, strict=False)) if a != b]
    if len(first) != len(last) or not unlike:
        return False
    at = unlike[0]
    swapped = unlike == [at, at + 1] and first[at : at + 2] == last[at : at + 2][::-1]
    return swapped or (len(unlike) == 1 and at < len(first) - 1)


def is_plain_slip_of_parts(values: Sequence[Fraction], whole: Fraction) -> bool:
    """True if such a slip in one of some parts, or in their whole, keeps them from coming to it."""
    gap = sum(values) - whole
    pairs = [*((value, value - gap) for value in values if value > gap), (whole, sum(values))]
    return any(is_plain_slip(*pair) for pair in pairs)


def _without_noughts(value, other):
    texts = [f"{float(abs(x)):.10g}".partition(".") for x in (value, other)]
    places = max(len(text[2]) for text in texts)
    first, last = (text[0] + text[2].ljust(places, "0") for text in texts)
    ends = min(len(x) - len(x.rstrip("0")) for x in (first, last))
    return first[: len(first) - ends], last[: len(last) - ends]


def is_within(value: Real, other: Real, times: Real) -> bool:
    """True if neither of two numbers is more than so many times the other."""
    return value <= other * times and other <= value * times


def is_of_one_slip(terms: Sequence[Fraction], result: Fraction, kind: str = "") -> bool:
    """Whether one mistyped number parts terms, some of them taken away, from what they are said to
    come to."""
    gap = sum(terms) - result
    # Nought may have been added or taken away.
    signed = [(abs(x), way) for x in terms for way in (1, -1) if x * way <= 0]
    pairs = [*((value, value + gap * way) for value, way in signed), (result, sum(terms))]
    return any(other >= 0 and is_mistyped(value, other, kind) for value, other in pairs)


def _digits(value, kind):
    """Its digits with the point; of money without the noughts at its end."""
    text = f"{float(abs(value)):.10g}"
    return text.rstrip("0") if kind == MONEY and "." not in text else text
