"""Reviews of what accounts are granted: who looked at a grant, when, and the outcome."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Max

from assurance.accounts.models.accounts import Grant, User
from assurance.records.personal import Personal
from assurance.sign_in import rules


class GrantReviewQuerySet(models.QuerySet):
    """Readings over reviews of grants."""

    def visible_to(self, user):
        """Those of `user`'s own council."""
        return self.filter(grant__user__council_id=user.council_id).exclude(
            grant__user__council=None
        )


class GrantReview(models.Model):
    """One look at one grant: kept, changed (its last day) or ended, with the reason."""

    KEEP, CHANGE, END = rules.KEEP, rules.CHANGE, rules.END
    OUTCOMES = [*rules.OUTCOMES.items()]

    grant = models.ForeignKey(Grant, models.PROTECT, related_name="reviews")
    outcome = models.CharField(max_length=10, choices=OUTCOMES)
    reason = models.CharField(max_length=300)
    reviewed_by = models.ForeignKey(User, models.PROTECT, related_name="grant_reviews")
    reviewed_on = models.DateField()

    personal = {
        "outcome": Personal.NONE,
        "reason": Personal.MAY,
        "reviewed_on": Personal.ABOUT,
    }

    objects = GrantReviewQuerySet.as_manager()

    class Meta:
        verbose_name = "review of a role"
        verbose_name_plural = "reviews of roles"

    def __str__(self):
        return f"{self.get_outcome_display()} on {self.reviewed_on}"

    @property
    def council(self):
        """The account's council, for history."""
        return self.grant.council

    @property
    def history_name(self):
        """What history calls it."""
        return f"review {self.pk} of {self.grant.history_name}"


@dataclass(frozen=True)
class GrantUnderReview:
    """A grant with its last review and the date on which the next is due."""

    grant: Grant
    last: GrantReview | None
    due_on: date

    def is_overdue(self, day: date) -> bool:
        """True where the date on which it was due is before `day`."""
        return self.due_on < day


def grants_under_review(council, day: date) -> list[GrantUnderReview]:
    """Each grant of accounts of `council` that can sign in which is in force on `day` or will be,
    those overdue first."""
    rows = Grant.objects.not_ended(day).filter(user__council=council, user__is_active=True)
    rows = rows.select_related("user").annotate(last_review=Max("reviews__pk"))
    rows = list(rows.order_by("user__name", "user__email", "from_date", "pk"))
    reviews = GrantReview.objects.select_related("reviewed_by").in_bulk(
        [row.last_review for row in rows if row.last_review]
    )
    matches = [_under_review(row, reviews.get(row.last_review)) for row in rows]
    return sorted(matches, key=lambda item: not item.is_overdue(day))


def overdue_reviews(user: User, day: date) -> int:
    """How many grants of others of the council of `user` are overdue for review on `day`."""
    rows = grants_under_review(user.council, day)
    return sum(item.is_overdue(day) for item in rows if item.grant.user_id != user.pk)


def _under_review(grant, last):
    return GrantUnderReview(grant, last, rules.due_on(grant.from_date, last and last.reviewed_on))
