"""What an administrator does with teams and with populations."""

from django.db import transaction

from assurance.people import rules
from assurance.people.models.people import Cohort, Team
from assurance.records import history, operations
from assurance.records.refusals import refuse_if


@transaction.atomic
def add_team(*, council, by, on, **said) -> Team:
    """Adds a team with the fields `said`; refuses a name already used in its service, an end
    before its start."""
    team = Team(council=council)
    _refuse_team(team, **said)
    changes = operations.add(team, said, on=on)
    history.record("teams.add", about=team, by=by, on=on, changes=changes)
    return team


@transaction.atomic
def change_team(*, record, by, on, **said) -> Team:
    """Changes the fields `said` of the team `record`; refuses as `add_team` does. What names the
    team keeps naming it."""
    team = Team.objects.select_for_update().get(pk=record.pk)
    _refuse_team(team, **said)
    changes = operations.change(team, said)
    history.record("teams.change", about=team, by=by, on=on, changes=changes)
    return team


@transaction.atomic
def add_cohort(*, council, by, on, **said) -> Cohort:
    """Adds a population: `kind`, `slug`, `title`, `definition`, `groups`, `usual`, `from_date` and,
    once it has ended, `to_date`. Refuses a slug already used, an end before the start, a second
    usual one of its kind."""
    cohort = Cohort(council=council)
    _refuse_cohort(cohort, said)
    changes = operations.add(cohort, said, on=on)
    history.record("cohorts.add", about=cohort, by=by, on=on, changes=changes)
    return cohort


@transaction.atomic
def change_cohort(*, record, by, on, **said) -> Cohort:
    """Changes the population `record`; refuses as `add_cohort` does, and another kind, definition
    or other groups where a position counts it: that would say something else of what was kept."""
    cohort = Cohort.objects.select_for_update().get(pk=record.pk)
    counted = cohort.is_counted
    for field in ("kind", "definition", "groups"):
        told = said.get(field, getattr(cohort, field)) != getattr(cohort, field)
        refuse_if(rules.COUNTED if told and counted else None, field)
    _refuse_cohort(cohort, said)
    changes = operations.change(cohort, said)
    history.record("cohorts.change", about=cohort, by=by, on=on, changes=changes)
    return cohort


def _refuse_cohort(cohort, said):
    def stands(name):
        return said.get(name, getattr(cohort, name))

    others = Cohort.objects.of(cohort.council).exclude(pk=cohort.pk)
    taken = others.filter(slug=stands("slug")).exists()
    refuse_if(rules.SLUG_TAKEN if taken else None, "slug")
    usual = others.filter(kind=stands("kind"), usual=True).first() if stands("usual") else None
    refuse_if(rules.why_not_usual(usual), "usual")
    refuse_if(rules.why_not_end_cohort(stands("from_date"), stands("to_date")), "to_date")


def _refuse_team(team, *, service, name, from_date, to_date):
    others = Team.objects.of(team.council).exclude(pk=team.pk)
    taken = others.filter(service=service, name=name).exists()
    refuse_if(rules.why_not_name_team(name, service, taken), "name")
    refuse_if(rules.why_not_end_team(from_date, to_date), "to_date")
