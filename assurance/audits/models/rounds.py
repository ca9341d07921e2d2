"""Rounds of the audit programme."""

from django.db import models
from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from assurance.audits.models.kinds import AuditKind
from assurance.audits.rules import rounds as rules
from assurance.people.models.posts import Post
from assurance.records.named_record import may_hold, plain
from assurance.records.record import Record, RecordQuerySet, in_order
from assurance.registers.orders import in_turn
from assurance.runtime.periods import today

LATE = "late"
OPEN = Q(closed_on__isnull=True, cancelled_on__isnull=True)


class RoundQuerySet(RecordQuerySet):
    """Readings over rounds. What a person may see comes with what the programme says of it."""

    def visible_to(self, user):
        """The rounds of `user`'s own council, each as `followed` gives it."""
        return super().visible_to(user).followed().select_related("kind")

    def followed(self):
        """With what the programme says of each: `done_so_far`, `done_own` and `done_other` (its
        standing audits, and those of the auditor's own and of another team), `is_last` (no round
        of its kind and service comes after it) and `interval_before` (the months that the round
        before it said, None where there is none)."""
        before = self._of_its_kind().filter(
            Q(start__lt=OuterRef("start")) | Q(start=OuterRef("start"), pk__lt=OuterRef("pk"))
        )
        own, other = (Q(standing_audits__own_team=answer) for answer in (True, False))
        return self._with_audits().annotate(
            done_so_far=Count("standing_audits"),
            done_own=Count("standing_audits", filter=own),
            done_other=Count("standing_audits", filter=other),
            is_last=~Exists(self._after()),
            interval_before=Subquery(
                before.order_by("-start", "-pk").values("interval_months")[:1]
            ),
        )

    def slipped_on(self, day):
        """Standing rounds that are late on `day`, as `rules.slips` says: a waiting list."""
        rows = self.active().followed()
        is_short = Q(planned__isnull=True) | Q(done_so_far__lt=F("planned"))
        goes_on = Q(kind__to_date__isnull=True) | Q(kind__to_date__gte=F("next_due_on"))
        return rows.filter(
            (OPEN & Q(end__lt=day) & is_short)
            | (OPEN & Q(report_due_on__lt=day))
            | (Q(cancelled_on__isnull=True, is_last=True, next_due_on__lt=day) & goes_on)
        )

    def awaiting_on(self, day):
        """Standing rounds begun and over by the end of `day`, by `rules.is_over`, and then
        neither closed nor cancelled: a waiting list. A round that nobody said had begun begins with
        the first of its audits."""
        done = Count("standing_audits", filter=Q(standing_audits__audited_on__lte=day))
        return (
            self.active()
            ._with_audits()
            .annotate(done_then=done)
            .filter(Q(begun_on__lte=day) | Q(done_then__gt=0))
            .filter(_over(day, "done_then"))
            .filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day))
            .filter(Q(cancelled_on__isnull=True) | Q(cancelled_on__gt=day))
        )

    def yours(self, which, user, day):
        """Those late, or awaiting their result, that wait for each officer of audits, as no account
        has the tasks of the post that leads them on `day`."""
        waiting = {LATE: self.slipped_on, rules.AWAITING: self.awaiting_on}[which](day)
        return waiting.exclude(lead__in=Post.objects.of(user.council).attended_on(day))

    def unreported_on(self, day):
        """Standing rounds past the day on which their result was due at the end of `day`, neither
        closed with it nor cancelled by then: a waiting list."""
        due = Coalesce("report_due_on", "end")
        return (
            self.active()
            .annotate(result_due_on=due)
            .filter(result_due_on__lt=day)
            .filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day))
            .filter(Q(cancelled_on__isnull=True) | Q(cancelled_on__gt=day))
        )

    def still_open(self):
        """Active rounds that are neither closed nor cancelled."""
        return self.active().filter(OPEN)

    def on_the_programme(self, since):
        """Standing rounds that are open, or that ended on `since` or later."""
        return self.active().filter(OPEN | Q(end__gte=since) | Q(closed_on__gte=since))

    def offered(self, council, audit=None):
        """The rounds that an audit may be linked to: the standing ones that are not cancelled, and
        the one that `audit` (None for a new one) is linked to already."""
        current = Q(withdrawn_on__isnull=True, cancelled_on__isnull=True)
        own = Q(pk=audit.round_id) if audit else Q(pk__in=())
        return self.of(council).filter(current | own).select_related("kind")

    def by_key(self):
        """A dict of key → round, of those that stand."""
        return {item.pk: item for item in self.active().select_related("kind")}

    def offered_to_a_meeting(self, council, meeting=None):
        """The rounds that a meeting may have reviewed: the standing ones, and those that `meeting`
        (None for a new one) names already."""
        own = Q(meetings=meeting.pk) if meeting else Q(pk__in=())
        rows = self.of(council).filter(Q(withdrawn_on__isnull=True) | own).distinct()
        return rows.select_related("kind")

    def filtered(self, text="", state="", ends_from=None, ends_to=None, late="", **same):
        """Those that fit a list's filter: words of the theme, lead, board or kind, the state today,
        the days between which the period ends, whether it is late today (“yes”), and the `same`
        kind, service and lead; of `followed`."""
        rows = self.with_words(text, "theme", "kind__title", "lead__title", "report_to")
        rows = rows.where(**same, end__gte=ends_from, end__lte=ends_to)
        if late:
            rows = rows.filter(pk__in=AuditRound.objects.slipped_on(today()).values("pk"))
        return rows.filter(states(today())[state]) if state else rows

    def _with_audits(self):
        # Bound to the council, so that the database finds its audits by their index, where it would
        # read those of all councils.
        condition = Q(audits__withdrawn_on__isnull=True, audits__council=F("council"))
        return self.alias(standing_audits=FilteredRelation("audits", condition=condition))

    def _of_its_kind(self):
        """Every other standing round of the same kind and service as an outer one."""
        return AuditRound.objects.filter(
            kind=OuterRef("kind"),
            service=OuterRef("service"),
            withdrawn_on__isnull=True,
            cancelled_on__isnull=True,
        )

    def _after(self):
        return self._of_its_kind().filter(
            Q(start__gt=OuterRef("start")) | Q(start=OuterRef("start"), pk__gt=OuterRef("pk"))
        )


