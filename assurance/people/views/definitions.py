"""The registers of teams and of populations, which an administrator keeps."""

from assurance.accounts.access import Permission
from assurance.people.forms.definitions import CohortFilters, CohortForm, TeamFilters, TeamForm
from assurance.people.models.people import Cohort
from assurance.people.models.teams import Team
from assurance.registers.declaration import Column, Item, Register, columns, items

TEAMS = Register(
    namespace="people",
    model=Team,
    permission=Permission.MANAGE_POLICIES,
    noun="team",
    plural="teams",
    form=TeamForm,
    filters=TeamFilters,
    first="service",
    related=("council",),
    columns=(
        Column("Team", "name", sort="name", link=True),
        *columns("service from_date to_date", sorts=True),
    ),
    summary=(
        Item("Name", "name", "name"),
        *items("service from_date to_date"),
    ),
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
        Column("What it counts", "get_kind_display", sort="kind"),
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
