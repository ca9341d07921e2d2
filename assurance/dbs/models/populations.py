"""A population as it stands, read from the register in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.models.policies import RecheckPolicy, months_between_audits
from assurance.dbs.models.register_picture import RegisterPicture
from assurance.dbs.rules.populations import Days


@dataclass(frozen=True)
class AuditsInView:
    """What the position page shows of `cohort`. `audit` is the one kept already for the day of the
    audit, `latest` the last by its date of audit, of those whose position date has come, `before`
    the one that the change is reckoned from, `same_position` another of the same position date;
    each may be None."""

    cohort: object
    days: Days
    picture: RegisterPicture
    policies: Sequence[RecheckPolicy]
    audit: DbsAudit | None
    latest: DbsAudit | None
    before: DbsAudit | None
    same_position: DbsAudit | None

    @property
    def audit_months(self):
        """The months between audits by the policies in force, the shortest; None without any."""
        return months_between_audits(self.policies)

    @property
    def next_step(self):
        """Who brings a policy into force, as a clause; empty where one is."""
        rows = RecheckPolicy.objects.of(self.cohort.council)
        return "" if self.policies else rows.next_step()

    @property
    def corrected(self):
        """How many more the register gives today for the audit before than that audit kept: what
        was recorded or put right since, or was never on the register. None without one."""
        return self.before and self.picture.count("before") - self.before.needing


def position_summary(council, cohort, audit_date: date | None, position_date: date) -> AuditsInView:
    """The register at both days; `audit_date` None is the latest audit's, else the position's."""
    audits = DbsAudit.objects.of(council).in_force().with_policies().filter(cohort=cohort)
    by_then = list(
        audits.filter(position_date__lte=position_date).order_by("-position_date", "-pk")
    )
    latest = max(by_then, key=lambda item: (item.audit_date, item.pk), default=None)
    audit_date = audit_date or (latest.audit_date if latest else position_date)
    audit = audits.filter(audit_date=audit_date).first()
    before = next((item for item in by_then if item.position_date < position_date), None)
    policies = _policies(council, cohort, audit_date, audit)
    days = Days(
        audit=audit_date,
        position=position_date,
        policies=_by_group(policies),
        since=before and before.position_date,
        policies_then=_by_group(before.policies.all()) if before else {},
    )
    picture = RegisterPicture(council, cohort.groups, days)
    same_day = (item for item in by_then if item.position_date == position_date)
    same_position = next((item for item in same_day if item.audit_date != audit_date), None)
    return AuditsInView(cohort, days, picture, policies, audit, latest, before, same_position)


def _policies(council, cohort, audit_date, audit):
    # An audit that is kept stays with the policies that it was held against.
    if audit:
        return list(audit.policies.all())
    result = RecheckPolicy.objects.of(council).holding(cohort.groups, audit_date) - {None}
    return sorted(result, key=lambda row: row.pk)


def _by_group(policies):
    return {policy.group: policy for policy in policies}
