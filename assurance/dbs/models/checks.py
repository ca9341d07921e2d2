"""DBS checks of people, applications for them and look-ups.

Nothing of a certificate's content has a field here, and none that invites it (Police Act 1997
s.124).
"""

from dataclasses import replace

from django.db import models
from django.db.models import F, Max, Min, Q

from assurance.dbs.rules import faults as rules
from assurance.dbs.rules.faults import CERTIFICATE_NUMBER, masked
from assurance.people.certificate_words import why_not_words
from assurance.people.models.people import Engagement
from assurance.people.models.posts import Post
from assurance.records.personal import Personal
from assurance.records.record import (
    WITHDRAWN,
    Record,
    RecordQuerySet,
)
from assurance.runtime.periods import say_day


class DbsCheckQuerySet(RecordQuerySet):
    """Readings over checks."""

    def of_groups(self, groups):
        """Those of people with a role in some groups; of everybody where `groups` is None."""
        if groups is None:
            return self
        roles = Engagement.objects.active().filter(group__in=groups)
        return self.filter(person__in=roles.values("person"))

    def issued_in(self, first, last):
        """Those issued on `first` to `last`, both included, to people who are not withdrawn."""
        standing = self.active().filter(person__withdrawn_on__isnull=True)
        return standing.filter(issued_on__range=(first, last))

    def first_day(self):
        """When the first was issued, or None."""
        return self.active().aggregate(first=Min("issued_on"))["first"]


class DbsCheck(Record):
    """A certificate somebody showed. It has no expiry: its due day follows from the policy."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="checks")
    certificate_number = models.CharField(max_length=12, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    level = models.CharField(max_length=20, choices=Engagement.LEVELS, default="enhanced_barred")
    workforce = models.CharField(max_length=10, choices=Engagement.WORKFORCES, default="child")
    seen_on = models.DateField(null=True, blank=True)

    parent_field, parent_withdrawn = "person", WITHDRAWN
    history_prefix = "dbs_register"
    history_verbs = ("record_check", "change_check", "withdraw_check")
    why_not_reason = staticmethod(why_not_words)
    personal = {
        **Record.personal,
        "certificate_number": Personal.IDENTIFIES,
        **dict.fromkeys(("level", "workforce", "issued_on", "seen_on"), Personal.ABOUT),
    }

    objects = DbsCheckQuerySet.as_manager()

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

    def faults(self, values):
        """Refuses a number that is not 12 digits or is recorded already, a re-check issued before
        the check it renews, one seen before its issue."""
        number, issued_on, own = values["certificate_number"], values["issued_on"], self.others()
        yield "certificate_number", rules.why_not_number(number)
        is_used = number and own.filter(certificate_number=number).exists()
        yield "certificate_number", rules.DUPLICATE_NUMBER if is_used else None
        own = own.active().filter(person=self.person)
        before = own.filter(pk__lt=self.pk) if self.pk else own
        after = own.filter(pk__gt=self.pk) if self.pk else own.none()
        days = before.aggregate(earlier=Max("issued_on")) | after.aggregate(later=Min("issued_on"))
        yield "issued_on", rules.why_not_issue(issued_on, **days)
        yield "seen_on", rules.why_not_see(issued_on, values["seen_on"])

    def history_changes(self, changes):
        """The changes with four digits of the number: everybody who sees the record reads them."""
        return tuple(
            replace(change, before=masked(change.before), after=masked(change.after))
            if change.field == "certificate_number"
            else change
            for change in changes
        )


class DbsApplication(Record):
    """An application for a check, open until it is closed with what came of it."""

    OUTCOMES = [("", "Still open"), ("certificate", "Certificate issued"), ("stopped", "Stopped")]

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="applications")
    submitted_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=OUTCOMES, blank=True)

    parent_field, parent_withdrawn = "person", WITHDRAWN
    history_prefix = "dbs_register"
    history_verbs = ("apply", "change_apply", "withdraw_apply")
    why_not_reason = staticmethod(why_not_words)
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

    def faults(self, values):
        """Refuses one closed before it was submitted, or without what came of it."""
        known = values.of(("submitted_on", "closed_on", "outcome"))
        yield from rules.faults_of_application(**known)


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
    post = models.ForeignKey(Post, models.PROTECT, related_name="lookups_made")
    consent_held = models.BooleanField()

    parent_field, parent_withdrawn = "person", WITHDRAWN
    history_prefix = "dbs_register"
    identified_by = ("person.reference", "looked_on")
    history_verbs = ("look_up", "change_look_up", "withdraw_look_up")
    why_not_reason = staticmethod(why_not_words)
    personal = {
        **Record.personal,
        **dict.fromkeys(("looked_on", "answer"), Personal.ABOUT),
        **dict.fromkeys(("post", "consent_held"), Personal.NONE),
    }

    class Meta(Record.Meta):
        verbose_name = "check by the Update Service"
        verbose_name_plural = "checks by the Update Service"
        ordering = ("person", "-looked_on")
        indexes = [models.Index(fields=("person", "looked_on"), name="lookup_by_person")]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=Q(consent_held=True), name="lookup_only_with_consent"),
        ]

    def __str__(self):
        return f"look-up of {say_day(self.looked_on)}"

    def derived_fields(self, values):
        """The answer as it is kept: one of three for the four of the Update Service."""
        return {"answer": rules.kept_answer(values["answer"])}

    def faults(self, values):
        """Refuses one without consent, or without a certificate issued by then."""
        first = self.person.checks.active().aggregate(first_issue=Min("issued_on"))
        yield from rules.faults_of_lookup(**values.of(("looked_on", "consent_held")), **first)
