"""What is kept of people who have no account, forgotten on its day."""

from datetime import date

from reports.models.followers import Following
from reports.models.other_formats import FormatRequest
from reports.operations import alerting, other_formats


def forget_due(*, by, on: date) -> list[str]:
    """Forgets who asked for another format where it was answered long enough before `on`, and
    addresses that nobody confirmed in time; a line for each, which names nobody."""
    unconfirmed = [
        f"{alerting.forget_unconfirmed(following=one, by=by, on=on)}: forgotten"
        for one in Following.objects.to_forget(on)
    ]
    return unconfirmed + [
        f"{other_formats.forget_contact(request=one, by=by, on=on).history_name}: forgotten"
        for one in FormatRequest.objects.to_forget(on)
    ]
