"""What a text holds for the checks, read once and kept."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from reports.prose.dates import KEPT, Mention, dates
from reports.prose.marks import Marked, Sentence, marked, sentences
from reports.prose.numbers import Number, numbers
from reports.prose.patterns import keep


@dataclass(frozen=True)
class TextRead:
    """What a text holds: dates, numbers, sentences, and those with marks."""

    dates: tuple[Mention, ...]
    numbers: tuple[Number, ...]
    sentences: tuple[Sentence, ...]
    marked: tuple[Marked, ...]

    @cached_property
    def made(self) -> dict[Any, Any]:
        """The readings that later apps add to it, of the same numbers."""
        return {}


@lru_cache(KEPT)
def read_text(text: str) -> TextRead:
    """The reading of a text, kept: where one paragraph changed, one is read again."""
    mentions, parts = dates(text), sentences(text)
    stated = numbers(text)
    read = marked(text, parts, stated, mentions)
    for item in (*parts, *read):
        keep(item.text)
    keep(text)
    return TextRead(mentions, stated, parts, read)
