"""Records that a report waits for, each asked of whoever may record it."""

from django.db import models
from django.db.models import F, Q

from assurance.accounts.access import SUBJECT_OF
from assurance.figures.fields import FigureKeyField
from assurance.figures.measurement import FigureQuery
from assurance.figures.registry import evidence_of
from assurance.records.named_record import plain
from assurance.runtime.periods import When
from reports.papers.models.papers import OfPaper, Paper

# The kind of the e-mail to who may record it.
REQUESTED = "record_requested"


class RecordRequestQuerySet(models.QuerySet):
    """Readings over what was asked to be recorded."""

    def visible_to(self, user):
        """What the reports of the user's council ask for, while they can still change."""
        rows = self.filter(paper__council_id=user.council_id, paper__withdrawn_on__isnull=True)
        rows = rows.filter(paper__status=Paper.WRITING)
        return rows.select_related("paper__council", "paper__series", "asked_by")

    def of_paper(self, paper):
        """What one report asks for."""
        return self.filter(paper=paper).select_related("asked_by")


class RecordRequest(OfPaper, models.Model):
    """That a report asks for the record which answers a figure of one population at one time; it
    ends by itself once records answer."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="record_requests")
    key = FigureKeyField(max_length=80)
    cohort = models.CharField(max_length=160, blank=True)
    start = models.DateField()
    end = models.DateField()
    label = models.CharField(max_length=80, blank=True)
    due_on = models.DateField(null=True, blank=True)
    asked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    asked_on = models.DateField()

    personal = plain("key cohort start end label due_on asked_on")

    objects = RecordRequestQuerySet.as_manager()

    class Meta:
        ordering = ("paper", "start", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("paper", "key", "cohort", "start", "end"), name="record_asked_for_once"
            ),
            models.CheckConstraint(
                condition=Q(end__gte=F("start")), name="record_request_dates_in_order"
            ),
        ]

    def __str__(self):
        return f"{self.what} for {self.when}"

    @property
    def when(self) -> When:
        """The day or period that it is to answer for."""
        return When(self.start, self.end)

    @property
    def query(self) -> FigureQuery:
        """What records answer once it is there."""
        return FigureQuery(self.key, self.cohort, self.when)

    @property
    def page(self):
        """Where it is recorded (`EvidencePage`)."""
        return evidence_of(self.key)

    @property
    def what(self) -> str:
        """What is asked for, in words."""
        return self.page.record or SUBJECT_OF[self.page.permission].label
