"""Forms of commitments: proposed sentences kept or refused at once, one by hand, an answer."""

from django import forms

from assurance.govuk.forms import DatePartsField, GovukFilterForm, helper_for, search_box
from assurance.registers.confirmed_words import ConfirmedWordsForm
from assurance.registers.forms import ListFilters, RecordForm, line
from assurance.runtime.typography import with_capital
from reports.editor.missing_rows import REPORT
from reports.language.rules import due_dates
from reports.papers.models.papers import Paper
from reports.papers.models.templates import Series

ACCEPT, REFUSE, LATER = "keep", "refuse", "later"
CHOICES = [(ACCEPT, "Keep it"), (REFUSE, "It is no commitment"), (LATER, "Decide later")]
SHORT = {"rows": 3}
A_ROLE = "A post, team or body, such as “Head of Service”. Do not name a person."
LONGEST = 2000


def what():
    """A field of what is promised."""
    return forms.CharField(
        label="Commitment",
        max_length=LONGEST,
        widget=forms.Textarea(attrs=SHORT),
        error_messages={"required": "Enter the commitment"},
    )


def who():
    """A field of who is to do it."""
    return line("Who", 160, A_ROLE, required=False)


def due_on(required=False):
    """A field of the day by which it is due."""
    return DatePartsField(
        what="the date by which it is due",
        label="Due on",
        required=required,
        help_text="The last date of the month, if none is given. Leave empty for the next report.",
    )


def due_to():
    """A field of what it is due to."""
    return forms.ChoiceField(
        label="When",
        choices=due_dates.CHOICES,
        error_messages={"required": "Choose when it is due"},
    )


class ProposalsForm(ConfirmedWordsForm):
    """The promises found in a paper's sentences: each kept, refused, or left for later."""

    submit = "Save the commitments"

    def __init__(self, data=None, *, proposals, **kwargs):
        super().__init__(data, **kwargs)
        self.proposals = proposals
        groups = [self._row(f"p{place}", item) for place, item in enumerate(proposals, 1)]
        self.helper = helper_for(self, submit=self.submit, groups=groups)
        self.helper.mark_optional = False

    def _row(self, name, one):
        initial = one.promise
        self.fields[f"{name}_choice"] = forms.ChoiceField(
            label="Action",
            choices=CHOICES,
            initial=LATER,
            widget=forms.RadioSelect,
            help_text=f"“{initial.sentence}”",
        )
        self.fields[f"{name}_seen"] = forms.CharField(
            widget=forms.HiddenInput, required=False, initial=initial.digest
        )
        for part, field, value in (
            ("what", what(), initial.sentence),
            ("who", who(), initial.who),
            ("due_to", due_to(), initial.due_to),
            ("due_on", due_on(), initial.due_on),
        ):
            field.initial, field.required = value, False
            self.fields[f"{name}_{part}"] = field
        parts = ("choice", "seen", "what", "who", "due_to", "due_on")
        return (with_capital(one.name), [f"{name}_{part}" for part in parts])

    def clean(self):
        """Refuses a commitment that is kept without words, or without its day."""
        fields = super().clean()
        for place, _ in enumerate(self.proposals, 1):
            name = f"p{place}"
            if fields.get(f"{name}_choice") == ACCEPT:
                self._check(name, fields)
        return fields

    def _check(self, name, value):
        if not value.get(f"{name}_what") and f"{name}_what" not in self.errors:
            self.add_error(f"{name}_what", "Enter the commitment")
        if f"{name}_due_on" in self.errors or f"{name}_due_to" in self.errors:
            return
        if wrong := due_dates.why_not_due(
            value[f"{name}_due_to"] or due_dates.DAY, value[f"{name}_due_on"]
        ):
            self.add_error(f"{name}_due_on", wrong)

    def rows(self):
        """What was kept and refused, for `keep_commitments`; a sentence changed since waits."""
        fields = self.cleaned_data
        for place, item in enumerate(self.proposals, 1):
            name, chosen = f"p{place}", fields[f"p{place}_choice"]
            if chosen == LATER or fields[f"{name}_seen"] != item.promise.digest:
                continue
            sentence = {"sentence": item.promise.sentence, "digest": item.promise.digest}
            row = {"block": item.block, **sentence}
            if chosen == REFUSE:
                yield {
                    **row,
                    "what": item.promise.sentence,
                    "state": due_dates.REFUSED,
                    "due_to": due_dates.NEXT,
                }
            else:
                values = {part: fields[f"{name}_{part}"] for part in ("what", "who", "due_on")}
                yield {**row, **values, "due_to": fields[f"{name}_due_to"] or due_dates.DAY}


