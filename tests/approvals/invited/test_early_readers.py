"""Early readers read a paper from its approval to its issue; each reading is kept and told."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse

from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from assurance.runtime import email_states
from assurance.runtime.periods import this_moment
from reports.approvals import rules as rules
from reports.approvals.models.guests import EarlyReader, EarlyReading
from reports.approvals.operations import approvals, emergency_issue, guests
from reports.documents import formats
from reports.papers.models.papers import Paper
from reports.tasks.all_tasks import needs_of
from tests import cast
from tests.issue.test_issue import frozen, published
from tests.make import papers
from tests.make.drafts import ON, approve, written
from tests.page_requests import at, boxes, browser_of, errors, words

pytestmark = pytest.mark.django_db
EMAIL = "quillon.ashgrove@partner.example"
ELSE = {"post": "Chair of the Board", "email": EMAIL}
SENT_ON = boxes(from_on="18 1 2016")


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which everything happens, and a mail server."""
    settings.CANDOUR_TODAY = ON.isoformat()
    settings.PUBLIC_ADDRESS = "https://papers.netherby.example"


def linked(row, on=ON):
    """The address of a new link for `row`."""
    _, named = guests.seal_link(row=row, by=row.asked_by, on=on)
    return reverse("approvals:early-link", args=[named])


def on_screen(row):
    """How often the page was read by `row`."""
    return row.readings.filter(form=EarlyReading.PAGE).count()


@pytest.mark.long
def test_somebody_by_link_reads_it_once_it_is_approved_and_not_after_its_issue(client):
    elsewhere = cast.make_council("elsewhere")
    clerk, approver = cast.clerk(elsewhere), cast.approver(elsewhere)
    paper = written(clerk)
    browser = browser_of(clerk)
    listed = at(paper, "early-readers")
    assert listed in words(browser.get(at(paper, "draft")))
    page = words(browser.post(listed, {**ELSE, **SENT_ON}, follow=True))
    assert "They are on the list, and were sent a link." in page and "Chair of the Board" in page
    (letter,) = mail.outbox
    assert letter.to == [EMAIL] and "as Chair of the Board" in letter.body
    root, _, rest = letter.body.partition("https://papers.netherby.example")
    address = rest.split()[0]
    assert root and EMAIL not in address
    answer = client.get(address)
    assert answer.status_code == 403 and "once it has been approved" in words(answer)
    paper = approve(approvals.send_for_approval(paper=paper, by=clerk, on=ON), approver)
    answer = client.get(address)
    page = words(answer)
    assert answer.status_code == 200 and "This report is not published yet." in page
    assert "This copy is for the Chair of the Board alone" in page and "Managers audited" in page
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["Cache-Control"] == "private, no-store"
    row = EarlyReader.objects.get()
    assert on_screen(row) == 1 and row.readings.get().digest == paper.frozen_digest
    entry = HistoryEntry.objects.get(what="papers.read_early")
    assert entry.who == f"link of {row.history_name}" and EMAIL not in str(entry.changes)
    assert "18 January 2016" in words(browser.get(listed))
    published(frozen(paper, clerk), clerk)
    assert client.get(address).headers["Location"] == "/elsewhere/reports/assurance/january-2016/"
    public = words(client.get("/elsewhere/reports/assurance/january-2016/"))
    assert "Who could read this report before it was published" in public
    assert "<li>Chair of the Board, from 18 January 2016</li>" in public and EMAIL not in public


def test_somebody_with_an_account_finds_it_on_their_first_page(approved):
    paper, clerk, _ = approved
    member = cast.member()
    browser, listed = browser_of(clerk), at(paper, "early-readers")
    said = {"who": f"account-{member.pk}", **SENT_ON}
    assert "They are on the list." in words(browser.post(listed, said, follow=True))
    assert not mail.outbox
    assert errors(browser.post(listed, said))["__all__"] == ["They are named already."]
    (need,) = [one for one in needs_of(member, ON) if "before it is published" in one.status]
    assert need.address == reverse("approvals:early", args=[EarlyReader.objects.get().pk])
    assert "Managers audited" in words(browser_of(member).get(need.address))
    other = browser_of(cast.member()).get(need.address)
    assert other.status_code == 404
    published(frozen(paper, clerk), clerk)
    assert not [one for one in needs_of(member, ON) if one.address == need.address]
    assert browser_of(member).get(need.address).status_code == 302


def test_a_post_of_the_directory_is_sent_a_link_to_its_own_address(approved):
    paper, clerk, _ = approved
    post = papers.post(slug="leader", title="Leader of the Council")
    said = {"who": f"post-{post.pk}", **SENT_ON}
    browser_of(clerk).post(at(paper, "early-readers"), said)
    row = EarlyReader.objects.get()
    assert (row.post, row.email) == ("Leader of the Council", post.email)
    assert row.last_email.state == email_states.SENT and mail.outbox[0].to == [post.email]


