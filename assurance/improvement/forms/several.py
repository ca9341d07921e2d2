"""The form of what many actions change at once."""

from assurance.improvement.forms.plans import ActionForm, MoveForm
from assurance.people.forms.post_fields import offer_posts
from assurance.registers.forms import RecordForm


class TogetherForm(RecordForm):
    """What many actions change at once: a post is renamed, a whole plan is moved."""

    submit = "Show what would change"

    owner = ActionForm.base_fields["owner"]
    due_on = MoveForm.base_fields["to_day"]
    reason = MoveForm.base_fields["reason"]

    def prepare_for(self, council):
        """Offers the council's posts."""
        offer_posts(self, "owner")

    def clean(self):
        """Says what is missing where a due date is moved without a reason, or a reason is given
        for nothing."""
        fields = super().clean()
        day, reason = fields.get("due_on"), fields.get("reason")
        if day and not reason and "reason" not in self.errors:
            self.add_error("reason", "Explain why the due date is moved")
        if reason and not day and "due_on" not in self.errors:
            self.add_error("due_on", "Enter the new due date that the reason is for")
        return fields
