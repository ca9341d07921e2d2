"""Sentences, their marks, and numbers and dates read back."""

import itertools
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from reports.prose.dates import DAY, Mention, dates
from reports.prose.marks import MARK, marked, sentence_at, sentences
from reports.prose.numbers import COUNT, MONEY, PERCENT, POINTS, numbers, value_of
from tests.cases import random_cases
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
    *("{d.day} {d:%B} {d.year}", "{d.day} {d:%b} {d.year}", "{d.day}{th} {d:%B} {d.year}"),
    *("{d.day} {th} {d:%B} {d.year}", "the {d.day}{th} of {d:%B} {d.year}"),
    *("{d:%A} {d.day} {d:%B} {d.year}", "{d:%A}, {d.day} {d:%B}, {d.year}"),
    *("{d:%a} {d.day} {d:%b} {d.year}", "{d:%B} {d.day}, {d.year}", "{d:%B} {d.day}{th} {d.year}"),
    *("{d:%Y-%m-%d}", "{d:%d/%m/%Y}", "{d:%d.%m.%Y}", "{d:%d/%m/%y}"),
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
    *("Was it so?", "No!", "They said “we are heard.”"),
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


SPLIT = {
    "One. Two. Three.": ["One.", "Two.", "Three."],
    "One! Two? Three… Four": ["One!", "Two?", "Three…", "Four"],
    "“It is so.” They left.": ["“It is so.”", "They left."],
    "(It is so.) They left.": ["(It is so.)", "They left."],
    "It is so (they said). They left.": ["It is so (they said).", "They left."],
    "It rose to 2.5. It fell.": ["It rose to 2.5.", "It fell."],
    "It was £2.50 in all.": ["It was £2.50 in all."],
    "It was 24.5% of 30.": ["It was 24.5% of 30."],
    "Fig. 2 shows it. So does p. 4.": ["Fig. 2 shows it.", "So does p. 4."],
    "Mrs. Example and Dr. Example met.": ["Mrs. Example and Dr. Example met."],
    "See para. 7, i.e. Annex B.": ["See para. 7, i.e. Annex B."],
    "It closed in Dec. 2015. It opened.": ["It closed in Dec. 2015.", "It opened."],
    "A. Example spoke. B. Example did not.": ["A. Example spoke.", "B. Example did not."],
    "One\nTwo": ["One", "Two"],
    "One.\n\nTwo.": ["One.", "Two."],
    "One e.g.\nTwo": ["One e.g.", "Two"],
    "1. First of all. Second.": ["1. First of all.", "Second."],
    "iv. Fourth. Fifth.": ["iv. Fourth.", "Fifth."],
    "Why?! They left.": ["Why?!", "They left."],
    "It ended... and began.": ["It ended... and began."],
    "It ended... They began.": ["It ended...", "They began."],
    "See www.example.org/a.html for it. Good.": ["See www.example.org/a.html for it.", "Good."],
    "No stop": ["No stop"],
    "It met at 5.30 p.m. on Monday.": ["It met at 5.30 p.m. on Monday."],
    "14 came. 16 left.": ["14 came.", "16 left."],
    ". .": [".", "."],
    "2.1 The officer came. Two left.": ["The officer came.", "Two left."],
    "2.5 miles is far.": ["2.5 miles is far."],
    "": [],
    " \n ": [],
}
# A line → each sentence with its marks.
MARKED = {
    "14 of the 30 were done by 1 May 2015.": ["⟦c0⟧ of the ⟦c1⟧ were done by ⟦d2⟧."],
    "It cost £48k, or 12% more. Two left.": ["It cost ⟦m0⟧, or ⟦p1⟧ more.", "⟦c2⟧ left."],
    "Up 3 percentage points since 2014.": ["Up ⟦q0⟧ percentage points since ⟦d1⟧."],
    "In 2015/16 and May 2016.": ["In ⟦d0⟧ and ⟦d1⟧."],
    "See paragraph 12 at 5.30pm.": ["See paragraph ⟦x0⟧ at ⟦x1⟧pm."],
    "The 3rd of 12.": ["The ⟦x0⟧rd of ⟦c1⟧."],
    "2.1 Of the 12, 9 came.": ["Of the ⟦c1⟧, ⟦c2⟧ came."],
    "81, or nine in twenty, came.": ["⟦c0⟧, or nine in twenty, came."],
    "Nobody came.": ["Nobody came."],
    "One of them came.": ["One of them came."],
    "On 1 May. On 2 May.": ["On ⟦d0⟧.", "On ⟦d1⟧."],
    "a dozen (12)": ["⟦c0⟧ (⟦c1⟧)"],
    "": [],
}
PIECES = ["14 of 30", "on 1 May 2015", "(47%)", "£48k", "Nobody.", "Then", "e.g.", "\n", "2015/16"]


