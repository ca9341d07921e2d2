"""One document with everything a paper can hold: every kind of block, every mark, figures that
stand in prose, tables and a chart, and one that is withheld."""

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
from reports.documents.entries import Entry

ADDRESS = "/netherby/reports/assurance/january-2016/"


def text(*pieces) -> Text:
    """A text of plain words and runs."""
    return Text(tuple(Run(one) if isinstance(one, str) else one for one in pieces))


def figure(words: str, number: int) -> Run:
    """A printed figure."""
    return Run(words, kinds.FIGURE, str(number))


def entry(number: int, words: str, count: int | None, **said) -> Entry:
    """What is published of a figure."""
    about = {
        "key": f"children.looked_after_{number}",
        "title": f"Children looked after, figure {number}",
        "counts": "children",
        "out_of": "",
        "when": "1 December 2015",
        "cohort": "",
        "source": "the census of 1 December 2015",
        "rule": "Each child once",
        "citation": "Children Act 1989, section 22",
        "start": "2015-12-01",
        "end": "2015-12-01",
        "unit": "children",
        "origin": "counted",
    }
    return Entry(number, text=words, count=count, **{**about, **said})


def cells(*words, header=False) -> tuple[Cell, ...]:
    """A row: a name, then numbers."""
    first, *rest = ((one,) if isinstance(one, Run) else (Run(one),) for one in words)
    return (Cell(first, header=True), *(Cell(one, numeric=True, header=header) for one in rest))


def table() -> Table:
    """A table of figures with a row of totals, a number withheld and a note."""
    return Table(
        "table-1",
        "Table 1",
        "Children by placement",
        cells("", "1 December 2015", "Share", header=True),
        (
            cells("Foster carers of the council", figure("1,204", 2), figure("64%", 3)),
            cells("=Agency & others", Run("[c]", kinds.HIDDEN, "4"), Run("[c]", kinds.HIDDEN, "4")),
            cells("All", figure("1,880", 1), ""),
        ),
        total_row=True,
        notes=(text("[c] stands for a number that is not shown."),),
    )


def chart() -> Chart:
    """A chart of two series with a bar that is withheld."""
    rows = (
        cells("Residential homes", figure("16", 5), figure("21", 6)),
        cells("Agency placements", figure("14", 7), Run("[c]", kinds.HIDDEN, "4")),
    )
    return Chart(
        "chart-1",
        "Chart 1",
        "Placements on two days",
        "Residential placements rose from 16 to 21.",
        (
            Bar("Residential homes", "16", 761, "1 January 2015"),
            Bar("Residential homes", "21", 1000, "1 December 2015"),
            Bar("Agency placements", "14", 666, "1 January 2015"),
            Bar("Agency placements", "[c]", None, "1 December 2015"),
        ),
        Table(
            "chart-1-data",
            "",
            "The numbers in this chart",
            cells("", "1 January 2015", "1 December 2015", header=True),
            rows,
        ),
    )


def headlines() -> Headlines:
    """Three headline figures, of which one is a share and one is withheld."""
    day = Run("1 December 2015")
    return Headlines(
        "headlines-first",
        (
            Headline("Looked after & cared for", (figure("1,880", 1),), (day,)),
            Headline("In foster care", (figure("64%", 3),), (day, Run(", 1,204 of 1,880"))),
            Headline("With agencies", (Run("not shown", kinds.HIDDEN, "4"),), (day,)),
        ),
    )


def lists() -> Paragraph:
    """A numbered paragraph with labelled items, bullets within one, and a text between."""
    bullets = ItemList(
        "bullet", (Item("", "para-2-ii-1", (text("with carers;"),)), Item("", "para-2-ii-2", ()))
    )
    items = (
        Item("i.", "para-2-i", (text("seen in time; and"),)),
        Item("ii.", "para-2-ii", (text("placed:"), bullets, text("and said so."))),
        Item("iii.", "para-2-iii", (ItemList("letter", (Item("a)", "a", (text("twice"),)),)),)),
    )
    return Paragraph(
        "para-2",
        "2.",
        (Run("Placements"),),
        (text("Of these children:"), ItemList("roman", items), text("All were visited.")),
    )


def body() -> Section:
    """The section that holds everything but the annex."""
    opening = text(
        "On 1 December 2015 the council looked after ",
        figure("1,880", 1),
        " children",
        Run("1", kinds.NOTE, "note-1"),
        ", see ",
        Run("paragraph 2", kinds.REFERENCE, "para-2"),
        " and ",
        Run("the return", kinds.LINK, "https://council.example/return?a=1&b=2"),
        " or ",
        Run("nowhere", kinds.LINK, "javascript:0"),
        ": ",
        Run("bold", kinds.STRONG),
        ", ",
        Run("slanted", kinds.EMPHASIS),
        " <&> ",
        Run("a number that is not shown here", kinds.HIDDEN, "4"),
        ".",
    )
    inner = Section("children-table", "In numbers", 3, "", (table(), chart(), headlines()))
    unnumbered = Paragraph("unnumbered", content=(ItemList("number", (Item("1.", "n1"),)),))
    notes = Notes((Item("1.", "note-1", (text("Counted on the day."),)),))
    return Section(
        "children",
        "Children looked after",
        2,
        "1",
        (Paragraph("para-1", "1.", (), (opening,)), lists(), unnumbered, inner, notes),
    )


def rich(**said) -> Document:
    """The document, issued; `said` are fields of it in place of these."""
    figures = (
        entry(1, "1,880", 1880),
        entry(2, "1,204", 1204, base="1,880", base_count=1880, member="foster"),
        entry(3, "64%", 1204, base="1,880", base_count=1880, member="foster"),
        entry(4, "a number that is not shown here", None, member="agency", mark="suppressed"),
        entry(5, "16", 16),
        entry(6, "21", 21),
        entry(7, "14", 14),
    )
    annex = Section(
        "annex-a", "Annex A: Wards", 2, "", (Facts("wards", "Wards", (Fact("North", ()),)),)
    )
    fields = {
        "council": "Netherby Metropolitan Council",
        "title": "Assurance report",
        "head": Facts("head", "About this report", (Fact("Meeting", (text("18 January 2016"),)),)),
        "sections": (body(), annex),
        "figures": figures,
        "draft": False,
        "author": "Head of Service",
        "subject": "Assurance",
        "dated": "2016-01-18",
        "created": "2016-01-18T12:00:00+00:00",
        "modified": "2016-01-18T12:00:00+00:00",
        "address": ADDRESS,
        "running": "Netherby: Assurance report",
        "notices": (text("This edition corrects the first."),),
    }
    return Document(**{**fields, **said})
