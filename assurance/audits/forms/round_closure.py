"""The form that closes a round of the audit programme."""

from assurance.audits.forms.programme import RoundForm
from assurance.audits.rules import rounds
from assurance.registers.confirmed_words import ConfirmedWordsForm

WEIGHED = ("start", "end", "report_due_on", "cancelled_on", "cancelled_because")


class CloseForm(ConfirmedWordsForm):
    """The result of a round, which closing it needs, with the dates of its beginning and end."""

    submit = "Close the round"

    begun_on = RoundForm.base_fields["begun_on"]
    closed_on = RoundForm.base_fields["closed_on"]
    result = RoundForm.base_fields["result"]

    def __init__(self, data=None, *, audit_round, **kwargs):
        self.audit_round = audit_round
        super().__init__(data, initial={"begun_on": audit_round.begun_on}, **kwargs)
        for field in self.fields.values():
            field.required = True
        self.fields["closed_on"].help_text = ""
        self.fields["result"].error_messages["required"] = "Enter the result of the round"

    def clean(self):
        """Shows at its field what does not fit together."""
        fields = super().clean()
        known = {name: getattr(self.audit_round, name) for name in WEIGHED}
        typed = {"begun_on": None, "closed_on": None, "result": "", **fields}
        for field, sentence in rounds.faults_of_round({**known, **typed}):
            if field in self.fields and field not in self.errors:
                self.add_error(field, sentence)
        return fields
