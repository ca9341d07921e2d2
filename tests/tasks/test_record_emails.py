"""Who may record what a report asks for is told by e-mail once, with the page, and no more."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse

from assurance.records.email import OutgoingEmail
from assurance.records.history import HistoryEntry
from reports.editor.operations.record_requests import request_records
from reports.papers.evidence import evidence
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.papers.models.record_requests import RecordRequest
from reports.tasks.job.job import job_of
from reports.tasks.record_emails import send_due
from tests import cast
from tests.make import looked_after
from tests.page_requests import at
from tests.tasks.pages.test_job import lacking

pytestmark = pytest.mark.django_db
DAY = date(2016, 6, 20)
DUE = date(2016, 7, 1)


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which it is asked."""
    settings.CANDOUR_TODAY = "2016-06-20"


@pytest.fixture
def asked(clerk):
    """(report, officer, clerk): a count that is not there was asked for."""
    paper, officer = lacking(clerk)
    rows = [row for row in evidence(read(paper)) if row.is_lacking]
    request_records(paper=paper, rows=rows, due_on=DUE, by=clerk, on=DAY)
    return paper, officer, clerk


def send(by, on=DAY):
    """The lines of what was sent, and the letters so far."""
    return send_due(by=by, on=on), [(letter.to, letter.body) for letter in mail.outbox]


def test_asking_writes_one_e_mail_which_goes_off_the_request_with_the_page(asked):
    paper, officer, clerk = asked
    assert mail.outbox == [] and OutgoingEmail.objects.get().state == "waiting"
    told, [(to, body)] = send(clerk)
    assert to == [officer.email] and len(told) == 1
    [request] = RecordRequest.objects.all()
    assert f"- the {request.what} of 1 June 2016, by 1 July 2016\n" in body
    assert f"{clerk.name} asks for what the report “{paper.title}” will be counted" in body
    assert reverse("looked_after:add") in body and "http" in body
    # It names nobody but the office that asks, and says no number.
    assert officer.name not in body and str(officer.pk) not in mail.outbox[0].subject
    actions = HistoryEntry.objects.about(request).values_list("what", flat=True)
    assert set(actions) == {"papers.begin_mail", "papers.note_mail"}
    assert send(clerk, DAY + timedelta(days=1))[0] == [] and len(mail.outbox) == 1


def test_asking_again_for_the_same_sends_nothing_more(asked):
    paper, _, clerk = asked
    send(clerk)
    rows = [row for row in evidence(read(paper)) if row.is_lacking]
    assert request_records(paper=paper, rows=rows, due_on=DUE, by=clerk, on=DAY) == []
    assert send(clerk)[0] == [] and len(mail.outbox) == 1


def test_two_records_of_one_page_are_asked_for_in_one_e_mail(clerk):
    paper, _ = lacking(clerk)
    paper.named_dates.filter(name="comparison").update(start=date(2015, 6, 1), end=date(2015, 6, 1))
    paper = Paper.objects.get(pk=paper.pk)
    rows = [row for row in evidence(read(paper)) if row.is_lacking]
    request_records(paper=paper, rows=rows, due_on=DUE, by=clerk, on=DAY)
    send(clerk)
    pages = {request.page for request in RecordRequest.objects.all()}
    assert len(mail.outbox) == len(pages)
    lines = [line for letter in mail.outbox for line in letter.body.splitlines()]
    asked_for = [line for line in lines if line.startswith("- the ")]
    assert len(asked_for) == RecordRequest.objects.count() == len(rows)


def test_nothing_is_sent_of_what_is_recorded_by_then_or_of_a_report_that_was_sent(asked):
    paper, _, clerk = asked
    looked_after.census(
        council=paper.council, cohort=looked_after.children_looked_after(), date=date(2016, 6, 1)
    )
    send(clerk)
    assert mail.outbox == []


def test_a_report_that_is_no_longer_written_asks_nobody(asked):
    paper, _, clerk = asked
    Paper.objects.filter(pk=paper.pk).update(
        status=Paper.SENT, sent_on=DAY, sent_by=clerk, frozen={}
    )
    send(clerk)
    assert mail.outbox == []


def test_who_may_not_record_it_is_not_told(asked):
    paper, officer, clerk = asked
    other = cast.make_user("officer", council=paper.council, subject="reviews", name="Reviews")
    elsewhere = cast.officer(cast.make_council("other"))
    officer.is_active = False
    officer.save()
    send(clerk)
    to = {address for letter in mail.outbox for address in letter.to}
    assert not to & {other.email, elsewhere.email, officer.email}


def test_one_press_of_the_job_page_tells_them(browser, clerk):
    paper, officer = lacking(clerk)
    [row] = [row for row in job_of(clerk, paper, DAY).evidence if row.request]
    browser.post(at(paper, "ask-for-record"), {"ask": row.request})
    send(clerk)
    assert [letter.to for letter in mail.outbox] == [[officer.email]]
