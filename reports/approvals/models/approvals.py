"""Who must approve a council's papers, and the approvals that were given."""

from django.db import models
from django.db.models import F, Q

from assurance.records.named_record import plain
from assurance.records.personal import Personal
from assurance.records.record import RecordQuerySet
from assurance.runtime.periods import say_day
from reports.papers.models.papers import Paper, optional_key

AUTHOR, OTHER = "author", "other"
KINDS = [
    (AUTHOR, "Report author"),
    ("chief_officer", "Chief officer"),
    ("legal", "Legal"),
    ("finance", "Finance"),
    ("human_resources", "Human resources"),
    (OTHER, "Another"),
]
WHOLE = "whole"
OUTSIDE = "outside"


class ApprovalRuleQuerySet(RecordQuerySet):
    """Readings over a council's rule of approval."""

    def on(self, day):
        """The lines that hold on `day`; their first and last days count."""
        return self.filter(Q(to_date__isnull=True) | Q(to_date__gte=day), from_date__lte=day)

    def for_paper(self, paper):
        """The lines for papers of any template of the council, and for that of `paper`, as it is
        or was."""
        family = paper.template.family
        same = Q(template=family) | Q(template__origin=family)
        return self.filter(Q(template__isnull=True) | same, council=paper.council_id)

    def of_entries(self):
        """Those of single entries of a part, such as the legal implications."""
        return self.filter(scope__contains="/")

    def naming(self, user):
        """Those that name `user` as approver or as deputy."""
        return self.filter(Q(approver=user) | Q(deputy=user))

    def filtered(self, template=None, on=None):
        """Those for a template, that hold on a day."""
        rows = self.filter(template=template) if template else self
        return rows.on(on) if on else rows


class ApprovalRule(models.Model):
    """One line of a council's rule: whose approval a paper needs, of what, from when to when.

    `scope` is ``whole`` or a part of the paper (`reports.scopes`); without a `template` it is for
    every paper. Lines that ask for the same may each be met by another account: either is enough.
    From `deputy_from` to `deputy_to` the `deputy` may give it too, in place of the approver.
    """

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="approval_rules")
    template = optional_key("papers.ReportTemplate", "approval_rules")
    kind = models.CharField(max_length=20, choices=KINDS)
    called = models.CharField(max_length=60, blank=True, default="")
    scope = models.CharField(max_length=100, default=WHOLE)
    approver = models.ForeignKey("accounts.User", models.PROTECT, related_name="approval_rules")
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)
    deputy = optional_key("accounts.User", "approval_rules_as_deputy")
    deputy_from = models.DateField(null=True, blank=True)
    deputy_to = models.DateField(null=True, blank=True)

    personal = plain(
        "template kind called scope approver from_date to_date deputy deputy_from deputy_to"
    )

    objects = ApprovalRuleQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
                name="approval_rule_dates_in_order",
            ),
            models.CheckConstraint(
                condition=(Q(kind=OTHER) & ~Q(called="")) | (~Q(kind=OTHER) & Q(called="")),
                name="approval_rule_other_is_named",
            ),
            models.CheckConstraint(
                condition=Q(deputy=None, deputy_from=None, deputy_to=None)
                | (
                    Q(deputy_from__isnull=False, deputy_to__isnull=False)
                    & Q(deputy_to__gte=F("deputy_from"))
                    & ~Q(deputy=None)
                    & ~Q(deputy=F("approver"))
                    & ~Q(kind=AUTHOR)
                ),
                name="approval_rule_deputy_for_a_time",
            ),
        ]

    def __str__(self):
        return f"{self.title}: {self.approver}"

    @property
    def title(self):
        """What the approval is called."""
        return self.called or self.get_kind_display()

    @property
    def history_name(self):
        return f"approval rule {self.pk}"

    def deputy_on(self, day):
        """Who may approve in place of the approver on `day`, or None."""
        if self.deputy and self.deputy_from <= day <= self.deputy_to:
            return self.deputy
        return None

    @property
    def deputy_words(self):
        """The deputy with their days; empty without one."""
        if not self.deputy:
            return ""
        return f"{self.deputy}, {say_day(self.deputy_from)} to {say_day(self.deputy_to)}"


class Approval(models.Model):
    """One approver's yes to one frozen content, whole or a part of it.

    `approver` is an account, or `outsider` the name and post of somebody who has none; a deputy
    gives it `in_place_of` another. `kind` and
    `called` say as what they approved, empty where no rule asked for it. `digest` is of all that
    printed when they saw it, `scope_digest` of what they approved. It is void from `void_on` on,
    for the reason `void_because`; one of an earlier round that stands again has a row of its own.
    """

    is_clearance = False

    REOPENED, CHANGED, RETURNED, EDITED = "reopened", "changed", "returned", "edited"
    VOID = [
        (REOPENED, "The report was written again"),
        (CHANGED, "The approved text has changed"),
        (RETURNED, "The approver sent the report back"),
        (EDITED, "The approver has edited or sent the report"),
    ]

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="approvals")
    kind = models.CharField(
        max_length=20, choices=[*KINDS, (OUTSIDE, "From outside")], blank=True, default=""
    )
    called = models.CharField(max_length=60, blank=True, default="")
    scope = models.CharField(max_length=100, default=WHOLE)
    round = models.PositiveIntegerField()
    approver = optional_key("accounts.User", "approvals")
    outsider = models.CharField(max_length=200, blank=True, default="")
    in_place_of = optional_key("accounts.User", "+")
    sent_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    approved_on = models.DateField()
    digest = models.CharField(max_length=64)
    scope_digest = models.CharField(max_length=64, blank=True, default="")
    remarks = models.TextField(blank=True)
    void_on = models.DateField(null=True, blank=True)
    void_because = models.CharField(max_length=10, choices=VOID, blank=True, default="")

    personal = {
        **plain("kind called scope digest scope_digest void_because"),
        "outsider": Personal.IDENTIFIES,
        "remarks": Personal.MAY,
        **dict.fromkeys(("approved_on", "void_on"), Personal.ABOUT),
    }

    class Meta:
        ordering = ("paper", "approved_on", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("paper", "kind", "called", "scope", "round", "approver"),
                condition=Q(void_on__isnull=True),
                name="approval_once",
            ),
            models.CheckConstraint(
                condition=~Q(approver=F("sent_by")) | Q(kind=AUTHOR),
                name="approved_by_another_than_sent_it",
            ),
            models.CheckConstraint(
                condition=(Q(approver__isnull=True) & ~Q(outsider=""))
                | (Q(approver__isnull=False) & Q(outsider="")),
                name="approved_by_an_account_or_an_outsider",
            ),
        ]

    def __str__(self):
        return f"{self.paper} approved by {self.by_whom}"

    @property
    def by_whom(self):
        """Who approved: the title of an account, “X for Y” where a deputy did; or the name and post
        of somebody without one."""
        if self.in_place_of:
            return f"{self.approver.name} for {self.in_place_of.name}"
        return self.approver.name if self.approver else self.outsider

    @property
    def title(self):
        """As what they approved, empty where no rule asked for it."""
        return self.called or (self.get_kind_display() if self.kind else "")

    @property
    def is_sign_off(self):
        """Whether it is the report author's own word."""
        return self.kind == AUTHOR
