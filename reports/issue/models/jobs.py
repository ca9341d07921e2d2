"""Papers on their way out: the hour set for an issue, and each issue that was asked for."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from assurance.records.personal import Personal


class IssueScheduleQuerySet(models.QuerySet):
    """Readings over hours."""

    def visible_to(self, user):
        """The hours of the user's council's papers."""
        rows = self.filter(paper__council=user.council_id)
        return rows.select_related("paper__series", "set_by")

    def of_council(self, council):
        """The hours of one council's papers."""
        return self.filter(paper__council=council)

    def due(self, moment):
        """Hours that have come by `moment` and at which nothing has happened yet."""
        return self.filter(at__lte=moment, missed="").order_by("at", "pk")

    def gone_by(self):
        """Hours at which the paper could not be issued."""
        return self.exclude(missed="")


class IssueSchedule(models.Model):
    """The moment at which a paper is issued by itself if every approval stands then; it goes when
    the paper is issued. `missed` says why that did not happen."""

    paper = models.OneToOneField("papers.Paper", models.PROTECT, related_name="set_hour")
    at = models.DateTimeField()
    set_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="hours_set")
    set_on = models.DateField()
    missed = models.TextField(blank=True, default="")

    personal = {"at": Personal.NONE, "set_on": Personal.NONE, "missed": Personal.NONE}

    objects = IssueScheduleQuerySet.as_manager()

    def __str__(self):
        return f"{self.paper}, {self.at:%d %B %Y %H:%M}"


def hour_to_come(paper) -> datetime | None:
    """The moment at which a report is published by itself; None without one, and once it was
    missed."""
    row = getattr(paper, "set_hour", None)
    return row.at if row and not row.missed else None


class IssueJobQuerySet(models.QuerySet):
    """Readings over issues that were asked for."""

    def visible_to(self, user):
        """Those of the user's council's papers."""
        rows = self.filter(paper__council=user.council_id)
        return rows.select_related("paper__series", "paper__council", "asked_by")

    def open(self):
        """Those that have come to no end: under way, or stopped."""
        return self.filter(state__in=IssueJob.OPEN)

    def waiting(self):
        """Those that wait for their turn or are under way."""
        return self.filter(state=IssueJob.WAITING)

    def stopped(self):
        """Those that stopped and wait for somebody, of papers that could still be issued."""
        unpublished = ("sent", "approved")
        return self.filter(state=IssueJob.STOPPED, paper__status__in=unpublished)


class IssueJob(models.Model):
    """One issue that somebody asked for, from the asking to its end. `trouble` says why its last
    try stopped, `again_at` when the next begins by itself. How far it is can be seen from its
    edition: frozen, its files made one by one, published."""

    WAITING, STOPPED, PUBLISHED, DROPPED = "waiting", "stopped", "published", "dropped"
    STATES = [
        (WAITING, "Being published"),
        (STOPPED, "Not published"),
        (PUBLISHED, "Issued"),
        (DROPPED, "Left off"),
    ]
    OPEN = (WAITING, STOPPED)

    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="issue_jobs")
    asked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="issues_asked")
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=STATES, default=WAITING)
    trouble = models.TextField(blank=True, default="")
    again_at = models.DateTimeField(null=True, blank=True)
    edition = models.OneToOneField(
        "editions.Edition", models.PROTECT, null=True, blank=True, related_name="issue_job"
    )

    personal = {
        "asked_at": Personal.NONE,
        "state": Personal.NONE,
        "trouble": Personal.NONE,
        "again_at": Personal.NONE,
    }

    objects = IssueJobQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["paper"],
                condition=Q(state__in=("waiting", "stopped")),
                name="issue_of_a_paper_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state="published", edition__isnull=False)
                | (~Q(state="published") & Q(edition__isnull=True)),
                name="issue_published_has_its_edition",
            ),
        ]

    def __str__(self):
        return f"{self.paper}: {self.get_state_display()}"

    @property
    def council(self):
        """The paper's council."""
        return self.paper.council

    @property
    def history_name(self):
        """What history calls it: its paper."""
        return self.paper.history_name
