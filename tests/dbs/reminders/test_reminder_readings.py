"""Reminders as they are sent, withdrawn, and read again by month, day and person."""

from datetime import date, timedelta
from itertools import product
from types import SimpleNamespace

import pytest
from django.core import mail

from assurance.dbs import jobs
from assurance.dbs.models.reminders import Reminder
from assurance.dbs.operations import reminders as operations
from assurance.dbs.rules import reminders as rules
from assurance.records import operations as generic
from assurance.records.history import HistoryEntry
from tests.cast import make_council, officer
from tests.make import dbs, people

DAY, ONE = date(2016, 2, 29), timedelta(1)


def doing():
    """Who does it, and when."""
    return {"by": officer(), "on": DAY}


def somebody(email="", **said):
    """A person with a role."""
    return people.engagement(person=people.person(work_email=email, **said)).person


def remind(person, **said):
    """Reminds somebody by letter, unless it is said how."""
    usual = {"group": "employee", "due_on": DAY, "how": "letter"}
    return operations.remind(person=person, **{**usual, **doing(), **said})


@pytest.mark.django_db
def test_a_letter_keeps_the_wording_in_force_on_the_day_it_was_sent():
    first = dbs.wording(from_date=DAY - 9 * ONE, to_date=DAY - ONE, subject="First")
    second = dbs.wording(from_date=DAY, subject="Second", body="{name}: {due}")
    dbs.wording(council=make_council("otherby"), from_date=DAY - ONE, subject="Theirs")
    for on, wording, subject in (
        (DAY - 10 * ONE, None, rules.SUBJECT),
        (DAY - 9 * ONE, first, "First"),
        (DAY - ONE, first, "First"),
        (DAY, second, "Second"),
        (DAY + ONE, second, "Second"),
    ):
        sent = remind(somebody(name="Post Holder"), on=on)
        assert (sent.wording, sent.words[0]) == (wording, subject), on
    assert sent.words[1] == "Post Holder: 29 February 2016"


@pytest.mark.django_db
def test_history_says_that_somebody_was_reminded_and_not_of_what():
    person = somebody("a@netherby.example", name="Post Holder")
    [sent] = jobs.deliver([remind(person, how="email")], **doing())
    assert [one.to for one in mail.outbox] == [["a@netherby.example"]]
    gone = generic.withdraw(record=sent, version=3, because="Wrong person", **doing())
    entries = list(HistoryEntry.objects.about(gone))
    assert [one.what.removeprefix("dbs_reminders.") for one in entries] == [
        *("withdraw", "settle", "take_up", "send")
    ]
    assert all(one.on == DAY for one in entries)
    for words in ("Post Holder", "a@netherby", "2016-02-29"):
        assert words not in str([one.changes for one in entries[1:]])
    assert "Wrong person" not in str(entries[0].changes)


@pytest.mark.django_db
def test_each_is_told_of_apart_where_many_are_reminded_at_once():
    """Of four: one has no address, one was asked before, one was withdrawn, one is sent it."""
    mail.outbox.clear()
    there = [somebody(email, name=name) for name, email in (("A", ""), ("B", "b@x.example"))]
    there += [somebody(f"{name}@x.example", name=name) for name in ("c", "d")]
    remind(there[1])
    there[2].withdrawn_on, there[2].withdrawn_because = DAY, "Twice"
    there[2].withdrawn_by = officer()
    there[2].save()
    stood = [
        SimpleNamespace(person=one, now=SimpleNamespace(group="employee", due=DAY)) for one in there
    ]
    came = jobs.remind_all(stood, how="email", again=False, **doing())
    assert [one.person for one in came.sent] == [there[3]]
    assert [(person, told.split(":")[0]) for person, told in came.refused] == [
        (there[0], "No work e-mail address is recorded"),
        (there[1], "A reminder of this date was sent on 29 February 2016"),
        (there[2], "This record was withdrawn."),
    ]
    assert [one.to for one in mail.outbox] == [["d@x.example"]]
    again = jobs.remind_all(stood[1:2], how="email", again=True, **doing())
    assert [one.again for one in again.sent] == [True] and not again.refused
    assert jobs.remind_all([], how="letter", again=False, **doing()) == jobs.ReminderResults([], [])


# --- what is read of those sent


@pytest.mark.long
@pytest.mark.django_db
def test_what_was_sent_about_a_month_is_what_each_row_says():
    first, last = date(2016, 2, 1), DAY
    dues = (first - ONE, first, date(2016, 2, 14), last, last + ONE)
    sents = (first - 40 * ONE, last - ONE, last, last + ONE)
    assert Reminder.objects.first_day() is None
    council = make_council()
    for due, sent, group in product(dues, sents, ("employee", "panel")):
        said = {"council": council, "due_on": due, "sent_on": sent, "group": group}
        dbs.reminder(**said, sent_by=officer())
        for state in ("sent", "waiting", "sending", "failed", "unknown"):
            dbs.reminder(**said, sent_by=officer(), how="email", delivery=state)
    gone = Reminder.objects.filter(due_on=last).first()
    generic.withdraw(record=gone, version=1, because="Not posted", **doing())
    every = [one for one in Reminder.objects.all() if not one.is_withdrawn]
    for groups in (None, [], ["panel"], ["panel", "employee"], ["governor"]):
        wanted = {
            one.pk
            for one in every
            if one.due_on.month == 2
            and first <= one.due_on
            and one.sent_on <= last
            and one.delivery in ("", "sent")
            and (groups is None or one.group in groups)
        }
        found = Reminder.objects.about_month(first, last, groups)
        assert {one.pk for one in found} == wanted, groups
    assert Reminder.objects.first_day() == first - 40 * ONE


@pytest.mark.django_db
def test_letters_of_a_day_are_those_recorded_on_it_by_name():
    kept = {}
    for name, how, sent in (
        ("Zed", "letter", DAY),
        ("Ann", "letter", DAY),
        ("Mail", "email", DAY),
        ("Early", "letter", DAY - ONE),
        ("Late", "letter", DAY + ONE),
        ("Gone", "letter", DAY),
    ):
        person = somebody(name=name)
        kept[name] = dbs.reminder(person=person, how=how, sent_on=sent)
    generic.withdraw(record=kept["Gone"], version=1, because="Twice", **doing())
    found = Reminder.objects.letters_of(DAY)
    assert [one.person.name for one in found] == ["Ann", "Zed"]
    assert Reminder.objects.letters_of(DAY + 2 * ONE).count() == 0
    some = [kept[name].person for name in ("Late", "Early", "Gone")]
    assert [one.person.name for one in Reminder.objects.for_people(some)] == ["Early", "Late"]
