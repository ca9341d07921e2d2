"""The checks of a file's shape, one by one, and what a paper promises in it."""

import pytest

from reports.language import file_format
from tests.sweeping import swept

NO_SLUG = "“{}” is no slug: use a-z, 0-9 and hyphens, 60 at most."
NO_DAY = "“{}” is not a date: write it as 2016-01-18."
WORDS = "Words in quotation marks are wanted here."


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
DUE = "Enter the date by which it is due, or the last date of the month of its report."


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
        (PROMISE | {"block": "x"}, "", "It names a block “x” that the report has not."),
        (PROMISE | {"what": " "}, "", "It has no commitment."),
        ({"what": "x"}, "", DUE),
        (PROMISE | {"due_on": None}, "", DUE),
        (PROMISE | {"due_to": "paper", "due_on": None}, "", DUE),
        (
            PROMISE | {"due_to": "next"},
            "",
            "A commitment due to the next report has no date: leave the date empty.",
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
