"""What people decided about findings: passed over with a reason, or a rule turned off."""

from django.db import models
from django.db.models import Q

from assurance.records.personal import Personal
from assurance.records.record import RecordQuerySet


class CheckException(models.Model):
    """One warning of one paper that somebody looked at and let stand, and why.

    `digest` is of the rule and the sentence (`reports.checks.rule`): the reason stands until
    that sentence changes. Ended rows stay for history.
    """

    # Issued papers print the fingerprint of a history that has this word.
    history_kind = "passedover"

    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="check_exceptions")
    rule = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    sentence = models.TextField(blank=True)
    reason = models.CharField(max_length=500)
    passed_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    passed_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    personal = {
        "rule": Personal.NONE,
        "digest": Personal.NONE,
        "sentence": Personal.MAY,
        "reason": Personal.MAY,
        "passed_on": Personal.NONE,
        "ended_on": Personal.NONE,
    }

    class Meta:
        verbose_name_plural = "accepted warnings"
        ordering = ("paper", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("paper", "rule", "digest"),
                condition=Q(ended_on__isnull=True),
                name="check_exception_once",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="check_exception_has_a_reason"),
        ]

    def __str__(self):
        return f"{self.rule} of {self.paper}"

    @property
    def council(self):
        """The paper's council."""
        return self.paper.council

    @property
    def history_name(self):
        """What history calls it."""
        return f"{self.paper.history_name} {self.rule} {self.pk}"


class DisabledCheckQuerySet(RecordQuerySet):
    """Readings over rules that councils turned off."""

    def active(self):
        """Those that are off now."""
        return self.filter(ended_on__isnull=True)


class DisabledCheck(models.Model):
    """A warning or advice that a council does not want, from a day, and why. No error can be."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="rules_turned_off")
    rule = models.CharField(max_length=60)
    reason = models.CharField(max_length=500)
    off_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    off_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    personal = {
        "rule": Personal.NONE,
        "reason": Personal.MAY,
        "off_on": Personal.NONE,
        "ended_on": Personal.NONE,
    }

    objects = DisabledCheckQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "rules turned off"
        ordering = ("council", "rule", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("council", "rule"),
                condition=Q(ended_on__isnull=True),
                name="disabled_check_once",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="rule_off_for_a_reason"),
        ]

    def __str__(self):
        return self.rule

    @property
    def history_name(self):
        """What history calls it."""
        return f"rule {self.rule}"
