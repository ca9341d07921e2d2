"""The teams that other subjects speak of."""

from django.db import models

from assurance.people import rules
from assurance.people.certificate_words import faults_of_titles
from assurance.records.named_record import plain
from assurance.records.record import RecordedModel, RecordQuerySet, in_order


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
