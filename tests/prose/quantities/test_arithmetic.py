"""The reader's arithmetic, each figure reckoned a second time by counting."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from reports.prose.numbers import numbers
from reports.prose.quantities.arithmetic import (
    CUT,
    RIGHT,
    WRONG,
    cut,
    extent,
    number_text,
    plain,
    rounded,
    share,
    verdict,
)
from reports.quantities.derivation.bases import bases_for

counts = st.integers(min_value=0, max_value=400)
bases = st.integers(min_value=1, max_value=400)
places = st.integers(min_value=0, max_value=2)


def number(text):
    """The one number of a text."""
    return numbers(text)[0]


def by_decimal(count, base, to, way=ROUND_HALF_UP):
    """A per cent rounded by the decimal module, to compare with fractions."""
    exact = Decimal(count * 100) / Decimal(base)
    return exact.quantize(Decimal(1).scaleb(-to), way)


@given(counts, bases, places)
def test_a_share_is_rounded_half_up_as_decimals_are(count, base, to):
    value = rounded(Fraction(count * 100, base), to)
    assert abs(value - Fraction(count * 100, base)) * 2 <= Fraction(1, 10**to)
    assert Decimal(number_text(value, to).replace(",", "")) == by_decimal(count, base, to)


@given(counts, bases, places)
def test_a_share_is_cut_as_decimals_are(count, base, to):
    value = cut(Fraction(count * 100, base), to)
    assert Fraction(by_decimal(count, base, to, ROUND_DOWN)) == value


@given(counts, bases, places)
def test_the_rounded_share_is_right_and_a_unit_more_is_wrong(count, base, to):
    exact = Fraction(count * 100, base)
    right = by_decimal(count, base, to)
    assert verdict(number(f"{right}%"), exact, exact) == RIGHT
    more = right + Decimal(1).scaleb(-to)
    assert verdict(number(f"{more}%"), exact, exact) == WRONG


@given(counts, bases)
def test_a_whole_per_cent_that_is_cut_is_told_apart_from_a_wrong_one(count, base):
    exact = Fraction(count * 100, base)
    low = by_decimal(count, base, 0, ROUND_DOWN)
    same = low == by_decimal(count, base, 0)
    assert verdict(number(f"{low}%"), exact, exact) == (RIGHT if same else CUT)


def test_halves_go_up_and_signs_are_kept():
    assert rounded(Fraction(25, 2), 0) == 13
    assert rounded(Fraction(-25, 2), 0) == -13
    assert [number_text(Fraction(one), 0) for one in (1250, 0)] == ["1,250", "0"]
    assert number_text(Fraction(2518, 100), 1) == "25.2"


def test_bounds_hold_where_the_share_bears_them():
    said = {
        "over 90%": {"89.9": WRONG, "90": WRONG, "90.4": RIGHT},
        "at least 90%": {"89.9": WRONG, "90": RIGHT, "97": RIGHT},
        "under 10%": {"9.9": RIGHT, "10.6": WRONG},
        "nearly 50%": {"49": RIGHT, "52": WRONG},
        "no more than 10%": {"10": RIGHT, "10.1": WRONG},
        "about 25%": {"24.5": RIGHT, "27": RIGHT, "28": WRONG, "22": WRONG},
    }
    found = {
        words: {one: verdict(number(words), Fraction(one), Fraction(one)) for one in shares}
        for words, shares in said.items()
    }
    assert found == said


@given(st.integers(min_value=1, max_value=25), st.integers(min_value=2, max_value=100))
def test_the_bases_that_fit_a_count_and_a_per_cent_are_those_that_trying_finds(count, per_cent):
    said = number(f"{per_cent}%")
    tried = [
        base
        for base in range(count, 70 * count + 1)
        if by_decimal(count, base, 0) == per_cent and per_cent
    ]
    fits = bases_for(count, said)
    inside = [one for one in fits if one <= 70 * count] if per_cent else []
    # A share of exactly half a unit under stands at the end that is left out.
    assert set(tried) == {one for one in inside if by_decimal(count, one, 0) == per_cent} and all(
        abs(Fraction(count * 100, one) - per_cent) * 2 <= 1 for one in inside
    )


def test_the_bases_of_the_survey_that_no_one_base_fits():
    said = [(42, "74%"), (42, "75%"), (44, "77%")]
    assert [list(bases_for(count, number(words))) for count, words in said] == [[57], [56], [57]]


def test_no_base_fits_a_count_of_nobody_or_a_share_of_nothing():
    assert len(bases_for(0, number("10%"))) == 0
    assert list(bases_for(7, number("100%"))) == [7]


def test_money_may_have_been_rounded_and_a_count_may_not():
    assert extent(number("£48k")) == (47_500, 48_500)
    assert extent(number("£1,250")) == (1_245, 1_255)
    assert extent(number("188")) == (188, 188)
    low, high = share(number("£48k"), number("£1.2m"))
    assert low < 4 < high
    assert share(number("46"), number("188")) == (Fraction(4600, 188),) * 2
    assert share(number("188"), number("36,000"), 10_000) == (Fraction(1_880_000, 36_000),) * 2


def test_a_number_is_said_in_figures_with_its_places():
    words = ("twelve", "1,250", "12.5%", "£1.2m")
    assert [plain(number(one)) for one in words] == ["12", "1,250", "12.5", "£1.2m"]
