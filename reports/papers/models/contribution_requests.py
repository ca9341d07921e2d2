"""Sections of a paper that somebody was asked to write, by a day."""

import hashlib
import secrets

from django.core import signing
from django.db import models
from django.db.models import Q

from assurance.accounts.access import Permission, may
from assurance.records import email_states
from assurance.records.personal import Personal
from reports.papers.models.contributions import AskedMail
from reports.papers.models.papers import Paper

SALT = "reports.asked-section"


class ContributionRequestQuerySet(models.QuerySet):
    """Readings over what was asked of somebody."""

    def visible_to(self, user):
        """What was asked in papers that `user` may read before they are issued, and what was asked
        of `user`."""
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

    def opened_by(self, sealed):
        """The one whose link this is or was; none for words that no link ever held."""
        try:
            pk, _ = signing.loads(sealed, salt=SALT)
        except (signing.BadSignature, ValueError, TypeError):
            return self.none()
        return self.filter(pk=pk, paper__withdrawn_on__isnull=True).with_names()

    def of_paper(self, paper):
        """Those of one paper, what is due first, first."""
        return self.filter(paper=paper).order_by("due_on", "pk").prefetch_related("mails")

    def open(self):
        """Those that are neither accepted nor withdrawn."""
        return self.filter(closed_on__isnull=True)

    def open_in_words(self):
        """The open ones with whom they are asked of."""
        return list(self.open().select_related("asked_of"))

    def to_write(self, user):
        """What waits for `user` to write it, of papers that can still change."""
        waiting = self.open().filter(asked_of=user, state__in=ContributionRequest.WITH_WRITER)
        return waiting.exclude(paper__status=Paper.ISSUED).order_by("due_on", "pk")

    def to_accept(self):
        """What was handed in and nobody has looked at yet."""
        return (
            self.open().filter(state=ContributionRequest.HANDED).exclude(paper__status=Paper.ISSUED)
        )

    def to_remind(self, first, last):
        """What waits for its writer and is due on a day from `first` to `last`."""
        waiting = self.open().filter(state__in=ContributionRequest.WITH_WRITER)
        rows = waiting.filter(due_on__range=(first, last), paper__status=Paper.WRITING)
        return rows.exclude(mails__kind=AskedMail.REMINDER).with_names()


class ContributionRequest(models.Model):
    """A section or part of a paper that somebody was asked to write by a day.

    `slug` is the block that holds it, empty where a whole part was asked for; `blocks` are its
    blocks as they stood when it was asked. `words` are the writer's, saved and not yet handed in:
    name of a box → what stands in it (`reports.contributions.proposals`). `unsaved` is what was
    typed since; `missed` what of a Word file was not understood. Of the link's key only a digest
    is kept.
    """

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
    asked_of = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="sections_asked"
    )
    name = models.CharField(max_length=100, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    due_on = models.DateField()
    note = models.TextField(blank=True)
    asked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    asked_on = models.DateField()
    blocks = models.JSONField(default=list)
    words = models.JSONField(default=dict, blank=True)
    unsaved = models.JSONField(null=True, blank=True)
    missed = models.JSONField(default=list, blank=True)
    link_digest = models.CharField(max_length=64, blank=True)
    link_until = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=STATES, default=ASKED)
    version = models.PositiveIntegerField(default=1)
    said_back = models.TextField(blank=True)
    closed_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_on = models.DateField(null=True, blank=True)

    personal = {
        "part": Personal.NONE,
        "slug": Personal.NONE,
        "title": Personal.NONE,
        "name": Personal.IDENTIFIES,
        "email": Personal.IDENTIFIES,
        "due_on": Personal.NONE,
        "note": Personal.MAY,
        "asked_on": Personal.NONE,
        "blocks": Personal.MAY,
        "words": Personal.MAY,
        "unsaved": Personal.MAY,
        "missed": Personal.MAY,
        "link_digest": Personal.NONE,
        "link_until": Personal.NONE,
        "state": Personal.NONE,
        "said_back": Personal.MAY,
        "closed_on": Personal.NONE,
    }

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
                condition=Q(closed_on__isnull=True, closed_by__isnull=True)
                | Q(closed_on__isnull=False, closed_by__isnull=False),
                name="contribution_request_closed_by_and_on",
            ),
            models.CheckConstraint(
                condition=Q(link_digest="", link_until__isnull=True)
                | (~Q(link_digest="") & Q(link_until__isnull=False)),
                name="contribution_link_has_its_day",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def council(self):
        """The paper's council."""
        return self.paper.council

    @property
    def history_name(self):
        """What history calls it."""
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

    @property
    def last_trouble(self):
        """The newest e-mail about it where that was not or may not have been sent; else None."""
        newest = max(self.mails.all(), key=lambda item: item.pk, default=None)
        return newest if newest and newest.state != email_states.SENT else None

    def is_overdue(self, day):
        """Whether its writer should have handed it in before `day`."""
        return self.state in self.WITH_WRITER and self.due_on < day

    def seal(self):
        """A new key of its link: (the words of the address, the digest to keep)."""
        key = secrets.token_urlsafe(24)
        return signing.dumps([self.pk, key], salt=SALT), _digest(key)

    def is_sealed_by(self, sealed):
        """Whether `sealed`, which `opened_by` found it by, holds the key that its link has now."""
        _, key = signing.loads(sealed, salt=SALT)
        return secrets.compare_digest(self.link_digest, _digest(key))


def _digest(key):
    return hashlib.sha256(key.encode()).hexdigest()
