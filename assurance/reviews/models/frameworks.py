"""Frameworks of inspections and reviews: national ones, and those that a council has of its own."""

from django.db import models
from django.db.models import F, Q

from assurance.records.personal import Personal
from assurance.records.record import RecordQuerySet


class FrameworkQuerySet(RecordQuerySet):
    """Readings over frameworks."""

    def offered_to(self, council):
        """The national ones and those of `council`."""
        return self.filter(Q(council=None) | Q(council=council))

    def filtered(self, text=""):
        """Those whose title holds `text`."""
        return self.filter(title__icontains=text) if text else self


class Framework(models.Model):
    """An inspection or review framework in force for a time (domain 4.1): national where no council
    owns it.

    `areas` is a list of ``{"slug", "title"}`` in the framework's order, `grades` a list of words,
    best first; one that is empty means that the framework has none.
    """

    KINDS = [
        ("inspection", "Inspection"),
        ("peer_review", "Peer review"),
        ("local", "Local review"),
    ]

    council = models.ForeignKey(
        "accounts.Council", models.PROTECT, null=True, blank=True, related_name="frameworks"
    )
    slug = models.SlugField(max_length=40)
    title = models.CharField(max_length=160)
    kind = models.CharField(max_length=20, choices=KINDS)
    areas = models.JSONField(default=list)
    grades = models.JSONField(default=list)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    personal = {
        "slug": Personal.NONE,
        "title": Personal.NONE,
        "kind": Personal.NONE,
        "areas": Personal.NONE,
        "grades": Personal.NONE,
        "from_date": Personal.NONE,
        "to_date": Personal.NONE,
    }

    objects = FrameworkQuerySet.as_manager()

    class Meta:
        ordering = ("from_date", "title")
        constraints = [
            models.UniqueConstraint(fields=("council", "slug"), name="framework_named_once"),
            models.UniqueConstraint(
                fields=("slug",),
                condition=Q(council__isnull=True),
                name="national_framework_named_once",
            ),
            models.CheckConstraint(
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
                name="framework_dates_in_order",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def history_name(self):
        """What history calls it."""
        return f"framework {self.pk}"
