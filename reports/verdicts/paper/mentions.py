"""What registers hold that a report has to mention, and whether it does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from assurance.figures.quotable import LISTS
from assurance.registers.mentions import Mention, mentions
from reports.checks.context import OwedRecord
from reports.papers.models.papers import Paper

# Rounds that are late are asked for as what comes round (`cadence-reported`).
ASKED_BY_CADENCE = "audit_rounds_late"


@dataclass(frozen=True)
class ListedMentions:
    """What has to be mentioned of one list of records, and what of it the report leaves out."""

    list: str
    mentions: tuple[Mention, ...]
    left_out: tuple[Mention, ...]

    @property
    def title(self) -> str:
        """What the list is called."""
        return LISTS[self.list].title

    @property
    def summary(self) -> str:
        """What is left out, or else all of it, each with how it stands."""
        return " ".join(f"{row.title}. {row.sentence}" for row in self.left_out or self.mentions)


def mentions_of(council, blocks: Iterable, day: date) -> Iterator[ListedMentions]:
    """What a report of these `blocks` has to mention on `day`, by list. It does where it prints the
    list, quotes the record, or has its title in a text."""
    rows = {}
    for row in mentions(council, day):
        rows.setdefault(row.list, []).append(row)
    blocks = tuple(blocks) if rows else ()
    text = "\n".join(block.text for block in blocks).casefold()
    printed = {_listed(block) for block in blocks}
    for name, own in rows.items():
        left = () if name in printed else tuple(row for row in own if not _is_in(row, text))
        yield ListedMentions(name, tuple(own), left)


def left_out_of(paper: Paper, day: date) -> tuple[OwedRecord, ...]:
    """What a draft has to mention on `day` and leaves out; nothing once it was sent."""
    if paper.frozen:
        return ()
    blocks = paper.blocks.filter(removed_on__isnull=True).only("paper", "text", "data")
    return tuple(
        OwedRecord(mention.title, mention.sentence, row.title)
        for row in mentions_of(paper.council, blocks, day)
        if row.list != ASKED_BY_CADENCE
        for mention in row.left_out
    )


def _listed(block):
    return (block.data or {}).get("records", {}).get("what", "")


def _is_in(row, text):
    # A key ends where the field begins: 12 is not 1.
    return row.title.casefold() in text or f"record:{row.kind}/{row.slug}." in text
