"""E-mails: each recorded as waiting, taken up by one process, sent once, and settled with what
became of it; those that go by themselves are tried again.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import models, transaction
from django.utils.functional import cached_property

from assurance.records import history
from assurance.records.about_record import AboutRecord, AboutRecordQuerySet
from assurance.records.personal import Personal
from assurance.records.refusals import Refused, refuse_if
from assurance.runtime.email_states import (
    FAILED,
    LOST,
    MOST_TRIES,
    PASSING,
    SENDING,
    SENT,
    STATES,
    UNKNOWN,
    WAITING,
    again_on,
)
from assurance.runtime.mail_server import posted
from assurance.runtime.periods import say_day

NO_SERVER = "This service has no mail server: print letters instead"
TELL_THEM = "It is not tried again: tell them yourself"
TAKEN_UP = "This e-mail has been taken up already."


class OutgoingEmailQuerySet(AboutRecordQuerySet):
    """Readings over e-mails."""

    def waiting(self):
        """Those that nobody has taken up, in the order in which they were asked for."""
        return self.filter(state=WAITING).order_by("pk")

    def broken_off(self, day):
        """Those of days before `day` whose sending never came to an end."""
        return self.filter(state=SENDING, day__lt=day).order_by("pk")

    def under_way(self):
        """Those that were sent, or may have been: all but what waits and what could not be."""
        return self.exclude(state__in=(WAITING, FAILED))

    def to_try_again(self, day):
        """Those that failed before `day` for a fault that may have passed, and were not tried as
        often as any is."""
        tried = self.filter(tries__gt=0, tries__lt=MOST_TRIES, day__lt=day)
        return tried.filter(state=FAILED, error__in=PASSING)


class OutgoingEmail(AboutRecord):
    """One e-mail of a `kind` about a record, and what became of it; `error` says why it did not go.

    There is never a second for one `occasion`: it waits again where it could not be sent, or where
    somebody asks for that.
    """

    kind = models.CharField(max_length=20)
    occasion = models.CharField(max_length=20, blank=True)
    day = models.DateField()
    state = models.CharField(max_length=10, choices=STATES)
    error = models.CharField(max_length=200, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    personal = {
        **AboutRecord.personal,
        **dict.fromkeys(("kind", "occasion", "day", "state", "error", "tries"), Personal.NONE),
    }

    objects = OutgoingEmailQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("model", "key", "kind", "occasion"), name="outgoing_email_once"
            )
        ]
        indexes = [models.Index(fields=("model", "kind", "occasion"), name="outgoing_email_kind")]

    def __str__(self):
        return f"{self.kind} e-mail about {self.model} {self.key}"

    @property
    def trouble_words(self) -> str:
        """What became of one that went by itself and does not arrive, and what follows; nothing for
        one that was sent or waits."""
        if self.state not in (FAILED, UNKNOWN):
            return ""
        why = f" {self.error}." if self.error else ""
        then = f"It is tried again on {say_day(self.again_on)}" if self.again_on else TELL_THEM
        what = self.get_state_display().lower()
        return f"Reminder of {say_day(self.day)}: {what}.{why} {then}"

    @property
    def again_on(self) -> date | None:
        """The day on which it is sent once more where it went by itself; None for never."""
        return again_on(self.state, self.error, self.tries, self.day)


class Emailed:
    """What a record that e-mails are sent about knows of them."""

    @cached_property
    def last_email(self):
        """The newest e-mail about it, or None."""
        return OutgoingEmail.objects.about(self).order_by("pk").last()

    @property
    def last_trouble(self):
        """The newest e-mail about it where that was not or may not have been sent; else None."""
        newest = self.last_email
        return newest if newest and newest.state not in ("", SENT) else None


def _as_history(email: OutgoingEmail) -> dict[str, str]:
    """What history holds of an e-mail: its kind, its state and why it did not go."""
    fields = {"kind": email.kind, "state": email.state, "trouble": email.error}
    return {name: value for name, value in fields.items() if value}


@dataclass(frozen=True)
class EmailKind:
    """How e-mails of some kinds are written, and what history says of each.

    `message(email, record, by=, on=)` gives the message, or None where there is nothing to say.
    `begun` and `settled` give what history holds; `follow_up` writes on the record what follows
    from a settled one, and gives the changes.
    """

    begin_action: str
    settle_action: str
    message: Callable[..., EmailMessage | None]
    begun: Callable[[OutgoingEmail], Mapping] = _as_history
    settled: Callable[[OutgoingEmail], Mapping] = _as_history
    follow_up: Callable[..., tuple] = lambda record, state, on: ()

    def deliver(self, emails: Iterable[OutgoingEmail], *, by, on: date) -> list[OutgoingEmail]:
        """Sends each of `emails` that waits; gives each as it then stands."""
        steps = (partial(step, by=by, on=on) for step in (self.begin, self._write, self.settle))
        return deliver(emails, *steps)

    def deliver_about(self, record, *, by, on: date) -> list[OutgoingEmail]:
        """Sends the e-mails about `record` that wait; gives each as it then stands."""
        return self.deliver(OutgoingEmail.objects.about(record).waiting(), by=by, on=on)

    def deliver_all(self, model, *, by, on: date) -> list[str]:
        """Sends what waits about any record of `model`; a line for what became of each."""
        emails = OutgoingEmail.objects.of_model(model).waiting()
        return [
            f"{item.record.history_name}: {item.get_state_display().lower()}"
            for item in self.deliver(emails, by=by, on=on)
        ]

    def settle_broken_off(self, model, *, by, on: date) -> None:
        """Keeps of the e-mails about records of `model` whose sending never came to an end that
        nobody knows what became of them."""
        for item in OutgoingEmail.objects.of_model(model).broken_off(on):
            self.settle(item, UNKNOWN, LOST, by=by, on=on)

    @transaction.atomic
    def begin(self, email: OutgoingEmail, *, by, on: date) -> OutgoingEmail:
        """Takes up an e-mail, to be sent by nobody else; refuses one that does not wait."""
        email = take_up(email)
        changes = history.impersonal_changes(self.begun(email))
        history.record(self.begin_action, about=email.record, by=by, on=on, changes=changes)
        return email

    @transaction.atomic
    def settle(
        self, email: OutgoingEmail, state: str, error: str = "", *, by, on: date
    ) -> OutgoingEmail:
        """Keeps what became of an e-mail that was taken up: sent, failed or unknown, and why."""
        record = email.record
        settle(email, state, error)
        changes = (
            *self.follow_up(record, state, on),
            *history.impersonal_changes(self.settled(email)),
        )
        history.record(self.settle_action, about=record, by=by, on=on, changes=changes)
        return email

    def _write(self, email, *, by, on):
        return self.message(email, email.record, by=by, on=on)


@transaction.atomic
def queue(record, kind: str, on: date, occasion: str = "", *, anew: bool = True) -> OutgoingEmail:
    """The e-mail of a kind about `record`, waiting to be sent; with `anew`, once more whatever
    became of it, else only where it could not be sent."""
    place = {"model": record._meta.label, "key": record.pk, "kind": kind, "occasion": occasion}
    fields = {"council": record.council, "day": on, "state": FAILED}
    OutgoingEmail.objects.get_or_create(**place, defaults=fields)
    email = OutgoingEmail.objects.select_for_update(of=("self",)).get(**place)
    if anew:
        email.tries = 0
    if anew or email.state == FAILED:
        email.day, email.state, email.error = on, WAITING, ""
        email.save()
    return email


def take_up(email: OutgoingEmail) -> OutgoingEmail:
    """The e-mail read again and marked as being sent; refuses one that does not wait."""
    row = OutgoingEmail.objects.select_for_update(of=("self",)).filter(pk=email.pk).first()
    refuse_if(TAKEN_UP if row is None or row.state != WAITING else "")
    row.state, row.tries = SENDING, row.tries + 1
    row.save(update_fields=["state", "tries"])
    return row


def settle(email: OutgoingEmail, state: str, error: str = "") -> OutgoingEmail:
    """Marks what became of an e-mail."""
    email.state, email.error = state, error
    email.save(update_fields=["state", "error"])
    return email


def deliver(rows: Iterable, begin: Callable, write: Callable, settle: Callable) -> list:
    """Begins, writes, sends and settles `rows` on one connection; gives each as it then is."""
    connection = get_connection()
    done = [_delivered(row, begin, write, settle, connection) for row in rows]
    connection.close()
    return done


def _delivered(row, begin, write, settle, connection):
    try:
        row = begin(row)
    except Refused:
        # Another process was first.
        return type(row).objects.filter(pk=row.pk).first() or row
    return settle(row, *attempt(partial(write, row), connection))


def attempt(write: Callable[[], EmailMessage | None], connection) -> tuple[str, str]:
    """Sends what `write` gives on `connection`; (state, sentence), empty where it is nothing."""
    try:
        message = write()
    except Refused as refusal:
        return FAILED, refusal.sentence
    if message is None:
        return "", ""
    message.connection = connection
    return posted(message)


def can_post():
    """Whether an e-mail that is sent goes anywhere."""
    return not settings.EMAIL_BACKEND.endswith(".dummy.EmailBackend")


def require_server():
    """Refuses where no e-mail goes anywhere."""
    refuse_if("" if can_post() else NO_SERVER)


def service_root() -> str:
    """The service's address without its last slash, for links in e-mails."""
    return settings.PUBLIC_ADDRESS.rstrip("/") or "http://localhost:8000"
