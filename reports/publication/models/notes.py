"""What a reader notes down beside a published paper, for themselves alone."""

from django.db import models
from django.db.models import Q

from assurance.records.personal import Personal


class ReaderNoteQuerySet(models.QuerySet):
    """Readings over notes: there is no other than of one's own."""

    def visible_to(self, user):
        """Those of `user`, whatever else anybody may do, with what their pages name."""
        rows = self.filter(reader=user.pk)
        named = rows.select_related(
            "edition__paper__council", "edition__paper__series", "edition__paper__meeting"
        )
        return named.prefetch_related("edition__removals")

    def on_paper(self, paper):
        """Those on any edition of one paper, in the order in which they were written."""
        return self.filter(edition__paper=paper).order_by("pk")

    def by_paper(self):
        """The same, the papers last issued first."""
        return self.order_by("-edition__paper__period_end", "edition__paper", "pk")


class ReaderNote(models.Model):
    """One reader's note on a place of an edition: a paragraph, a table or chart, or a figure
    (`figure-3`). `anchor` is that place in the edition on which it was written."""

    LONGEST = 5000

    reader = models.ForeignKey("accounts.User", models.PROTECT, related_name="reader_notes")
    edition = models.ForeignKey("editions.Edition", models.PROTECT, related_name="reader_notes")
    anchor = models.CharField(max_length=80)
    words = models.TextField()
    kept_on = models.DateField()
    changed_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    personal = {
        "anchor": Personal.NONE,
        "words": Personal.MAY,
        "kept_on": Personal.NONE,
        "changed_on": Personal.NONE,
    }
    unproved = "A reader’s own notes, which are in no history."

    objects = ReaderNoteQuerySet.as_manager()

    class Meta:
        ordering = ("edition", "pk")
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="reader_note_says_something"),
        ]

    def __str__(self):
        return self.history_name

    @property
    def council(self):
        """The reader's council: what its history tells of is that somebody keeps a note."""
        return self.reader.council

    @property
    def history_name(self):
        """What history calls it: neither the paper nor the place."""
        return f"note {self.pk}"
