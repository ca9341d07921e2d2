"""A form with a field of every kind that the pack draws."""

from django import forms

from assurance.govuk.forms import DatePartsField, GovukFilterForm, GovukForm

TEAMS = (("north", "North team"), ("south", "South <team>"), ("east", "East team"))


class EveryKind(GovukForm):
    """Every kind; the layout's order differs from the fields' on purpose."""

    submit = "Save the audit"
    groups = (
        ("What & where", ["reference", "team", "grade", "themes"]),
        ("When", ["done_on", "shared_on"]),
    )

    shared_on = DatePartsField(what="the date of sharing", label="Date shared", required=False)
    done_on = DatePartsField(
        what="the date of the audit",
        label="Date of the audit",
        help_text="For example, 14 September 2015",
    )
    grade = forms.ChoiceField(
        label="Grade", widget=forms.RadioSelect, choices=[("good", "Good"), ("poor", "Poor")]
    )
    themes = forms.MultipleChoiceField(
        label="Themes",
        help_text="Choose all that the file shows",
        widget=forms.CheckboxSelectMultiple,
        choices=[("voice", "Voice of the child"), ("plan", "Planning")],
        required=False,
    )
    reference = forms.CharField(
        label="File’s <reference>",
        help_text="As the case system <prints> it",
        widget=forms.TextInput({"class": "govuk-input--width-10"}),
        error_messages={"required": "Enter the file’s <reference>"},
    )
    team = forms.ChoiceField(label="Team", choices=[("", "Choose a team"), *TEAMS])
    files = forms.IntegerField(label="Files looked at", min_value=1)
    cost = forms.DecimalField(label="Cost", required=False)
    email = forms.EmailField(label="E-mail address", required=False)
    secret = forms.CharField(label="Password", widget=forms.PasswordInput, required=False)
    text = forms.CharField(label="What was found", widget=forms.Textarea({"rows": 5}))
    evidence = forms.FileField(label="Evidence", required=False)
    by_other_team = forms.BooleanField(
        label="Done by another team", help_text="The auditor sits elsewhere", required=False
    )
    told = forms.CharField(widget=forms.HiddenInput, initial="yes", required=False)


class Filter(GovukFilterForm):
    """The filter of a list."""

    name = forms.CharField(label="Name holds")
    team = forms.ChoiceField(label="Team", choices=[("", "Every team"), *TEAMS])
    since = DatePartsField(what="the first day", label="Done since")
    withdrawn = forms.BooleanField(label="Withdrawn ones too")
