"""The register of authorisation levels: who may take which decision."""

from assurance.governance.forms.decision_levels import DecisionLevelFilters, DecisionLevelForm
from assurance.governance.models.decision_levels import DecisionLevel
from assurance.governance.views.registers import register_of
from assurance.registers.declaration import Column, Item, columns, items

DECISION_LEVELS = register_of(
    DecisionLevel,
    "decision-level",
    noun="authorisation level",
    related=("post",),
    form=DecisionLevelForm,
    filters=DecisionLevelFilters,
    first="decision",
    columns=(
        Column("Decision", "decision", sort="decision", link=True),
        *columns("level", sorts=True),
        Column("Post that may take it", "post", sort="post__title"),
        *columns("from_date to_date", sorts=True),
        *columns("evidence", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        *items("decision level post evidence from_date to_date"),
        Item("Name in reports", "quoted_as", folded=True),
    ),
)
