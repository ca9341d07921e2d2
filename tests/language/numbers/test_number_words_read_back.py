"""What is said of a number, reckoned a second time: words, long division, every unit and form."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.papers.wording import number_words
from reports.papers.wording.number_words import UnsuitableForm
from tests.cases import random_cases
from tests.sweeping import swept

ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
    *("seventeen", "eighteen", "nineteen"),
)
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORTH = {word: number for number, word in enumerate(ONES)}
WORTH |= {word: 10 * number for number, word in enumerate(TENS, 2)}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
REFUSED = "refused"
BOUND = "The source states a bound"
PER_CENT = "This figure is a per cent"


def read_back(words):
    """The number that words say, as somebody hears them."""
    whole, part = 0, 0
    for word in words.replace("-", " ").split():
        if word == "hundred":
            part *= 100
        elif word in SCALES:
            whole, part = whole + part * SCALES[word], 0
        elif word != "and":
            part += WORTH[word]
    return whole + part


@random_cases(30)
@given(st.integers(0, 10**12 - 1) | st.integers(0, 1100))
def test_words_are_heard_as_the_number(count):
    words = number_words.in_words(count)
    assert read_back(words) == count
    assert "  " not in words and words == words.strip().lower()
    assert not words.endswith(" and")


@swept(
    [
        (100, "one hundred"),
        (101, "one hundred and one"),
        (110, "one hundred and ten"),
        (999, "nine hundred and ninety-nine"),
        (1000, "one thousand"),
        (1001, "one thousand and one"),
        (1099, "one thousand and ninety-nine"),
        (1100, "one thousand one hundred"),
        (1764, "one thousand seven hundred and sixty-four"),
        (20_020, "twenty thousand and twenty"),
        (100_000, "one hundred thousand"),
        (1_000_001, "one million and one"),
        (1_001_000, "one million one thousand"),
        (2_000_000_100, "two billion one hundred"),
        (Decimal("21.0"), "twenty-one"),
    ]
)
def test_where_and_stands_in_a_number(count, words):
    assert number_words.in_words(count) == words
    assert (
        number_words.number_text(count, form="words", starts=True) == words[0].upper() + words[1:]
    )


def divided(count, base, places):
    """A share by long division, half up."""
    tenfold = 10**places
    doubled = (200 * tenfold * count + base) // (2 * base)
    if not places:
        return f"{doubled}%"
    return f"{doubled // tenfold}.{doubled % tenfold:0{places}}%"


@random_cases(30)
@given(st.integers(1, 5000), st.data(), st.sampled_from([None, 0, 1, 2]))
def test_a_share_is_that_of_long_division(base, data, places):
    count = data.draw(st.integers(0, base))
    usual = (1 if base >= 200 else 0) if places is None else places
    wanted = divided(count, base, 0 if count in (0, base) else usual)
    assert number_words.percent(count, base, places) == wanted
    told = number_words.number_text(count, form="percent base", base=base, places=places)
    assert told == f"{count:,} of {base:,} ({wanted})"


@random_cases(30)
@given(st.integers(1, 500), st.data(), st.integers(0, 100))
def test_a_bound_is_said_exactly_where_the_share_is_over_it(base, data, bound):
    count = data.draw(st.integers(0, base))
    if count * 100 > bound * base:
        assert number_words.number_text(count, form=f"bound {bound}", base=base) == f"over {bound}%"
    else:
        with pytest.raises(UnsuitableForm, match=f"over {bound}%, but the records have {count} of"):
            number_words.number_text(count, form=f"bound {bound}", base=base)


@swept([
        ("", 30, 25, ["30", "thirty", "£30", "£0k", REFUSED, "+5", "rose"]),
        ("", 0, 0, ["0", "zero", "£0", "£0k", "No", "no change", "stayed the same"]),
        ("", 1500, 1502, ["1,500", "one thousand five hundred", "£1,500", "£2k", REFUSED,
                          "−2", "fell"]),
        ("pounds", 48_000, 50_500, ["£48,000", "forty-eight thousand pounds", "£48,000", "£48k",
                                    REFUSED, "−£2,500", "fell"]),
        ("pence", 4_850, 4_800, ["£48.50", REFUSED, "£48.50", "£0k", REFUSED, "+£0.50", "rose"]),
        ("pence", 150_000, 150_000, ["£1,500", "one thousand five hundred pounds", "£1,500", "£2k",
                                     REFUSED, "no change", "stayed the same"]),
        ("hundredths", 1_750, 1_700, ["17.5", REFUSED, "£17.50", "£0k", REFUSED, "+0.5", "rose"]),
        ("hundredths", 1_700, 1_750, ["17", "seventeen", "£17", "£0k", REFUSED, "−0.5", "fell"]),
        ("per cent", 54, 53, ["54%", "fifty-four per cent", REFUSED, REFUSED, REFUSED,
                              "+1 percentage point", "rose"]),
        ("per cent", 54, 56, ["54%", "fifty-four per cent", REFUSED, REFUSED, REFUSED,
                              "−2 percentage points", "fell"]),
        ("per cent", 0, 0, ["0%", "zero per cent", REFUSED, REFUSED, REFUSED, "no change",
                            "stayed the same"]),
        ("hundredths of a per cent", 7_530, 7_430, ["75.3%", REFUSED, REFUSED, REFUSED, REFUSED,
                                                    "+1 percentage point", "rose"]),
        ("hundredths of a per cent", 7_555, 7_405, ["75.55%", REFUSED, REFUSED, REFUSED, REFUSED,
                                                    "+1.5 percentage points", "rose"]),
        ("hundredths of a per cent", 7_505, 7_555, ["75.05%", REFUSED, REFUSED, REFUSED, REFUSED,
                                                    "−0.5 percentage points", "fell"]),
        ("hundredths", 1_750, 1_650, ["17.5", REFUSED, "£17.50", "£0k", REFUSED, "+1", "rose"]),
        ("hundredths", 1_755, 755, ["17.55", REFUSED, "£17.55", "£0k", REFUSED, "+10", "rose"]),
        ("more than", 1_200, 1_100, ["over 1,200", *[REFUSED] * 6]),
        ("over tenths of a per cent", 900, 850, ["over 90%", *[REFUSED] * 6]),
        ("under tenths of a per cent", 25, 30, ["under 2.5%", *[REFUSED] * 6]),
    ])  # fmt: skip
def test_each_unit_in_each_form(unit, count, earlier, told):
    forms = ("number", "words", "money", "money k", "none", "change", "direction")
    assert [said(count, form, unit, earlier) for form in forms] == told


def said(count, form, unit, earlier):
    try:
        return number_words.number_text(count, form=form, unit=unit, earlier=earlier)
    except UnsuitableForm:
        return REFUSED


@swept(
    [
        ("per cent", 54, "percent", 57, "54%"),
        ("per cent", 54, "percent base", 57, "54% of 57"),
        ("per cent", 54, "percent base", None, "54% (base not known)"),
        ("hundredths of a per cent", 5450, "percent base", 1200, "54.5% of 1,200"),
        ("over tenths of a per cent", 900, "percent", None, "over 90%"),
        ("over tenths of a per cent", 900, "percent base", None, "over 90% (base not known)"),
        ("under tenths of a per cent", 905, "percent base", 40, "under 90.5% of 40"),
        ("per cent", 91, "bound 90", None, "over 90%"),
    ]
)
def test_a_stated_per_cent_stands_with_what_is_known_of_its_base(unit, count, form, base, told):
    assert number_words.number_text(count, form=form, base=base, unit=unit) == told


@swept(
    [
        (3, "none", "", "The sentence has none, but the records have 3."),
        (1200, "none", "", "The sentence has none, but the records have 1,200."),
        (54, "money", "per cent", PER_CENT),
        (54, "money k", "per cent", PER_CENT),
        (0, "none", "per cent", PER_CENT),
        (54, "words", "more than", BOUND),
        (54, "change", "over tenths of a per cent", BOUND),
        (54, "bound 50", "under tenths of a per cent", BOUND),
        (-1, "words", "", "−1 is not a count, so it is not written in words."),
        (Decimal("1.5"), "words", "", "1.5 is not a count, so it is not written in words."),
        (5, "change", "", "A change needs two dates: quote it over a period, or use compare."),
        (5, "percent", "", "This figure has no base, so it has no percentage"),
        (5, "bound 50", "", "A bound is a percentage of a base, and this figure has none."),
        (5, "loud", "", "“loud” is not a form of a figure"),
        (5, "", "", "“” is not a form of a figure"),
        (5, "bound 1000", "", "“bound 1000” is not a form of a figure"),
    ]
)
def test_what_cannot_be_said_has_its_sentence(count, form, unit, sentence):
    with pytest.raises(UnsuitableForm) as caught:
        number_words.number_text(count, form=form, unit=unit)
    assert str(caught.value).startswith(sentence)


@swept(
    [
        ("", 16, 21, "rose from 16 to 21"),
        ("", 16, 14, "fell from 16 to 14"),
        ("", 16, 16, "stayed at 16"),
        ("", 0, 1, "rose from 0 to 1"),
        ("pounds", 999, 1000, "rose from £999 to £1,000"),
        ("pence", 999, 1000, "rose from £9.99 to £10"),
        ("per cent", 65, 54, "fell from 65% to 54%"),
        ("hundredths of a per cent", 6550, 5400, "fell from 65.5% to 54%"),
        ("hundredths", 150, 150, "stayed at 1.5"),
    ]
)
def test_two_numbers_are_compared_in_their_unit(unit, earlier, later, told):
    assert number_words.compare(earlier, later, unit) == told


@pytest.mark.parametrize(
    "unit", [unit for unit, (_, _, before) in number_words.PARTS.items() if before]
)
def test_bounds_are_compared_with_nothing(unit):
    with pytest.raises(UnsuitableForm, match=BOUND):
        number_words.compare(1, 2, unit)
