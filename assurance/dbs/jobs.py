"""Reminding many at once: one operation per person, so that what could not be sent stops nobody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import get_connection

from assurance.dbs.models.reminders import Reminder
from assurance.dbs.operations.reminders import NOT_SENT, remind
from assurance.dbs.rules.pictures import Stood
from assurance.refusals import Refused

NO_SERVER = "This service has no mail server: print letters instead"


@dataclass(frozen=True)
class Reminded:
    """What came of it: those reminded, and (person, why not) of the others."""

    sent: Sequence[Reminder]
    refused: Sequence[tuple[object, str]]


def can_post() -> bool:
    """Whether an e-mail that is sent goes anywhere."""
    return not settings.EMAIL_BACKEND.endswith(".dummy.EmailBackend")


def remind_all(people: Iterable[Stood], *, how: str, again: bool, by, on: date) -> Reminded:
    """Reminds each of `people` of the day of their re-check; `again` says that another reminder of
    the same day is wanted."""
    people, post = list(people), None
    if how == Reminder.EMAIL:
        post, sentence = _opened()
        if sentence:
            return Reminded((), [(one.person, sentence) for one in people])
    sent, refused = [], []
    for one in people:
        said = {"person": one.person, "group": one.now.group, "due_on": one.now.due}
        try:
            sent.append(remind(**said, how=how, again=again, post=post, by=by, on=on))
        except Refused as refusal:
            refused.append((one.person, refusal.sentence))
    if post:
        post.close()
    return Reminded(sent, refused)


def _opened():
    if not can_post():
        return None, NO_SERVER
    post = get_connection()
    try:
        # One conversation with the server for all of them.
        post.open()
    except (SMTPException, OSError):
        return None, NOT_SENT
    return post, ""
