"""The forms of developments and milestones, and the filter of their list."""

from django import forms

from assurance.governance.forms.fields import choice, radios
from assurance.governance.models.developments import Development, Milestone
from assurance.governance.rules import faults
from assurance.govuk.forms import search_box
from assurance.registers.forms import ListFilters, RecordForm, day, line, past


class DevelopmentForm(RecordForm):
    """A development or project."""

    field_faults = staticmethod(faults.development_faults)
    kind = choice("Kind", Development.KINDS)
    groups = (
        ("The development", ["title", "kind", "predecessor", "successor", "partner"]),
        ("Current state", ["state", "state_on", "barrier"]),
        ("When", ["started_on", "due_on"]),
    )

    title = line("Title", 160, "Such as “Replacing the case system”.")
    predecessor = line("It replaces", 120, "A name, such as of a system.", required=False)
    successor = line("Replaced by", 120, "The name of what comes after it.", required=False)
    partner = line("Partner", 160, "A body that it is done with, not a person.", required=False)
    state = radios("State", Development.STATES)
    state_on = past(
        "the date since when it is in this state",
        "Since when",
        "If it is done or stopped, the date it ended. Its earlier states are kept.",
        required=True,
    )
    barrier = line("Obstacles", 300, "Do not name a person.", required=False)
    started_on = past("the date it started", "Started")
    due_on = day("the date it is due", "Due")


class DevelopmentFilters(ListFilters):
    """The filter of the list of developments."""

    text = search_box("developments", "title, former name, new name or partner")
    kind = forms.ChoiceField(label="Kind", choices=[("", "Every kind"), *Development.KINDS])
    state = forms.ChoiceField(label="State", choices=[("", "Every state"), *Development.STATES])


class MilestoneForm(RecordForm):
    """A milestone of a development."""

    field_faults = staticmethod(faults.milestone_faults)

    title = line("Milestone", 160)
    state = radios("State", Milestone.STATES)
    due_on = day("the date it is due", "Due")
    reached_on = past("the date it was reached", "Reached on", "Only where it was reached.")
