"""Improvement actions, the findings that each answers, and what became of its day and rating."""

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from assurance.improvement.models.pending_actions import WaitingActionQuerySet
from assurance.improvement.models.plans import Priority
from assurance.improvement.models.progress import late_on, shown_as
from assurance.improvement.rules import actions
from assurance.improvement.rules.actions import CLOSED_STATUSES
from assurance.people.models.posts import Post
from assurance.people.models.second_persons import needs_second_person
from assurance.records.named_record import may_hold, plain, reference_once
from assurance.records.personal import Personal
from assurance.records.record import Record
from assurance.registers.orders import in_turn
from assurance.reviews.models.findings import Finding
from assurance.runtime.periods import today


class ActionQuerySet(WaitingActionQuerySet):
    """Readings over actions, as they stood at the end of a day; `rules` holds each's plain twin."""

    def planned_by(self, day):
        """Standing actions begun or agreed by `day`."""
        return self.active().filter(starts_on__lte=day)

    def as_at(self, day):
        """Those planned by `day`, each as `told_at` tells it."""
        return self.planned_by(day).told_at(day)

    def told_at(self, day):
        """Each with `due_then`, `status_then` and `impact_then` at the end of `day` (`told_on`)."""
        # In an order of their own: the usual one is that of their actions, whose tables would be
        # joined for each row.
        moved = DueChange.objects.filter(action=OuterRef("pk"), moved_on__gt=day)
        moved = moved.order_by("moved_on", "pk")
        rated = StatusChange.objects.filter(action=OuterRef("pk"), changed_on__gt=day)
        rated = rated.order_by("changed_on", "pk")
        values = self.annotate(
            due_then=Coalesce(Subquery(moved.values("from_day")[:1]), F("due_on")),
            rated_then=Subquery(rated.values("from_status")[:1]),
            told_on=Value(day, models.DateField()),
        )
        done = Q(done_on__lte=day) | Q(rated_then__in=CLOSED_STATUSES)
        since_done = Q(rated_then__isnull=True, status__in=CLOSED_STATUSES)
        status = Case(
            When(done, then=Value("done")),
            When(due_then__lt=day, then=Value("overdue")),
            When(since_done, then=Value(actions.NOT_KNOWN)),
            default=Coalesce("rated_then", "status"),
            output_field=models.CharField(),
        )
        return values.annotate(status_then=status)

    def overdue_on(self, day):
        """Those whose due day had passed by the end of `day` and which were not done by then."""
        return self.as_at(day).filter(due_then__lt=day).exclude(status_then="done")

    def shown_by(self, day):
        """Those with a file, case audit or figure attached or linked by the end of `day` and not
        withdrawn by then."""
        previous = Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day)
        current = Q(pk__in=())
        for name in ("evidence_links", "attachments"):
            rows = self.model._meta.get_field(name).related_model.objects
            current |= Q(pk__in=rows.filter(previous, created_on__lte=day).values("action"))
        return self.filter(current)

    def due_within(self, first, last):
        """Standing actions that are not done, due from `first` to `last`, with their plans."""
        open_ones = self.active().exclude(status__in=CLOSED_STATUSES)
        return open_ones.filter(due_on__range=(first, last)).select_related("priority__plan")

    def answering(self):
        """Those linked to a finding that stands."""
        return self.filter(pk__in=_links(Finding.objects.listed()).values("action"))

    def without_a_finding(self):
        """Standing ones that answer no finding that stands."""
        links = _links(Finding.objects.listed()).filter(action=OuterRef("pk"))
        return self.active().filter(~Exists(links))

    def leave_unanswered(self, findings):
        """Of `findings`, those that ask for an action and have neither a standing one nor a reason
        for none."""
        responses = Action.findings.through.objects.filter(
            finding=OuterRef("pk"), action__withdrawn_on__isnull=True
        )
        return findings.to_answer().filter(~Exists(responses), no_action_because="")

    def of_plan(self, plan):
        """Those of `plan`, in the plan's order, with all that its board asks of them fetched at
        once however many they are."""
        rows = self.filter(priority__plan=plan).select_related("priority", "owner")
        together = ("due_changes", "status_changes", "impact_changes", "findings__review")
        display = ("notes__post", "evidence_links", "attachments")
        ordered = rows.order_by("priority__order", "due_on", "reference")
        return ordered.prefetch_related(*together, *display)

    def owners(self):
        """The posts that own them."""
        return Post.objects.filter(pk__in=self.order_by().values("owner"))

    def filtered(self, text="", plan=None, status="", owner="", overdue="", waiting=""):
        """Those that fit a list's filter: words of the action, its plan, its progress as the list
        shows it today, its owner, whether it is overdue today, and whether it waits for its check
        (each "yes" or "no")."""
        rows = self.with_words(text, "reference", "text", "evidence")
        rows = rows.where(priority__plan=plan, owner=owner)
        late = late_on(today())
        if status:
            rows = rows.filter(shown_as(status, today()))
        if waiting:
            rows = rows.filter(marked_done_on__isnull=waiting == "no")
        if overdue:
            rows = rows.filter(late if overdue == "yes" else ~late)
        return rows


def progress_order():
    """The place of the progress that a list shows today among those that there are."""
    return in_turn(*(shown_as(status, today()) for status, _ in Action.STATUSES))


def _links(findings):
    return Action.findings.through.objects.filter(finding__in=findings)


