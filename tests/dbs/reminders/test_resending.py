"""Which e-mail may be sent again beside which other reminders, by rule and in the register."""

from datetime import date, timedelta
from itertools import product
from types import SimpleNamespace

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend

from assurance.dbs import jobs
from assurance.dbs.models.reminders import Reminder
from assurance.dbs.operations import reminders
from assurance.dbs.rules import reminders as rules
from assurance.records import email
from assurance.records.refusals import Refused
from assurance.runtime import mail_server
from assurance.runtime.email_states import FAILED, SENT, UNKNOWN, WAITING
from tests.cast import officer
from tests.dbs.reminding import DUE, somebody
from tests.sweeping import swept

DAY, ONE = date(2016, 1, 18), timedelta(days=1)
SINCE = "Another reminder of this date has been sent since."


def kept(pk, again=False, how="email", sent_on=DAY):
    """A reminder as the rule sees it."""
    return SimpleNamespace(pk=pk, again=again, how=how, sent_on=sent_on)


BEFORE = DAY - ONE


@swept(
    [
        (kept(5), [], None),
        (kept(5, again=True), [], None),
        (kept(5), [kept(6)], SINCE),
        (kept(5), [kept(6, how="letter")], SINCE),
        (kept(5, again=True), [kept(6, again=True)], SINCE),
        # The first of two that failed was sent again: the second was never asked for twice.
        (kept(5), [kept(4)], SINCE),
        (kept(5), [kept(4, how="letter", sent_on=BEFORE)], SINCE),
        (kept(5, again=True), [kept(4, sent_on=BEFORE)], None),
        (kept(5, again=True), [kept(4, how="letter")], None),
        (kept(5, again=True), [kept(4)], rules.ONCE_A_DAY),
        (kept(5, again=True), [kept(3, sent_on=BEFORE), kept(4)], rules.ONCE_A_DAY),
        (kept(5, again=True), [kept(3), kept(6, sent_on=BEFORE)], SINCE),
        (kept(5, again=True), [kept(4, sent_on=DAY + ONE)], None),
    ]
)
def test_an_e_mail_is_sent_again_where_no_other_took_its_place(own, others, sentence):
    assert rules.why_not_beside(own, others, DAY) == sentence


def test_what_is_let_by_breaks_no_constraint_of_the_register():
    for own_again, other_again, how, day, pk in product(
        (False, True), (False, True), ("email", "letter"), (BEFORE, DAY), (4, 6)
    ):
        own, other = kept(5, own_again), kept(pk, other_again, how, day)
        twice = not own.again and not other.again
        one_day = how == "email" and day == DAY
        if rules.why_not_beside(own, [other], DAY) is None:
            assert not twice and not one_day


def failed(person, day=DAY, **said):
    """An e-mail to a person that the mail server did not take."""
    who = {"by": officer(), "on": day}
    told = {"group": "employee", "due_on": DUE, "how": "email", "again": True, **said}
    one = reminders.remind(person=person, **told, **who)
    taken = reminders.take_up(record=one, **who)
    return reminders.settle(record=taken, state=FAILED, trouble="Full", **who)


def again(one, day=DAY):
    """The same sent again: a sentence that refuses it, or how it stands."""
    one.refresh_from_db()
    try:
        done = reminders.send_again(record=one, version=one.version, by=officer(), on=day)
    except Refused as refused:
        return refused.sentence
    return done.delivery


@pytest.mark.django_db
def test_of_two_that_failed_one_is_sent_again_and_the_other_says_why_not():
    person = somebody()
    first, second = failed(person), failed(person)
    assert (first.again, second.again) == (False, False)
    assert again(first) == WAITING
    assert again(second) == SINCE
    assert again(second, DAY + ONE) == SINCE
    assert again(first).startswith("This e-mail was not refused")
    other = somebody("Second holder")
    first, second = failed(other), failed(other)
    assert again(second) == WAITING
    assert again(first) == SINCE
    states = [one.delivery for one in Reminder.objects.order_by("pk")]
    assert states == [WAITING, FAILED, FAILED, WAITING]


@pytest.mark.django_db
def test_a_further_one_waits_for_another_day_beside_one_of_that_day():
    person, who = somebody(), {"by": officer(), "on": DAY}
    first = failed(person)
    again(first)
    lost = reminders.settle(record=first, state=UNKNOWN, trouble="Broken", **who)
    second = failed(person, DAY + ONE)
    assert second.again
    assert again(lost, DAY + ONE) == WAITING
    assert again(second, DAY + ONE) == rules.ONCE_A_DAY
    assert again(second, DAY + 2 * ONE) == WAITING


@pytest.mark.django_db
def test_an_e_mail_whose_address_was_taken_away_is_not_said_to_be_sent(mailoutbox):
    person, who = somebody(), {"by": officer(), "on": DAY}
    one = reminders.remind(person=person, group="employee", due_on=DUE, how="email", **who)
    type(person).objects.filter(pk=person.pk).update(work_email="")
    [done] = jobs.deliver_all([one], **who)
    assert (done.delivery, done.trouble) == (FAILED, mail_server.NO_ADDRESS)
    assert mailoutbox == []
    type(person).objects.filter(pk=person.pk).update(work_email="post@netherby.example")
    assert again(done) == WAITING
    one.refresh_from_db()
    [done] = jobs.deliver_all([Reminder.objects.get(pk=one.pk)], **who)
    assert (done.delivery, done.trouble, len(mailoutbox)) == (SENT, "", 1)


def test_a_letter_to_nobody_is_not_posted():
    for nobody in ([], [""], None):
        letter = EmailMessage("Subject", "Body", to=nobody, connection=EmailBackend())
        assert email.posted(letter) == (FAILED, mail_server.NO_ADDRESS)
