"""What a report may quote of DBS audits, which give the position on a day, and of breaches.

A breach is about the check of one person, or of a few. So a report may say of it which policy was
broken, its state, and the months in which it was found, reported, put right and closed. Its group,
how many people, whom, and the words on cause and remedy could point at somebody: those are counted
by figures, which protect small numbers.
"""

from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.models.breaches import Breach
from assurance.figures.quotable import (
    QuotedRecord,
    active_rows,
    begun_by,
    by_number,
    by_population,
    month_of,
    plain,
)

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
    "breach": QuotedRecord(
        by_number(active_rows(Breach)),
        {
            **plain("policy state told_meeting"),
            "closed_by_role": lambda row: str(row.closer or ""),
            "month": month_of("found_on"),
            "told_in": month_of("told_on"),
            "due_in": month_of("remedy_due_on"),
            "remedied_in": month_of("remedied_on"),
            "closed_in": month_of("closed_on"),
        },
        begun_by(
            "found_on",
            later={
                "told_on": {"told_meeting": ""},
                "remedied_on": {},
                "closed_on": {"closer": None},
            },
        ),
    ),
}
