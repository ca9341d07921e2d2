"""Case-file audits: what was audited, how it was graded, and whether it was shared and recorded."""

from django.db import models
from django.db.models import Count, F, Min, Q, Value
from django.db.models.functions import Coalesce

from assurance.personal import Personal
from assurance.records import Record, RecordQuerySet


class GradeScale(models.Model):
    """An ordered scale of grades in force for a time; several may be in force over the years."""

    council = models.ForeignKey("assurance.Council", models.PROTECT, related_name="grade_scales")
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=120)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    personal = {
        "slug": Personal.NONE,
        "title": Personal.NONE,
        "from_date": Personal.NONE,
        "to_date": Personal.NONE,
    }

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ("-from_date",)
        constraints = [
            models.UniqueConstraint(fields=("council", "slug"), name="grade_scale_named_once"),
            models.CheckConstraint(
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
                name="grade_scale_dates_in_order",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def history_name(self):
        """What history calls it."""
        return f"grade scale {self.pk}"


class GradeQuerySet(models.QuerySet):
    """Readings over grades."""

    def of(self, council):
        """The grades of `council`'s scales, newest scale first, best grade first."""
        ordered = self.filter(scale__council=council).select_related("scale")
        return ordered.order_by("-scale__from_date", "scale", "order")


class Grade(models.Model):
    """One grade of a scale; `order` 1 is the best."""

    scale = models.ForeignKey(GradeScale, models.PROTECT, related_name="grades")
    order = models.PositiveSmallIntegerField()
    code = models.SlugField(max_length=40)
    label = models.CharField(max_length=80)

    personal = {"code": Personal.NONE, "label": Personal.NONE}

    objects = GradeQuerySet.as_manager()

    class Meta:
        ordering = ("scale", "order")
        constraints = [
            models.UniqueConstraint(fields=("scale", "code"), name="grade_code_once"),
            models.UniqueConstraint(fields=("scale", "order"), name="grade_order_once"),
        ]

    def __str__(self):
        return self.label


# What a list's filter means, where it is one look-up.
LOOK_UPS = {
    "team": "team",
    "service": "team__service",
    "done_from": "audited_on__gte",
    "done_to": "audited_on__lte",
}


class CaseAuditQuerySet(RecordQuerySet):
    """Readings over case-file audits. What happened to them is read at the end of the period asked
    for."""

    def done_in(self, when):
        """Standing audits done within `when`, both ends included."""
        return self.standing().filter(audited_on__gte=when.start, audited_on__lte=when.end)

    def shared_by(self, day):
        """Those shared with the worker by the end of `day`."""
        return self.filter(shared_on__lte=day)

    def recorded_by(self, day):
        """Those shared whose discussion stands on the child's record by the end of `day`."""
        return self.shared_by(day).filter(recorded_on__lte=day)

    def by_another_team(self):
        """Those whose auditor came from another team."""
        return self.filter(own_team=False)

    def finally_graded(self, code):
        """Those whose final grade, the moderated one where there is one, has `code`; an empty code
        is those without a grade."""
        if not code:
            return self.filter(moderated_grade__isnull=True, first_grade__isnull=True)
        return self.filter(
            Q(moderated_grade__code=code) | Q(moderated_grade__isnull=True, first_grade__code=code)
        )

    def counted_by_final_grade(self):
        """A dict of code → count, those without a grade under an empty code."""
        final = Coalesce("moderated_grade__code", "first_grade__code", Value(""))
        counts = self.order_by().values(final=final).annotate(audits=Count("pk"))
        return {row["final"]: row["audits"] for row in counts}

    def graded_by(self, scale):
        """Those that carry a grade of `scale`, first or moderated."""
        return self.filter(Q(first_grade__scale=scale) | Q(moderated_grade__scale=scale))

    def waiting_to_be_shared(self):
        """Standing audits that have not been shared with the worker: a waiting list."""
        return self.standing().filter(shared_on__isnull=True)

    def waiting_to_be_recorded(self):
        """Standing audits that were shared but whose discussion is not recorded yet."""
        return self.standing().filter(shared_on__isnull=False, recorded_on__isnull=True)

    def first_day(self):
        """The day of the earliest standing audit, or None."""
        return self.standing().aggregate(first=Min("audited_on"))["first"]

    def narrowed(self, **chosen):
        """Those that fit a list's filter: `text`, `team`, `service`, `done_from`, `done_to`,
        `grade` (a final one), `shared`, `recorded` (of those shared) and `own_team` ("yes" or
        "no"); none of them is needed."""
        rows = self
        if shared := chosen.pop("shared", ""):
            rows = rows.filter(shared_on__isnull=shared == "no")
        if recorded := chosen.pop("recorded", ""):
            rows = rows.filter(shared_on__isnull=False, recorded_on__isnull=recorded == "no")
        if own := chosen.pop("own_team", ""):
            rows = rows.filter(own_team=own == "yes")
        if grade := chosen.pop("grade", None):
            rows = rows.filter(
                Q(moderated_grade=grade) | Q(moderated_grade__isnull=True, first_grade=grade)
            )
        if text := chosen.pop("text", ""):
            rows = rows.filter(
                Q(reference__icontains=text)
                | Q(auditor_role__icontains=text)
                | Q(strengths__icontains=text)
                | Q(areas_for_development__icontains=text)
            )
        return rows.filter(**{LOOK_UPS[name]: value for name, value in chosen.items()})


class CaseAudit(Record):
    """One audit of one case file. The child is known only by the audit's own reference (domain
    4.2)."""

    METHODS = [
        ("desk", "Desk audit"),
        ("live", "With the worker"),
        ("moderated", "Moderated"),
        ("external", "By an outside auditor"),
    ]

    reference = models.CharField(max_length=40)
    audited_on = models.DateField()
    team = models.ForeignKey("assurance.Team", models.PROTECT, related_name="audits")
    method = models.CharField(max_length=20, choices=METHODS, default="desk")
    auditor_role = models.CharField(max_length=120)
    own_team = models.BooleanField(default=True)
    first_grade = models.ForeignKey(
        Grade, models.PROTECT, null=True, blank=True, related_name="first_given"
    )
    moderated_grade = models.ForeignKey(
        Grade, models.PROTECT, null=True, blank=True, related_name="moderated_to"
    )
    shared_on = models.DateField(null=True, blank=True)
    recorded_on = models.DateField(null=True, blank=True)
    strengths = models.TextField(blank=True)
    areas_for_development = models.TextField(blank=True)
    actions = models.TextField(blank=True)

    personal = {
        "reference": Personal.PSEUDONYM,
        **dict.fromkeys(("audited_on", "shared_on", "recorded_on", "team"), Personal.NONE),
        **dict.fromkeys(("method", "auditor_role", "own_team"), Personal.NONE),
        **dict.fromkeys(("first_grade", "moderated_grade"), Personal.NONE),
        "strengths": Personal.MAY,
        "areas_for_development": Personal.MAY,
        "actions": Personal.MAY,
        **Record.personal,
    }

    objects = CaseAuditQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("-audited_on", "reference")
        indexes = [models.Index(fields=("council", "audited_on"), name="audit_by_day")]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(fields=("council", "reference"), name="audit_reference_once"),
            models.CheckConstraint(
                condition=Q(shared_on__isnull=True) | Q(shared_on__gte=F("audited_on")),
                name="audit_shared_after_done",
            ),
            models.CheckConstraint(
                condition=Q(recorded_on__isnull=True)
                | Q(shared_on__isnull=False, recorded_on__gte=F("shared_on")),
                name="audit_recorded_after_shared",
            ),
        ]

    def __str__(self):
        return f"Audit {self.reference}"

    @property
    def final_grade(self):
        """The moderated grade where there is one, else the first; None where it was not graded."""
        return self.moderated_grade or self.first_grade


class AuditTotalQuerySet(RecordQuerySet):
    """Readings over entered totals."""

    def touching(self, when):
        """Standing totals whose period has a day in `when`: of one that has others, how many of its
        audits fall in `when` is not known."""
        return self.standing().filter(start__lte=when.end, end__gte=when.start)

    def first_day(self):
        """The first day that a standing total speaks of, or None."""
        return self.standing().aggregate(first=Min("start"))["first"]

    def narrowed(self, text="", done_from=None, done_to=None):
        """Those that fit a list's filter: words of the title or source, and the period."""
        rows = self.filter(Q(title__icontains=text) | Q(source__icontains=text)) if text else self
        rows = rows.filter(end__gte=done_from) if done_from else rows
        return rows.filter(start__lte=done_to) if done_to else rows


class AuditTotal(Record):
    """A round known only as totals with a source (67 and 378 audits in one seed): counted when no
    rows exist."""

    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=160)
    start = models.DateField()
    end = models.DateField()
    done = models.PositiveIntegerField()
    shared = models.PositiveIntegerField(null=True, blank=True)
    recorded = models.PositiveIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200)

    personal = {
        "slug": Personal.NONE,
        "title": Personal.NONE,
        "start": Personal.NONE,
        "end": Personal.NONE,
        "done": Personal.NONE,
        "shared": Personal.NONE,
        "recorded": Personal.NONE,
        "source": Personal.NONE,
        **Record.personal,
    }

    objects = AuditTotalQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("-end", "title")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(fields=("council", "slug"), name="audit_total_named_once"),
            models.CheckConstraint(
                condition=Q(end__gte=F("start")), name="audit_total_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(shared__isnull=True) | Q(shared__lte=F("done")),
                name="audit_total_shared_within_done",
            ),
            models.CheckConstraint(
                condition=Q(recorded__isnull=True)
                | Q(shared__isnull=False, recorded__lte=F("shared")),
                name="audit_total_recorded_within_shared",
            ),
        ]

    def __str__(self):
        return self.title
