"""The public's filters of what is followed through papers: figures, and the ledger."""

from django import forms

from config.forms import GovukFilterForm


class FigureFilter(GovukFilterForm):
    """The filter of the index of figures."""

    text = forms.CharField(label="Words", max_length=200)


class LedgerFilter(GovukFilterForm):
    """The filter of the ledger; `committees` are pairs of slug and title."""

    committee = forms.ChoiceField(label="Committee")

    def __init__(self, data=None, *, committees, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["committee"].choices = [("", "All committees"), *committees]
