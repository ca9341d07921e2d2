"""Reminding many at once: one operation per person, so that what could not be sent stops nobody.

An e-mail is recorded as waiting, taken up by one process, sent, and settled, each step kept before
the next: what breaks off in between is not lost, and nothing is sent twice. A few are sent while
the officer waits; more by a thread of a laptop's server, or by `manage.py send_reminders` beside a
real one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Thread

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import connections

from assurance.dbs.models.reminders import Reminder
from assurance.dbs.operations import reminders
from assurance.dbs.rules.populations import StatusComparison
from assurance.records import email
from assurance.records.email_states import WAITING
from assurance.records.refusals import Refused

# E-mails that are sent while the officer waits for the page.
AT_ONCE = 50


@dataclass(frozen=True)
class ReminderResults:
    """What came of it: those reminded, with what became of each, and (person, why not) of whom no
    reminder was recorded."""

    sent: Sequence[Reminder]
    refused: Sequence[tuple[object, str]]


def remind_all(
    people: Iterable[StatusComparison], *, how: str, again: bool, by, on: date
) -> ReminderResults:
    """Reminds each of `people` of the day of their re-check; `again` says that another reminder of
    the same day is wanted."""
    people, made, refused = list(people), [], []
    if how == Reminder.EMAIL and not email.can_post():
        return ReminderResults((), [(item.person, email.NO_SERVER) for item in people])
    for person in people:
        fields = {"person": person.person, "group": person.now.group, "due_on": person.now.due}
        try:
            made.append(reminders.remind(**fields, how=how, again=again, by=by, on=on))
        except Refused as refusal:
            refused.append((person.person, refusal.sentence))
    return ReminderResults(deliver(made, by=by, on=on), refused)


def deliver(made: Iterable[Reminder], *, by, on: date) -> list[Reminder]:
    """Sends those of `made` that wait, as they then stand: the first of them now, the others behind
    the page."""
    made, post = list(made), get_connection()
    waiting = [item for item in made if item.delivery == WAITING]
    now = {item.pk: _delivered(item, post, by, on) for item in waiting[:AT_ONCE]}
    post.close()
    if waiting[AT_ONCE:] and not settings.SERVER:
        Thread(target=_in_a_thread, args=(waiting[AT_ONCE:], by, on), daemon=True).start()
    return [now.get(item.pk, item) for item in made]


def deliver_all(made: Iterable[Reminder], *, by, on: date) -> list[Reminder]:
    """Sends all of `made` that wait; gives each as it then stands."""
    post = get_connection()
    done = [_delivered(item, post, by, on) for item in made]
    post.close()
    return done


def _delivered(reminder, post, by, on):
    try:
        clash = reminders.take_up(record=reminder, by=by, on=on)
    except Refused:
        # Another process was first.
        return Reminder.objects.get(pk=reminder.pk)
    subject, body = clash.words
    letter = EmailMessage(subject, body, to=[clash.person.work_email], connection=post)
    state, trouble = email.posted(letter)
    return reminders.settle(record=clash, state=state, trouble=trouble, by=by, on=on)


def _in_a_thread(waiting, by, on):
    try:
        deliver_all(waiting, by=by, on=on)
    finally:
        connections.close_all()
