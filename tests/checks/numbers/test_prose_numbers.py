"""Numbers in English text: their value, their kind, and what is no number of things at all."""

import itertools
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from reports.prose.numbers import (
    ADDRESS,
    AGE,
    COUNT,
    DATE,
    LABEL,
    LAW,
    MONEY,
    ORDINAL,
    PERCENT,
    POINTS,
    RATIO,
    SPAN,
    TIME,
    numbers,
    value_of,
)

UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

# Text → (words, kind, value, bound) of each number in it.
READ = {
    "There were 188 children.": [("188", COUNT, 188, "")],
    "1,250 visits": [("1,250", COUNT, 1250, "")],
    "twelve visits and 3 calls": [("twelve", COUNT, 12, ""), ("3", COUNT, 3, "")],
    "two and three": [("two", COUNT, 2, ""), ("three", COUNT, 3, "")],
    "one hundred and twelve": [("one hundred and twelve", COUNT, 112, "")],
    "a dozen": [("a dozen", COUNT, 12, "")],
    "two dozen": [("two dozen", COUNT, 24, "")],
    "three million": [("three million", COUNT, 3_000_000, "")],
    "24%": [("24%", PERCENT, 24, "")],
    "24 %": [("24 %", PERCENT, 24, "")],
    "24 per cent": [("24 per cent", PERCENT, 24, "")],
    "five per cent": [("five per cent", PERCENT, 5, "")],
    "12.5%": [("12.5%", PERCENT, Fraction(25, 2), "")],
    "3 percentage points": [("3", POINTS, 3, "")],
    "£48k": [("£48k", MONEY, 48_000, "")],
    "£1.2m": [("£1.2m", MONEY, 1_200_000, "")],
    "£1.2 million": [("£1.2 million", MONEY, 1_200_000, "")],
    "£166,000": [("£166,000", MONEY, 166_000, "")],
    "40 pounds": [("40", MONEY, 40, "")],
    "over 90% of 83": [("90%", PERCENT, 90, ">"), ("83", COUNT, 83, "")],
    "more than 30 agencies": [("30", COUNT, 30, ">")],
    "at least three": [("three", COUNT, 3, ">=")],
    "fewer than six": [("six", COUNT, 6, "<")],
    "nearly 400": [("400", COUNT, 400, "<")],
    "no more than 6": [("6", COUNT, 6, "<=")],
    "about 25%": [("25%", PERCENT, 25, "~")],
    "a change of −4": [("−4", COUNT, -4, "")],
    "14–16 meetings": [("14", COUNT, 14, ""), ("16", COUNT, 16, "")],
}

# Text → the kinds of its numbers, none of which is a statement about the world.
NAMES = {
    "on 1 December 2015": {DATE},
    "in 2015": {DATE},
    "in 2019/20": {DATE},
    "at 5.30pm": {TIME},
    "at 14:30": {TIME},
    "24/7 cover": {TIME},
    "section 47 enquiries": {LAW},
    "the Children Act 1989": {DATE},
    "under s47": set(),
    "aged 14 to 15": {AGE},
    "16-18 year olds": {AGE},
    "16/17 year olds": {AGE},
    "the 0-19 service": {AGE},
    "paragraphs 3 to 38": {LABEL},
    "paragraph 12(a)": {LABEL},
    "Annex B1 & B2": set(),
    "Table 3 and Figure 2": {LABEL},
    "Key Stage 2": {LABEL},
    "telephone 01904 554212": {ADDRESS},
    "see https://example.org/2014/page.htm": {ADDRESS},
    "postcode YO1 6GA": {ADDRESS},
    "the 3rd audit": {ORDINAL},
    "within 45 working days": {SPAN},
    "a 12 month project": {SPAN},
    "two weeks": {SPAN},
    "a ratio of 3:1": {RATIO},
    "COVID-19": set(),
    "MOSAIC2 and A64": set(),
    "two thirds": set(),
    "no child": set(),
    "one of them": set(),
}


