"""What registers hold that the next report has to mention: what is late and what is owed.

Each subject adds its own in `AppConfig.ready`, beside the list by which a report quotes it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from assurance.accounts.access import Permission


@dataclass(frozen=True)
class Mention:
    """One record: its `title`, a `sentence` on how it stands, its `kind` and `slug` as reports
    quote it, its page's `address` with the `permission` that opens it, and the `list` of records
    that it stands in."""

    title: str
    sentence: str
    kind: str
    slug: str
    address: str
    permission: Permission
    list: str


_sources: list[Callable[[object, date], Iterable[Mention]]] = []


def register(source: Callable[[object, date], Iterable[Mention]]) -> None:
    """Adds a `source(council, day)` of what has to be mentioned."""
    if source not in _sources:
        _sources.append(source)


def mentions(council, day: date) -> list[Mention]:
    """Everything that a report of `council` dated `day` has to mention."""
    return [mention for source in _sources for mention in source(council, day)]
