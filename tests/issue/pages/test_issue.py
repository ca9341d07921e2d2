"""The pages of issue: one press, how far it is, what stopped it, and the hour at which a paper goes
out by itself."""

import re
from datetime import UTC, date, datetime, timedelta
from errno import ENOSPC

import pytest
from django.db import OperationalError

from assurance.records.refusals import Refused
from assurance.runtime.periods import this_moment
from reports.approvals.operations import approvals
from reports.documents import formats, subprocess
from reports.issue import jobs, rules
from reports.issue.models.jobs import IssueJob, IssueSchedule
from reports.issue.operations import jobs as asking_to_issue
from reports.issue.operations import steps
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as writing
from reports.tasks.all_tasks import needs_of
from tests.make import drafts, papers
from tests.page_requests import at, boxes, words

pytestmark = pytest.mark.django_db
PUBLIC = "/netherby/reports/assurance/january-2016/"
HOUR = {"way": "by_itself", **boxes(day="19 1 2016"), "hour": "5pm"}
BEFORE = datetime(2016, 1, 18, 9, tzinfo=UTC)
AFTER = datetime(2016, 1, 19, 17, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def quick_files(monkeypatch):
    """Files that say what they are, in place of rendered ones."""

    def made(document, stem, form):
        ending = formats.ENDINGS[form][0]
        return [formats.RenderedFile(f"{stem}{ending}", "text/plain", form.encode())]

    monkeypatch.setattr(subprocess, "made", made)


@pytest.fixture(autouse=True)
def no_poll_is_near(monkeypatch):
    """A day on which nobody is asked why a report is published."""
    monkeypatch.setattr("reports.issue.views.schedule.today", lambda: drafts.ON)


@pytest.fixture
def clerk(approved):
    """Who sent the paper."""
    return approved[1]


@pytest.fixture
def ready(approved):
    """The paper once it has been approved."""
    return approved[0]


@pytest.fixture
def paper(ready, clerk):
    """The paper while it is being written, with words that nobody has approved."""
    paper = approvals.take_back(paper=ready, by=clerk, on=drafts.ON)
    row = paper.blocks.get(slug="purpose")
    other = {"text": "This paper tells what was audited by the service."}
    writing.change_block(block=row, version=row.version, words=other, by=clerk, on=drafts.ON)
    return paper


def post(browser, paper, page, said):
    """What the page answers to what was typed, with the page that it leads to."""
    return browser.post(at(paper, page), said, follow=True)


def clock(monkeypatch, moment):
    """It is `moment` now."""
    monkeypatch.setattr(jobs, "moment_of_today", lambda: moment)
    monkeypatch.setattr("reports.issue.views.schedule.moment_of_today", lambda: moment)


def test_one_press_publishes_and_says_where_it_is_with_every_file(browser, ready, settings):
    settings.CANDOUR_TODAY = drafts.ON.isoformat()
    answer = post(browser, ready, "issue", {})
    assert answer.redirect_chain[-1][0] == at(ready, "issue")
    page, edition = words(answer), ready.editions.get()
    assert edition.published_at.date() == edition.issued_on == drafts.ON
    assert (
        '<p class="govuk-body" role="status" id="issue-sentence">The report is public.</p>' in page
    )
    assert f'href="{PUBLIC}">http://testserver{PUBLIC}</a>' in page
    assert f"edition-{edition.number}/committee-files.zip" in page and "exempt" not in page
    offered = [one.name for one in answer.context["downloads"]]
    assert {"january-2016.pdf", "january-2016.docx"} <= set(offered)
    for file in answer.context["downloads"]:
        assert f'href="{PUBLIC}edition-1/files/{file.name}">' in page
        assert f"{file.words} ({file.kind}, " in page
    assert [step.state for step in answer.context["so_far"].steps] == ["done"] * 7
    assert "hx-get" not in page and "Publish the report</button>" not in page


def test_what_is_under_way_says_how_far_it_is_and_a_second_press_is_told(browser, ready, settings):
    assert "No one has asked" in words(browser.get(at(ready, "issue-state")))
    settings.JOBS = "worker"
    answer = post(browser, ready, "issue", {})
    assert answer.redirect_chain[-1][0] == at(ready, "issue")
    page = words(answer)
    assert "Step 2 of 6: Web page." in page and "Look again now" in page
    assert f'hx-get="{at(ready, "issue-state")}?seen=done-working' in page
    assert "Publish the report</button>" not in page
    assert "is already being published" in words(post(browser, ready, "issue", {}))
    assert IssueJob.objects.count() == 1
    edition = ready.editions.get()
    files = subprocess.made(None, "january-2016", formats.HTML)
    steps.keep_files(edition=edition, files=files, by=edition.issued_by, on=drafts.ON)
    part = words(browser.get(at(ready, "issue-state")))
    assert '<p hx-swap-oob="innerHTML:#issue-sentence">Step 3 of 6: PDF.</p>' in part
    assert "Step 3 of 6: PDF." in words(browser.get(at(ready, "draft")))
    seen = re.search(r"seen=([a-z-]+)", part)[1]
    same = browser.get(at(ready, "issue-state", seen=seen))
    assert (same.status_code, same.content) == (204, b"")
    assert browser.get(at(ready, "issue-state", seen="done-working")).status_code == 200
    jobs.finish(edition, by=edition.issued_by, on=drafts.ON)
    after = words(browser.get(at(ready, "issue-state")))
    assert f'href="{PUBLIC}">http://testserver{PUBLIC}' in after and "hx-get" not in after
    assert "Publish the report</button>" not in words(browser.get(at(ready, "issue")))


def test_when_every_file_is_made_the_page_says_that_it_is_being_published(browser, ready, settings):
    settings.JOBS = "worker"
    post(browser, ready, "issue", {})
    edition = ready.editions.get()
    for form in formats.FORMATS:
        files = subprocess.made(None, "january-2016", form)
        steps.keep_files(edition=edition, files=files, by=edition.issued_by, on=drafts.ON)
    assert "Step 6 of 6: Make public." in words(browser.get(at(ready, "issue-state")))


@pytest.mark.parametrize("where", [jobs.steps, jobs.subprocess])
def test_a_full_disk_is_said_with_nothing_lost_and_the_press_can_be_made_again(
    browser, clerk, ready, monkeypatch, where
):
    step = "freeze_edition" if where is jobs.steps else "made"

    def full(*args, **said):
        raise OSError(ENOSPC, "full") if step == "made" else OperationalError("disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(where, step, full)
        answer = post(browser, ready, "issue", {})
    assert answer.status_code == 200
    assert rules.DISK_FULL.split(".")[0] in words(answer)
    ready.refresh_from_db()
    assert ready.status == Paper.APPROVED
    if step == "made":
        page = words(browser.get(at(ready, "draft")))
        assert "The report is not public." in page and "Try again</a>" in page
        page = words(browser.get(at(ready, "issue")))
        assert "Publish again</button>" in page and "Problem</strong>" in page
        assert "hx-get" not in page and rules.DISK_FULL in page
        part = words(browser.get(at(ready, "issue-state")))
        assert "Publish again</a>" in part and "hx-get" not in part
    assert "The report is public." in words(post(browser, ready, "issue", {}))


def test_a_try_that_begins_by_itself_says_when(browser, clerk, ready, settings):
    settings.JOBS = "worker"
    run = jobs.begin_issue(ready, by=clerk, on=drafts.ON)
    said = {"sentence": "The disk is full.", "again_at": datetime(2016, 1, 18, 9, 30, tzinfo=UTC)}
    asking_to_issue.record_trouble(run=run, **said, by=clerk, on=drafts.ON)
    for page in ("issue", "draft"):
        assert "again by itself at 09:30" in words(browser.get(at(ready, page)))


def test_the_hour_is_set_changed_and_cleared_on_one_page_and_what_is_none_refused(
    browser, ready, monkeypatch
):
    clock(monkeypatch, BEFORE)
    assert "How the report is published has been saved" in words(post(browser, ready, "hour", HOUR))
    assert IssueSchedule.objects.get().at == AFTER
    page = words(browser.get(at(ready, "draft")))
    assert "It is published by itself on 19 January 2016 at 17:00" in page
    assert 'value="17:00"' in words(browser.get(at(ready, "hour")))
    post(browser, ready, "hour", {**HOUR, "hour": "9.30"})
    assert IssueSchedule.objects.get().at == datetime(2016, 1, 19, 9, 30, tzinfo=UTC)
    post(browser, ready, "hour", {"way": "by_hand"})
    assert not IssueSchedule.objects.exists()
    assert post(browser, ready, "hour", {"way": "by_hand"}).status_code == 200
    for said, sentence in NO_HOURS:
        assert sentence in words(post(browser, ready, "hour", said))
    assert not IssueSchedule.objects.exists()


def test_who_publishes_before_an_election_is_warned_wherever_a_day_is_chosen(
    browser, ready, monkeypatch
):
    monkeypatch.setattr("reports.issue.views.schedule.today", lambda: date(2016, 1, 18))
    clock(monkeypatch, BEFORE)
    text = "is in the time before the by-election in Walmgate ward"
    assert "before the by-election" not in words(browser.get(at(ready, "issue")))
    post(browser, ready, "hour", HOUR)
    assert text not in words(browser.get(at(ready, "hour")))
    papers.election(date(2016, 1, 21), council=ready.council)
    assert f"19 January 2016 {text}" in words(browser.get(at(ready, "hour")))
    half_past = {**HOUR, "hour": "9.30", "poll_reason": "The law sets the day."}
    page = words(post(browser, ready, "hour", half_past))
    assert "How the report is published has been saved" in page and f"2016 {text}" in page
    later = {**HOUR, **boxes(day="22 1 2016")}
    assert text not in words(post(browser, ready, "hour", later))
    post(browser, ready, "hour", {"way": "by_hand"})
    assert f"18 January 2016 {text}" in words(browser.get(at(ready, "issue")))


NO_HOURS = [
    ({}, "Choose how the report is published"),
    ({"way": "by_itself"}, "Enter the date of publication"),
    ({**HOUR, "hour": ""}, "Enter the hour"),
    ({**HOUR, "hour": "noon"}, "Enter a time such as 17:00"),
    ({**HOUR, **boxes(day="18 1 2016"), "hour": "8:59"}, "Choose an hour that is still to come"),
    ({**HOUR, **boxes(day="27 3 2016"), "hour": "1:30"}, "there is no 01:30"),
]


def test_at_its_hour_an_approved_paper_is_issued_and_not_before(ready, clerk, monkeypatch):
    set_for(ready, clerk)
    clock(monkeypatch, AFTER - timedelta(seconds=1))
    jobs.issue_due.func()
    ready.refresh_from_db()
    assert ready.status == Paper.APPROVED
    clock(monkeypatch, AFTER)
    jobs.issue_due.func()
    jobs.issue_due.func()
    ready.refresh_from_db()
    assert (ready.status, ready.editions.count()) == (Paper.ISSUED, 1)
    assert not IssueSchedule.objects.exists()


def test_a_paper_that_is_not_approved_at_its_hour_says_so_and_is_not_issued_later_by_itself(
    browser, paper, clerk, monkeypatch
):
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=drafts.ON)
    set_for(paper, clerk)
    clock(monkeypatch, AFTER)
    jobs.issue_due.func()
    jobs.issue_due.func()
    (need,) = [one for one in needs_of(clerk, drafts.ON) if one.status == "Hour has passed"]
    assert need.hint == "It was not published at its hour, because it was not approved in time."
    assert "not approved in time. Its hour was" in words(browser.get(at(paper, "draft")))
    drafts.approve(paper)
    jobs.issue_due.func()
    paper.refresh_from_db()
    assert paper.status == Paper.APPROVED


def test_what_refuses_the_issue_at_its_hour_is_said(ready, clerk, monkeypatch):
    set_for(ready, clerk)

    def refused(*args, **said):
        raise Refused("The finance approval is missing.")

    monkeypatch.setattr(jobs, "begin_issue", refused)
    clock(monkeypatch, AFTER)
    jobs.issue_due.func()
    assert IssueSchedule.objects.get().missed == "The finance approval is missing."
    assert str(IssueSchedule.objects.get()).endswith("19 January 2016 17:00")


def test_an_hour_is_set_for_a_sent_paper_and_only_one_that_is_set_taken_back(
    ready, clerk, browser, paper, monkeypatch
):
    with pytest.raises(Refused, match="No hour is set"):
        asking_to_issue.clear_hour(paper=ready, by=clerk, on=drafts.ON)
    clock(monkeypatch, BEFORE)
    assert "Send the report for approval before" in words(post(browser, paper, "hour", HOUR))


def test_an_issue_whose_job_ended_without_a_word_is_put_in_the_queue_again_or_says_so(
    ready, clerk, settings, monkeypatch
):
    settings.JOBS = "worker"
    run = jobs.begin_issue(ready, by=clerk, on=drafts.ON)
    tasks = jobs.DBTaskResult.objects
    later = this_moment() + timedelta(minutes=2)
    monkeypatch.setattr(jobs, "this_moment", lambda: later)
    jobs.resume_abandoned.func()
    assert tasks.count() == 1
    tasks.all().delete()
    jobs.resume_abandoned.func()
    assert tasks.get().args_kwargs == {"args": [run.pk], "kwargs": {}}
    tasks.update(status="FAILED")
    jobs.resume_abandoned.func()
    run.refresh_from_db()
    assert (run.state, run.trouble) == (IssueJob.STOPPED, rules.UNFORESEEN)
    assert str(run) == "Assurance report: Not published"


def set_for(paper, clerk):
    """The paper is issued at five on 19 January 2016."""
    asking_to_issue.set_hour(paper=paper, at=AFTER, now=BEFORE, by=clerk, on=drafts.ON)
