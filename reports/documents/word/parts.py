"""What stands beside the body of a Word file and is named in it: bookmarks, links and charts."""

import hashlib
import re
from dataclasses import dataclass, field

from reports.documents.document import Chart
from reports.documents.word.markup import bookmark, quoted

# Word takes no more letters in the name of a bookmark.
LONGEST = 40
_PRINT = 8


@dataclass
class BodyResources:
    """Bookmarks, addresses and charts in the order in which the body met them."""

    links: list[str] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def marked(self, anchor: str, runs: str) -> str:
        """`runs` with the bookmark of `anchor` around them, for citations to lead to."""
        return bookmark(self.next(), self.name(anchor), runs)

    def to(self, anchor: str, runs: str) -> str:
        """`runs` as a link to the bookmark of `anchor`."""
        return f'<w:hyperlink w:anchor="{self.name(anchor)}" w:history="1">{runs}</w:hyperlink>'

    def out(self, address: str, runs: str) -> str:
        """`runs` as a link that leaves the file."""
        self.links.append(address)
        tip = f"w:tooltip={quoted(address)}"
        return f'<w:hyperlink r:id="link{len(self.links)}" {tip}>{runs}</w:hyperlink>'

    def drawn(self, chart: Chart) -> str:
        """The name by which the body calls the part that `chart` is drawn in."""
        self.charts.append(chart)
        return f"chart{len(self.charts)}"

    def next(self) -> int:
        """A number that nothing else of the file has."""
        self.count += 1
        return self.count

    def name(self, anchor: str) -> str:
        """The bookmark of an anchor: letters, digits and underscores, the same for no other."""
        if anchor not in self.names:
            plain = re.sub(r"[^A-Za-z0-9_]", "_", anchor)
            plain = plain if plain[:1].isalpha() else f"a_{plain}"
            if len(plain) > LONGEST or plain in self.names.values():
                mark = hashlib.sha256(anchor.encode()).hexdigest()[:_PRINT]
                plain = f"{plain[: LONGEST - _PRINT - 1]}_{mark}"
            self.names[anchor] = plain
        return self.names[anchor]
