"""The registers of teams and of populations, which an administrator keeps; officers see teams."""

from assurance.accounts.access import Permission, may
from assurance.people.forms.definitions import (
    CohortFilters,
    CohortForm,
    TeamFilters,
    TeamForm,
    TeamSuccessionForm,
)
from assurance.people.models.people import Cohort
from assurance.people.models.teams import Team, TeamSuccession
from assurance.registers.declaration import Column, Item, Parent, Register, columns, items


def its_succession(request, team):
    """The teams that a team follows and those that follow it, each with the date, and for who may
    see them a way to its audits."""
    rows = list(TeamSuccession.objects.visible_to(request.user).joining(team))
    return {
        "may_read_audits": may(request.user, Permission.RECORD_AUDITS),
        "teams_before": [row for row in rows if row.team_id == team.pk],
        "teams_after": [row for row in rows if row.before_id == team.pk],
    }


TEAMS = Register(
    namespace="people",
    model=Team,
    permission=Permission.MANAGE_POLICIES,
    reading=Permission.SEE_TEAMS,
    noun="team",
    plural="teams",
    form=TeamForm,
    filters=TeamFilters,
    first="service",
    related=("council",),
    also=its_succession,
    columns=(
        Column("Team", "name", sort="name", link=True),
        *columns("service from_date to_date", sorts=True),
    ),
    summary=(
        Item("Name", "name", "name"),
        *items("service from_date to_date"),
    ),
)

SUCCESSIONS = Register(
    namespace="people",
    name="succession",
    path="successions/",
    parent=Parent(TEAMS, "team"),
    model=TeamSuccession,
    permission=Permission.MANAGE_POLICIES,
    reading=Permission.SEE_TEAMS,
    noun="team before",
    plural="teams before",
    form=TeamSuccessionForm,
    related=("council", "withdrawn_by", "team", "before"),
    summary=(Item("Team", "team.name"), *items("before from_date")),
)

COHORTS = Register(
    namespace="people",
    name="cohort",
    path="populations/",
    model=Cohort,
    permission=Permission.MANAGE_POLICIES,
    noun="population",
    plural="populations",
    form=CohortForm,
    filters=CohortFilters,
    first="title",
    related=("council",),
    columns=(
        Column("Title", "title", sort="title", link=True),
        Column("People counted", "get_kind_display", sort="kind"),
        Column("Usual", "usual"),
        *columns("from_date to_date", sorts=True),
    ),
    summary=(
        *items("title slug kind definition"),
        Item("Groups of the DBS register", "group_words", "groups"),
        Item("Usual", "usual", "usual"),
        *items("from_date to_date"),
    ),
)
