"""The forms and filters of committees, meetings, series, the glossary and house words."""

from django import forms

from assurance.govuk.forms import GovukForm, search_box
from assurance.meetings.models.bodies import Body
from assurance.registers.forms import ListFilters, RecordForm, line
from assurance.registers.short_forms.addresses import AddressedForm, AddressField
from assurance.tables.reader import read
from assurance.tables.table import NotATable
from reports.papers.rules import house_words as rules

NARROW, SHORT = {"class": "govuk-input--width-20"}, {"class": "govuk-input--width-10"}


def text_field(label, required, length=160, **more):
    """A field of one line; `required` is the sentence for an empty one."""
    errors = {"required": required}
    return forms.CharField(label=label, max_length=length, error_messages=errors, **more)


def committee_field(required):
    """The council's committees; `required` is the sentence for none."""
    return forms.ModelChoiceField(
        queryset=None,
        label="Committee",
        empty_label="Choose a committee",
        error_messages={"required": required},
    )


class OwnCommittees:
    """A form that offers the council's own committees."""

    def prepare_for(self, council):
        """Offers them."""
        self.fields["committee"].queryset = Body.committees.of(council)


class CommitteeForm(AddressedForm, RecordForm):
    """A committee that papers go to."""

    title = text_field("Name of the committee", "Enter the name of the committee")
    slug = AddressField("Address of its reports", "the name")

    def taken_addresses(self):
        """Those of the council's committees."""
        return Body.committees.of(self.council).values_list("slug", flat=True)


class AbbreviationForm(RecordForm):
    """One entry of the glossary."""

    short = text_field(
        "Abbreviation", "Enter the abbreviation", 20, widget=forms.TextInput(attrs=SHORT)
    )
    long = text_field("Meaning", "Enter the meaning of the abbreviation")


class StandingFilters(ListFilters):
    """The filter of rows that are never withdrawn."""

    withdrawn = None

    def narrow(self, rows):
        """The rows that fit what was chosen."""
        return rows.filtered(**self.chosen())


class WordsFilters(StandingFilters):
    """A filter by words alone."""

    text = search_box("abbreviations", "letters or meaning")


class CommitteeFilters(OwnCommittees, StandingFilters):
    """A filter by committee."""

    committee = forms.ModelChoiceField(queryset=None, label="Committee", empty_label="Any")


class NoFilters(ListFilters):
    """The list of a handful of rows asks nothing."""

    withdrawn = None

    def narrow(self, rows):
        return rows


LARGEST_FILE = 1_000_000
HEADINGS = ("Word to use", "Plural", "Words to avoid", "Reason", "Where it applies")


class HouseWordForm(RecordForm):
    """What the council says, and in place of what."""

    say = line("Word to use", rules.LONGEST, "Such as “looked-after child”.")
    plural = line(
        "Plural",
        rules.LONGEST,
        "Such as “looked-after children”. Then several of a word below are found too.",
        required=False,
    )
    refused = forms.CharField(
        label="Words to avoid",
        help_text="One to a line. Initials are found only as written here, other words in "
        "small letters and capitals.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter at least one word to avoid"},
    )
    holds = forms.ChoiceField(
        label="Where it applies",
        choices=rules.HOLDS,
        initial=rules.EVERYWHERE,
        widget=forms.RadioSelect,
        help_text="Running text is paragraphs, lists, recommendations and notes: no heading, table "
        "or caption. Words in quotation marks never change.",
        error_messages={"required": "Select where it applies"},
    )
    reason = line(
        "Reason", rules.LONGEST_REASON, "Writers see it next to the word found.", required=False
    )

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        if not self.errors:
            listed = rules.words_in(fields["refused"])
            wording = rules.Wording(**{**self.values_to_save(), "refused": listed})
            field, sentence = rules.why_not(wording)
            if sentence:
                self.add_error(field, sentence)
        return fields


class HouseWordFilters(ListFilters):
    """A filter by words, said or not."""

    text = search_box("house words", "word to use or to avoid")


class SeveralWordsForm(GovukForm):
    """Many house words at once: lines of text, or a table in a file."""

    submit = "Continue"

    text = forms.CharField(
        label="House words, one to a line",
        required=False,
        help_text=(
            "The word to use, a | and the words to avoid: “adviser / advisers | advisor”. Put "
            "its plural after a /. The reason can follow a second |, and where it applies a "
            "third."
        ),
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    file = forms.FileField(
        label="Or a file",
        required=False,
        help_text="A CSV file or workbook with the columns of the list’s own file: "
        f"{', '.join(HEADINGS)}.",
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.ods,text/csv"}),
    )

    def clean_file(self):
        """The lines that the table in the file says, or nothing where no file was given."""
        file = self.cleaned_data["file"]
        if not file:
            return ""
        if file.size > LARGEST_FILE:
            raise forms.ValidationError("The file must be 1 MB or smaller")
        try:
            return "\n".join(_lines(read(file.name, file.read())[0]))
        except NotATable as wrong:
            raise forms.ValidationError(str(wrong)) from wrong

    def clean(self):
        """What was typed with what the file holds, each line read."""
        fields = super().clean()
        if self.errors:
            return fields
        text = "\n".join(filter(None, (fields["text"], fields["file"])))
        self.wordings, sentence = rules.read_lines(text)
        if not text.strip():
            self.add_error("text", "Enter the house words, or choose a file of them")
        elif sentence:
            self.add_error("text" if fields["text"] else "file", sentence)
        self.lines = text
        return fields


def _lines(table):
    """The line of text for each row of a table that has the columns of the list's file."""
    places = {heading.casefold(): place for place, heading in enumerate(table.headings)}
    missing = [item for item in (HEADINGS[0], HEADINGS[2]) if item.casefold() not in places]
    if missing:
        raise NotATable(f"The file has no column “{missing[0]}”: its columns are those of the list")
    for row in table.rows:
        fields = {
            item: str(row.cells[places[item.casefold()]] or "") if item.casefold() in places else ""
            for item in HEADINGS
        }
        value, plural, refused, reason, holds = fields.values()
        yield " | ".join((f"{value} / {plural}", refused.replace("\n", ", "), reason, holds))
