"""Abbreviations as HTML where they stand: each with its long form, and the first of a section with
a link to the paper's list, so that a keyboard and a screen reader come to it too."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from django.utils.safestring import SafeString

from assurance.runtime.markup import formatted
from reports.documents.document import Document, Facts, Section, text_of

# What the builder of a paper calls the list of its abbreviations ends so.
LIST = "-list"


@dataclass(frozen=True)
class Abbreviations:
    """Short form → long form of what a paper lists at `anchor`; `met` are those printed already."""

    listed: Mapping[str, str]
    anchor: str
    met: set = field(default_factory=set)

    def anew(self) -> "Abbreviations":
        """The same at the beginning of a section."""
        return Abbreviations(self.listed, self.anchor)

    def marked(self, text: str, plain: Callable[[str], SafeString]) -> list[SafeString]:
        """The pieces of `text`: its abbreviations marked, what is between them as `plain` says
        it. The longest is looked for first, and a plural (`SCRs`) is its singular and an s."""
        pieces, end = [], 0
        for match in _pattern(tuple(self.listed)).finditer(text):
            pieces += [plain(text[end : match.start()]), self._said(match[1])]
            end = match.end()
        return [*pieces, plain(text[end:])]

    def _said(self, short):
        long = self.listed[short]
        drawn = formatted('<abbr title="{}">{}</abbr>', long, short)
        if short in self.met:
            return drawn
        self.met.add(short)
        return formatted(
            '<a class="short" href="#{}" aria-label="{}: {}">{}</a>',
            self.anchor,
            short,
            long,
            drawn,
        )


@lru_cache(maxsize=64)
def _pattern(shorts):
    either = "|".join(map(re.escape, sorted(shorts, key=len, reverse=True)))
    return re.compile(rf"(?<![\w&])({either})(?=s?(?![\w&]))")


def abbreviations_of(document: Document) -> Abbreviations | None:
    """What `document` lists as its abbreviations; None where it lists none."""
    for section in document.sections:
        blocks = section.blocks if isinstance(section, Section) else ()
        for block in blocks:
            if isinstance(block, Facts) and block.anchor.endswith(LIST):
                rows = ((row.name, " ".join(text_of(row.lines).split())) for row in block.rows)
                listed = {short: long for short, long in rows if short and long}
                return Abbreviations(listed, block.anchor) if listed else None
    return None
