"""Who wrote sections of the last report: told and asked again by the app that asks people, which
joins it from its `registration`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from reports.papers.models.papers import Paper


@dataclass(frozen=True)
class LastWriters:
    """`summary` says of a report who wrote what in it, or nothing; `request` asks the same people
    for the same sections of the report that was started from it."""

    summary: Callable[[Paper], str] = lambda before: ""
    request: Callable[..., None] = lambda **fields: None


_joined: list[LastWriters] = []


def join(writers: LastWriters) -> None:
    """Joins the one app that asks people."""
    _joined[:] = [writers]


def summary_of(before: Paper) -> str:
    """Who wrote what in `before`, in words, or an empty text."""
    return "; ".join(filter(None, (writers.summary(before) for writers in _joined)))


def request_again(*, paper: Paper, due_on: date, by, on: date) -> None:
    """Asks the people of the report that `paper` was started from for their sections of it."""
    for writers in _joined:
        writers.request(paper=paper, due_on=due_on, by=by, on=on)
