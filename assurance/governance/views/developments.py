"""The registers of developments and of their milestones."""

from django.db.models.functions import NullIf

from assurance.governance import operations
from assurance.governance.forms.developments import (
    DevelopmentFilters,
    DevelopmentForm,
    MilestoneForm,
)
from assurance.governance.models.developments import Development, Milestone
from assurance.governance.views.registers import register_of, within
from assurance.registers.declaration import Column, Item, Parent, columns, items
from assurance.registers.orders import number_of, standing


def its_milestones(request, development):
    """The milestones of a development, and what it had come to since when."""
    return {
        **within(request, development, MILESTONES),
        "states": list(development.states.all()),
    }


def reached_order():
    """What the list sorts by: how many milestones were reached, then of how many."""
    reached = standing(Milestone, "development", reached_on__isnull=False)
    number = number_of(standing(Milestone, "development"), "development")
    return NullIf(number, 0) + 1000 * number_of(reached, "development")


DEVELOPMENTS = register_of(
    Development,
    "development",
    form=DevelopmentForm,
    add=operations.record_development,
    change=operations.change_development,
    filters=DevelopmentFilters,
    first="title",
    fetched=("milestones",),
    also=its_milestones,
    columns=(
        Column("Development", "title", sort="title", link=True),
        *columns("kind state", sorts=True),
        Column("Since", "state_on", sort="state_on"),
        Column("Due", "due_on", sort="due_on"),
        Column("Milestones reached", "milestones_reached", sort="milestones", order=reached_order),
        Column("Started", "started_on", file_only=True),
        Column("Finished", "finished_on", file_only=True),
        *columns("predecessor successor partner", file_only=True),
        Column("Obstacles", "barrier", free_text=True, file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        *items("kind state"),
        Item("Since", "state_on", "state_on"),
        *items("started_on due_on"),
        Item("Finished", "finished_on"),
        *items("predecessor successor", lapses=True),
        *items("partner barrier"),
        Item("Name in reports", "slug", folded=True),
    ),
)

MILESTONES = register_of(
    Milestone,
    "milestone",
    parent=Parent(DEVELOPMENTS, "development"),
    form=MilestoneForm,
    related=("development__council",),
    columns=(
        Column("Milestone", "title", link=True),
        *columns("due_on reached_on state"),
    ),
    summary=(
        Item("Development", "development.title"),
        *items("title state due_on reached_on"),
        Item("Name in reports", "quoted_as", folded=True),
    ),
)
