"""Frameworks of inspections and reviews: national ones, and those that a council has of its own."""

from django.db import models
from django.db.models import Q
from django.utils.text import slugify

from assurance.records.named_record import plain
from assurance.records.record import RecordedModel, RecordQuerySet, in_order
from assurance.records.refusals import why_not_name
from assurance.reviews.rules import frameworks


class FrameworkQuerySet(RecordQuerySet):
    """Readings over frameworks."""

    def offered_to(self, council):
        """The national ones and those of `council`."""
        return self.filter(Q(council=None) | Q(council=council))

    def filtered(self, text=""):
        """Those whose title holds `text`."""
        return self.with_words(text, "title")


class Framework(RecordedModel):
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

    history_prefix = "frameworks"
    personal = plain("slug title kind areas grades from_date to_date")

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
            in_order("framework_dates_in_order"),
        ]

    def __str__(self):
        return self.title

    def derived_fields(self, values):
        """Its areas with a slug for each title; of a new one also its own slug."""
        typed = values.fields.get("areas")
        areas = {} if typed is None else {"areas": _with_slugs(typed)}
        return areas if self.pk else {**areas, "slug": slugify(values["title"])[:40]}

    def faults(self, values):
        """Refuses a title already used, days out of order, and what a review done under it would no
        longer fit."""
        if self.pk is None:
            offered = Framework.objects.offered_to(self.council)
            is_used = offered.filter(slug=values["slug"]).exists()
            yield "title", why_not_name("framework", values["slug"], is_used)
        yield "to_date", frameworks.why_not_days(values["from_date"], values["to_date"])
        if self.pk:
            weighed = [values[name] for name in ("kind", "grades", "from_date", "to_date")]
            current = self.reviews.active().with_grades_given()
            yield "", frameworks.why_not_change(*weighed, current)


def _with_slugs(titles):
    made = {}
    for title in titles:
        slug = slugify(title)[:50] or "area"
        # Two titles may come to one slug; themes of a review may not.
        made[f"{slug}-{len(made) + 1}" if slug in made else slug] = title
    return [{"slug": slug, "title": title} for slug, title in made.items()]
