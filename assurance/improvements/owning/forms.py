"""The form that says who owns several actions from now on."""

from assurance.improvements.forms import ActionForm
from assurance.registers.forms import RecordForm


class OwnerForm(RecordForm):
    """The role that many actions go to, such as when a post is renamed."""

    submit = "Show what would change"

    owner_role = ActionForm.base_fields["owner_role"]