def read(text):
    """The marked sentences of a line."""
    return marked(text, sentences(text), numbers(text), dates(text))


def test_sentences_end_where_a_reader_ends_them():
    assert {text: [one.text for one in sentences(text)] for text in SPLIT} == SPLIT


def test_each_sentence_stands_at_its_place():
    for text in SPLIT:
        for one in sentences(text):
            assert text[one.start : one.end].strip() == one.text
            assert one.holds(one.start) and not one.holds(one.end)
            assert sentence_at(text, one.start) == one


def test_a_place_that_no_sentence_holds_has_the_whole_text():
    text = "  One. Two.  "
    whole = sentence_at(text, 0)
    assert (whole.text, whole.start, whole.end) == ("One. Two.", 0, len(text))
    assert sentence_at(text, 2).text == "One."
    assert sentence_at(text, 99).text == "One. Two."


def test_numbers_and_dates_become_marks():
    assert {text: [one.text for one in read(text)] for text in MARKED} == MARKED


def test_what_a_mark_stands_for_is_what_was_written():
    (one,) = read("On 1 May 2015, 14 of 30 (47%) cost £48k, 3 percentage points more.")
    assert [thing.kind for thing in one.marks("cpmq")] == [COUNT, COUNT, PERCENT, MONEY, POINTS]
    assert [thing.words for thing in one.marks("c")] == ["14", "30"]
    (day,) = one.marks("d")
    assert isinstance(day, Mention) and day.words == "1 May 2015"
    assert one.marks("x") == []
    assert one.thing("1").words == one.thing(1).words == "14"
    assert one.said("⟦c1⟧ and ⟦d0⟧") == "14 and 1 May 2015"
    assert [thing.words for thing in one.marks("pc", "⟦c2⟧ then ⟦p3⟧")] == ["30", "47%"]


def test_sentences_share_the_things_of_their_line():
    first, second = read("14 came. 30 left.")
    assert first.things is second.things
    assert [thing.words for thing in first.things] == ["14", "30"]
    assert [one.marks("c")[0].words for one in (first, second)] == ["14", "30"]


def test_a_number_within_a_date_has_no_mark_of_its_own():
    for text in ("On 1 May 2015.", "In 2015/16.", "By 31.3.16.", "On 2015-12-31."):
        (one,) = read(text)
        assert len(one.things) == 1 and isinstance(one.things[0], Mention), text


@random_cases(60)
@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_marks_can_be_undone_whatever_stands_in_a_line(pieces):
    text = " ".join(pieces)
    for one in read(text):
        assert one.said().split() == text[one.start : one.end].split()
        indexes = [int(match[2]) for match in MARK.finditer(one.text)]
        assert indexes == sorted(set(indexes))


@random_cases(60)
@given(st.text("aB1 .?!”)\n£%", max_size=60))
def test_any_line_is_parted_without_loss(text):
    found = sentences(text)
    assert "".join("".join(one.text.split()) for one in found) == "".join(text.split())
    assert all(one.text for one in found)


@swept(["e.g.", "i.e.", "cf.", "Cllr.", "approx.", "vs.", "Ref.", "Jan."])
def test_an_abbreviation_ends_a_sentence_only_at_the_end(short):
    assert len(sentences(f"It was {short} Example who came. Then.")) == 2
    assert [one.text for one in sentences(f"It was {short}")] == [f"It was {short}"]
