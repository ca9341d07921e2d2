"""Sections of a paper that somebody was asked to write by a day, and what was handed in."""

from django.db import models
from django.db.models import Q

from assurance.accounts.access import Permission, may
from assurance.records.email import OutgoingEmail
from assurance.records.invitations import Invited, InvitedQuerySet
from assurance.records.named_record import plain
from assurance.records.personal import Personal
from assurance.runtime.document_field import DocumentField
from reports.papers.models.papers import OfPaper, Paper, both_or_neither, optional_key

# Kinds of e-mails about a section: that it is asked for, is due, and came back.
ASKED, REMINDER, BACK = "asked", "reminder", "back"


class ContributionRequestQuerySet(InvitedQuerySet):
    """Readings over what was asked of somebody."""

    def visible_to(self, user):
        """What was asked in papers whose drafts `user` may read, and what was asked of `user`."""
        rows = self.filter(paper__council_id=user.council_id, paper__withdrawn_on__isnull=True)
        if not may(user, Permission.READ_DRAFTS):
            rows = rows.filter(asked_of=user)
        return rows.with_names()

    def with_names(self):
        """The same with what their pages name."""
        return self.select_related(
            "paper__council", "paper__series", "paper__template", "asked_of", "asked_by"
        )

    def asked_of(self, user):
        """What was asked of `user` by account."""
        return self.filter(asked_of=user)

    def openable(self):
        """Those that a link may open: of papers that were not withdrawn."""
        return self.filter(paper__withdrawn_on__isnull=True).with_names()

    def of_paper(self, paper):
        """Those of one paper, what is due first, first."""
        return self.filter(paper=paper).order_by("due_on", "pk")

    def open(self):
        """Those that are neither accepted nor withdrawn."""
        return self.filter(closed_on__isnull=True)

    def open_in_words(self):
        """The open ones with those who are asked; none of a report that is published."""
        rows = self.open().exclude(paper__status=Paper.ISSUED)
        return list(rows.select_related("asked_of"))

    def to_write(self, user):
        """What waits for `user` to write it, of papers that can still change."""
        waiting = self.open().filter(asked_of=user, state__in=ContributionRequest.WITH_WRITER)
        return waiting.exclude(paper__status=Paper.ISSUED).order_by("due_on", "pk")

    def left_by_writers(self):
        """The requests that wait for accounts which can no longer sign in, of drafts."""
        waiting = self.open().filter(state__in=ContributionRequest.WITH_WRITER)
        rows = waiting.filter(asked_of__is_active=False).exclude(paper__status=Paper.ISSUED)
        return rows.select_related("asked_of", "paper__series").order_by("due_on", "pk")

    def to_accept(self):
        """What was handed in and nobody has looked at yet."""
        return (
            self.open().filter(state=ContributionRequest.HANDED).exclude(paper__status=Paper.ISSUED)
        )

    def to_remind(self, first, last):
        """What waits for its writer and is due on a day from `first` to `last`, or whose reminder
        failed before `first` and is sent again."""
        waiting = self.open().filter(state__in=ContributionRequest.WITH_WRITER)
        rows = waiting.filter(paper__status=Paper.WRITING)
        reminders = OutgoingEmail.objects.of_model(ContributionRequest).filter(kind=REMINDER)
        failed = models.Q(pk__in=reminders.to_try_again(first).values("key"))
        new = models.Q(due_on__range=(first, last)) & ~models.Q(pk__in=reminders.values("key"))
        return rows.filter(new | failed).with_names()


