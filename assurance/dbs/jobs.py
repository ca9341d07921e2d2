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
from django.core.mail import EmailMessage
from django.db import connections

from assurance.dbs.models.reminders import Reminder
from assurance.dbs.operations import reminders
from assurance.dbs.rules.populations import StatusComparison
from assurance.records import email
from assurance.records.refusals import Refused
from assurance.runtime.email_states import WAITING

# E-mails that are sent while the officer waits for the page.
AT_ONCE = 50


@dataclass(frozen=True)
class ReminderResults:
    """Those reminded, with what became of each, and (person, why not) of all others."""

    sent: Sequence[Reminder]
    refused: Sequence[tuple[object, str]]


def remind_all(
    people: Iterable[StatusComparison], *, how: str, again: bool, by, on: date
) -> ReminderResults:
    """Reminds each of `people` of their re-check; `again` asks for another one of the same day."""
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
    """Sends those of `made` that wait, the first of them now, the others behind the page."""
    made = list(made)
    waiting = [item for item in made if item.delivery == WAITING]
    now = {item.pk: item for item in deliver_all(waiting[:AT_ONCE], by=by, on=on)}
    if waiting[AT_ONCE:] and not settings.SERVER:
        Thread(target=_in_a_thread, args=(waiting[AT_ONCE:], by, on), daemon=True).start()
    return [now.get(item.pk, item) for item in made]


def deliver_all(made: Iterable[Reminder], *, by, on: date) -> list[Reminder]:
    """Sends all of `made` that wait; gives each as it then stands."""
    who = {"by": by, "on": on}
    return email.deliver(
        made,
        lambda row: reminders.take_up(record=row, **who),
        _message,
        lambda row, state, trouble: reminders.settle(
            record=row, state=state, trouble=trouble, **who
        ),
    )


def _message(reminder):
    subject, body = reminder.words
    return EmailMessage(subject, body, to=[reminder.person.work_email])


def _in_a_thread(waiting, by, on):
    try:
        deliver_all(waiting, by=by, on=on)
    finally:
        connections.close_all()
