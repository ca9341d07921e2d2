"""The form that names who may read the exempt annexes of a paper."""

from django import forms

from assurance.govuk.forms import GovukForm


class ExemptReadersForm(GovukForm):
    """People of the council, each ticked who is entitled."""

    submit = "Keep this list"

    readers = forms.ModelMultipleChoiceField(
        label="Who may read the exempt annexes of this paper",
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Members of the committee with a need to know, as the proper officer decides. "
        "Approvers can read them already.",
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["readers"].queryset = people
        self.fields["readers"].label_from_instance = lambda item: item.name
