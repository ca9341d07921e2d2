"""A link into a paper opens that paper, for that purpose and in that way; nothing is guessed; what
it shows stays in no store, and its words in no log."""

import logging

import pytest
from django.core import signing
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from assurance.records.history import HistoryDetail, HistoryEntry
from reports.approvals.models.early_readers import EarlyReader, EarlyReading
from reports.approvals.models.external_approvers import APPROVED, OutsideApprover
from reports.approvals.operations import links
from reports.papers.models.contribution_requests import SALT as OF_SECTIONS
from reports.papers.models.papers import Paper
from tests import cast
from tests.make import papers
from tests.make.papers import ISSUED_ON
from tests.page_requests import at, words

pytestmark = pytest.mark.django_db
WAYS = {
    # The page behind a link → who has one, made for a paper that can be read by it now.
    "papers:early-link": lambda: papers.early_reader(paper=approved_paper(), from_on=ISSUED_ON),
    "papers:outside": papers.outside_approver,
}
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
    by = cast.clerk(row.council)
    return links.seal_link(row=row, by=by, on=ISSUED_ON)


def everything_kept():
    """The counts of what a decision or a reading would leave."""
    rows = (EarlyReading.objects, HistoryEntry.objects)
    return [one.count() for one in rows], [one.decision for one in OutsideApprover.objects.all()]


@every_way
def test_it_opens_its_own_page_alone(name, client):
    _, named = made(name)
    assert client.get(reverse(name, args=[named])).status_code == 200
    for other in ("papers:early-link", "papers:outside", "papers:by-link"):
        expected = 200 if other == name else 404
        assert client.get(reverse(other, args=[named])).status_code == expected


@every_way
def test_words_that_no_link_ever_held_open_nothing(name, client):
    row, named = made(name)
    salt = type(row).SALT
    before = everything_kept()
    guessed = [
        "x",
        "%00",
        named[:-1],
        named.swapcase(),
        "a" * 3000,
        signing.dumps([row.pk, "key"], salt=OF_SECTIONS),
        signing.dumps([10**30, "key"], salt=salt),
        signing.dumps("words", salt=salt),
    ]
    for words_of_link in guessed:
        assert client.get(reverse(name, args=[words_of_link])).status_code in (400, 404)
    assert everything_kept() == before


@every_way
def test_a_key_that_is_signed_and_is_not_the_newest_has_ended(name, client):
    row, _ = made(name)
    forged = signing.dumps([row.pk, "another"], salt=type(row).SALT)
    gone = client.get(reverse(name, args=[forged]))
    assert gone.status_code == 410 and "A newer link" in words(gone)
    assert row.paper.title not in words(gone).split("<main")[1]


@every_way
def test_what_it_shows_is_kept_nowhere_and_its_words_are_in_no_log(name, client, caplog):
    row, named = made(name)
    with caplog.at_level(logging.DEBUG):
        shown = client.get(reverse(name, args=[named]))
        links.seal_link(row=row, by=cast.clerk(row.council), on=ISSUED_ON)
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
    row.refresh_from_db()
    _, key = signing.loads(named, salt=type(row).SALT)
    assert len(row.link_digest) == 64 and key not in row.link_digest
    kept = str(list(HistoryEntry.objects.values()) + list(HistoryDetail.objects.values()))
    assert key not in kept and named not in kept and row.email not in kept
    assert row.is_sealed_by(named)
    assert not row.is_sealed_by(signing.dumps([row.pk, ""], salt=type(row).SALT))


@every_way
def test_it_goes_with_a_paper_that_was_taken_down(name, client):
    row, named = made(name)
    Paper.objects.filter(pk=row.paper_id).update(withdrawn_on=ISSUED_ON)
    assert client.get(reverse(name, args=[named])).status_code == 404


@every_way
def test_too_many_tries_from_one_place_are_stopped(name, client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"contribution_link": "2/m/ip"}
    _, named = made(name)
    address = reverse(name, args=[named])
    assert [client.get(address).status_code for _ in range(3)] == [200, 200, 429]


def test_a_decision_that_comes_twice_at_once_is_one(client):
    row, named = made("papers:outside")
    address, said = reverse("papers:outside", args=[named]), {"decision": APPROVED}
    said["seen"] = row.paper.frozen_digest
    first = client.post(address, said)
    second = Client().post(address, said)
    assert (first.status_code, second.status_code) == (302, 410)
    assert row.paper.approvals.count() == 1
    assert HistoryEntry.objects.filter(what="papers.decide_outside").count() == 1


def test_another_councils_clerk_neither_sees_nor_ends_who_is_let_in():
    reader, outsider = papers.early_reader(), papers.outside_approver()
    elsewhere = Client()
    elsewhere.force_login(cast.clerk(cast.make_council("elsewhere")))
    for row, ending in ((reader, "papers:end-early-reader"), (outsider, "papers:end-outside")):
        place = (row.paper.series.slug, row.paper.slug)
        assert elsewhere.post(reverse(ending, args=[*place, row.pk])).status_code == 404
        row.refresh_from_db()
        assert row.ended_on is None
    for name in ("early-readers", "outside-list-of"):
        assert elsewhere.get(at(reader.paper, name)).status_code == 404


def test_nobody_is_ended_through_another_papers_address():
    row, other = papers.early_reader(), papers.paper(slug="other")
    client = Client()
    client.force_login(cast.clerk())
    wrong = reverse("papers:end-early-reader", args=[other.series.slug, other.slug, row.pk])
    assert client.post(wrong).status_code == 404
    assert EarlyReader.objects.get().ended_on is None


def test_a_member_who_is_not_on_the_list_finds_nothing_at_any_number():
    row = papers.early_reader(email="", reader=cast.member())
    client = Client()
    for user in (cast.member(), cast.clerk(), cast.administrator()):
        client.force_login(user)
        for number in (row.pk, row.pk + 1, 10**12):
            assert client.get(reverse("papers:early", args=[number])).status_code == 404
    assert not row.readings.exists()
