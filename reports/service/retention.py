"""What is kept for a time alone, forgotten on its day: addresses of people who have no account,
and what stood before a return was withdrawn."""

from datetime import date

from assurance.looked_after.models.withdrawn import WithdrawnReturn
from assurance.looked_after.operations import returns
from assurance.records.withdrawals.holds import why_held
from assurance.runtime.periods import this_moment
from reports.feeds import operations as alerting
from reports.publication.format_requests import operations as other_formats
from reports.publication.models.format_requests import FormatRequest
from reports.publication.models.subscriptions import Subscription


def forget_due(*, by, on: date) -> list[str]:
    """Forgets who asked for another format where it was answered long enough before `on`,
    addresses that nobody confirmed in time, and what stood before withdrawals of returns that
    nobody can undo now; a line for each, which names nobody. Data on legal hold stay."""
    unconfirmed = [
        f"{alerting.forget_unconfirmed(following=subscription, by=by, on=on)}: forgotten"
        for subscription in _not_held(Subscription.objects.to_forget(on), on)
    ]
    undone_no_more = [
        f"{returns.forget_withdrawn(record=row, by=by, on=on)}: earlier values removed"
        for row in WithdrawnReturn.objects.to_forget(this_moment())
        if not why_held(row.held_return, on)
    ]
    return (
        unconfirmed
        + undone_no_more
        + [
            f"{other_formats.forget_contact(request=format_request, by=by, on=on).history_name}: "
            f"forgotten"
            for format_request in _not_held(FormatRequest.objects.to_forget(on), on)
        ]
    )


def _not_held(rows, on):
    """The rows over which there is no legal hold."""
    return [row for row in rows if not why_held(row, on)]
