"""How these tests read a public page and what was frozen: neither by the program's own readers."""

import re
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser

from reports.editions.models.editions import Edition

BLOCKS = {"h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "th", "td", "caption", "tr", "summary"}


@dataclass(frozen=True, eq=False)
class Issue:
    """A published edition: when it was issued, of which paper, and its document as it was frozen,
    in plain lists and dicts. `newest` is the number of its paper's newest edition."""

    key: int
    title: str
    number: int
    newest: int
    is_removed: bool
    issued_on: date
    told_on: date
    period_end: date
    paper: int
    paper_address: str
    document: dict

    @property
    def is_current(self):
        return self.number == self.newest

    @property
    def series(self):
        return self.paper_address.split("/")[3]

    @property
    def address(self):
        return f"{self.paper_address}edition-{self.number}/"

    @property
    def name(self):
        month = f"{self.told_on:%B %Y}"
        title = self.title if month in self.title else f"{self.title}, {month}"
        return f"{title}, edition {self.number}"

    @property
    def figures(self):
        """What was counted, in order; what was left out because it was empty is empty."""
        usual = {"population": "", "definition": "", "made_of": []}
        return [usual | row for row in self.document["figures"] if row["key"] != "stated"]


def issues(council):
    """Every published edition of a council whose paper can be read, the first issued first."""
    rows = Edition.objects.filter(paper__council__slug=council, published_at__isnull=False)
    newest, result = {}, []
    for row in rows.order_by("number"):
        newest[row.paper_id] = row
    for row in rows.order_by("issued_on", "pk").select_related("paper__series", "paper__meeting"):
        last, paper = newest[row.paper_id], row.paper
        if removed(last):
            continue
        result.append(
            Issue(
                key=row.pk,
                title=row.title,
                number=row.number,
                newest=last.number,
                is_removed=removed(row),
                issued_on=row.issued_on,
                told_on=paper.told_on,
                period_end=paper.period_end,
                paper=paper.pk,
                paper_address=f"/{council}/reports/{paper.series.slug}/{paper.slug}/",
                document=row.document,
            )
        )
    return [issue for issue in result if not issue.is_removed]


def removed(row):
    """Whether somebody has removed an edition, and nobody has undone it."""
    return any(item.decision != "undone" for item in row.removals.all())


class _Blocks(HTMLParser):
    """The blocks of a page in order, each (tag, text), a row of a table as its cells."""

    def __init__(self):
        super().__init__()
        self.blocks, self.cells, self.open, self.quiet = [], None, [], 0

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "style", "svg"):
            self.quiet += 1
        if tag == "tr":
            self.cells = []
        elif tag in BLOCKS:
            self._close()
            self.open.append([tag, ""])
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag):
        if tag in ("script", "style", "svg"):
            self.quiet -= 1
        if tag == "tr":
            self.blocks.append(("tr", tuple(self.cells)))
            self.cells = None
        elif tag in BLOCKS:
            self._close()

    def handle_data(self, data):
        if self.open and not self.quiet:
            self.open[-1][1] += data

    def _close(self):
        if not self.open:
            return
        tag, text = self.open.pop()
        text = " ".join(text.split())
        if tag in ("td", "th"):
            self.cells.append(text)
        elif text:
            self.blocks.append((tag, text))


def blocks(answer):
    """The blocks of what a page says."""
    assert answer.status_code == 200
    return blocks_in(answer.content.decode())


def blocks_in(html):
    """The same of a page's source."""
    main = re.search(r"(?s)<main\b.*</main>", html).group()
    parser = _Blocks()
    parser.feed(main)
    return parser.blocks


def between(rows, first, last=None):
    """Those after the block `first`, up to the next block that begins as `last` does."""
    start = rows.index(first) + 1
    ends = (
        place
        for place, (tag, text) in enumerate(rows)
        if place >= start and last and tag == last[0] and str(text).startswith(last[1])
    )
    return rows[start : next(ends, len(rows))]


def tables(rows):
    """Caption → rows of cells below the head, of every table."""
    found = {}
    for tag, text in rows:
        if tag == "caption":
            name = text
            found[name] = []
        elif tag == "tr":
            found[name].append(text)
    return {name: cells[1:] for name, cells in found.items()}