class CommitmentForm(RecordForm):
    """A commitment, by hand."""

    chosen_from = {"paper": REPORT}

    paper = forms.ModelChoiceField(
        queryset=None,
        label="Report that has the commitment",
        empty_label="Choose a report",
        error_messages={"required": "Choose the report that has the commitment"},
    )
    what = what()
    who = who()
    due_to = due_to()
    due_on = due_on()

    def prepare_for(self, council):
        self.fields["paper"].queryset = Paper.objects.of(council).without_content()

    def clean(self):
        """Refuses what is due by a day that is not told."""
        fields = super().clean()
        row = "due_on" not in self.errors and fields.get("due_to")
        if row and (wrong := due_dates.why_not_due(fields["due_to"], fields.get("due_on"))):
            self.add_error("due_on", wrong)
        return fields


class CommitmentFilters(ListFilters):
    """The filter of the working list of commitments."""

    text = search_box("commitments", "action, post or sentence")
    state = forms.ChoiceField(label="State", choices=[("", "Every state"), *due_dates.STATES[:-1]])
    series = forms.ModelChoiceField(queryset=None, label="Series", empty_label="Every series")
    due_from = DatePartsField(what="the start date", label="Due from")
    due_by = DatePartsField(what="the end date", label="Due to")

    def prepare_for(self, council):
        self.fields["series"].queryset = Series.objects.of(council)


class PublicCommitments(GovukFilterForm):
    """The filter of what anybody may read of a council's commitments."""

    text = search_box("commitments", "action, post or sentence", max_length=200)
    state = forms.ChoiceField(
        label="State", choices=[("", "Every state"), *due_dates.PUBLIC_STATES]
    )


class AnswerForm(ConfirmedWordsForm):
    """What became of one promise, in the paper that answers it."""

    submit = "Save the answer"

    state = forms.ChoiceField(
        label="Outcome",
        choices=[item for item in due_dates.STATES if item[0] in due_dates.ANSWERS],
        widget=forms.RadioSelect,
        error_messages={"required": "Enter its outcome: kept, late, changed or dropped"},
    )
    because = forms.CharField(
        label="Reason",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs=SHORT),
        help_text="Needed where it was changed or dropped. Anyone can read it.",
    )
    new_day = DatePartsField(
        what="the new date", label="New date, if it was changed", required=False
    )
    block = forms.ChoiceField(label="Paragraph of this report that answers it", required=False)
    evidence = forms.CharField(
        label="Or what else shows it",
        required=False,
        max_length=300,
        help_text="A record, a document or a minute. Anyone can read it.",
    )

    def __init__(self, data=None, *, commitment, paragraphs, **kwargs):
        super().__init__(data, initial=self.initial_of(commitment), **kwargs)
        self.commitment = commitment
        self.fields["block"].choices = [("", "None"), *paragraphs]

    def initial_of(self, commitment):
        names = ("state", "because", "evidence")
        return {
            **{name: getattr(commitment, name) for name in names},
            "block": commitment.answered_block,
        }

    def clean(self):
        """Refuses an answer that is not whole, at what it lacks."""
        fields = super().clean()
        if {"state", "new_day", "because"} & set(self.errors):
            return fields
        entries = (
            fields["state"],
            fields["because"],
            fields.get("new_day"),
            self.commitment.due_on,
        )
        if wrong := due_dates.why_not_answer(*entries):
            lacks = "because" if not fields["because"].strip() else "new_day"
            self.add_error(lacks, wrong)
        return fields

    def answer(self):
        """What `answer_commitment` is told."""
        names = ("state", "because", "new_day", "block", "evidence")
        return {name: self.cleaned_data[name] for name in names}
