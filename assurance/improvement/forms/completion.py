"""The form of marking an action as done."""

from assurance.people.forms.evidence import EvidenceForm
from assurance.registers.forms import past


class MarkDoneForm(EvidenceForm):
    """When an action was done and what shows it."""

    field_order = ("finished_on", "evidence")

    finished_on = past("the date the action was done", "Date it was done", required=True)
