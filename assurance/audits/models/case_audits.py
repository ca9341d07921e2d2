"""Case-file audits: what was audited, how it was graded, and whether it was shared and recorded."""

from collections import defaultdict

from django.db import models
from django.db.models import Count, F, Min, Q
from django.db.models.functions import TruncMonth

from assurance.audits.models.case_filters import MODERATION, fitting, own_audits
from assurance.audits.models.scales import Grade
from assurance.audits.rules import case_audits, moderation, reaudits, rounds
from assurance.audits.rules.allocation import Doing
from assurance.audits.rules.facts import AuditFacts
from assurance.audits.rules.groups import Group
from assurance.people import succession
from assurance.people.models.second_persons import for_second_person, needs_second_person
from assurance.people.models.teams import TeamSuccession
from assurance.records.named_record import ReferencedQuerySet, may_hold, plain, reference_once
from assurance.records.personal import Personal
from assurance.records.record import Record, in_order, locked
from assurance.runtime.periods import today


class CaseAuditQuerySet(ReferencedQuerySet):
    """Readings over case-file audits. What happened to them is read at the end of the period asked
    for."""

    def done_in(self, when):
        """Standing audits done within `when`, both ends included."""
        return self.active().filter(audited_on__gte=when.start, audited_on__lte=when.end)

    def facts(self):
        """An `AuditFacts` for each, in the order of their keys."""
        columns = (
            *("pk", "audited_on", "shared_on", "recorded_on", "own_team", "team_id", "team__name"),
            *("first_grade__code", "moderated_grade__code", "first_grade_id", "moderated_grade_id"),
        )
        return [AuditFacts(*row) for row in self.order_by("pk").values_list(*columns)]

    def days_by_round(self):
        """Key of a round → the days of its audits; an empty list for one without any."""
        days = defaultdict(list)
        for key, day in self.exclude(round=None).order_by("pk").values_list("round", "audited_on"):
            days[key].append(day)
        return days

    def in_service(self, service):
        """Those of the teams of a service; an empty one is every service."""
        return self.filter(team__service=service) if service else self

    def of_team(self, team):
        """Those of one team's work; of None, every team's."""
        return self.filter(team=team) if team else self

    def grouped(self, day):
        """A list of `Group`: those alike in team, grades and month, and how many of them had been
        shared, and recorded, by the end of `day`."""
        shared = Q(shared_on__lte=day)
        kinds = ("team__name", "first_grade", "moderated_grade", "month")
        rows = self.order_by().annotate(month=TruncMonth("audited_on")).values(*kinds)
        counted = rows.annotate(
            done=Count("pk"),
            shared=Count("pk", filter=shared),
            recorded=Count("pk", filter=shared & Q(recorded_on__lte=day)),
        )
        scales = Grade.objects.select_related("scale").prefetch_related("scale__grades")
        grades = scales.in_bulk({row[name] for row in counted for name in kinds[1:3]} - {None})
        return [
            Group(
                team=row["team__name"],
                first=grades.get(row["first_grade"]),
                moderated=grades.get(row["moderated_grade"]),
                **{name: row[name] for name in ("month", "done", "shared", "recorded")},
            )
            for row in counted
        ]

    def doings(self, rounds):
        """A list of `Doing`: the standing audits of `rounds` as an allocation rule sees them."""
        rows = (
            self.active()
            .filter(round__in=rounds)
            .values_list(
                *(
                    "round_id",
                    "auditor_id",
                    "own_team",
                    "team_id",
                    "auditor_team_id",
                    "audited_on",
                    "auditor__title",
                )
            )
        )
        return [
            Doing(round_, post, own, team if own else other, day, title)
            for round_, post, own, team, other, day, title in rows
        ]

    def places_of_themes(self):
        """(a theme's key, a team's name, a round's key or None), once each, of those with
        themes."""
        rows = self.filter(themes__isnull=False).order_by()
        return list(rows.values_list("themes", "team__name", "round").distinct())

    def graded_by(self, scale):
        """Those that carry a grade of `scale`, first or moderated."""
        return self.filter(Q(first_grade__scale=scale) | Q(moderated_grade__scale=scale))

    def waiting_to_be_moderated(self):
        """Standing audits that are done with moderation, are graded, and that nobody has moderated
        yet: a waiting list."""
        return self.active().filter(MODERATION["waiting"])

    def yours(self, which, user, day):
        """Those of them that `user` may moderate on `day`: not their own, where another person
        does."""
        own = own_audits(user, day)
        rows = self.waiting_to_be_moderated()
        return for_second_person(rows, user, day, own, "audits", lambda audit: day)

    def waiting_to_be_shared(self):
        """Standing audits that have not been shared with the worker: a waiting list."""
        return self.active().filter(shared_on__isnull=True)

    def days_waiting(self):
        """The day of each of them."""
        return self.waiting_to_be_shared().order_by().values_list("audited_on", flat=True)

    def waiting_to_be_recorded(self):
        """Standing audits that were shared but whose discussion is not recorded yet."""
        return self.active().filter(shared_on__isnull=False, recorded_on__isnull=True)

    def first_day(self):
        """The day of the earliest standing audit, or None."""
        return self.active().aggregate(first=Min("audited_on"))["first"]

    def filtered(self, **chosen):
        """Those that fit a list's filter, as `case_filters.fitting` has it."""
        return fitting(self, chosen)


