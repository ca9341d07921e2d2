"""The pages of the published folder in history: a digest of their list at each writing
that changed one. The list lies in a row, so that who changes a page could change the row with it;
history cannot be changed without a trace, and its end on each date is published."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from assurance.accounts.models.accounts import Council
from assurance.records import history
from assurance.records.history import CommandLine, HistoryEntry
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


def record_pages(sets: Iterable[PageSet], pages: Mapping[str, str], on: date) -> None:
    """Writes the digest of `pages`, name → digest, into history where it has another, inside the
    transaction that keeps them."""
    digest = digest_of(pages)
    for item in sets:
        if _last(item) != digest:
            changes = history.impersonal_changes({"pages": digest})
            history.record(WRITE_PAGES, about=item, by=BY, on=on, changes=changes)


def is_as_recorded(sets: Iterable[PageSet], pages: Mapping[str, str]) -> bool:
    """False where history last has another digest than that of `pages`; nothing is known of pages
    that were last written by a program that recorded none."""
    return {_last(item) for item in sets} <= {"", digest_of(pages)}


def digest_of(pages: Mapping[str, str]) -> str:
    """SHA-256, in hexadecimal, of names with their digests."""
    kept = {name: digest for name, digest in pages.items() if not name.endswith(OF_HISTORY)}
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()


def _last(item):
    entry = HistoryEntry.objects.about(item).filter(what=WRITE_PAGES).first()
    return entry.changes["pages"]["to"] if entry else ""
