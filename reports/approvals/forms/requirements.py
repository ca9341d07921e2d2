"""Forms of a council's rule of approval."""

from django import forms

from assurance.accounts.models.accounts import User
from assurance.govuk.forms import DatePartsField
from assurance.people import rules as people
from assurance.registers.forms import RecordForm
from reports.approvals import requirements
from reports.approvals import rules as approving
from reports.approvals.models.approvals import KINDS, OTHER
from reports.editor.forms.directory import StandingFilters
from reports.papers.manuscript import template_in
from reports.papers.models.templates import ReportTemplate


class ApproverForm(RecordForm):
    """One line of a council's rule: whose approval papers need, of what, from when to when."""

    kind = forms.ChoiceField(
        label="Which approval is it?",
        choices=KINDS,
        widget=forms.RadioSelect,
        help_text="The report author signs off and may have written the paper. Every other "
        "approver has written nothing of it in this round.",
        error_messages={"required": "Choose which approval it is"},
    )
    called = forms.CharField(
        label="What another approval is called",
        required=False,
        max_length=60,
        help_text="Such as “Equalities”. Only for another approval than those above.",
    )
    approver = forms.ModelChoiceField(
        queryset=None,
        label="Who gives it",
        empty_label="Choose an account",
        help_text="Where two lines ask for the same approval, either account may give it.",
        error_messages={"required": "Choose who gives the approval"},
    )
    scope = forms.ChoiceField(
        label="What it is given to",
        help_text="An approval of a part stands for as long as that part prints the same.",
    )
    template = forms.ModelChoiceField(
        queryset=None,
        label="Only papers of the template",
        required=False,
        empty_label="Papers of every template",
        help_text="A line for one template stands in place of those for every template that ask "
        "for the same.",
    )
    from_date = DatePartsField(what="the first day of the rule", label="First day")
    to_date = DatePartsField(what="the last day of the rule", label="Last day", required=False)

    def prepare_for(self, council):
        accounts = User.objects.filter(council=council)
        self.fields["approver"].queryset = accounts.able_to_sign_in()
        templates = ReportTemplate.objects.of(council)
        self.fields["template"].queryset = templates
        parts = dict(
            pair
            for template in templates
            for pair in requirements.scopes_offered(template_in(template))
        )
        whole = (requirements.WHOLE, requirements.THE_WHOLE.capitalize())
        self.fields["scope"].choices = [whole, *parts.items()]

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        if sentence := people.why_not_end_post(fields.get("from_date"), fields.get("to_date")):
            self.add_error("to_date", sentence)
        is_other = fields.get("kind") == OTHER
        if sentence := approving.why_not_name(fields.get("called", ""), is_other):
            self.add_error("called", sentence)
        return fields


class ApproverFilters(StandingFilters):
    """A filter by template and by day."""

    template = forms.ModelChoiceField(queryset=None, label="Template", empty_label="Any")
    on = DatePartsField(what="the day", label="Holds on")

    def prepare_for(self, council):
        self.fields["template"].queryset = ReportTemplate.objects.of(council)
