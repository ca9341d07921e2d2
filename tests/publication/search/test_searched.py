"""Words made plain, what somebody asks for, and what is marked in the text as it was printed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from reports.publication.indexing.editions import passages_of
from reports.vocabulary.plain_text import (
    CLOSE,
    OPEN,
    highlight,
    pieces,
    plain,
    query_phrases,
)
from tests.cases import random_cases
from tests.make import papers
from tests.publication.search.published_papers import document, text
from tests.sweeping import swept


@swept(
    [
        ("Looked-after Children", "looked after children"),
        ("Café José’s", "cafe jose"),
        ("Versions 2,3 and 25.5", "versions 2 3 and 25p5"),
        ("mother/father (R&A)", "mother father r a"),
        ("ﬁve ½", "five 12"),
        ("বাংলা 中文 اردو", "বাংলা 中文 اردو"),
        ("“—” …", ""),
    ]
)
def test_a_text_is_made_plain(text, known):
    assert plain(text) == known


@swept(
    [
        ("", ()),
        ("audits of the files", ("audits", "files")),
        ('"the audits of" files', ("the audits of", "files")),
        ("“looked-after children”", ("looked after children",)),
        ('audits "never closed again', ("audits", "never", "closed", "again")),
        ("and/or mother/father", ("mother father",)),
        ("audit audit Audit", ("audit",)),
        ("title:x NEAR(a, b) c* ^d -e OR f", ("title x", "near a", "b", "c", "d", "e", "f")),
        ('"" "', ()),
        ("a\x00b", ("a b",)),
    ]
)
def test_what_is_asked_for(typed, phrases):
    assert query_phrases(typed) == phrases


def told(stretches):
    """Stretches as one line, what was found in brackets."""
    return "".join(f"[{one.words}]" if one.found else one.words for one in stretches)


@pytest.mark.parametrize(
    ("text", "marked", "line"),
    [
        ("Managers audited.", f"managers {OPEN}audited{CLOSE}", "Managers [audited]."),
        ("Looked-after now", f"{OPEN}looked after{CLOSE} now", "[Looked-after] now"),
        ("One <b> & two", f"{OPEN}one{CLOSE} b two", "[One] <b> & two"),
        ("54% good", f"{OPEN}54{CLOSE} {OPEN}percent{CLOSE} good", "[54%] good"),
        ("Not here", "not here", "Not here"),
        ("", "", ""),
    ],
)
def test_what_was_found_is_marked_as_it_was_printed(text, marked, line):
    assert told(highlight(text, marked)) == line


def test_of_a_long_text_what_stands_around_most_of_it_is_shown():
    text = " ".join(["before"] * 200 + ["audits", "of", "audits"] + ["after"] * 200)
    line = told(highlight(text, plain(text).replace("audits", f"{OPEN}audits{CLOSE}")))
    assert line.startswith("… before") and line.endswith("after …")
    assert "[audits] of [audits]" in line
    assert len(line) < 400
    assert told(highlight(text, plain(text))).startswith("before before")


@random_cases(30)
@given(st.text(max_size=600), st.sets(st.integers(0, 80)))
def test_whatever_is_shown_stands_in_the_text_in_its_order(text, hits):
    words = plain(text).split()
    marked = " ".join(
        f"{OPEN}{word}{CLOSE}" if place in hits else word for place, word in enumerate(words)
    )
    line = "".join(one.words for one in highlight(text, marked))
    assert line.removeprefix("… ").removesuffix(" …") in text
    assert len(words) == len(pieces(text))


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


def test_the_paper_comes_first_and_what_says_nothing_or_calls_a_note_is_no_word():
    head = Facts("head", "About this report", (Fact("Date of meeting", text("26 January 2016")),))
    first = passages(replace(document(), head=head))[0]
    assert (first.anchor, first.heading) == ("", "Assurance report")
    assert first.words == "Date of meeting: 26 January 2016"
    marked = (Text((Run("Of the children"), Run("1", NOTE, "note-1"), Run(", most."))),)
    assert cut(Paragraph("para-1", "1.", (), marked))["para-1"].words == "Of the children, most."
    assert "para-1" not in cut(Paragraph("para-1", "1.", (), ()))


def test_each_paragraph_recommendation_table_chart_fact_and_note_is_found_by_what_it_says():
    found = passages(document("One.", "Two.", items=("Note it.",)))
    assert [(one.anchor, one.label, one.words) for one in found[1:]] == [
        ("work", "“What was done”", ""),
        ("para-1", "paragraph 1", "One."),
        ("para-2", "paragraph 2", "Two."),
        ("asked-1", "“What was done” (i)", "Note it."),
    ]
    table = Table("table-1", "Table 1", "Children", row("Year", "Number"), (row("2015", "188"),))
    chart = Chart("chart-1", "Chart 1", "Costs", "Most is spent.", (Bar("A", "9", 9),), table)
    facts = Facts("contacts", "Contacts", (Fact("Author", text("Head of Service")),))
    found = cut(table, chart, facts, Notes((Item("1", "note-1", text("As counted.")),)))
    assert found["table-1"].heading == "Table 1 Children"
    assert found["table-1"].words == "Year, Number; 2015, 188"
    rows = (row("Oversight must improve.", "INS-3"), row("Health", "Met."), row("Homes", "Open"))
    ended = Table("table-2", "Table 2", "Plan", row("Area", "State"), rows)
    words = "Area, State; Oversight must improve. INS-3; Health, Met. Homes, Open"
    assert cut(ended)["table-2"].words == words
    assert found["chart-1"].heading == "Chart 1 Costs"
    assert found["chart-1"].words == "Most is spent. 2015, 188"
    assert found["contacts"].words == "Author: Head of Service"
    assert found["note-1"].words == "As counted."
    assert found["work"].heading == "2 What was done"
