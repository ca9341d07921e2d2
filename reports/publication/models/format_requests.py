"""Papers that somebody asked for in another format or language, and what was done about it."""

from datetime import date

from django.db import models
from django.db.models import Q

from assurance.records.personal import Personal
from assurance.runtime.periods import months_after

LANGUAGE, OTHER = "language", "other"
FORMATS = [
    ("large", "Large print"),
    ("braille", "Braille"),
    ("audio", "Audio"),
    ("easy", "Easy read"),
    ("bsl", "British Sign Language"),
    ("paper", "Printed on paper"),
    (LANGUAGE, "Another language"),
    (OTHER, "Something else"),
]
PROVIDED, ANOTHER, NOT_GIVEN = "given", "another", "not_given"
OUTCOMES = [
    (PROVIDED, "They have what they asked for"),
    (ANOTHER, "They have it in another way that suits them"),
    (NOT_GIVEN, "They could not be given it"),
]
# Long enough for somebody who is not content to come back; the council's own period, no law's.
MONTHS_KEPT = 3


def why_not_answer(is_closed: bool, text: str) -> str:
    """Why a request cannot be closed with the words `said`, or nothing."""
    if is_closed:
        return "This request is already closed."
    return "" if text.strip() else "Describe the answer."


def forget_from(on: date) -> date:
    """The last day of closing whose contacts are forgotten on `on`."""
    return months_after(on, -MONTHS_KEPT)


def why_not_forget(closed_on: date | None, on: date) -> str:
    """Why the contact of a request cannot be forgotten on `on`, or nothing."""
    is_due = closed_on is not None and closed_on <= forget_from(on)
    return "" if is_due else f"A contact is kept until {MONTHS_KEPT} months after the answer."


class FormatRequestQuerySet(models.QuerySet):
    """Readings over requests."""

    def visible_to(self, user):
        """Those of the user's council, with what their pages name."""
        rows = self.filter(council=user.council_id)
        return rows.select_related("council", "paper__series", "closed_by")

    def open(self):
        """Those that nobody has answered."""
        return self.filter(closed_on__isnull=True)

    def to_forget(self, on):
        """Those whose contact has been kept long enough on `on`."""
        rows = self.filter(closed_on__lte=forget_from(on), forgotten_on__isnull=True)
        return rows.select_related("council")


class FormatRequest(models.Model):
    """A paper asked for in another format or language by somebody without an account.

    `about` names the paper in their words; `paper` is the one whose page they came from. `contact`
    and `details` are theirs, and are emptied on `forgotten_on`, three months after the answer.
    """

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="format_requests")
    paper = models.ForeignKey(
        "papers.Paper", models.PROTECT, null=True, blank=True, related_name="format_requests"
    )
    about = models.CharField(max_length=300)
    wanted = models.CharField(max_length=10, choices=FORMATS)
    language = models.CharField(max_length=60, blank=True)
    details = models.TextField(blank=True)
    contact = models.CharField(max_length=500, blank=True)
    asked_on = models.DateField()
    outcome = models.CharField(max_length=10, choices=OUTCOMES, blank=True, default="")
    said = models.TextField(blank=True, default="")
    closed_on = models.DateField(null=True, blank=True)
    closed_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    forgotten_on = models.DateField(null=True, blank=True)

    # What format somebody needs can say how they see, hear or read.
    personal = {
        "about": Personal.MAY,
        "wanted": Personal.SPECIAL,
        "language": Personal.ABOUT,
        "details": Personal.SPECIAL,
        "contact": Personal.IDENTIFIES,
        "asked_on": Personal.ABOUT,
        "outcome": Personal.NONE,
        "said": Personal.MAY,
        "closed_on": Personal.NONE,
        "forgotten_on": Personal.NONE,
    }

    objects = FormatRequestQuerySet.as_manager()

    class Meta:
        ordering = ("council", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", closed_on__isnull=True, closed_by__isnull=True)
                | (~Q(outcome="") & Q(closed_on__isnull=False, closed_by__isnull=False)),
                name="format_request_closed_by_and_on",
            ),
            models.CheckConstraint(
                condition=Q(forgotten_on__isnull=True)
                | Q(forgotten_on__isnull=False, closed_on__isnull=False, contact="", details=""),
                name="format_request_forgotten_once_closed",
            ),
        ]

    def __str__(self):
        return f"{self.in_words}: {self.about}"

    @property
    def in_words(self):
        """What is wanted: `Braille`, or the language."""
        named = self.wanted == LANGUAGE and self.language
        return self.language if named else self.get_wanted_display()

    @property
    def history_name(self):
        """What history calls it: a number, and nothing of who asked."""
        return f"request {self.pk} for another format"