def spelt(number):
    """A whole number under a million in English words, written a second way than it is read."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        tens, unit = divmod(number, 10)
        return TENS[tens - 2] + (f"-{UNITS[unit]}" if unit else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{UNITS[hundreds]} hundred" + (f" and {spelt(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    joined = f" and {spelt(rest)}" if 0 < rest < 100 else f" {spelt(rest)}" if rest else ""
    return f"{spelt(thousands)} thousand{joined}"


def read(text):
    """(words, kind, value, bound) of each number in a text."""
    return [(one.words, one.kind, one.value, one.bound) for one in numbers(text)]


def test_numbers_are_read_with_their_kind_value_and_bound():
    assert {text: read(text) for text in READ} == READ


def test_numbers_that_name_something_are_no_statement_about_the_world():
    found = {text: {one.kind for one in numbers(text)} for text in NAMES}
    assert found == NAMES
    settled = [text for text in NAMES if any(one.is_to_settle for one in numbers(text))]
    assert settled == []


def test_counts_shares_and_money_are_to_settle():
    kinds = {one.kind for text in READ for one in numbers(text) if one.is_to_settle}
    assert kinds == {COUNT, PERCENT, POINTS, MONEY}


def test_a_number_knows_what_follows_it():
    assert [one.noun for one in numbers("14 of the 30 children were seen.")] == [
        "of the",
        "children were seen",
    ]


def test_where_a_number_stands_gives_back_its_words():
    for text in (*READ, *NAMES):
        assert [text[one.start : one.end].strip() for one in numbers(text)] == [
            one.words for one in numbers(text)
        ]


def test_decimal_places_are_those_written():
    found = numbers("1% and 1.0% and 12.34%")
    assert [one.places for one in found] == [0, 1, 2]


def test_a_text_without_numbers_has_none():
    assert numbers("") == ()
    assert numbers("Nothing was counted, and nobody was asked.") == ()


@given(st.integers(min_value=2, max_value=999_999))
def test_every_whole_number_in_words_is_read_as_itself(number):
    assert value_of(spelt(number)) == number
    found = numbers(f"We counted {spelt(number)} of them.")
    assert [int(one.value) for one in found] == [number]
    assert found[0].in_words


@given(st.integers(min_value=0, max_value=10**9))
def test_every_whole_number_in_figures_is_read_as_itself_with_commas_or_without(number):
    commas = numbers(f"We counted {number:,} things.")
    assert [one.value for one in commas] == [number]
    plain = numbers(f"We counted x{number} things, {number} in all.")
    years = 1900 <= number <= 2099
    assert years or [one.value for one in plain if one.kind == COUNT] == [number]


@given(
    st.integers(min_value=0, max_value=100),
    st.integers(min_value=0, max_value=3),
    st.sampled_from(["%", " %", " per cent", "  per cent"]),
)
def test_every_per_cent_is_read_with_its_places(whole, places, sign):
    written = f"{whole}.{'5' * places}" if places else f"{whole}"
    found = numbers(f"It is {written}{sign[-9:].replace('  ', ' ')} of them.")
    assert [(one.kind, one.places) for one in found] == [(PERCENT, places)]
    assert found[0].value == Fraction(written)


@given(st.text(max_size=300))
def test_any_text_is_read_in_order_without_overlap(text):
    found = numbers(text)
    assert all(one.start < one.end <= len(text) for one in found)
    assert all(
        one.end <= other.start or one.start <= other.start
        for one, other in itertools.pairwise(found)
    )


@given(st.lists(st.sampled_from([*READ, *NAMES]), min_size=2, max_size=5))
def test_sentences_side_by_side_hold_the_numbers_of_each(texts):
    together = numbers(" | ".join(texts))
    apart = [one.words for text in texts for one in numbers(text)]
    assert [one.words for one in together] == apart


def test_long_text_is_read_in_time_that_grows_with_its_length():
    text = "On 1 December 2015, 14 of the 30 visits (47%) were late. " * 200
    assert len(numbers(text)) == 200 * 5
