"""A link opens one paper in one way; nothing is guessed, stored, or written into a log."""

import logging
from datetime import timedelta

import pytest
from django.core import signing
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.invitations import Invitation
from reports.approvals.models.guests import APPROVED, EarlyReader, EarlyReading, OutsideApprover
from reports.approvals.operations import guests
from reports.contributions.operations import requests
from reports.contributions.rules import LINK_DAYS
from reports.documents import formats
from reports.documents.pdf.file import PdfFault
from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.papers import Paper
from tests import cast
from tests.make import asked, papers
from tests.make.papers import ISSUED_ON
from tests.page_requests import at, browser_of, words

pytestmark = pytest.mark.django_db
WAYS = {
    # The page behind a link → who has one, made for a paper that can be read by it now.
    "approvals:early-link": lambda: papers.early_reader(paper=approved_paper(), from_on=ISSUED_ON),
    "approvals:outside": papers.outside_approver,
    "contributions:by-link": lambda: asked.contribution_request(due_on=ISSUED_ON),
}
MODELS = (EarlyReader, OutsideApprover, ContributionRequest)
every_way = pytest.mark.parametrize("name", WAYS)


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which the links were made, and no try counted against an address yet."""
    cache.clear()
    settings.CANDOUR_TODAY = ISSUED_ON.isoformat()


def approved_paper():
    """A paper that was approved, with the words of a document."""
    row = papers.sent_paper()
    Paper.objects.filter(pk=row.pk).update(status=Paper.APPROVED)
    row.refresh_from_db()
    return row


def made(name):
    """(the row, the words of its link) for the page `name`."""
    row = WAYS[name]()
    return row, newer_link(row)


def newer_link(row):
    """The words of a new link of `row`."""
    said = {"by": cast.clerk(row.council), "on": ISSUED_ON}
    if isinstance(row, ContributionRequest):
        return requests.make_link(section=row, **said)[1]
    return guests.seal_link(row=row, **said)[1]


def everything_kept():
    """The counts of what a decision or a reading would leave."""
    rows = (EarlyReading.objects, HistoryEntry.objects)
    return [one.count() for one in rows], [one.decision for one in OutsideApprover.objects.all()]


@every_way
def test_it_opens_its_own_page_alone(name, client):
    _, named = made(name)
    for other in WAYS:
        expected = 200 if other == name else 404
        assert client.get(reverse(other, args=[named])).status_code == expected


@every_way
def test_words_that_no_link_ever_held_open_nothing(name, client):
    row, named = made(name)
    salt, others = row.SALT, [one.SALT for one in MODELS if one is not type(row)]
    before = everything_kept()
    guessed = [
        "x",
        "%00",
        named[:-1],
        named.swapcase(),
        "a" * 3000,
        *(signing.dumps([row.pk, "key"], salt=other) for other in others),
        signing.dumps([10**30, "key"], salt=salt),
        signing.dumps("words", salt=salt),
    ]
    for words_of_link in guessed:
        assert client.get(reverse(name, args=[words_of_link])).status_code in (400, 404)
    assert everything_kept() == before


@every_way
def test_what_it_shows_is_kept_nowhere_and_its_words_are_in_no_log(name, client, caplog):
    row, named = made(name)
    with caplog.at_level(logging.DEBUG):
        shown = client.get(reverse(name, args=[named]))
        newer_link(row)
        gone = client.get(reverse(name, args=[named]))
    for answer, status in ((shown, 200), (gone, 410)):
        assert answer.status_code == status
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert answer.headers["Referrer-Policy"] == "same-origin"
    assert named not in caplog.text and row.email not in caplog.text


@every_way
def test_a_link_is_kept_as_a_digest_and_in_no_history(name):
    row, named = made(name)
    _, key = signing.loads(named, salt=row.SALT)
    assert len(row.invitation.digest) == 64 and key not in str(vars(row.invitation))
    kept = str(list(HistoryEntry.objects.values()) + list(HistoryDetail.objects.values()))
    assert key not in kept and named not in kept and row.email not in kept
    assert not row.why_link_ended(named, ISSUED_ON)
    assert row.why_link_ended(signing.dumps([row.pk, ""], salt=row.SALT), ISSUED_ON)


@every_way
def test_the_database_keeps_one_link_of_a_record(name):
    row, _ = made(name)
    newer_link(row)
    link = Invitation.objects.about(row).get()
    assert str(link) == f"link of {row._meta.label} {row.pk}"
    fields = {"council": row.council, "model": link.model, "key": row.pk, "digest": "x"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.create(**fields, until=ISSUED_ON)


@every_way
def test_it_ends_with_its_days_or_a_newer_one_and_says_whom_to_ask(name, client, settings):
    row, old = made(name)
    address = reverse(name, args=[newer_link(row)])
    forged = signing.dumps([row.pk, "another"], salt=row.SALT)
    for not_the_newest in (old, forged):
        gone = client.get(reverse(name, args=[not_the_newest]))
        assert gone.status_code == 410 and "A newer link was sent" in words(gone)
        assert row.paper.title not in words(gone).split("<main")[1]
    assert f"Ask {row.asked_by.name} of" in words(gone)
    settings.CANDOUR_TODAY = (ISSUED_ON + timedelta(days=LINK_DAYS)).isoformat()
    assert client.get(address).status_code == 200
    settings.CANDOUR_TODAY = (ISSUED_ON + timedelta(days=LINK_DAYS + 1)).isoformat()
    gone = client.get(address)
    assert gone.status_code == 410 and "This link has expired." in words(gone)


@every_way
def test_it_goes_with_a_paper_that_was_removed(name, client):
    row, named = made(name)
    Paper.objects.filter(pk=row.paper_id).update(withdrawn_on=ISSUED_ON)
    assert client.get(reverse(name, args=[named])).status_code == 404


@every_way
def test_too_many_tries_from_one_place_are_stopped(name, client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"contribution_link": "2/m/ip"}
    _, named = made(name)
    address = reverse(name, args=[named])
    assert [client.get(address).status_code for _ in range(3)] == [200, 200, 429]


@pytest.mark.parametrize("name", ["approvals:early-link", "approvals:outside"])
def test_its_pdf_is_a_draft_and_a_faulty_one_is_refused_in_words(name, client, monkeypatch):
    row, named = made(name)
    address = reverse(f"{name}-pdf", args=[named])
    readings = EarlyReading.objects.filter(reader=row.pk)

    def faulty(*_args):
        raise PdfFault(["A table has no header row."])

    monkeypatch.setattr(formats, "pdf", faulty)
    answer = client.get(address)
    assert answer.status_code == 503 and "no header row" in words(answer)
    assert not readings.exists()
    monkeypatch.setattr(formats, "pdf", lambda document, stem: b"%PDF")
    answer = client.get(address)
    assert answer.content == b"%PDF" and f"{row.paper.slug}-DRAFT.pdf" in str(answer.headers)
    assert readings.exists() is (name == "approvals:early-link")


def test_a_decision_that_comes_twice_at_once_is_one(client):
    row, named = made("approvals:outside")
    address, said = reverse("approvals:outside", args=[named]), {"decision": APPROVED}
    said["seen"] = row.paper.frozen_digest
    first = client.post(address, said)
    second = Client().post(address, said)
    assert (first.status_code, second.status_code) == (302, 410)
    for again in (second, client.get(address)):
        assert again.status_code == 410 and "works for one decision" in words(again)
    assert row.paper.approvals.count() == 1
    assert HistoryEntry.objects.filter(what="papers.decide_outside").count() == 1


def test_nobody_is_seen_or_ended_by_another_councils_clerk_or_through_another_papers_address():
    reader, outsider = papers.early_reader(), papers.outside_approver()
    elsewhere = browser_of(cast.clerk(cast.make_council("elsewhere")))
    for row, ending in ((reader, "end-early-reader"), (outsider, "end-outside")):
        assert elsewhere.post(at(row.paper, ending, row.pk)).status_code == 404
        other = at(papers.paper(), ending, row.pk)
        assert browser_of(cast.clerk()).post(other).status_code == 404
        row.refresh_from_db()
        assert row.ended_on is None
    for name in ("early-readers", "outside-list-of"):
        assert elsewhere.get(at(reader.paper, name)).status_code == 404


@pytest.mark.long
def test_a_member_who_is_not_on_the_list_finds_nothing_at_any_number():
    row = papers.early_reader(email="", reader=cast.member())
    for user in (cast.member(), cast.clerk(), cast.administrator()):
        for number in (row.pk, row.pk + 1, 10**12):
            assert (
                browser_of(user).get(reverse("approvals:early", args=[number])).status_code == 404
            )
    assert not row.readings.exists()
