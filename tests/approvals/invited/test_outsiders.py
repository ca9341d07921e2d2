"""Somebody from outside decides on one paper by a link that works once; the paper waits for
them."""

import re

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse

from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.refusals import Refused
from reports.approvals import requirements
from reports.approvals.models.guests import APPROVED, RETURNED, OutsideApprover
from reports.approvals.operations import approvals, guests
from reports.documents.document import from_json
from reports.documents.document import text_of as printed
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as writing
from tests import cast
from tests.issue.test_issue import frozen
from tests.make import papers
from tests.make.drafts import ON, approve, with_reasons
from tests.page_requests import at, browser_of, errors, words

pytestmark = pytest.mark.django_db
NAME, POST, EMAIL = "Ruth Vane", "Chair of the Safeguarding Board", "ruth@partner.example"
ASKED = {"name": NAME, "post": POST, "email": EMAIL}
WHO = f"{NAME}, {POST}"


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which everything happens."""
    settings.CANDOUR_TODAY = ON.isoformat()


def asked(paper, clerk, **said):
    """Somebody from outside whom `clerk` asks."""
    told = {**ASKED, "is_needed": True, **said}
    return guests.ask_outside(paper=paper, by=clerk, on=ON, **told)


def linked(row):
    """The address of a new link for `row`."""
    _, named = guests.seal_link(row=row, by=row.asked_by, on=ON)
    return reverse("approvals:outside", args=[named])


def decided(row, decision=APPROVED, remarks=""):
    """The row once they have decided on what lies before them."""
    paper = Paper.objects.get(pk=row.paper_id)
    said = {"decision": decision, "seen": paper.frozen_digest, "remarks": remarks}
    return guests.decide_outside(row=row, by=row.asked_by, on=ON, **said)


def status_of(paper):
    """The paper's state now."""
    paper.refresh_from_db()
    return paper.status


def test_they_are_asked_read_and_approve_and_the_paper_waits_for_them(sent, client):
    paper, clerk = sent
    browser, listed = browser_of(clerk), at(paper, "outside-list-of")
    assert listed in words(browser.get(at(paper, "draft")))
    page = words(browser.post(listed, {**ASKED, "is_needed": "on"}, follow=True))
    assert "They have been asked, and were sent a link." in page and WHO in page
    (letter,) = mail.outbox
    assert letter.to == [EMAIL] and NAME not in letter.body
    address = re.search(r"/early/approve/\S+", letter.body).group()
    approve(paper)
    assert status_of(paper) == Paper.SENT
    assert f"It waits for {WHO}." in words(browser.get(at(paper, "draft")))
    answer = client.get(address)
    page = words(answer)
    assert "before this report can be published" in page and "Managers audited" in page
    assert "Every figure in the report" in page
    assert answer.headers["Cache-Control"] == "private, no-store"
    said = {"decision": APPROVED, "seen": paper.frozen_digest}
    done = client.post(address, said, follow=True)
    assert "We have your decision" in words(done)
    assert status_of(paper) == Paper.APPROVED
    document = from_json(frozen(paper, clerk).document)
    assert f"{WHO}, 18 January 2016" in printed(document.sections)
    row = OutsideApprover.objects.get()
    entry = HistoryEntry.objects.get(what="papers.decide_outside")
    assert entry.who == f"link of {row.history_name}"
    chain = str([one.changes for one in HistoryEntry.objects.all()])
    assert NAME not in chain and EMAIL not in chain
    assert HistoryDetail.objects.filter(field="email").exists()


@pytest.mark.long
def test_they_send_it_back_with_what_should_change(sent, client):
    paper, clerk = sent
    row = asked(paper, clerk)
    address = linked(row)
    assert set(errors(client.post(address, {}))) == {"decision"}
    half = client.post(address, {"decision": RETURNED, "seen": paper.frozen_digest})
    assert errors(half)["remarks"] == ["Enter what should change"]
    said = {"decision": RETURNED, "seen": paper.frozen_digest, "remarks": "Name the board."}
    assert client.post(address, said).status_code == 302
    assert status_of(paper) == Paper.WRITING
    assert paper.returned_because == "Name the board." and not paper.frozen
    assert "Name the board." in words(browser_of(clerk).get(at(paper, "outside-list-of")))


def test_a_link_ends_when_they_are_asked_no_longer(sent, client):
    paper, clerk = sent
    row = asked(paper, clerk)
    address = linked(row)
    approve(paper)
    browser = browser_of(clerk)
    ending = at(paper, "end-outside", row.pk)
    assert "They are no longer asked" in words(browser.post(ending, follow=True))
    gone = client.get(address)
    assert gone.status_code == 410 and "This link has been withdrawn." in words(gone)
    assert status_of(paper) == Paper.APPROVED
    assert "closed already" in words(browser.post(ending, follow=True))


def test_what_changed_while_they_read_is_read_again(sent, client):
    paper, clerk = sent
    address = linked(asked(paper, clerk))
    stale = client.post(address, {"decision": APPROVED, "seen": "0" * 64})
    assert "has changed since you opened it" in errors(stale)["__all__"][0]
    assert not paper.approvals.exists()
    approvals.take_back(paper=paper, by=clerk, on=ON)
    gone = client.get(address)
    assert gone.status_code == 410 and "being written again" in words(gone)


