"""Papers that one person issued in an emergency, and the second look at each afterwards."""

from django.db import models
from django.db.models import F, Q

from assurance.people.models.holders import PostHolder
from assurance.records.named_record import plain
from assurance.records.personal import Personal
from reports.editions.models.editions import Edition
from reports.papers.models.papers import OfPaper, Paper, optional_key

FINE, WRONG = "fine", "wrong"
OUTCOMES = [(FINE, "Found in order"), (WRONG, "To be corrected")]


class EmergencyIssueQuerySet(models.QuerySet):
    """Readings over issues in an emergency."""

    def visible_to(self, user):
        """Those of the user's council whose edition is published, with what their pages name."""
        rows = self.filter(paper__council=user.council_id, edition__published_at__isnull=False)
        return rows.select_related(
            *("paper__council", "paper__series", "paper__meeting"),
            *("edition", "issued_by", "looked_by"),
        )

    def of_round(self, paper):
        """The one by which `paper`, sent and not approved, is issued in its round; or None."""
        rows = self.filter(paper=paper, round=paper.round, paper__status=Paper.SENT)
        return rows.select_related("issued_by").first()

    def waiting(self):
        """Those that nobody has looked at again."""
        return self.filter(outcome="")

    def to_correct(self):
        """Those whose second look asks for a correction that nobody has begun or issued."""
        rows = self.filter(outcome=WRONG, paper__corrects__isnull=True)
        later = Edition.objects.published().filter(
            paper=models.OuterRef("paper"), number__gt=models.OuterRef("edition__number")
        )
        return rows.exclude(models.Exists(later))


class EmergencyIssue(OfPaper, models.Model):
    """That one person issues a paper alone in a round, with the reason that readers are told.

    `edition` is the one that it froze, empty where the paper was taken back before it was
    published. A second person looks at it afterwards: `outcome`, and `words` for colleagues.
    """

    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="emergency_issues")
    round = models.PositiveIntegerField()
    edition = models.OneToOneField(
        "editions.Edition", models.PROTECT, null=True, blank=True, related_name="emergency_issue"
    )
    reason = models.TextField()
    issued_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    issued_on = models.DateField()
    outcome = models.CharField(max_length=10, choices=OUTCOMES, blank=True, default="")
    words = models.TextField(blank=True, default="")
    looked_by = optional_key("accounts.User", "+")
    looked_on = models.DateField(null=True, blank=True)

    personal = {
        **dict.fromkeys(("reason", "words"), Personal.MAY),
        **plain("issued_on outcome looked_on"),
    }

    objects = EmergencyIssueQuerySet.as_manager()

    class Meta:
        ordering = ("paper", "pk")
        constraints = [
            models.UniqueConstraint(fields=("paper", "round"), name="emergency_once_a_round"),
            models.CheckConstraint(condition=~Q(reason=""), name="emergency_says_why"),
            models.CheckConstraint(
                condition=Q(outcome="", looked_by__isnull=True, looked_on__isnull=True)
                | (~Q(outcome="") & Q(looked_by__isnull=False, looked_on__isnull=False)),
                name="emergency_looked_at_by_and_on",
            ),
            models.CheckConstraint(
                condition=Q(looked_by__isnull=True) | ~Q(looked_by=F("issued_by")),
                name="emergency_looked_at_by_a_second",
            ),
        ]

    def __str__(self):
        return f"{self.paper}, published in an emergency"

    @property
    def issued_by_title(self):
        """The post of whoever issued it alone, as readers are given it."""
        return PostHolder.objects.title_of(self.issued_by, self.issued_on)

    @property
    def looked_by_title(self):
        """The post of the second person, as readers are given it; empty before their look."""
        if self.looked_by is None:
            return ""
        return PostHolder.objects.title_of(self.looked_by, self.looked_on)

    def was_written_by(self, user):
        """Whether `user` sent or edited what was issued."""
        edited = self.paper.editings.filter(round=self.round, editor=user).exists()
        sent = self.paper.sent_rounds.filter(round=self.round, sent_by=user).exists()
        return edited or sent
