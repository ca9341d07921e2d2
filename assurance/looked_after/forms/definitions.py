"""The forms of a council's own age bands and counting dates."""

from django import forms
from django.utils.text import slugify

from assurance.govuk.forms import DatePartsField, GovukForm
from assurance.looked_after.rules.definition_lines import (
    band_of_line,
    day_of_line,
    line_of_band,
    line_of_day,
)
from assurance.looked_after.rules.groups import why_not_a_set_of_bands
from assurance.runtime.text import filled_lines

BANDS_HINT = (
    "One band on each line, such as “0 to 13”, “14 to 15” and “16 and over”. To call a band "
    "something else, put its name and a colon first: “Under 14: 0 to 13”."
)
DAYS_HINT = "One date on each line, such as “1 December”. The council counts on it every year."


def _read_lines(text, read):
    """What `read` makes of each line; raises the sentences of those that are wrong or twice there,
    with their numbers."""
    values, faults = [], []
    for number, line in enumerate(filled_lines(text), 1):
        try:
            value = read(line)
            if value in values:
                raise ValueError("it is there twice")
            values.append(value)
        except ValueError as wrong:
            faults.append(f"Line {number}, “{line[:60]}”: {wrong}")
    if faults:
        raise forms.ValidationError(faults)
    return values


class AgeBandsForm(GovukForm):
    """A set of age bands that follow each other from 0 to an open end."""

    submit = "Save the age bands"

    bands = forms.CharField(
        label="Age bands",
        help_text=BANDS_HINT,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Enter at least one age band"},
    )

    def __init__(self, data=None, *, bands=(), **kwargs):
        lines = [line_of_band(band.label, band.from_age, band.to_age) for band in bands]
        super().__init__(data, initial={"bands": "\n".join(lines)}, **kwargs)

    def clean_bands(self):
        """(slug, label, first age, last age or None) of each line."""
        bands = _read_lines(self.cleaned_data["bands"], band_of_line)
        slugs = [slugify(label).replace("-", "_") for label, *_ in bands]
        if len(slugs) != len(set(slugs)):
            raise forms.ValidationError("Give each band a name of its own")
        if sentence := why_not_a_set_of_bands(bands):
            raise forms.ValidationError(sentence)
        return [(slug, *band) for slug, band in zip(slugs, bands, strict=True)]


class NewAgeBandsForm(AgeBandsForm):
    """A set of age bands from a day on."""

    from_date = DatePartsField(
        what="the start date of these bands",
        label="Start date",
        help_text="Children counted on or after this date are grouped by these bands. The "
        "earlier set ends the day before.",
    )


class CountingDaysForm(GovukForm):
    """The days of every year on which the council counts; none is an answer too."""

    submit = "Save the counting dates"

    days = forms.CharField(
        label="Counting dates",
        help_text=DAYS_HINT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data=None, *, days=(), **kwargs):
        lines = [line_of_day(day.month, day.day) for day in days]
        super().__init__(data, initial={"days": "\n".join(lines)}, **kwargs)

    def clean_days(self):
        """(month, day) of each line, in the order of the year."""
        return sorted(_read_lines(self.cleaned_data["days"], day_of_line))
