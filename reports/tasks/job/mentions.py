"""What registers hold that a report has to mention, and whether it does."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assurance.figures.quotable import LISTS
from assurance.registers.mentions import Mention, mentions
from reports.papers.manuscript import Manuscript


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


def mentions_of(manuscript: Manuscript, day: date) -> Iterator[ListedMentions]:
    """What a report has to mention on `day`, by list. It does where it prints the list, quotes the
    record, or has its title in a text."""
    rows = {}
    for row in mentions(manuscript.council, day):
        rows.setdefault(row.list, []).append(row)
    text = "\n".join(block.text for block in manuscript.blocks).casefold() if rows else ""
    printed = {_listed(block) for block in manuscript.blocks}
    for name, own in rows.items():
        left = () if name in printed else tuple(row for row in own if not _is_in(row, text))
        yield ListedMentions(name, tuple(own), left)


def _listed(block):
    return (block.data or {}).get("records", {}).get("what", "")


def _is_in(row, text):
    # A key ends where the field begins: 12 is not 1.
    return row.title.casefold() in text or f"record:{row.kind}/{row.slug}." in text
