"""The register of actions that audits led to."""

from django.db.models import F

from assurance.accounts.access import Permission
from assurance.audits.forms.agreed_actions import AuditActionFilters, AuditActionForm
from assurance.audits.models.agreed_actions import AuditAction, state_order
from assurance.audits.views.case_audits import AUDITS
from assurance.registers.declaration import Column, Item, Parent, Register, columns, items

ACTIONS = Register(
    namespace="audits",
    name="action",
    path="actions/",
    parent=Parent(AUDITS, "audit"),
    model=AuditAction,
    permission=Permission.RECORD_AUDITS,
    noun="action of an audit",
    plural="actions of audits",
    form=AuditActionForm,
    filters=AuditActionFilters,
    first="due_on",
    related=("council", "withdrawn_by", "audit__team", "owner"),
    columns=(
        Column("Action", str, sort="number", order=F("pk"), link=True),
        Column("Action to take", "text", free_text=True),
        Column("Post", "owner.title", sort="owner__title"),
        *columns("due_on done_on", sorts=True),
        Column("State", "state_words", sort="state", order=state_order),
        Column("Team audited", "audit.team.name", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Audit", "audit.reference"),
        *items("text owner due_on done_on"),
        Item("State", "state_words"),
    ),
)
