"""How the tests of the whole demonstration read its reports."""

from reports.documents.document import Document, from_json
from reports.editions.models.editions import Edition
from reports.papers.models.papers import Paper


def newest(slug) -> Edition:
    """The newest edition of the report of that slug."""
    return Edition.objects.published().filter(paper__slug=slug).order_by("number").last()


def document(slug) -> Document:
    """What that edition prints."""
    return from_json(newest(slug).document)


def issued() -> list[Paper]:
    """Every report that has been issued, the first of them first."""
    rows = Paper.objects.filter(editions__published_at__isnull=False).distinct()
    return list(rows.order_by("paper_date", "slug"))
