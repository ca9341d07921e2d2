"""What records of DBS checks are called where one is chosen to be quoted."""

from assurance.dbs import quotable
from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.models.breaches import Breach
from assurance.dbs.rules.positions import PART_LABELS, PARTS, POSITION
from assurance.dbs.rules.statuses import Status
from assurance.figures.labels import NameSource, RecordNames, by_cohort
from assurance.figures.quotable import FigureTable, active_rows
from assurance.figures.record_lists import list_of
from assurance.figures.registry import WHOLE_COLUMN

SUBJECT = "DBS checks"
# Status → its column in the table of populations; one that nobody has is left out, but for these.
ALWAYS = (Status.IN_DATE, Status.DUE_SOON, Status.OVERDUE_IN_PROGRESS, Status.OVERDUE)


def population_table(council, day) -> FigureTable | None:
    """Every population of staff with an audit of one position date, the latest by `day`, by status;
    None where no two populations share it."""
    audits = list(DbsAudit.objects.of(council).in_force().with_counts().newest_position(day))
    if len(audits) < 2:
        return None
    parts = [audit.parts_at(POSITION) or {} for audit in audits]
    columns = [
        (PART_LABELS[part], part.lower())
        for part in PARTS
        if part in ALWAYS or any(some.get(part) for some in parts)
    ]
    rows = sorted((audit.cohort.title, audit.cohort.slug) for audit in audits)
    return FigureTable(
        "DBS position by population",
        audits[0].position_date,
        tuple((title, f"dbs.by_status of={slug}") for title, slug in rows),
        (("In scope", WHOLE_COLUMN), *columns),
    )


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
            "due_in": "month by which it is to be put right",
            "remedied_in": "month in which it was put right",
            "closed_in": "month in which it was closed",
            "closed_by_role": "closed by",
        },
        (
            "A breach of the policy “{policy}” was found in {month} and closed in {closed_in}.",
            "A breach of the policy “{policy}”, found in {month}, was put right in {remedied_in}.",
            "A breach of the policy “{policy}”, found in {month}, is to be put right in {due_in}.",
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
        table=population_table,
    ),
    "breaches": list_of(
        quotable.RECORDS["breach"],
        RECORDS["breach"],
        "Breaches",
        "No breach of the DBS policy was found in this time.",
        "month policy state told_meeting closed_in told_in due_in remedied_in closed_by_role",
        within=("found_on",),
    ),
}
