"""The policy that DBS checks are held against."""

from django.db import models
from django.db.models import Q

from assurance.dbs.models.approvals import ApprovedModel, ApprovedQuerySet, written_by_somebody
from assurance.dbs.rules import faults as rules
from assurance.dbs.rules.statuses import INTERVAL_MONTHS, LONGEST_INTERVAL, LOOKUP_MONTHS, WARN_DAYS
from assurance.people.models.people import Engagement
from assurance.people.models.posts import Post
from assurance.records.named_record import plain
from assurance.records.record import in_order

# What an audit that used a policy was held against.
MEASURED_BY = ("group", "interval_months", "warn_days", "lookup_months", "from_date")


def months_between_audits(policies):
    """The months between audits of the register by `policies`, the shortest; None without any."""
    return min((policy.audit_months for policy in policies if policy.audit_months), default=None)


class RecheckPolicyQuerySet(ApprovedQuerySet):
    """Readings over policies."""

    def next_step(self):
        """Who does what, as a clause, for a policy to be in force where none is."""
        return rules.APPROVE_POLICY if self.waiting_for_approval().exists() else rules.ADD_POLICY

    def filtered(self, group=""):
        """Those of a group: a list's filter."""
        return self.filter(group=group) if group else self

    def by_group(self, day):
        """Group → the policy in force on `day`, every group's under ``""``."""
        return {policy.group: policy for policy in self.in_force(day)}

    def holding(self, groups, day):
        """The set of the policies that `groups` are held against on `day`, None for one of none."""
        index = self.by_group(day)
        return {index.get(group) or index.get("") for group in groups}


class RecheckPolicy(ApprovedModel):
    """How often a group is re-checked, and the register audited where `audit_months` says, from one
    day to another. A change never rewrites earlier audits."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="recheck_policies")
    group = models.CharField(
        max_length=30, choices=[("", "Every group"), *Engagement.GROUPS], blank=True
    )
    interval_months = models.PositiveSmallIntegerField(default=INTERVAL_MONTHS)
    warn_days = models.PositiveSmallIntegerField(default=WARN_DAYS)
    lookup_months = models.PositiveSmallIntegerField(default=LOOKUP_MONTHS)
    audit_months = models.PositiveSmallIntegerField(null=True, blank=True)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)
    approver = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="recheck_policies_approved"
    )
    minute = models.CharField(max_length=120, blank=True)

    history_prefix = "dbs_policies"
    personal = plain(
        "group interval_months warn_days lookup_months from_date to_date audit_months approver "
        "minute recorded_by recorded_on"
    )

    objects = RecheckPolicyQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "re-check policy", "re-check policies"
        ordering = ("group", "-from_date")
        constraints = [
            models.UniqueConstraint(
                fields=("council", "group", "from_date"), name="one_policy_from_a_day"
            ),
            models.CheckConstraint(
                condition=Q(interval_months__range=(1, LONGEST_INTERVAL))
                & Q(lookup_months__range=(1, LONGEST_INTERVAL)),
                name="policy_months_in_bounds",
            ),
            models.CheckConstraint(
                condition=Q(audit_months__isnull=True)
                | Q(audit_months__range=(1, LONGEST_INTERVAL)),
                name="policy_audit_months_in_bounds",
            ),
            in_order("policy_dates_in_order"),
            written_by_somebody("policy_written_by_somebody_on_a_day"),
        ]

    def __str__(self):
        return f"every {self.interval_months} months"

    def in_force(self, day):
        """Whether it is approved and holds on `day`; both ends count."""
        is_begun = self.approver_id is not None and self.from_date <= day
        return is_begun and (self.to_date is None or day <= self.to_date)

    @property
    def history_name(self):
        """What history calls it."""
        return f"recheck policy {self.pk}"

    def derived_fields(self, values):
        """The usual months of a new one where no others were typed."""
        usual = ("group", "interval_months", "warn_days", "lookup_months", "audit_months")
        return {} if self.pk else values.of(usual)

    def faults(self, values):
        """Refuses months out of bounds, and a day on or before the newest policy's first; of one
        that was typed wrongly what an audit used, and days of another policy."""
        if self.pk:
            yield from self._correction_faults(values)
        rows = self.others().filter(group=values["group"]).order_by("-from_date")
        # One that waits gives its neighbours no days yet: it may begin on another day.
        moved = self.pk and self.approver_id is None and values["from_date"] != self.from_date
        newest = rows.first() if moved or not self.pk else None
        yield from rules.faults_of_policy(values, newest and newest.from_date)

    def _correction_faults(self, values):
        other = [name for name in MEASURED_BY if values[name] != getattr(self, name)]
        if other and self.audits.exists():
            yield other[0], rules.USED_BY_AUDITS
        moved = [name for name in other if name in ("group", "from_date")]
        # The days of its neighbours follow from its own.
        is_last = not self.others().filter(group__in={self.group, values["group"]}).exists()
        if moved and self.approver_id and not is_last:
            yield moved[0], rules.BESIDE_ANOTHER
        if self.to_date and values["from_date"] > self.to_date:
            yield "from_date", "It ends before that date: choose an earlier one"