def test_the_pdf_says_for_whom_it_is_and_its_reading_is_kept(client, monkeypatch, approved):
    paper, _, _ = approved
    row = papers.early_reader(paper=paper)
    drawn = []
    monkeypatch.setattr(formats, "pdf", lambda document, stem: drawn.append(document) or b"%PDF")
    answer = client.get(f"{linked(row)}paper.pdf")
    assert answer.content == b"%PDF" and "january-2016-DRAFT.pdf" in str(answer.headers)
    (document,) = drawn
    assert document.draft and "for the Chair of the Board alone" in document.notices[0].runs[0].text
    assert row.readings.get().form == EarlyReading.PDF


def test_a_link_ends_with_the_list(client, approved):
    paper, clerk, _ = approved
    row = papers.early_reader(paper=paper)
    address = linked(row)
    assert client.get(address).status_code == 200
    browser = browser_of(clerk)
    ending = at(paper, "end-early-reader", row.pk)
    assert "They are off the list" in words(browser.post(ending, follow=True))
    gone = client.get(address)
    assert gone.status_code == 410 and "no longer on the list" in words(gone)
    assert "taken off the list already" in words(browser.post(ending, follow=True))
    assert on_screen(row) == 1


def test_a_link_is_made_by_hand_and_shown_once(settings, client, approved):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    paper, clerk, _ = approved
    browser = browser_of(clerk)
    page = words(browser.post(at(paper, "early-readers"), {**ELSE, **SENT_ON}, follow=True))
    assert "no e-mail was sent: This service has no mail server" in page
    row = EarlyReader.objects.get()
    making = at(paper, "early-reader-link", row.pk)
    answer = browser.post(making)
    address = answer.context["address"].removeprefix("http://testserver")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert client.get(address).status_code == 200
    guests.end_reader(row=row, by=clerk, on=ON)
    assert "You can make a link only for a person" in words(browser.post(making, follow=True))


@pytest.mark.long
def test_who_is_named_for_the_first_edition_is_not_for_the_second(client, approved):
    paper, clerk, _ = approved
    row = papers.early_reader(paper=paper, from_on=ON)
    late = papers.early_reader(paper=paper, from_on=ON + timedelta(days=1), email="b@b.example")
    published(frozen(paper, clerk), clerk)
    with pytest.raises(Refused, match="everyone can read it"):
        guests.name_reader(paper=paper, post="Leader", email=EMAIL, from_on=ON, by=clerk, on=ON)
    with pytest.raises(Refused, match="can no longer change"):
        guests.end_reader(row=row, by=clerk, on=ON)
    edition = paper.editions.get()
    assert list(edition.early_readers) == [row] and late.is_issued
    paper.refresh_from_db()
    paper = approvals.begin_correction(paper=paper, by=clerk, on=ON)
    said = {"paper": paper, "post": "Leader", "email": EMAIL, "from_on": ON}
    again = guests.name_reader(**said, by=clerk, on=ON)
    assert again.before_edition == 2 and not again.is_issued and row.is_issued
    assert client.get(linked(row)).status_code == 302


@pytest.mark.long
def test_nobody_could_read_early_what_was_issued_in_an_emergency_unless_they_had():
    clerk = cast.clerk(cast.make_council("elsewhere"))
    paper = approvals.send_for_approval(paper=written(clerk), by=clerk, on=ON)
    papers.early_reader(paper=paper, from_on=ON)
    had = papers.early_reader(paper=paper, from_on=ON, post="Leader", email="leader@b.example")
    guests.note_reading(row=had, form=EarlyReading.PAGE, at=this_moment(), by=clerk, on=ON)
    said = {"seen": paper.frozen_digest, "reason": "The court sits.", "by": clerk, "on": ON}
    emergency_issue.allow_emergency(paper=paper, **said)
    edition = published(frozen(paper, clerk), clerk)
    assert list(edition.early_readers) == [had]


def test_a_day_to_come_is_waited_for(client, approved):
    paper, _, _ = approved
    row = papers.early_reader(paper=paper, from_on=ON + timedelta(days=2))
    answer = client.get(linked(row))
    assert answer.status_code == 403 and "from 20 January 2016 on" in words(answer)
    assert rules.why_not_yet(Paper.SENT, ON, ON) and not rules.why_not_yet("approved", ON, ON)


def test_the_database_keeps_one_way_in_and_an_end_whole():
    row = papers.early_reader()
    assert str(row).startswith("Chair of the Board reads")
    assert str(EarlyReading(reader=row, read_at=ON)).endswith(f"at {ON}")
    rows = EarlyReader.objects.filter(pk=row.pk)
    for broken in ({"email": ""}, {"ended_on": ON}, {"reader": row.asked_by}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**broken)
