"""Who reads a paper before its issue, or approves it from outside; and each early reading."""

from django.db import models
from django.db.models import Q

from assurance.accounts.access import Permission, may
from assurance.records.invitations import Invited, InvitedQuerySet
from assurance.records.named_record import plain
from assurance.records.personal import Personal
from reports.editions.models.editions import Edition
from reports.papers.models.papers import OfPaper, Paper, both_or_neither, optional_key

APPROVED, RETURNED = "approved", "returned"
# The kind of the e-mail that brings somebody their link.
LINK_EMAIL = "link"
DECISIONS = [(APPROVED, "Approved"), (RETURNED, "Sent back")]


class PaperGuestQuerySet(InvitedQuerySet):
    """Readings over those who are asked to one paper."""

    def with_names(self):
        """The same with what their pages name."""
        return self.select_related("paper__council", "paper__series", "asked_by")

    def openable(self):
        """Those that a link may open: of papers that were not withdrawn."""
        return self.filter(paper__withdrawn_on__isnull=True).with_names()

    def of_paper(self, paper):
        """Those of one paper in the order of their asking."""
        return self.filter(paper=paper).order_by("pk")

    def active(self):
        """Those whom nobody has taken off."""
        return self.filter(ended_on__isnull=True)


class PaperGuest(OfPaper, Invited, models.Model):
    """The abstract base of somebody who is asked to one paper; `email` is where their link goes."""

    # The first day of their link, where it opens later than it is made.
    opens_on = None

    asked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    asked_on = models.DateField()
    ended_by = optional_key("accounts.User", "+")
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ("paper", "pk")
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("ended_by", "ended_on"), name="%(class)s_ended_by_and_on"
            ),
        ]


class EarlyReaderQuerySet(PaperGuestQuerySet):
    """Readings over those who may read before the issue."""

    def visible_to(self, user):
        """Those of papers that `user` may read before they are issued, and `user` among them."""
        rows = self.filter(paper__council=user.council_id, paper__withdrawn_on__isnull=True)
        if not may(user, Permission.READ_DRAFTS):
            rows = rows.filter(reader=user)
        return rows.with_names()

    def with_names(self):
        """The same with what their pages name."""
        return super().with_names().select_related("reader")

    def of_paper(self, paper):
        """Those of one paper in the order of their asking, with their readings."""
        return super().of_paper(paper).prefetch_related("readings")

    def named_to(self, user):
        """Those by which `user` signs in and reads."""
        return self.filter(reader=user)

    def to_read(self, user, day):
        """What `user` may read on `day` and is not yet issued."""
        rows = self.active().filter(reader=user, from_on__lte=day, paper__status=Paper.APPROVED)
        return rows.exclude(_is_issued()).with_names().order_by("pk")

    def who_could(self, edition):
        """Those named for `edition` before its issue and not taken off unread; of one issued in an
        emergency, who was never approved for, those alone who had read it."""
        could = self.filter(
            Q(ended_on__isnull=True) | Q(readings__isnull=False),
            paper=edition.paper_id,
            before_edition=edition.number,
            from_on__lte=edition.issued_on,
        )
        if hasattr(edition, "emergency_issue"):
            could = could.filter(readings__isnull=False)
        return could.distinct().order_by("from_on", "pk")


def _is_issued():
    later = Edition.objects.published().filter(
        paper=models.OuterRef("paper"), number__gte=models.OuterRef("before_edition")
    )
    return models.Exists(later)