class CaseAudit(Record):
    """One audit of one case file. The child is known only by the audit's own reference (domain
    4.2). `auditor_team` is said only of an auditor of another team, and may be unknown."""

    METHODS = [
        ("desk", "Desk audit"),
        ("live", "With the worker"),
        ("moderated", "For moderation by a second person"),
        ("external", "By an outside auditor"),
    ]

    reference = models.CharField(max_length=40)
    audited_on = models.DateField()
    team = models.ForeignKey("people.Team", models.PROTECT, related_name="audits")
    method = models.CharField(max_length=20, choices=METHODS, default="desk")
    auditor = models.ForeignKey("people.Post", models.PROTECT, related_name="audits_done")
    own_team = models.BooleanField(default=True)
    auditor_team = models.ForeignKey(
        "people.Team", models.PROTECT, null=True, blank=True, related_name="audits_of_others"
    )
    round = models.ForeignKey(
        "audits.AuditRound", models.PROTECT, null=True, blank=True, related_name="audits"
    )
    themes = models.ManyToManyField("audits.AuditTheme", blank=True, related_name="audits")
    first_grade = models.ForeignKey(
        Grade, models.PROTECT, null=True, blank=True, related_name="first_given"
    )
    moderated_grade = models.ForeignKey(
        Grade, models.PROTECT, null=True, blank=True, related_name="moderated_to"
    )
    moderator = models.ForeignKey(
        "people.Post", models.PROTECT, null=True, blank=True, related_name="audits_moderated"
    )
    moderated_on = models.DateField(null=True, blank=True)
    shared_on = models.DateField(null=True, blank=True)
    recorded_on = models.DateField(null=True, blank=True)
    strengths = models.TextField(blank=True)
    areas_for_development = models.TextField(blank=True)
    actions = models.TextField(blank=True)
    child_view = models.TextField(blank=True)
    family_view = models.TextField(blank=True)
    worker_view = models.TextField(blank=True)
    earlier_audit = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="repeated_by"
    )
    words_removed_on = models.DateField(null=True, blank=True, editable=False)

    history_prefix = "audits"
    identified_by = ("reference",)
    personal = {
        "reference": Personal.PSEUDONYM,
        **plain("audited_on shared_on recorded_on team method auditor own_team auditor_team"),
        **plain("round themes first_grade moderated_grade moderator moderated_on"),
        **plain("words_removed_on"),
        **may_hold("strengths areas_for_development actions child_view family_view worker_view"),
        # History names an audit by its reference, which stands for a child.
        **may_hold("earlier_audit"),
        **Record.personal,
    }

    objects = CaseAuditQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("-audited_on", "reference")
        indexes = [models.Index(fields=("council", "audited_on"), name="audit_by_day")]
        constraints = [
            *Record.Meta.constraints,
            *reference_once("audit_reference_once"),
            in_order("audit_shared_after_done", "audited_on", "shared_on"),
            models.CheckConstraint(
                condition=Q(recorded_on__isnull=True)
                | Q(shared_on__isnull=False, recorded_on__gte=F("shared_on")),
                name="audit_recorded_after_shared",
            ),
            models.CheckConstraint(
                condition=Q(auditor_team__isnull=True)
                | (Q(own_team=False) & ~Q(auditor_team=F("team"))),
                name="audit_by_another_team_than_its_own",
            ),
            models.CheckConstraint(
                condition=Q(moderator__isnull=True, moderated_on__isnull=True)
                | Q(
                    moderator__isnull=False,
                    moderated_grade__isnull=False,
                    moderated_on__isnull=False,
                    moderated_on__gte=F("audited_on"),
                ),
                name="audit_moderated_by_a_post_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(earlier_audit__isnull=True) | ~Q(earlier_audit=F("pk")),
                name="audit_repeats_another",
            ),
        ]

    def __str__(self):
        return f"Audit {self.reference}"

    def _why_not_auditor_team(self, values):
        whose = values.of(("own_team", "team", "auditor_team")).values()
        steps = TeamSuccession.objects.of(self.council).steps() if values["auditor_team"] else ()
        return succession.why_not_auditor_team(*whose, values["audited_on"], steps)

    def _faults_of_moderation(self, values):
        names = ("audited_on", "auditor", "moderated_grade", "moderator", "moderated_on")
        yield from moderation.faults(**values.of(names))
        auditor, moderator = values["auditor"], values["moderator"]
        if moderator is not None and moderator == auditor:
            day = values["moderated_on"] or today()
            needs_second = needs_second_person(self.council, "audits", day)
            sentence = moderation.why_not_moderator(auditor, moderator, needs_second=needs_second)
            yield "moderator", sentence

    @property
    def moderation_said(self):
        """What moderation came to, in words; None where there was none."""
        return case_audits.say_moderation(self.first_grade, self.moderated_grade)

    @property
    def repeated(self):
        """How its grade compares with that of the audit that it repeats, in words; None where it
        repeats none."""
        first = self.earlier_audit
        return first and reaudits.words_of_outcome(first.final_grade, self.final_grade)

    @property
    def final_grade(self):
        """The moderated grade where there is one, else the first; None where it was not graded."""
        return self.moderated_grade or self.first_grade

    def faults(self, values):
        """Refuses a reference already used, a grade, team or theme not in force on its day, a round
        that it does not belong to, dates out of order."""
        yield "reference", case_audits.why_not_change(self.words_removed_on)
        clash = self.others().with_reference(values["reference"]).first()
        yield "reference", case_audits.why_not_refer(clash)
        yield from case_audits.faults_of_audit(values)
        yield "auditor_team", self._why_not_auditor_team(values)
        yield from self._faults_of_moderation(values)
        before = values["earlier_audit"], values["audited_on"]
        yield "earlier_audit", reaudits.why_not_repeat(*before, self.pk, self.earlier_audit_id)
        day, team = values["audited_on"], values["team"]
        if chosen := values["round"]:
            # Locked, so that the round cannot be withdrawn or moved meanwhile.
            chosen = locked(type(chosen), chosen.pk)
            is_new = self.round_id != chosen.pk
            yield "round", rounds.why_not_link(chosen, day, team, is_new=is_new)
        current = set(self.themes.values_list("pk", flat=True)) if self.pk else set()
        yield "themes", case_audits.why_not_themes(day, values["themes"], current)
