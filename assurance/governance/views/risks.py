"""The registers of risks, of their ratings, and of the scales that those are made on."""

from assurance.governance.forms.risks import (
    RatingForm,
    RiskFilters,
    RiskForm,
    ScaleFilters,
    ScaleForm,
)
from assurance.governance.models.risks import Risk, RiskRating, RiskScale
from assurance.governance.views.registers import register_of, within
from assurance.registers.declaration import Column, Item, Parent


def its_ratings(request, risk):
    """The ratings of a risk, the last one first."""
    return within(request, risk, RATINGS)


RISKS = register_of(
    Risk,
    name="risk",
    path="risks/",
    noun="risk",
    plural="risks",
    form=RiskForm,
    filters=RiskFilters,
    first="-opened_on",
    fetched=("ratings__scale",),
    also=its_ratings,
    columns=(
        Column("Risk", "title", sort="title", link=True),
        Column("Owner", "owner_role", sort="owner_role"),
        Column("Opened", "opened_on", sort="opened_on"),
        Column("State", "state_words", sort="closed_on"),
        Column("Likelihood × impact", "latest_rating.words"),
        Column("Reviewed", "reviewed_on", file_only=True),
        Column("Closed", "closed_on", file_only=True),
        Column("Rated on", "latest_rating.rated_on", file_only=True),
        Column("Cause", "cause", free_text=True, file_only=True),
        Column("Control", "control", free_text=True, file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Cause", "cause", "cause"),
        Item("Control", "control", "control"),
        Item("Who owns it", "owner_role", "owner_role"),
        Item("State", "state_words"),
        Item("Likelihood × impact", "latest_rating.words"),
        Item("Opened", "opened_on", "opened_on"),
        Item("Last reviewed", "reviewed_on", "reviewed_on"),
        Item("Closed", "closed_on", "closed_on"),
        Item("Name in papers", "slug"),
    ),
)

RATINGS = register_of(
    RiskRating,
    name="rating",
    path="ratings/",
    parent=Parent(RISKS, "risk"),
    noun="rating",
    plural="ratings",
    form=RatingForm,
    related=("risk__council", "scale"),
    columns=(
        Column("Date", "rated_on", link=True),
        Column("Likelihood × impact", "words"),
        Column("Scale", "scale.title"),
    ),
    summary=(
        Item("Risk", "risk.title"),
        Item("Date", "rated_on", "rated_on"),
        Item("Likelihood", "likelihood", "likelihood"),
        Item("Impact", "impact", "impact"),
        Item("Likelihood × impact", "words"),
        Item("Scale", "scale.title"),
    ),
)

SCALES = register_of(
    RiskScale,
    name="scale",
    path="risk-scales/",
    noun="scale of risks",
    plural="scales of risks",
    form=ScaleForm,
    filters=ScaleFilters,
    first="-from_date",
    columns=(
        Column("Scale", "title", sort="title", link=True),
        Column("Holds from", "from_date", sort="from_date"),
        Column("Holds to", "to_date", sort="to_date"),
        Column("Likelihood", "likelihoods"),
        Column("Impact", "impacts"),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Likelihood, from lowest to highest", "likelihoods", "likelihoods"),
        Item("Impact, from lowest to highest", "impacts", "impacts"),
        Item("Holds from", "from_date", "from_date"),
        Item("Holds to", "to_date", "to_date"),
    ),
)
