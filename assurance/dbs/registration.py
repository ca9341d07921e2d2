"""DBS checks register their figures, file kinds and quotable records."""

from assurance.accounts.access import Permission
from assurance.dbs import labels as names
from assurance.dbs.figures import positions, registers, role_dates
from assurance.dbs.importing.rechecks import RECHECKS, UPDATE_SERVICE
from assurance.dbs.importing.register import DBS_REGISTER, WORKFORCE
from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.quotable import RECORDS
from assurance.figures import labels, quotable, registry
from assurance.figures.registry import EvidencePage
from assurance.imports import kinds
from assurance.registers import event_dates
from assurance.registers.event_dates import EventKind

EVIDENCE = EvidencePage(
    "Record a DBS audit",
    "dbs:audit-add",
    Permission.RECORD_DBS,
    "DBS audit",
    ("audit_date", "position_date"),
)
EVENTS = EventKind(
    "DBS audit",
    Permission.RECORD_DBS,
    lambda council: DbsAudit.objects.of(council).active(),
    "audit_date",
    "audit_date",
    "cohort",
    is_regular=True,
)


def register() -> None:
    """Registers what DBS checks add."""
    figures = (*positions.FIGURES, *registers.FIGURES, *role_dates.FIGURES)
    registry.register(*figures, place=20, evidence=EVIDENCE)
    kinds.register(WORKFORCE, DBS_REGISTER, RECHECKS, UPDATE_SERVICE, place=10)
    quotable.register(RECORDS, names.LISTS, place=30)
    labels.register(names.RECORDS)
    event_dates.register(EVENTS)
