"""The headline figures of published editions, so that pages show them without the edition's
document."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice

from django.db import models
from django.utils.functional import cached_property

from assurance.records.personal import Personal
from assurance.runtime.document_field import DocumentField
from reports.documents.document import Document, Headlines, from_json, text_of, to_json
from reports.documents.headlines import parted
from reports.documents.html.abbreviations import abbreviations_of
from reports.documents.html.places import Place
from reports.editions.models.editions import Edition
from reports.publication.models.figures import PrintedQuerySet


class EditionHeadlines(models.Model):
    """The headline figures that open an edition: `part` is its document with these alone, the
    figures that they print and the list of abbreviations."""

    edition = models.OneToOneField(Edition, models.PROTECT, related_name="headlines")
    part = DocumentField()

    personal = {"part": Personal.NONE}
    unproved = "Its digest is in the entry of the publication."

    objects = PrintedQuerySet.as_manager()

    class Meta:
        ordering = ("edition",)
        verbose_name_plural = "edition headlines"

    def __str__(self):
        return f"Headline figures of {self.edition}"

    @property
    def document(self) -> Document:
        """The edition's document with its headline figures alone."""
        return from_json(self.part)

    @cached_property
    def leading(self) -> Headlines:
        """The headline figures by themselves: the first section of the part."""
        return from_json(self.part["sections"][0])


def finding_of(leading: Headlines) -> str:
    """The first main point that follows the headline figures `leading`, else the first of these; an
    empty text where its author chose none."""
    if leading.unchosen:
        return ""
    if leading.main_points:
        first = leading.main_points[0]
        return text_of(next(iter(getattr(first, "items", ())), first))
    values = (f"{item.name}: {text_of(item.value)} {item.unit}" for item in leading.items)
    return f"{'; '.join(value.strip() for value in islice(values, 2))}."


def headlines_by_edition(editions: Iterable[Edition]) -> dict[int, EditionHeadlines]:
    """Key of an edition → its headline figures, of those of `editions` that open with any."""
    rows = EditionHeadlines.objects.filter(edition__in=editions).order_by()
    return {row.edition_id: row for row in rows}


def leading_of(document: Document, _known: Mapping[str, Place]) -> list[dict]:
    """The fields of the `EditionHeadlines` of `document`; none where no such figures open it."""
    leading, rest = parted(document)
    if leading is None:
        return []
    numbers = {run.to for item in leading.items for run in item.value}
    figures = tuple(entry for entry in document.figures if str(entry.number) in numbers)
    lists = (
        section for section in rest.sections if abbreviations_of(replace(rest, sections=(section,)))
    )
    part = replace(rest, sections=(leading, *lists), figures=figures, records=())
    return [{"part": to_json(part)}]
