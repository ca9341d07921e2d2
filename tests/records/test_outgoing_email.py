"""Every kind of e-mail goes through the same steps: taken up by one, sent once, settled, each step
one entry of history that names nobody."""

from datetime import date
from itertools import product

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from assurance.accounts.models.notices import Notices
from assurance.records.email import NO_SERVER, OutgoingEmail, queue, settle
from assurance.records.history import CommandLine, HistoryDetail, HistoryEntry
from assurance.records.refusals import Refused
from assurance.runtime.email_states import FAILED, SENDING, SENT, UNKNOWN, WAITING
from reports.approvals.invited_emails import LINK_EMAIL
from reports.contributions.reminders import SECTION_EMAIL
from reports.feeds.alerts import CONFIRMATION_EMAIL
from reports.service.management.commands.send_notices import NOTICE
from tests import cast
from tests.make import asked, audits, papers, readers

pytestmark = pytest.mark.django_db
DAY = date(2016, 1, 18)
BY = {"by": CommandLine("test"), "on": DAY}
WITHOUT_SERVER = "django.core.mail.backends.dummy.EmailBackend"


def notices():
    """How an account is told of what needs it; something does."""
    audits.case_audit()
    return Notices.objects.create(user=cast.officer(), email_every="day")


# What history calls the steps → how they are taken, and what the e-mail is about.
KINDS = {
    "accounts.begin_email accounts.note_email": (NOTICE, notices),
    "papers.begin_mail papers.note_mail": (SECTION_EMAIL, asked.contribution_request),
    "papers.begin_letter papers.note_letter": (LINK_EMAIL, papers.early_reader),
    "papers.begin_letter papers.note_letter ": (LINK_EMAIL, papers.outside_approver),
    "papers.begin_follow_letter papers.note_follow_letter": (CONFIRMATION_EMAIL, readers.following),
}
every_kind = pytest.mark.parametrize("actions", KINDS)


def waiting(actions):
    """(the kind, an e-mail of it that waits)."""
    kind, make = KINDS[actions]
    return kind, queue(make(), "asked", DAY, "test")


@every_kind
def test_it_is_sent_once_and_each_step_is_one_entry_without_a_name(actions):
    kind, email = waiting(actions)
    before = HistoryEntry.objects.count()
    for _ in range(2):
        [done] = kind.deliver([email], **BY)
        assert (done.state, done.error) == (SENT, "")
    [letter] = mail.outbox
    entries = list(HistoryEntry.objects.order_by("pk")[before:])
    links = {"papers.seal_link", "papers.make_contribution_link"}
    assert [one.what for one in entries if one.what not in links] == actions.split()
    assert {one.about for one in entries} == {email.record.history_name}
    held = str(list(HistoryEntry.objects.values()) + list(HistoryDetail.objects.values()))
    assert letter.to[0] not in held


@every_kind
def test_it_is_taken_up_by_one_and_never_while_it_is_sent(actions):
    kind, email = waiting(actions)
    assert kind.begin(email, **BY).state == SENDING
    before = HistoryEntry.objects.count()
    with pytest.raises(Refused, match="taken up already"):
        kind.begin(email, **BY)
    [left] = kind.deliver([email], **BY)
    assert left.state == SENDING and not mail.outbox
    assert HistoryEntry.objects.count() == before


@pytest.mark.parametrize("actions", [one for one in KINDS if "accounts" not in one])
def test_without_a_mail_server_it_says_so_and_makes_no_link(actions, settings):
    settings.EMAIL_BACKEND = WITHOUT_SERVER
    kind, email = waiting(actions)
    [done] = kind.deliver([email], **BY)
    assert (done.state, done.error) == (FAILED, NO_SERVER)
    assert not HistoryEntry.objects.filter(what__endswith="_link").exists()
    assert getattr(email.record, "invitation", None) is None


def test_one_of_an_occasion_waits_again_when_it_failed_or_is_wanted_anew():
    row = papers.early_reader()
    for state, anew in product((WAITING, SENDING, SENT, FAILED, UNKNOWN, ""), (True, False)):
        first = settle(queue(row, "link", DAY), state, "Why")
        second = queue(row, "link", DAY, anew=anew)
        again = anew or state in (WAITING, FAILED)
        assert second.pk == first.pk and (second.state == WAITING) is again, (state, anew)
    assert queue(row, "link", DAY, "another").pk != first.pk


def test_the_database_keeps_one_of_each_occasion():
    email = queue(papers.early_reader(), "link", DAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        OutgoingEmail.objects.create(**_fields(email))


def test_rows_get_their_newest_e_mail_with_one_query(django_assert_num_queries):
    rows = [papers.early_reader(email=f"r{one}@b.example") for one in range(3)]
    newest = {
        row.pk: [queue(row, "link", DAY, str(one)) for one in range(2)][1] for row in rows[1:]
    }
    with django_assert_num_queries(1):
        rows = OutgoingEmail.objects.attach_newest(rows, "last_email")
        assert [row.last_email for row in rows] == [newest.get(row.pk) for row in rows]
    assert OutgoingEmail.objects.attach_newest([], "last_email") == []


def _fields(email):
    names = ("council", "model", "key", "kind", "occasion", "day", "state")
    return {name: getattr(email, name) for name in names}
