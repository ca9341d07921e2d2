"""DBS checks register their figures, file kinds and quotable records."""

from assurance.accounts.access import Permission
from assurance.dbs.figures import FIGURES
from assurance.dbs.importing.rechecks import RECHECKS, UPDATE_SERVICE
from assurance.dbs.importing.register import DBS_REGISTER, WORKFORCE
from assurance.dbs.models.audits import DbsAudit
from assurance.figures import quotable, registry
from assurance.figures.quotable import QuotedRecord, begun_by, by_population, plain
from assurance.figures.registry import EvidencePage
from assurance.imports import kinds

EVIDENCE = EvidencePage("Record a DBS audit", "dbs:audit-add", Permission.RECORD_DBS, "DBS audit")

RECORDS = {
    "dbs_audit": QuotedRecord(
        by_population(DbsAudit, "audit_date"),
        {
            **plain("audit_date position_date source"),
            "cohort": lambda row: row.cohort.definition,
            "policy": lambda row: str(row.policy),
        },
        begun_by("audit_date"),
    ),
}


def register() -> None:
    """Registers what DBS checks add."""
    registry.register(*FIGURES, place=20, evidence=EVIDENCE)
    kinds.register(WORKFORCE, DBS_REGISTER, RECHECKS, UPDATE_SERVICE, place=10)
    quotable.register(RECORDS, place=30)
