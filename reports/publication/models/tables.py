"""The rows of tables that published editions print, so that search shows them without the edition's
document."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Q

from assurance.records.personal import Personal
from reports.editions.models.editions import Edition
from reports.publication.models.figures import PrintedQuerySet


class EditionTableQuerySet(PrintedQuerySet):
    """Readings over printed tables."""

    def at(self, places: Iterable[tuple[int, str]]):
        """The tables at `places`, pairs of an edition's key and an anchor."""
        chosen = Q(pk__in=())
        for edition, anchor in places:
            chosen |= Q(edition=edition, anchor=anchor)
        return self.filter(chosen)


class EditionTable(models.Model):
    """A table of an edition by its `anchor`. `rows` are its open rows in order, each (name, values,
    others): values are (text, head of the column, date in words), others (head, text)."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="tables")
    anchor = models.CharField(max_length=200)
    caption = models.TextField(blank=True)
    rows = models.JSONField(default=list)

    personal = dict.fromkeys(("anchor", "caption", "rows"), Personal.NONE)
    unproved = "Its digest is in the entry of the publication."

    objects = EditionTableQuerySet.as_manager()

    class Meta:
        ordering = ("edition", "pk")
        constraints = [
            models.UniqueConstraint(fields=("edition", "anchor"), name="edition_table_once")
        ]

    def __str__(self):
        return f"{self.edition_id}#{self.anchor}"
