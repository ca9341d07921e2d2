"""The form of what a committee decided of a paper's recommendations."""

from django import forms

from assurance.govuk.forms import DatePartsField, GovukForm, helper_for
from reports.papers.models.recommendations import Recommendation
from reports.papers.rules import decisions

SHORT = {"rows": 3}
LONGEST = 2000


class DecisionsForm(GovukForm):
    """What a committee decided of each recommendation of a paper, on one page."""

    submit = "Save the decisions"

    def __init__(self, data=None, *, recommendations, issued_on, meeting, **kwargs):
        super().__init__(data, **kwargs)
        self.recommendations, self.issued_on = list(recommendations), issued_on
        groups = [self._row(one, meeting) for one in self.recommendations]
        self.helper = helper_for(self, submit=self.submit, groups=groups)

    def _row(self, one, meeting):
        field = Recommendation._meta.get_field
        held = {
            f"seen_{one.pk}": forms.IntegerField(widget=forms.HiddenInput, initial=one.version),
            f"decision_{one.pk}": forms.ChoiceField(
                label="Decision",
                choices=[("", decisions.NOT_YET), *decisions.DECISIONS],
                required=False,
                initial=one.decision,
            ),
            f"decided_on_{one.pk}": DatePartsField(
                what="the day of the meeting",
                label="Day of the meeting",
                required=False,
                initial=one.decided_on or meeting,
            ),
            f"minute_{one.pk}": forms.CharField(
                label="Minute number",
                required=False,
                max_length=field("minute").max_length,
                initial=one.minute,
                widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
            ),
            f"amended_{one.pk}": forms.CharField(
                label="Wording as amended",
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs=SHORT),
                initial=one.amended,
            ),
        }
        self.fields |= held
        return (str(one), list(held))

    def clean(self):
        """Refuses a decision without its day or its words, at what it lacks."""
        said = super().clean()
        for one in self.recommendations:
            if f"decided_on_{one.pk}" in self.errors:
                continue
            told = self._said(one, said)
            field, sentence = decisions.why_not_decide(
                told["decision"], told["decided_on"], told["amended"], self.issued_on
            )
            if sentence:
                self.add_error(f"{field}_{one.pk}", sentence)
        return said

    def at_version(self, version):
        """Puts the versions that stand now in what was typed, so that saving again saves over what
        the page of a conflict shows. Returns the form."""
        self.data = self.data.copy()
        for one in self.recommendations:
            self.data[self.add_prefix(f"seen_{one.pk}")] = str(one.version)
        return self

    def rows(self):
        """(key, version seen, fields) of each recommendation of which something else is said."""
        said = self.cleaned_data
        found = [(one, self._said(one, said)) for one in self.recommendations]
        return [
            (one.pk, said[f"seen_{one.pk}"], told)
            for one, told in found
            if told != {name: getattr(one, name) for name in told}
        ]

    def _said(self, one, said):
        """The fields of a decision; without a decision there is no day or minute of one."""
        names = ("decision", "minute", "amended")
        told = {name: said.get(f"{name}_{one.pk}") or "" for name in names}
        day = said.get(f"decided_on_{one.pk}")
        if not told["decision"]:
            return {**dict.fromkeys(names, ""), "decided_on": None}
        return {**told, "decided_on": day}
