"""What an administrator does with teams and with populations."""

from django.db import transaction

from assurance.people import rules
from assurance.people.models.people import Cohort, Team
from assurance.records import history, operations
from assurance.records.refusals import refuse_if


@transaction.atomic
def add_team(*, council, by, on, **fields) -> Team:
    """Adds a team with the fields `said`; refuses a name already used in its service, an end
    before its start."""
    team = Team(council=council)
    _refuse_team(team, **fields)
    changes = operations.add(team, fields, on=on)
    history.record("teams.add", about=team, by=by, on=on, changes=changes)
    return team


@transaction.atomic
def change_team(*, record, by, on, **fields) -> Team:
    """Changes the fields `said` of the team `record`; refuses as `add_team` does. What names the
    team keeps naming it."""
    team = Team.objects.select_for_update().get(pk=record.pk)
    _refuse_team(team, **fields)
    changes = operations.change(team, fields)
    history.record("teams.change", about=team, by=by, on=on, changes=changes)
    return team


@transaction.atomic
def add_cohort(*, council, by, on, **fields) -> Cohort:
    """Adds a population: `kind`, `slug`, `title`, `definition`, `groups`, `usual`, `from_date` and,
    once it has ended, `to_date`. Refuses a slug already used, an end before the start, a second
    usual one of its kind."""
    cohort = Cohort(council=council)
    _refuse_cohort(cohort, fields)
    changes = operations.add(cohort, fields, on=on)
    history.record("cohorts.add", about=cohort, by=by, on=on, changes=changes)
    return cohort


@transaction.atomic
def change_cohort(*, record, by, on, **fields) -> Cohort:
    """Changes the population `record`; refuses as `add_cohort` does, and another kind, definition
    or other groups where a position counts it: that would say something else of what was kept."""
    cohort = Cohort.objects.select_for_update().get(pk=record.pk)
    counted = cohort.is_counted
    for field in ("kind", "definition", "groups"):
        values = fields.get(field, getattr(cohort, field)) != getattr(cohort, field)
        refuse_if(rules.COUNTED if values and counted else None, field)
    _refuse_cohort(cohort, fields)
    changes = operations.change(cohort, fields)
    history.record("cohorts.change", about=cohort, by=by, on=on, changes=changes)
    return cohort


def _refuse_cohort(cohort, value):
    def current_value(name):
        return value.get(name, getattr(cohort, name))

    others = Cohort.objects.of(cohort.council).exclude(pk=cohort.pk)
    is_used = others.filter(slug=current_value("slug")).exists()
    refuse_if(rules.SLUG_TAKEN if is_used else None, "slug")
    usual = (
        others.filter(kind=current_value("kind"), usual=True).first()
        if current_value("usual")
        else None
    )
    refuse_if(rules.why_not_usual(usual), "usual")
    refuse_if(
        rules.why_not_end_cohort(current_value("from_date"), current_value("to_date")), "to_date"
    )


def _refuse_team(team, *, service, name, from_date, to_date):
    others = Team.objects.of(team.council).exclude(pk=team.pk)
    is_used = others.filter(service=service, name=name).exists()
    refuse_if(rules.why_not_name_team(name, service, is_used), "name")
    refuse_if(rules.why_not_end_team(from_date, to_date), "to_date")
