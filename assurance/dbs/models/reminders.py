"""Reminders of re-checks, and the dated wordings that they are written with."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from assurance.dbs.models.approvals import ApprovedModel, ApprovedQuerySet, written_by_somebody
from assurance.dbs.rules import reminders as rules
from assurance.people.certificate_words import why_not_words
from assurance.people.models.people import Engagement
from assurance.people.models.posts import Post
from assurance.records.named_record import plain
from assurance.records.personal import Personal
from assurance.records.record import Record, RecordQuerySet, in_order
from assurance.runtime import email_states as delivery
from assurance.runtime.periods import say_day


class ReminderWordingQuerySet(ApprovedQuerySet):
    """Readings over wordings."""

    def filtered(self, text=""):
        """Those whose subject or body holds `text`: a list's filter."""
        fits = Q(subject__icontains=text) | Q(body__icontains=text)
        return self.filter(fits) if text else self


class ReminderWording(ApprovedModel):
    """What a reminder says, from one day to another; letters keep the wording they were sent with.
    `body` holds the places of `rules.reminders.PLACES`."""

    council = models.ForeignKey(
        "accounts.Council", models.PROTECT, related_name="reminder_wordings"
    )
    subject = models.CharField(max_length=120)
    body = models.TextField()
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)
    approver = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="wordings_approved"
    )

    history_prefix, history_verbs = "dbs_reminders", ("word",)
    personal = plain("subject body from_date to_date approver recorded_by recorded_on")

    objects = ReminderWordingQuerySet.as_manager()

    class Meta:
        ordering = ("-from_date",)
        constraints = [
            models.UniqueConstraint(fields=("council", "from_date"), name="one_wording_from_a_day"),
            in_order("wording_dates_in_order"),
            written_by_somebody("wording_written_by_somebody_on_a_day"),
        ]

    def __str__(self):
        return f"wording from {say_day(self.from_date)}"

    @property
    def history_name(self):
        """What history calls it."""
        return f"reminder wording {self.pk}"

    def faults(self, values):
        """Refuses a place that cannot be filled, a body that does not say when, a subject that
        could name somebody, and a day on or before the newest one's first."""
        yield "subject", rules.why_not_subject(values["subject"])
        yield "body", rules.why_not_word(values["body"])
        newest = self.others().order_by("-from_date").first()
        started = newest and newest.from_date
        yield "from_date", rules.why_not_begin(values["from_date"], started)


class ReminderQuerySet(RecordQuerySet):
    """Readings over reminders."""

    def under_way(self):
        """Those that stand and were sent, or may be yet: all but what the mail server refused."""
        return self.active().exclude(delivery=delivery.FAILED)

    def delivered(self):
        """Those that stand and were sent: letters, and e-mails that the mail server took."""
        return self.active().filter(delivery__in=("", delivery.SENT))

    def waiting(self):
        """The e-mails that stand and wait to be sent, in the order in which they were asked for."""
        return self.active().filter(delivery=delivery.WAITING).order_by("pk")

    def broken_off(self, day):
        """The e-mails that were being sent before `day` and of which nothing more is known."""
        return self.active().filter(delivery=delivery.SENDING, sent_on__lt=day).order_by("pk")

    def e_mails_of(self, day):
        """The e-mails of `day`, by name, with what a page says of them."""
        rows = self.active().filter(how=Reminder.EMAIL, sent_on=day)
        return rows.select_related("person", "council").order_by("person__name", "pk")

    def for_people(self, people):
        """Those under way or sent to some people, newest last."""
        return self.under_way().filter(person__in=people).order_by("sent_on", "pk")

    def letters_of(self, day):
        """The letters recorded on `day`, by name, with what a letter is written from."""
        rows = self.active().filter(how=Reminder.LETTER, sent_on=day)
        return rows.select_related("person", "wording", "council").order_by("person__name", "pk")

    def about_month(self, first, last, groups=None):
        """Those sent by `last` of a re-check that falls on `first` to `last`."""
        rows = self.delivered().filter(due_on__range=(first, last), sent_on__lte=last)
        return rows if groups is None else rows.filter(group__in=groups)

    def first_day(self):
        """When the first was sent, or None."""
        return self.delivered().aggregate(first=models.Min("sent_on"))["first"]


class Reminder(Record):
    """A reminder of the re-check due on `due_on`, sent to one person. Another one for the same day
    is `again`: somebody was asked first. `delivery` is what became of an e-mail, empty for a letter
    and for e-mails of before it was kept; `trouble` says why one was not sent. An e-mail goes out
    once on a day."""

    LETTER, EMAIL = "letter", "email"
    WAYS = [(LETTER, "Letter"), (EMAIL, "E-mail")]

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="reminders")
    group = models.CharField(max_length=30, choices=Engagement.GROUPS)
    due_on = models.DateField()
    how = models.CharField(max_length=10, choices=WAYS)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sent_on = models.DateField()
    again = models.BooleanField(default=False)
    delivery = models.CharField(
        max_length=10, choices=delivery.STATES, blank=True, default="", editable=False
    )
    trouble = models.CharField(max_length=200, blank=True, default="", editable=False)
    wording = models.ForeignKey(
        ReminderWording, models.PROTECT, null=True, blank=True, related_name="reminders"
    )

    history_prefix = "dbs_reminders"
    why_not_reason = staticmethod(why_not_words)
    personal = {
        **Record.personal,
        **dict.fromkeys(("group", "due_on", "sent_on", "how"), Personal.ABOUT),
        **plain("again wording sent_by delivery trouble"),
    }

    objects = ReminderQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("person", "-sent_on")
        indexes = [models.Index(fields=("council", "due_on"), name="reminder_by_due_day")]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("person", "due_on"),
                condition=Q(again=False, withdrawn_on__isnull=True) & ~Q(delivery=delivery.FAILED),
                name="reminded_once_unless_asked",
            ),
            models.UniqueConstraint(
                fields=("person", "due_on", "sent_on"),
                condition=Q(how="email", withdrawn_on__isnull=True)
                & ~Q(delivery__in=("", delivery.FAILED)),
                name="reminded_by_email_once_a_day",
            ),
            models.CheckConstraint(
                condition=Q(how="email") | Q(delivery=""), name="only_an_email_is_delivered"
            ),
        ]

    def __str__(self):
        return f"reminder of {say_day(self.sent_on)}"

    @property
    def delivery_words(self):
        """What became of it, and why it was not sent."""
        if self.how == self.LETTER:
            return "Recorded as a letter"
        state = self.get_delivery_display()
        return f"{state}. {self.trouble}" if self.trouble else state

    @property
    def words(self):
        """(subject, body) as the person reads them, in the wording that it was sent with."""
        values = {"name": self.person.name, "due": self.due_on, "council": self.council.name}
        sent = self.wording
        subject, body = (sent.subject, sent.body) if sent else (rules.SUBJECT, rules.BODY)
        return subject, rules.filled(body, **values)
