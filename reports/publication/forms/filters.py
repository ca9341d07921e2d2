"""The public's filters of what is followed through papers: figures, and the ledger."""

from django import forms

from assurance.govuk.forms import GovukFilterForm
from reports.papers.language.block_data import DECISIONS
from reports.papers.rules import due_dates


class FigureFilter(GovukFilterForm):
    """The filter of the index of figures."""

    text = forms.CharField(label="Words", max_length=200)


class LedgerFilter(GovukFilterForm):
    """The filter of the ledger; `committees` are pairs of slug and title."""

    committee = forms.ChoiceField(label="Committee")

    def __init__(self, data=None, *, committees, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["committee"].choices = [("", "All committees"), *committees]


class PublicRecommendations(GovukFilterForm):
    """The filter of what anybody may read of a council's recommendations."""

    text = forms.CharField(label="Words", max_length=200)
    verb = forms.ChoiceField(
        label="What was asked",
        choices=[("", "Anything"), *((item, item.capitalize()) for item in DECISIONS)],
    )
    decision = forms.ChoiceField(
        label="Decision",
        choices=[("", "Any"), *due_dates.DECISIONS, (due_dates.WAITING, "None recorded yet")],
    )
