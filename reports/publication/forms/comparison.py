"""The choice of two reports that are compared."""

from django import forms

from assurance.govuk.forms import GovukFilterForm
from reports.editions.models.editions import Edition
from reports.editions.names import edition_name
from reports.publication.comparison.names import in_order, key_of, option_name

REMOVED = "“{}” has been removed from publication and cannot be compared. Choose another report"
SAME = "Choose two different reports: “{}” is chosen twice"
CHOOSE = "Choose the {} report from the list"
# Two reports make a pair.
FEWEST = 2


class ComparedReports(GovukFilterForm):
    """Two of `editions`, published ones of a council; those removed cannot be chosen."""

    submit = "Compare the reports"

    earlier = forms.ChoiceField(label="First report")
    later = forms.ChoiceField(label="Second report")

    def __init__(self, data=None, *, editions, removed=(), **kwargs):
        super().__init__(data, **kwargs)
        self.editions = {key_of(edition): edition for edition in editions}
        gone = {key_of(edition): edition for edition in removed}
        choices = [(key, option_name(edition)) for key, edition in self.editions.items()]
        for name, which in (("earlier", "first"), ("later", "second")):
            field = self.fields[name]
            field.choices = [("", "Choose a report"), *choices]
            query = gone.get((data or {}).get(name))
            words = REMOVED.format(edition_name(query)) if query else CHOOSE.format(which)
            field.required = True
            field.error_messages = {"required": CHOOSE.format(which), "invalid_choice": words}

    def clean(self):
        """Refuses one report chosen twice."""
        values = super().clean()
        if values.get("earlier") and values.get("earlier") == values.get("later"):
            title = edition_name(self.editions[values["later"]])
            self.add_error("later", SAME.format(title))
        return values

    @property
    def has_a_pair(self) -> bool:
        """Whether there are two reports to choose."""
        return len(self.editions) >= FEWEST

    def chosen_pair(self) -> tuple[Edition, Edition] | None:
        """The two that are chosen, in order; None where they cannot be compared."""
        if not (self.is_bound and self.is_valid()):
            return None
        rows = [self.editions[self.cleaned_data[name]] for name in ("earlier", "later")]
        return in_order(*rows)
