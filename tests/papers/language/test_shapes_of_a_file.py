"""The checks of a file's shape, one by one, and what a paper promises in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.papers.language import file_format, shapes
from reports.papers.language.shapes import Entry
from tests.cases import random_cases
from tests.sweeping import swept

TITLE = "A title of 1 to 200 letters is wanted here."
NO_SLUG = "“{}” is no slug: use a-z, 0-9 and hyphens, 60 at most."
NO_DAY = "“{}” is no day of the calendar: write it as 2016-01-18."
NO_NAME = "“{}” is no name: use a-z, 0-9 and hyphens."
OBJECT, LIST = "An object in braces is wanted here.", "A list in square brackets is wanted here."
COUNT = "A whole number from 1 is wanted here."
WORDS = "Words in quotation marks are wanted here."


def found(check, value, place="here"):
    return [(one.place, one.sentence) for one in check(value, place)]


def told(check, value):
    return [sentence for _, sentence in found(check, value)]


@swept(
    [
        (shapes.any_text, ["", " ", "x", "é\n"], [None, 0, True, [], {}, b"x"], WORDS),
        (shapes.title, ["x", " x ", "x" * 200], ["", " ", "\n\t", "x" * 201, None, 4, []], TITLE),
        (
            shapes.slug,
            ["a", "0", "a-b", "a_b", "a--b", "x" * 60],
            ["", "A", "a b", "-a", "a-", "a.b", "é", "a\n", "x" * 61, None, 4, ["a"]],
            NO_SLUG,
        ),
        (
            shapes.truth,
            [True, False],
            [0, 1, None, "true", []],
            "Either true or false is wanted here.",
        ),
        (shapes.count, [1, 2, 10**9], [0, -1, True, False, 1.0, "1", None, []], COUNT),
        (
            shapes.day,
            ["2016-01-18", "2016-02-29", "0001-01-01", "9999-12-31"],
            [
                *("2015-02-29", "2016-1-18", "20160118", "2016-W03-1", "18/01/2016", "2016-01-18 "),
                *("", "2016", "2016-00-10", "2016-13-01", "0000-01-01", None, 20160118, []),
            ],
            NO_DAY,
        ),
        (shapes.anything, [None, 1, "x", [], {}], [], ""),
        (
            shapes.one_of(("a", "b"), "letter"),
            ["a", "b"],
            ["", "A", "ab", None, 1, ["a"]],
            "“{}” is no letter: use a, b.",
        ),
        (shapes.or_empty(shapes.count, None), [None, 1], [0, "", False], COUNT),
        (shapes.or_empty(shapes.slug, ""), ["", "a"], ["A", None], NO_SLUG),
    ]
)
def test_each_check_takes_what_fits_and_names_what_does_not(check, good, bad, sentence):
    assert [value for value in good if found(check, value)] == []
    for value in bad:
        assert found(check, value) == [("here", sentence.format(value))]


def test_an_object_names_what_is_strange_missing_and_wrong_in_that_order():
    check = shapes.an_object(
        {"a": Entry(shapes.count), "b": Entry(shapes.any_text), "c": Entry(shapes.truth, True)}
    )
    assert found(check, {"a": 1, "b": ""}) == found(check, {"a": 1, "b": "", "c": True}) == []
    assert found(check, {"z": 1, "a": 0, "y": 2, "c": None}) == [
        ("here", "“z” is no entry here: use a, b, c."),
        ("here", "“y” is no entry here: use a, b, c."),
        ("here, a", COUNT),
        ("here", "“b” is missing."),
        ("here, c", "Either true or false is wanted here."),
    ]
    for value in (None, [], "x", 4, True):
        assert found(check, value) == [("here", OBJECT)]
    assert found(check, {"a": 0, "b": ""}, "") == [("a", COUNT)]


def test_an_object_that_is_not_strict_keeps_what_it_does_not_know():
    check = shapes.an_object({"a": Entry(shapes.count)}, strict=False)
    assert found(check, {"a": 1, "z": object()}) == []
    assert told(check, {"z": 1}) == ["“a” is missing."]


def test_a_row_of_a_list_is_placed_by_its_number_and_its_slug():
    each = shapes.a_list(shapes.an_object({"slug": Entry(shapes.anything, True)}))
    assert found(each, []) == found(each, [{}, {"slug": "x"}]) == []
    assert found(each, [{}, {"slug": "x", "z": 1}, 4]) == [
        ("here 2 (“x”)", "“z” is no entry here: use slug."),
        ("here 3", OBJECT),
    ]
    for value in (None, {}, "abc", 4, ()):
        assert found(each, value) == [("here", LIST)]


def test_a_map_weighs_its_names_and_its_values():
    check = shapes.a_map(r"[a-z]+", shapes.count)
    assert found(check, {}) == found(check, {"a": 1, "bc": 2}) == []
    assert found(check, {"a": 0, "B": 1, "": 2, "c d": 0}) == [
        ("here, a", COUNT),
        ("here", NO_NAME.format("B")),
        ("here", NO_NAME.format("")),
        ("here", NO_NAME.format("c d")),
        ("here, c d", COUNT),
    ]
    for value in (None, [], "x"):
        assert found(check, value) == [("here", OBJECT)]


@pytest.mark.parametrize(
    ("value", "faults"),
    [
        ({"start": "2016-01-01", "end": "2016-01-01"}, []),
        ({"start": "2015-12-31", "end": "2016-01-01"}, []),
        (
            {"start": "2016-01-02", "end": "2016-01-01"},
            [("here", "The end lies before the start.")],
        ),
        ({"start": "2016-01-01"}, [("here", "“end” is missing.")]),
        ({}, [("here", "“start” is missing."), ("here", "“end” is missing.")]),
        (
            {"start": "x", "end": "2016-01-01"},
            [("here, start", NO_DAY.format("x"))],
        ),
        ([], [("here", OBJECT)]),
    ],
)
def test_days_have_a_start_and_an_end_in_order(value, faults):
    assert found(shapes.days, value) == faults


@random_cases(60)
@given(st.dates(), st.dates())
def test_any_two_days_are_in_order_or_refused(one, other):
    faults = told(shapes.days, {"start": str(one), "end": str(other)})
    assert faults == (["The end lies before the start."] if other < one else [])
    assert shapes.as_day(str(one)) == one


LEAST = {
    "format": "candour-paper/1",
    "template": "t",
    "series": {"slug": "s", "title": "S"},
    "slug": "p",
    "title": "A paper",
    "committee": {"slug": "c", "title": "C"},
    "period": {"start": "2015-07-01", "end": "2015-12-31"},
    "blocks": [{"slug": "b", "part": "body", "kind": "paragraph"}],
}
PROMISE = {"what": "Report back", "due_on": "2016-03-31"}
DUE = "Enter the day by which it is due, or the last day of the month of its paper."


def promised(*rows):
    plain = LEAST | {"commitments": list(rows)}
    return [(one.place, one.sentence) for one in file_format.problems(plain)]


@pytest.mark.parametrize(
    "row",
    [
        PROMISE,
        PROMISE | {"block": ""},
        PROMISE | {"block": "b", "sentence": "We will.", "who": "The Director"},
        PROMISE | {"due_to": "day"},
        PROMISE | {"due_to": "paper"},
        {"what": "Report back", "due_to": "next"},
        {"what": "Report back", "due_to": "next", "due_on": None},
    ],
)
def test_a_promise_of_a_file_is_taken(row):
    assert promised(row) == []
    [kept] = file_format.normalise(LEAST | {"commitments": [row]})["commitments"]
    empty = {"block": "", "sentence": "", "who": "", "due_to": "day", "due_on": None}
    assert kept == empty | row
    assert list(kept) == ["block", "sentence", "what", "who", "due_to", "due_on"]


@swept(
    [
        (PROMISE | {"block": "x"}, "", "It names a block “x” that the paper has not."),
        (PROMISE | {"what": " "}, "", "It does not say what is promised."),
        ({"what": "x"}, "", DUE),
        (PROMISE | {"due_on": None}, "", DUE),
        (PROMISE | {"due_to": "paper", "due_on": None}, "", DUE),
        (
            PROMISE | {"due_to": "next"},
            "",
            "What is due to the next paper has no day: leave the day empty.",
        ),
        ({}, None, "“what” is missing."),
        (PROMISE | {"what": 4}, "what", WORDS),
        (PROMISE | {"who": None}, "who", WORDS),
        (PROMISE | {"due_on": "soon"}, "due_on", NO_DAY.format("soon")),
        (PROMISE | {"due_on": ""}, "due_on", NO_DAY.format("")),
        (
            PROMISE | {"due_to": "month"},
            "due_to",
            "“month” is no way of falling due: use day, paper, next.",
        ),
        (PROMISE | {"block": "No"}, "block", NO_SLUG.format("No")),
        (
            PROMISE | {"kept": True},
            None,
            "“kept” is no entry here: use block, sentence, what, who, due_to, due_on.",
        ),
    ]
)
def test_a_promise_that_does_not_fit_is_named(row, place, sentence):
    where = "commitments, 2" if place == "" else "commitments 2" + (f", {place}" if place else "")
    assert promised(PROMISE, row) == [(where, sentence)]


def test_no_two_promises_are_of_one_sentence_but_many_have_none():
    one = PROMISE | {"sentence": "We will."}
    assert promised(PROMISE, PROMISE | {"sentence": ""}, one) == []
    twice = "Another commitment has the same sentence."
    assert promised(one, PROMISE, one) == [("commitments, 1", twice), ("commitments, 3", twice)]


def test_a_paper_that_promises_nothing_has_no_such_entry():
    assert "commitments" not in file_format.normalise(LEAST)
    assert "commitments" not in file_format.normalise(LEAST | {"commitments": []})
