"""Where the typed numbers of a paper are from."""

from django.db import models

from assurance.records.personal import Personal
from reports.language.rules.sources import KINDS, NumberSource
from reports.papers.models.papers import Paper


class Source(models.Model):
    """A document, post or minute that typed numbers of a paper name by its slug."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="sources")
    slug = models.SlugField(max_length=60)
    kind = models.CharField(max_length=10, choices=KINDS)
    words = models.CharField(max_length=300)
    date = models.DateField()

    personal = {
        **dict.fromkeys(("slug", "kind", "date"), Personal.NONE),
        "words": Personal.MAY,
    }

    class Meta:
        ordering = ("paper", "words", "date", "slug")
        constraints = [
            models.UniqueConstraint(fields=("paper", "slug"), name="source_named_once"),
        ]

    def __str__(self):
        return str(self.value)

    @property
    def fields(self) -> dict[str, str]:
        """Its fields as history and the page of its change have them."""
        return {"kind": self.kind, "words": self.words, "date": self.date.isoformat()}

    @property
    def value(self) -> NumberSource:
        """The source as the rules and the assembly read it."""
        return NumberSource(self.slug, self.kind, self.words, self.date)
