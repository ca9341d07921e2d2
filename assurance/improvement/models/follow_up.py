"""What follows an action: notes on how it goes, what shows it, ratings of impact changed."""

from django.db import models
from django.db.models import Q

from assurance.audits.models.case_audits import CaseAudit
from assurance.figures.registry import title_of
from assurance.improvement.models.actions import Action
from assurance.improvement.rules import actions
from assurance.people.models.posts import Post
from assurance.records.named_record import may_hold, plain
from assurance.records.personal import Personal
from assurance.records.record import Record


class ActionNote(Record):
    """How an action goes, as a post said it on a day."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="notes")
    noted_on = models.DateField()
    post = models.ForeignKey(Post, models.PROTECT, related_name="action_notes")
    text = models.TextField()

    parent_field, history_prefix = "action", "notes"
    personal = {**plain("action noted_on post"), "text": Personal.MAY, **Record.personal}

    class Meta(Record.Meta):
        verbose_name = "note"
        ordering = ("action", "-noted_on", "-pk")

    def __str__(self):
        return f"Note on {self.action}"

    def faults(self, values):
        """Refuses a day before the action."""
        yield "noted_on", actions.why_not_note(self.action, values["noted_on"])


class ActionEvidence(Record):
    """A case audit or a figure that shows how an action goes; `figure` is the figure's key."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="evidence_links")
    audit = models.ForeignKey(
        CaseAudit, models.PROTECT, null=True, blank=True, related_name="evidence_of"
    )
    figure = models.CharField(max_length=80, blank=True)
    shows = models.CharField(max_length=200)

    parent_field, history_prefix = "action", "evidence"
    personal = {
        **plain("action figure"),
        # History names the audit by its reference, which stands for a child.
        **may_hold("audit shows"),
        **Record.personal,
    }

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "evidence"
        ordering = ("action", "pk")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(audit__isnull=False, figure="")
                | (Q(audit__isnull=True) & ~Q(figure="")),
                name="evidence_is_an_audit_or_a_figure",
            ),
        ]

    def __str__(self):
        return self.shows

    @property
    def figure_title(self):
        """The title of the figure; an empty text where the evidence is an audit."""
        return title_of(self.figure) if self.figure else ""


class ImpactChange(models.Model):
    """A rating of impact that was changed, so that a meeting may see what is new since the last;
    `reason` says why it is rated better where nothing is attached or linked."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="impact_changes")
    changed_on = models.DateField()
    from_impact = models.CharField(max_length=20, choices=Action.IMPACTS)
    to_impact = models.CharField(max_length=20, choices=Action.IMPACTS)
    reason = models.CharField(max_length=200, blank=True)

    personal = {**plain("from_impact to_impact"), "reason": Personal.MAY}

    class Meta:
        ordering = ("action", "changed_on", "pk")

    def __str__(self):
        return f"{self.from_impact} to {self.to_impact}"
