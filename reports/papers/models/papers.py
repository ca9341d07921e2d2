"""Papers while they are written: their state, who edited them, approvals."""

from datetime import date
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import F, Q

from assurance.accounts.access import Permission, may
from assurance.records.named_record import plain
from assurance.records.personal import Personal
from assurance.records.record import RecordQuerySet
from assurance.runtime.document_field import DocumentField
from assurance.runtime.periods import When, dated_title, today
from reports.papers.rules.deadlines import next_due
from reports.papers.wording.date_words import days_text


def optional_key(to: str, related_name: str) -> models.ForeignKey:
    """A key of a row that there may be, which keeps that row from being deleted."""
    return models.ForeignKey(to, models.PROTECT, null=True, blank=True, related_name=related_name)


def both_or_neither(one: str, other: str) -> Q:
    """The condition that two fields are filled together or not at all."""
    pairs = ({f"{one}__isnull": empty, f"{other}__isnull": empty} for empty in (True, False))
    return reduce(or_, (Q(**pair) for pair in pairs))


class OfPaper:
    """The ground of what belongs to a paper."""

    @property
    def council(self):
        """The paper's council."""
        return self.paper.council

    @property
    def history_name(self):
        """What history calls it: a number, and not who or what it is."""
        return f"{self.paper.history_name} {self._meta.verbose_name} {self.pk}"


def open_to_all(prefix: str = "") -> Q:
    """The condition that a paper reached by `prefix` (``paper__``) is issued and not removed."""
    issued = Q(**{f"{prefix}status": Paper.ISSUED}) | Q(**{f"{prefix}corrects__isnull": False})
    return issued & Q(**{f"{prefix}withdrawn_on__isnull": True})


class PaperQuerySet(RecordQuerySet):
    """Readings over papers."""

    def visible_to(self, user):
        """The council's papers; drafts and removed ones only for who may read drafts."""
        own = super().visible_to(user)
        rows = own if may(user, Permission.READ_DRAFTS) else own.filter(open_to_all())
        return rows.select_related(
            "council", "series__committee", "template", "meeting__body", "sent_by"
        )

    def at(self, series, slug):
        """The papers at one address: one or none."""
        return self.filter(series__slug=series, slug=slug)

    def without_content(self):
        """The same without what was frozen, which is large and no list shows."""
        return self.defer("frozen")

    def being_written(self):
        """Papers that are not yet sent for approval."""
        return self.filter(status=Paper.WRITING)

    def sent(self):
        """Papers that wait for an approver."""
        return self.filter(status=Paper.SENT)

    def with_approvers(self):
        """Papers sent for approval, approved already or not."""
        return self.filter(status__in=(Paper.SENT, Paper.APPROVED))

    def ready_to_issue(self):
        """Papers that have been approved and not yet issued."""
        return self.filter(status=Paper.APPROVED)

    def last_issued(self):
        """The last issued paper of each series: what its next one is started from."""
        issued = self.without_content().filter(open_to_all())
        newest = Paper.objects.filter(open_to_all(), series=models.OuterRef("series")).order_by(
            "-period_end", "-pk"
        )
        return issued.filter(pk=models.Subquery(newest.values("pk")[:1])).order_by("series__title")

    def before_meeting(self, day):
        """Papers not yet issued whose meeting is on `day` or later."""
        return self.exclude(status=Paper.ISSUED).filter(meeting__date__gte=day)


