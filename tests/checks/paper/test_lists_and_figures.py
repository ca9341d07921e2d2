"""A list of records beside the figure and the typed number of the same things."""

from datetime import date

import pytest

from reports.checks.paper.verdict import verdict
from tests import cast
from tests.make import findings, improvements, matters
from tests.make.drafts import ON, written

pytestmark = pytest.mark.django_db
DECEMBER = date(2015, 12, 1)


def list_of(what, **more):
    """A block that lists records under the section of the paper."""
    data = {"caption": "", "records": {"what": what, **more}}
    row = {"part": "body", "kind": "records", "parent": "work", "heading": "", "text": ""}
    return {"slug": "listed", **row, "data": data}


def sentence(text):
    """A paragraph before the list."""
    row = {"part": "body", "kind": "paragraph", "parent": "work", "heading": "", "data": {}}
    return {"slug": "before", **row, "text": text}


def faults_of(text, listed):
    """What the rules of lists find in a paper with a sentence before a list."""
    paper = written(cast.clerk(), sentence(text), listed)
    return {
        one.rule.key: one.sentence
        for one in verdict(paper).errors
        if one.rule.key.startswith("list-")
    }


@pytest.fixture
def actions(db):
    """Three actions begun by December 2015, one begun in January 2016 and two in 2017."""
    starts = (*[date(2015, 10, 19)] * 3, date(2016, 1, 4), *[date(2017, 5, 17)] * 2)
    plan = improvements.priority(improvements.plan(slug="plan", from_date=starts[0]))
    for day in starts:
        improvements.action(priority=plan, starts_on=day)


@pytest.mark.parametrize(
    ("text", "more", "key"),
    [
        ("We keep [[actions.total]] actions.", {}, "list-unlike-figure"),
        ("We keep [[actions.total]] actions.", {"when": "position"}, None),
        ("We keep [[actions.total @2016-01-18]] actions.", {}, None),
        ("On 1 December 2015 we kept [[actions.total]] actions.", {}, None),
        ("We keep [[actions.by_plan:plan]] actions.", {"filter": {"plan": "plan"}}, "figure"),
        ("We keep [[actions.by_plan:plan]] actions.", {}, None),
        ("All 14 actions are listed below.", {}, "list-unlike-number"),
        ("All four actions are listed below.", {}, None),
        ("All 14 meetings are listed below.", {}, None),
    ],
)
def test_a_list_agrees_with_the_figure_and_the_number_before_it(actions, text, more, key):
    found = faults_of(text, list_of("actions", **more))
    assert [*found] == ([] if key is None else [f"list-unlike-{key.rpartition('-')[2]}"])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("There were no reviews.", []),
        ("The 2 reviews are below.", ["“Reviews at 18 January 2016” has 0 rows, and this says 2."]),
    ],
)
def test_an_empty_list_agrees_with_nought_alone(db, text, says):
    findings.review()
    assert [*faults_of(text, list_of("reviews")).values()] == says


@pytest.mark.parametrize(("last", "faults"), [("01-18", []), ("12-31", ["list-unlike-figure"])])
def test_events_of_a_year_are_those_of_its_figure_up_to_the_reports_date(db, last, faults):
    for day in (DECEMBER, ON, date(2016, 11, 14)):
        matters.event(held_on=day)
    text = f"We held [[events.held @2016-01-01..2016-{last}]] of them."
    assert [*faults_of(text, list_of("events", filter={"year": 2016}))] == faults
