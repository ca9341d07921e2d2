"""The people that other subjects speak of, and the populations that a position counts."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from assurance.people import rules
from assurance.people.certificate_words import why_not_words
from assurance.people.models.posts import Post
from assurance.people.models.second_persons import for_second_person, needs_second_person
from assurance.records.named_record import ReferencedQuerySet, may_hold, plain, reference_once
from assurance.records.personal import Personal
from assurance.records.record import WITHDRAWN, Record, RecordedModel, RecordQuerySet, in_order


class CohortQuerySet(RecordQuerySet):
    """Readings over populations."""

    def filtered(self, kind=""):
        """Those of a kind: a list's filter."""
        return self.where(kind=kind)

    def of_the_register(self):
        """Those of people who need a check, that name groups of the register."""
        return self.filter(kind=Cohort.STAFF).exclude(groups=[])

    def counted_on(self, day):
        """Those of `of_the_register` in force on `day`."""
        rows = self.of_the_register().filter(from_date__lte=day)
        return rows.filter(Q(to_date__isnull=True) | Q(to_date__gte=day))


class Cohort(RecordedModel):
    """A population by definition and dates: what a position counts. Never optional on a position.

    `groups` lists the DBS groups that belong to it; a looked-after population leaves it empty.
    """

    STAFF, CHILDREN = "dbs", "looked_after"
    KINDS = [(STAFF, "people who need a DBS check"), (CHILDREN, "children")]

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="cohorts")
    kind = models.CharField(max_length=20, choices=KINDS)
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=160)
    definition = models.TextField()
    groups = models.JSONField(default=list, blank=True)
    usual = models.BooleanField(default=False)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    history_prefix, history_verbs = "cohorts", ("add", "change")
    once, duplicate_error = ("slug",), rules.SLUG_TAKEN
    personal = plain("kind slug title definition groups usual from_date to_date")

    objects = CohortQuerySet.as_manager()

    class Meta:
        verbose_name = "population"
        ordering = ("kind", "title")
        constraints = [
            models.UniqueConstraint(fields=("council", "slug"), name="cohort_named_once"),
            models.UniqueConstraint(
                fields=("council", "kind"), condition=Q(usual=True), name="one_usual_cohort"
            ),
            in_order("cohort_dates_in_order"),
        ]

    def __str__(self):
        return self.title

    @property
    def group_words(self):
        """The groups in words."""
        labels = dict(Engagement.GROUPS)
        return [labels.get(group, group) for group in self.groups]

    @property
    def is_counted(self):
        """Whether a position counts it, withdrawn and replaced ones included."""
        ways_back = [
            related_object.get_accessor_name() for related_object in self._meta.related_objects
        ]
        return any(getattr(self, name).exists() for name in ways_back)

    def faults(self, values):
        """Refuses another definition of what a position counts, a slug already used, a second
        usual one and an end before the start."""
        if self.pk and self.is_counted:
            for name in ("kind", "definition", "groups"):
                yield name, rules.COUNTED if values[name] != getattr(self, name) else None
        yield from super().faults(values)
        if values["usual"]:
            usual = self.others().filter(kind=values["kind"], usual=True).first()
            yield "usual", rules.why_not_usual(usual)
        yield "to_date", rules.why_not_end_cohort(values["from_date"], values["to_date"])


class PersonQuerySet(ReferencedQuerySet):
    """Readings over people."""

    def matching(self, text):
        """People whose name or reference holds `words`."""
        return self.with_words(text, "name", "reference")


class Person(Record):
    """A person who works with children here, without a birth date, address or ethnicity."""

    reference = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    work_email = models.EmailField(blank=True)

    history_prefix = "dbs_register"
    identified_by = ("reference",)
    history_verbs = ("record_person", "change_person", "withdraw_person")
    why_not_reason = staticmethod(why_not_words)
    personal = {
        "reference": Personal.IDENTIFIES,
        "name": Personal.IDENTIFIES,
        "work_email": Personal.IDENTIFIES,
        **Record.personal,
    }

    objects = PersonQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name_plural = "people"
        ordering = ("name", "reference")
        indexes = [models.Index(fields=("council", "name"), name="person_by_name")]
        constraints = [*Record.Meta.constraints, *reference_once("person_reference_once")]

    def __str__(self):
        return self.name

    def faults(self, values):
        """Refuses a reference already used, by somebody withdrawn as well."""
        clash = self.others().with_reference(values["reference"]).first()
        yield "reference", rules.why_not_refer(clash)
        yield "name", rules.why_not_name_person(values["name"])


class EngagementQuerySet(RecordQuerySet):
    """Readings over roles."""

    def waiting_for_approval(self):
        """Standing roles of people recorded as set aside that nobody has approved yet."""
        return self.active().filter(
            set_aside_from__isnull=False,
            set_aside_approver__isnull=True,
            person__withdrawn_on__isnull=True,
        )

    def yours(self, which, user, day):
        """Those of them that `user` may approve: not what they recorded, where another does."""
        rows, own = self.waiting_for_approval(), Q(set_aside_recorded_by=user)
        return for_second_person(rows, user, day, own, "set_asides", lambda row: row.set_aside_from)


