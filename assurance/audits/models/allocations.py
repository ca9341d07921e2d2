"""Who is to audit whose cases in a round."""

from django.db import models
from django.db.models import Q

from assurance.audits.models.rounds import AuditRound
from assurance.audits.rules import allocation, rounds
from assurance.records.named_record import one_active, plain
from assurance.records.record import WITHDRAWN, Record, RecordQuerySet


class AllocationQuerySet(RecordQuerySet):
    """Readings over the lines of allocation rules."""

    def by_round(self, rounds):
        """A dict of a round's key → its standing lines, for `rounds`."""
        index = {}
        lines = self.active().filter(audit_round__in=rounds).prefetch_related("posts")
        for line in lines.order_by("role", "pk"):
            index.setdefault(line.audit_round_id, []).append(line)
        return index


class AuditAllocation(Record):
    """A line of a round's allocation rule: how many cases of their own team and of another team
    each of `posts` audits, in each `every_months` of the round or, None, in the whole of it. A line
    without posts speaks of whoever has the title `role`, in each team of the round."""

    audit_round = models.ForeignKey(AuditRound, models.PROTECT, related_name="allocations")
    role = models.CharField(max_length=120)
    posts = models.ManyToManyField("people.Post", blank=True, related_name="allocations")
    own_team = models.PositiveSmallIntegerField()
    other_team = models.PositiveSmallIntegerField()
    every_months = models.PositiveSmallIntegerField(null=True, blank=True)

    history_prefix = "audit_allocations"
    parent_field, parent_withdrawn = "audit_round", WITHDRAWN
    personal = {
        **plain("audit_round role posts own_team other_team every_months"),
        **Record.personal,
    }

    objects = AllocationQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("role", "pk")
        constraints = [
            *Record.Meta.constraints,
            one_active("allocation_once_a_role", "audit_round", "role"),
            models.CheckConstraint(
                condition=Q(own_team__gte=1) | Q(other_team__gte=1), name="allocation_of_something"
            ),
            models.CheckConstraint(
                condition=Q(every_months__isnull=True) | Q(every_months__range=(1, 24)),
                name="allocation_stretch_in_bounds",
            ),
        ]

    def __str__(self):
        return f"{self.role}, in {self.audit_round}"

    def faults(self, values):
        """Refuses a role that has a line already, and a line without a case."""
        role, others = values["role"], self.others().active().filter(audit_round=self.audit_round)
        is_used = others.filter(role__iexact=role).exists()
        yield "role", rounds.why_not_allocate_twice(role, is_used)
        yield "own_team", allocation.why_not_allocate(values["own_team"], values["other_team"])