class ContributionRequest(OfPaper, Invited, models.Model):
    """A section or part of a paper that somebody was asked to write by a day.

    `slug` is the block that holds it, empty where a whole part was asked for; `blocks` are its
    blocks as they stood when it was asked. `words` are the writer's, saved and not yet handed in:
    name of a box → what stands in it (`reports.contributions.proposals`). `unsaved` is what was
    typed since; `missed` what of a Word file was not understood.
    """

    SALT = "reports.asked-section"
    ASKED, HANDED, SENT_BACK, ACCEPTED, WITHDRAWN = (
        *("asked", "handed", "sent_back"),
        *("accepted", "withdrawn"),
    )
    STATES = [
        (ASKED, "Asked"),
        (HANDED, "Handed in"),
        (SENT_BACK, "Sent back"),
        (ACCEPTED, "Accepted"),
        (WITHDRAWN, "Withdrawn"),
    ]
    WITH_WRITER = (ASKED, SENT_BACK)

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="contribution_requests")
    part = models.SlugField(max_length=40)
    slug = models.SlugField(max_length=60, blank=True)
    title = models.CharField(max_length=300)
    asked_of = optional_key("accounts.User", "sections_asked")
    name = models.CharField(max_length=100, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    due_on = models.DateField()
    note = models.TextField(blank=True)
    asked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    asked_on = models.DateField()
    blocks = DocumentField(default=list)
    words = DocumentField(default=dict, blank=True)
    unsaved = DocumentField(null=True, blank=True)
    missed = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=10, choices=STATES, default=ASKED)
    version = models.PositiveIntegerField(default=1)
    said_back = models.TextField(blank=True)
    closed_by = optional_key("accounts.User", "+")
    closed_on = models.DateField(null=True, blank=True)

    personal = {
        **plain("part slug title due_on asked_on state closed_on"),
        **dict.fromkeys(("name", "email"), Personal.IDENTIFIES),
        **dict.fromkeys(
            ("note", "blocks", "words", "unsaved", "missed", "said_back"), Personal.MAY
        ),
    }
    # Typed by link and not saved yet.
    unproved_fields = ("unsaved", "missed")

    objects = ContributionRequestQuerySet.as_manager()

    class Meta:
        ordering = ("paper", "due_on", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(asked_of__isnull=False, name="", email="")
                | (Q(asked_of__isnull=True) & ~Q(name="") & ~Q(email="")),
                name="section_asked_of_one_person",
            ),
            models.CheckConstraint(
                condition=both_or_neither("closed_on", "closed_by"),
                name="contribution_request_closed_by_and_on",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_with_writer(self) -> bool:
        """Whether it waits for its writer."""
        return self.state in self.WITH_WRITER

    @property
    def history_name(self):
        return f"{self.paper.history_name} contribution {self.pk}"

    @property
    def who(self):
        """Whom it was asked of: a role title, or the name that was given."""
        return self.asked_of.name if self.asked_of else self.name

    @property
    def address(self):
        """Where e-mails about it go."""
        return self.asked_of.email if self.asked_of else self.email

    @property
    def is_open(self):
        """Whether it is neither accepted nor withdrawn."""
        return self.closed_on is None


class ContributionDraftQuerySet(models.QuerySet):
    """Readings over what was handed in."""

    def numbered(self, written):
        """The one of that number, as an address writes it; else the last, or None."""
        known = {str(item.number): item for item in self}
        return known.get(written) or next(iter(known.values()), None)


class ContributionDraft(models.Model):
    """What was handed in at one time; `writer` is empty where they had no account."""

    SIGNED_IN, BY_LINK, FOR_THEM = "signed_in", "by_link", "for_them"
    HOW = [
        (SIGNED_IN, "Signed in"),
        (BY_LINK, "By link"),
        (FOR_THEM, "Handed in for them"),
    ]

    section = models.ForeignKey(
        "papers.ContributionRequest", models.PROTECT, related_name="contributions"
    )
    number = models.PositiveIntegerField()
    words = DocumentField(default=dict)
    how = models.CharField(max_length=10, choices=HOW)
    writer = optional_key("accounts.User", "contributions")
    handed_on = models.DateField()

    personal = {"words": Personal.MAY, **plain("how handed_on")}

    objects = ContributionDraftQuerySet.as_manager()

    class Meta:
        ordering = ("section", "-number")
        constraints = [
            models.UniqueConstraint(fields=("section", "number"), name="contribution_numbered_once")
        ]

    def __str__(self):
        return f"{self.section}, handed in {self.number}"
