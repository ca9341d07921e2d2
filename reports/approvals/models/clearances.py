"""Clearances of single implications: what was asked for, and each officer's word on an entry."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from assurance.records.email import Emailed, OutgoingEmail
from assurance.records.named_record import plain
from assurance.records.personal import Personal
from reports.approvals.models.approvals import KINDS
from reports.documents.digest import entry_of
from reports.papers.models.papers import OfPaper, Paper, optional_key

# Kinds of e-mails about a clearance: that it is asked for, and that it is due.
REQUESTED, REMINDER = "asked", "reminder"
OF_AN_ENTRY = Q(scope__contains="/")


class OfEntry(OfPaper):
    """The ground of what belongs to one line of a council's rule and one report; `scope` is an
    entry of a part, such as ``implications/Legal``."""

    @property
    def asks(self) -> tuple[str, str, str]:
        """What the line of the rule asks for, whoever holds it."""
        return self.kind, self.called.casefold(), self.scope

    @property
    def title(self) -> str:
        """As what it is asked for or given."""
        return self.called or self.get_kind_display()

    @property
    def entry(self) -> str:
        """The entry by its own name: ``Legal``."""
        return entry_of(self.scope)


class ClearanceRequestQuerySet(models.QuerySet):
    """Readings over the clearances that were asked for."""

    def visible_to(self, user):
        """Those of the council's reports."""
        return self.filter(
            paper__council_id=user.council_id, paper__withdrawn_on__isnull=True
        ).with_names()

    def with_names(self):
        """The same with what pages and e-mails name."""
        return self.select_related("paper__council", "paper__series", "paper__template", "asked_by")

    def of_paper(self, paper):
        """Those of one report."""
        return self.filter(paper=paper).select_related("asked_by")

    def due_until(self, day):
        """Those due by `day`, of reports that were not issued."""
        rows = self.filter(due_on__lte=day, paper__withdrawn_on__isnull=True)
        return rows.exclude(paper__status=Paper.ISSUED).with_names()


class ClearanceRequest(OfEntry, Emailed, models.Model):
    """That a clearance of one entry of a report was asked of whoever the council's rule names for
    it, by a day; asked again because the entry has changed since, it has the later day of asking
    and the clearance that had `ended`."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="clearance_requests")
    kind = models.CharField(max_length=20, choices=KINDS)
    called = models.CharField(max_length=60, blank=True, default="")
    scope = models.CharField(max_length=100)
    due_on = models.DateField(null=True, blank=True)
    asked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    asked_on = models.DateField()
    ended = optional_key("approvals.Clearance", "+")

    personal = plain("kind called scope due_on asked_on")

    objects = ClearanceRequestQuerySet.as_manager()

    class Meta:
        ordering = ("paper", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("paper", "kind", "called", "scope"), name="clearance_asked_for_once"
            ),
            models.CheckConstraint(condition=OF_AN_ENTRY, name="clearance_asked_of_an_entry"),
        ]

    def __str__(self):
        return f"{self.title}: {self.entry}"

    @property
    def reminder(self) -> str:
        """The occasion of the reminder before its day."""
        return str(self.due_on or "")

    def was_reminded(self, day: date) -> bool:
        """Whether the reminder before its day was written and is not to be sent again on `day`."""
        rows = OutgoingEmail.objects.about(self).filter(kind=REMINDER, occasion=self.reminder)
        return rows.exclude(pk__in=rows.to_try_again(day).values("pk")).exists()

    @property
    def reminder_trouble(self) -> str:
        """Why the reminder before its day did not go, and what follows, in words; else nothing."""
        rows = OutgoingEmail.objects.about(self).filter(kind=REMINDER, occasion=self.reminder)
        last = rows.last()
        return last.trouble_words if last else ""


class ClearanceQuerySet(models.QuerySet):
    """Readings over clearances."""

    def of_paper(self, paper):
        """Those of one report that nobody took back, the newest first."""
        rows = self.filter(paper=paper, withdrawn_on__isnull=True).order_by("-pk")
        return rows.select_related("clearer", "in_place_of")


class Clearance(OfEntry, models.Model):
    """One officer's “I clear this entry as it reads now”, who may have written it.

    It stands while the entry prints what `digest` is of, and while nobody took it back
    (`withdrawn_on`); `text` is what it printed then. A deputy gives it `in_place_of` another.
    """

    is_clearance, is_sign_off, outsider = True, False, ""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="clearances")
    kind = models.CharField(max_length=20, choices=KINDS)
    called = models.CharField(max_length=60, blank=True, default="")
    scope = models.CharField(max_length=100)
    clearer = models.ForeignKey("accounts.User", models.PROTECT, related_name="clearances")
    in_place_of = optional_key("accounts.User", "+")
    cleared_on = models.DateField()
    digest = models.CharField(max_length=64)
    text = models.TextField()
    withdrawn_on = models.DateField(null=True, blank=True)

    personal = {
        **plain("kind called scope cleared_on digest withdrawn_on"),
        "text": Personal.MAY,
    }

    objects = ClearanceQuerySet.as_manager()

    class Meta:
        ordering = ("paper", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("paper", "kind", "called", "scope", "digest"),
                condition=Q(withdrawn_on__isnull=True),
                name="clearance_once",
            ),
            models.CheckConstraint(condition=OF_AN_ENTRY, name="clearance_of_an_entry"),
            models.CheckConstraint(condition=~Q(text=""), name="clearance_of_words"),
            models.CheckConstraint(
                condition=Q(in_place_of__isnull=True) | ~Q(in_place_of=F("clearer")),
                name="clearance_in_place_of_another",
            ),
        ]

    def __str__(self):
        return f"{self.entry} of {self.paper} cleared by {self.by_whom}"

    @property
    def by_whom(self) -> str:
        """Who cleared it: the title of an account, “X for Y” where a deputy did."""
        if self.in_place_of:
            return f"{self.clearer.name} for {self.in_place_of.name}"
        return self.clearer.name

    @property
    def approved_on(self):
        """The day on which it was given, as approvals call theirs."""
        return self.cleared_on
