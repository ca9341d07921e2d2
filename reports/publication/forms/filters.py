"""The public's filters of what is followed through papers: figures, and the ledger."""

from django import forms

from assurance.govuk.forms import GovukFilterForm, search_box
from assurance.runtime.typography import with_capital
from reports.language.block_data import DECISIONS
from reports.language.rules import due_dates


class FigureFilter(GovukFilterForm):
    """The filter of the index of figures."""

    submit = "Find"

    text = search_box("figures", "title", max_length=200)


CHOOSE = "Select another figure from the list"


class FigureComparison(GovukFilterForm):
    """The choice of a second figure; `figures` are rows of `gathered`, `without` is the first."""

    submit = "Compare"

    figure = forms.ChoiceField(
        label="Another figure", error_messages={"required": CHOOSE, "invalid_choice": CHOOSE}
    )

    def __init__(self, data=None, *, figures, without, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["figure"].required = True
        # The comparison is far down its page, to which a form without this leads back at its top.
        self.helper.form_action = "#compare"
        self.figures = {
            f"{row['figure']}/{row['member']}".rstrip("/"): (row["figure"], row["member"])
            for row in figures
            if (row["figure"], row["member"]) != (without.key, without.member)
        }
        names = {f"{row['figure']}/{row['member']}".rstrip("/"): row["title"] for row in figures}
        choices = sorted((names[key], key) for key in self.figures)
        self.fields["figure"].choices = [
            ("", "Select a figure"),
            *((key, name) for name, key in choices),
        ]

    def chosen_figure(self) -> tuple[str, str] | None:
        """The key and member of the figure chosen; None without one."""
        return self.figures.get(self.chosen().get("figure"))


class LedgerFilter(GovukFilterForm):
    """The filter of the ledger; `committees` are pairs of slug and title."""

    committee = forms.ChoiceField(label="Committee")

    def __init__(self, data=None, *, committees, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["committee"].choices = [("", "All committees"), *committees]


class PublicRecommendations(GovukFilterForm):
    """The filter of what anybody may read of a council's recommendations."""

    text = search_box("recommendations", "wording", max_length=200)
    verb = forms.ChoiceField(
        label="Recommendation",
        choices=[("", "Anything"), *((item, with_capital(item)) for item in DECISIONS)],
    )
    decision = forms.ChoiceField(
        label="Decision",
        choices=[("", "Any"), *due_dates.DECISIONS, (due_dates.WAITING, "None recorded yet")],
    )
