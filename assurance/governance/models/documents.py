"""Strategies and other documents: which version holds, where it is, when that was last checked."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q

from assurance.governance.rules import choices, faults
from assurance.meetings import intervals
from assurance.records.named_record import NamedRecord, NamedRecordQuerySet, plain
from assurance.runtime.digits import whole
from assurance.runtime.periods import today


class DocumentQuerySet(NamedRecordQuerySet):
    """Readings over documents."""

    def unchecked_on(self, day, months):
        """Those that nobody has checked in the `months` before `day`."""
        last = intervals.months_before(day, months) + timedelta(1)
        return self.filter(Q(last_checked_on__isnull=True) | Q(last_checked_on__lt=last))

    def filtered(self, unchecked="", **chosen):
        """Those that fit a list's filter; `unchecked` is a number of months, as text, in which
        nobody has checked them."""
        rows = super().filtered(**chosen)
        return rows.unchecked_on(today(), whole(unchecked)) if unchecked else rows


class Document(NamedRecord):
    """A strategy, policy or other document. `partners` and `consulted` are numbers or bounds such
    as “over 30”; `approved_body` is the body that approved it on `approved_on`."""

    KINDS = [
        ("strategy", "Strategy"),
        ("vision", "Vision"),
        ("plan", "Plan"),
        ("policy", "Policy or procedure"),
        ("threshold", "Levels of need"),
        ("decisions", "Who may decide what"),
        ("storyboard", "Storyboard"),
        ("report", "Report"),
        ("other", "Other document"),
    ]

    kind = models.CharField(max_length=20, choices=KINDS)
    edition = models.CharField(max_length=40, blank=True)
    from_date = models.DateField(null=True, blank=True)
    to_date = models.DateField(null=True, blank=True)
    owner = models.ForeignKey("people.Post", models.PROTECT, related_name="documents_owned")
    address = models.URLField(max_length=300, blank=True)
    last_checked_on = models.DateField(null=True, blank=True)
    approved_body = models.CharField(max_length=120, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    partners = models.CharField(max_length=40, blank=True)
    consulted = models.CharField(max_length=40, blank=True)

    searched = ("title", "owner__title", "approved_body")
    field_faults = staticmethod(faults.document_faults)
    personal = {
        **plain(
            "kind edition from_date to_date owner address last_checked_on approved_body "
            "approved_on partners consulted"
        ),
        **NamedRecord.personal,
    }

    objects = DocumentQuerySet.as_manager()

    class Meta(NamedRecord.Meta):
        ordering = ("title",)
        constraints = [
            *NamedRecord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(to_date__isnull=True)
                | Q(from_date__isnull=True)
                | Q(to_date__gte=F("from_date")),
                name="document_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(approved_on__isnull=True, approved_body="")
                | (Q(approved_on__isnull=False) & ~Q(approved_body="")),
                name="document_approved_by_a_body",
            ),
        ]

    @property
    def checked(self):
        """When it was last checked, in words: “3 March 2015, 10 months ago”."""
        return choices.say_checked(self.last_checked_on, today())

    @property
    def unchecked_for(self):
        """For how long it has not been checked, in words."""
        return choices.say_unchecked(self.last_checked_on, today())