class Paper(models.Model):
    """A paper from its first word to its issue; `frozen` holds its content from sending on.

    Its dates are never inferred from one another. `corrects` is the number of the edition being
    corrected with `correction_details` as its title and dates, `withdrawn_on` the day on which the
    newest was removed, `numbers_removed` the keys of those taken out for a person's sake."""

    WRITING, SENT, APPROVED, ISSUED = "writing", "sent", "approved", "issued"
    STATUSES = [
        (WRITING, "Being written"),
        (SENT, "Sent for approval"),
        (APPROVED, "Approved"),
        (ISSUED, "Issued"),
    ]

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="papers")
    series = models.ForeignKey("papers.Series", models.PROTECT, related_name="papers")
    template = models.ForeignKey("papers.ReportTemplate", models.PROTECT, related_name="papers")
    meeting = optional_key("meetings.Meeting", "papers")
    slug = models.SlugField(max_length=60)
    carried_from = models.SlugField(max_length=60, blank=True)
    title = models.CharField(max_length=200)
    period_start = models.DateField()
    period_end = models.DateField()
    paper_date = models.DateField(null=True, blank=True)
    parts = models.JSONField(default=dict, blank=True)
    status = models.CharField(max_length=10, choices=STATUSES, default=WRITING)
    version = models.PositiveIntegerField(default=1)
    round = models.PositiveIntegerField(default=1)
    created_on = models.DateField()
    sent_on = models.DateField(null=True, blank=True)
    sent_by = optional_key("accounts.User", "papers_sent")
    frozen = DocumentField(null=True, blank=True)
    frozen_digest = models.CharField(max_length=64, blank=True)
    returned_because = models.TextField(blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    corrects = models.PositiveSmallIntegerField(null=True, blank=True)
    correction_note = models.TextField(blank=True, default="")
    numbers_removed = models.JSONField(blank=True, default=list)
    correction_details = models.JSONField(blank=True, default=dict)

    personal = {
        **plain(
            "slug carried_from title parts status frozen_digest period_start period_end "
            "paper_date created_on sent_on withdrawn_on numbers_removed correction_details"
        ),
        "frozen": Personal.SPECIAL,
        **dict.fromkeys(("returned_because", "correction_note"), Personal.MAY),
    }

    objects = PaperQuerySet.as_manager()

    class Meta:
        ordering = ("-period_end", "title")
        # Whether it is to be read is told without what was frozen, which is large.
        indexes = [
            models.Index(
                fields=("council", "status", "corrects", "withdrawn_on"), name="paper_to_read"
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=("series", "slug"), name="paper_address_once"),
            models.CheckConstraint(
                condition=Q(period_end__gte=F("period_start")), name="paper_period_in_order"
            ),
            models.CheckConstraint(
                condition=Q(
                    status="writing",
                    sent_on__isnull=True,
                    sent_by__isnull=True,
                    frozen__isnull=True,
                )
                | (
                    ~Q(status="writing")
                    & Q(sent_on__isnull=False, sent_by__isnull=False, frozen__isnull=False)
                ),
                name="paper_sent_is_frozen",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(status="issued"),
                name="paper_issued_corrects_nothing_more",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def history_name(self):
        return f"{self.series.slug}/{self.slug}"

    @property
    def names(self):
        """Name → `When` of its named days and periods."""
        return {
            item.name: When(item.start, item.end, item.label) for item in self.named_dates.all()
        }

    @property
    def frozen_anchors(self):
        """Slug of a block → its anchor in the paper as sent; empty while it is being written."""
        return (self.frozen or {}).get("anchors", {})

    @property
    def next_edition(self):
        """The number of the edition that is to be issued next."""
        numbers = self.editions.published().order_by("-number").values_list("number", flat=True)
        return (numbers.first() or 0) + 1

    @property
    def told_on(self):
        """The day by which it answers promises: its own or its meeting's, else its period's end."""
        days = [self.paper_date, self.meeting.date if self.meeting else None]
        return max(filter(None, days), default=self.period_end)

    @property
    def next_due(self) -> date | None:
        """When the next report of its series is expected; None where they come as needed."""
        return next_due(self.told_on, self.series.interval)

    @property
    def period(self) -> When:
        """The period that it covers."""
        return When(self.period_start, self.period_end)

    @property
    def period_text(self) -> str:
        """The period that it covers, a year that both its ends share once."""
        return days_text(self.period_start, self.period_end)

    @property
    def dated_title(self):
        """Its title with the month that it tells of, as lists of several reports print it."""
        return dated_title(self.title, self.told_on)

    @property
    def policy_day(self):
        """The report's day, on which policies of small numbers are read: its date, else its end."""
        return self.paper_date or self.period_end

    @property
    def present_day(self):
        """The council's day; never before that on which it was begun."""
        return max(today(), self.created_on or date.min)

    def last_report_day(self):
        """The day of the last issued report of its series before it: its own, else its period's
        last; None where there is none."""
        issued = Paper.objects.filter(open_to_all(), series=self.series_id)
        last = issued.filter(period_end__lt=self.period_end).order_by("-period_end").first()
        return last and last.policy_day

    @property
    def is_public(self):
        """Whether anybody may read it: issued, corrected now or not, and not removed."""
        issued = self.status == self.ISSUED or self.corrects is not None
        return issued and self.withdrawn_on is None

    @property
    def deadlines_lead_to(self):
        """The date of its meeting; None where it has none, or a published edition is corrected."""
        return self.meeting.date if self.meeting and self.corrects is None else None

    @property
    def corrected_edition(self):
        """The published edition that is being corrected, or None."""
        return self.editions.published().filter(number=self.corrects).first()

    def whom_to_ask(self, day):
        """The posts of the directory on `day` that its contacts name."""
        named = (self.parts.get("contacts") or {}).values()
        return self.council.posts.on(day).filter(slug__in=[str(item) for item in named])

    @property
    def standing_approvals(self):
        """The approvals of this round that have not become void, each with its approver."""
        rows = self.approvals.filter(round=self.round, void_on__isnull=True)
        return rows.select_related("approver", "in_place_of")

    def was_edited_by(self, user):
        """Whether `user` sent or edited it in this round, and so cannot approve it."""
        edited = self.editings.filter(round=self.round, editor=user)
        return self.sent_by_id == user.pk or edited.exists()


class PaperEditor(models.Model):
    """That somebody edited a paper in one round: they cannot approve it in that round."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="editings")
    round = models.PositiveIntegerField()
    editor = models.ForeignKey("accounts.User", models.PROTECT, related_name="editings")

    personal = {}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("paper", "round", "editor"), name="editing_once")
        ]

    def __str__(self):
        return f"{self.editor} edited {self.paper} in round {self.round}"
