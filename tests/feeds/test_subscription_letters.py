"""The letters to those who follow papers, word for word, and who is told of which paper."""

from datetime import date

import pytest
from django.core import mail
from django.test import override_settings

from assurance.records.history import CommandLine
from reports.feeds import alerts, operations
from reports.publication.models.subscriptions import COMMITTEE, PAPERS, SERIES, Subscription
from tests import cast
from tests.make import papers, readers
from tests.publication.search.published_papers import edition

pytestmark = pytest.mark.django_db
BY = CommandLine("test")
BEFORE = date(2016, 1, 2)
ROOT = "https://papers.netherby.example"
CONFIRM = """You, or another person, asked us to e-mail this address about all reports of {council}.

If you want these e-mails, open this address by 1 January 2099 and press the button:

{root}/netherby/follow/confirm/{key}/

If you do not, do nothing. We then remove your address and send no more e-mails.
"""
ALREADY = """You, or another person, asked us to e-mail this address about all reports of {council}.

You already get these e-mails. See your alerts, or stop them:

{root}/netherby/follow/yours/{key}/
"""
NEWS = """{council} has published “Half-year, January 2016”.

Managers audited files.

Read it here:

{root}/netherby/reports/assurance/{slug}/edition-1/

You get this e-mail because you follow all reports. See your alerts, or stop them:

{root}/netherby/follow/yours/{key}/
"""
FOLLOWED = {
    (PAPERS, ""): "all reports",
    (SERIES, "assurance"): "“Assurance report”",
    (COMMITTEE, "safeguarding-scrutiny"): "reports for the Safeguarding Scrutiny Committee",
    (SERIES, "gone"): "“gone”",
    (COMMITTEE, "gone"): "“gone”",
}
# What is followed → whether its follower is told of a paper of the series `assurance` that goes to
# the committee `safeguarding-scrutiny`, and of one of `yearly` that goes to no meeting.
TOLD = {
    (PAPERS, ""): (True, True),
    (SERIES, "assurance"): (True, False),
    (SERIES, "yearly"): (False, True),
    (SERIES, "safeguarding-scrutiny"): (False, False),
    (COMMITTEE, "safeguarding-scrutiny"): (True, False),
    (COMMITTEE, "other"): (False, True),
    (COMMITTEE, "assurance"): (False, False),
}


@pytest.fixture(autouse=True)
def known_address():
    """The service knows its own address."""
    with override_settings(PUBLIC_ADDRESS=f"{ROOT}/"):
        yield


def said(letter, **more):
    """What a letter is to say."""
    return letter.format(council=cast.make_council().name, root=ROOT, **more)


def test_the_letter_that_asks_says_what_where_and_until_when_under_a_key_of_the_service():
    row = readers.following()
    alerts.send_letter.func(row.pk)
    [letter] = mail.outbox
    assert letter.subject == f"Do you want e-mails about reports of {row.council.name}?"
    assert letter.body == said(CONFIRM, key=row.key)
    assert letter.to == ["reader@example.org"]
    with override_settings(DIGEST_KEY="another"):
        assert not Subscription.objects.opened_by(Subscription.objects.get(pk=row.pk).key).exists()
    assert row.key not in str(Subscription.objects.filter(pk=row.pk).values().get())


def test_who_is_told_already_learns_so():
    row = readers.following(confirmed_on=BEFORE)
    alerts.send_letter.func(row.pk)
    [letter] = mail.outbox
    assert letter.subject == f"You follow reports of {row.council.name}"
    assert letter.body == said(ALREADY, key=row.key)


def test_the_news_says_what_where_and_how_to_stop_and_a_title_makes_no_header_of_its_own():
    row = readers.following(confirmed_on=BEFORE)
    one = edition("Managers audited files.", title="Half-year")
    alerts.tell_followers.func(one.pk)
    [letter] = mail.outbox
    assert letter.body == said(NEWS, key=row.key, slug=one.paper.slug)
    assert letter.extra_headers == {
        "List-Unsubscribe": f"<{ROOT}/netherby/follow/yours/{row.key}/>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    one = edition("Words.", title="Half\r\nBcc: everybody@example.org")
    alerts.tell_followers.func(one.pk)
    [_, letter] = mail.outbox
    assert letter.subject == "New report: Half Bcc: everybody@example.org, January 2016"
    assert letter.recipients() == ["reader@example.org"]


@pytest.mark.parametrize(("kind", "slug"), FOLLOWED)
def test_what_is_followed_is_said_in_words(kind, slug):
    papers.series()
    row = readers.following(kind=kind, slug=slug)
    assert row.followed == FOLLOWED[kind, slug]


def test_each_is_told_of_what_they_follow():
    one = edition("One.")
    other = papers.committee("other", title="Other")
    series = papers.series("yearly", committee=other, title="Yearly")
    two = edition("Two.", paper=papers.issued_paper(meeting=None, series=series))
    for place, (kind, slug) in enumerate(TOLD):
        email = f"reader-{place}@example.org"
        readers.following(email, kind=kind, slug=slug, confirmed_on=BEFORE)
    wanted = {
        (row.kind, row.slug): tuple(
            Subscription.objects.of_paper(of.paper).filter(pk=row.pk).exists() for of in (one, two)
        )
        for row in Subscription.objects.all()
    }
    assert wanted == TOLD


def test_an_address_is_one_however_its_letters_are_written():
    council = cast.make_council()
    asked = {"council": council, "kind": PAPERS, "by": BY, "on": BEFORE}
    first = operations.ask_to_follow(email="Reader@Example.org ", **asked)
    second = operations.ask_to_follow(email="reader@example.ORG", **asked)
    assert first.pk == second.pk
    assert second.email == "reader@example.org"
    assert second.until == date(2016, 1, 5)
    assert Subscription.objects.opened_by(second.key).get() == first
