"""The page of a report that is being corrected: what is left of it, and no day of its meeting."""

import pytest

from reports.approvals.operations import approvals
from reports.approvals.paper_state import before_approver
from reports.tasks.all_tasks import needs_of
from reports.tasks.job.job import job_of
from tests import cast
from tests.issue.test_issue import frozen, published
from tests.make.drafts import ON
from tests.page_requests import at, browser_of, words

pytestmark = pytest.mark.django_db
NOTE = "The survey's question is quoted in full."


@pytest.fixture
def corrected(approved):
    """(paper, clerk) of a paper whose correction has begun."""
    paper, clerk, _ = approved
    published(frozen(paper, clerk), clerk)
    return approvals.begin_correction(paper=paper, by=clerk, on=ON), clerk


def closing(clerk, paper):
    """What is left of it: words → status."""
    return {row.title: row.status for row in job_of(clerk, paper, ON).closing}


@pytest.mark.long
def test_beginning_a_correction_leads_to_its_tasks_which_lead_through_it(approved, settings):
    settings.CANDOUR_TODAY = ON.isoformat()
    paper, clerk, _ = approved
    published(frozen(paper, clerk), clerk)
    browser = browser_of(clerk)
    begun = browser.post(at(paper, "correct"), {}, follow=True)
    assert begun.redirect_chain[-1][0] == at(paper, "report-job")
    page = words(begun)
    assert "Correction of edition 1</strong>, which stays public" in page
    assert "Give up the correction" in page and "Continue: Describe the changes" in page
    assert "app-days" not in page and "Late" not in page
    sent = browser.post(at(paper, "correction"), {"note": NOTE})
    assert sent.status_code == 302
    page = words(browser.get(at(paper, "report-job")))
    assert "Continue: Send for approval" in page
    [need] = [one for one in needs_of(clerk, ON) if "Corrects edition 1" in one.hint]
    assert need.address == at(paper, "report-job")
    # Only who publishes may give it up.
    approver = browser_of(cast.approver())
    assert "Give up the correction" not in words(approver.get(at(paper, "report-job")))


@pytest.mark.long
def test_no_day_of_the_meeting_binds_a_correction(corrected):
    paper, clerk = corrected
    assert paper.meeting is not None
    job = job_of(clerk, paper, ON)
    assert (job.steps, job.closed, job.proposals) == ((), "", ())
    assert before_approver(clerk, paper, ())["approve_by"] is None
    assert closing(clerk, paper)["Send for approval"] == "Cannot start yet"
    paper = approvals.word_correction(paper=paper, note=NOTE, by=clerk, on=ON)
    assert closing(clerk, paper)["Describe the changes"] == "Described"
    assert closing(clerk, paper)["Send for approval"] == "Not started"


@pytest.mark.long
def test_its_description_has_the_marks_of_print(corrected):
    paper, clerk = corrected
    paper = approvals.word_correction(paper=paper, note=NOTE, by=clerk, on=ON)
    paper.refresh_from_db()
    assert paper.correction_note == "The survey’s question is quoted in full."
