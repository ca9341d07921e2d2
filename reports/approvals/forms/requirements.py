"""Forms of a council's rule of approval."""

from django import forms

from assurance.accounts.models.accounts import User
from assurance.govuk.forms import DatePartsField
from assurance.people import rules as people
from assurance.registers.forms import RecordForm
from assurance.runtime.typography import with_capital
from reports.approvals import requirements
from reports.approvals import rules as approving
from reports.approvals.models.approvals import KINDS, OTHER
from reports.editor.forms.directory import StandingFilters
from reports.editor.missing_rows import APPROVER, TEMPLATE
from reports.papers.manuscript import template_in
from reports.papers.models.templates import ReportTemplate


class ScopeField(forms.ChoiceField):
    """A choice of the parts of a report, which history shows in words."""

    def say_kept(self, value):
        """The words for a scope as history has it."""
        return with_capital(requirements.in_words(value))


class ApproverForm(RecordForm):
    """One line of a council's rule: whose approval papers need, of what, from when to when."""

    chosen_from = {"approver": APPROVER, "deputy": APPROVER, "template": TEMPLATE}

    kind = forms.ChoiceField(
        label="Which approval is it?",
        choices=KINDS,
        widget=forms.RadioSelect,
        help_text=(
            "The report author signs off and may have written the report. Every other approver "
            "has written nothing of it in this round."
        ),
        error_messages={"required": "Choose which approval it is"},
    )
    called = forms.CharField(
        label="Name of another approval",
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
    scope = ScopeField(
        label="Part that it approves",
        help_text="An approval of a part lasts until that part changes.",
    )
    template = forms.ModelChoiceField(
        queryset=None,
        label="Only reports of the template",
        required=False,
        empty_label="Reports of every template",
        help_text="A line for one template replaces the same line for every template.",
    )
    from_date = DatePartsField(what="the start date of the rule", label="Start date")
    to_date = DatePartsField(what="the end date of the rule", label="End date", required=False)

    deputy = forms.ModelChoiceField(
        queryset=None,
        label="Deputy while the approver is away",
        required=False,
        empty_label="No deputy",
        help_text=(
            "May give the approval between these dates, and has written nothing of the report. "
            "It prints as “X for Y”."
        ),
    )
    deputy_from = DatePartsField(what="the deputy’s start date", label="Away from", required=False)
    deputy_to = DatePartsField(what="the deputy’s end date", label="Away to", required=False)

    def prepare_for(self, council):
        accounts = User.objects.filter(council=council)
        for name in ("approver", "deputy"):
            self.fields[name].queryset = accounts.able_to_sign_in()
        rows = ReportTemplate.objects.of(council)
        # A line made for a template that has changed since stays a line for it.
        templates = (rows.current() | rows.filter(approval_rules__isnull=False)).distinct()
        self.fields["template"].queryset = templates
        parts = dict(
            pair
            for template in templates
            for pair in requirements.scopes_offered(template_in(template))
        )
        whole = (requirements.WHOLE, with_capital(requirements.THE_WHOLE))
        self.fields["scope"].choices = [whole, *parts.items()]

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        if sentence := people.why_not_end_post(fields.get("from_date"), fields.get("to_date")):
            self.add_error("to_date", sentence)
        is_other = fields.get("kind") == OTHER
        if sentence := approving.why_not_name(fields.get("called", ""), is_other):
            self.add_error("called", sentence)
        self._clean_deputy(fields)
        return fields

    def _clean_deputy(self, fields):
        names = ("deputy", "deputy_from", "deputy_to")
        if self.errors.keys() & set(names):
            return
        deputy, first, last = (fields.get(name) for name in names)
        is_approver = bool(deputy) and deputy == fields.get("approver")
        kind = fields.get("kind", "")
        if wrong := approving.why_not_deputy(kind, bool(deputy), is_approver, first, last):
            self.add_error(*wrong)


class ApproverFilters(StandingFilters):
    """A filter by template and by day."""

    template = forms.ModelChoiceField(queryset=None, label="Template", empty_label="Any")
    on = DatePartsField(what="the date", label="Applies on")

    def prepare_for(self, council):
        self.fields["template"].queryset = ReportTemplate.objects.of(council)
