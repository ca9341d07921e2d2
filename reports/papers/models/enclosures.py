"""What goes with a paper as a file: copies of background papers, and annexes."""

from django.db import models
from django.db.models import Q

from assurance.attachments import storage
from assurance.attachments.rules import KINDS, LONGEST_NAME
from assurance.records.named_record import plain
from assurance.records.personal import Personal
from assurance.records.record import Record, RecordQuerySet
from reports.documents.enclosures import ANNEX, BACKGROUND
from reports.papers.models.papers import Paper

_KIND = {
    "max_length": 10,
    "blank": True,
    "choices": [(kind.slug, kind.words) for kind in KINDS.values()],
}


class EnclosureQuerySet(RecordQuerySet):
    """Readings over what goes with papers."""

    def visible_to(self, user):
        """What goes with the papers that `user` may see."""
        papers = Paper.objects.visible_to(user)
        return self.filter(paper__in=papers).select_related("council", "paper__series")

    def of_paper(self, paper):
        """What goes with `paper` now, background papers after annexes."""
        return self.filter(paper=paper).active()


class Enclosure(Record):
    """A background paper or an annex of a paper. The copy, and another `form` of an annex that
    everybody can read, lie beside the database, named by their digest. `annex` is the slug of the
    annex that the file is. `reason` says why there is no copy, or no form that everybody can
    read."""

    PURPOSES = [(BACKGROUND, "Background paper"), (ANNEX, "Annex")]

    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="enclosures")
    purpose = models.CharField(max_length=10, choices=PURPOSES)
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    dated = models.DateField(null=True, blank=True)
    annex = models.SlugField(max_length=60, blank=True)
    summary = models.TextField(blank=True)
    name = models.CharField(max_length=LONGEST_NAME, blank=True)
    kind = models.CharField(**_KIND)
    size = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    accessible = models.BooleanField(default=False)
    form_name = models.CharField(max_length=LONGEST_NAME, blank=True)
    form_kind = models.CharField(**_KIND)
    form_size = models.PositiveIntegerField(default=0)
    form_sha256 = models.CharField(max_length=64, blank=True)
    reason = models.TextField(blank=True)

    printed = ("title", "summary", "reason")
    stored_files = ("sha256", "form_sha256")
    personal = {
        **Record.personal,
        **plain(
            "paper purpose number dated annex kind size sha256 accessible form_kind form_size "
            "form_sha256"
        ),
        **dict.fromkeys(("title", "summary", "name", "form_name", "reason"), Personal.MAY),
    }

    objects = EnclosureQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("purpose", "number")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("paper", "purpose", "number"), name="enclosure_number_once"
            ),
            models.CheckConstraint(
                condition=Q(purpose=BACKGROUND) & (~Q(sha256="") | ~Q(reason=""))
                | Q(purpose=ANNEX)
                & ~Q(sha256="")
                & (Q(accessible=True) | ~Q(form_sha256="") | ~Q(reason="")),
                name="enclosure_held_or_explained",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_annex(self):
        """Whether it is an annex, not a background paper."""
        return self.purpose == ANNEX

    def content(self, of_form=False):
        """The bytes of its copy, or of its other form; None where they are gone or changed."""
        digest = self.form_sha256 if of_form else self.sha256
        if not digest:
            return None
        return storage.held_at(storage.place_of(self.council.slug, digest), digest)
