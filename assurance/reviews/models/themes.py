"""The themes, lines of enquiry or judgement areas of a review."""

from django.db import models
from django.utils.text import slugify

from assurance.records.named_record import plain
from assurance.records.record import RecordedModel, next_number
from assurance.records.refusals import why_not_name
from assurance.reviews.rules import findings


class ThemeQuerySet(models.QuerySet):
    """Readings over themes, which belong to the council of their review."""

    def visible_to(self, user):
        """The themes of the reviews of `user`'s own council."""
        return self.filter(review__council_id=getattr(user, "council_id", None))

    def of(self, council):
        """The themes of the reviews of `council`."""
        return self.filter(review__council=council)

    def offered_to(self, council):
        """The themes of the standing reviews of `council`, the newest review's first."""
        own = self.filter(review__council=council, review__withdrawn_on__isnull=True)
        return own.select_related("review").order_by("-review__started_on", "review", "order")


class Theme(RecordedModel):
    """A theme, line of enquiry or judgement area of one review, in the review's own order, with
    its grade if any."""

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="themes")
    order = models.PositiveSmallIntegerField()
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=200)
    grade = models.CharField(max_length=60, blank=True)

    parent_field, history_prefix = "review", "themes"
    personal = plain("review order slug title grade")

    objects = ThemeQuerySet.as_manager()

    class Meta:
        ordering = ("review", "order")
        constraints = [
            models.UniqueConstraint(fields=("review", "slug"), name="theme_named_once"),
            models.UniqueConstraint(fields=("review", "order"), name="theme_order_once"),
        ]

    def __str__(self):
        return self.title

    @property
    def council(self):
        """The council of its review."""
        return self.review.council

    def derived_fields(self, values):
        """Of a new one its place after the others, and its slug."""
        if self.pk:
            return {}
        slug = values["slug"] or slugify(values["title"])[:60]
        return {"slug": slug, "order": next_number(self.review.themes, "order")}

    def faults(self, values):
        """Refuses a title already used in its review, and a grade that its framework has not."""
        is_used = self.others().filter(review=self.review, slug=values["slug"]).exists()
        yield "title", why_not_name("theme of this review", values["slug"], is_used)
        yield "grade", findings.why_not_grade(self.review.framework, values["grade"])

    def history_changes(self, changes):
        """The changes without its place, which nobody chose."""
        return tuple(change for change in changes if change.field != "order")
