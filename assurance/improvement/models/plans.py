"""Improvement plans and their priorities."""

from django.db import models
from django.db.models import Count, Q

from assurance.improvement.rules import actions
from assurance.records.named_record import plain, slug_of_new
from assurance.records.record import RecordedModel, RecordQuerySet, in_order, next_number
from assurance.records.refusals import why_not_name


class PlanQuerySet(RecordQuerySet):
    """Readings over plans."""

    def filtered(self, text=""):
        """Those whose title holds `text`."""
        return self.with_words(text, "title")


class Plan(RecordedModel):
    """A plan with its priorities."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="plans")
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=160)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    history_prefix = "plans"
    personal = plain("slug title from_date to_date")

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ("-from_date",)
        constraints = [
            models.UniqueConstraint(fields=("council", "slug"), name="plan_named_once"),
            in_order("plan_dates_in_order"),
        ]

    def __str__(self):
        return self.title

    derived_fields = slug_of_new

    def faults(self, values):
        """Refuses a title already used, an end before the start."""
        is_used = self.others().filter(slug=values["slug"]).exists()
        yield "title", why_not_name("plan", values["slug"], is_used)
        yield "to_date", actions.why_not_end_plan(values["from_date"], values["to_date"])


class PriorityQuerySet(models.QuerySet):
    """Readings over priorities, which belong to the council of their plan."""

    def visible_to(self, user):
        """The priorities of the plans of `user`'s own council."""
        return self.filter(plan__council_id=getattr(user, "council_id", None))

    def of(self, council):
        """The priorities of `council`'s plans, the newest plan first, in the plan's order."""
        ordered = self.filter(plan__council=council).select_related("plan")
        return ordered.order_by("-plan__from_date", "plan", "order")

    def with_actions(self):
        """With `actions_held`, how many standing actions each has."""
        current = Count("actions", filter=Q(actions__withdrawn_on__isnull=True))
        return self.annotate(actions_held=current)


class Priority(RecordedModel):
    """One priority of a plan, in the plan's order."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="priorities")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)

    parent_field, history_prefix = "plan", "priorities"
    personal = plain("plan order title")

    objects = PriorityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "priorities"
        ordering = ("plan", "order")
        constraints = [
            models.UniqueConstraint(fields=("plan", "order"), name="priority_order_once")
        ]

    def __str__(self):
        return self.title

    @property
    def council(self):
        """The council of its plan."""
        return self.plan.council

    def actions_in_force(self):
        """Its actions that were not withdrawn, the earliest due first, with their owners."""
        return self.actions.active().select_related("owner").order_by("due_on", "reference")

    def derived_fields(self, values):
        """The place of a new one, after the others where none is given."""
        order = values["order"] or next_number(self.plan.priorities, "order")
        return {} if self.pk else {"order": order}

    def faults(self, values):
        """Refuses a place that is taken."""
        is_used = self.others().filter(plan=self.plan, order=values["order"]).exists()
        yield "order", actions.why_not_order(values["order"], is_used)
