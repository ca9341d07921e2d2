"""What was published and then removed: by whom, for which class of reason, and whether a second
person confirmed it or undid it."""

from django.db import models
from django.db.models import F, Q

from assurance.records.personal import Personal

COURT, PERSONAL, DUTY = "court", "personal", "duty"
REASONS = [
    (COURT, "A court’s order"),
    (PERSONAL, "Personal data that should not have been published"),
    (DUTY, "Another legal duty"),
]
CONFIRMED, UNDONE = "confirmed", "undone"
DECISIONS = [(CONFIRMED, "Confirmed"), (UNDONE, "Undone")]


class EditionRemovalQuerySet(models.QuerySet):
    """Readings over what was removed."""

    def visible_to(self, user):
        """Those of the user's council, the last first, with what their pages name."""
        rows = self.filter(paper__council=user.council_id).order_by("-taken_on", "-pk")
        named = rows.select_related(
            "paper__council", "paper__series", "paper__meeting", "taken_by", "decided_by"
        )
        return named.prefetch_related("editions")

    def in_force(self):
        """Those that nobody has undone."""
        return self.exclude(decision=UNDONE)

    def waiting(self):
        """Those that a second person has neither confirmed nor undone."""
        return self.filter(decision="")


class EditionRemoval(models.Model):
    """Editions of one paper that nobody can read from `taken_on` on, whatever becomes of the
    confirmation; `explanation` is for those who decide, `reason` alone is told to readers. What a
    `successor` took away, an edition without a number that must not be read, never comes back."""

    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="removals")
    editions = models.ManyToManyField("editions.Edition", related_name="removals")
    reason = models.CharField(max_length=10, choices=REASONS)
    explanation = models.TextField()
    taken_on = models.DateField()
    taken_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="removals")
    successor = models.ForeignKey(
        "editions.Edition", models.PROTECT, null=True, blank=True, related_name="+"
    )
    decision = models.CharField(max_length=10, choices=DECISIONS, blank=True, default="")
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+"
    )

    personal = {
        "reason": Personal.NONE,
        "explanation": Personal.MAY,
        "taken_on": Personal.NONE,
        "decision": Personal.NONE,
        "decided_on": Personal.NONE,
    }

    objects = EditionRemovalQuerySet.as_manager()

    class Meta:
        ordering = ("paper", "pk")
        constraints = [
            models.CheckConstraint(condition=~Q(explanation=""), name="edition_removal_says_why"),
            models.CheckConstraint(
                condition=Q(decision="", decided_on__isnull=True, decided_by__isnull=True)
                | (~Q(decision="") & Q(decided_on__isnull=False, decided_by__isnull=False)),
                name="edition_removal_decided_by_and_on",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("taken_by")),
                name="edition_removal_decided_by_a_second",
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=True) | ~Q(decision=UNDONE),
                name="edition_removal_by_a_successor_stays",
            ),
        ]

    def __str__(self):
        return f"{self.paper}: {self.in_words}"

    @property
    def in_words(self):
        """`edition 2`, or `editions 1 and 2`."""
        numbers = sorted(edition.number for edition in self.editions.all())
        *first, last = map(str, numbers)
        return f"editions {', '.join(first)} and {last}" if first else f"edition {last}"

    @property
    def council(self):
        """The paper's council."""
        return self.paper.council

    @property
    def history_name(self):
        """What history calls it."""
        return f"{self.paper.history_name} removed {self.pk}"
