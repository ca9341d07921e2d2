"""Who may read an approved paper before it is issued, and each time that they did."""

from django.db import models
from django.db.models import Q

from assurance.accounts.access import Permission, may
from assurance.records.personal import Personal
from reports.approvals.models.links import IN_PAIRS, SEALED, Sealed, SealedQuerySet
from reports.editions.models.editions import Edition
from reports.papers.models.papers import Paper


class EarlyReaderQuerySet(SealedQuerySet):
    """Readings over those who may read before the issue."""

    def visible_to(self, user):
        """Those of papers that `user` may read before they are issued, and `user` among them."""
        rows = self.filter(paper__council=user.council_id, paper__withdrawn_on__isnull=True)
        if not may(user, Permission.READ_DRAFTS):
            rows = rows.filter(reader=user)
        return rows.with_names()

    def with_names(self):
        """The same with what their pages name."""
        return self.select_related("paper__council", "paper__series", "reader", "named_by")

    def of_paper(self, paper):
        """Those of one paper in the order of their naming, with their readings."""
        return self.filter(paper=paper).order_by("pk").prefetch_related("readings")

    def named_to(self, user):
        """Those by which `user` signs in and reads."""
        return self.filter(reader=user)

    def active(self):
        """Those that nobody has taken off the list."""
        return self.filter(ended_on__isnull=True)

    def to_read(self, user, day):
        """What `user` may read on `day` and is not yet issued."""
        rows = self.active().filter(reader=user, from_on__lte=day, paper__status=Paper.APPROVED)
        return rows.exclude(_is_issued()).with_names().order_by("pk")

    def who_could(self, edition):
        """Those who could read `edition` before it was issued: named for it, and not taken off
        before they read it. One that was issued in an emergency was never approved, and so read by
        those alone who had read it when it was."""
        rows = self.filter(paper=edition.paper_id, before_edition=edition.number)
        could = rows.filter(Q(ended_on__isnull=True) | Q(readings__isnull=False))
        if hasattr(edition, "emergency_issue"):
            could = could.filter(readings__isnull=False)
        return could.filter(from_on__lte=edition.issued_on).distinct().order_by("from_on", "pk")


def _is_issued():
    later = Edition.objects.published().filter(
        paper=models.OuterRef("paper"), number__gte=models.OuterRef("before_edition")
    )
    return models.Exists(later)


class EarlyReader(Sealed):
    """A post that may read one paper from its approval on, before its edition `before_edition` is
    issued: by its account `reader`, or by a link sent to `email`. `post` is what readers see
    afterwards."""

    SALT = "reports.early-reader"

    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="early_readers")
    post = models.CharField(max_length=120)
    reader = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="early_papers"
    )
    email = models.EmailField(max_length=254, blank=True)
    before_edition = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    named_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    named_on = models.DateField()
    ended_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_on = models.DateField(null=True, blank=True)

    personal = {
        **SEALED,
        "post": Personal.NONE,
        "email": Personal.IDENTIFIES,
        "from_on": Personal.NONE,
        "named_on": Personal.NONE,
        "ended_on": Personal.NONE,
    }

    objects = EarlyReaderQuerySet.as_manager()

    class Meta:
        ordering = ("paper", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(reader__isnull=False, email="")
                | (Q(reader__isnull=True) & ~Q(email="")),
                name="early_reader_by_account_or_link",
            ),
            models.CheckConstraint(
                condition=Q(ended_by__isnull=True, ended_on__isnull=True)
                | Q(ended_by__isnull=False, ended_on__isnull=False),
                name="early_reader_ended_by_and_on",
            ),
            models.CheckConstraint(condition=IN_PAIRS, name="early_reader_link_has_its_day"),
        ]

    def __str__(self):
        return f"{self.post} reads {self.paper} early"

    @property
    def is_issued(self):
        """Whether the edition that they could read before its issue is there."""
        return self.paper.editions.published().filter(number__gte=self.before_edition).exists()

    @property
    def council(self):
        """The paper's council."""
        return self.paper.council

    @property
    def history_name(self):
        """What history calls it: a number, and not who reads."""
        return f"{self.paper.history_name} early reader {self.pk}"

    @property
    def address(self):
        """Where the e-mail with the link goes."""
        return self.email


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
