"""The registers of teams and of populations, which an administrator keeps."""

from assurance.accounts.access import Permission
from assurance.people.forms import CohortFilters, CohortForm, TeamFilters, TeamForm
from assurance.people.models.people import Cohort
from assurance.people.models.teams import Team
from assurance.registers.declaration import Column, Item, Register

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
        Column("Service", "service", sort="service"),
        Column("First day", "from_date", sort="from_date"),
        Column("Last day", "to_date", sort="to_date"),
    ),
    summary=(
        Item("Name", "name", "name"),
        Item("Service", "service", "service"),
        Item("First day", "from_date", "from_date"),
        Item("Last day", "to_date", "to_date"),
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
        Column("First day", "from_date", sort="from_date"),
        Column("Last day", "to_date", sort="to_date"),
    ),
    summary=(
        Item("Title", "title", "title"),
        Item("Name in addresses and figures", "slug", "slug"),
        Item("What it counts", "get_kind_display", "kind"),
        Item("Who belongs to it", "definition", "definition"),
        Item("Groups of the DBS register", "group_words", "groups"),
        Item("Usual", "usual", "usual"),
        Item("First day", "from_date", "from_date"),
        Item("Last day", "to_date", "to_date"),
    ),
)
