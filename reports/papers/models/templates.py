"""What stands before any paper: report templates as data, the glossary, and series."""

from django.db import models

from assurance.records.named_record import plain
from assurance.records.record import RecordedModel, RecordQuerySet
from assurance.runtime.document_field import DocumentField
from reports.papers import lifecycle


class ReportTemplate(models.Model):
    """A committee's form of report as data (`reports.papers.language.template` reads `spec`)."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="report_templates")
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=160)
    spec = DocumentField()

    personal = plain("slug title spec")

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
        return self.slug


class AbbreviationQuerySet(RecordQuerySet):
    """Readings over a glossary."""

    def filtered(self, text=""):
        """Those whose letters or meaning have the words of `text`."""
        rows = self
        for word in text.split():
            rows = rows.filter(models.Q(short__icontains=word) | models.Q(long__icontains=word))
        return rows


class Abbreviation(RecordedModel):
    """One entry of a council's glossary."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="abbreviations")
    short = models.CharField(max_length=20)
    long = models.CharField(max_length=160)

    history_prefix, history_verbs = "glossary", ("add", "change")
    once, taken = ("short",), "The glossary holds these letters already: change that entry"
    personal = plain("short long")

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


class Series(RecordedModel):
    """Papers that answer one standing decision; its slug stands in addresses."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="series")
    committee = models.ForeignKey("meetings.Body", models.PROTECT, related_name="series")
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=160)

    history_prefix, history_verbs = "series", ("add", "change")
    once, taken = ("slug",), "Another series has this name in addresses already"
    personal = plain("slug title committee")

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
        return self.slug

    def faults(self, values):
        """Refuses also another slug once it has papers."""
        yield from super().faults(values)
        has_papers = self.pk is not None and self.papers.exists()
        yield "slug", lifecycle.why_not_readdress(self.slug, values["slug"], has_papers)
