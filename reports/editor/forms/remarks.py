"""Forms of remarks and of comparing versions."""

from django import forms

from assurance.govuk.forms import GovukForm


class RemarkForm(GovukForm):
    """A remark, or an answer to one."""

    submit = "Keep the remark"

    words = forms.CharField(
        label="Your remark",
        help_text="Writers and approvers of this paper can read it. It never prints.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        error_messages={"required": "Write the remark first"},
    )


class AnswerForm(RemarkForm):
    """An answer to a remark."""

    submit = "Keep the answer"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].label = "Your answer"


class CompareForm(GovukForm):
    """Two versions to be compared."""

    submit = "Compare"

    before = forms.ChoiceField(label="Compare this")
    after = forms.ChoiceField(label="With this")

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper.form_method = "get"
        self.helper.disable_csrf = True
        for name in ("before", "after"):
            self.fields[name].choices = [(choice.key, choice.words) for choice in choices]
