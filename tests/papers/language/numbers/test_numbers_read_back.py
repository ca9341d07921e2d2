"""What a sentence says of a number is read back as a reader would, and is the number.

The other tests compare printed words with words written down by hand. Here each form is read by a
second, slow reckoning in whole numbers and fractions that shares nothing with the one that wrote.
"""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.papers.language.number_words import UnsuitableForm, compare, in_words, number_text
from tests.sweeping import swept

COUNTS = st.integers(0, 5_000_000_000)
SMALL = st.integers(0, 400)
POUNDS = st.decimals(0, 10_000_000, places=2)
UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}


def heard(words):
    """The number that English words name, read from left to right."""
    total, group = 0, 0
    for word in words.replace("-", " ").split():
        if word == "and":
            continue
        if word in SCALES:
            total, group = total + group * SCALES[word], 0
        elif word == "hundred":
            group *= 100
        else:
            group += TENS[word] if word in TENS else UNITS.index(word)
    return total + group


def number(text):
    """The number that figures print: with commas, a sign of pounds, a true minus, k."""
    times = 1000 if text.endswith("k") else 1
    plain = text.replace(",", "").replace("£", "").replace("−", "-").replace("+", "").rstrip("k%")
    return Fraction(plain) * times


@given(COUNTS)
def test_words_name_the_number_that_they_were_written_for(count):
    assert heard(in_words(count)) == count


@swept([*range(1100), 9999, 10_000, 100_100, 1_000_001, 10**9 + 1])
def test_words_of_every_number_that_a_paper_is_likely_to_print(count):
    words = in_words(count)
    assert heard(words) == count
    rest = count % 100 > 0 and count > 100
    assert ("and" in words.split()) is rest


@given(st.integers(-(10**9), 10**9))
def test_figures_are_the_number_with_a_comma_at_each_thousand(count):
    text = number_text(count)
    assert number(text) == count
    assert re.fullmatch(r"−?\d{1,3}(,\d{3})*", text)


@given(POUNDS)
def test_money_is_exact_to_the_penny_and_near_to_the_thousand(pounds):
    assert number(number_text(pounds, form="money")) == Fraction(pounds)
    apart = abs(number(number_text(pounds, form="money k")) - Fraction(pounds))
    assert apart <= 500


@given(st.integers(1, 5000), st.data())
def test_a_share_is_within_half_of_its_last_place(base, data):
    count = data.draw(st.integers(0, base))
    text = number_text(count, form="percent", base=base)
    step = Fraction(1, 10) if "." in text else 1
    assert abs(number(text) - Fraction(100 * count, base)) <= step / 2
    assert number_text(count, form="percent base", base=base) == f"{count:,} of {base:,} ({text})"


@given(SMALL, SMALL)
def test_two_shares_of_one_base_never_change_places(one, other):
    low, high = sorted((one, other))
    shares = [number(number_text(count, form="percent", base=400)) for count in (low, high)]
    assert shares[0] <= shares[1]


@swept([7, 83, 139, 188, 199, 200, 351, 491])
def test_nought_and_all_are_said_plainly_and_near_shares_of_small_bases_round_to_them(base):
    said = [number_text(count, form="percent", base=base) for count in range(base + 1)]
    assert said[0] == "0%" and said[-1] == "100%"
    # Only a base of 200 or more can round to nought, and then it shows its decimal place.
    assert "0.0%" not in said and "100.0%" not in said
    assert "0%" not in said[1:] and "100%" not in said[:-1]


@given(SMALL, st.integers(1, 400), st.integers(0, 110))
def test_a_bound_is_said_exactly_where_the_fraction_is_above_it(count, base, bound):
    if Fraction(count, base) > Fraction(bound, 100):
        assert number_text(count, form=f"bound {bound}", base=base) == f"over {bound}%"
    else:
        with pytest.raises(UnsuitableForm, match="which is not more"):
            number_text(count, form=f"bound {bound}", base=base)


@given(st.integers(1, 400), st.integers(0, 1000))
def test_a_bound_with_a_decimal_is_as_exact(base, tenths):
    bound = Decimal(tenths) / 10
    fits = [
        count for count in range(base + 1) if Fraction(100 * count, base) > Fraction(tenths, 10)
    ]
    for count in {*fits[:1], *(one - 1 for one in fits[:1] if one)}:
        if count in fits:
            assert number_text(count, form=f"bound {bound}", base=base) == f"over {bound}%"
        else:
            with pytest.raises(UnsuitableForm):
                number_text(count, form=f"bound {bound}", base=base)


@given(SMALL, SMALL, st.sampled_from(["", "pounds"]))
def test_a_change_leads_from_the_one_number_to_the_other(earlier, later, unit):
    change = number_text(later, form="change", earlier=earlier, unit=unit)
    moved = 0 if change == "no change" else number(change)
    assert earlier + moved == later
    direction = number_text(later, form="direction", earlier=earlier, unit=unit)
    sentence = compare(earlier, later, unit)
    found = [number(one) for one in re.findall(r"£?[\d,]+", sentence)]
    assert found == ([later] if earlier == later else [earlier, later])
    assert sentence.split()[0] == direction.split()[0]


@given(COUNTS)
def test_a_capital_is_all_that_the_place_in_a_sentence_changes(count):
    opens, within = (number_text(count, form="words", starts=starts) for starts in (True, False))
    assert opens[0].isupper() and opens.lower() == within
    assert number_text(count, starts=True) == number_text(count, starts=False)
