"""Retention policies, legal holds, and the reports of what a retention run removed."""

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.functional import cached_property

from assurance.accounts.models.accounts import User
from assurance.audits.models.case_audits import CaseAudit
from assurance.people.models.people import Person
from assurance.records.named_record import plain
from assurance.records.personal import Personal
from assurance.records.record import Record, RecordQuerySet, in_order
from assurance.runtime.document_field import DocumentField
from assurance.runtime.periods import today
from reports.data_protection import rules


class RetentionPolicyQuerySet(RecordQuerySet):
    """Readings over retention policies."""

    def visible_to(self, user):
        """Those of `user`'s own council, with whether a later one of their kind is in force."""
        day = today()
        later = RetentionPolicy.objects.active().filter(
            Q(to_date__isnull=True) | Q(to_date__gte=day),
            council=OuterRef("council"),
            kind=OuterRef("kind"),
            from_date__gt=OuterRef("from_date"),
            from_date__lte=day,
        )
        return super().visible_to(user).annotate(has_later=Exists(later))

    def filtered(self, kind=""):
        """Those of a kind: a list's filter."""
        return self.where(kind=kind)

    def in_force(self, council, day):
        """Kind of record → the council's policy for it on `day`."""
        rows = self.of(council).active().filter(from_date__lte=day)
        rows = rows.filter(Q(to_date__isnull=True) | Q(to_date__gte=day))
        return {row.kind: row for row in rows.order_by("from_date", "pk")}

    def replaced_by(self, policy):
        """The older ones of its kind that go on when `policy` starts; none where it has an end."""
        if policy.to_date:
            return self.none()
        rows = self.of(policy.council).active().filter(kind=policy.kind)
        goes_on = Q(to_date__isnull=True) | Q(to_date__gte=policy.from_date)
        return rows.filter(goes_on, from_date__lt=policy.from_date)


