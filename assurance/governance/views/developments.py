"""The registers of developments and of their milestones."""

from assurance.governance import operations
from assurance.governance.forms.developments import (
    DevelopmentFilters,
    DevelopmentForm,
    MilestoneForm,
)
from assurance.governance.models.developments import Development, Milestone
from assurance.governance.views.registers import register_of, within
from assurance.registers.declaration import Column, Item, Parent


def its_milestones(request, development):
    """The milestones of a development, and what it had come to since when."""
    return {
        **within(request, development, MILESTONES),
        "states": list(development.states.all()),
    }


DEVELOPMENTS = register_of(
    Development,
    name="development",
    path="developments/",
    noun="development",
    plural="developments",
    form=DevelopmentForm,
    add=operations.record_development,
    change=operations.change_development,
    filters=DevelopmentFilters,
    first="title",
    fetched=("milestones",),
    also=its_milestones,
    columns=(
        Column("Development", "title", sort="title", link=True),
        Column("Kind", "get_kind_display", sort="kind"),
        Column("State", "get_state_display", sort="state"),
        Column("Since", "state_on", sort="state_on"),
        Column("Due", "due_on", sort="due_on"),
        Column("Milestones reached", "milestones_reached"),
        Column("Started", "started_on", file_only=True),
        Column("Finished", "finished_on", file_only=True),
        Column("What it replaces", "predecessor", file_only=True),
        Column("Replaced by", "successor", file_only=True),
        Column("Partner", "partner", file_only=True),
        Column("What stands in its way", "barrier", free_text=True, file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Kind", "get_kind_display", "kind"),
        Item("State", "get_state_display", "state"),
        Item("Since", "state_on", "state_on"),
        Item("Started", "started_on", "started_on"),
        Item("Due", "due_on", "due_on"),
        Item("Finished", "finished_on"),
        Item("What it replaces", "predecessor", "predecessor"),
        Item("Replaced by", "successor", "successor"),
        Item("Partner", "partner", "partner"),
        Item("What stands in its way", "barrier", "barrier"),
        Item("Name in papers", "slug"),
    ),
)

MILESTONES = register_of(
    Milestone,
    name="milestone",
    path="milestones/",
    parent=Parent(DEVELOPMENTS, "development"),
    noun="milestone",
    plural="milestones",
    form=MilestoneForm,
    related=("development__council",),
    columns=(
        Column("Milestone", "title", link=True),
        Column("Due", "due_on"),
        Column("Reached on", "reached_on"),
        Column("State", "get_state_display"),
    ),
    summary=(
        Item("Development", "development.title"),
        Item("Milestone", "title", "title"),
        Item("State", "get_state_display", "state"),
        Item("Due", "due_on", "due_on"),
        Item("Reached on", "reached_on", "reached_on"),
        Item("Name in papers", "quoted_as"),
    ),
)
