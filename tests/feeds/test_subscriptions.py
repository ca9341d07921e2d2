"""Being told of new papers by e-mail: asked for, confirmed, told once, stopped and forgotten."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.test import Client, override_settings

from assurance.records.email import OutgoingEmail, queue, settle
from assurance.records.history import CommandLine, HistoryDetail, HistoryEntry
from assurance.records.history_chain import damage
from assurance.records.refusals import Refused
from assurance.runtime import email_states
from assurance.runtime.periods import today
from reports.feeds import alerts, operations
from reports.issue import jobs
from reports.publication.models.subscriptions import ALERT, Subscription
from reports.service.retention import forget_due
from tests import cast
from tests.make import papers, readers
from tests.make.drafts import ON, approved
from tests.page_requests import errors, words
from tests.publication.search.published_papers import edition

pytestmark = pytest.mark.django_db
HERE = "/netherby/follow/"
READER = "reader@example.org"
BY = CommandLine("test")
BEFORE = date(2016, 1, 2)


@pytest.fixture(autouse=True)
def nobody_has_asked():
    """No request counted against an address yet."""
    cache.clear()


def asks(client, followed="papers", email=READER):
    """What the form answers to somebody who asks."""
    cast.make_council()
    return client.post(HERE, {"followed": followed, "email": email})


def link_of(letter):
    """The path of the link in a letter."""
    [line] = [one for one in letter.body.splitlines() if "/follow/" in one]
    return line.partition("localhost:8000")[2]


def confirmed(**said):
    """A following that its owner confirmed before the papers of these tests."""
    return readers.following(**{"confirmed_on": BEFORE, **said})


def told_of(row):
    """The addresses that are told of an edition."""
    mail.outbox.clear()
    alerts.tell_followers.func(row.pk)
    return sorted(address for letter in mail.outbox for address in letter.to)


def test_anybody_asks_confirms_is_told_and_stops_by_one_press_each(client):
    answer = asks(client)
    assert (answer.status_code, answer["Location"]) == (302, f"{HERE}asked/")
    assert "Look into your e-mail" in words(client.get(answer["Location"]))
    [letter] = mail.outbox
    assert letter.to == [READER]
    assert not Subscription.objects.confirmed().exists()
    page = client.get(link_of(letter))
    assert "Confirm that you want e-mails" in words(page)
    assert not Subscription.objects.confirmed().exists(), (
        "a program that follows links confirms nothing"
    )
    done = client.post(link_of(letter), follow=True)
    assert "Your e-mail alerts" in words(done)
    assert Subscription.objects.get().confirmed_on == today()
    Subscription.objects.update(confirmed_on=BEFORE)
    assert told_of(edition("What it is for.", title="Half-year")) == [READER]
    [news] = mail.outbox
    assert news.subject == "New report: Half-year, January 2016"
    assert "What it is for." in news.body
    assert "/netherby/reports/assurance/" in news.body
    stop = news.extra_headers["List-Unsubscribe"].strip("<>").partition("localhost:8000")[2]
    assert stop == link_of(news)
    done = client.post(stop, {"all": "yes"}, follow=True)
    assert "Your e-mails have stopped" in words(done)
    assert not Subscription.objects.exists() and not OutgoingEmail.objects.exists()
    gone = client.get(stop)
    assert gone.status_code == 404 and "This link has ended" in words(gone)


def test_a_readers_own_program_stops_it_without_a_page(client):
    row, other = confirmed(), confirmed(kind="series", slug="assurance")
    strict = Client(enforce_csrf_checks=True)
    address = f"{HERE}yours/{row.key}/"
    assert strict.post(address, {"all": "yes"}).status_code == 403
    assert strict.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 302
    assert list(Subscription.objects.all()) == [other]


def test_one_of_several_is_stopped_and_a_link_of_another_council_or_of_nobody_opens_nothing(client):
    papers.series()
    row = confirmed()
    other = confirmed(kind="series", slug="assurance")
    confirmed(email="another@example.org")
    page = words(client.get(f"{HERE}yours/{row.key}/"))
    assert "“Assurance report”" in page and "another@" not in page and READER not in page
    answer = client.post(f"{HERE}yours/{row.key}/", {"stop": row.pk})
    assert answer["Location"] == f"{HERE}yours/{other.key}/"
    assert client.post(answer["Location"], {"stop": "\x00"}).status_code == 400
    assert Subscription.objects.count() == 2
    cast.make_council("elsewhere")
    for address in (f"/elsewhere/follow/yours/{other.key}/", f"{HERE}yours/nobodys/"):
        assert client.get(address).status_code == 404
    assert client.get("/nowhere/follow/").status_code == 404


def test_no_page_says_whether_an_address_is_known(client):
    row = confirmed()
    known, unknown = asks(client), asks(client, email="stranger@example.org")
    assert known.status_code == unknown.status_code == 302
    assert known["Location"] == unknown["Location"]
    first, second = mail.outbox
    assert "You already get these e-mails" in first.body and row.key in first.body
    assert "press the button" in second.body
    # The page that both see names no address.
    assert READER not in words(client.get(known["Location"]))


@pytest.mark.parametrize(
    ("typed", "field", "why"),
    [
        ({"email": "x"}, "email", "Enter an e-mail address such as name@example.com"),
        ({"email": ""}, "email", "Enter your e-mail address"),
        ({"email": "a\x00@b.example"}, "email", "Leave the null character out of the address"),
        ({"followed": "series:none"}, "followed", None),
        ({"followed": ""}, "followed", "Choose what you want e-mails about"),
    ],
)
def test_a_wrong_form_says_what_is_wrong_and_keeps_nothing(client, typed, field, why):
    cast.make_council()
    answer = client.post(HERE, {"followed": "papers", "email": READER, **typed})
    assert why is None or why in errors(answer)[field]
    assert field in errors(answer)
    assert not Subscription.objects.exists() and not mail.outbox


def test_the_form_offers_the_councils_series_and_committees(client):
    papers.series()
    page = words(client.get(f"{HERE}?of=series:assurance"))
    assert 'value="series:assurance" class="govuk-radios__input" id="id_followed_1" checked' in (
        page.replace("required ", "")
    )
    assert "Reports for the Safeguarding Scrutiny Committee" in page
    answer = asks(client, "committee:safeguarding-scrutiny")
    assert answer.status_code == 302
    assert "reports for the Safeguarding Scrutiny Committee" in mail.outbox[0].body


def test_an_address_that_strangers_type_is_not_flooded(client, settings):
    assert settings.ACCOUNT_RATE_LIMITS["follow"] == "60/h/ip"
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "follow": "8/h/ip"}
    for _ in range(6):
        assert asks(client).status_code == 302
    assert len(mail.outbox) == 3
    statuses = [asks(client, email=f"r{one}@example.org").status_code for one in range(3)]
    assert statuses == [302, 302, 429]


def test_a_service_without_a_mail_server_offers_the_feed_instead(client):
    cast.make_council()
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend"):
        page = words(client.get(HERE))
        assert "This service cannot send e-mail" in page and 'name="email"' not in page
        row = readers.following()
        alerts.send_letter.func(row.pk)
    assert OutgoingEmail.objects.about(row).get().state == email_states.FAILED


def test_a_link_ends_after_its_days_and_the_address_is_forgotten(client):
    row = readers.following(until=today() - timedelta(days=1))
    way = f"{HERE}confirm/{row.key}/"
    assert client.get(way).status_code == client.post(way).status_code == 404
    assert "This link has ended" in words(client.get(way))
    with pytest.raises(Refused, match="has ended"):
        operations.confirm(following=row, by=BY, on=today())
    kept = confirmed(email="kept@example.org")
    with pytest.raises(Refused):
        operations.forget_unconfirmed(following=kept, by=BY, on=today())
    assert forget_due(by=BY, on=today()) == [f"following {row.pk}: forgotten"]
    assert list(Subscription.objects.all()) == [kept]
    assert [one.record for one in OutgoingEmail.objects.all()] == [kept]


def test_who_follows_the_paper_is_told_once_whatever_they_follow():
    first = edition()
    confirmed()
    confirmed(kind="series", slug="assurance")
    confirmed(email="committee@example.org", kind="committee", slug="safeguarding-scrutiny")
    confirmed(email="other@example.org", kind="series", slug="other")
    readers.following(email="unconfirmed@example.org")
    confirmed(email="later@example.org", confirmed_on=date(2016, 1, 9))
    confirmed(email="elsewhere@example.org", council=cast.make_council("elsewhere"))
    assert told_of(first) == ["committee@example.org", READER]
    assert told_of(first) == []


def test_a_correction_is_told_as_one_and_what_it_corrected_or_was_removed_to_nobody():
    first = edition()
    confirmed()
    second = edition(paper=first.paper, number=2)
    assert told_of(first) == []
    assert told_of(second) == [READER]
    assert mail.outbox[0].subject.startswith("Corrected: Assurance report, January 2016, edition 2")
    row = edition()
    papers.remove_edition(edition=row)
    assert told_of(row) == []
    with pytest.raises(Refused, match="No one is waiting"):
        operations.begin_alerts(edition=row, by=BY, on=ON)


def test_what_could_not_be_sent_is_sent_later_and_what_may_have_been_is_not():
    row = edition()
    failed, lost = confirmed(), confirmed(email="lost@example.org")
    for one, state in ((failed, email_states.FAILED), (lost, email_states.SENDING)):
        settle(queue(one, ALERT, ON, str(row.pk)), state)
    assert alerts.tell_what_is_left(by=BY, on=date(2016, 1, 9)) == [
        f"assurance/{row.paper.slug}: 1 e-mailed"
    ]
    assert [letter.to for letter in mail.outbox] == [[READER]]
    assert alerts.tell_what_is_left(by=BY, on=date(2016, 1, 9)) == []
    OutgoingEmail.objects.filter(kind=ALERT).update(state=email_states.FAILED)
    assert alerts.tell_what_is_left(by=BY, on=date(2016, 2, 9)) == []


def test_many_are_told_a_few_at_a_time():
    row = edition()
    for number in range(operations.AT_ONCE + 1):
        confirmed(email=f"r{number}@example.org")
    assert len(told_of(row)) == operations.AT_ONCE + 1
    told = HistoryEntry.objects.filter(what="papers.note_alerts").order_by("seq")
    assert [one.changes["sent"]["to"] for one in told] == [operations.AT_ONCE, 1]


def test_followers_are_told_as_a_paper_is_issued():
    confirmed()
    paper, clerk, _ = approved()
    row = jobs.issue(paper, by=clerk, on=ON)
    assert [letter.to for letter in mail.outbox] == [[READER]]
    assert OutgoingEmail.objects.get(kind=ALERT).occasion == str(row.pk)


def test_history_knows_what_was_done_and_nothing_of_whose_address_it_was(client):
    asks(client)
    row = Subscription.objects.get()
    operations.confirm(following=row, by=BY, on=ON)
    Subscription.objects.update(confirmed_on=BEFORE)
    told_of(edition())
    operations.stop(following=row, everything=True, by=BY, on=ON)
    told = [str(vars(one)) for one in HistoryEntry.objects.all()]
    assert not [one for one in told if READER in one or row.key in one or row.nonce in one]
    assert not HistoryDetail.objects.exists()
    assert damage(row.council) is None or damage(row.council) == []


def test_a_link_confirms_once_its_letter_is_sent_once_and_one_row_is_kept(client):
    row = readers.following()
    with pytest.raises(IntegrityError), transaction.atomic():
        readers.following()
    with pytest.raises(IntegrityError), transaction.atomic():
        Subscription.objects.filter(pk=row.pk).update(confirmed_on=ON)
    assert str(row) == f"following {row.pk}"
    for _ in range(2):
        alerts.send_letter.func(row.pk)
    alerts.send_letter.func(0)
    alerts.tell_followers.func(0)
    assert len(mail.outbox) == 1
    way = f"{HERE}confirm/{row.key}/"
    for _ in range(2):
        assert client.post(way)["Location"] == f"{HERE}yours/{row.key}/"
    assert client.get(way).status_code == 200
