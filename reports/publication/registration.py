"""What readers' pages join to the publication of an edition."""

from reports.issue import hooks
from reports.publication.feeds import alerts
from reports.publication.indexing.digests import index_digests
from reports.publication.indexing.editions import index_edition


def register() -> None:
    """Joins the index of an edition to its publication, and the letters to what follows it."""
    hooks.on_publish(index_edition, index_digests)
    hooks.after_publish(
        lambda edition: alerts.tell_followers.enqueue(edition.pk), shown=alerts.state_of_alerts
    )