HAS_BEGUN = Q(begun_on__isnull=False) | Q(done_so_far__gt=0)


def states(day):
    """State → the condition of a row for it on `day`, where `done_so_far` is annotated."""
    over = _over(day, "done_so_far")
    return {
        rules.PLANNED: OPEN & ~HAS_BEGUN,
        rules.UNDER_WAY: OPEN & HAS_BEGUN & ~over,
        rules.AWAITING: OPEN & HAS_BEGUN & over,
        rules.DONE: Q(closed_on__isnull=False),
        rules.CANCELLED: Q(cancelled_on__isnull=False),
    }


def state_order():
    """The order of the list by the state today."""
    return in_turn(*states(today()).values())


def _over(day, done):
    is_short = Q(planned__isnull=True) | Q(**{f"{done}__lt": F("planned")})
    is_due = Q(report_due_on__isnull=False, report_due_on__lt=day)
    return Q(end__lt=day) | is_due | ~is_short


class AuditRound(Record):
    """One round of a kind of audit: whose work, how many, between which days, and its result.

    An empty `service` is every service; no teams are all of the service's. `planned` is None where
    no number is set. `next_due_on` is kept as `rules.next_due` gives it.
    """

    kind = models.ForeignKey(AuditKind, models.PROTECT, related_name="rounds")
    theme = models.CharField(max_length=160, blank=True)
    service = models.CharField(max_length=120, blank=True)
    teams = models.ManyToManyField("people.Team", blank=True, related_name="audit_rounds")
    start = models.DateField()
    end = models.DateField()
    planned = models.PositiveIntegerField(null=True, blank=True)
    interval_months = models.PositiveSmallIntegerField(null=True, blank=True)
    next_due_on = models.DateField(null=True, blank=True)
    lead = models.ForeignKey(
        "people.Post", models.PROTECT, null=True, blank=True, related_name="rounds_led"
    )
    report_to = models.CharField(max_length=160, blank=True)
    report_due_on = models.DateField(null=True, blank=True)
    begun_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    result = models.TextField(blank=True)
    cancelled_on = models.DateField(null=True, blank=True)
    cancelled_because = models.TextField(blank=True)

    history_prefix = "audit_rounds"
    personal = {
        **plain("kind theme service teams start end planned interval_months next_due_on lead"),
        **plain("report_to report_due_on begun_on closed_on cancelled_on"),
        **may_hold("result cancelled_because"),
        **Record.personal,
    }

    objects = RoundQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("-start", "-pk")
        indexes = [models.Index(fields=("council", "kind", "start"), name="audit_round_in_turn")]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(end__gte=F("start")), name="audit_round_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(planned__isnull=True) | Q(planned__gte=1),
                name="audit_round_plans_one_or_more",
            ),
            models.CheckConstraint(
                condition=Q(interval_months__isnull=True, next_due_on__isnull=True)
                | Q(
                    interval_months__isnull=False,
                    interval_months__range=(1, 120),
                    next_due_on__isnull=False,
                    next_due_on__gt=F("start"),
                ),
                name="audit_round_due_again_after_start",
            ),
            in_order("audit_round_begun_in_time", "start", "begun_on"),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, result="")
                | (
                    Q(closed_on__isnull=False, begun_on__isnull=False)
                    & Q(closed_on__gte=F("begun_on"))
                    & ~Q(result="")
                ),
                name="audit_round_closed_with_a_result",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on__isnull=True, cancelled_because="")
                | (
                    Q(cancelled_on__isnull=False, closed_on__isnull=True) & ~Q(cancelled_because="")
                ),
                name="audit_round_cancelled_with_a_reason",
            ),
        ]

    def __str__(self):
        what = f"{self.kind.title}: {self.theme}" if self.theme else self.kind.title
        return f"{what}, {self.start:%B %Y}"

    @property
    def interval_said(self):
        """How often it comes, in words."""
        return rules.say_interval(self.interval_months)

    @property
    def state_said(self):
        """Its state today in words; of a row that `followed` gave."""
        return rules.STATES[rules.state_of(self, today())]

    @property
    def audits_done(self):
        """Its recorded audits, None where they were not recorded one by one; of a row that
        `followed` gave."""
        return rules.audits_done(self)

    def derived_fields(self, values):
        """The months of its kind where it has none of its own, and the next day due."""
        interval = values["interval_months"] or values["kind"].interval_months
        due = rules.next_due(values["start"], interval)
        return {"interval_months": interval, "next_due_on": due}

    def faults(self, values):
        """Refuses days out of order, a close without a result, a cancellation without a reason, and
        what leaves out an audit linked to it."""
        yield "kind", rules.why_not_plan(values["kind"], values["start"])
        yield "teams", rules.why_not_teams(values["service"], values["teams"])
        yield from rules.faults_of_round(values)
        if self.pk:
            linked = self.audits.active().select_related("team").order_by("audited_on", "pk")
            yield "", rules.why_not_leave_out(values, linked)

    def withdrawal_faults(self):
        """Refuses one that audits are linked to."""
        yield "", rules.why_not_lose(self.audits.active().count(), "case audit")
