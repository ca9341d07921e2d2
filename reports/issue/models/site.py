"""What the published folder is held against: what was written into it, the checks that were made
of it and what they found."""

from django.db import models
from django.db.models import Q

from assurance.records.personal import Personal

CHANGED, MISSING, EXTRA = "changed", "missing", "extra"
RECORD, REFUSED = "record", "refused"
KINDS = [
    (CHANGED, "differs from what was issued"),
    (MISSING, "is missing"),
    (EXTRA, "should not be there"),
    (RECORD, "differs in the database from what was issued"),
    (REFUSED, "could not be written or taken away"),
]


class SitePage(models.Model):
    """The pages of one paper as they were last written: name → SHA-256 in hexadecimal."""

    paper = models.OneToOneField("papers.Paper", models.PROTECT, related_name="written")
    pages = models.JSONField(default=dict)
    written_at = models.DateTimeField()

    personal = {"pages": Personal.NONE}

    class Meta:
        ordering = ("paper",)

    def __str__(self):
        return f"{self.paper}: {len(self.pages)} pages"


class SiteCheckQuerySet(models.QuerySet):
    """Readings over the checks."""

    def visible_to(self, user):
        """Those of the user's council, the last first."""
        return self.filter(council=user.council_id).order_by("-checked_at", "-pk")


class SiteCheck(models.Model):
    """One look at everything that a council has issued: how much was read, how much was wrong."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="site_checks")
    checked_at = models.DateTimeField()
    editions = models.PositiveIntegerField()
    files = models.PositiveIntegerField()
    faults = models.PositiveIntegerField()

    personal = {}

    objects = SiteCheckQuerySet.as_manager()

    class Meta:
        ordering = ("council", "-checked_at")

    def __str__(self):
        return f"{self.council}, {self.checked_at:%d.%m.%Y}: {self.faults}"


class SiteFaultQuerySet(models.QuerySet):
    """Readings over what was found."""

    def visible_to(self, user):
        """Those of the user's council, by their names."""
        return self.filter(council=user.council_id).order_by("name", "pk")

    def active(self):
        """Those that nothing has mended yet."""
        return self.filter(mended_at__isnull=True)


class SiteFault(models.Model):
    """Something of the folder, or its record, not as issued, until a later look finds it right."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="site_faults")
    name = models.CharField(max_length=300)
    what = models.CharField(max_length=10, choices=KINDS)
    why = models.CharField(max_length=300, blank=True, default="")
    found_at = models.DateTimeField()
    mended_at = models.DateTimeField(null=True, blank=True)

    personal = {"name": Personal.NONE, "what": Personal.NONE, "why": Personal.NONE}

    objects = SiteFaultQuerySet.as_manager()

    class Meta:
        ordering = ("council", "name")
        constraints = [
            models.UniqueConstraint(
                fields=("council", "name", "what"),
                condition=Q(mended_at__isnull=True),
                name="site_fault_is_open_once",
            )
        ]

    def __str__(self):
        return f"{self.name} {self.get_what_display()}"
