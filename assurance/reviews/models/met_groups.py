"""Groups of people whom a review met: who they were, how many, and when."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.text import slugify

from assurance.figures.models import small_up_to
from assurance.figures.small_numbers import NOT_SHOWN, fewer_than, is_small
from assurance.records.named_record import one_active, plain
from assurance.records.record import Record, RecordQuerySet
from assurance.reviews.rules import met_groups as rules


class MetGroupQuerySet(RecordQuerySet):
    """Readings over groups that were met."""

    def of_standing_reviews(self):
        """Those that stand, of reviews that stand, each with the date `met` that counts it: the
        last day on site, where its own is not known."""
        rows = self.active().filter(review__withdrawn_on=None).select_related("review")
        return rows.annotate(met=Coalesce("met_on", F("review__ended_on")))

    def listed(self):
        """Those that stand, in the order of their dates, those without one last."""
        return self.active().order_by(F("met_on").asc(nulls_last=True), "pk")

    def met_in(self, when):
        """Those met in a period, with a number or without."""
        rows = self.of_standing_reviews()
        return rows.filter(met__gte=when.start, met__lte=when.end)


def member_of(group):
    """What a group is quoted by, however it is spelt: “Foster carers” and “foster  carers”."""
    return slugify(group) or "others"


class MetGroup(Record):
    """One group that a review met. `number` is None where its report gives none, and `met_on` where
    it only says that it was on site."""

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="met_groups")
    group = models.CharField(max_length=120)
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    met_on = models.DateField(null=True, blank=True)

    parent_field, history_prefix = "review", "met_groups"
    personal = {**plain("review group number met_on"), **Record.personal}

    objects = MetGroupQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = "group met", "groups met"
        ordering = ("review", "met_on", "pk")
        constraints = [
            *Record.Meta.constraints,
            one_active("met_group_once_a_day", "review", "group", "met_on"),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | Q(number__gte=1), name="met_group_of_someone"
            ),
        ]

    def __str__(self):
        return self.group

    def faults(self, values):
        """Refuses a group that is listed for its day already, none, and a day off site."""
        same = self.others().active().filter(review=self.review, met_on=values["met_on"])
        names = same.values_list("group", flat=True)
        is_used = rules.is_listed(values["group"], names)
        yield "group", rules.why_not_twice(values["group"], values["met_on"], is_used)
        yield "number", rules.why_not_number(values["number"])
        yield "met_on", rules.why_not_met_on(self.review, values["met_on"])

    @property
    def printed_number(self):
        """How many, as a report (its `paper`) may print it: where any group of the council was so
        small that someone could be known, of that no more, and the numbers of others not."""
        if self.number is None:
            return "not counted"
        most = small_up_to(self.council, getattr(self, "paper", None))
        if is_small(self.number, most):
            return fewer_than(most)
        rows = type(self).objects.of(self.council).of_standing_reviews()
        is_any_small = rows.filter(number__range=(1, most)).exists()
        return NOT_SHOWN if is_any_small else f"{self.number:,}"
