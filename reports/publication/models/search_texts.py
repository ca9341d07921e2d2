"""The texts by which search finds figures, commitments and recommendations, written as editions
are published, so that a question reads the rows that have a word of it and no others."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q

from assurance.figures.fields import FigureKeyField, current_key_of
from assurance.records.personal import Personal
from reports.publication.models.figures import PrintedFigure


def has_any(phrases, *fields) -> Q:
    """True where any of `fields` has any of `phrases`, both in stems."""
    tests = (Q(**{f"{name}__contains": phrase}) for name in fields for phrase in phrases)
    return reduce(or_, tests, Q(pk__in=()))


class FigureTextQuerySet(models.QuerySet):
    """Readings over the texts of figures."""

    def printed_in(self, council_slug, editions):
        """Those of the figures that `editions` of a council print, each with today's `figure`."""
        rows = self.filter(council__slug=council_slug).annotate(figure=current_key_of("key"))
        printings = PrintedFigure.objects.annotate(figure=current_key_of("key")).filter(
            figure=models.OuterRef("figure"),
            member=models.OuterRef("member"),
            edition__in=editions.order_by().values("pk"),
        )
        return rows.filter(models.Exists(printings))

    def with_any(self, phrases):
        """Those that have any of `phrases`, in stems."""
        return self.filter(has_any(phrases, "text", "around"))


class FigureText(models.Model):
    """The text by which a published figure is found, in stems: its `name`, its `text` with subject
    and date, its definition `around` it; `title` as printed, `day` of its last count."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="figure_texts")
    key = FigureKeyField(max_length=80)
    member = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=300)
    name = models.TextField()
    text = models.TextField()
    around = models.TextField(blank=True)
    day = models.DateField(null=True, blank=True)

    personal = dict.fromkeys(
        ("key", "member", "title", "name", "text", "around", "day"), Personal.NONE
    )
    unproved = "Made of the editions, which are proved, and written again as others are published."

    objects = FigureTextQuerySet.as_manager()

    class Meta:
        ordering = ("council", "key", "member")
        constraints = [
            models.UniqueConstraint(fields=("council", "key", "member"), name="figure_text_once")
        ]

    def __str__(self):
        return self.title


class RecordTextQuerySet(models.QuerySet):
    """Readings over the texts of commitments and recommendations."""

    def stale(self, kind):
        """True where a `kind` (commitment, recommendation) has no text, or was changed since."""
        own = self.filter(**{f"{kind}_id": models.OuterRef("pk")})
        return ~models.Exists(own.filter(version=models.OuterRef("version")))

    def having(self, kind, phrases):
        """True where the text of a `kind` has any of `phrases`, in stems."""
        own = self.filter(**{f"{kind}_id": models.OuterRef("pk")})
        return models.Exists(own.filter(has_any(phrases, "text")))


class RecordText(models.Model):
    """The text by which a commitment or recommendation is found, in stems, of its `version`."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="record_texts")
    commitment = models.OneToOneField(
        "papers.Commitment", models.PROTECT, null=True, blank=True, related_name="search_text"
    )
    recommendation = models.OneToOneField(
        "papers.Recommendation", models.PROTECT, null=True, blank=True, related_name="search_text"
    )
    version = models.PositiveIntegerField()
    text = models.TextField()

    personal = {"version": Personal.NONE, "text": Personal.MAY}
    unproved = "Made of published records, which are proved, and written again from them."

    objects = RecordTextQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(commitment__isnull=False, recommendation__isnull=True)
                | Q(commitment__isnull=True, recommendation__isnull=False),
                name="record_text_of_one_record",
            )
        ]

    def __str__(self):
        return f"{self.commitment_id or self.recommendation_id}"
