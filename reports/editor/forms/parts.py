"""The form of a paper's contacts, wards and background papers."""

from django import forms

from assurance.govuk.forms import GovukForm
from assurance.people.models.posts import Post

NARROW = {"class": "govuk-input--width-20"}


class PartsForm(GovukForm):
    """Contacts by post, wards and background papers."""

    author = forms.ModelChoiceField(
        queryset=None, required=False, label="Author", to_field_name="slug"
    )
    chief_officer = forms.ModelChoiceField(
        queryset=None, required=False, label="Chief officer responsible", to_field_name="slug"
    )
    wards = forms.CharField(
        label="Wards affected", required=False, help_text="“All”, or the names of the wards."
    )
    background_papers = forms.CharField(
        label="Background papers",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One on each line: unpublished documents that the report relies on. “None” "
        "where there are none.",
    )

    def __init__(self, data=None, *, council, paper, **kwargs):
        self.before = paper.parts
        super().__init__(data, initial=self.initial_of(paper), **kwargs)
        day = paper.paper_date or paper.period_end
        for name in ("author", "chief_officer"):
            self.fields[name].queryset = Post.objects.of(council).on(day)

    def initial_of(self, paper):
        """Field → value of a paper's parts."""
        return {**paper.parts.get("contacts", {}), **_lines(paper.parts)}

    def details(self):
        """The parts of the paper with what was said in place of what was there."""
        fields = self.cleaned_data
        contacts = {name: fields[name].slug for name in ("author", "chief_officer") if fields[name]}
        papers = [line.strip() for line in fields["background_papers"].splitlines() if line.strip()]
        parts = {
            **self.before,
            "contacts": contacts,
            "wards": {"text": fields["wards"]} if fields["wards"] else {},
            "background_papers": {"papers": papers} if papers else {},
        }
        return {"parts": parts}


def _lines(parts):
    papers = parts.get("background_papers") or {}
    return {
        "wards": (parts.get("wards") or {}).get("text", ""),
        "background_papers": "\n".join(
            filter(None, (papers.get("text"), *papers.get("papers", ())))
        ),
    }
