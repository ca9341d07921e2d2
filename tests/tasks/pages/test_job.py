"""The page of a report as a job: evidence asked for, sections, what comes after."""

from datetime import date

import pytest

from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.papers import Paper
from reports.papers.models.record_requests import RecordRequest
from reports.tasks.all_tasks import needs_of
from reports.tasks.job.job import job_of
from tests import cast
from tests.make import asked, closures, drafts, looked_after, papers
from tests.make.promised import commitment
from tests.page_requests import at, browser_of, words

pytestmark = pytest.mark.django_db
DAY = date(2016, 6, 20)
APPROVED = ("Approved", "Not started")


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which the pages are opened."""
    settings.CANDOUR_TODAY = "2016-06-20"


def lines(rows):
    """Words → status and who has it."""
    return {row.title: (row.status, row.who) for row in rows}


def lacking(clerk):
    """A report with a count that is not there, and an officer who may record it."""
    paper = drafts.written(clerk)
    paper.named_dates.filter(name="position").update(start=date(2016, 6, 1), end=date(2016, 6, 1))
    officer = cast.make_user("officer", name="Data Officer")
    return Paper.objects.get(pk=paper.pk), officer


@pytest.mark.long
def test_each_date_says_what_is_recorded_and_who_may_supply_what_is_missing(clerk):
    paper, _ = lacking(clerk)
    job = job_of(clerk, paper, DAY)
    assert lines(job.evidence) == {
        "Case-file audits, 1 January 2015 to 31 December 2015": ("Recorded", "Data Officer"),
        "Count of looked-after children, 1 June 2016": ("Missing", "Data Officer"),
        "Count of looked-after children, 1 January 2015": ("Recorded", "Data Officer"),
    }
    assert job.recorded == 2
    assert [bool(row.request) for row in job.evidence] == [False, True, False]
    assert all(row.address == "" for row in job.evidence)


@pytest.mark.long
def test_a_day_of_publication_before_an_election_is_warned_of(browser, clerk):
    paper, _ = lacking(clerk)
    assert "by-election" not in job_of(clerk, paper, DAY).before_poll
    papers.election(date(2016, 7, 7), council=paper.council)
    # The day of publication is over, so that it is public today at the earliest.
    text = "20 June 2016 is in the time before the by-election in Walmgate ward, 2 June 2016 to"
    assert job_of(clerk, paper, DAY).before_poll.startswith(text)
    page = words(browser.get(at(paper, "report-job")))
    assert (
        text in page and "20 June 2016 is in the time before the referendum on membership" in page
    )


@pytest.mark.long
def test_a_report_without_a_meeting_says_that_it_has_no_deadlines_and_where_to_enter_one(
    browser, client, clerk
):
    paper, _ = lacking(clerk)
    Paper.objects.filter(pk=paper.pk).update(meeting=None)
    assert job_of(clerk, Paper.objects.get(pk=paper.pk), DAY).steps == ()
    page = words(browser.get(at(paper, "report-job")))
    assert "No meeting yet, so there are no deadlines." in page
    assert f'href="{at(paper, "details")}">Enter its meeting</a>' in page
    client.force_login(cast.approver())
    assert "Enter its meeting" not in words(client.get(at(paper, "report-job")))


@pytest.mark.long
def test_closed_days_of_the_council_put_its_days_forward_and_are_named(browser, clerk):
    paper, _ = lacking(clerk)
    assert paper.meeting.date == date(2016, 1, 18)
    usual = {step.step: step.on for step in job_of(clerk, paper, DAY).steps}
    assert usual["publish"] == date(2016, 1, 8) and job_of(clerk, paper, DAY).closed == ""
    reason = "the move to West Offices"
    days = {"first_on": date(2016, 1, 12), "last_on": date(2016, 1, 13), "reason": reason}
    closures.closure(council=paper.council, **days)
    elsewhere = {**days, "first_on": date(2016, 1, 7)}
    closures.closure(council=cast.make_council("other"), **elsewhere)
    moved = {step.step: step.on for step in job_of(clerk, paper, DAY).steps}
    assert moved["publish"] == date(2016, 1, 6) and moved["meet"] == usual["meet"]
    assert all(moved[name] < usual[name] for name in ("texts", "send", "submit"))
    assert (
        "Published five clear days before the meeting, by 6 January 2016 and not 8 January 2016: "
        f"the council is closed on 12 to 13 January 2016 ({reason})."
    ) in words(browser.get(at(paper, "report-job")))


def test_one_press_puts_a_task_on_the_home_of_who_may_record_it_and_the_record_ends_it(
    browser, clerk
):
    paper, officer = lacking(clerk)
    [row] = [row for row in job_of(clerk, paper, DAY).evidence if row.request]
    answer = browser.post(at(paper, "ask-for-record"), {"ask": row.request}, follow=True)
    assert "The record has been asked for." in words(answer)
    assert "Asked by Clerk" in words(answer) and "Asked</strong>" in words(answer)
    [need] = [need for need in needs_of(officer, DAY) if need.status == "Asked"]
    assert need.words == "Record the count of looked-after children of 1 June 2016"
    assert paper.title in need.hint
    officers = browser_of(officer)
    form = officers.get(need.address).context["form"]
    assert form["date"].value() == date(2016, 6, 1)
    for day in ("2016-02-31", "June"):
        form = officers.get("/looked-after/add/", {"date": day}).context["form"]
        assert form["date"].value() is None
    [early] = [one for one in needs_of(officer, date(2016, 5, 31)) if "1 June" in one.words]
    assert (early.address, early.status) == ("", "Can be recorded from 1 June 2016")
    assert early.as_task()["state"] == "blocked"
    for other in (clerk, cast.make_user("officer", subject="dbs"), cast.member()):
        assert not any(need.status == "Asked" for need in needs_of(other, DAY))
    browser.post(at(paper, "ask-for-record"), {"ask": row.request})
    assert RecordRequest.objects.count() == 1
    looked_after.census(council=clerk.council, date=date(2016, 6, 1))
    assert not any(need.status == "Asked" for need in needs_of(officer, DAY))
    assert not any(
        row.request or row.status == "Asked" for row in job_of(clerk, paper, DAY).evidence
    )


@pytest.mark.long
def test_a_request_past_its_day_is_late_and_ends_with_the_report(clerk):
    paper, officer = lacking(clerk)
    RecordRequest.objects.create(
        paper=paper,
        key="looked_after.children",
        start=date(2016, 6, 1),
        end=date(2016, 6, 1),
        due_on=date(2016, 6, 19),
        asked_by=clerk,
        asked_on=DAY,
    )
    assert [need.late for need in needs_of(officer, DAY) if "Record the" in need.words] == [True]
    Paper.objects.filter(pk=paper.pk).update(withdrawn_on=DAY)
    assert not any("Record the" in need.words for need in needs_of(officer, DAY))


def test_what_is_asked_for_must_be_of_this_report(browser, clerk):
    paper, _ = lacking(clerk)
    for rubbish in ({}, {"ask": ""}, {"ask": "position looked_after.children"}, {"ask": "x"}):
        assert browser.post(at(paper, "ask-for-record"), rubbish).status_code == 404
    assert not RecordRequest.objects.exists()


@pytest.mark.long
def test_sections_say_who_has_them_and_how_they_stand(clerk):
    paper = drafts.written(clerk)
    papers.block(paper=paper, slug="wrong", part="body", parent=None, text="[[no.figure]]")
    paper.blocks.filter(slug="purpose").update(carried_from="purpose")
    section = asked.contribution_request(paper=paper, slug="work", part="body")
    found = lines(job_of(clerk, paper, DAY).sections)
    assert found["What was done"] == ("Asked", section.who)
    ContributionRequest.objects.filter(pk=section.pk).update(state=ContributionRequest.HANDED)
    found = lines(job_of(clerk, paper, DAY).sections)
    assert found["What was done"] == ("Ready to check", "You")
    assert ("Copied, not checked", "You") in found.values()
    assert ("Stops the report", "You") in found.values()


@pytest.mark.long
def test_a_commitment_is_answered_in_it(clerk):
    paper = drafts.written(clerk)
    assert "Commitments to answer" not in lines(job_of(clerk, paper, DAY).evidence)
    earlier = papers.issued_paper(slug="first", paper_date=date(2015, 7, 13), meeting=None)
    commitment(paper=earlier, due_on=date(2015, 12, 31))
    assert lines(job_of(clerk, paper, DAY).evidence)["Commitments to answer"] == (
        "To answer",
        "You",
    )


@pytest.mark.long
def test_approval_and_publishing_follow_the_steps_of_the_report(clerk):
    paper = drafts.written(clerk)
    before = lines(job_of(clerk, paper, DAY).closing)
    waits = {"Completed", "Not started", "Cannot start yet"}
    assert {status for status, _ in before.values()} == waits
    assert before["Send for approval"] == ("Not started", "You")
    sent = drafts.sent_and_approved(paper, clerk)
    job = job_of(clerk, sent, DAY)
    after = lines(job.closing)
    assert after["Publish"][0] == "Not started"
    assert after["Send for approval"] == ("Sent", "A clerk")
    assert {status for status, _ in after.values()} == {"Completed", "Sent", *APPROVED}
    assert job.following.title == "Publish"


@pytest.mark.long
def test_the_page_reads_as_a_list_of_tasks_for_those_who_read_drafts(browser, client, clerk):
    paper, _ = lacking(clerk)
    page = words(browser.get(at(paper, "report-job")))
    assert "1. Evidence" in page and "2 of 3 recorded" in page and "Who has what" in page
    assert "Ask Data Officer" in page and "Continue: " in page
    client.force_login(cast.approver())
    seen = words(client.get(at(paper, "report-job")))
    assert "Ask Data Officer" not in seen and "A clerk" in seen


@pytest.mark.long
def test_nothing_is_asked_for_once_the_report_is_sent(browser, clerk):
    paper, _ = lacking(clerk)
    [row] = [row for row in job_of(clerk, paper, DAY).evidence if row.request]
    Paper.objects.filter(pk=paper.pk).update(
        status=Paper.SENT, sent_on=DAY, sent_by=clerk, frozen={}
    )
    answer = browser.post(at(paper, "ask-for-record"), {"ask": row.request}, follow=True)
    assert "The record has been asked for." not in words(answer)
    assert not RecordRequest.objects.exists()


@pytest.mark.long
def test_a_record_is_asked_for_from_the_checks_and_is_asked_for_once(browser, clerk):
    paper, officer = lacking(clerk)
    page = words(browser.get(at(paper, "checks")))
    assert page.count("Ask for the record") == 1
    [row] = [row for row in job_of(clerk, paper, DAY).evidence if row.request]
    assert f'value="{row.request}"' in page
    sent = {"ask": row.request, "back": "checks"}
    answer = browser.post(at(paper, "ask-for-record"), sent)
    assert answer.url == at(paper, "checks")
    after = words(browser.get(answer.url))
    assert "Ask for the record" not in after and "Asked for." in after
    assert RecordRequest.objects.count() == 1
    assert any(need.status == "Asked" for need in needs_of(officer, DAY))
