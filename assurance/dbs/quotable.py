"""What a report may quote of a DBS audit."""

from assurance.dbs.models.audits import DbsAudit
from assurance.figures.quotable import QuotedRecord, by_population, plain

RECORDS = {
    "dbs_audit": QuotedRecord(
        by_population(DbsAudit, "audit_date"),
        {
            **plain("audit_date position_date source"),
            "cohort": lambda row: row.cohort.definition,
            "policy": lambda row: str(row.policy),
        },
    ),
}
