"""The form of what a committee decided of a paper's recommendations."""

from django import forms

from assurance.govuk.forms import DatePartsField, helper_for
from assurance.registers.confirmed_words import ConfirmedWordsForm
from reports.language.rules import due_dates
from reports.papers.models.recommendations import Recommendation

SHORT = {"rows": 3}
LONGEST = 2000


class DecisionsForm(ConfirmedWordsForm):
    """What a committee decided of each recommendation of a paper, on one page."""

    submit = "Save the decisions"

    def __init__(self, data=None, *, recommendations, issued_on, meeting, day, **kwargs):
        super().__init__(data, **kwargs)
        self.recommendations = list(recommendations)
        self.issued_on, self.day = issued_on, day
        # A meeting to come has decided nothing yet.
        meeting = meeting if meeting and meeting <= day else None
        groups = [self._row(recommendation, meeting) for recommendation in self.recommendations]
        self.helper = helper_for(self, submit=self.submit, groups=groups)

    def _row(self, one, meeting):
        field = Recommendation._meta.get_field
        index = {
            f"seen_{one.pk}": forms.IntegerField(widget=forms.HiddenInput, initial=one.version),
            f"decision_{one.pk}": forms.ChoiceField(
                label="Decision",
                choices=[("", due_dates.NOT_YET), *due_dates.DECISIONS],
                required=False,
                initial=one.decision,
            ),
            f"decided_on_{one.pk}": DatePartsField(
                what="the date of the meeting",
                label="Date of the meeting",
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
        # A decision needs them, so none is marked “optional”.
        for part in ("decision", "decided_on", "amended"):
            index[f"{part}_{one.pk}"].is_alternative = True
        self.fields |= index
        return (str(one), list(index))

    def clean(self):
        """Refuses a decision without its day or its words, and a minute or words without their
        decision, each at what it lacks."""
        fields = super().clean()
        for recommendation in self.recommendations:
            for part, sentence in self._faults(recommendation, fields):
                if not self.has_error(field := f"{part}_{recommendation.pk}"):
                    self.add_error(field, sentence)
        return fields

    def _faults(self, item, fields):
        values = self._said(item, fields)
        typed = any(fields.get(f"{part}_{item.pk}") for part in ("minute", "amended"))
        # Taking a decision away takes its minute and its words with it.
        if typed and not values["decision"] and not item.decision:
            yield "decision", "Choose the decision that the minute or the wording is of"
        yield from due_dates.why_not_decide(
            *(values["decision"], values["decided_on"], values["amended"]),
            *(self.issued_on, self.day),
        )

    def at_version(self, version):
        """Puts the versions of now in what was typed, so saving again saves over them."""
        self.data = self.data.copy()
        for recommendation in self.recommendations:
            self.data[self.add_prefix(f"seen_{recommendation.pk}")] = str(recommendation.version)
        return self

    def rows(self):
        """(key, version seen, fields) of each recommendation of which something else is said."""
        fields = self.cleaned_data
        matches = [
            (recommendation, self._said(recommendation, fields))
            for recommendation in self.recommendations
        ]
        return [
            (item.pk, fields[f"seen_{item.pk}"], values)
            for item, values in matches
            if values != {name: getattr(item, name) for name in values}
        ]

    def _said(self, item, value):
        """The fields of a decision; without a decision there is no day or minute of one."""
        names = ("decision", "minute", "amended")
        values = {name: value.get(f"{name}_{item.pk}") or "" for name in names}
        day = value.get(f"decided_on_{item.pk}")
        if not values["decision"]:
            return {**dict.fromkeys(names, ""), "decided_on": None}
        return {**values, "decided_on": day}
