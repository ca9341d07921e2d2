"""Documents of any shape, as small as a mistake can be: every kind of block in every other."""

from itertools import count

from hypothesis import strategies as st

from reports.documents import document as kinds
from reports.documents.document import (
    Bar,
    Cell,
    Chart,
    Document,
    Fact,
    Facts,
    Headline,
    Headlines,
    Item,
    ItemList,
    Notes,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
)

STYLES = ("roman", "letter", "number", "bullet")


class Words:
    """Words that stand nowhere else in the document, so that each can be looked for."""

    def __init__(self):
        self.numbers = count(1)
        self.said = []

    def new(self):
        """A word of its own; no word is the beginning of another."""
        self.said.append(f"word{next(self.numbers)}x")
        return self.said[-1]


class Maker:
    """Draws one document; anchors and words are never the same twice."""

    def __init__(self, draw):
        self.draw, self.words, self.anchors, self.noted = draw, Words(), count(1), 0

    def anchor(self):
        """An anchor of its own."""
        return f"a{next(self.anchors)}"

    def pick(self, *choices):
        """One of `choices`."""
        return self.draw(st.sampled_from(choices))

    def runs(self):
        """A plain run and perhaps one of another kind."""
        plain = (Run(f"{self.words.new()} & <i> "),)
        kind = self.pick("", kinds.STRONG, kinds.EMPHASIS, kinds.FIGURE, kinds.LINK, kinds.HIDDEN)
        to = {kinds.LINK: "https://council.example/a", kinds.FIGURE: "1", kinds.HIDDEN: "1"}
        return (*plain, Run(self.words.new(), kind, to.get(kind, ""))) if kind else plain

    def text(self):
        """One run of prose."""
        return Text(self.runs())

    def listing(self, depth=1):
        """A list up to two levels deep; an item may hold further texts."""
        style = self.pick(*STYLES)
        return ItemList(style, tuple(self.item(style, depth) for _ in range(self.pick(1, 2))))

    def item(self, style, depth):
        """An item, with a label unless it is a bullet's."""
        content = [self.text() for _ in range(self.pick(1, 1, 2))]
        if depth == 1 and self.pick(True, False):
            content.append(self.listing(2))
        label = "" if style == "bullet" else f"{self.words.new()}."
        return Item(label, self.anchor(), tuple(content))

    def paragraph(self):
        """A paragraph, with or without its number and a run-in heading."""
        content = [self.text()]
        if self.pick(True, False):
            content += [self.listing(), *([self.text()] if self.pick(True, False) else [])]
        heading = self.runs() if self.pick(True, False) else ()
        number = f"{self.words.new()}." if self.pick(True, False) else ""
        return Paragraph(self.anchor(), number, heading, tuple(content))

    def table(self):
        """A table of one to three columns, with or without rows of totals and notes."""
        width, height = self.pick(1, 2, 3), self.pick(1, 2)
        columns = tuple(Cell(self.runs(), numeric=place > 0, header=True) for place in range(width))
        rows = tuple(
            tuple(Cell(self.runs(), numeric=place > 0, header=place == 0) for place in range(width))
            for _ in range(height)
        )
        notes = tuple(self.text() for _ in range(self.pick(0, 1)))
        total = self.pick(True, False)
        label = self.pick("", "Table 1")
        return Table(self.anchor(), label, self.words.new(), columns, rows, total, notes)

    def chart(self):
        """A chart with its table; a bar may be hidden."""
        bars = tuple(
            Bar(self.words.new(), self.words.new(), self.pick(0, 500, 1000))
            for _ in range(self.pick(1, 2))
        )
        caption, finding = self.words.new(), self.words.new()
        return Chart(self.anchor(), "Chart 1", caption, finding, bars, self.table())

    def headlines(self):
        """Headline figures, with or without what stands beside their values."""
        items = (
            Headline(self.words.new(), self.runs(), self.runs() if self.pick(True, False) else ())
            for _ in range(self.pick(1, 2))
        )
        return Headlines(self.anchor(), tuple(items))

    def noted_paragraph(self):
        """(a paragraph with a note's mark, the notes that it leads to)."""
        self.noted += 1
        number = str(self.noted)
        mark = Run(number, kinds.NOTE, f"note-{number}")
        paragraph = Paragraph(self.anchor(), content=(Text((*self.runs(), mark)),))
        note = Item(f"{number}.", f"note-{number}", (self.text(),))
        return (paragraph, Notes((note,)))

    def facts(self, caption):
        """A block of facts."""
        rows = tuple(
            Fact(self.words.new(), tuple(self.text() for _ in range(self.pick(1, 2))))
            for _ in range(self.pick(1, 2))
        )
        return Facts(self.anchor(), caption, rows)

    def blocks(self, level):
        """One to three blocks of any kind, sections within sections."""
        found = []
        for _ in range(self.pick(1, 2, 3)):
            kind = self.pick(
                "paragraph", "listing", "table", "chart", "headlines", "noted", "section"
            )
            if kind == "section" and level < 4:
                found.append(self.section(level + 1))
            elif kind == "noted":
                found += self.noted_paragraph()
            else:
                found.append(getattr(self, kind if kind != "section" else "paragraph")())
        return tuple(found)

    def section(self, level=2):
        """A section and what stands in it."""
        number = self.pick("", "1.")
        return Section(self.anchor(), self.words.new(), level, number, self.blocks(level))


@st.composite
def documents(draw):
    """(a document, every word that it says)."""
    maker = Maker(draw)
    document = Document(
        council="Netherby Metropolitan Council",
        title="Assurance report",
        head=maker.facts("About this report"),
        sections=tuple(maker.section() for _ in range(maker.pick(1, 2))),
        draft=maker.pick(True, False),
        dated="2016-01-18",
        author="Head of Service",
        subject="Assurance",
        running="Netherby",
    )
    return document, tuple(maker.words.said)
