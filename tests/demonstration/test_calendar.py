"""The days of the demonstration: in their order, up to a day, and for some reports alone."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from reports.demonstration import texts
from reports.demonstration.editions import decisions, drafts, second
from reports.demonstration.editions.calendar import AFTERWARDS, REPORTS, URGENT, steps_of
from reports.demonstration.later import DOINGS, FILES, MODELS
from reports.language.rules.due_dates import AMENDED

# Approved, and not issued on the last day.
UNDER_WAY = "front-door-2020"
ENTRIES = [(name, entry) for name in (*FILES, *second.RECORDS) for entry in texts.read(name)]


def test_steps_come_in_the_order_of_their_days_and_end_with_the_last():
    last = date(2017, 1, 16)
    steps = [*steps_of(REPORTS, last)]
    days = [step.day for step in steps]
    assert days == sorted(days)
    assert days[0] == drafts.written_on("july-2015") and days[-1] == last
    assert all(step.records_until <= step.day for step in steps)
    assert [*steps_of(REPORTS, date(2015, 7, 9))] == []


def test_a_report_is_written_sent_and_issued():
    assert len([*steps_of(["january-2016"], date(2016, 1, 18))]) == 3
    assert len([*steps_of(["january-2016"], date(2016, 1, 17))]) == 2
    assert len([*steps_of(["july-2016"], date(2020, 1, 1))]) == 5
    assert len([*steps_of(["wyvernshire-2016"], date(2020, 1, 1))]) == 3


@pytest.mark.parametrize("slug", REPORTS)
def test_every_report_has_a_file_or_one_before_it(slug):
    assert drafts.written_on(slug) < drafts.paper_date(slug)
    if drafts.is_next(slug):
        before = texts.read("next-reports")[slug]["before"]
        assert REPORTS.index(before) < REPORTS.index(slug)
    else:
        assert texts.paper(slug)["slug"] == slug


def test_what_happens_afterwards_is_said_of_reports_that_are_made():
    value = texts.read("afterwards")
    assert {slug for kind in value.values() for slug in kind} == set(AFTERWARDS)
    assert set(URGENT) == set(value["emergency"])
    assert all(day > drafts.paper_date(slug) for slug, (day, _) in AFTERWARDS.items())
    known = {*REPORTS, UNDER_WAY}
    assert set(texts.read("reasons")) | set(texts.read("answers")) <= known


@pytest.mark.parametrize("slug", texts.read("decisions"))
def test_a_committee_decides_at_its_meeting_on_each_recommendation_once_a_report_is_issued(slug):
    value, day = texts.read("decisions")[slug], decisions.meeting_day(slug)
    steps = [step.day for step in steps_of([slug], date(2020, 1, 1))]
    assert day in steps and drafts.paper_date(slug) < day
    assert all(bool(text) == (word == AMENDED) for word, text in value["decisions"].values())
    if not drafts.is_next(slug):
        blocks = {one["slug"] for one in texts.paper(slug)["blocks"]}
        assert set(value["decisions"]) <= blocks


@pytest.mark.parametrize("name", (*FILES, *second.RECORDS))
def test_entries_come_in_the_order_of_their_days(name):
    days = [entry["on"] for entry in texts.read(name)]
    assert days == sorted(days) != []


def test_every_entry_is_of_a_kind_that_is_known_and_each_kind_occurs():
    assert {entry["do"] for _, entry in ENTRIES} == set(DOINGS)
    kinds = {entry["kind"] for _, entry in ENTRIES if entry["do"] in ("add", "change")}
    assert kinds <= set(MODELS)


@pytest.mark.parametrize("day", ["x", "2016-02-30", "18/01/2016"])
def test_a_day_that_is_none_is_refused_with_a_sentence(tmp_path, day):
    with pytest.raises(CommandError, match=f"“{day}” is not a date: write it as 2016-01-18."):
        call_command("load_demonstration", to=tmp_path, day=day, stdout=StringIO())
    assert not list(tmp_path.iterdir())
