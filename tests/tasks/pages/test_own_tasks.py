"""Which task of a report comes next for its reader, who has what, and a published report's page."""

from datetime import date

import pytest

from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.papers import Paper
from reports.tasks.job.job import job_of
from reports.tasks.job.lines import YOU
from tests import cast
from tests.make import asked, drafts, papers
from tests.page_requests import at, browser_of, words

pytestmark = pytest.mark.django_db
DAY = date(2016, 1, 18)
EMPTY = {"chosen": "part:options"}


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which the pages are opened."""
    settings.CANDOUR_TODAY = DAY.isoformat()


def lines(rows):
    """Title → the line."""
    return {row.title: row for row in rows}


@pytest.mark.long
def test_the_next_task_is_the_readers_own_before_those_of_others(clerk):
    paper = drafts.written(clerk)
    asked.contribution_request(paper=paper, chosen="part:introduction")
    papers.block(paper=paper, slug="wrong", part="body", parent=None, text="[[no.figure]]")
    job = job_of(clerk, paper, DAY)
    first = next(row for row in job.sections if not row.is_done)
    assert (first.status, first.who) == ("Asked", "Team Manager")
    assert (job.following.status, job.following.who) == ("Stops the report", YOU)


def test_what_was_handed_in_is_the_clerks_to_check(clerk):
    paper = drafts.written(clerk)
    asked.contribution_request(paper=paper, chosen="part:introduction")
    asked.handed_in(paper=paper, chosen="block:work")
    job = job_of(clerk, paper, DAY)
    assert (job.following.status, job.following.who) == ("Ready to check", YOU)
    assert "Handed in by Team Manager" in job.following.hint
    assert job.by_person["Team Manager"] == 1
    assert job_of(cast.approver(), paper, DAY).following.status == "Asked"


@pytest.mark.long
def test_the_task_of_another_is_next_where_the_reader_has_none(clerk):
    paper = drafts.written(clerk)
    papers.block(paper=paper, slug="wrong", part="body", parent=None, text="[[no.figure]]")
    following = job_of(cast.approver(), paper, DAY).following
    assert (following.status, following.who) == ("Stops the report", "A clerk")


@pytest.mark.long
def test_an_empty_section_that_is_asked_of_a_colleague_is_theirs(clerk):
    paper = drafts.written(clerk)
    left = [row.title for row in job_of(clerk, paper, DAY).left_empty]
    request = asked.contribution_request(paper=paper, **EMPTY)
    job = job_of(clerk, paper, DAY)
    line = lines(job.written)[request.title]
    assert request.title in left and request.title not in lines(job.left_empty)
    assert (line.status, line.who) == ("Asked", "Team Manager")
    assert job.by_person["Team Manager"] == 1
    ContributionRequest.objects.update(closed_on=DAY, closed_by=clerk, state="withdrawn")
    assert request.title in lines(job_of(clerk, paper, DAY).left_empty)


@pytest.mark.long
def test_a_sent_report_counts_as_completed_what_its_lines_show(clerk):
    paper = drafts.sent_and_approved(drafts.written(clerk), clerk)
    job = job_of(clerk, paper, DAY)
    assert {row.status for row in job.written} == {"Completed"}
    assert job.completed == len(job.written)
    page = words(browser_of(clerk).get(at(paper, "report-job")))
    assert f"{job.completed} of {job.completed} completed" in page
    assert "marked as completed" not in page


def test_a_published_report_has_nothing_to_continue_and_no_task_of_anyone(clerk):
    paper, browser = drafts.written(clerk), browser_of(clerk)
    assert "The whole report, for editing" in words(browser.get(at(paper, "report-job")))
    paper = drafts.sent_and_approved(paper, clerk)
    asked.contribution_request(paper=paper, chosen="part:introduction")
    asked.contribution_request(paper=paper, **EMPTY)
    Paper.objects.filter(pk=paper.pk).update(status=Paper.ISSUED)
    paper.refresh_from_db()
    job = job_of(clerk, paper, DAY)
    assert job.following is None and job.by_person == {}
    assert {row.status for row in job.written} == {"Completed"}
    page = words(browser.get(at(paper, "report-job")))
    assert "Continue: " not in page and "Who has what" not in page
    assert "Asked" not in page and "for editing" not in page
