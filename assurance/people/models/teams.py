"""The teams that other subjects speak of."""

from django.db import models

from assurance.people import rules, succession
from assurance.people.certificate_words import faults_of_titles
from assurance.records.named_record import ChildRecord, NamedRecordQuerySet, one_active, plain
from assurance.records.record import Record, RecordedModel, RecordQuerySet, in_order
from assurance.runtime.periods import say_day


class TeamQuerySet(RecordQuerySet):
    """Readings over teams."""

    def services(self):
        """The names of the services that they belong to, in order."""
        return self.order_by("service").values_list("service", flat=True).distinct()

    def filtered(self, text=""):
        """Those whose name or service holds `text`."""
        return self.with_words(text, "name", "service")


class Team(RecordedModel):
    """A team within a service. A team that ended stays, for the audits that name it."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="teams")
    service = models.CharField(max_length=120)
    name = models.CharField(max_length=120)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    history_prefix, history_verbs = "teams", ("add", "change")
    personal = plain("service name from_date to_date")

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering = ("service", "name")
        constraints = [
            models.UniqueConstraint(fields=("council", "service", "name"), name="team_named_once"),
            in_order("team_dates_in_order"),
        ]

    def __str__(self):
        return self.name

    def faults(self, values):
        """Refuses a name already used in its service and an end before its start."""
        service, name = values["service"], values["name"]
        is_used = self.others().filter(service=service, name=name).exists()
        yield "name", rules.why_not_name_team(name, service, is_used)
        yield from faults_of_titles(values, ("name", "service"))
        yield "to_date", rules.why_not_end_team(values["from_date"], values["to_date"])


class TeamSuccessionQuerySet(NamedRecordQuerySet):
    """Readings over which team follows which."""

    def steps(self):
        """A `Step` for each that stands, in the order of days."""
        names = ("before_id", "team_id", "from_date", "before__name", "team__name")
        rows = self.active().order_by("from_date", "pk")
        return [succession.Step(*row) for row in rows.values_list(*names)]

    def joining(self, team):
        """Those that stand and lead to `team` or from it, with both teams."""
        rows = self.active().filter(models.Q(team=team) | models.Q(before=team))
        return rows.select_related("team", "before").order_by("from_date", "pk")


class TeamSuccession(ChildRecord):
    """`team` follows the team `before` from a day: renamed, merged with others, or split off."""

    team = models.ForeignKey(Team, models.PROTECT, related_name="follows")
    before = models.ForeignKey(Team, models.PROTECT, related_name="followed_by")
    from_date = models.DateField()

    parent_field, once = "team", ("team", "before")
    duplicate_error = "It is recorded already that the one follows the other: change that"
    history_prefix, history_verbs = "team_successions", ("add", "change", "withdraw")
    personal = {**plain("team before from_date"), **Record.personal}

    objects = TeamSuccessionQuerySet.as_manager()

    class Meta(ChildRecord.Meta):
        verbose_name = "team before"
        verbose_name_plural = "teams before"
        ordering = ("from_date", "pk")
        constraints = [
            *ChildRecord.Meta.constraints,
            one_active("team_follows_another_once", "team", "before"),
            models.CheckConstraint(
                condition=~models.Q(team=models.F("before")), name="team_follows_another"
            ),
        ]

    def __str__(self):
        return f"{self.team} follows {self.before} from {say_day(self.from_date)}"

    def faults(self, values):
        """Refuses also a team that follows itself, a ring, and a day on which one was not there."""
        steps = type(self).objects.of(self.council).exclude(pk=self.pk).steps()
        fault = succession.why_not_follow(self.team, values["before"], values["from_date"], steps)
        if fault:
            yield fault
        yield from super().faults(values)
