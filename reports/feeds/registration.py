"""The e-mails to followers, joined to what comes after a publication."""

from reports.feeds import alerts
from reports.issue import hooks


def register() -> None:
    """Joins the e-mails about a new report, and their state for the page of its issue."""
    hooks.after_publish(
        lambda edition: alerts.tell_followers.enqueue(edition.pk), shown=alerts.state_of_alerts
    )
