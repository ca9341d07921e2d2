"""What the published folder is held against: what was written into it, the checks that were made
of it and what they found."""

from django.db import models
from django.db.models import Q

from assurance.records.personal import Personal

CHANGED, MISSING, EXTRA = "changed", "missing", "extra"
RECORD, REFUSED, ROW, HISTORY = "record", "refused", "row", "history"
KINDS = [
    (CHANGED, "differs from what the program wrote"),
    (MISSING, "is missing"),
    (EXTRA, "should not be there"),
    (RECORD, "differs in the database from the published edition"),
    (ROW, "is not as its last entry in history"),
    (HISTORY, "does not fit the council’s history"),
    (REFUSED, "could not be written or taken away"),
]


class SitePage(models.Model):
    """The pages of one paper as they were last written: name → SHA-256 in hexadecimal. `written_at`
    is when one last became another, or when a writer began that has not finished."""

    paper = models.OneToOneField("papers.Paper", models.PROTECT, related_name="written")
    pages = models.JSONField(default=dict)
    written_at = models.DateTimeField()

    personal = {"pages": Personal.NONE}
    unproved = "Of the published folder, which is compared with the editions."

    class Meta:
        ordering = ("paper",)

    def __str__(self):
        return f"{self.paper}: {len(self.pages)} pages"


class SharedPages(models.Model):
    """The pages that several reports share, by their last writing: name → SHA-256 in
    hexadecimal, of a council's lists under its name in addresses, or of what all councils share
    under an empty one. `written_at` is when one last became another, `begun_at` when a writer began
    that has not finished."""

    folder = models.CharField(max_length=40, unique=True, blank=True)
    pages = models.JSONField(default=dict)
    written_at = models.DateTimeField(null=True)
    begun_at = models.DateTimeField(null=True)

    personal = {"folder": Personal.NONE, "pages": Personal.NONE}
    unproved = "Of the published folder, which is compared with the editions."

    class Meta:
        verbose_name_plural = "shared pages"
        ordering = ("folder",)

    def __str__(self):
        return f"{self.folder or 'all councils'}: {len(self.pages)} pages"


class SiteCheckQuerySet(models.QuerySet):
    """Readings over the checks."""

    def visible_to(self, user):
        """Those of the user's council, the last first."""
        return self.filter(council=user.council_id).order_by("-checked_at", "-pk")


class SiteCheck(models.Model):
    """One look at everything that a council has issued, and at its records: how much was read, how
    much was wrong; `history_seq` and `history_digest` are the end of its history then."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="site_checks")
    checked_at = models.DateTimeField()
    editions = models.PositiveIntegerField()
    files = models.PositiveIntegerField()
    faults = models.PositiveIntegerField()
    # None in checks from before records were compared with history.
    rows = models.PositiveIntegerField(null=True)
    history_seq = models.PositiveBigIntegerField(null=True)
    history_digest = models.CharField(max_length=64, blank=True, default="")
    # The published folders of the reports that were being written, whose files may be to come.
    awaited = models.JSONField(default=list)
    # False where rows from before history had their digests were not compared.
    is_complete = models.BooleanField(default=False)

    personal = {"history_digest": Personal.NONE, "awaited": Personal.NONE}
    unproved = "Of the published folder, which is compared with the editions."

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

    def found_by(self, check):
        """Those that were there at this check of a council, by their names."""
        rows = self.filter(council=check.council, found_at__lte=check.checked_at)
        gone = Q(mended_at__isnull=True) | Q(mended_at__gt=check.checked_at)
        return rows.filter(gone).order_by("name", "pk")

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
    unproved = "Of the published folder, which is compared with the editions."

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
