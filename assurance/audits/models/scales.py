"""Scales of grades, and the grades of each."""

from django.db import models
from django.db.models import Max, Min, Q
from django.utils.text import slugify

from assurance.audits.rules import case_audits
from assurance.records.named_record import plain
from assurance.records.record import RecordedModel, RecordQuerySet, in_order


class GradeScale(RecordedModel):
    """An ordered scale of grades in force for a time; several may be in force over the years."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="grade_scales")
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=120)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    history_prefix, history_verbs = "grade_scales", ("add", "change")
    personal = plain("slug title from_date to_date")

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ("-from_date",)
        constraints = [
            models.UniqueConstraint(fields=("council", "slug"), name="grade_scale_named_once"),
            in_order("grade_scale_dates_in_order"),
        ]

    def __str__(self):
        return self.title

    def faults(self, values):
        """Refuses a slug or title already used, and days that leave out an audit graded by it."""
        named = Q(title__iexact=values["title"])
        named |= Q() if self.pk else Q(slug=values["slug"])
        is_used = self.others().filter(named).exists()
        yield "title", case_audits.why_not_name_scale(slugify(values["title"]), is_used)
        if self.pk:
            audits = Grade._meta.get_field("first_given").related_model.objects.active()
            days = audits.graded_by(self).aggregate(first=Min("audited_on"), last=Max("audited_on"))
            sentence = case_audits.why_not_move_scale(
                values["from_date"], values["to_date"], **days
            )
            yield "to_date", sentence


class GradeQuerySet(models.QuerySet):
    """Readings over grades."""

    def of(self, council):
        """The grades of `council`'s scales, newest scale first, best grade first."""
        ordered = self.filter(scale__council=council).select_related("scale")
        return ordered.order_by("-scale__from_date", "scale", "order")


class Grade(models.Model):
    """One grade of a scale; `order` 1 is the best."""

    scale = models.ForeignKey(GradeScale, models.PROTECT, related_name="grades")
    order = models.PositiveSmallIntegerField()
    code = models.SlugField(max_length=40)
    label = models.CharField(max_length=80)

    personal = plain("code label")

    objects = GradeQuerySet.as_manager()

    class Meta:
        ordering = ("scale", "order")
        constraints = [
            models.UniqueConstraint(fields=("scale", "code"), name="grade_code_once"),
            models.UniqueConstraint(fields=("scale", "order"), name="grade_order_once"),
        ]

    def __str__(self):
        return self.label
