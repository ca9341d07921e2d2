"""Dates of reports that belong to a record: a review's stays, a DBS audit's follows the audits."""

from datetime import date, timedelta

import pytest

from assurance.runtime.periods import When
from reports.editor.carry_forward import next_report
from reports.papers.models.papers import Paper
from tests import cast
from tests.make import dbs, findings, papers, surveys
from tests.make.improvements import plan

pytestmark = pytest.mark.django_db
AUDIT = date(2016, 1, 5)
ASKED = "Of those asked, [[surveys.yes:survey-1__question-1 @asked | percent]] agreed."
CHILDREN = "There were [[looked_after.children @asked]] children."


def after(**names):
    """What follows a report of the half-year to December 2015 with dates of those names."""
    period = {"period_start": date(2015, 7, 1), "period_end": date(2015, 12, 31)}
    paper = papers.paper(**period)
    for name, days in names.items():
        start, end = days if isinstance(days, tuple) else (days, days)
        paper.named_dates.create(name=name, start=start, end=end)
    return next_report.after(Paper.objects.get(pk=paper.pk), meeting_on=date(2016, 7, 26))


def audit(day, **said):
    """A DBS audit of that day, counted five days later."""
    later = day + timedelta(5)
    return dbs.dbs_audit(audit_date=day, position_date=later, on=later, due={}, **said)


def test_the_date_of_a_review_or_a_plan_stays():
    findings.review(started_on=date(2015, 10, 5), ended_on=date(2015, 10, 9))
    plan(from_date=date(2015, 9, 7))
    visit = date(2015, 10, 5), date(2015, 10, 9)
    to_letter = date(2015, 10, 5), date(2015, 11, 20)
    report = after(visit=visit, letter=to_letter, plan=date(2015, 9, 7), other=date(2015, 9, 8))
    assert report.names == {
        "visit": When(*visit),
        "letter": When(*to_letter),
        "plan": When.at(date(2015, 9, 7)),
        "other": When.at(date(2016, 3, 8)),
    }
    assert {*report.events} == {"visit", "letter", "plan"}
    assert "It stays the same" in report.events["visit"].sentence


def test_whole_months_that_begin_with_a_review_are_the_report_s_own():
    findings.review(started_on=date(2015, 7, 1), ended_on=date(2015, 7, 3))
    report = after(half=(date(2015, 7, 1), date(2015, 12, 31)))
    assert report.names["half"] == When(date(2016, 1, 1), date(2016, 6, 30))
    assert report.events == {}


def test_a_dbs_audit_goes_to_the_last_one_before_the_report():
    audit(AUDIT)
    report = after(audit=AUDIT)
    assert report.names["audit"] == When.at(date(2016, 7, 5))
    assert "No DBS audit after 5 January 2016 is recorded" in report.events["audit"].sentence
    for day in (date(2016, 4, 4), date(2016, 7, 4), date(2016, 10, 3)):
        audit(day)
    report = next_report.after(report.before, meeting_on=date(2016, 7, 26))
    assert report.names["audit"] == When.at(date(2016, 7, 4))
    assert report.events["audit"].sentence == "Moved to the DBS audit that follows."


def test_two_waves_of_a_survey_go_on_together():
    survey = surveys.survey()
    earlier, now = (surveys.wave(survey, year) for year in (2013, 2015))
    names = {
        "earlier": (earlier.started_on, earlier.ended_on),
        "now": (now.started_on, now.ended_on),
    }
    report = after(**names)
    assert report.names == {name: When(*days) for name, days in names.items()}
    assert "No later one is recorded." in report.events["now"].sentence
    later = surveys.wave(survey, 2016)
    report = next_report.after(report.before, meeting_on=date(2016, 7, 26))
    assert report.names == {
        "earlier": When(now.started_on, now.ended_on),
        "now": When(later.started_on, later.ended_on),
    }


@pytest.mark.parametrize(
    ("start", "text", "others", "expected"),
    [
        (date(2015, 9, 1), ASKED, (), When(date(2016, 4, 4), date(2016, 5, 6))),
        (date(2015, 9, 1), "No figure.", (), When(date(2016, 3, 1), date(2016, 4, 30))),
        (date(2015, 9, 1), f"{ASKED} {CHILDREN}", (), When(date(2016, 3, 1), date(2016, 4, 30))),
        (date(2015, 9, 1), ASKED, ((9, 25),), When(date(2016, 3, 1), date(2016, 4, 30))),
        (date(2015, 7, 1), ASKED, (), When(date(2016, 1, 1), date(2016, 6, 30))),
    ],
    ids=["of a wave", "of nothing", "of other things too", "of two waves", "the report's own"],
)
def test_whole_months_at_which_only_one_wave_is_counted_are_its_own(start, text, others, expected):
    survey, end = surveys.survey(), date(2015, 10 if start.month == 9 else 12, 31)
    for begun, ended in (
        (date(2015, 9, 14), date(2015, 10, 2)),
        *((date(2015, *day), date(2015, *day)) for day in others),
        (date(2016, 4, 4), date(2016, 5, 6)),
    ):
        slug = str(begun)
        surveys.wave(survey, started_on=begun, ended_on=ended, slug=slug, label=slug)
    report = after(asked=(start, end))
    papers.block(paper=report.before, text=text)
    report = next_report.after(report.before, meeting_on=date(2016, 7, 26))
    assert report.names["asked"] == expected


def test_a_date_at_which_something_else_is_counted_moves():
    findings.review(started_on=date(2015, 12, 1), ended_on=date(2015, 12, 1))
    report = after(position=date(2015, 12, 1))
    assert report.names["position"] == When.at(date(2015, 12, 1))
    papers.block(
        paper=report.before, text="There were [[looked_after.children @position]] children."
    )
    report = next_report.after(report.before, meeting_on=date(2016, 7, 26))
    assert report.names["position"] == When.at(date(2016, 6, 1))


def test_a_withdrawn_review_has_no_date():
    days = {"started_on": date(2015, 10, 5), "ended_on": date(2015, 10, 9)}
    by = {"withdrawn_on": date(2015, 12, 1), "withdrawn_because": "Twice"}
    findings.review(**days, **by, withdrawn_by=cast.clerk(cast.make_council()))
    report = after(visit=(date(2015, 10, 5), date(2015, 10, 9)))
    assert report.names["visit"] == When(date(2016, 4, 5), date(2016, 4, 9))
