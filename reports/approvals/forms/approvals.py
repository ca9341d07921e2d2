"""Forms of approval: a yes to what was read, and a return with what should change."""

from django import forms

from assurance.govuk.forms import GovukForm


class ApproveForm(GovukForm):
    """An approval of the content whose digest the approver has before them."""

    submit = "Approve this paper"

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    read = forms.BooleanField(
        label="I have read the whole paper and I approve it for issue",
        error_messages={"required": "Confirm that you have read the paper and approve it"},
    )


class ApproveAgainForm(GovukForm):
    """The same from who approved it before and has what changed since before them: one press."""

    submit = "Approve it as changed"

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


class TakeLaterForm(GovukForm):
    """Later values, as shown, taken into a sent paper."""

    submit = "Take these values"

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


class ReturnForm(GovukForm):
    """What an approver asks to be changed."""

    submit = "Return it to its writers"

    remarks = forms.CharField(
        label="What should change?",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Say what should change"},
    )


class ConfirmForm(GovukForm):
    """A step that needs one press and nothing else."""

    def __init__(self, data=None, *, submit, **kwargs):
        self.submit = submit
        super().__init__(data, **kwargs)
