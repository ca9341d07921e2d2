"""DBS checks register their figures, file kinds and quotable records."""

from assurance.accounts.access import Permission
from assurance.dbs import labels as names
from assurance.dbs.figures import positions, registers
from assurance.dbs.importing.rechecks import RECHECKS, UPDATE_SERVICE
from assurance.dbs.importing.register import DBS_REGISTER, WORKFORCE
from assurance.dbs.quotable import RECORDS
from assurance.figures import labels, quotable, registry
from assurance.figures.registry import EvidencePage
from assurance.imports import kinds

EVIDENCE = EvidencePage(
    "Record a DBS audit",
    "dbs:audit-add",
    Permission.RECORD_DBS,
    "DBS audit",
    ("audit_date", "position_date"),
)


def register() -> None:
    """Registers what DBS checks add."""
    registry.register(*positions.FIGURES, *registers.FIGURES, place=20, evidence=EVIDENCE)
    kinds.register(WORKFORCE, DBS_REGISTER, RECHECKS, UPDATE_SERVICE, place=10)
    quotable.register(RECORDS, names.LISTS, place=30)
    labels.register(names.RECORDS)
