"""The registers of risks, of their ratings, and of the scales that those are made on."""

from django.db.models import F

from assurance.governance.forms.risks import (
    RatingForm,
    RiskFilters,
    RiskForm,
    ScaleFilters,
    ScaleForm,
)
from assurance.governance.models.risks import Risk, RiskRating, RiskScale
from assurance.governance.views.registers import register_of, within
from assurance.registers.declaration import Column, Item, Parent, columns, items
from assurance.registers.orders import first_of, in_words, standing


def its_ratings(request, risk):
    """The ratings of a risk, the last one first."""
    return within(request, risk, RATINGS)


def score_order():
    """What the list sorts by: likelihood times impact of the last rating."""
    score = F("likelihood") * F("impact")
    return first_of(standing(RiskRating, "risk"), score, "-rated_on")


RISKS = register_of(
    Risk,
    "risk",
    related=("owner",),
    form=RiskForm,
    filters=RiskFilters,
    first="-opened_on",
    fetched=("ratings__scale",),
    also=its_ratings,
    columns=(
        Column("Risk", "title", sort="title", link=True),
        Column("Owner", "owner", sort="owner__title"),
        Column("Opened", "opened_on", sort="opened_on"),
        Column("State", "state_words", sort="closed_on"),
        Column("Likelihood × impact", "latest_rating.words", sort="score", order=score_order),
        Column("Reviewed", "reviewed_on", file_only=True),
        Column("Closed", "closed_on", file_only=True),
        Column("Rated on", "latest_rating.rated_on", file_only=True),
        *columns("cause control", free_text=True, file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        *items("cause control owner"),
        Item("State", "state_words"),
        Item("Likelihood × impact", "latest_rating.words"),
        *items("opened_on reviewed_on closed_on"),
        Item("Name in reports", "slug", folded=True),
    ),
)

RATINGS = register_of(
    RiskRating,
    "rating",
    parent=Parent(RISKS, "risk"),
    form=RatingForm,
    related=("risk__council", "scale"),
    columns=(
        Column("Date", "rated_on", link=True),
        Column("Likelihood × impact", "words"),
        Column("Scale", "scale.title"),
    ),
    summary=(
        Item("Risk", "risk.title"),
        *items("rated_on likelihood impact"),
        Item("Likelihood × impact", "words"),
        Item("Scale", "scale.title"),
    ),
)

SCALES = register_of(
    RiskScale,
    "scale",
    path="risk-scales/",
    noun="scale of risks",
    plural="scales of risks",
    form=ScaleForm,
    filters=ScaleFilters,
    first="-from_date",
    columns=(
        Column("Scale", "title", sort="title", link=True),
        *columns("from_date to_date", sorts=True),
        Column("Likelihood", "likelihoods", sort="likelihoods", order=in_words("likelihoods")),
        Column("Impact", "impacts", sort="impacts", order=in_words("impacts")),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(*items("likelihoods impacts from_date to_date"),),
)
