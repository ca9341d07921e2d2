"""The forms and filters of committees, meetings, series, posts, the glossary and house words."""

from django import forms

from assurance.govuk.forms import DatePartsField
from assurance.meetings.models.bodies import Body
from assurance.people import rules as people
from assurance.registers.forms import ListFilters, RecordForm, yes_or_no

NARROW, SHORT = {"class": "govuk-input--width-20"}, {"class": "govuk-input--width-10"}
ADDRESS = {
    "required": "Enter a name of small letters, numbers and hyphens",
    "invalid": "Use letters, numbers and hyphens alone",
}


class CommitteeForm(RecordForm):
    """A committee that papers go to."""

    title = forms.CharField(
        label="Name of the committee",
        max_length=160,
        error_messages={"required": "Enter the name of the committee"},
    )
    slug = forms.SlugField(
        label="Name in addresses",
        max_length=60,
        widget=forms.TextInput(attrs=NARROW),
        error_messages=ADDRESS,
    )


class MeetingForm(RecordForm):
    """One meeting of a committee."""

    committee = forms.ModelChoiceField(
        queryset=None,
        label="Committee",
        empty_label="Choose a committee",
        error_messages={"required": "Choose the committee that meets"},
    )
    date = DatePartsField(what="the date of the meeting", label="Date")
    time = forms.TimeField(
        label="Time",
        required=False,
        widget=forms.TextInput(attrs=SHORT),
        help_text="Such as 17:30.",
        error_messages={"invalid": "Enter a time such as 17:30"},
    )
    title = forms.CharField(
        label="What the meeting is called",
        required=False,
        max_length=160,
        help_text="Where it is more than the committee’s name, such as “Special meeting”.",
    )
    place = forms.CharField(label="Place", required=False, max_length=200)
    cancelled = yes_or_no(
        label="Is the meeting cancelled?",
        initial=False,
        error_messages={"required": "Select whether the meeting is cancelled"},
    )

    def prepare_for(self, council):
        """Offers the council's own committees."""
        self.fields["committee"].queryset = Body.committees.of(council)


class SeriesForm(RecordForm):
    """Papers that answer one standing decision."""

    title = forms.CharField(
        label="Title",
        max_length=160,
        help_text="Such as “Six-monthly report on safeguarding”.",
        error_messages={"required": "Enter the title of the series"},
    )
    committee = forms.ModelChoiceField(
        queryset=None,
        label="Committee",
        empty_label="Choose a committee",
        error_messages={"required": "Choose the committee that the papers go to"},
    )
    slug = forms.SlugField(
        label="Name in addresses",
        max_length=60,
        widget=forms.TextInput(attrs=NARROW),
        help_text="It stands in the address of each paper and stays once there is one.",
        error_messages=ADDRESS,
    )

    def prepare_for(self, council):
        """Offers the council's own committees."""
        self.fields["committee"].queryset = Body.committees.of(council)


class PostForm(RecordForm):
    """A post in the directory: papers name it, not who holds it."""

    title = forms.CharField(
        label="Title of the post",
        max_length=160,
        error_messages={"required": "Enter the title of the post"},
    )
    slug = forms.SlugField(
        label="Name by which papers find it",
        max_length=60,
        widget=forms.TextInput(attrs=NARROW),
        help_text="Such as “director”. A post that follows another keeps its name.",
        error_messages=ADDRESS,
    )
    department = forms.CharField(label="Department", required=False, max_length=160)
    telephone = forms.CharField(
        label="Telephone", required=False, max_length=40, widget=forms.TextInput(attrs=NARROW)
    )
    email = forms.EmailField(
        label="E-mail",
        required=False,
        error_messages={"invalid": "Enter an e-mail address such as name@council.example"},
    )
    from_date = DatePartsField(what="the first day of the post", label="First day")
    to_date = DatePartsField(
        what="the last day of the post",
        label="Last day",
        required=False,
        help_text="Empty while the post is there. Papers that were issued keep what they printed.",
    )

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        if sentence := people.why_not_end_post(fields.get("from_date"), fields.get("to_date")):
            self.add_error("to_date", sentence)
        return fields


class AbbreviationForm(RecordForm):
    """One entry of the glossary."""

    short = forms.CharField(
        label="Abbreviation",
        max_length=20,
        widget=forms.TextInput(attrs=SHORT),
        error_messages={"required": "Enter the abbreviation"},
    )
    long = forms.CharField(
        label="What it stands for",
        max_length=160,
        error_messages={"required": "Enter what the abbreviation stands for"},
    )


class WordsFilters(ListFilters):
    """A filter by words alone, for rows that are never withdrawn."""

    withdrawn = None
    text = forms.CharField(label="Words")

    def narrow(self, rows):
        """The rows that fit what was chosen."""
        return rows.filtered(**self.chosen())


class PostFilters(WordsFilters):
    """The filter of the directory of posts."""

    on = DatePartsField(what="the day", label="There on")


class CommitteeFilters(ListFilters):
    """A filter by committee."""

    withdrawn = None
    committee = forms.ModelChoiceField(queryset=None, label="Committee", empty_label="Any")

    def prepare_for(self, council):
        """Offers the council's own committees."""
        self.fields["committee"].queryset = Body.committees.of(council)

    def narrow(self, rows):
        """The rows that fit what was chosen."""
        return rows.filtered(**self.chosen())


class NoFilters(ListFilters):
    """The list of a handful of rows asks nothing."""

    withdrawn = None

    def narrow(self, rows):
        """Every row."""
        return rows
