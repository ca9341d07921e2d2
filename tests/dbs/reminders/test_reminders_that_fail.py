"""Reminders by e-mail that are not sent, may be lost, or wait: what is kept and done again."""

from datetime import date
from io import StringIO
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command

from assurance.dbs import jobs
from assurance.dbs.models.reminders import Reminder
from assurance.dbs.operations import reminders
from assurance.records import email
from assurance.records.refusals import Refused
from tests.cast import officer
from tests.dbs.reminding import DAY, DUE, page_of, send, somebody


class Refusing(EmailBackend):
    """A mail server that takes no letter to one of them."""

    def send_messages(self, letters):
        """Refuses the second holder's."""
        if "Second" in letters[0].body:
            raise SMTPRecipientsRefused({letters[0].to[0]: (550, b"No such mailbox")})
        return super().send_messages(letters)


class Silent(EmailBackend):
    """A mail server that does not answer."""

    def open(self):
        """Fails as smtplib does."""
        raise SMTPServerDisconnected("Connection unexpectedly closed")


class Breaking(EmailBackend):
    """A mail server whose line breaks while a letter is sent to the second."""

    def send_messages(self, letters):
        """Breaks off the second holder's."""
        if "Second" in letters[0].body:
            raise SMTPServerDisconnected("Connection unexpectedly closed")
        return super().send_messages(letters)


ON_ITS_DAY = "/dbs/reminders/e-mails/2016-01-18/"


def outcomes():
    """Name → what became of the e-mail."""
    return {one.person.name: one.delivery for one in Reminder.objects.select_related("person")}


def test_what_the_server_does_not_take_is_listed_and_can_be_sent_again(signed_in, due, settings):
    usual, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, f"{__name__}.Refusing"
    answer = send(signed_in, due[:2], "email")
    assert answer.redirect_chain[-1][0] == ON_ITS_DAY
    page = page_of(answer)
    assert "1 reminder sent by e-mail." in page and "1 of 2 sent" in page
    assert "Not sent. The mail server takes no mail for this address: check the address." in page
    assert outcomes() == {"First Holder": "sent", "Second Holder": "failed"}
    assert page_of(signed_in.get("/dbs/reminders/")).count(" checked>") == 2
    settings.EMAIL_BACKEND = usual
    failed = Reminder.objects.get(delivery="failed")
    again = signed_in.post(ON_ITS_DAY, {"reminder": f"{failed.pk}:{failed.version}"}, follow=True)
    assert "1 reminder sent by e-mail." in page_of(again) and "2 of 2 sent" in page_of(again)
    twice = signed_in.post(ON_ITS_DAY, {"reminder": f"{failed.pk}:{failed.version}"}, follow=True)
    assert "Choose at least one e-mail to send again" in page_of(twice)


def test_a_letter_can_follow_an_e_mail_that_was_refused(signed_in, due, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    send(signed_in, due[1:2], "email")
    assert "1 reminder recorded as letters" in page_of(send(signed_in, due[1:2], "letter"))
    failed = Reminder.objects.get(delivery="failed")
    again = signed_in.post(ON_ITS_DAY, {"reminder": f"{failed.pk}:{failed.version}"}, follow=True)
    assert "Another reminder of this date has been sent since" in page_of(again)


def test_a_server_that_does_not_answer_reminds_nobody(signed_in, due, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Silent"
    page = page_of(send(signed_in, due[:2], "email"))
    assert page.count("Not sent. The mail server did not answer: try again later.") == 2
    assert set(outcomes().values()) == {"failed"}


def test_what_may_have_been_sent_is_not_sent_again_by_itself(signed_in, due, settings, mailoutbox):
    settings.EMAIL_BACKEND = f"{__name__}.Breaking"
    page = page_of(send(signed_in, due[:2], "email"))
    assert "It may have been sent. The connection broke while it was sent" in page
    call_command("send_reminders", stdout=StringIO())
    assert outcomes() == {"First Holder": "sent", "Second Holder": "unknown"}
    assert "confirm that another one is wanted" in page_of(send(signed_in, due[1:2], "email"))


def test_what_waits_when_the_process_ends_is_sent_once_by_whoever_looks_next(
    signed_in, due, mailoutbox
):
    doing = {"group": "employee", "due_on": DUE, "how": "email", "by": officer(), "on": DAY}
    one, two, _ = (reminders.remind(person=who, **doing) for who in (*due[:2], somebody("Fourth")))
    reminders.take_up(record=two, by=officer(), on=DAY)
    page = page_of(signed_in.get(ON_ITS_DAY))
    assert "0 of 3 sent, 2 waiting" in page and "Being sent." in page
    said = StringIO()
    call_command("send_reminders", stdout=said)
    call_command("send_reminders", stdout=said)
    assert len(mailoutbox) == 2 and said.getvalue().count(": Sent.") == 2
    assert "Holder" not in said.getvalue() and "netherby" not in said.getvalue()
    assert outcomes()["Second Holder"] == "sending", "another process may be at it today"
    Reminder.objects.filter(pk=two.pk).update(sent_on=date(2016, 1, 17))
    call_command("send_reminders", stdout=said)
    assert "It may have been sent. The connection broke" in said.getvalue()
    assert outcomes()["Second Holder"] == "unknown" and len(mailoutbox) == 2
    with pytest.raises(Refused, match="not waiting"):
        reminders.take_up(record=one, by=officer(), on=DAY)


def test_of_very_many_the_rest_waits_for_the_worker(
    signed_in, due, settings, monkeypatch, mailoutbox
):
    settings.SERVER = True
    monkeypatch.setattr(jobs, "AT_ONCE", 1)
    page = page_of(send(signed_in, due[:2], "email"))
    assert "1 reminder sent by e-mail." in page and "1 of 2 sent, 1 waiting" in page
    assert "Send those that wait now" in page
    assert "2 of 2 sent" in page_of(signed_in.post(ON_ITS_DAY, follow=True))
    assert len(mailoutbox) == 2


def test_without_a_mail_server_only_letters_are_offered(signed_in, due, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    page = page_of(signed_in.get("/dbs/reminders/"))
    assert "Send e-mails" not in page and "no mail server" in page
    assert email.NO_SERVER in page_of(send(signed_in, due[:1], "email"))
    assert not Reminder.objects.exists()
