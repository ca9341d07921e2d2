"""A report that was sent back to its writers: who, when and why, wherever they take it up."""

from datetime import date

import pytest
from django.urls import reverse

from reports.approvals.models.guests import RETURNED
from reports.approvals.operations import approvals, guests
from reports.papers.models.papers import Paper
from reports.papers.models.rounds import SentRound, last_return
from reports.tasks.all_tasks import needs_of
from reports.tasks.job.cards import cards_of
from tests import cast
from tests.make import drafts
from tests.page_requests import at, browser_of, words

pytestmark = pytest.mark.django_db
ON, LATER = drafts.ON, date(2016, 1, 20)
REMARKS = "Say why so few were audited.\nLeave out the second table."
OUTSIDE = {"name": "Ruth Vane", "post": "Chair of the Safeguarding Board"}


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which the pages are opened."""
    settings.CANDOUR_TODAY = LATER.isoformat()


def sent(clerk):
    """A report that waits for its approval."""
    return approvals.send_for_approval(paper=drafts.written(clerk), by=clerk, on=ON)


def returned(clerk, by):
    """The same once an approver has sent it back."""
    approvals.return_to_writers(paper=sent(clerk), remarks=REMARKS, by=by, on=LATER)
    return Paper.objects.get()


@pytest.mark.long
def test_each_page_of_its_writers_says_by_whom_when_and_why(clerk):
    approver = cast.approver()
    paper, browser = returned(clerk, approver), browser_of(clerk)
    sentence = f"{approver} sent this report back on 20 January 2016."
    for page in ("report-job", "checks", "draft"):
        text = words(browser.get(at(paper, page)))
        assert sentence in text and "Say why so few were audited." in text
        assert "Leave out the second table." in text
    section = words(browser.get(at(paper, "section", "work")))
    assert sentence in section and f'href="{at(paper, "report-job")}"' in section


def test_the_home_of_a_clerk_shows_that_it_was_sent_back_and_the_beginning_of_why(clerk):
    approver = cast.approver()
    returned(clerk, approver)
    (card,) = cards_of(clerk, LATER)
    assert card.status == "Sent back"
    home = words(browser_of(clerk).get(reverse("home")))
    assert f"Sent back on 20 January 2016 by {approver}: “Say why so few" in home
    (need,) = [row for row in needs_of(clerk, LATER) if row.words == card.title]
    assert need.status == "Sent back" and f"by {approver}" in need.hint


@pytest.mark.long
def test_a_long_remark_is_cut_on_the_home_alone(clerk):
    text = "again ".join(str(number) for number in range(200))
    paper, browser = sent(clerk), browser_of(clerk)
    approvals.return_to_writers(paper=paper, remarks=text, by=cast.approver(), on=LATER)
    assert text in words(browser.get(at(paper, "report-job")))
    home = words(browser.get(reverse("home")))
    assert "10again" in home and "190again" not in home


def test_an_approver_without_an_account_is_named_too(clerk):
    paper = sent(clerk)
    row = guests.ask_outside(
        paper=paper, **OUTSIDE, email="ruth@partner.example", is_needed=True, by=clerk, on=ON
    )
    guests.decide_outside(
        row=row, decision=RETURNED, seen=paper.frozen_digest, remarks=REMARKS, by=clerk, on=LATER
    )
    last = last_return(Paper.objects.get())
    assert last.summary == (
        "Sent back on 20 January 2016 by Ruth Vane, Chair of the Safeguarding Board"
    )


@pytest.mark.long
def test_without_its_round_a_return_has_its_remarks_alone(clerk):
    paper = returned(clerk, cast.approver())
    SentRound.objects.all().delete()
    last = last_return(paper)
    assert (last.sentence, last.on) == ("An approver sent this report back.", None)
    assert last.summary == "Sent back by an approver"


@pytest.mark.long
def test_no_page_says_so_before_or_of_a_report_that_was_sent_again_or_taken_back(clerk):
    paper = drafts.written(clerk)
    assert last_return(paper) is None
    approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    approvals.return_to_writers(
        paper=Paper.objects.get(), remarks=REMARKS, by=cast.approver(), on=ON
    )
    approvals.send_for_approval(paper=Paper.objects.get(), by=clerk, on=LATER)
    assert last_return(Paper.objects.get()) is None
    approvals.take_back(paper=Paper.objects.get(), by=clerk, on=LATER)
    assert last_return(Paper.objects.get()) is None
    assert [card.status for card in cards_of(clerk, LATER)] == ["In progress"]
