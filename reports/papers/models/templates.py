"""What stands before any paper: report templates as data, the glossary, series, house words."""

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from assurance.meetings.models.meetings import Meeting
from assurance.records.named_record import plain
from assurance.records.record import Record, RecordedModel, RecordQuerySet
from assurance.runtime.document_field import DocumentField
from reports.papers import lifecycle
from reports.papers.rules import deadlines
from reports.papers.rules.house_words import (
    EVERYWHERE,
    HOLDS,
    LONGEST,
    LONGEST_REASON,
    Wording,
    why_not,
    words_in,
)


class ReportTemplateQuerySet(RecordQuerySet):
    """Readings over report templates."""

    def current(self):
        """Those that new reports may take: no later one has taken their place."""
        return self.filter(successor__isnull=True, withdrawn_on__isnull=True)

    def withdrawn(self):
        """Those that no new report may take, though no later one has taken their place."""
        return self.filter(successor__isnull=True, withdrawn_on__isnull=False)

    def family_of(self, template):
        """`template` as it was and as it is now, the newest first."""
        own = models.Q(pk=template.family) | models.Q(origin=template.family)
        return self.filter(own).order_by("-version")


class ReportTemplate(models.Model):
    """A committee's form of report as data (`reports.language.template` reads `spec`).

    Reports keep the form that they were begun with: a change of one that reports have makes a row
    that `follows` it; `origin` is the first of such a row of them, None of itself. No new report
    begins from one that is withdrawn, whatever becomes of those begun.
    """

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="report_templates")
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=160)
    spec = DocumentField()
    version = models.PositiveIntegerField(default=1)
    follows = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="successor"
    )
    origin = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="descendants"
    )

    withdrawn_on = models.DateField(null=True, blank=True)

    personal = plain("slug title spec withdrawn_on")

    objects = ReportTemplateQuerySet.as_manager()

    class Meta:
        ordering = ("title", "pk")
        constraints = [
            models.UniqueConstraint(fields=("council", "slug"), name="report_template_named_once")
        ]

    def __str__(self):
        return self.title

    @property
    def history_name(self):
        return self.slug

    @property
    def family(self) -> int:
        """The key of the row that it began as."""
        return self.origin_id or self.pk

    @property
    def writers_named(self) -> bool:
        """Whether it says who writes some part."""
        parts = self.spec["parts"]
        rows = [*parts, *(row for part in parts for row in part.get("blocks", ()))]
        return any(row.get("writer") for row in rows)

    @property
    def newest(self) -> "ReportTemplate":
        """It as new reports take it now."""
        return type(self).objects.family_of(self).first()


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
    once, duplicate_error = ("short",), "The glossary already has these letters: change that entry"
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
    """Papers that answer one standing `decision`, every so many months by its `interval`; its slug
    stands in addresses. `texts_days`, `send_days` and `submit_days` are so many working days before
    the day of publication."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="series")
    committee = models.ForeignKey("meetings.Body", models.PROTECT, related_name="series")
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=160)
    interval = models.CharField(max_length=20, choices=deadlines.INTERVALS, blank=True, default="")
    decision = models.CharField(max_length=300, blank=True, default="")
    texts_days = models.PositiveSmallIntegerField(default=deadlines.TEXTS_DAYS)
    send_days = models.PositiveSmallIntegerField(default=deadlines.SEND_DAYS)
    submit_days = models.PositiveSmallIntegerField(default=deadlines.SUBMIT_DAYS)

    history_prefix, history_verbs = "series", ("add", "change")
    once, duplicate_error = ("slug",), "Another series has this address already"
    personal = plain("slug title committee interval decision texts_days send_days submit_days")

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

    @property
    def last_template(self) -> ReportTemplate | None:
        """The template of its last report as new reports take it; None where they may not."""
        template = self.last_report and self.last_report.template.newest
        return template if template and template.withdrawn_on is None else None

    @cached_property
    def last_report(self):
        """Its report about the latest period; None where it has none."""
        return self.papers.select_related("template").order_by("-period_end", "-pk").first()

    def faults(self, values):
        """Refuses also another slug once it has papers."""
        yield from super().faults(values)
        has_papers = self.pk is not None and self.papers.exists()
        yield "slug", lifecycle.why_not_readdress(self.slug, values["slug"], has_papers)


def next_meeting(council, day) -> Meeting | None:
    """The next meeting on `day` or later of a committee that has a series of reports."""
    readers = Series.objects.of(council).values("committee")
    return Meeting.committees.of(council).to_come(day).filter(body__in=readers).first()


WORDING_FIELDS = ("say", "plural", "refused", "holds", "reason")


class HouseWordQuerySet(RecordQuerySet):
    """Readings over house words."""

    def filtered(self, text=""):
        """Those whose words, said or not, have every word of `text`."""
        rows = self
        for word in text.split():
            value = Q(say__icontains=word) | Q(plural__icontains=word)
            rows = rows.filter(value | Q(refused__icontains=word))
        return rows

    def as_wordings(self):
        """The standing ones as pure values, in the order of what is said."""
        return [item.as_wording() for item in self.active().order_by("say", "pk")]


class HouseWord(Record):
    """One house word: what is said, and the words, one to a line, that it is said in place of."""

    say = models.CharField(max_length=LONGEST)
    plural = models.CharField(max_length=LONGEST, blank=True, default="")
    refused = models.TextField()
    holds = models.CharField(max_length=20, choices=HOLDS, default=EVERYWHERE)
    reason = models.CharField(max_length=LONGEST_REASON, blank=True, default="")

    history_prefix, history_verbs = "house_words", ("add", "change", "end")
    unchangeable = "This house word has ended and cannot be changed."
    personal = {**Record.personal, **plain("say plural refused holds reason")}

    objects = HouseWordQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = "house word"
        verbose_name_plural = "house words"
        ordering = ("say", "pk")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("council", "say"),
                condition=Q(withdrawn_on__isnull=True),
                name="house_word_once",
            ),
            models.CheckConstraint(
                condition=~Q(say="") & ~Q(refused=""), name="house_word_is_whole"
            ),
            models.CheckConstraint(
                condition=Q(holds__in=[key for key, _text in HOLDS]), name="house_word_holds"
            ),
        ]

    def __str__(self):
        return self.say

    @property
    def refused_words(self):
        """The words that are not said, each by itself."""
        return words_in(self.refused)

    def as_wording(self):
        """It as a pure value (`reports.papers.rules.house_words.Wording`)."""
        return Wording(self.say, self.refused_words, self.plural, self.reason, self.holds)

    def derived_fields(self, values):
        """The words that are not said, one to a line."""
        return {"refused": "\n".join(words_in(values["refused"]))}

    def faults(self, values):
        """Refuses what is said already and a word that is both said and not said."""
        same = self.others().active().filter(say__iexact=values["say"])
        yield "say", "This is a house word already: change that one" if same.exists() else None
        yield why_not(
            Wording(**{**values.of(WORDING_FIELDS), "refused": words_in(values["refused"])})
        )
