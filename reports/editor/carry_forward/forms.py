"""Forms of the next paper: started from the last on one page, and its carried text confirmed."""

from django import forms

from assurance.govuk.forms import DatePartsField, GovukForm, helper_for
from assurance.meetings.models.meetings import Meeting
from assurance.runtime.periods import When
from reports.editor.carry_forward import rules
from reports.editor.forms.dates import DateRows
from reports.editor.forms.papers import AddressField, DetailsForm
from reports.papers.rules import due_dates
from reports.prose.day_mentions import moved_by

THE_PAPER = ("title", "slug", "period_start", "period_end", "meeting", "meeting_on", "paper_date")
LOOKED = "I have looked at this"
# What asks for a reason or another day is said on the promise's own page.
BECAME = [item for item in due_dates.STATES if item[0] in (due_dates.MET, due_dates.LATE)]
SAY_WHAT = "Say what became of it: kept, or kept late"


class NextForm(DateRows, DetailsForm):
    """The next paper of a series on one page: what changes from paper to paper, each proposed."""

    submit = "Start the paper"

    slug = AddressField(help_text=AddressField.SUCH_AS)
    meeting_on = DatePartsField(
        what="the day of the meeting",
        label="Or the day of a meeting that is not in the list",
        required=False,
        help_text="It is added to the committee’s meetings.",
    )

    def __init__(self, data=None, *, council, before, **kwargs):
        super().__init__(data, council=council, **kwargs)
        self.before = before
        was = When(before.period_start, before.period_end)
        self.period = rules.next_period(was)
        self.initial |= self._proposals()
        dated = before.paper_date, self.initial["paper_date"]
        groups = self.add_rows(rules.proposed(before.names, was, self.period, dated))
        groups = (("The paper", THE_PAPER), *groups)
        self.helper = helper_for(self, submit=self.submit, groups=groups)
        self.helper.mark_optional = False

    def clean(self):
        """Refuses two meetings."""
        fields = super().clean()
        if fields.get("meeting") and fields.get("meeting_on"):
            sentence = "Choose a meeting in the list or enter the day of another, not both"
            self.add_error("meeting_on", sentence)
        return fields

    def details(self):
        """The fields of the paper."""
        return {**super().details(), "slug": self.cleaned_data["slug"]}

    def _proposals(self):
        before = self.before
        current = before.meeting.date if before.meeting else None
        meeting = self._meeting_after(current)
        on = meeting.date if meeting else self._moved(before.told_on)
        return {
            "title": rules.next_title(before.title, on),
            "slug": rules.next_slug(before.slug, on),
            "meeting": meeting,
            "period_start": self.period.start,
            "period_end": self.period.end,
            "paper_date": rules.next_paper_date(
                before.paper_date, current, meeting.date if meeting else None
            ),
        }

    def _meeting_after(self, current):
        """The committee's first meeting after the period, and after the last paper's."""
        rows = Meeting.committees.to_come_or_held().filter(body=self.before.series.committee)
        after = max(filter(None, (self.period.end, current)))
        return rows.filter(date__gt=after).order_by("date").first()

    def _moved(self, day):
        return moved_by(day, rules.months_in(self.period) or 1)


class CarriedForm(GovukForm):
    """Carried blocks, a box for each sentence that needs a look, and what became of each of
    `promises`."""

    submit = "Confirm the carried text"

    def __init__(self, data=None, *, rows, promises=(), paragraphs=(), **kwargs):
        super().__init__(data, **kwargs)
        self.rows, self.promises = rows, list(promises)
        for promise in self.promises:
            self._ask_of(promise, paragraphs)
        for row in rows:
            self.fields[f"seen_{row.block.slug}"] = forms.CharField(
                widget=forms.HiddenInput, required=False, initial=_marks(row)
            )
            for item in row.asked:
                self.fields[_box(row, item)] = forms.BooleanField(label=LOOKED, required=False)
        self.helper = helper_for(self, submit=self.submit)

    def _ask_of(self, promise, paragraphs):
        became, block = _names(promise)
        self.fields[became] = forms.ChoiceField(
            label="What became of it?", choices=BECAME, widget=forms.RadioSelect, required=False
        )
        self.fields[block] = forms.ChoiceField(
            label="Paragraph of this paper that answers it",
            choices=[("", "None"), *paragraphs],
            required=False,
        )

    def clean(self):
        """Refuses a paragraph that answers a promise of which nothing is said."""
        fields = super().clean()
        for promise in self.promises:
            became, block = _names(promise)
            if fields.get(block) and not fields.get(became) and became not in self.errors:
                self.add_error(became, SAY_WHAT)
        return fields

    def asked_of(self):
        """(promise, its choice, its paragraph), what is due first, first."""
        return [(promise, *(self[name] for name in _names(promise))) for promise in self.promises]

    def answers(self):
        """What `answer_commitment` is told of each promise of which something is said."""
        fields = self.cleaned_data
        return [
            {
                "commitment": promise,
                "version": promise.version,
                "state": fields[became],
                "block": fields[block],
            }
            for promise in self.promises
            for became, block in [_names(promise)]
            if fields[became]
        ]

    def entries(self):
        """(block, its hidden field, (sentence, its box) of each that asks for a look), in order."""
        return [
            (
                row,
                self[f"seen_{row.block.slug}"],
                [(item, self[_box(row, item)]) for item in row.asked],
            )
            for row in self.rows
        ]

    def seen(self):
        """Slug → key → digest of what was seen, of each sentence ticked or that needs no look."""
        fields, result = self.cleaned_data, {}
        for row in self.rows:
            left = {item.sentence.key for item in row.asked if not fields[_box(row, item)]}
            pairs = (pair.partition(":") for pair in fields[f"seen_{row.block.slug}"].split())
            result[row.block.slug] = {key: mark for key, _, mark in pairs if key not in left}
        return {slug: marks for slug, marks in result.items() if marks}


def _marks(row):
    """What the page showed of the sentences of a block: their keys and how they read."""
    return " ".join(f"{item.sentence.key}:{item.sentence.digest}" for item in row.sentences)


def _box(row, item):
    return f"looked_{row.block.slug}_{item.sentence.key[:12]}"


def _names(promise):
    return tuple(f"{name}_{promise.pk}" for name in ("became", "answer"))
