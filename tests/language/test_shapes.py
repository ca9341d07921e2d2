"""Data from outside is checked entry by entry: each fault is one sentence with its place."""

import itertools
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reports.language import shapes
from reports.language.labels import name_for
from reports.language.shapes import Entry
from tests.cases import random_cases
from tests.sweeping import swept

PERSON = shapes.an_object(
    {
        "slug": Entry(shapes.slug),
        "name": Entry(shapes.title),
        "born": Entry(shapes.or_empty(shapes.day, None), optional=True),
    }
)
PEOPLE = shapes.a_list(PERSON)
GOOD = {"slug": "one", "name": "One", "born": "2016-01-18"}
DAY_WANTED = "is not a date: write it as 2016-01-18."
SLUG_WANTED = "is no slug: use a-z, 0-9 and hyphens, 60 at most."
TITLE_WANTED = "A title of 1 to 200 letters is wanted here."
COUNT_WANTED = "A whole number from 1 is wanted here."
# Check, value → the sentence that refuses it, or nothing.
VALUES = [
    (shapes.any_text, "", ""),
    (shapes.any_text, "any", ""),
    (shapes.any_text, 1, "Words in quotation marks are wanted here."),
    (shapes.any_text, None, "Words in quotation marks are wanted here."),
    (shapes.any_text, ["any"], "Words in quotation marks are wanted here."),
    (shapes.title, "x", ""),
    (shapes.title, "x" * 200, ""),
    (shapes.title, "x" * 201, TITLE_WANTED),
    (shapes.title, "", TITLE_WANTED),
    (shapes.title, "   ", TITLE_WANTED),
    (shapes.title, None, TITLE_WANTED),
    (shapes.title, 7, TITLE_WANTED),
    (shapes.slug, "a", ""),
    (shapes.slug, "7", ""),
    (shapes.slug, "july-2016", ""),
    (shapes.slug, "july_2016", ""),
    (shapes.slug, "x" * 60, ""),
    (shapes.slug, "x" * 61, f"“{'x' * 61}” {SLUG_WANTED}"),
    (shapes.slug, "July", f"“July” {SLUG_WANTED}"),
    (shapes.slug, "-a", f"“-a” {SLUG_WANTED}"),
    (shapes.slug, "a-", f"“a-” {SLUG_WANTED}"),
    (shapes.slug, "a b", f"“a b” {SLUG_WANTED}"),
    (shapes.slug, "a\n", f"“a\n” {SLUG_WANTED}"),
    (shapes.slug, "é", f"“é” {SLUG_WANTED}"),
    (shapes.slug, "", f"“” {SLUG_WANTED}"),
    (shapes.slug, None, f"“None” {SLUG_WANTED}"),
    (shapes.slug, 7, f"“7” {SLUG_WANTED}"),
    (shapes.truth, True, ""),
    (shapes.truth, False, ""),
    (shapes.truth, 1, "Either true or false is wanted here."),
    (shapes.truth, "true", "Either true or false is wanted here."),
    (shapes.truth, None, "Either true or false is wanted here."),
    (shapes.count, 1, ""),
    (shapes.count, 10**9, ""),
    (shapes.count, 0, COUNT_WANTED),
    (shapes.count, -1, COUNT_WANTED),
    (shapes.count, 1.0, COUNT_WANTED),
    (shapes.count, "1", COUNT_WANTED),
    (shapes.count, True, COUNT_WANTED),
    (shapes.count, None, COUNT_WANTED),
    (shapes.day, "2016-01-18", ""),
    (shapes.day, "2016-02-29", ""),
    (shapes.day, "2015-02-29", f"“2015-02-29” {DAY_WANTED}"),
    (shapes.day, "2016-13-01", f"“2016-13-01” {DAY_WANTED}"),
    (shapes.day, "2016-1-8", f"“2016-1-8” {DAY_WANTED}"),
    (shapes.day, "20160118", f"“20160118” {DAY_WANTED}"),
    (shapes.day, "2016-W03-1", f"“2016-W03-1” {DAY_WANTED}"),
    (shapes.day, "18/01/2016", f"“18/01/2016” {DAY_WANTED}"),
    (shapes.day, "0000-01-01", f"“0000-01-01” {DAY_WANTED}"),
    (shapes.day, "2016-01-18T00:00", f"“2016-01-18T00:00” {DAY_WANTED}"),
    (shapes.day, 20160118, f"“20160118” {DAY_WANTED}"),
    (shapes.day, None, f"“None” {DAY_WANTED}"),
    (shapes.anything, object(), ""),
    (shapes.one_of(("a", "b"), "kind"), "a", ""),
    (shapes.one_of(("a", "b"), "kind"), "c", "“c” is no kind: use a, b."),
    (shapes.one_of(("a", "b"), "kind"), None, "“None” is no kind: use a, b."),
    (shapes.one_of(("a", "b"), "kind"), ["a"], "“['a']” is no kind: use a, b."),
    (shapes.or_empty(shapes.day, ""), "", ""),
    (shapes.or_empty(shapes.day, ""), "x", f"“x” {DAY_WANTED}"),
    (shapes.or_empty(shapes.day, ""), None, f"“None” {DAY_WANTED}"),
]
# A period → the faults of its days, each with its place.
PERIODS = [
    ({"start": "2016-01-01", "end": "2016-06-30"}, []),
    ({"start": "2016-01-01", "end": "2016-01-01"}, []),
    ({"start": "2016-01-02", "end": "2016-01-01"}, [("The end lies before the start.", "period")]),
    ({"start": "2016-01-01"}, [("“end” is missing.", "period")]),
    ({}, [("“start” is missing.", "period"), ("“end” is missing.", "period")]),
    ({"start": "x", "end": "2016-01-01"}, [(f"“x” {DAY_WANTED}", "period, start")]),
    (
        {"start": "2016-01-01", "end": "2016-01-02", "middle": 1},
        [("“middle” is no entry here: use start, end.", "period")],
    ),
    ("2016", [("An object in braces is wanted here.", "period")]),
    (None, [("An object in braces is wanted here.", "period")]),
    ([], [("An object in braces is wanted here.", "period")]),
]
# People → the faults of the list.
LISTS = [
    ([], []),
    ([GOOD], []),
    ([{**GOOD, "born": None}], []),
    ([{"slug": "one", "name": "One"}], []),
    ({}, [("A list in square brackets is wanted here.", "people")]),
    ("one", [("A list in square brackets is wanted here.", "people")]),
    (None, [("A list in square brackets is wanted here.", "people")]),
    ([7], [("An object in braces is wanted here.", "people 1")]),
    ([GOOD, "x"], [("An object in braces is wanted here.", "people 2")]),
    ([{**GOOD, "name": ""}], [(TITLE_WANTED, "people 1 (“one”), name")]),
    ([GOOD, {**GOOD, "slug": ""}], [(f"“” {SLUG_WANTED}", "people 2, slug")]),
    ([{**GOOD, "age": 7}], [("“age” is no entry here: use slug, name, born.", "people 1 (“one”)")]),
    ([{}], [("“slug” is missing.", "people 1"), ("“name” is missing.", "people 1")]),
    (
        [{**GOOD, "born": "x"}, {**GOOD, "name": 1}],
        [(f"“x” {DAY_WANTED}", "people 1 (“one”), born"), (TITLE_WANTED, "people 2 (“one”), name")],
    ),
]
# What a block begins with → its name.
NAMES = [
    ("What was done", "what-was-done"),
    ("One two three four five six seven", "one-two-three-four-five"),
    ("The board’s work isn't over", "the-boards-work-isnt-over"),
    ("In 2016: 14 visits", "in-2016-14-visits"),
    ("[[audits.done @year]] audits were done", "audits-were-done"),
    ("**Bold** and _leaning_", "bold-and-leaning"),
    ("  - spaced -  ", "spaced"),
    ("", "paragraph"),
    ("[[audits.done]]", "paragraph"),
    ("£ — …", "paragraph"),
    ("x" * 80, "x" * 50),
    (f"{'x' * 49} yes", "x" * 49),
]


