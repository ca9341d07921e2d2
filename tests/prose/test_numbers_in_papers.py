"""Counts, per cents, points and money as councils’ papers state them: kind, value and bound."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.prose.numbers import COUNT, MONEY, PERCENT, POINTS, numbers, value_of
from tests.cases import random_cases
from tests.sweeping import swept

# Text → (words, kind, value) of every statement in it, in order.
STATED = {
    "188 children were looked after": [("188", COUNT, 188)],
    "In quarter 2, 51; in quarter 3, 62": [("51", COUNT, 51), ("62", COUNT, 62)],
    "1,204 contacts": [("1,204", COUNT, 1204)],
    "1,204,337 people": [("1,204,337", COUNT, 1_204_337)],
    "1204 contacts": [("1204", COUNT, 1204)],
    "0 complaints": [("0", COUNT, 0)],
    "an average of 2.4 visits": [("2.4", COUNT, F(12, 5))],
    "a caseload of 14.25": [("14.25", COUNT, F(57, 4))],
    "It was 14.": [("14", COUNT, 14)],
    "It was 14, then 15; now 16: good": [("14", COUNT, 14), ("15", COUNT, 15), ("16", COUNT, 16)],
    "(14)": [("14", COUNT, 14)],
    "n=14": [("14", COUNT, 14)],
    "14/30 audits": [("14", COUNT, 14), ("30", COUNT, 30)],
    "14 of 30 (47%)": [("14", COUNT, 14), ("30", COUNT, 30), ("47%", PERCENT, 47)],
    "14 out of thirty": [("14", COUNT, 14), ("thirty", COUNT, 30)],
    "between 12 and 14 staff": [("12", COUNT, 12), ("14", COUNT, 14)],
    "12-14 staff": [("12", COUNT, 12), ("14", COUNT, 14)],
    "−4 since the last audit": [("−4", COUNT, -4)],
    "a change of -4": [("-4", COUNT, -4)],
    "+4 since then": [("4", COUNT, 4)],
    "Two children and eleven adults": [("Two", COUNT, 2), ("eleven", COUNT, 11)],
    "twenty-one homes": [("twenty-one", COUNT, 21)],
    "twenty one homes": [("twenty one", COUNT, 21)],
    "ninety-nine homes": [("ninety-nine", COUNT, 99)],
    "one hundred homes": [("one hundred", COUNT, 100)],
    "a hundred homes": [("a hundred", COUNT, 100)],
    "two hundred and five homes": [("two hundred and five", COUNT, 205)],
    "two thousand homes": [("two thousand", COUNT, 2000)],
    "a thousand and one homes": [("a thousand and one", COUNT, 1001)],
    "twelve thousand three hundred and four": [
        ("twelve thousand three hundred and four", COUNT, 12_304)
    ],
    "four million visits": [("four million", COUNT, 4_000_000)],
    "3 dozen homes": [("3", COUNT, 3), ("dozen", COUNT, 12)],
    "a dozen homes": [("a dozen", COUNT, 12)],
    "three dozen homes": [("three dozen", COUNT, 36)],
    "1.5 million journeys": [("1.5 million", COUNT, 1_500_000)],
    "2 thousand journeys": [("2 thousand", COUNT, 2000)],
    "24%": [("24%", PERCENT, 24)],
    "24.0%": [("24.0%", PERCENT, 24)],
    "0.5%": [("0.5%", PERCENT, F(1, 2))],
    "100%": [("100%", PERCENT, 100)],
    "24 percent": [("24 percent", PERCENT, 24)],
    "24 per cent": [("24 per cent", PERCENT, 24)],
    "24 Per Cent": [("24 Per Cent", PERCENT, 24)],
    "twenty-four per cent": [("twenty-four per cent", PERCENT, 24)],
    "between 24% and 30%": [("24%", PERCENT, 24), ("30%", PERCENT, 30)],
    "24–30%": [("24", COUNT, 24), ("30%", PERCENT, 30)],
    "up 3 percentage points": [("3", POINTS, 3)],
    "up 3.5 percentage points": [("3.5", POINTS, F(7, 2))],
    "up 3% points": [("3%", POINTS, 3)],
    "£48": [("£48", MONEY, 48)],
    "£ 48": [("£ 48", MONEY, 48)],
    "£48.50": [("£48.50", MONEY, F(97, 2))],
    "£48,000": [("£48,000", MONEY, 48_000)],
    "£48,000.00": [("£48,000.00", MONEY, 48_000)],
    "£48k": [("£48k", MONEY, 48_000)],
    "£48K": [("£48K", MONEY, 48_000)],
    "£2.75m": [("£2.75m", MONEY, 2_750_000)],
    "£2.75 m": [("£2.75 m", MONEY, 2_750_000)],
    "£2.75 million": [("£2.75 million", MONEY, 2_750_000)],
    "£1bn": [("£1bn", MONEY, 10**9)],
    "£1.1 billion": [("£1.1 billion", MONEY, 1_100_000_000)],
    "£1m-£2m": [("£1m", MONEY, 10**6), ("£2m", MONEY, 2 * 10**6)],
    "£10k–£15k": [("£10k", MONEY, 10_000), ("£15k", MONEY, 15_000)],
    "£10–£15": [("£10", MONEY, 10), ("£15", MONEY, 15)],
    "−£48k": [("−£48k", MONEY, -48_000)],
    "-£48k": [("-£48k", MONEY, -48_000)],
    "£-48k": [("£-48k", MONEY, -48_000)],
    "(−£48k)": [("−£48k", MONEY, -48_000)],
    "sub-£48k": [("£48k", MONEY, 48_000)],
    "48 pounds": [("48", MONEY, 48)],
    "a 5m fence": [("5", COUNT, 5)],
    "walked 5k": [("5", COUNT, 5)],
}
# The words before a number → its bound.
BOUNDS = {
    words: value
    for value, several in (
        (
            ">",
            (
                *("over", "Over", "more than", "more  than", "in excess of", "above", "upwards of"),
                *("a good deal more than", "just over"),
            ),
        ),
        (
            ">=",
            (
                *("at least", "no fewer than", "not fewer than", "no less than", "not less  than"),
                "Not less than",
            ),
        ),
        ("<", ("under", "fewer than", "less than", "below", "nearly", "almost", "just under")),
        ("<=", ("up to", "at most", "not more than", "no more than")),
        ("~", ("only about", "roughly", "about", "around", "approximately", "some", "circa", "c.")),
        ("", ("exactly", "the", "moreover", "handsome", "roundabout", "thereabove", "not")),
    )
    for words in several
}
NOUNS = {
    "14 children": "children",
    "14 looked after children were seen": "looked after children were",
    "14, children": "",
    "14% of children.": "of children",
    "14 (children)": "",
    "14 carers’ homes": "carers’ homes",
    "fourteen children": "children",
    "14 children 12 adults": "children",
}
NO_NUMBERS = ("two", "a", "nor", "oneself", "twofold talk", "the lone wolf", "someone", "often")


def stated(text):
    """(words, kind, value) of each number of a text."""
    return [(one.words, one.kind, one.value) for one in numbers(text) if one.is_to_settle]


def test_what_papers_state_is_read_with_its_kind_and_value():
    assert {text: stated(text) for text in STATED} == STATED


def test_the_same_is_read_within_a_sentence():
    wrong = {}
    for text, expected in STATED.items():
        found = stated(f"It is said that {text} as before.")
        if [one[1:] for one in found] != [one[1:] for one in expected]:
            wrong[text] = found
    assert wrong == {}


@pytest.mark.parametrize("unit", ["", "%", " children", " pounds"])
def test_a_bound_is_told_by_the_words_before_the_number(unit):
    found = {words: numbers(f"It had {words} 20{unit}")[0].bound for words in BOUNDS}
    assert found == BOUNDS
    in_words = {words: numbers(f"It had {words} twenty{unit}")[0].bound for words in BOUNDS}
    assert in_words == BOUNDS


def test_a_bound_is_of_the_number_beside_it_alone():
    found = numbers("over 20 of the 30, and 40")
    assert [one.bound for one in found] == [">", "", ""]
    assert [one.bound for one in numbers("30 were over. 20 stayed")] == ["", ""]


def test_what_a_number_counts_is_what_follows_up_to_four_words():
    assert {text: numbers(text)[0].noun for text in NOUNS} == NOUNS


def test_only_written_decimal_places_count():
    written = ("1", "1.0", "1.50%", "£1.25m", "1,000.125", "−2.5", "two")
    assert [numbers(text)[0].places for text in written] == [0, 1, 2, 2, 3, 1, 0]


def test_what_is_in_words_is_known_to_be():
    found = numbers("Two of 3, a dozen, 40 and forty per cent")
    assert [one.in_words for one in found] == [True, False, True, False, True]


@pytest.mark.parametrize("text", NO_NUMBERS[1:])
def test_words_that_only_hold_a_number_are_none(text):
    assert numbers(f"It is {text} here") == ()


@pytest.mark.parametrize("share", ["thirds", "quarters", "fifths", "tenths"])
@pytest.mark.parametrize("join", [" ", "-"])
def test_a_share_in_words_is_no_count(share, join):
    assert numbers(f"Two{join}{share} of them came") == ()
    assert [one.value for one in numbers(f"Two{join}{share} of the 30 came")] == [30]


@swept(
    [
        *(("no", 0), ("one", 1), ("nineteen", 19), ("twenty", 20), ("forty-two", 42)),
        *(("a hundred", 100), ("hundred", 100), ("nine hundred and ninety-nine", 999)),
        *(("a thousand", 1000), ("two thousand and sixteen", 2016)),
        *(("one hundred thousand", 100_000), ("a dozen", 12), ("dozen", 12)),
        ("two billion", 2 * 10**9),
        *(("FORTY", 40), ("", None), ("and", None), ("forteen", None), ("twenty children", None)),
        ("12", None),
    ]
)
def test_words_are_worth_what_they_say_or_nothing(words, value):
    assert value_of(words) == value


@random_cases(60)
@given(st.integers(0, 99_999_999), st.integers(0, 2))
def test_pounds_are_read_to_the_penny_however_grouped(pence, form):
    whole, rest = divmod(pence, 100)
    written = (f"£{whole}.{rest:02}", f"£{whole:,}.{rest:02}", f"£ {whole:,}.{rest:02}")[form]
    (found,) = numbers(f"It cost {written} in all.")
    assert (found.kind, found.value, found.places) == (MONEY, F(pence, 100), 2)


@random_cases(60)
@given(st.integers(1, 9999), st.sampled_from([("k", 3), ("m", 6), ("bn", 9), (" million", 6)]))
def test_a_scale_multiplies_exactly(tenths, scale):
    word, power = scale
    (found,) = numbers(f"a grant of £{tenths // 10}.{tenths % 10}{word} was won")
    assert found.value == F(tenths, 10) * 10**power


@random_cases(60)
@given(st.text("0123456789,.%£kmn −-andtwohure", max_size=50))
def test_any_signs_are_read_without_a_fault_at_their_places(text):
    for one in numbers(text):
        assert text[one.start : one.end].strip() == one.words
        assert one.start < one.end <= len(text)
        assert one.places >= 0 and one.bound in (">", ">=", "<", "<=", "~", "")


def test_the_number_of_a_paragraph_counts_nothing():
    stated = [item.words for item in numbers("1.6 Visits came to 14.") if item.is_to_settle]
    assert stated == ["14"]