class Engagement(Record):
    """A role that a person has between two dates. They are set aside once a post approves it."""

    GROUPS, LEVELS, WORKFORCES = rules.GROUPS, rules.LEVELS, rules.WORKFORCES

    person = models.ForeignKey(Person, models.PROTECT, related_name="engagements")
    group = models.CharField(max_length=30, choices=GROUPS)
    service = models.CharField(max_length=120)
    role = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    needs_check = models.BooleanField(default=True)
    level = models.CharField(max_length=20, choices=LEVELS, default="enhanced_barred")
    workforce = models.CharField(max_length=10, choices=WORKFORCES, default="child")
    not_eligible_because = models.CharField(max_length=200, blank=True)
    set_aside_from = models.DateField(null=True, blank=True)
    set_aside_until = models.DateField(null=True, blank=True)
    set_aside_because = models.CharField(max_length=200, blank=True)
    set_aside_recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    set_aside_recorded_on = models.DateField(null=True, blank=True)
    set_aside_approver = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="set_asides_approved"
    )
    absent_from = models.DateField(null=True, blank=True)
    absent_until = models.DateField(null=True, blank=True)
    absent_because = models.CharField(max_length=20, choices=rules.ABSENCES, blank=True)
    risk_assessed_on = models.DateField(null=True, blank=True)
    risk_assessment = models.CharField(max_length=200, blank=True)

    parent_field, parent_withdrawn = "person", WITHDRAWN
    history_prefix = "dbs_register"
    history_verbs = ("add_role", "change_role", "withdraw_role")
    why_not_reason = staticmethod(why_not_words)
    field_faults = staticmethod(rules.faults_of_engagement)
    personal = {
        **Record.personal,
        "group": Personal.ABOUT,
        "service": Personal.ABOUT,
        "role": Personal.ABOUT,
        **plain("level workforce"),
        **may_hold("not_eligible_because set_aside_because risk_assessment"),
        **plain("set_aside_approver set_aside_recorded_by set_aside_recorded_on needs_check"),
        **dict.fromkeys(
            (
                *("starts_on", "ends_on", "set_aside_from", "set_aside_until"),
                *("absent_from", "absent_until", "absent_because", "risk_assessed_on"),
            ),
            Personal.ABOUT,
        ),
    }

    objects = EngagementQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = "role"
        ordering = ("person", "starts_on")
        indexes = [
            models.Index(fields=("council", "group"), name="engagement_by_group"),
            models.Index(fields=("council", "service"), name="engagement_by_service"),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(needs_check=True) | ~Q(not_eligible_because=""),
                name="engagement_says_why_no_check",
            ),
            models.CheckConstraint(
                condition=Q(set_aside_from__isnull=True, set_aside_approver__isnull=True)
                | (Q(set_aside_from__isnull=False) & ~Q(set_aside_because="")),
                name="set_aside_has_a_day_and_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(set_aside_recorded_by__isnull=True, set_aside_recorded_on__isnull=True)
                | Q(set_aside_recorded_by__isnull=False, set_aside_recorded_on__isnull=False),
                name="set_aside_recorded_by_somebody_on_a_day",
            ),
            in_order("set_aside_dates_in_order", "set_aside_from", "set_aside_until"),
            models.CheckConstraint(
                condition=Q(absent_from__isnull=True, absent_until__isnull=True, absent_because="")
                | (Q(absent_from__isnull=False) & ~Q(absent_because="")),
                name="absence_has_a_first_day_and_a_kind",
            ),
            in_order("absence_dates_in_order", "absent_from", "absent_until"),
        ]

    def __str__(self):
        return self.role

    @property
    def needs_second(self):
        """Whether another person approves that its holder is set aside than who recorded it, by
        the policy of the first day of that."""
        day = self.set_aside_from or self.starts_on
        return needs_second_person(self.council, "set_asides", day)


class DatedCountQuerySet(RecordQuerySet):
    """Readings over positions: only the newest standing version of one counts."""

    def in_force(self):
        """Versions neither replaced nor withdrawn; within `rules.positions_as_known`, those that
        were neither on its day."""
        day = rules.known_on()
        if day is None:
            return self.active().filter(replaced_on__isnull=True)
        return self.filter(
            Q(replaced_on__isnull=True) | Q(replaced_on__gt=day),
            Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day),
            created_on__lte=day,
        )


class DatedCount(Record):
    """A dated statement of counts over one population, entered with a source or counted here.

    A changed position is a new row with the next `edition`; the one before keeps its numbers and
    the day it was replaced, so that a draft can show both.
    """

    ENTERED, COUNTED = "entered", "counted"
    ORIGINS = [(ENTERED, "Entered as counts"), (COUNTED, "Counted from records kept here")]

    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="%(class)ss")
    origin = models.CharField(max_length=10, choices=ORIGINS)
    source = models.CharField(max_length=200)
    edition = models.PositiveSmallIntegerField(default=1)
    replaced_on = models.DateField(null=True, blank=True)
    corrected_because = models.CharField(max_length=200, blank=True)
    rows_digest = models.CharField(max_length=64, blank=True)

    personal = {**plain("cohort origin source corrected_because rows_digest"), **Record.personal}

    objects = DatedCountQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = True
