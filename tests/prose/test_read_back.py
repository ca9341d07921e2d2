"""Whatever numbers, days and sentences are written in every form are read back as themselves."""

import itertools
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from reports.prose.dates import DAY, dates
from reports.prose.numbers import COUNT, PERCENT, numbers, value_of
from reports.prose.sentences import sentence_at, sentences
from tests.sweeping import swept

UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)


TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


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


def test_long_text_is_read_in_time_that_grows_with_its_length():
    text = "On 1 December 2015, 14 of the 30 visits (47%) were late. " * 200
    assert len(numbers(text)) == 200 * 5


FIRST = date(2015, 1, 1)


DAYS = [FIRST + timedelta(step) for step in range(366)]


FORMS = (
    "{d.day} {d:%B} {d.year}",
    "{d.day} {d:%b} {d.year}",
    "{d.day}{th} {d:%B} {d.year}",
    "{d.day} {th} {d:%B} {d.year}",
    "the {d.day}{th} of {d:%B} {d.year}",
    "{d:%A} {d.day} {d:%B} {d.year}",
    "{d:%A}, {d.day} {d:%B}, {d.year}",
    "{d:%a} {d.day} {d:%b} {d.year}",
    "{d:%B} {d.day}, {d.year}",
    "{d:%B} {d.day}{th} {d.year}",
    "{d:%Y-%m-%d}",
    "{d:%d/%m/%Y}",
    "{d:%d.%m.%Y}",
    "{d:%d/%m/%y}",
)


def written(form, day):
    th = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return form.format(d=day, th=th)


@swept(FORMS)
def test_every_day_of_a_year_is_read_back_in_every_form(form):
    wrong = []
    for day in DAYS:
        text = f"They met on {written(form, day)} in the hall."
        found = dates(text)
        right = len(found) == 1 and found[0].first == found[0].last == day
        if not right or found[0].precision != DAY or found[0].impossible:
            wrong.append((text, found))
    assert wrong == []


WHOLE = (
    "The board met on 3 March 2015.",
    "Cllr. A. Example asked why, e.g. in the north, cf. para. 3, numbers fell by 2.5 per cent.",
    "Was it so?",
    "No!",
    "They said “we are heard.”",
    "More is at www.example.org/plan.html and in Fig. 2.",
    "It was led by St. Example's School (approx. 40 pupils).",
)


def test_two_sentences_stay_two_and_whole_in_any_order():
    pairs = itertools.permutations(WHOLE, 2)
    read = {pair: tuple(one.text for one in sentences(" ".join(pair))) for pair in pairs}
    assert {pair: found for pair, found in read.items() if found != pair} == {}


def test_every_place_of_a_text_lies_in_one_sentence_or_between_two():
    text = " ".join(WHOLE)
    found = sentences(text)
    for place, sign in enumerate(text):
        holding = [one for one in found if one.holds(place)]
        assert len(holding) <= 1
        assert holding or sign == " "
        assert text[place].strip() in sentence_at(text, place).text
