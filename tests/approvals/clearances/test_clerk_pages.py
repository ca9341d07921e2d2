"""Clearances before the clerk, on the homes, in the calendar, when sending and when approving."""

import pytest
from django.core import mail

from assurance.records.email import OutgoingEmail
from reports.approvals.clearances import operations
from reports.approvals.models.clearances import ClearanceRequest
from reports.approvals.operations import approvals
from reports.tasks.all_tasks import needs_of
from reports.tasks.dates import dates_of
from reports.tasks.job.job import job_of
from tests.approvals.clearances.steps import DAY, ON, clear
from tests.approvals.clearances.test_pages import home, page_of, plain
from tests.make import clearances as make
from tests.make import drafts, papers
from tests.make.clearances import FINANCIAL
from tests.page_requests import at, browser_of, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerks(clerk):
    """The clerk's browser."""
    return browser_of(clerk)


def test_the_clerk_asks_for_all_with_one_press_and_reminds_of_what_is_late(
    paper, clerks, clerk, lawyer, settings
):
    make.rule(FINANCIAL, "finance", council=clerk.council, approver=lawyer)
    page = words(clerks.get(at(paper, "report-job")))
    assert "3. Implications" in page and "0 of 2 cleared" in page
    assert "Ask for all 2 clearances that are not asked for" in page
    answer = clerks.post(at(paper, "ask-clearances"), follow=True)
    assert "Asked for: Legal implications, Financial implications." in words(answer)
    assert len(mail.outbox) == 2 and "Ask for all" not in words(answer)
    assert "asked for already" in words(clerks.post(at(paper, "ask-clearances"), follow=True))
    settings.CANDOUR_TODAY = (ON + 3 * DAY).isoformat()
    page = words(clerks.get(at(paper, "report-job")))
    assert "Overdue" in page and "Remind Head of Legal Services" in page
    row = ClearanceRequest.objects.first()
    remind = at(paper, "remind-clearance")
    assert "reminded by e-mail" in words(clerks.post(remind, {"remind": row.pk}, follow=True))
    assert "today already" in words(clerks.post(remind, {"remind": row.pk}, follow=True))
    for wrong in ("", "x", "0", "9" * 40, "-1"):
        assert clerks.post(remind, {"remind": wrong}).status_code == 404
    assert set(home(lawyer, ON + 3 * DAY).values()) == {"late"}


def test_an_e_mail_that_did_not_go_is_said(paper, clerks, lawyer):
    lawyer.email = ""
    lawyer.save()
    answer = clerks.post(at(paper, "ask-clearances"), follow=True)
    assert "No e-mail was sent about: Legal implications. Contact them yourself." in words(answer)
    row = ClearanceRequest.objects.get()
    answer = clerks.post(at(paper, "remind-clearance"), {"remind": row.pk}, follow=True)
    assert "No e-mail was sent" in words(answer)
    assert OutgoingEmail.objects.get().state == "failed"


def test_a_clearance_asked_of_another_paper_is_not_reminded_of_here(paper, clerks, clerk):
    other = make.clearance_request(paper=papers.paper(council=clerk.council))
    answer = clerks.post(at(paper, "remind-clearance"), {"remind": other.pk})
    assert answer.status_code == 404


@pytest.mark.long
def test_sending_says_what_is_not_cleared_and_goes_on(paper, clerks, lawyer):
    page = words(clerks.get(at(paper, "send")))
    assert "Legal implications: Head of Legal Services, not asked yet" in page
    clear(paper, lawyer)
    assert "Not cleared yet" not in words(clerks.get(at(paper, "send")))


@pytest.mark.long
def test_the_approver_reads_who_cleared_what(paper, clerk, lawyer):
    director = papers.approval_rule(council=clerk.council).approver
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    approve = at(paper, "approve")
    assert "“Implications: Legal”. Waiting See it" in plain(
        words(browser_of(director).get(approve))
    )
    assert "“Implications: Legal”. Waiting for you Clear it" in plain(
        words(browser_of(lawyer).get(approve))
    )
    clear(paper, lawyer)
    page = plain(words(browser_of(director).get(approve)))
    assert "“Implications: Legal”. Cleared 18 January 2016" in page
    draft = words(browser_of(clerk).get(at(paper, "draft")))
    assert "18 January 2016 by Head of Legal Services" in draft


@pytest.mark.long
def test_the_job_page_counts_them_apart_from_approvals(paper, clerk, lawyer):
    job = job_of(clerk, paper, ON)
    assert [line.title for line in job.clearances] == ["Legal implications"]
    assert not [line for line in job.closing if "Implications" in line.title]
    assert (job.to_ask, job.cleared) == (1, 0)
    assert job.by_person[lawyer.name] == 1
    job = job_of(clerk, clear(paper, lawyer), ON)
    assert (job.to_ask, job.cleared) == (0, 1)
    assert lawyer.name not in job.by_person
    assert job_of(lawyer, paper, ON).to_ask == 0


@pytest.mark.long
def test_a_report_of_a_rule_without_entries_has_no_such_list(clerk, clerks):
    paper = drafts.written(clerk)
    page = words(clerks.get(at(paper, "report-job")))
    assert "3. Checks, approval and publishing" in page and "cleared" not in page


@pytest.mark.long
def test_a_sent_report_stands_on_the_home_of_its_lawyer_once(paper, clerk, lawyer):
    papers.approval_rule(council=clerk.council)
    approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    assert len(home(lawyer)) == 1
    papers.approval_rule("finance", council=clerk.council, approver=lawyer)
    assert sorted(home(lawyer).values()) == ["Not asked yet", "Waiting for your approval"]
    operations.ask_for_clearances(paper=paper, by=clerk, on=ON)
    assert sorted(home(lawyer).values()) == [
        "Waiting for your approval",
        "Written, not cleared",
    ]


def test_the_calendar_has_the_day_until_it_is_cleared(paper, lawyer, clerk):
    wanted = "Legal implications of “Assurance report” are to be cleared"
    [found] = [one for one in dates_of(lawyer, ON) if "cleared" in one.words]
    assert (found.words, found.address) == (wanted, page_of(paper))
    assert found.key == f"clearance-{paper.pk}-legal-implicationslegal"
    assert not [one for one in dates_of(clerk, ON) if "cleared" in one.words]
    paper.meeting = None
    paper.save()
    assert not [one for one in dates_of(lawyer, ON) if "cleared" in one.words]
    assert list(home(lawyer)) == ["Legal implications of “Assurance report”"]


def test_what_is_due_first_stands_first(paper, lawyer, clerk):
    later = drafts.written(
        clerk,
        with_records=False,
        slug="july-2016",
        title="Another report",
        parts=paper.parts,
        meeting_id=papers.meeting(ON + 90 * DAY, council=clerk.council).pk,
    )
    assert [need.address for need in needs_of(lawyer, ON)] == [page_of(paper), page_of(later)]
    paper.meeting = papers.meeting(ON + 150 * DAY, council=clerk.council)
    paper.save()
    assert [need.address for need in needs_of(lawyer, ON)] == [page_of(later), page_of(paper)]