class Action(Record):
    """One action, owned by a role. `status` is of delivery; `impact` is rated apart (domain
    4.4)."""

    STATUSES = [
        ("not_started", "Not started, not yet due"),
        ("on_track", "On track"),
        ("at_risk", "At risk"),
        ("overdue", "Overdue, or will miss its date"),
        ("done", "Done and checked"),
    ]
    IMPACTS = [
        ("not_known", "Not yet known"),
        ("early", "Early signs"),
        ("improving", "Improving for children"),
        ("no_change", "No change"),
        ("worse", "Worse"),
    ]

    priority = models.ForeignKey(Priority, models.PROTECT, related_name="actions")
    reference = models.CharField(max_length=20)
    text = models.TextField()
    owner = models.ForeignKey(Post, models.PROTECT, related_name="actions_owned")
    supporters = models.ManyToManyField(Post, related_name="actions_supported", blank=True)
    measure = models.TextField(blank=True)
    starts_on = models.DateField()
    due_on = models.DateField()
    next_report_on = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=20, choices=STATUSES, default="not_started")
    impact = models.CharField(max_length=20, choices=IMPACTS, default="not_known")
    done_on = models.DateField(null=True, blank=True)
    checker = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="actions_checked"
    )
    finished_on = models.DateField(null=True, blank=True)
    marked_done_on = models.DateField(null=True, blank=True)
    marked_done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    evidence = models.TextField(blank=True)
    findings = models.ManyToManyField("reviews.Finding", related_name="actions", blank=True)

    history_prefix = "actions"
    personal = {
        **plain(
            "priority reference owner supporters starts_on due_on next_report_on status "
            "impact done_on checker findings finished_on marked_done_on marked_done_by"
        ),
        **may_hold("text measure evidence"),
        **Record.personal,
    }

    objects = ActionQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("priority", "reference")
        indexes = [
            models.Index(fields=("council", "due_on"), name="action_by_due_day"),
            models.Index(fields=("council", "owner"), name="action_by_owner_post"),
        ]
        constraints = [
            *Record.Meta.constraints,
            *reference_once("action_reference_once"),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("starts_on")), name="action_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=False, status__in=CLOSED_STATUSES)
                | (Q(done_on__isnull=True) & ~Q(status__in=CLOSED_STATUSES)),
                name="action_done_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=CLOSED_STATUSES) | Q(checker__isnull=False),
                name="action_done_has_its_checker",
            ),
            models.CheckConstraint(
                condition=Q(
                    finished_on__isnull=True,
                    marked_done_on__isnull=True,
                    marked_done_by__isnull=True,
                )
                | (
                    Q(finished_on__isnull=False)
                    & Q(marked_done_on__gte=F("finished_on"))
                    & Q(marked_done_by__isnull=False)
                    & ~Q(status__in=CLOSED_STATUSES)
                ),
                name="action_mark_of_done_is_whole",
            ),
        ]

    def __str__(self):
        return f"Action {self.reference}"

    @property
    def status_shown(self):
        """The words of its progress today: red once its day has passed, whatever was recorded."""
        return dict(self.STATUSES)[actions.display_status(self, today())]

    @property
    def impact_then(self):
        """The rating of impact at the end of the day that `told_at` told it for."""
        return actions.impact_at(self, self.impact_changes.all(), self.told_on)

    def faults(self, values):
        """Refuses a used reference, dates out of order, one done without what it needs."""
        clash = self.others().with_reference(values["reference"]).first()
        yield "reference", actions.why_not_refer(clash)
        before = self.status if self.pk else ""
        yield from actions.faults(values, before, needs_second=self._needs_second(values))

    def _needs_second(self, values):
        """Whether another post than its owner's has to check it; asked only where none has."""
        is_same = values["checker"] is not None and values["checker"] == values["owner"]
        return not is_same or needs_second_person(self.council, "actions", values["done_on"])

    @property
    def needs_second(self):
        """Whether another person checks that it is done than who marked it so."""
        day = self.finished_on or self.done_on
        return needs_second_person(self.council, "actions", day)


# What may be said of progress, on a day of which less is held too.
PROGRESS = {**dict(Action.STATUSES), actions.NOT_KNOWN: "Progress on that date not known"}


class DueChange(models.Model):
    """A due date moved, with its reason; slippage is counted from these."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="due_changes")
    moved_on = models.DateField()
    from_day = models.DateField()
    to_day = models.DateField()
    reason = models.CharField(max_length=200)

    personal = {**plain("moved_on from_day to_day"), "reason": Personal.MAY}

    class Meta:
        ordering = ("action", "moved_on", "pk")

    def __str__(self):
        return f"{self.from_day} to {self.to_day}"

    @property
    def days(self):
        """By how many days it moved the due date; fewer than none where it came nearer."""
        return (self.to_day - self.from_day).days


class StatusChange(models.Model):
    """A rating of progress that was changed, so that a paper may ask what it was on a day."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="status_changes")
    changed_on = models.DateField()
    from_status = models.CharField(max_length=20, choices=Action.STATUSES)
    to_status = models.CharField(max_length=20, choices=Action.STATUSES)
    reason = models.CharField(max_length=200, blank=True)

    personal = {**plain("from_status to_status"), "reason": Personal.MAY}

    class Meta:
        ordering = ("action", "changed_on", "pk")

    def __str__(self):
        return f"{self.from_status} to {self.to_status}"
