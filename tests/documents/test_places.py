"""Where things stand, in a reader's words."""

from reports.documents.document import (
    Chart,
    Document,
    Fact,
    Facts,
    Item,
    ItemList,
    Notes,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
)
from reports.documents.html.places import places, said_at
from tests.sweeping import swept

WORDS = Text((Run("words"),))
INNERMOST = ItemList("bullet", (Item("", "para-2-i-point-1", (WORDS,)),))
INNER = ItemList("roman", (Item("i.", "para-2-i", (INNERMOST,)),))
DOCUMENT = Document(
    council="Netherby",
    title="Report",
    head=Facts("head", "About this paper", (Fact("Period"),)),
    sections=(
        Section(
            "section-work",
            "The work",
            number="3.",
            blocks=(
                Paragraph("para-2", "2.", (), (INNER,)),
                Paragraph("opening"),
                Table("table-1", "Table 1", "Children"),
                Chart("chart-1", "Chart 1", "", "", (), Table("chart-1-data", "", "")),
                Section("section-inner", "Inner", 3, "", (Table("list-x", "", "Actions"),)),
                Notes((Item("1.", "note-1", (WORDS,)),)),
            ),
        ),
        Section(
            "annex-a", "Annex A: The vision", blocks=(Section("part", "Aims", blocks=(
                Paragraph("annex-a-1", "1."),
            )),),
        ),
    ),
)  # fmt: skip


@swept(
    [
        ("head", "“About this paper”"),
        ("section-work", "“3. The work”"),
        ("para-2", "paragraph 2"),
        ("para-2-i", "paragraph 2 (i)"),
        ("para-2-i-point-1", "paragraph 2 (i), point 1"),
        ("opening", "“3. The work”"),
        ("table-1", "Table 1"),
        ("chart-1-data", "Chart 1"),
        ("list-x", "“Inner”"),
        ("note-1", "“3. The work” (1)"),
        ("annex-a", "“Annex A: The vision”"),
        ("annex-a-1", "Annex A, paragraph 1"),
        ("para-2-mark-4", "paragraph 2"),
        ("nowhere", ""),
        ("", ""),
    ]
)
def test_a_place_is_said_as_a_reader_would_look_for_it(anchor, said):
    assert said_at(places(DOCUMENT), anchor) == said
