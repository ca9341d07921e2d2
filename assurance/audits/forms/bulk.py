"""The form that says on which day several audits were shared or recorded."""

from assurance.audits.forms.case_audits import AuditForm
from assurance.registers.forms import RecordForm


class SharedForm(RecordForm):
    """The days that many audits have in common, such as that of a feedback meeting."""

    submit = "Show what would change"

    shared_on = AuditForm.base_fields["shared_on"]
    recorded_on = AuditForm.base_fields["recorded_on"]
