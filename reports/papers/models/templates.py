"""What stands before any paper: report templates as data, the glossary, and series."""

from django.db import models

from assurance.records.personal import Personal
from assurance.records.record import RecordQuerySet


class ReportTemplate(models.Model):
    """A committee's form of report as data (`reports.papers.language.template` reads `spec`)."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="report_templates")
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=160)
    spec = models.JSONField()

    personal = {"slug": Personal.NONE, "title": Personal.NONE, "spec": Personal.NONE}

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ("title",)
        constraints = [
            models.UniqueConstraint(fields=("council", "slug"), name="report_template_named_once")
        ]

    def __str__(self):
        return self.title

    @property
    def history_name(self):
        """What history calls it."""
        return self.slug


class AbbreviationQuerySet(RecordQuerySet):
    """Readings over a glossary."""

    def filtered(self, text=""):
        """Those whose letters or meaning have the words of `text`."""
        rows = self
        for word in text.split():
            rows = rows.filter(models.Q(short__icontains=word) | models.Q(long__icontains=word))
        return rows


class Abbreviation(models.Model):
    """One entry of a council's glossary."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="abbreviations")
    short = models.CharField(max_length=20)
    long = models.CharField(max_length=160)

    personal = {"short": Personal.NONE, "long": Personal.NONE}

    objects = AbbreviationQuerySet.as_manager()

    class Meta:
        ordering = ("short",)
        constraints = [
            models.UniqueConstraint(fields=("council", "short"), name="abbreviation_once")
        ]

    def __str__(self):
        return self.short

    @property
    def history_name(self):
        """What history calls it: its letters may be mended, its row stays."""
        return f"abbreviation {self.pk}"


class Series(models.Model):
    """Papers that answer one standing decision, such as the six-monthly report. Its slug stands in
    addresses."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="series")
    committee = models.ForeignKey("meetings.Committee", models.PROTECT, related_name="series")
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=160)

    personal = {"slug": Personal.NONE, "title": Personal.NONE, "committee": Personal.NONE}

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "series"
        ordering = ("title",)
        constraints = [
            models.UniqueConstraint(fields=("council", "slug"), name="series_named_once")
        ]

    def __str__(self):
        return self.title

    @property
    def history_name(self):
        """What history calls it."""
        return self.slug
