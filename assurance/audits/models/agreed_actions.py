"""Actions agreed after one audit: who does what by when, and when it was done."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.rules import agreed_actions as rules
from assurance.people.models.owned_actions import OwnedActions
from assurance.people.models.posts import Post
from assurance.people.models.second_persons import needs_second_person
from assurance.people.second_person_rules import ON_ITS_PAGE
from assurance.records.named_record import may_hold, plain
from assurance.records.record import Record, RecordQuerySet
from assurance.registers.orders import in_turn
from assurance.runtime.periods import today


def state_order():
    """The place of each state today: to be done, overdue, waiting for its check, done."""
    day = today()
    undone = Q(done_on__isnull=True) | Q(done_on__gt=day)
    marked = Q(marked_done_on__isnull=False)
    return in_turn(undone & ~marked & Q(due_on__gte=day), undone & ~marked, undone)


class AuditActionQuerySet(OwnedActions, RecordQuerySet):
    """Readings over actions agreed after audits."""

    def of_standing_audits(self):
        """Standing ones of audits that stand."""
        return self.active().filter(audit__withdrawn_on__isnull=True)

    def open_at(self, day):
        """Those agreed by the end of `day` and not done by then."""
        undone = Q(done_on__isnull=True) | Q(done_on__gt=day)
        return self.of_standing_audits().filter(undone, audit__audited_on__lte=day)

    def to_do(self, day):
        """Those of `open_at` that no one has marked as done."""
        return self.open_at(day).filter(marked_done_on__isnull=True)

    def awaiting_check(self):
        """Those of standing audits that were marked as done and that no one has checked."""
        return self.of_standing_audits().filter(marked_done_on__isnull=False)

    def owned_by(self, user, day):
        """Those of active audits whose post has its tasks at `user` on `day`."""
        return self.of_standing_audits().filter(
            owner__in=Post.objects.of(user.council).held_by(user, day)
        )

    def overdue_on(self, day):
        """Those to do that were due before `day`: a waiting list."""
        return self.to_do(day).filter(due_on__lt=day)

    def owners(self):
        """The posts that own them."""
        return Post.objects.filter(pk__in=self.order_by().values("owner"))

    def filtered(self, text="", owner=None, state="", due_from=None, due_to=None):
        """Those that fit a list's filter: words of the action or the audit's reference, the post
        that owns it, whether it is “open”, “overdue”, “waiting” for its check or “done” today, the
        days it is due between."""
        rows = self.with_words(text, "text", "audit__reference")
        rows = rows.where(owner=owner, due_on__gte=due_from, due_on__lte=due_to)
        if state == rules.DONE:
            return rows.filter(done_on__isnull=False)
        if state:
            rows = rows.filter(done_on__isnull=True, marked_done_on__isnull=state != rules.WAITING)
        return rows.filter(due_on__lt=today()) if state == rules.OVERDUE else rows


class AuditAction(Record):
    """One action that an audit led to, owned by a post."""

    audit = models.ForeignKey(CaseAudit, models.PROTECT, related_name="agreed_actions")
    text = models.TextField()
    owner = models.ForeignKey(Post, models.PROTECT, related_name="audit_actions")
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    checker = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="audit_actions_checked"
    )
    finished_on = models.DateField(null=True, blank=True)
    marked_done_on = models.DateField(null=True, blank=True)
    marked_done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    evidence = models.TextField(blank=True)

    history_prefix = "audit_actions"
    parent_field = "audit"
    # Files find an action again by its own words, so that these keep each sign.
    printed = ()
    personal = {
        **plain("owner due_on done_on checker finished_on marked_done_on marked_done_by"),
        # History names an audit by its reference, which stands for a child.
        **may_hold("audit text evidence"),
        **Record.personal,
    }

    objects = AuditActionQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = "action of an audit", "actions of audits"
        ordering = ("due_on", "pk")
        indexes = [models.Index(fields=("council", "due_on"), name="audit_action_by_due_day")]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    finished_on__isnull=True,
                    marked_done_on__isnull=True,
                    marked_done_by__isnull=True,
                )
                | Q(
                    marked_done_on__gte=F("finished_on"),
                    marked_done_by__isnull=False,
                    done_on__isnull=True,
                ),
                name="audit_action_mark_is_whole",
            ),
        ]

    def __str__(self):
        return f"Action {self.pk} of {self.audit}"

    @property
    def state(self):
        """How it stands today: one of `rules.STATES`."""
        state = rules.state_of(self, today())
        return rules.WAITING if self.marked_done_on and state != rules.DONE else state

    @property
    def state_words(self):
        """The same in words."""
        return rules.STATES[self.state]

    @property
    def needs_second(self):
        """True if another person checks that it is done than who marked it so."""
        return needs_second_person(self.council, "actions", self.finished_on)

    def derived_fields(self, values):
        """No one has checked what is not done."""
        return {} if values["done_on"] else {"checker": None}

    def faults(self, values):
        """Refuses days before the audit's own, a post that there was not then, and one done that
        no second person has checked where the policy of that date asks for one."""
        yield from rules.faults(values, values["audit"].audited_on)
        done = values["done_on"]
        is_new = done and not values["checker"] and not self.done_on
        if is_new and needs_second_person(self.council, "actions", done):
            yield "done_on", ON_ITS_PAGE
