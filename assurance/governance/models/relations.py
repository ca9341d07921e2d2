"""What measures are to one another: which are parts of another, or counted out of it."""

from collections import defaultdict
from datetime import date

from django.db import models

from assurance.figures.relations import Relation, Share, Sum
from assurance.governance.models.measures import Measure
from assurance.governance.rules import faults
from assurance.governance.rules import relations as rules
from assurance.records.named_record import ChildRecord, NamedRecordQuerySet, plain
from assurance.records.record import Record, in_order
from assurance.runtime.periods import say_day


class MeasureRelationQuerySet(NamedRecordQuerySet):
    """Readings over relations of measures."""

    def between_slugs(self) -> list[tuple[Relation, date, date | None]]:
        """The relations of measures that stand, between their slugs, each with its first day and
        its last one or None; both ends count."""
        columns = ("pk", "kind", "measure__slug", "from_date", "to_date", "members__slug")
        groups = defaultdict(list)
        for row in self.active().filter(measure__withdrawn_on=None).values_list(*columns):
            groups[row[:5]].append(row[5])
        return [
            (relation, first, last)
            for (_, kind, whole, first, last), slugs in groups.items()
            for relation in _relations(kind, whole, sorted(slugs))
        ]


def _relations(kind, whole, slugs):
    if kind == MeasureRelation.SUM:
        return [Sum(whole, tuple(slugs))]
    return [Share(slug, whole) for slug in slugs]


class MeasureRelation(ChildRecord):
    """Measures that are parts of another one, or are counted out of it, between two dates.

    Small numbers are protected by it: what a hidden part could be worked out from is hidden too.
    """

    SUM, PART, BASE = "sum", "part", "base"
    KINDS = [
        (SUM, "They are parts of it that do not overlap"),
        (PART, "Each is part of it, and they may overlap"),
        (BASE, "It is what each of them is out of"),
    ]

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="relations")
    members = models.ManyToManyField(Measure, related_name="part_of")
    kind = models.CharField(max_length=10, choices=KINDS)
    exhaustive = models.BooleanField(default=True)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    parent_field = "measure"
    personal = {**plain("measure members kind exhaustive from_date to_date"), **Record.personal}

    objects = MeasureRelationQuerySet.as_manager()

    class Meta(ChildRecord.Meta):
        ordering = ("measure", "from_date", "pk")
        constraints = [
            *ChildRecord.Meta.constraints,
            in_order("measure_relation_dates_in_order"),
        ]

    def __str__(self):
        return f"How it relates to other measures, from {say_day(self.from_date)}"

    @property
    def member_titles(self):
        """The titles of its members."""
        return ", ".join(member.title for member in self.members.all())

    def faults(self, values):
        """Refuses also a measure that would be part of itself, and members of another kind."""
        yield from super().faults(values)
        yield from faults.relation_faults(values)
        members = list(values["members"])
        yield "members", rules.why_not_members(self.measure, members, values["kind"])
        inner = self._parts_of(members)
        yield "members", rules.why_not_part(self.measure, members, inner)

    def _parts_of(self, members):
        """Every measure that is, near or far, in a relation of one of `members`."""
        rows = MeasureRelation.objects.of(self.council).active().exclude(pk=self.pk)
        pairs = list(rows.values_list("measure", "members"))
        result, ahead = set(), [member.pk for member in members]
        while ahead:
            item = ahead.pop()
            new = {inner for whole, inner in pairs if whole == item} - result
            result |= new
            ahead.extend(new)
        return result
