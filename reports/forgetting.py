"""What is kept of people who have no account, forgotten on its day."""

from datetime import date

from reports.models.other_formats import FormatRequest
from reports.operations import other_formats


def forget_due(*, by, on: date) -> list[str]:
    """Forgets who asked for another format where it was answered long enough before `on`; a line
    for each, which names nobody."""
    return [
        f"{other_formats.forget_contact(request=one, by=by, on=on).history_name}: forgotten"
        for one in FormatRequest.objects.to_forget(on)
    ]
