"""Forms of decisions on a report: approved, sent back, published in an emergency."""

from django import forms

from assurance.govuk.forms import GovukForm
from assurance.registers.confirmed_words import ConfirmedWordsForm
from reports.approvals.models.emergency_issue import OUTCOMES


class ApproveAgainForm(GovukForm):
    """One press on the content whose digest somebody has before them, who approved it before."""

    submit = "Approve it as changed"

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def show_again(self, digest):
        """Makes a form that was refused one of what the page shows now, to be confirmed anew."""
        if self.is_bound:
            self.data = self.data.copy()
            self.data["seen"] = digest
            self.data.pop("read", None)


class ApproveForm(ApproveAgainForm):
    """An approval of the content whose digest the approver has before them."""

    submit = "Approve the report"

    read = forms.BooleanField(
        label="I have read the report and I approve it",
        error_messages={"required": "Confirm that you have read the report and approve it"},
    )


class TakeLaterForm(ApproveAgainForm):
    """Later values, as shown, taken into a sent paper."""

    submit = "Take these values"


class ReturnForm(ConfirmedWordsForm):
    """What an approver asks to be changed."""

    submit = "Return it to its writers"

    remarks = forms.CharField(
        label="What should change?",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Enter what should change"},
    )


class ParagraphRequests:
    """What a form asks to be changed at each of several paragraphs; one that is left empty
    stays."""

    def __init__(self, *args, paragraphs=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.paragraphs = paragraphs
        for item in paragraphs:
            self.fields[f"at-{item.slug}"] = forms.CharField(
                label=f"Changes needed in {item.where}?",
                widget=forms.Textarea(attrs={"rows": 3}),
                max_length=5000,
                required=False,
            )

    def rows(self):
        """(paragraph, its field, whether it is open) of each."""
        for item in self.paragraphs:
            field = self[f"at-{item.slug}"]
            yield item, field, bool(field.value() or field.errors)

    @property
    def has_requests(self):
        """Whether something is asked, or wrong, at one of them."""
        return any(is_open for _item, _field, is_open in self.rows())

    def requests(self):
        """Slug → what should change, of those that say something."""
        fields = {
            item.slug: self.cleaned_data.get(f"at-{item.slug}", "") for item in self.paragraphs
        }
        return {slug: text for slug, text in fields.items() if text.strip()}


class ReturnParagraphsForm(ParagraphRequests, ConfirmedWordsForm):
    """What should change at single paragraphs, at one of them at least."""

    draws_each = True

    submit = "Send these paragraphs back"

    def clean(self):
        """Refuses a form that asks for nothing."""
        fields = super().clean()
        if not self.errors and not any(text.strip() for text in fields.values()):
            raise forms.ValidationError("Enter what should change in one paragraph or more")
        return fields


class ConfirmForm(GovukForm):
    """A step that needs one press and nothing else."""

    def __init__(self, data=None, *, submit, **kwargs):
        self.submit = submit
        super().__init__(data, **kwargs)


class EmergencyForm(ConfirmedWordsForm):
    """Why a paper cannot wait for its approvals."""

    submit = "Publish it now, without approval"

    reason = forms.CharField(
        label="Why it cannot wait",
        help_text=(
            "Readers see this at the top of the report, on its page and in every file. Do not "
            "name a child or a member of staff."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
        error_messages={"required": "Enter why it cannot wait"},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class EmergencyReviewForm(ConfirmedWordsForm):
    """A second person's word on what was issued in an emergency."""

    submit = "Record what you found"

    outcome = forms.ChoiceField(
        label="Your result",
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you found"},
    )
    words = forms.CharField(
        label="Comments",
        help_text="For colleagues. Readers see the date, your post and your result.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
    )

    def clean(self):
        """Refuses a wrong paper without what is wrong with it."""
        fields = super().clean()
        if fields.get("outcome") == OUTCOMES[1][0] and not fields.get("words", "").strip():
            self.add_error("words", "Enter what has to be corrected")
        return fields