class RetentionPolicy(Record):
    """How long one kind of record is kept from a date on; the newest in force applies."""

    kind = models.CharField(max_length=20, choices=[(kind.key, kind.title) for kind in rules.KINDS])
    length = models.PositiveIntegerField()
    unit = models.CharField(max_length=6, choices=rules.UNITS)
    reason = models.CharField(max_length=300)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    history_prefix, history_verbs = "data_protection", ("add_policy", "change_policy", "end_policy")
    once = ("kind", "from_date")
    duplicate_error = "There is a policy for this kind of record from this date: change that one."
    personal = {**plain("kind length unit reason from_date to_date"), **Record.personal}

    objects = RetentionPolicyQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = "retention policy", "retention policies"
        ordering = ("kind", "-from_date")
        constraints = [
            *Record.Meta.constraints,
            in_order("retention_policy_dates_in_order"),
            models.CheckConstraint(condition=Q(length__gte=1), name="retention_policy_is_a_time"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.period}"

    @property
    def period(self):
        """`6 years`."""
        return rules.in_words(self.length, self.unit)

    @property
    def starts(self):
        """The date of a record from which the period runs, in words."""
        return rules.BY_KEY[self.kind].starts

    @property
    def outcome(self):
        """What becomes of a record at the end, in a sentence."""
        return rules.BY_KEY[self.kind].outcome

    @property
    def state(self):
        """Whether the policy applies today, in words."""
        day = today()
        if self.from_date > day:
            return "Not started"
        if self.is_withdrawn or (self.to_date and self.to_date < day):
            return "Ended"
        return "A later policy applies" if self.has_later else "Applies"

    @cached_property
    def has_later(self):
        """Whether a later policy of its kind is in force today; a list has fetched it."""
        newest = RetentionPolicy.objects.in_force(self.council, today()).get(self.kind)
        return newest != self

    def ended_by(self, day):
        """The last start of a period that is over on `day`."""
        return rules.ended_by(day, self.length, self.unit)

    def end_of(self, start):
        """When a period from `start` is over."""
        return rules.end_of(start, self.length, self.unit)

    @staticmethod
    def field_faults(values):
        """Refuses a period that no law has, and an end before the start."""
        yield "length", rules.why_not_last(values["length"], values["unit"])
        first, last = values["from_date"], values["to_date"]
        wrong = first and last and last < first
        yield "to_date", "The end date must be the start date or later." if wrong else ""


def _of_key(model):
    """The row of `model` that has the key of an outer hold, in its council."""
    rows = model.objects.annotate(as_key=Cast("pk", models.CharField()))
    return rows.filter(as_key=OuterRef("key"), council=OuterRef("council"))


class LegalHoldQuerySet(RecordQuerySet):
    """Readings over legal holds."""

    def visible_to(self, user):
        """Those of `user`'s own council, with the names of accounts and of people in the DBS
        register, and the references of case audits."""
        people, users, audits = (_of_key(model) for model in (Person, User, CaseAudit))
        return (
            super()
            .visible_to(user)
            .annotate(
                person_name=Subquery(people.values("name")[:1]),
                person_reference=Subquery(people.values("reference")[:1]),
                account_name=Subquery(users.values("name")[:1]),
                audit_reference=Subquery(audits.values("reference")[:1]),
            )
        )

    def filtered(self, subject=""):
        """Those of a kind of subject: a list's filter."""
        return self.where(subject=subject)

    def in_force(self, council, day):
        """Those of the council on `day`."""
        open_ended = Q(to_date__isnull=True) | Q(to_date__gte=day)
        return self.of(council).active().filter(open_ended, from_date__lte=day)

    def keys(self, council, day, subject):
        """The keys of the subjects of one kind that are on hold."""
        return set(
            self.in_force(council, day).filter(subject=subject).values_list("key", flat=True)
        )

    def over(self, council, day, subject, keys):
        """The hold over one subject, kept under one of `keys`, on `day`, or None."""
        return self.in_force(council, day).filter(subject=subject, key__in=keys).first()


class LegalHold(Record):
    """That nothing of a person is removed or erased, for a legal reason. `key` is the number of a
    row, a child's pseudonym or the digest of an address: never a name."""

    PERSON, ACCOUNT, CHILD, ADDRESS = "person", "account", "child", "address"
    AUDIT = "audit"
    SUBJECTS = [
        (PERSON, "Person in the DBS register"),
        (ACCOUNT, "Account"),
        (CHILD, "Child in a return"),
        (AUDIT, "Case audit"),
        (ADDRESS, "E-mail address"),
    ]

    subject = models.CharField(max_length=10, choices=SUBJECTS)
    key = models.CharField(max_length=64)
    reason = models.CharField(max_length=300)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    history_prefix, history_verbs = "legal_holds", ("place", "renew", "release")
    once, duplicate_error = (
        ("subject", "key", "from_date"),
        "There is a hold from this date already.",
    )
    personal = {
        **Record.personal,
        **plain("subject"),
        "key": Personal.PSEUDONYM,
        "reason": Personal.MAY,
        "from_date": Personal.ABOUT,
        "to_date": Personal.ABOUT,
    }

    objects = LegalHoldQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("-from_date", "-pk")
        constraints = [*Record.Meta.constraints, in_order("legal_hold_dates_in_order")]

    def __str__(self):
        subject = self.get_subject_display()
        return f"legal hold: {subject[:1].lower()}{subject[1:]} {self.key[:8]}"

    @property
    def record_words(self):
        """The name of a person, an account or an audit as a list has fetched it, else the number of
        a row or the first signs of a digest."""
        if self.subject == self.PERSON and getattr(self, "person_name", None):
            return f"{self.person_name} ({self.person_reference})"
        if self.subject == self.ACCOUNT and getattr(self, "account_name", None):
            return self.account_name
        if self.subject == self.AUDIT and getattr(self, "audit_reference", None):
            return self.audit_reference
        return self.key if len(self.key) < 20 else f"{self.key[:8]}…"

    @property
    def kept_address(self):
        """The address of the page with the data kept."""
        return reverse("data_protection:subject", args=[self.subject, self.key])

    @staticmethod
    def field_faults(values):
        """Refuses an end before the start."""
        first, last = values["from_date"], values["to_date"]
        wrong = first and last and last < first
        yield "to_date", "The end date must be the start date or later." if wrong else ""


class RetentionRunQuerySet(models.QuerySet):
    """Readings over retention runs."""

    def visible_to(self, user):
        """Those of `user`'s own council, the newest first."""
        return self.filter(council_id=getattr(user, "council_id", None)).order_by("-pk")


class RetentionRun(models.Model):
    """What one run of the schedule removed: `results` holds, for each kind, its title, how many
    were removed, how many a hold kept, and the sentences of what was refused."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="retention_runs")
    ran_on = models.DateField()
    ended_at = models.DateTimeField()
    results = DocumentField(default=list)

    personal = {"ran_on": Personal.NONE, "ended_at": Personal.NONE, "results": Personal.NONE}

    objects = RetentionRunQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)

    def __str__(self):
        return f"retention run {self.pk}"

    @property
    def history_name(self):
        """What history calls it."""
        return f"retention run {self.pk}"
