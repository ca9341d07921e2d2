"""What has been issued, and can never change: editions, their files, and where each figure came
from."""

from django.db import models
from django.db.models import Q

from assurance.figures.fields import FigureKeyField
from assurance.records.personal import Personal
from assurance.runtime.document_field import DocumentField
from reports.editions.models.removals import UNDONE, EditionRemoval
from reports.editions.models.report_order import is_after, is_before
from reports.papers.models.papers import open_to_all


class EditionQuerySet(models.QuerySet):
    """Readings over editions."""

    def published(self):
        """Those whose files stand, whether or not they were removed since."""
        return self.filter(published_at__isnull=False)

    def active(self):
        """Published editions that are not removed: what the public may read."""
        down = EditionRemoval.objects.in_force().filter(editions=models.OuterRef("pk"))
        return self.filter(~models.Exists(down), published_at__isnull=False)

    def visible_to(self, user):
        """The published editions of the user's council, removed or not."""
        return (
            self.published()
            .filter(paper__council=user.council_id)
            .select_related("paper__council", "paper__series", "paper__meeting")
        )

    def public_in(self, council_slug):
        """The published editions of one council, with those removed, whose page says so; what they
        print stays where it is."""
        return (
            self.published()
            .without_document()
            .filter(paper__council__slug=council_slug)
            .select_related("paper__council", "paper__series__committee", "paper__meeting__body")
            .prefetch_related("removals")
        )

    def public_anywhere(self):
        """The current edition of each paper not removed, without what it prints, the last issued
        first."""
        newest = (
            Edition.objects.published()
            .filter(paper=models.OuterRef("paper"))
            .order_by("-number")
            .values("pk")[:1]
        )
        rows = self.active().filter(pk=models.Subquery(newest)).latest_first().without_document()
        return rows.select_related("paper__council", "paper__series", "paper__meeting")

    def before(self, paper):
        """The editions of earlier papers of the series of `paper`, the last period first."""
        return self.filter(is_before(paper)).order_by("-paper__period_end", "-paper__pk")

    def after(self, paper):
        """The editions of later reports of the same series, the first period first."""
        return self.filter(is_after(paper)).order_by("paper__period_end", "paper__pk")

    def by_paper(self):
        """The last period first, each paper's newest first."""
        return self.order_by("-paper__period_end", "paper__title", "paper_id", "-number")

    def committees(self):
        """(slug, title) of the committees that they were given, by title."""
        named = ("paper__series__committee__slug", "paper__series__committee__title")
        return sorted(set(self.order_by().values_list(*named)), key=lambda item: item[1])

    def without_document(self):
        """The same without what they print, which is large and no list shows."""
        return self.defer("document", "paper__frozen")

    def of_committee(self, slug=""):
        """Those that one committee was given, or all."""
        return self.filter(paper__series__committee__slug=slug) if slug else self

    def of_paper(self, series, slug):
        """The editions of the paper at one address, the newest first."""
        rows = self.filter(paper__series__slug=series, paper__slug=slug).order_by("-number")
        # Each page of one says whether it was issued in an emergency.
        return rows.select_related("emergency_issue")

    def readable(self, earlier=False):
        """What search looks in: the newest of each paper not removed, or all if `earlier`."""
        rows = self.active().filter(open_to_all("paper__"))
        return rows if earlier else rows.exclude(models.Exists(_later()))

    def correcting(self):
        """Those of any time that correct an earlier one, and that a reader can open."""
        return self.readable(earlier=True).filter(number__gt=1)

    def removed(self):
        """Published editions that no reader can open any more."""
        readable = Edition.objects.readable(earlier=True)
        return self.published().exclude(pk__in=readable.values("pk"))

    def filtered(
        self,
        committee=None,
        meeting=None,
        series=None,
        subject="",
        period_from=None,
        period_to=None,
    ):
        """Those of papers that went to a committee or a meeting, of a series, that print a figure
        of a subject, whose period has a day between the two given."""
        rows = self
        if committee:
            # A paper without a meeting goes to the committee of its series.
            unmet = Q(paper__meeting__isnull=True, paper__series__committee=committee)
            rows = rows.filter(Q(paper__meeting__body=committee) | unmet)
        if subject:
            rows = rows.filter(subjects__subject=subject, subjects__how="figures")
        criteria = {
            "paper__meeting": meeting,
            "paper__series": series,
            "paper__period_end__gte": period_from,
            "paper__period_start__lte": period_to,
        }
        return rows.filter(**{name: value for name, value in criteria.items() if value})

    def with_papers(self):
        """The same with what a list says of each, `is_newest` among it."""
        rows = self.select_related("paper__council", "paper__series", "paper__meeting__body")
        return rows.defer("document", "paper__frozen").annotate(is_newest=~models.Exists(_later()))

    def last_published(self):
        """The same, the last published first."""
        return self.order_by("-published_at", "-pk")

    def latest_first(self):
        """Published editions, the last issued first."""
        return self.published().order_by("-issued_on", "-published_at", "-number", "-pk")


