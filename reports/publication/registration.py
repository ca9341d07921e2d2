"""What readers' pages join to the publication of an edition."""

from reports.issue import hooks
from reports.publication.feeds import alerts
from reports.publication.indexing import commitments, figures, passages


def register() -> None:
    """Joins the indexes of an edition to its publication, and the letters to what follows it."""
    hooks.on_publish(commitments.index_edition)
    hooks.on_publish(passages.index_edition)
    hooks.on_publish(figures.index_edition)
    hooks.after_publish(lambda edition: alerts.tell_followers.enqueue(edition.pk))
