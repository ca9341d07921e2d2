"""Forms of a paper as a whole: details, parts, remarks, versions."""

from django import forms

from assurance.govuk.forms import DatePartsField, GovukForm
from assurance.meetings.models.meetings import Meeting
from assurance.people.models.posts import Post
from assurance.registers.confirmed_words import ConfirmedWordsForm
from assurance.runtime.periods import today
from assurance.runtime.text import filled_lines
from reports.editor.missing_rows import MEETING
from reports.editor.proposed_dates import suggested_periods
from reports.language.template import WRITTEN_ROWS
from reports.papers.assembly.generated_parts import HEAD_LABELS
from reports.papers.manuscript import report_date_of, template_in


class DetailsForm(GovukForm):
    """What a paper is called, its meeting and period. The three dates are never inferred."""

    chosen_from = {"meeting": MEETING}

    title = forms.CharField(
        label="Title of the report",
        max_length=200,
        error_messages={"required": "Enter the title of the report"},
    )
    meeting = forms.ModelChoiceField(
        queryset=None, required=False, label="Meeting", empty_label="Not yet known"
    )
    period_start = DatePartsField(what="the start date of the period", label="Covers from")
    period_end = DatePartsField(what="the end date of the period", label="Covers to")
    paper_date = DatePartsField(
        what="the date of the report",
        label="Date of the report",
        required=False,
        help_text="The date on which it is signed off. Leave it empty until you know it.",
    )

    def __init__(self, data=None, *, council, paper=None, **kwargs):
        super().__init__(data, initial=self.initial_of(paper) if paper else {}, **kwargs)
        self.fields["meeting"].queryset = Meeting.committees.of(council).to_come_or_held()
        self.fields[
            "period_start"
        ].help_text = f"Any period will do, such as {suggested_periods(today())}."

    def initial_of(self, paper):
        names = ("title", "meeting", "period_start", "period_end", "paper_date")
        return {name: getattr(paper, name) for name in names}

    def clean(self):
        """Refuses a period that ends before it starts, at its end."""
        fields = super().clean()
        start, end = fields.get("period_start"), fields.get("period_end")
        if start and end and end < start:
            self.add_error(
                "period_end", "The end date of the period must be on or after its start date"
            )
        return fields

    def details(self):
        """The fields of a paper."""
        fields = self.cleaned_data
        return {
            "title": fields["title"],
            "meeting_id": fields["meeting"].pk if fields["meeting"] else None,
            "period_start": fields["period_start"],
            "period_end": fields["period_end"],
            "paper_date": fields["paper_date"],
        }


class PartsForm(GovukForm):
    """Contacts by post, wards and background papers."""

    author = forms.ModelChoiceField(
        queryset=None,
        required=False,
        label="Author",
        to_field_name="slug",
        empty_label="Not known yet",
    )
    chief_officer = forms.ModelChoiceField(
        queryset=None,
        required=False,
        label="Chief officer responsible",
        to_field_name="slug",
        empty_label="Not known yet",
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
        self.before, head = paper.parts, template_in(paper.template).head
        self.head = head.slug if head else ""
        super().__init__(data, initial=self.initial_of(paper), **kwargs)
        rows = [row for row in (head.rows if head else ()) if row in WRITTEN_ROWS]
        for row in rows:
            label = HEAD_LABELS[row]
            self.fields[row] = forms.CharField(label=label, required=False, max_length=200)
        self.order_fields([*rows, *self.fields])
        self.helper.layout = None  # What was laid out before has none of the rows.
        # What is left empty can stop the report later.
        self.helper.mark_optional = False
        day = report_date_of(paper)
        for name in ("author", "chief_officer"):
            self.fields[name].queryset = Post.objects.of(council).on(day)

    def initial_of(self, paper):
        head = paper.parts.get(self.head) or {}
        return {**paper.parts.get("contacts", {}), **_lines(paper.parts), **head}

    def details(self):
        """The parts of the paper with what was said in place of what was there."""
        fields = self.cleaned_data
        contacts = {name: fields[name].slug for name in ("author", "chief_officer") if fields[name]}
        papers = filled_lines(fields["background_papers"])
        written = {row: fields[row] for row in WRITTEN_ROWS if fields.get(row)}
        parts = {
            **self.before,
            **({self.head: written} if written or self.before.get(self.head) else {}),
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


class RemarkForm(ConfirmedWordsForm):
    """A remark, or an answer to one."""

    submit = "Save the comment"

    words = forms.CharField(
        label="Your comment",
        help_text="Writers and approvers of this report can read it. It never prints.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        error_messages={"required": "Write the comment first"},
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
