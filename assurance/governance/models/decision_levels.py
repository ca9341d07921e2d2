"""Authorisation levels: decisions of the service and the post that may take each, from a day."""

from django.db import models
from django.db.models import Q
from django.utils.text import slugify

from assurance.governance.rules import decision_levels as rules
from assurance.records.named_record import NamedRecordQuerySet, one_active, plain
from assurance.records.record import Record, in_order


class DecisionLevelQuerySet(NamedRecordQuerySet):
    """Readings over authorisation levels."""

    def filtered(self, on=None, **chosen):
        """Those that fit a list's filter; with `on`, those that hold on that day."""
        rows = super().filtered(**chosen)
        if on is None:
            return rows
        return rows.filter(Q(to_date__isnull=True) | Q(to_date__gte=on), from_date__lte=on)


class DecisionLevel(Record):
    """One line of the table: a decision, its level or limit where it has several, the post that may
    take it and what must be on file first; for the days from one to another, both included."""

    slug = models.SlugField(max_length=60)
    decision = models.CharField(max_length=160)
    level = models.CharField(max_length=120, blank=True)
    post = models.ForeignKey("people.Post", models.PROTECT, related_name="decisions")
    evidence = models.CharField(max_length=300, blank=True)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    searched = ("decision", "level", "post__title", "evidence")
    field_faults = staticmethod(rules.level_faults)
    once, duplicate_error = (
        ("slug", "from_date"),
        "This decision has a line from that date already: change that one",
    )
    history_prefix = "decision_levels"
    personal = {
        **plain("slug decision level post evidence from_date to_date"),
        **Record.personal,
    }

    objects = DecisionLevelQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = "authorisation level"
        ordering = ("decision", "level", "-from_date")
        constraints = [
            *Record.Meta.constraints,
            one_active("decision_level_once_a_day", "council", "slug", "from_date"),
            in_order("decision_level_dates_in_order"),
        ]

    def __str__(self):
        return rules.title_of(self.decision, self.level)

    def derived_fields(self, values):
        """The slug that its decision and level make."""
        return {"slug": slugify(rules.title_of(values["decision"], values["level"]))[:60]}

    def faults(self, values):
        """Refuses also a second post for one decision on one day, and words without a letter."""
        yield "decision", "" if values["slug"] else "Enter a decision with letters in it"
        yield from super().faults(values)
        same = self.others().active().filter(slug=values["slug"])
        spans = same.values_list("from_date", "to_date")
        days = values["from_date"], values["to_date"]
        yield "from_date", rules.why_not_decide(spans, *days)

    @property
    def quoted_as(self):
        """What a paper calls it: its slug and its first day."""
        return f"{self.slug}-{self.from_date}"
