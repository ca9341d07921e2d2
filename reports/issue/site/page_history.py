"""The pages of the published folder in history: a digest of their list at each writing
that changed one, and when. The list lies in a row, so that who changes a page could change the row
with it; history cannot be changed without a trace, and its end on each date is published."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from assurance.accounts.models.accounts import Council
from assurance.records import history
from assurance.records.history import CommandLine, HistoryEntry
from assurance.runtime.periods import today
from reports.papers.models.papers import Paper

WRITE_PAGES = "site.write_pages"
BY = CommandLine("published_folder")
# It grows with history, which it is compared with by itself.
OF_HISTORY = "/history-fingerprints.txt"


@dataclass(frozen=True)
class PageSet:
    """Pages that are written together, as the history of `council` calls them; `pk` is of what they
    are of."""

    council: Council
    history_name: str
    pk: int

    history_kind = "published pages"


def sets_of_paper(paper: Paper) -> list[PageSet]:
    """The pages of one report."""
    return [PageSet(paper.council, f"pages of {paper.history_name}", paper.pk)]


def sets_of_folder(folder: str) -> list[PageSet]:
    """The lists of the council whose name in addresses is `folder`; with an empty one the pages of
    all councils, which the history of each has."""
    if folder:
        councils = Council.objects.filter(slug=folder)
        return [PageSet(council, "lists", council.pk) for council in councils]
    councils = Council.objects.order_by("pk")
    return [PageSet(council, "pages of all councils", council.pk) for council in councils]


def record_pages(sets: Iterable[PageSet], pages: Mapping[str, str], at: datetime) -> datetime:
    """Writes the digest of `pages`, name → digest, into history with the moment `at` where it has
    another, inside the transaction that keeps them; gives the moment that history has."""
    digest, index = digest_of(pages), {item: _last(item) for item in sets}
    moments = {values.get("written_at") for values in index.values()}
    is_known = all(values.get("pages") == digest for values in index.values())
    if is_known and len(moments) == 1 and None not in moments:
        return datetime.fromisoformat(moments.pop())
    fields = {"pages": digest, "written_at": _as_text(at)}
    for item in index:
        changes = history.impersonal_changes(fields)
        history.record(WRITE_PAGES, about=item, by=BY, on=today(), changes=changes)
    return at


def is_as_recorded(sets: Iterable[PageSet], pages: Mapping[str, str], at: datetime | None) -> bool:
    """False where history last has another digest than that of `pages`, or another moment than
    `at`; nothing is known of what was last written by a program that recorded none."""
    fields = {"pages": digest_of(pages), "written_at": at and _as_text(at)}
    return all(fields[name] == value for item in sets for name, value in _last(item).items())


def digest_of(pages: Mapping[str, str]) -> str:
    """SHA-256, in hexadecimal, of names with their digests."""
    remaining = {name: digest for name, digest in pages.items() if not name.endswith(OF_HISTORY)}
    return hashlib.sha256(json.dumps(remaining, sort_keys=True).encode()).hexdigest()


def _last(item):
    """Field → value that history last has of pages; empty where it has none."""
    entry = HistoryEntry.objects.about(item).filter(what=WRITE_PAGES).first()
    return {name: change["to"] for name, change in entry.changes.items()} if entry else {}


def _as_text(moment):
    return moment.astimezone(UTC).isoformat()
