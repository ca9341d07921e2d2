"""When a document was issued, and where for good."""

from datetime import UTC, date, datetime

from django.conf import settings
from django.utils.timezone import get_default_timezone

from reports.documents.document import Document


def moment(document: Document) -> datetime:
    """When the document was frozen; a draft has the start of its paper's own day."""
    stamp = document.created or f"{document.dated or '2000-01-01'}T00:00:00+00:00"
    return datetime.fromisoformat(stamp).astimezone(UTC)


def day_of_issue(document: Document) -> date:
    """The date on which the document was frozen, by the clock in England."""
    return moment(document).astimezone(get_default_timezone()).date()


def origin(document: Document) -> str:
    """The whole address of an edition, where the installation knows its public one."""
    root = settings.PUBLIC_ADDRESS.rstrip("/")
    return f"{root}{document.address}edition-{document.edition}/" if root else ""
