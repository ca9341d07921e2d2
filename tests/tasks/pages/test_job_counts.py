"""The censuses that a report lacks, counted from a held return by who composes the report."""

from datetime import date

import pytest

from assurance.looked_after.models.censuses import Census
from assurance.records.history import HistoryEntry
from reports.papers.models.papers import Paper
from reports.tasks.job.job import job_of
from tests import cast
from tests.make import drafts, looked_after
from tests.page_requests import at, words

pytestmark = pytest.mark.django_db
DAY, ASKED = date(2018, 6, 20), date(2017, 12, 4)


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which the pages are opened."""
    settings.CANDOUR_TODAY = DAY.isoformat()


def lacking(clerk):
    """A report whose position has no census yet."""
    paper = drafts.written(clerk)
    paper.named_dates.filter(name="position").update(start=ASKED, end=ASKED)
    return Paper.objects.get(pk=paper.pk)


def told_return():
    """A return that says who was looked after then: two children of three."""
    held = looked_after.held_return()
    for decom, dec in (
        (date(2017, 5, 1), None),
        (date(2017, 6, 1), None),
        (date(2018, 1, 1), None),
    ):
        looked_after.episode(held_return=held, decom=decom, dec=dec)
    return held


@pytest.mark.long
def test_a_clerk_counts_the_dates_of_a_report_by_one_press(browser, clerk):
    paper, held = lacking(clerk), told_return()
    assert job_of(clerk, paper, DAY).countable == {held: [ASKED]}
    page = words(browser.get(at(paper, "report-job")))
    assert "can be counted on 4 December 2017" in page
    answer = browser.post(at(paper, "count-censuses"), follow=True)
    census = Census.objects.in_force().get(date=ASKED)
    assert (census.total, census.held_return) == (2, held)
    assert "Counts of looked-after children made: 1." in words(answer)
    assert "can be counted" not in words(answer)
    last = HistoryEntry.objects.order_by("-seq").first()
    assert (last.what, last.who) == ("looked_after.count_days", f"account {clerk.pk}")


def test_a_second_press_counts_nothing_and_says_so(browser, clerk):
    paper = lacking(clerk)
    told_return()
    browser.post(at(paper, "count-censuses"))
    kept = Census.objects.count()
    answer = browser.post(at(paper, "count-censuses"), follow=True)
    assert "No date of this report is left to count" in words(answer)
    assert Census.objects.count() == kept


@pytest.mark.long
def test_a_day_that_no_return_tells_of_or_that_is_entered_is_not_offered(clerk):
    paper = lacking(clerk)
    assert job_of(clerk, paper, DAY).countable == {}
    looked_after.held_return(covers_from=date(2016, 3, 31), covers_to=date(2017, 3, 31))
    withdrawn = told_return()
    withdrawn.withdrawn_on, withdrawn.withdrawn_by = DAY, cast.officer()
    withdrawn.withdrawn_because = "The wrong year"
    withdrawn.save()
    assert job_of(clerk, paper, DAY).countable == {}
    told_return()
    looked_after.census(date=ASKED, cohort=looked_after.children_looked_after())
    assert job_of(clerk, paper, DAY).countable == {}