class EarlyReader(PaperGuest):
    """A post that may read one paper from its approval on, before its edition `before_edition` is
    issued: by its account `reader`, or by a link sent to `email`. `post` is what readers see
    afterwards."""

    SALT = "reports.early-reader"

    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="early_readers")
    post = models.CharField(max_length=120)
    reader = optional_key("accounts.User", "early_papers")
    email = models.EmailField(max_length=254, blank=True)
    before_edition = models.PositiveSmallIntegerField()
    from_on = models.DateField()

    personal = {**plain("post from_on asked_on ended_on"), "email": Personal.IDENTIFIES}

    objects = EarlyReaderQuerySet.as_manager()

    class Meta(PaperGuest.Meta):
        constraints = [
            *PaperGuest.Meta.constraints,
            models.CheckConstraint(
                condition=Q(reader__isnull=False, email="")
                | (Q(reader__isnull=True) & ~Q(email="")),
                name="early_reader_by_account_or_link",
            ),
        ]

    def __str__(self):
        return f"{self.post} reads {self.paper} early"

    @property
    def who(self):
        """What a link for them is called by."""
        return self.post

    @property
    def opens_on(self):
        """The first day of their link, for there is nothing to read before."""
        return self.from_on

    @property
    def may_have_link(self):
        """Whether a link opens anything for them."""
        return not (self.reader_id or self.ended_on or self.is_issued)

    @property
    def is_issued(self):
        """Whether the edition that they could read before its issue is there."""
        return self.paper.editions.published().filter(number__gte=self.before_edition).exists()


class EarlyReading(models.Model):
    """One time at which somebody read a paper before it was issued: its page, or its PDF."""

    PAGE, PDF = "page", "pdf"
    FORMS = [(PAGE, "On screen"), (PDF, "PDF")]

    reader = models.ForeignKey(EarlyReader, models.PROTECT, related_name="readings")
    read_at = models.DateTimeField()
    form = models.CharField(max_length=4, choices=FORMS)
    digest = models.CharField(max_length=64)

    personal = {"form": Personal.NONE, "digest": Personal.NONE}

    class Meta:
        ordering = ("reader", "pk")

    def __str__(self):
        return f"{self.reader} at {self.read_at}"


class OutsideApproverQuerySet(PaperGuestQuerySet):
    """Readings over those who are asked from outside."""

    def visible_to(self, user):
        """Those of papers that `user` may read before they are issued."""
        if not may(user, Permission.READ_DRAFTS):
            return self.none()
        return self.filter(paper__council=user.council_id).with_names()

    def needed(self, paper):
        """Those without whom the next edition of `paper` is not approved."""
        rows = self.active().filter(paper=paper, is_needed=True)
        return rows.filter(for_edition=paper.next_edition).order_by("pk")


class OutsideApprover(PaperGuest):
    """Somebody without an account asked to approve one paper, whole, before `for_edition`; their
    link works for one decision."""

    SALT = "reports.outside-approver"

    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="outside_approvers")
    for_edition = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    post = models.CharField(max_length=110)
    email = models.EmailField(max_length=254)
    is_needed = models.BooleanField(default=True)
    decision = models.CharField(max_length=10, choices=DECISIONS, blank=True, default="")
    decided_on = models.DateField(null=True, blank=True)
    remarks = models.TextField(blank=True, default="")

    personal = {
        **dict.fromkeys(("name", "post", "email"), Personal.IDENTIFIES),
        **dict.fromkeys(("asked_on", "decided_on", "ended_on"), Personal.ABOUT),
        "decision": Personal.NONE,
        "remarks": Personal.MAY,
    }

    objects = OutsideApproverQuerySet.as_manager()

    class Meta(PaperGuest.Meta):
        constraints = [
            *PaperGuest.Meta.constraints,
            models.CheckConstraint(
                condition=Q(decision="", decided_on__isnull=True)
                | (~Q(decision="") & Q(decided_on__isnull=False)),
                name="outside_approver_decided_on",
            ),
        ]

    def __str__(self):
        return self.in_words

    @property
    def in_words(self):
        """`Ruth Vane, Chair of the Safeguarding Board`, as the paper's approval says it."""
        return f"{self.name}, {self.post}"

    @property
    def who(self):
        """What a link for them is called by."""
        return self.name

    @property
    def may_have_link(self):
        """Whether a link opens anything for them."""
        return not (self.ended_on or self.decision)
