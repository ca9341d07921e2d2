"""A paper cut into what can be found."""

from dataclasses import replace

from reports.documents.document import (
    NOTE,
    Bar,
    Cell,
    Chart,
    Fact,
    Facts,
    Item,
    Notes,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
)
from reports.documents.html.places import places
from reports.publication.indexing import passages_of
from tests.make import papers
from tests.publication.search.published_papers import document, text


def row(*words):
    """A row of a table."""
    return tuple(Cell((Run(one),)) for one in words)


def passages(document):
    """The passages of a document, in its order."""
    return list(passages_of(document, places(document)))


def cut(*blocks):
    """Anchor → passage of a document with these blocks in one section."""
    section = Section("work", "What was done", number="2", blocks=blocks)
    return {one.anchor: one for one in passages(replace(papers.document(), sections=(section,)))}


def test_the_paper_itself_comes_first_with_its_title_and_head():
    head = Facts("head", "About this paper", (Fact("Date of meeting", text("26 January 2016")),))
    first = passages(replace(document(), head=head))[0]
    assert (first.anchor, first.heading) == ("", "Assurance report")
    assert first.words == "Date of meeting 26 January 2016"


def test_each_paragraph_and_recommendation_is_found_by_its_own_address():
    found = passages(document("One.", "Two.", items=("Note it.",)))
    assert [(one.anchor, one.label, one.words) for one in found[1:]] == [
        ("work", "“What was done”", ""),
        ("para-1", "paragraph 1", "One."),
        ("para-2", "paragraph 2", "Two."),
        ("asked-1", "“What was done” (i)", "Note it."),
    ]


def test_tables_charts_facts_and_notes_are_found_by_all_that_they_say():
    table = Table("table-1", "Table 1", "Children", row("Year", "Number"), (row("2015", "188"),))
    chart = Chart("chart-1", "Chart 1", "Costs", "Most is spent.", (Bar("A", "9", 9),), table)
    facts = Facts("contacts", "Contacts", (Fact("Author", text("Head of Service")),))
    found = cut(table, chart, facts, Notes((Item("1", "note-1", text("As counted.")),)))
    assert found["table-1"].heading == "Table 1 Children"
    assert found["table-1"].words == "Year Number 2015 188"
    assert found["chart-1"].heading == "Chart 1 Costs"
    assert found["chart-1"].words == "Most is spent. 2015 188"
    assert found["contacts"].words == "Author Head of Service"
    assert found["note-1"].words == "As counted."
    assert found["work"].heading == "2 What was done"


def test_the_mark_that_calls_a_note_is_no_word():
    marked = (Text((Run("Of the children"), Run("1", NOTE, "note-1"), Run(", most."))),)
    assert cut(Paragraph("para-1", "1.", (), marked))["para-1"].words == "Of the children, most."


def test_what_says_nothing_is_not_found():
    assert "para-1" not in cut(Paragraph("para-1", "1.", (), ()))
