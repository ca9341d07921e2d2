"""What published editions print, kept so that it is found without opening each: their figures one
by one, and the subjects that they tell of. All of it stands in the edition's document too."""

from collections import defaultdict
from dataclasses import replace
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Count, Max, Q
from django.utils.functional import cached_property

from assurance.figures.fields import FigureKeyField, current_key_of
from assurance.figures.keys import keys_of
from assurance.records.personal import Personal
from assurance.runtime.document_field import DocumentField
from reports.documents.document import Document, Text, from_json
from reports.documents.entries import DIFFERENCE, STATED, Entry
from reports.editions.models.editions import Edition
from reports.editions.names import named

FIGURES, RECORDS, TEXT_ONLY = "figures", "records", "words"
HOW = [(FIGURES, "With figures"), (RECORDS, "With records"), (TEXT_ONLY, "In words alone")]


class PrintedQuerySet(models.QuerySet):
    """Readings over what editions print."""

    def public_in(self, council_slug, *conditions):
        """What a council's standing editions print, none of a removed paper's, of those that fit
        the `conditions`."""
        # Of the council alone: the database would read every edition of all of them first.
        own = Edition.objects.active().filter(paper__council__slug=council_slug)
        rows = self.filter(
            *conditions,
            edition__in=own,
            edition__paper__council__slug=council_slug,
            edition__paper__withdrawn_on__isnull=True,
        )
        # Each edition once, not once for each of the hundred figures that it prints.
        editions = named(Edition.objects.order_by())
        return rows.prefetch_related(models.Prefetch("edition", editions))

    def of_edition(self, edition):
        """What one edition prints, in its order."""
        return self.filter(edition=edition).order_by("pk")

    def of_editions(self, keys):
        """The rows of editions with these keys, in the order of each, without the editions."""
        return self.prefetch_related(None).filter(edition__in=keys).order_by("edition", "pk")

    def in_order(self):
        """The same by figure, the first issued first."""
        return self.order_by(
            current_key_of("key"),
            *("member", "end", "edition__issued_on", "edition__number", "number"),
        )

    def containing(self, text=""):
        """Those whose title or key has every word of `text`."""
        rows = self
        for word in text.split():
            rows = rows.filter(Q(title__icontains=word) | Q(key__icontains=word))
        return rows

    def names(self):
        """(key, member) of each figure once, by its current key, in no order."""
        # Asked for each once, SQLite would read what all councils print.
        rows = self.prefetch_related(None).order_by().values_list(current_key_of("key"), "member")
        return set(rows)

    def gathered(self, text=""):
        """Each figure once, by its key and member: a title, its last day, in how many papers it
        stands; `text` narrows as in `containing`."""
        named = (
            self.containing(text).annotate(figure=current_key_of("key")).values("figure", "member")
        )
        return named.order_by("figure", "member").annotate(
            title=Max("title"),
            last=Max("end"),
            papers=Count("edition__paper", distinct=True),
        )

    def in_short(self):
        """(subject, key of the edition, how) of each subject told."""
        return self.order_by("pk").values_list("subject", "edition_id", "how")

    def with_newest(self):
        """The same, each with the number of the newest edition of its paper as `newest`."""
        editions = Edition.objects.published().filter(paper=models.OuterRef("edition__paper"))
        newest = editions.order_by("-number").values("number")[:1]
        return self.annotate(newest=models.Subquery(newest))


class PrintedFigureQuerySet(PrintedQuerySet):
    """Readings over figures and typed numbers."""

    def public_in(self, council_slug):
        """The same, without numbers that were typed: nothing follows those from paper to paper."""
        return super().public_in(council_slug, ~Q(key=STATED))

    def without_differences(self):
        """Those that are no difference of two others, which the lists of figures name."""
        return self.exclude(member__startswith=DIFFERENCE)

    def of_series(self, key, member=""):
        """The printings of one figure, the first issued first."""
        return self.filter(key__in=keys_of(key), member=member).in_order()

    def of_figures(self, names):
        """The printings of the figures `names`, pairs of key and member, the first issued
        first."""
        keys = defaultdict(set)
        for key, member in names:
            keys[member] |= {*keys_of(key)}
        # Those of one member by one condition: most figures have none.
        of_members = (Q(key__in=some, member=member) for member, some in sorted(keys.items()))
        return self.filter(reduce(or_, of_members, Q(pk__in=()))).in_order()

    def entries(self):
        """What each prints, in order."""
        return tuple(row.printed for row in self)


