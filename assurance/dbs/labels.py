"""What records of DBS checks are called where one is chosen to be quoted."""

from assurance.dbs import quotable
from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.models.breaches import Breach
from assurance.figures.labels import NameSource, RecordNames, by_cohort
from assurance.figures.quotable import active_rows
from assurance.figures.record_lists import list_of

SUBJECT = "DBS checks"
RECORDS = {
    "dbs_audit": RecordNames(
        "DBS audit",
        SUBJECT,
        by_cohort(DbsAudit, "audit_date"),
        "audit_date",
        {
            "audit_date": "date of the audit",
            "position_date": "date of the DBS position",
            "cohort": "who is counted",
        },
        ("The DBS audit of {audit_date} gives the position on {position_date}.",),
    ),
    "breach": RecordNames(
        "Breach",
        SUBJECT,
        NameSource(active_rows(Breach), "policy", ("pk",), day="found_on"),
        "month",
        {
            "policy": "policy broken",
            "month": "month in which it was found",
            "told_meeting": "meeting that it was reported to",
            "told_in": "month in which it was reported",
            "remedied_in": "month in which it was put right",
            "closed_in": "month in which it was closed",
            "closed_by_role": "who closed it",
        },
        (
            "A breach of the policy “{policy}” was found in {month} and closed in {closed_in}.",
            "A breach of the policy “{policy}” was found in {month} and is open.",
        ),
    ),
}
LISTS = {
    "dbs_audits": list_of(
        quotable.RECORDS["dbs_audit"],
        RECORDS["dbs_audit"],
        "DBS audits",
        "No DBS audit was made in this time.",
        "audit_date position_date cohort policy source",
        within=("audit_date",),
    ),
    "breaches": list_of(
        quotable.RECORDS["breach"],
        RECORDS["breach"],
        "Breaches",
        "No breach of the DBS policy was found in this time.",
        "month policy state told_meeting closed_in told_in remedied_in closed_by_role",
        within=("found_on",),
    ),
}
