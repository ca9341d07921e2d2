"""DBS checks of people and the policy they are held against.

Nothing of a certificate's content has a field here, and none that invites it (Police Act 1997
s.124).
"""

from django.db import models
from django.db.models import F, Q

from assurance.dbs.rules.faults import CERTIFICATE_NUMBER, masked
from assurance.dbs.rules.statuses import INTERVAL_MONTHS, LONGEST_INTERVAL, LOOKUP_MONTHS, WARN_DAYS
from assurance.people.models.people import Engagement
from assurance.records.personal import Personal
from assurance.records.record import Record, RecordQuerySet
from assurance.runtime.periods import say_day


class RecheckPolicyQuerySet(RecordQuerySet):
    """Readings over policies."""

    def in_force(self, day):
        """Those that hold on `day`; both ends count."""
        not_ended = Q(to_date__isnull=True) | Q(to_date__gte=day)
        return self.filter(not_ended, from_date__lte=day)

    def filtered(self, group=""):
        """Those of a group: a list's filter."""
        return self.filter(group=group) if group else self

    def by_group(self, day):
        """Group → the policy in force on `day`, every group's under ``""``."""
        return {policy.group: policy for policy in self.in_force(day)}


class RecheckPolicy(models.Model):
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
    approved_by = models.CharField(max_length=120)
    minute = models.CharField(max_length=120, blank=True)

    personal = dict.fromkeys(
        (
            *("group", "interval_months", "warn_days", "lookup_months", "from_date", "to_date"),
            *("audit_months", "approved_by", "minute"),
        ),
        Personal.NONE,
    )

    objects = RecheckPolicyQuerySet.as_manager()

    class Meta:
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
            models.CheckConstraint(
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
                name="policy_dates_in_order",
            ),
        ]

    def __str__(self):
        return f"every {self.interval_months} months"

    def in_force(self, day):
        """Whether it holds on `day`; both ends count."""
        return self.from_date <= day and (self.to_date is None or day <= self.to_date)

    @property
    def history_name(self):
        """What history calls it."""
        return f"recheck policy {self.pk}"


class DbsCheck(Record):
    """A certificate somebody showed. It has no expiry: the due day follows from the policy in
    force."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="checks")
    certificate_number = models.CharField(max_length=12, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    level = models.CharField(max_length=20, choices=Engagement.LEVELS, default="enhanced_barred")
    workforce = models.CharField(max_length=10, choices=Engagement.WORKFORCES, default="child")
    seen_on = models.DateField(null=True, blank=True)

    personal = {
        **Record.personal,
        "certificate_number": Personal.IDENTIFIES,
        **dict.fromkeys(("level", "workforce", "issued_on", "seen_on"), Personal.ABOUT),
    }

    class Meta(Record.Meta):
        verbose_name = "DBS check"
        ordering = ("person", "-issued_on")
        indexes = [models.Index(fields=("person", "issued_on"), name="check_by_person")]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("council", "certificate_number"),
                condition=~Q(certificate_number=""),
                name="certificate_once",
            ),
            models.CheckConstraint(
                condition=Q(certificate_number="")
                | Q(certificate_number__regex=CERTIFICATE_NUMBER),
                name="certificate_number_is_twelve_digits",
            ),
            models.CheckConstraint(
                condition=Q(seen_on__isnull=True)
                | Q(issued_on__isnull=True)
                | Q(seen_on__gte=F("issued_on")),
                name="certificate_seen_after_issue",
            ),
        ]

    def __str__(self):
        return f"certificate {masked(self.certificate_number)}".strip()

    @property
    def masked_number(self):
        """The certificate number as anybody may see it."""
        return masked(self.certificate_number)


class DbsApplication(Record):
    """An application for a first check or a re-check, open until it is closed with what came of
    it."""

    OUTCOMES = [("", "Still open"), ("certificate", "Certificate issued"), ("stopped", "Stopped")]

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="applications")
    submitted_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=OUTCOMES, blank=True)

    personal = {
        **Record.personal,
        **dict.fromkeys(("submitted_on", "closed_on", "outcome"), Personal.ABOUT),
    }

    class Meta(Record.Meta):
        verbose_name = "DBS application"
        ordering = ("person", "-submitted_on")
        indexes = [models.Index(fields=("person", "submitted_on"), name="application_by_person")]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, outcome="")
                | (Q(closed_on__gte=F("submitted_on")) & ~Q(outcome="")),
                name="application_closed_with_an_outcome",
            ),
        ]

    def __str__(self):
        return f"application of {say_day(self.submitted_on)}"


class UpdateLookup(Record):
    """An answer of the Update Service, typed by an officer. Two of its four answers are kept as
    one (domain 2.1)."""

    ANSWERS = [
        ("CURRENT", "Current"),
        ("NOT_CURRENT", "Not current: apply for a new certificate"),
        ("NO_MATCH", "No match"),
    ]

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="lookups")
    looked_on = models.DateField()
    answer = models.CharField(max_length=20, choices=ANSWERS)
    looked_by = models.CharField(max_length=120)
    consent_held = models.BooleanField()

    personal = {
        **Record.personal,
        **dict.fromkeys(("looked_on", "answer"), Personal.ABOUT),
        **dict.fromkeys(("looked_by", "consent_held"), Personal.NONE),
    }

    class Meta(Record.Meta):
        ordering = ("person", "-looked_on")
        indexes = [models.Index(fields=("person", "looked_on"), name="lookup_by_person")]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=Q(consent_held=True), name="lookup_only_with_consent"),
        ]

    def __str__(self):
        return f"look-up of {say_day(self.looked_on)}"
