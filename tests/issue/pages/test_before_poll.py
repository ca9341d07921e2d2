"""Whoever publishes a report before a poll says why: once for an hour, for colleagues alone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.refusals import Refused
from reports.approvals.models.poll_reasons import PollReason
from reports.documents import formats, subprocess
from reports.issue import jobs
from reports.issue.models.jobs import IssueSchedule
from reports.issue.operations import jobs as asking_to_issue
from reports.issue.polls import NEEDED
from reports.papers.addresses import edition_address
from reports.papers.models.papers import Paper
from tests.make import drafts, papers
from tests.page_requests import at, boxes, words

pytestmark = pytest.mark.django_db
NOW = datetime(2016, 1, 18, 9, tzinfo=UTC)
TODAY = date(2016, 1, 18)
FIVE = datetime(2016, 1, 19, 17, tzinfo=UTC)
HOUR = {"way": "by_itself", **boxes(day="19 1 2016"), "hour": "5pm"}
LATER = {**HOUR, **boxes(day="22 1 2016")}
WHY = "The committee’s agenda is public by law on that day."
BOX = 'type="text" name="poll_reason"'


@pytest.fixture(autouse=True)
def quick_files(monkeypatch):
    """Files that say what they are, in place of rendered ones."""

    def made(document, stem, form):
        ending = formats.ENDINGS[form][0]
        return [formats.RenderedFile(f"{stem}{ending}", "text/plain", form.encode())]

    monkeypatch.setattr(subprocess, "made", made)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """It is nine on 18 January 2016."""
    monkeypatch.setattr(jobs, "moment_of_today", lambda: NOW)
    monkeypatch.setattr("reports.issue.views.schedule.moment_of_today", lambda: NOW)
    monkeypatch.setattr("reports.issue.views.schedule.today", lambda: TODAY)


@pytest.fixture
def ready(approved):
    """An approved paper of a council that has a poll on 21 January 2016."""
    papers.election(date(2016, 1, 21), council=approved[0].council)
    return approved[0]


def post(browser, paper, page, said):
    """The words of the page that follows."""
    return words(browser.post(at(paper, page), said, follow=True))


@pytest.mark.long
def test_publishing_by_a_press_asks_once_and_says_it_to_colleagues_alone(browser, ready):
    page = words(browser.get(at(ready, "issue")))
    assert "is in the time before the by-election" in page and BOX in page
    assert NEEDED in post(browser, ready, "issue", {"poll_reason": " "})
    assert not ready.editions.exists(), "nothing is frozen before it is said"
    assert "The report is public." in post(browser, ready, "issue", {"poll_reason": WHY})
    assert WHY in words(browser.get(at(ready, "draft")))
    edition = ready.editions.get()
    public = words(Client().get(edition_address(edition)))
    assert edition.title in public
    stored = [bytes(file.content) for file in edition.files.all()]
    assert WHY not in public and not any(WHY.encode() in content for content in stored)
    entry = HistoryEntry.objects.get(what="papers.ask_to_issue")
    assert HistoryDetail.objects.get(seq=entry.seq, field="poll_reason").after == WHY


@pytest.mark.long
def test_no_reason_is_asked_outside_the_time_before_a_poll(browser, approved):
    ready = approved[0]
    assert BOX not in words(browser.get(at(ready, "issue")))
    post(browser, ready, "hour", HOUR)
    assert IssueSchedule.objects.get().at == FIVE
    assert BOX not in words(browser.get(at(ready, "hour")))
    post(browser, ready, "hour", {"way": "by_hand"})
    assert "The report is public." in post(browser, ready, "issue", {})
    assert not PollReason.objects.exists()


def test_an_hour_asks_once_and_again_where_it_changes(browser, ready):
    assert BOX not in words(browser.get(at(ready, "hour"))), "no hour is chosen yet"
    page = post(browser, ready, "hour", HOUR)
    assert "before the poll? (optional)" not in page
    assert NEEDED in page and BOX in page and "19 January 2016 is in the time before" in page
    assert not IssueSchedule.objects.exists()
    post(browser, ready, "hour", {**HOUR, "poll_reason": WHY})
    assert PollReason.objects.get().at == IssueSchedule.objects.get().at == FIVE
    page = words(browser.get(at(ready, "hour")))
    assert WHY in page and "before the poll? (optional)" not in page
    # The same hour again keeps its reason, another one has none yet.
    post(browser, ready, "hour", {**HOUR, "poll_reason": ""})
    assert PollReason.objects.get().reason == WHY
    assert NEEDED in post(browser, ready, "hour", {**HOUR, "hour": "6pm"})
    assert IssueSchedule.objects.get().at == FIVE
    post(browser, ready, "hour", {**HOUR, "hour": "6pm", "poll_reason": "The meeting moved."})
    given = PollReason.objects.get()
    assert (given.reason, given.at) == ("The meeting moved.", FIVE + timedelta(hours=1))
    assert (given.polls, given.polling_on) == (
        "the by-election in Walmgate ward",
        date(2016, 1, 21),
    )
    # After the poll no reason is needed, and the old one has gone with its hour.
    post(browser, ready, "hour", LATER)
    assert not PollReason.objects.exists()
    assert "Readers do not see this" not in words(browser.get(at(ready, "draft")))


NAMING = "The mother of Alfie asked for it."


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    "wrong", [{}, {"way": ""}, {"way": "by_hand"}, {"hour": "noon or so"}, boxes(day="31 2 2016")]
)
def test_a_reason_that_may_name_a_child_is_asked_about_whatever_else_is_sent(browser, ready, wrong):
    post(browser, ready, "hour", {**HOUR, "poll_reason": WHY})
    sent = {**HOUR, "poll_reason": NAMING, **wrong}
    assert "may name a child" in post(browser, ready, "hour", sent)


def test_at_its_hour_it_is_published_without_being_asked_again(browser, ready, monkeypatch):
    post(browser, ready, "hour", {**HOUR, "poll_reason": WHY})
    assert "It is to be published on 19 January 2016 before" in words(
        browser.get(at(ready, "draft"))
    )
    monkeypatch.setattr(jobs, "moment_of_today", lambda: FIVE)
    jobs.issue_due.func()
    ready.refresh_from_db()
    assert ready.status == Paper.ISSUED
    page = words(browser.get(at(ready, "draft")))
    assert "It was published on 19 January 2016 before" in page and WHY in page


@pytest.mark.long
def test_a_publication_that_stopped_goes_on_with_its_reason(browser, ready, monkeypatch):
    def broken(document, stem, form):
        raise OSError("away")

    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "made", broken)
        post(browser, ready, "issue", {"poll_reason": WHY})
    page = words(browser.get(at(ready, "issue")))
    assert "Publish again" in page and BOX not in page
    monkeypatch.setattr("reports.issue.views.schedule.today", lambda: date(2016, 1, 19))
    assert "The report is public." in post(browser, ready, "issue", {})


def test_the_operation_refuses_what_the_page_does(ready, approved):
    doing = {"paper": ready, "at": FIVE, "now": NOW, "by": approved[1], "on": drafts.ON}
    with pytest.raises(Refused, match=NEEDED) as caught:
        asking_to_issue.set_hour(**doing)
    assert caught.value.field == "poll_reason"
    asking_to_issue.set_hour(**doing, poll_reason=WHY)
    asking_to_issue.clear_hour(paper=ready, by=approved[1], on=drafts.ON)
    assert not PollReason.objects.exists()
