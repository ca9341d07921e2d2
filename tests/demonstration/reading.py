"""How these tests read an issued paper."""

from dataclasses import fields, is_dataclass

from reports.documents.document import Document, Paragraph, Run, from_json
from reports.editions.models.editions import Edition


def edition(slug) -> Edition:
    """The published edition of the demonstration's paper of that slug."""
    return Edition.objects.published().get(paper__slug=slug)


def document(slug) -> Document:
    """What that edition says."""
    return from_json(edition(slug).document)


def each(value, kind):
    """Every `kind` inside `value`, in the order of reading."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for one in value:
            yield from each(one, kind)
    elif is_dataclass(value):
        for one in fields(value):
            yield from each(getattr(value, one.name), kind)


def paragraphs(told):
    """The numbered paragraphs of a document."""
    return [one for one in each(told, Paragraph) if one.number]


def runs(told, kind):
    """The runs of one kind, in the order of reading."""
    return [one for one in each(told, Run) if one.kind == kind]