@pytest.mark.long
def test_their_approval_stands_while_nothing_changes_and_is_asked_again_when_it_does(sent, client):
    paper, clerk = sent
    row = decided(asked(paper, clerk))
    approvals.take_back(paper=paper, by=clerk, on=ON)
    paper = approvals.send_for_approval(paper=with_reasons(paper, clerk), by=clerk, on=ON)
    assert [one.outsider for one in paper.standing_approvals] == [WHO]
    with pytest.raises(Refused, match="approved the report already"):
        guests.ask_outside_again(row=row, by=clerk, on=ON)
    paper = approvals.take_back(paper=paper, by=clerk, on=ON)
    block = paper.blocks.get(slug="purpose")
    said = {"words": {"text": "This paper tells it all."}, "version": block.version}
    writing.change_block(block=block, by=clerk, on=ON, **said)
    paper.refresh_from_db()
    paper = approvals.send_for_approval(paper=with_reasons(paper, clerk), by=clerk, on=ON)
    approve(paper)
    assert status_of(paper) == Paper.SENT and not paper.standing_approvals.filter(outsider=WHO)
    asking = at(paper, "ask-outside-again", row.pk)
    assert "were sent a link" in words(browser_of(clerk).post(asking, follow=True))
    row.refresh_from_db()
    assert row.decision == "" and row.decided_on is None
    decided(row)
    assert status_of(paper) == Paper.APPROVED


def test_somebody_who_is_not_needed_is_not_waited_for_and_nobody_issues_on_their_word(sent):
    paper, clerk = sent
    row = asked(paper, clerk, is_needed=False)
    decided(row)
    assert status_of(paper) == Paper.SENT
    assert [one.who for one in requirements.missing(requirements.asked_of(paper, ON))] == [
        requirements.ANOTHER_PERSON
    ]
    approve(paper)
    assert status_of(paper) == Paper.APPROVED
    with pytest.raises(Refused, match="before it is approved"):
        asked(paper, clerk, email="other@partner.example")


def test_a_link_is_made_by_hand_where_no_mail_goes(sent, settings, client):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    paper, clerk = sent
    browser, listed = browser_of(clerk), at(paper, "outside-list-of")
    assert "no e-mail was sent" in words(browser.post(listed, ASKED, follow=True))
    row = OutsideApprover.objects.get()
    making = at(paper, "outside-link", row.pk)
    address = browser.post(making).context["address"].removeprefix("http://testserver")
    assert client.get(address).status_code == 200
    decided(row)
    assert "has not decided" in words(browser.post(making, follow=True))


def test_the_database_keeps_a_decision_and_an_end_whole():
    row = papers.outside_approver()
    assert str(row) == "Ruth Vane, Chair of the Board"
    rows = OutsideApprover.objects.filter(pk=row.pk)
    for broken in ({"decision": APPROVED}, {"ended_on": ON}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**broken)


def first_parts(page):
    """The headings of what stands before the whole report on an approver's page."""
    return re.findall(
        r'<h2 class="govuk-heading-m"[^>]*>([^<]*)<', page.split("Read the whole report")[0]
    )


@pytest.mark.long
def test_they_read_first_what_a_signed_in_approver_reads_first(sent, client):
    paper, clerk = sent
    before = papers.issued_paper(council=paper.council, series=paper.series, slug="before")
    papers.edition(paper=before)
    address = linked(asked(paper, clerk))
    page = words(client.get(address))
    theirs = words(browser_of(cast.approver(council=paper.council)).get(at(paper, "approve")))
    assert [item for item in first_parts(theirs) if not item.startswith("Comments")] == first_parts(
        page
    )
    # Nothing there leads to a page that asks them to sign in.
    body = page.split("<main")[1].split("</main")[0]
    assert "/reports/" not in "".join(re.findall(r'href="([^"]*)"', body))
    assert page.count("<h1") == 1


def test_they_ask_for_changes_at_single_paragraphs_and_see_what_became_of_them(sent, client):
    paper, clerk = sent
    row = asked(paper, clerk)
    address = linked(row)
    page = client.get(address)
    [purpose] = [item for item, *_ in page.context["form"].rows() if item.slug == "purpose"]
    said = {"decision": RETURNED, "seen": paper.frozen_digest, "at-purpose": "Name the board."}
    assert client.post(address, said).status_code == 302
    assert status_of(paper) == Paper.WRITING
    where = f"{purpose.where[:1].upper()}{purpose.where[1:]}"
    assert paper.returned_because == f"{where}: Name the board."
    block = paper.blocks.get(slug="purpose")
    changed = {"words": {"text": "The board is named."}, "version": block.version}
    writing.change_block(block=block, by=clerk, on=ON, **changed)
    paper = approvals.send_for_approval(paper=with_reasons(paper, clerk), by=clerk, on=ON)
    row = guests.ask_outside_again(row=OutsideApprover.objects.get(), by=clerk, on=ON)
    again = words(client.get(linked(row)))
    assert "Changes since you returned what was sent on 18 January 2016" in again
    assert "You asked then:" in again and "The board is named." in again


def test_an_approval_with_words_at_a_paragraph_sends_nothing_back(sent, client):
    paper, clerk = sent
    address = linked(asked(paper, clerk))
    said = {"decision": APPROVED, "seen": paper.frozen_digest, "at-purpose": "Fine."}
    assert client.post(address, said).status_code == 302
    assert OutsideApprover.objects.get().remarks == "" and status_of(paper) == Paper.SENT