class PrintedFigure(models.Model):
    """A figure or typed number as an edition prints it: its public `entry`, `places` of (anchor,
    words). Two are alike where key, member, `population` and `definition` are."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="printed_figures")
    number = models.PositiveIntegerField()
    key = FigureKeyField(max_length=80)
    member = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=300)
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    population = models.CharField(max_length=80, blank=True)
    definition = models.CharField(max_length=64, blank=True)
    entry = DocumentField()
    places = models.JSONField(default=list, blank=True)

    personal = dict.fromkeys(
        ("key", "member", "title", "start", "end", "population", "definition", "entry", "places"),
        Personal.NONE,
    )
    unproved = "Its digest is in the entry of the publication."

    objects = PrintedFigureQuerySet.as_manager()

    class Meta:
        ordering = ("edition", "number")
        indexes = [models.Index(fields=("key", "member", "end"), name="printed_figure_series")]
        constraints = [
            models.UniqueConstraint(fields=("edition", "number"), name="printed_figure_once")
        ]

    def __str__(self):
        return f"{self.key} {self.member}".strip()

    @cached_property
    def printed(self) -> Entry:
        """What the edition says of it; of whom and by which definition is asked of the columns."""
        alike = {"population": self.population, "definition": self.definition}
        return replace(from_json(self.entry), **alike)


class PrintedRecord(models.Model):
    """What an edition prints of records besides figures: a list of `kind`, `rows` long, or the text
    of one record's field; `day` is that of the records, `places` are (anchor, words)."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="printed_records")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    slug = models.CharField(max_length=100, blank=True)
    field = models.CharField(max_length=40, blank=True)
    text = models.TextField(blank=True)
    rows = models.PositiveIntegerField(null=True, blank=True)
    day = models.DateField()
    places = models.JSONField(default=list, blank=True)

    personal = dict.fromkeys(
        ("number", "kind", "slug", "field", "text", "rows", "day", "places"), Personal.NONE
    )
    unproved = "Its digest is in the entry of the publication."

    objects = PrintedQuerySet.as_manager()

    class Meta:
        ordering = ("edition", "number")
        constraints = [
            models.UniqueConstraint(fields=("edition", "number"), name="printed_record_once")
        ]

    def __str__(self):
        return " ".join(filter(None, (self.kind, self.slug, self.field)))


class EditionFront(models.Model):
    """What an edition prints besides its sections and values: `opening` is its document without
    either. `lines` are its sections as comparison reads them, each (anchor, title, lines), and
    `items` anchor → (what the place is called, its words) of the items of its lists."""

    edition = models.OneToOneField(Edition, models.PROTECT, related_name="front")
    opening = DocumentField()
    lines = models.JSONField(default=list, blank=True)
    items = models.JSONField(default=dict, blank=True)

    personal = dict.fromkeys(("opening", "lines", "items"), Personal.NONE)
    unproved = "Its digest is in the entry of the publication."

    objects = PrintedQuerySet.as_manager()

    class Meta:
        ordering = ("edition",)

    def __str__(self):
        return f"Front of {self.edition}"

    @property
    def document(self) -> Document:
        """The edition's document without sections, its figures read from their rows."""
        figures = self.edition.printed_figures.order_by("number").entries()
        return replace(from_json(self.opening), figures=figures)

    @property
    def notices(self) -> tuple[Text, ...]:
        """What it says at its top: that it corrects another, or was issued in an emergency."""
        return from_json(self.opening["notices"])


class EditionSubject(models.Model):
    """That an edition tells of a subject: in figures, with records, or in words alone; `places` are
    (anchor, words)."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="subjects")
    subject = models.CharField(max_length=20)
    how = models.CharField(max_length=10, choices=HOW)
    places = models.JSONField(default=list, blank=True)

    personal = dict.fromkeys(("subject", "how", "places"), Personal.NONE)
    unproved = "Its digest is in the entry of the publication."

    objects = PrintedQuerySet.as_manager()

    class Meta:
        ordering = ("edition", "pk")
        constraints = [
            models.UniqueConstraint(fields=("edition", "subject"), name="edition_subject_once")
        ]

    def __str__(self):
        return f"{self.subject}, {self.edition}"