def told(check, value, place):
    """(sentence, place) of each fault."""
    return [(one.sentence, one.place) for one in check(value, place)]


@swept(VALUES)
def test_a_value_is_taken_or_refused_in_one_sentence(check, value, sentence):
    assert told(check, value, "here") == ([(sentence, "here")] if sentence else [])


@swept(PERIODS)
def test_the_days_of_a_period_are_both_there_and_in_order(value, faults):
    assert told(shapes.days, value, "period") == faults


@swept(LISTS)
def test_each_row_of_a_list_is_placed_by_its_number_and_slug(value, faults):
    assert told(PEOPLE, value, "people") == faults


def test_an_object_may_hold_more_where_it_is_not_strict():
    loose = shapes.an_object({"name": Entry(shapes.title)}, strict=False)
    assert told(loose, {"name": "One", "age": 7}, "") == []
    assert told(loose, {"age": 7}, "") == [("“name” is missing.", "")]
    assert told(loose, {"name": ""}, "") == [(TITLE_WANTED, "name")]


def test_a_map_names_what_is_no_name_and_reads_on():
    check = shapes.a_map(r"[a-z]+", shapes.day)
    wrong = {"good": "2016-01-18", "Bad": "2016-01-18", "late": "x"}
    assert told(check, wrong, "dates") == [
        ("“Bad” is no name: use a-z, 0-9 and hyphens.", "dates"),
        (f"“x” {DAY_WANTED}", "dates, late"),
    ]
    assert told(check, [], "dates") == [("An object in braces is wanted here.", "dates")]
    assert told(check, {}, "dates") == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("2016-01-18"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("slug", "name", "born", "start", "end")), inner)
    ),
    max_leaves=8,
)


@random_cases(30)
@given(JSON)
def test_any_data_is_answered_with_sentences_and_never_breaks(value):
    checks = (PEOPLE, PERSON, shapes.days, shapes.a_map(r"[a-z]+", PEOPLE), shapes.slug)
    for check in checks:
        for sentence, place in told(check, value, "it"):
            assert sentence.endswith(".") and place.startswith("it")


@swept(NAMES)
def test_a_block_is_named_by_its_first_words(words, name):
    assert name_for(words, "paragraph", ()) == name
    assert told(shapes.slug, name, "") == []


def test_a_name_that_is_taken_gets_the_next_free_number():
    taken = []
    for _ in range(4):
        taken.append(name_for("Our work", "section", taken))
    assert taken == ["our-work", "our-work-2", "our-work-3", "our-work-4"]
    assert name_for("Our work", "section", ["our-work", "our-work-3"]) == "our-work-2"
    assert len(set(itertools.chain(taken, [name_for("", "note", ["note"])]))) == 5


def test_the_last_day_of_the_calendar_is_a_day():
    assert shapes.as_day("9999-12-31") == date.max
    assert shapes.as_day("0001-01-01") == date.min
