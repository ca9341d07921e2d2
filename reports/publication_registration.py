"""What readers' pages join to the publication of an edition."""

from reports import alerts, following, hooks, indexing, telling


def register() -> None:
    """Joins the indexes of an edition to its publication, and the letters to what follows it."""
    for module in (following, indexing, telling):
        hooks.on_publish(module.keep)
    hooks.after_publish(lambda edition: alerts.tell_followers.enqueue(edition.pk))
