"""People from outside who are asked to approve one paper by a link, such as a partner board's
chair."""

from django.db import models
from django.db.models import Q

from assurance.accounts.access import Permission, may
from assurance.records.personal import Personal
from reports.approvals.models.links import IN_PAIRS, SEALED, Sealed, SealedQuerySet

APPROVED, RETURNED = "approved", "returned"
DECISIONS = [(APPROVED, "Approved"), (RETURNED, "Sent back")]


class OutsideApproverQuerySet(SealedQuerySet):
    """Readings over those who are asked from outside."""

    def visible_to(self, user):
        """Those of papers that `user` may read before they are issued."""
        if not may(user, Permission.READ_DRAFTS):
            return self.none()
        return self.filter(paper__council=user.council_id).with_names()

    def with_names(self):
        """The same with what their pages name."""
        return self.select_related("paper__council", "paper__series", "asked_by")

    def of_paper(self, paper):
        """Those of one paper in the order of their asking."""
        return self.filter(paper=paper).order_by("pk")

    def active(self):
        """Those who are asked still, or have decided."""
        return self.filter(ended_on__isnull=True)

    def needed(self, paper):
        """Those without whom the next edition of `paper` is not approved."""
        rows = self.active().filter(paper=paper, is_needed=True)
        return rows.filter(for_edition=paper.next_edition).order_by("pk")


class OutsideApprover(Sealed):
    """Somebody without an account who is asked to approve one paper, whole, before its edition
    `for_edition` is issued. Their link works for one decision and is gone with it. `is_needed` says
    that the paper waits for them.
    """

    SALT = "reports.outside-approver"

    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="outside_approvers")
    for_edition = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    post = models.CharField(max_length=110)
    email = models.EmailField(max_length=254)
    is_needed = models.BooleanField(default=True)
    asked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    asked_on = models.DateField()
    decision = models.CharField(max_length=10, choices=DECISIONS, blank=True, default="")
    decided_on = models.DateField(null=True, blank=True)
    remarks = models.TextField(blank=True, default="")
    ended_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_on = models.DateField(null=True, blank=True)

    personal = {
        **SEALED,
        "link_until": Personal.ABOUT,
        "name": Personal.IDENTIFIES,
        "post": Personal.IDENTIFIES,
        "email": Personal.IDENTIFIES,
        "asked_on": Personal.ABOUT,
        "decision": Personal.NONE,
        "decided_on": Personal.ABOUT,
        "remarks": Personal.MAY,
        "ended_on": Personal.ABOUT,
    }

    objects = OutsideApproverQuerySet.as_manager()

    class Meta:
        ordering = ("paper", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="", decided_on__isnull=True)
                | (~Q(decision="") & Q(decided_on__isnull=False)),
                name="outside_approver_decided_on",
            ),
            models.CheckConstraint(
                condition=Q(ended_by__isnull=True, ended_on__isnull=True)
                | Q(ended_by__isnull=False, ended_on__isnull=False),
                name="outside_approver_ended_by_and_on",
            ),
            models.CheckConstraint(condition=IN_PAIRS, name="outside_approver_link_has_its_day"),
        ]

    def __str__(self):
        return self.in_words

    @property
    def in_words(self):
        """Who it is, as the paper's approval says it: `Ruth Vane, Chair of the Safeguarding
        Board`."""
        return f"{self.name}, {self.post}"

    @property
    def council(self):
        """The paper's council."""
        return self.paper.council

    @property
    def history_name(self):
        """What history calls it: a number, and not who decides."""
        return f"{self.paper.history_name} outside approver {self.pk}"

    @property
    def address(self):
        """Where the e-mail with the link goes."""
        return self.email