def _later():
    rows = Edition.objects.published().filter(paper=models.OuterRef("paper"))
    return rows.filter(number__gt=models.OuterRef("number"))


class Edition(models.Model):
    """An issued version of a paper. `document` holds words for the public audience and nothing
    else.

    Written once at *freeze*; `published_at` is set once, when every file stands.
    """

    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=200)
    document = DocumentField()
    digest = models.CharField(max_length=64)
    issued_on = models.DateField()
    issued_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="editions_issued")
    frozen_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    history_digest = models.CharField(max_length=64, blank=True)

    personal = {
        "title": Personal.NONE,
        "document": Personal.NONE,
        "digest": Personal.NONE,
        "history_digest": Personal.NONE,
        "issued_on": Personal.NONE,
        "frozen_at": Personal.NONE,
        "published_at": Personal.NONE,
    }

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ("paper", "-number")
        constraints = [
            models.UniqueConstraint(fields=("paper", "number"), name="edition_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="edition_number_from_one"),
        ]
        # Which edition is to be read is told without its document, which is large.
        indexes = [models.Index(fields=("paper", "number", "published_at"), name="edition_to_read")]

    def __str__(self):
        return f"{self.title}, edition {self.number}"

    @property
    def removal(self):
        """What removed it, or None where anybody may read it."""
        downs = (removal for removal in self.removals.all() if removal.decision != UNDONE)
        return next(downs, None)

    @property
    def early_readers(self):
        """Who could read it before it was issued."""
        return self.paper.early_readers.who_could(self)

    @property
    def council(self):
        """The paper's council."""
        return self.paper.council

    @property
    def history_name(self):
        """What history calls it."""
        return f"{self.paper.history_name}, edition {self.number}"


class EditionFileQuerySet(models.QuerySet):
    """Readings over an edition's files."""

    def without_content(self):
        """The files without their bytes: names, sizes, fingerprints."""
        return self.defer("content")

    def of_type(self, media_type):
        """The first file of a media type, without its bytes; None where there is none."""
        return self.filter(media_type=media_type).defer("content").first()


class EditionFile(models.Model):
    """One file of an edition as readers get it, with its fingerprint: the record itself."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="files")
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    content = models.BinaryField()

    personal = {
        "name": Personal.NONE,
        "media_type": Personal.NONE,
        "sha256": Personal.NONE,
        "content": Personal.NONE,
    }

    objects = EditionFileQuerySet.as_manager()

    class Meta:
        ordering = ("edition", "name")
        constraints = [
            models.UniqueConstraint(fields=("edition", "name"), name="edition_file_once")
        ]

    def __str__(self):
        return self.name


class Provenance(models.Model):
    """Where one figure of an edition came from: restricted, never in a public file.

    `count` and `base` are exact even where the public value is withheld; `rows_digest` is keyed
    (HMAC-SHA-256)
    over the sorted keys of the rows counted.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="provenance")
    number = models.PositiveIntegerField()
    key = FigureKeyField(max_length=80)
    member = models.CharField(max_length=200, blank=True)
    start = models.DateField()
    end = models.DateField()
    cohort = models.TextField(blank=True)
    count = models.IntegerField(null=True, blank=True)
    base = models.IntegerField(null=True, blank=True)
    mark = models.CharField(max_length=20, blank=True)
    source = models.CharField(max_length=300)
    definition = DocumentField()
    rows = models.PositiveIntegerField()
    rows_digest = models.CharField(max_length=64)

    personal = {
        "key": Personal.NONE,
        "member": Personal.NONE,
        "start": Personal.NONE,
        "end": Personal.NONE,
        "cohort": Personal.NONE,
        "count": Personal.SPECIAL,
        "base": Personal.SPECIAL,
        "mark": Personal.NONE,
        "source": Personal.NONE,
        "definition": Personal.NONE,
        "rows_digest": Personal.NONE,
    }

    class Meta:
        verbose_name_plural = "provenance"
        ordering = ("edition", "number")
        constraints = [
            models.UniqueConstraint(fields=("edition", "number"), name="provenance_once")
        ]

    def __str__(self):
        return f"{self.key} {self.member}"
