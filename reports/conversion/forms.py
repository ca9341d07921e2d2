"""The forms that import an older paper: the file, and what is said of the paper that it holds."""

from datetime import date

from django import forms
from django.core import signing
from django.urls import reverse

from assurance.govuk.forms import DatePartsField, GovukForm
from assurance.runtime.periods import today
from assurance.runtime.processes.lazy_modules import LazyModule
from reports.conversion.results import NotAPaper
from reports.conversion.sources import LARGEST_FILE, MEGABYTE
from reports.conversion.summary import apply_answers

paper = LazyModule("reports.conversion.paper")
shaping = LazyModule("reports.conversion.blocks.paper_file")

TOO_LARGE = f"The file must be {LARGEST_FILE // MEGABYTE} MB or smaller"
NO_FILE = "Choose the file of the report"
LOST = "Part of the file was lost. Choose the file again."
TOO_LONG = "The file is too large to show here. Import it with the import_paper command."
SALT = "reports.brought"
# Below what a form may send at once.
MOST_HELD = 2_000_000


def seal_result(value, name):
    """What was read of the file called `name`, sealed, so that it comes back as it was."""
    plain = {"paper": value.paper, "template": value.template, "file": name[:120]}
    plain["derived"] = list(value.derived)
    plain |= {"outline": value.outline, "missed": value.missed}
    return signing.dumps(plain, salt=SALT, compress=True)


class SourceFileForm(GovukForm):
    """A file that `read` opens as soon as it is given: what that gives is `found`."""

    submit = "Read this file"

    def clean_file(self):
        """The file; one that is too large or cannot be read is refused with its sentence."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(TOO_LARGE)
        try:
            self.found = self.read(file)
        except NotAPaper as wrong:
            raise forms.ValidationError(str(wrong)) from wrong
        return file


class PaperFileForm(SourceFileForm):
    """The file of an older paper; `found` is what was read of it, sealed."""

    file = forms.FileField(
        label="File of the report",
        help_text="A Word document (.docx) or plain text (.txt, .md). Nothing is kept until you "
        "have seen what was recognised.",
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.txt,.md,text/plain"}),
        error_messages={
            "required": NO_FILE,
            "invalid": NO_FILE,
            "empty": "The file is empty. Choose the file with the report",
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper.form_action = reverse("conversion:import")

    def read(self, file):
        """The paper in the file, sealed; raises `NotAPaper` for what is none."""
        result = seal_result(paper.paper_file(file.name, file.read(), today()), file.name)
        if len(result) > MOST_HELD:
            raise NotAPaper(TOO_LONG)
        return result


class BroughtForm(GovukForm):
    """What is said of the paper beside its text: found in the file, and mended here."""

    submit = "Make the draft"

    title = forms.CharField(
        label="Title of the report",
        max_length=200,
        error_messages={"required": "Enter the title of the report"},
    )
    series = forms.CharField(
        label="Series",
        max_length=160,
        help_text="The reports that it belongs with, such as “Half-yearly assurance report”.",
        error_messages={"required": "Enter the series that the report belongs to"},
    )
    committee = forms.CharField(
        label="Committee",
        max_length=160,
        error_messages={"required": "Enter the committee that the report went to"},
    )
    meeting = DatePartsField(what="the date of the meeting", label="Meeting", required=False)
    period_start = DatePartsField(what="the start date of the period", label="Covers from")
    period_end = DatePartsField(what="the end date of the period", label="Covers to")
    paper_date = DatePartsField(
        what="the date of the report", label="Date of the report", required=False
    )
    held = forms.CharField(widget=forms.HiddenInput, error_messages={"required": LOST})

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper.form_action = reverse("conversion:import-make")

    @classmethod
    def first(cls, sealed):
        """The form as it is first shown, from what was found."""
        paper = signing.loads(sealed, salt=SALT)["paper"]
        meeting = paper["meeting"] or {}
        days = {
            "meeting": meeting.get("date"),
            "paper_date": paper["paper_date"],
            "period_start": paper["period"]["start"],
            "period_end": paper["period"]["end"],
        }
        labels = {
            "title": paper["title"],
            "series": paper["series"]["title"],
            "committee": paper["committee"]["title"],
        }
        fields = {name: date.fromisoformat(day) for name, day in days.items() if day}
        return cls(initial={**labels, **fields, "held": sealed})

    @property
    def found(self):
        """What was read of the file, or None where it is not what was sealed."""
        sealed = self["held"].value()
        try:
            return signing.loads(sealed or "", salt=SALT)
        except signing.BadSignature:
            return None

    def clean_series(self):
        """The series, where it has a letter that can stand in an address."""
        return self._addressed("series")

    def clean_committee(self):
        """The committee, likewise."""
        return self._addressed("committee")

    def clean(self):
        """Refuses a period that ends before it starts, and what is not what was sealed."""
        fields = super().clean()
        start, end = fields.get("period_start"), fields.get("period_end")
        if start and end and end < start:
            self.add_error(
                "period_end", "The end date of the period must be on or after its start date"
            )
        if "held" in fields and self.found is None:
            self.add_error(None, LOST)
        return fields

    def plain(self):
        """The paper file with what was said in place of what was found."""
        fields = self.cleaned_data
        paper = self.found["paper"]
        return apply_answers(
            {
                **paper,
                "meeting": paper["meeting"] if fields["meeting"] else None,
                "paper_date": None,
            },
            title=fields["title"],
            series=(shaping.slugged(fields["series"], ""), fields["series"]),
            committee=(shaping.slugged(fields["committee"], ""), fields["committee"]),
            meeting=fields["meeting"],
            period=(fields["period_start"], fields["period_end"]),
            paper_date=fields["paper_date"],
        )

    def _addressed(self, name):
        text = self.cleaned_data[name].strip()
        if not shaping.slugged(text, ""):
            label = self.fields[name].label
            raise forms.ValidationError(
                f"“{label}” needs letters or numbers, from A to Z or 0 to 9"
            )
        return text
