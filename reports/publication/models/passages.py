"""What search finds editions by and notes follow: their passages, written as they are published."""

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from assurance.records.personal import Personal

# An edition's passages have its own number before theirs, so that what is found is joined to its
# edition without being read. No paper comes near so many.
A_PAPER = 100_000


class Passage(models.Model):
    """One passage of a published edition, as it is printed and as the index holds it.

    `anchor` is its address in the paper, empty for the paper itself; `label` is what the place is
    called. `blocks` maps the slug of each block of the paper that it prints to its anchor, the
    paper itself those that nothing else prints: a paper that is written again forgets where they
    stood. The database copies what is plain into its full-text index, which
    `reports.publication.search.index` makes.
    """

    id = models.BigIntegerField(primary_key=True)
    edition = models.ForeignKey("editions.Edition", models.PROTECT, related_name="passages")
    anchor = models.CharField(max_length=200, blank=True)
    label = models.TextField(blank=True)
    heading = models.TextField(blank=True)
    words = models.TextField(blank=True)
    plain_heading = models.TextField(blank=True)
    plain_words = models.TextField(blank=True)
    blocks = models.JSONField(default=dict, blank=True)

    personal = dict.fromkeys(
        ("anchor", "label", "heading", "words", "plain_heading", "plain_words", "blocks"),
        Personal.NONE,
    )
    unproved = "Its digest is in the entry of the publication."

    class Meta:
        ordering = ("id",)

    def __str__(self):
        return f"{self.edition_id}#{self.anchor}"


def with_purpose(editions):
    """Each of `editions` with `purpose`, the words of its first paragraph."""
    # A paragraph without a number is called by its section.
    is_one = Q(label__startswith="paragraph") | Q(anchor__contains="-para-")
    paragraphs = Passage.objects.filter(is_one, edition=OuterRef("pk")).exclude(words="")
    paragraphs = paragraphs.exclude(anchor__startswith="annex-")
    return editions.annotate(purpose=Subquery(paragraphs.order_by("pk").values("words")[:1]))
