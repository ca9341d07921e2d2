"""What reports that are frozen quote from the records, held against a change that somebody is about
to make. An app of reports joins by `quotes_records` of its `AppConfig`: dotted names of what is
called with a council and a moment."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.apps import apps
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class QuotedChange:
    """What a change of the records does to a figure that was issued: the edition's title and day of
    issue, the figure with its day, its value in words as issued and as it would be."""

    edition: str
    issued_on: date
    title: str
    before: str
    after: str


def before_change(council, since: datetime | None = None) -> Callable[[], list[QuotedChange]]:
    """Gives what, called after a change of the records of `council`, lists the issued figures whose
    answer changed; with `since` those of editions frozen from that moment on, and their lists."""
    names = [
        name
        for get_app_config in apps.get_app_configs()
        for name in getattr(get_app_config, "quotes_records", ())
    ]
    queries = [import_string(name)(council, since) for name in names]
    return lambda: [change for after in queries for change in after()]
