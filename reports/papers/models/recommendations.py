"""What issued papers asked of their committees, and what was decided."""

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import ExtractDay, ExtractMonth, ExtractYear

from assurance.records.named_record import plain
from assurance.runtime.periods import say_day
from assurance.runtime.typography import with_capital
from reports.language.rules import due_dates
from reports.papers.models.papers import OfPaper, open_to_all

# What leads from one recommendation of a list to the next.
JOINTS = (", and", "; and", ", or", "; or")


class RecommendationQuerySet(models.QuerySet):
    """Readings over recommendations."""

    def visible_to(self, user):
        """Those of the papers of `user`'s own council."""
        return self.filter(paper__council_id=getattr(user, "council_id", None))

    def of_paper(self, paper):
        """Those of one paper, in its order."""
        return self.filter(paper=paper).order_by("place")

    def in_series_of(self, item):
        """The others of the series of the paper of `one`, the earlier papers' first."""
        rows = self.filter(paper__series=item.paper.series_id).exclude(paper=item.paper_id)
        return rows.order_by("paper__period_end", "place")

    def filtered(self, text="", verb="", decision="", series=None):
        """Those that fit a list's filter; `waiting` is what no decision is recorded of."""
        rows = self
        for word in text.split():
            rows = rows.filter(Q(wording__icontains=word) | Q(amended__icontains=word))
        if decision:
            rows = rows.filter(decision="" if decision == due_dates.WAITING else decision)
        context = {"verb": verb, "paper__series": series}
        return rows.filter(**{name: value for name, value in context.items() if value})

    def public_in(self, council_slug):
        """Those of the council's published papers that have not been removed."""
        end = F("paper__period_end")
        year, month, day = (part(end) for part in (ExtractYear, ExtractMonth, ExtractDay))
        # The later the period, the smaller: the newest paper first, its own in their order.
        newest = Value(0) - (year * Value(10_000) + month * Value(100) + day)
        rows = self.filter(open_to_all("paper__"), paper__council__slug=council_slug)
        named = ("paper__council", "paper__series__committee", "paper__meeting")
        return rows.annotate(newest=newest).select_related(*named).defer("paper__frozen")


class Recommendation(OfPaper, models.Model):
    """What an issued paper asked and what was decided; `rests_on` is (words, anchor) of places."""

    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="recommendations")
    block = models.SlugField(max_length=60)
    place = models.PositiveIntegerField()
    label = models.CharField(max_length=20, blank=True)
    anchor = models.CharField(max_length=80)
    verb = models.CharField(max_length=20, blank=True)
    wording = models.TextField()
    rests_on = models.JSONField(default=list, blank=True)
    decision = models.CharField(max_length=12, choices=due_dates.DECISIONS, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    minute = models.CharField(max_length=40, blank=True)
    amended = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    personal = plain("block label anchor verb wording rests_on decision decided_on minute amended")

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        ordering = ("paper", "place")
        constraints = [
            models.UniqueConstraint(fields=("paper", "block"), name="recommendation_once"),
            models.CheckConstraint(
                condition=Q(decision="", decided_on__isnull=True)
                | (~Q(decision="") & Q(decided_on__isnull=False)),
                name="recommendation_decided_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(decision="amended") | ~Q(amended=""),
                name="recommendation_amended_in_words",
            ),
        ]

    def __str__(self):
        return f"{self.label} {self.wording}".strip()

    @property
    def by_itself(self):
        """Its words by themselves: with a capital, without what leads to the next one or ends the
        list: “Agree the plan” of “agree the plan; and”."""
        words = self.wording.rstrip(" .;,")
        for joint in JOINTS:
            words = words.removesuffix(joint)
        return with_capital(words)

    @property
    def history_name(self):
        return f"{self.paper.history_name}, recommendation {self.pk}"

    @property
    def decision_words(self):
        """What was decided and when, or that nothing is recorded yet."""
        if not self.decision:
            return due_dates.NOT_YET
        return f"{self.get_decision_display()} on {say_day(self.decided_on)}"
