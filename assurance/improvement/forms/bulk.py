"""The form that says who owns several actions from now on, and when they are due."""

from assurance.improvement.forms.plans import ActionForm, MoveForm
from assurance.registers.forms import RecordForm


class TogetherForm(RecordForm):
    """What many actions change at once: a post is renamed, a whole plan is moved."""

    submit = "Show what would change"

    owner_role = ActionForm.base_fields["owner_role"]
    due_on = MoveForm.base_fields["to_day"]
    reason = MoveForm.base_fields["reason"]

    def clean(self):
        """Says what is missing where a due date is moved without a reason, or a reason is given
        for nothing."""
        fields = super().clean()
        day, reason = fields.get("due_on"), fields.get("reason")
        if day and not reason and "reason" not in self.errors:
            self.add_error("reason", "Say why the due date is moved")
        if reason and not day and "due_on" not in self.errors:
            self.add_error("due_on", "Enter the new due date that the reason is for")
        return fields
