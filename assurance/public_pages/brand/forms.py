"""The form of a council's mark and colours."""

from django import forms

from assurance.govuk.forms import GovukFilterForm, GovukForm
from assurance.public_pages import colours
from assurance.public_pages.brand import pictures

AS_DIGITS = "As # and six digits or letters, such as #0b4f54."


class BrandForm(GovukForm):
    """A mark, its text alternative, a colour, and whether reports have a cover page."""

    submit = "Save the mark and colours"

    mark = forms.FileField(
        label="Mark",
        help_text="A PNG or JPEG picture, 2 MB at most. Leave this empty to keep the present mark.",
        required=False,
        error_messages={"empty": "The file is empty: choose the file that has the mark"},
    )
    mark_text = forms.CharField(
        label="Description of the mark",
        help_text="For people who cannot see it, such as “Arms of the City of Eborford”.",
        max_length=120,
        required=False,
    )
    remove = forms.BooleanField(label="Remove the present mark", required=False)
    colour = forms.CharField(
        label="Colour",
        help_text=f"{AS_DIGITS} White text is printed on it.",
        max_length=7,
        error_messages={"required": colours.NOT_A_COLOUR, "max_length": colours.NOT_A_COLOUR},
    )
    cover = forms.BooleanField(
        label="Print reports with a cover page",
        help_text="Without one, the report begins under the masthead of its first page.",
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *sent, has_mark=False, **kwargs):
        super().__init__(*sent, **kwargs)
        if not has_mark:
            self.fields["remove"].widget = forms.HiddenInput()

    def clean_mark(self):
        """The bytes of the mark, where it is a picture."""
        file = self.cleaned_data["mark"]
        if not file:
            return b""
        if file.size > pictures.MOST_BYTES:
            raise forms.ValidationError(pictures.TOO_BIG)
        content = file.read()
        try:
            pictures.mark_of(content)
        except pictures.NotMark as wrong:
            raise forms.ValidationError(str(wrong)) from wrong
        return content

    def clean_colour(self):
        """The colour in small letters, where it has enough contrast against white."""
        return _checked(self.cleaned_data["colour"])


class TrialForm(GovukFilterForm):
    """A colour to look at on this page before it is saved."""

    submit = "Show this colour"
    is_secondary = True

    trial = forms.CharField(label="Colour to try", help_text=AS_DIGITS, max_length=7)

    def clean_trial(self):
        """The colour in small letters; refused with its contrast and a darker one."""
        return _checked(self.cleaned_data["trial"])


def _checked(text):
    colour = text.strip().lower()
    if sentence := colours.why_not_colour(colour):
        raise forms.ValidationError(sentence)
    return colour
