"""Learning meetings: what came together to learn from audits, and what it sent to whom."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from assurance.audits.rules import learning
from assurance.meetings.intervals import LEARNING
from assurance.meetings.models.bodies import Body
from assurance.meetings.models.meetings import Meeting
from assurance.records.named_record import may_hold, plain
from assurance.records.record import Record, RecordQuerySet
from assurance.runtime.periods import today


class LearningMeetingQuerySet(RecordQuerySet):
    """Readings over learning meetings."""

    def overdue_on(self, day):
        """Standing meetings whose next was to be before `day` and is not recorded: a waiting
        list."""
        return self.followed_by_another().filter(next_on__lt=day)

    def followed_by_another(self):
        """Standing meetings with a day for the next, which is not recorded yet: a later one of the
        same forum and team."""
        # A forum may have been called otherwise since.
        same = Q(forum=OuterRef("forum")) | Q(body=OuterRef("body"))
        later = LearningMeeting.objects.filter(
            same,
            council=OuterRef("council"),
            date__gt=OuterRef("date"),
            withdrawn_on__isnull=True,
        )
        of_its_team = later.filter(team=OuterRef("team"))
        of_no_team = later.filter(team__isnull=True)
        missed = Q(team__isnull=False) & ~Exists(of_its_team)
        missed |= Q(team__isnull=True) & ~Exists(of_no_team)
        return self.active().filter(missed, next_on__isnull=False)

    def bodies(self, council):
        """The council's boards and forums that stand, which meetings may be of."""
        return Body.forums.of(council).active()

    def of_body(self, body):
        """Standing meetings of a board or forum that the council keeps."""
        return self.active().filter(body=body)

    def that_reviewed(self, round_):
        """Those that reviewed a round, the latest first."""
        return self.filter(rounds=round_)

    def filtered(self, text="", team=None, held_from=None, held_to=None, following=""):
        """Those that fit a list's filter: words of the forum, what it found or who was told, the
        team, the days between which it met, and whether the next is late today."""
        names = ("forum", "strengths", "areas_for_development", "circulated_to", "reviewed")
        rows = self.with_words(text, *names)
        rows = rows.where(team=team, date__gte=held_from, date__lte=held_to)
        return rows.overdue_on(today()) if following else rows


class LearningMeeting(Meeting, Record):
    """One meeting of a forum that learns from audits.

    It reviewed rounds, audits named one by one, the audits done between two days, or what
    `reviewed` says; `team` is the team whose work it was about, None for all. `body` is the board
    or forum of that name among the council's, if it keeps one: the meeting is one of its own.
    """

    KIND = LEARNING

    key = models.BigAutoField(primary_key=True)
    meeting = models.OneToOneField(
        Meeting, models.PROTECT, parent_link=True, related_name="learning_meeting"
    )
    forum = models.CharField(max_length=120)
    team = models.ForeignKey(
        "people.Team", models.PROTECT, null=True, blank=True, related_name="learning_meetings"
    )
    rounds = models.ManyToManyField("audits.AuditRound", blank=True, related_name="meetings")
    audits = models.ManyToManyField("audits.CaseAudit", blank=True, related_name="meetings")
    reviewed_from = models.DateField(null=True, blank=True)
    reviewed_to = models.DateField(null=True, blank=True)
    strengths = models.TextField(blank=True)
    areas_for_development = models.TextField(blank=True)

    aliases = {"held_on": "date"}
    history_prefix, history_verbs = "learning_meetings", Record.history_verbs
    parent_field, once = "", ()
    field_faults = staticmethod(learning.faults)
    personal = {
        **Meeting.personal,
        **plain("forum team rounds reviewed_from reviewed_to"),
        # History names an audit by its reference, which stands for a child.
        **may_hold("audits strengths areas_for_development"),
    }

    objects = LearningMeetingQuerySet.as_manager()

    class Meta:
        ordering = ("-date", "forum")
        constraints = [
            models.CheckConstraint(
                condition=Q(reviewed_from__isnull=True, reviewed_to__isnull=True)
                | Q(
                    reviewed_from__isnull=False,
                    reviewed_to__isnull=False,
                    reviewed_to__gte=F("reviewed_from"),
                ),
                name="learning_meeting_reviewed_in_order",
            ),
        ]

    def __str__(self):
        return f"{self.forum_now}, {self.held_on.day} {self.held_on:%B %Y}"

    @property
    def forum_now(self):
        """What its forum is called: as the council calls it now where it keeps it."""
        return self.body.title if self.body else self.forum

    def derived_fields(self, values):
        """The council's forum of the name that was typed, and its own way of writing it."""
        name = values["forum"]
        forums = LearningMeeting.objects.bodies(self.council)
        body = forums.filter(title__iexact=name.strip()).order_by("pk").first()
        return {"body": body, "forum": body.title if body else name}
