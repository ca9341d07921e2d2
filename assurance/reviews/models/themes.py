"""The themes, lines of enquiry or judgement areas of a review."""

from django.db import models

from assurance.records.personal import Personal


class ThemeQuerySet(models.QuerySet):
    """Readings over themes, which belong to the council of their review."""

    def visible_to(self, user):
        """The themes of the reviews of `user`'s own council."""
        return self.filter(review__council_id=getattr(user, "council_id", None))

    def offered_to(self, council):
        """The themes of the standing reviews of `council`, the newest review's first."""
        own = self.filter(review__council=council, review__withdrawn_on__isnull=True)
        return own.select_related("review").order_by("-review__started_on", "review", "order")


class Theme(models.Model):
    """A theme, line of enquiry or judgement area of one review, in the review's own order, with
    its grade if any."""

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="themes")
    order = models.PositiveSmallIntegerField()
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=200)
    grade = models.CharField(max_length=60, blank=True)

    personal = {
        "review": Personal.NONE,
        "order": Personal.NONE,
        "slug": Personal.NONE,
        "title": Personal.NONE,
        "grade": Personal.NONE,
    }

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

    @property
    def history_name(self):
        """What history calls it."""
        return f"theme {self.pk}"
