"""DBS audits of every population at once: one operation for each, so that one that is refused
stops no other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.operations.positions import count_dbs_audit
from assurance.people.models.people import Cohort
from assurance.records.refusals import Refused


@dataclass(frozen=True)
class AuditResults:
    """The audits that were recorded, and (population, why not) of all others."""

    recorded: Sequence[DbsAudit]
    refused: Sequence[tuple[Cohort, str]]


def count_every_audit(*, council, audit_date: date, position_date: date, by, on) -> AuditResults:
    """Counts every population with groups in the register at both dates."""
    recorded, refused = [], []
    days = {"audit_date": audit_date, "position_date": position_date}
    for cohort in Cohort.objects.of(council).counted_on(position_date).order_by("title", "pk"):
        fields = {**days, "council": council, "cohort": cohort}
        try:
            recorded.append(count_dbs_audit(**fields, by=by, on=on))
        except Refused as refusal:
            refused.append((cohort, refusal.sentence))
    return AuditResults(recorded, refused)
