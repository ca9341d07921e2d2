"""The form that confirms copied text of a report."""

from django import forms

from assurance.govuk.forms import GovukForm, helper_for
from reports.language.rules import due_dates

# What asks for a reason or another day is said on the promise's own page.
BECAME = [item for item in due_dates.STATES if item[0] in (due_dates.MET, due_dates.LATE)]
GONE = "The figures have changed since: choose again."
SAY_WHAT = "Enter its outcome: kept, or kept late"


class CarriedForm(GovukForm):
    """The copied blocks of `rows`, all of whose sentences are confirmed as the page showed them,
    and what became of each of `promises`."""

    def __init__(self, data=None, *, rows, promises=(), paragraphs=(), **kwargs):
        super().__init__(data, **kwargs)
        self.rows, self.promises = rows, list(promises)
        for promise in self.promises:
            self._ask_of(promise, paragraphs)
        for row in rows:
            self.fields[_mark_of(row)] = forms.CharField(
                widget=forms.HiddenInput, required=False, initial=_marks(row)
            )
        self.helper = helper_for(self, submit="")

    def _ask_of(self, promise, paragraphs):
        became, block = _names(promise)
        self.fields[became] = forms.ChoiceField(
            label="Outcome", choices=BECAME, widget=forms.RadioSelect, required=False
        )
        self.fields[block] = forms.ChoiceField(
            label="Paragraph of this report that answers it",
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

    def marks(self):
        """The hidden field of each block, in order."""
        return [self[_mark_of(row)] for row in self.rows]

    def seen(self):
        """Slug → key → digest of what was seen."""
        result = {}
        for row in self.rows:
            pairs = (pair.partition(":") for pair in self.cleaned_data[_mark_of(row)].split())
            result[row.block.slug] = {key: mark for key, _, mark in pairs}
        return {slug: marks for slug, marks in result.items() if marks}


class OffersForm(GovukForm):
    """One of `offers` taken by its press, or all that are sure; `versions` are those of the blocks
    as the page showed them."""

    ALL = "all"

    def __init__(self, data=None, *, offers, versions, **kwargs):
        super().__init__(data, **kwargs)
        self.offers = offers
        pressed = [(value, value) for offer in offers for value, _choice in offer.pairs]
        self.fields["use"] = forms.ChoiceField(
            choices=[(self.ALL, self.ALL), *pressed],
            error_messages={"required": GONE, "invalid_choice": GONE},
        )
        for slug, version in versions.items():
            self.fields[f"version.{slug}"] = forms.IntegerField(
                widget=forms.HiddenInput, initial=version, error_messages={"required": GONE}
            )

    def chosen(self):
        """(typed number, token) of each that becomes a figure."""
        use = self.cleaned_data["use"]
        if use == self.ALL:
            return [(item.typed, item.choices[0].token) for item in self.offers if item.sure]
        pairs = ((offer, *pair) for offer in self.offers for pair in offer.pairs)
        return [(offer.typed, choice.token) for offer, value, choice in pairs if value == use]

    def versions(self):
        """Slug → the version of its block that was shown."""
        return {
            name.removeprefix("version."): value
            for name, value in self.cleaned_data.items()
            if name.startswith("version.")
        }


def _marks(row):
    """What the page showed of the sentences of a block: their keys and how they read."""
    return " ".join(f"{item.sentence.key}:{item.sentence.digest}" for item in row.sentences)


def _mark_of(row):
    return f"seen_{row.block.slug}"


def _names(promise):
    return tuple(f"{name}_{promise.pk}" for name in ("became", "answer"))
