"""What is kept of people who have no account, forgotten on its day."""

from datetime import date

from reports.publication.feeds import operations as alerting
from reports.publication.format_requests import operations as other_formats
from reports.publication.models.format_requests import FormatRequest
from reports.publication.models.subscriptions import Subscription


def forget_due(*, by, on: date) -> list[str]:
    """Forgets who asked for another format where it was answered long enough before `on`, and
    addresses that nobody confirmed in time; a line for each, which names nobody."""
    unconfirmed = [
        f"{alerting.forget_unconfirmed(following=subscription, by=by, on=on)}: forgotten"
        for subscription in Subscription.objects.to_forget(on)
    ]
    return unconfirmed + [
        f"{other_formats.forget_contact(request=format_request, by=by, on=on).history_name}: "
        f"forgotten"
        for format_request in FormatRequest.objects.to_forget(on)
    ]
