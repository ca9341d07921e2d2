"""Your tasks, by e-mail: when it is due, what it says, and that it comes once."""

from datetime import date, timedelta
from io import StringIO
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command

from assurance.accounts import operations
from assurance.accounts.models.notices import Notices
from assurance.accounts.rules import DAY, WEEK, is_email_due
from assurance.records.email import queue
from assurance.records.refusals import Refused
from reports.service.management.commands.send_notices import NOTICE
from tests import cast
from tests.make import audits, papers
from tests.sweeping import swept

MONDAY = date(2016, 1, 18)


def after(days):
    """So many days after the Monday."""
    return MONDAY + timedelta(days=days)


@swept(
    [
        ("", None, MONDAY, False),
        (DAY, None, MONDAY, True),
        (DAY, None, after(5), False),
        (DAY, None, after(6), False),
        (DAY, MONDAY, MONDAY, False),
        (DAY, MONDAY, after(1), True),
        (WEEK, None, MONDAY, True),
        (WEEK, None, after(1), False),
        (WEEK, MONDAY, after(4), False),
        (WEEK, MONDAY, after(7), True),
        (WEEK, MONDAY, after(8), True),
        (WEEK, MONDAY, after(12), False),
        (WEEK, after(8), after(9), False),
        (WEEK, after(8), after(14), True),
    ]
)
def test_when_an_email_is_due(every, last, day, due):
    assert is_email_due(every, last, day) is due


def send(settings, day):
    """Runs the command on `day`; what it printed."""
    settings.CANDOUR_TODAY = day.isoformat()
    out = StringIO()
    call_command("send_notices", stdout=out)
    return out.getvalue().strip()


@pytest.mark.long
@pytest.mark.django_db
def test_it_says_how_many_and_where_and_comes_once_a_day(settings):
    settings.PUBLIC_ADDRESS = "https://candour.netherby.example/"
    user = cast.officer()
    audits.case_audit(strengths="Quibblewick")
    operations.choose_email(user=user, email_every=DAY, by=user, on=MONDAY)
    assert send(settings, MONDAY) == "1 e-mail sent."
    assert send(settings, MONDAY) == "0 e-mails sent."
    (letter,) = mail.outbox
    assert letter.to == [user.email]
    assert "- 1 audit has not been shared with the worker (to do)" in letter.body
    assert "https://candour.netherby.example/home/ to see each" in letter.body
    assert "Quibblewick" not in letter.body
    assert send(settings, after(1)) == "1 e-mail sent."


@pytest.mark.django_db
def test_an_approver_is_sent_the_address_of_the_decision(settings):
    settings.PUBLIC_ADDRESS = "https://candour.netherby.example/"
    user = cast.approver()
    sent = {"status": "sent", "sent_on": MONDAY, "sent_by": cast.clerk(), "frozen": {}}
    paper = papers.paper(title="Assurance report", **sent)
    operations.choose_email(user=user, email_every=DAY, by=user, on=MONDAY)
    send(settings, MONDAY)
    (letter,) = mail.outbox
    page = f"https://candour.netherby.example/reports/{paper.series.slug}/{paper.slug}/approve/"
    assert f"- Assurance report (Waiting for your approval)\n  {page}\n" in letter.body


@pytest.mark.django_db
def test_who_has_nothing_waiting_did_not_ask_or_cannot_sign_in_is_sent_nothing(settings):
    quiet, asked = cast.officer(), cast.clerk()
    operations.choose_email(user=asked, email_every=WEEK, by=asked, on=MONDAY)
    audits.case_audit()
    assert send(settings, MONDAY) == "0 e-mails sent."
    operations.choose_email(user=quiet, email_every="", by=quiet, on=MONDAY)
    assert send(settings, after(1)) == "0 e-mails sent."
    assert mail.outbox == []
    user = cast.officer()
    operations.choose_email(user=user, email_every=DAY, by=user, on=MONDAY)
    user.is_active = False
    user.save()
    assert send(settings, MONDAY) == "0 e-mails sent."
    assert Notices.objects.get(user=user).emailed_on is None


class Refusing(EmailBackend):
    """A mail server that takes no letter to the clerk."""

    def send_messages(self, letters):
        """Refuses the clerk's."""
        if letters[0].to[0].startswith("clerk"):
            raise SMTPRecipientsRefused({letters[0].to[0]: (550, b"No such mailbox")})
        return super().send_messages(letters)


class Breaking(EmailBackend):
    """A mail server whose line breaks."""

    def send_messages(self, letters):
        """Breaks off."""
        raise SMTPServerDisconnected("Connection unexpectedly closed")


def asking(*users):
    """Accounts that asked for an e-mail each day, with something waiting for each."""
    for user in users:
        operations.choose_email(user=user, email_every=DAY, by=user, on=MONDAY)
    audits.case_audit()
    papers.paper()
    return users


@pytest.mark.long
@pytest.mark.django_db
def test_one_that_cannot_be_sent_stops_no_other_and_is_tried_again(settings, client):
    officer, clerk = asking(cast.officer(), cast.clerk())
    usual, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, f"{__name__}.Refusing"
    with pytest.raises(CommandError) as raised:
        send(settings, MONDAY)
    said = str(raised.value)
    told = "The mail server takes no mail for this address: check the address."
    assert said == f"{clerk.history_name}: {told}"
    assert [letter.to for letter in mail.outbox] == [[officer.email]]
    client.force_login(clerk)
    page = client.get("/home/notices/").content.decode()
    assert "E-mail of 18 January 2016: not sent. The mail server takes no mail" in page
    settings.EMAIL_BACKEND = usual
    assert send(settings, MONDAY) == "1 e-mail sent."
    assert [letter.to for letter in mail.outbox] == [[officer.email], [clerk.email]]
    assert "not sent" not in client.get("/home/notices/").content.decode()


@pytest.mark.django_db
def test_one_that_may_have_been_sent_is_not_sent_again_on_its_day(settings):
    asking(cast.officer())
    usual, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, f"{__name__}.Breaking"
    with pytest.raises(CommandError, match="it may have arrived"):
        send(settings, MONDAY)
    settings.EMAIL_BACKEND = usual
    assert send(settings, MONDAY) == "0 e-mails sent."
    assert send(settings, after(1)) == "1 e-mail sent."


@pytest.mark.long
@pytest.mark.django_db
def test_one_whose_process_ended_is_not_sent_twice_on_its_day(settings):
    [officer] = asking(cast.officer())
    row = queue(Notices.objects.get(), "notice", MONDAY, str(MONDAY))
    NOTICE.begin(row, by=officer, on=MONDAY)
    with pytest.raises(Refused, match="taken up already"):
        NOTICE.begin(row, by=officer, on=MONDAY)
    assert queue(row.record, "notice", MONDAY, str(MONDAY), anew=False).state == "sending"
    assert send(settings, MONDAY) == "0 e-mails sent."
    assert Notices.objects.get().last_trouble.get_state_display() == "Being sent"
    assert send(settings, after(1)) == "1 e-mail sent."
