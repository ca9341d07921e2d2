"""Every series of three waves over the shares that matter, weighed a second time in plain
fractions: what the rules say of each claim is what they give."""

from fractions import Fraction
from itertools import combinations, pairwise, product

import pytest

from assurance.surveys.rules.claims import BORNE_OUT, CLAIMS, NOT_BORNE_OUT, weigh
from tests.surveys.plain import counted, only_stated

LABELS = ("2015", "2017", "2019")
# (yes, answered) or a stated per cent: alike, near alike, on and past five points, none, all.
SHARES = ((100, 200), (99, 200), (110, 200), (111, 200), (0, 9), (9, 9), 50, 55, "50.4", "49.5")


def answer_of(label, share):
    """The answer of a wave."""
    if isinstance(share, tuple):
        return counted(label, *share)
    return only_stated(label, share)


def exact(share):
    """A share as a fraction of a hundred."""
    if isinstance(share, tuple):
        return Fraction(100 * share[0], share[1])
    return Fraction(share)


def rounded(number, decimals):
    """A number at so many decimals, a half going up, by whole numbers alone."""
    scaled = number * 10**decimals * 2 + 1
    return Fraction(scaled.numerator // (scaled.denominator * 2), 10**decimals)


def step(earlier, later):
    """By how many points a share moved, no finer than what is known of both."""
    written = [one for one in (earlier, later) if not isinstance(one, tuple)]
    if len(written) != 1:
        return exact(later) - exact(earlier)
    decimals = 1 if "." in str(written[0]) else 0
    return rounded(exact(later), decimals) - rounded(exact(earlier), decimals)


def expected(claim, shares):
    """Whether the claim is borne out."""
    steps = [step(one, other) for one, other in pairwise(shares)]
    overall = step(shares[0], shares[-1])
    if claim == "growing":
        return min(steps) >= 0 and overall > 0
    if claim == "falling":
        return max(steps) <= 0 and overall < 0
    if claim == "highest":
        return all(step(one, shares[-1]) > 0 for one in shares[:-1])
    return all(abs(step(*pair)) <= 5 for pair in combinations(shares, 2))


@pytest.mark.parametrize("claim", CLAIMS)
def test_every_series_of_three_waves_is_weighed_as_a_second_reckoning_weighs_it(claim):
    for shares in product(SHARES, repeat=3):
        answers = [answer_of(label, share) for label, share in zip(LABELS, shares, strict=True)]
        told = weigh(claim, answers)
        assert told.word == (BORNE_OUT if expected(claim, shares) else NOT_BORNE_OUT), shares
        assert told.why and "None" not in told.why
        assert told.sentence == f"{told.word}: {told.why}"


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_reason_names_the_waves_and_never_says_the_same_number_twice_for_a_change(claim):
    for shares in product(SHARES, repeat=2):
        answers = [answer_of(label, share) for label, share in zip(LABELS, shares, strict=False)]
        why = weigh(claim, answers).why
        if why.startswith(("it rose", "it fell")):
            first, last = why.split(" from ")[1].split(" to ")
            assert first.split(" (")[0] != last.split(" (")[0], why
            assert first.endswith("(2015)") and last.endswith("(2017)")
