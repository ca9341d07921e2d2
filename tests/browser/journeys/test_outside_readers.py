"""People without an account, before and after an issue: the chair of a partner board approves by a
link, a post on the list reads early, anybody asks for another format; and the clerk's pages of
them, in an emergency too."""

import pytest
from django.urls import reverse

from reports.approvals.operations import approvals, emergency_issue, guests
from reports.papers.models.papers import Paper
from reports.publication.models.format_requests import FormatRequest
from tests import cast
from tests.browser.forms import send, send_refused
from tests.browser.reading import assert_refused, assert_sound
from tests.issue.test_issue import frozen, published
from tests.make import drafts

pytestmark = pytest.mark.long

PAPER, DRAFT = "/netherby/reports/assurance/january-2016/", "/reports/assurance/january-2016/"
CHAIR = {"name": "Ruth Vane", "post": "Chair of the Board", "email": "ruth@partner.example"}


@pytest.fixture
def by_clerk(prepared, settings):
    """Who does what is done beside the page, and on which day."""
    settings.CANDOUR_TODAY = drafts.ON.isoformat()
    return {"by": prepared, "on": drafts.ON}


@pytest.fixture
def sent(by_clerk):
    """A paper that was sent for approval."""
    paper = drafts.written(by_clerk["by"], with_records=False)
    return approvals.send_for_approval(paper=paper, **by_clerk)


def link(row, name, said):
    """The address of a link for `row`."""
    return reverse(name, args=[guests.seal_link(row=row, **said)[1]])


def test_a_chair_approves_by_a_link_and_a_post_on_the_list_reads_early(page, sent, by_clerk):
    row = guests.ask_outside(paper=sent, is_needed=True, **CHAIR, **by_clerk)
    whom = {"post": "Leader of the Council", "email": "leader@netherby.example"}
    reader = guests.name_reader(paper=sent, from_on=drafts.ON, **whom, **by_clerk)
    to_read = link(reader, "approvals:early-link", by_clerk)
    page.goto(to_read)
    assert page.is_visible("text=once it has been approved")
    page.complaints.clear()
    assert_sound(page)
    page.goto(link(row, "approvals:outside", by_clerk))
    send_refused(page, "Send your decision")
    page.check("input[value=approved]")
    send(page, "Send your decision", "We have your decision")
    drafts.approve(Paper.objects.get(pk=sent.pk))
    page.goto(to_read)
    assert page.is_visible("text=This report is not published yet.")
    assert_sound(page)


def test_the_clerk_lists_them_and_issues_in_an_emergency(page, sign_in, sent, by_clerk):
    guests.ask_outside(paper=sent, is_needed=False, **CHAIR, **by_clerk)
    sign_in(page, by_clerk["by"])
    page.goto(f"{DRAFT}outside/")
    assert page.is_visible("text=Ruth Vane, Chair of the Board")
    page.goto(f"{DRAFT}early/")
    page.click("button:text-is('Put them on the list')")
    assert_refused(page)
    page.fill("#id_post", "Leader of the Council")
    page.fill("#id_email", "leader@netherby.example")
    send(page, "Put them on the list", "They are on the list")
    assert_sound(page)
    urgent = {"seen": sent.frozen_digest, "reason": "The court sits on Monday."}
    row = emergency_issue.allow_emergency(paper=sent, **urgent, **by_clerk)
    published(frozen(sent, by_clerk["by"]), by_clerk["by"])
    page.goto(PAPER)
    assert page.is_visible("text=No approver has reviewed this edition yet.")
    assert not page.is_visible("text=Who could read this report before it was published")
    assert_sound(page)
    page.click("footer >> text=Ask for another format or language")
    page.check("input[value=language]")
    page.fill("#id_contact", "01632 960077")
    send_refused(page, "Ask for it")
    page.fill("#id_language", "Bengali")
    send(page, "Ask for it", "We have your request")
    assert FormatRequest.objects.count() == 1
    sign_in(page, cast.approver())
    page.goto(reverse("issue:look-again-at", args=[row.pk]))
    assert_sound(page)
