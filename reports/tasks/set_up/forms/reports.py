"""The forms that set up what reports need: committee and meetings, a template, approvers."""

from django import forms
from django.utils.text import slugify

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import User
from assurance.govuk.forms import DatePartsField, helper_for
from assurance.meetings.models.bodies import Body
from assurance.registers.forms import RecordForm, line
from assurance.runtime.periods import today
from reports.approvals.models.approvals import AUTHOR, KINDS, OTHER, WHOLE, ApprovalRule
from reports.papers.models.templates import Series
from reports.papers.rules import deadlines
from reports.report_templates.examples import shipped
from reports.tasks.set_up.forms.people import NOTHING_LEFT

MEETINGS = ("first_on", "second_on", "third_on")
PAST = "The next meeting must be today or later"
CHIEF_OFFICER = "chief_officer"
TITLE_NEEDED = "“{}” needs letters or numbers: its address is made of it"


class CommitteeForm(RecordForm):
    """The committee that receives reports, its coming meetings, and how often it has a report."""

    submit = "Save the committee"

    title = line("Name of the committee", 160, "Such as “Children’s Services Scrutiny Committee”.")
    committee = forms.ModelChoiceField(
        queryset=None,
        label="Committee",
        empty_label=None,
        error_messages={"required": "Choose the committee that meets"},
    )
    first_on = DatePartsField(what="the date of the next meeting", label="Next meeting")
    second_on = DatePartsField(
        what="the date of the meeting after it", label="The meeting after it", required=False
    )
    third_on = DatePartsField(
        what="the date of the third meeting", label="The third meeting", required=False
    )
    time = forms.TimeField(
        label="Time of the meetings",
        required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
        help_text="Such as 17:30.",
        error_messages={"invalid": "Enter a time such as 17:30"},
    )
    place = line("Place of the meetings", 200, required=False)
    series = line("Title of the regular report", 160, "Such as “Six-monthly report”.")
    interval = forms.ChoiceField(
        label="How often the committee has it",
        choices=deadlines.INTERVALS,
        initial="six_months",
        widget=forms.RadioSelect,
        error_messages={"required": "Select how often the committee has the report"},
    )
    decision = line("The decision behind it", 300, "Such as a minute and its date.", required=False)

    def prepare_for(self, council):
        """Asks for what is not there yet: a committee, a series of reports, always a meeting."""
        committees = Body.committees.of(council)
        self.fields["committee"].queryset = committees
        del self.fields["title" if committees.exists() else "committee"]
        self.initial.setdefault("series", "Safeguarding and looked-after children")
        if Series.objects.of(council).exists():
            for name in ("series", "interval", "decision"):
                del self.fields[name]
        self.helper = helper_for(self, submit=self.submit)

    def clean(self):
        """Refuses a next meeting that is over, one day twice, and a title without letters."""
        fields = super().clean()
        days = [fields.get(name) for name in MEETINGS]
        for place, name in enumerate(MEETINGS):
            if days[place] and days[place] in days[:place]:
                self.add_error(name, "Enter each date once")
            elif days[place] and days[place] < today():
                self.add_error(name, PAST if place == 0 else "The meeting must be today or later")
        for name in ("title", "series"):
            if fields.get(name) and not slugify(fields[name]):
                self.add_error(name, TITLE_NEEDED.format(fields[name]))
        return fields

    def meetings(self):
        """The fields of each meeting."""
        fields = self.cleaned_data
        rest = {"time": fields["time"], "place": fields["place"]}
        return [{"date": fields[name], **rest} for name in MEETINGS if fields[name]]


class TemplateForm(RecordForm):
    """A report template from one of the shipped examples."""

    submit = "Start from this example"

    example = forms.ChoiceField(
        label="Example to start from",
        widget=forms.RadioSelect,
        help_text="It can be changed part by part afterwards.",
        error_messages={"required": "Choose the example to start from"},
    )
    title = line(
        "Title of your template", 160, "Empty for the title of the example.", required=False
    )

    def prepare_for(self, council):
        """Offers the shipped examples."""
        self.fields["example"].choices = [(key, row["title"]) for key, row in shipped().items()]

    def template(self):
        """The data of the example, and the title of the template."""
        spec = shipped()[self.cleaned_data["example"]]
        return {"spec": spec, "title": self.cleaned_data["title"] or spec["title"]}


class ApproversForm(RecordForm):
    """Who approves every report, of each kind of approval that no line of the rule names yet."""

    submit = "Save who approves"

    def prepare_for(self, council):
        """Offers the accounts that may approve; to the report author also those that write."""
        permissions = [Permission.APPROVE_PAPERS, Permission.COMPOSE_PAPERS]
        able = User.objects.by_permission(council, permissions, today())
        approvers, writers = ([user.pk for user in able[row]] for row in permissions)
        # A single approver is proposed: there is no one else to choose.
        if len(approvers) == 1:
            self.initial.setdefault(CHIEF_OFFICER, approvers[0])
        rules = ApprovalRule.objects.of(council).on(today()).filter(template=None, scope=WHOLE)
        # One whose approver was stopped or has another role now is asked for again: either line is
        # enough for a report.
        known = {rule.kind for rule in rules if rule.approver_id in {*approvers, *writers}}
        self.kinds = [kind for kind, _text in KINDS if kind not in {OTHER, *known}]
        for kind, text in KINDS:
            if kind in self.kinds:
                keys = [*approvers, *writers] if kind == AUTHOR else approvers
                self.fields[kind] = _approver_field(kind, text, keys)
        self.helper = helper_for(self, submit=self.submit)

    def clean(self):
        """Refuses a form in which nobody is chosen."""
        fields = super().clean()
        if self.nothing_left:
            self.add_error(None, NOTHING_LEFT)
        elif not self.errors and not any(fields[kind] for kind in self.kinds):
            self.add_error(self.kinds[0], "Choose at least one account")
        return fields

    @property
    def nothing_left(self):
        """Whether every kind of approval has somebody who gives it."""
        return not self.kinds

    def approvers(self):
        """(kind, account) of each that was chosen."""
        return [(kind, self.cleaned_data[kind]) for kind in self.kinds if self.cleaned_data[kind]]


def _approver_field(kind, text, keys):
    is_asked = kind == CHIEF_OFFICER
    return forms.ModelChoiceField(
        queryset=User.objects.filter(pk__in=keys).order_by("name", "pk"),
        label=text,
        required=is_asked,
        empty_label="Choose an account" if is_asked else "Does not approve",
        error_messages={"required": "Choose the chief officer who approves reports"},
    )
