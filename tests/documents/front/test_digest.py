"""The digest that opens a publication: what members are asked, and commitments by their state."""

from dataclasses import replace

import pytest

from reports.documents import formats
from reports.documents.document import (
    Document,
    Facts,
    Headline,
    Headlines,
    Item,
    ItemList,
    Paragraph,
    Run,
    Section,
    Text,
    from_json,
    to_json,
)
from reports.documents.front.digest import (
    ASKED,
    COLUMNS,
    COMMITMENTS,
    asked_of,
    commitments_table,
    counted,
)
from reports.documents.front.kinds import OPEN, OVERDUE, CommitmentEntry, Front
from reports.documents.headlines import MAIN_POINTS
from tests.documents import forms
from tests.documents.pdf.pdf_structure import faults

ENTRIES = (
    CommitmentEntry("Kept", "Begin the audit", "Principal Social Worker", "30 November 2015"),
    CommitmentEntry(OVERDUE, "Publish the leaflet", "", "31 December 2015", "p1", "paragraph 1"),
    CommitmentEntry(OPEN, "Report on visits", "DBS lead", "Next report"),
    CommitmentEntry(OPEN, "Count again", "DBS lead", "31 March 2016"),
)


def text(words):
    """One text of plain words."""
    return Text((Run(words),))


def asking():
    """A section that asks members for two things, the first in two parts."""
    parts = ItemList(
        "letter",
        (Item("a.", "p2-i-a", (text("the audit;"),)), Item("b.", "p2-i-b", (text("the visits"),))),
    )
    items = (
        Item("i.", "p2-i", (text("note"), parts)),
        Item("ii.", "p2-ii", (text("agree the plan"),)),
    )
    return Section(
        "part-asked",
        "Recommendations",
        blocks=(
            Paragraph("p2", "2.", (), (text("Members are invited to:"), ItemList("roman", items))),
        ),
    )


def document(**front):
    """A report with headline figures, a main point, a paragraph and what it asks."""
    points = (ItemList("bullet", (Item("", "point", (text("More children live at home."),)),)),)
    group = Headlines(
        "first", (Headline("Children", (Run("188"),), (Run("1 December 2015"),)),), points
    )
    body = Section(
        "body", "Body", blocks=(group, Paragraph("p1", "1.", (), (text("Words of the body."),)))
    )
    return Document(
        "Netherby",
        "Report",
        Facts("head", "About"),
        (body, asking()),
        dated="2016-01-18",
        draft=False,
        created="2016-01-18T10:00:00+00:00",
        front=Front(**front),
    )


def test_what_is_asked_is_in_the_words_of_its_section():
    asked = asked_of(document(asking="part-asked"))
    assert (asked.lead, asked.anchor, asked.title) == (
        "Members are invited to:",
        "part-asked",
        "Recommendations",
    )
    assert [(one.label, one.anchor, one.words) for one in asked.items] == [
        ("i.", "p2-i", "note the audit; the visits"),
        ("ii.", "p2-ii", "agree the plan"),
    ]


@pytest.mark.parametrize("anchor", ["", "part-gone", "body"])
def test_a_document_without_such_a_section_asks_nothing(anchor):
    assert asked_of(document(asking=anchor)).items == ()
    assert ASKED not in formats.print_html(document(asking=anchor))


def test_a_document_of_before_has_no_front_and_asks_nothing():
    before = replace(document(), front=None)
    assert "front" not in to_json(before)
    assert (asked_of(before).items, commitments_table(before)) == ((), None)
    page = formats.print_html(before)
    assert MAIN_POINTS in page and COMMITMENTS not in page


def test_the_front_goes_to_json_and_back():
    full = document(month="January 2016", asking="part-asked", commitments=ENTRIES)
    assert from_json(to_json(full)) == full


def test_commitments_are_counted_by_state_in_their_order():
    made = document(commitments=ENTRIES)
    assert counted(ENTRIES) == "1 kept, 1 overdue, 2 open"
    table = commitments_table(made)
    assert table.caption == counted(ENTRIES)
    assert [[" ".join(run.text for run in cell.runs) for cell in row] for row in table.rows][
        1:3
    ] == [
        [OVERDUE, "Publish the leaflet  ( paragraph 1 )", "", "31 December 2015"],
        [OPEN, "Report on visits", "DBS lead", "Next report"],
    ]
    assert all(row[1].header for row in table.rows)


@pytest.fixture(scope="module")
def files():
    """Ending → bytes of the files of the full document."""
    full = document(month="January 2016", asking="part-asked", commitments=ENTRIES)
    made = formats.render(full, "paper", (formats.HTML, formats.PDF, formats.WORD))
    return {one.name.rpartition(".")[2]: one.content for one in made}


@pytest.mark.long
def test_page_and_word_open_with_the_same_digest_in_the_same_order(files):
    page, _ = forms.of_html(files["html"].decode())
    word, _ = forms.of_word(files["docx"])
    for words in (page, word):
        line = " ".join(words)
        places = [
            line.index(part)
            for part in (MAIN_POINTS, ASKED, COMMITMENTS, "Contents", "Words of the body")
        ]
        assert places == sorted(places)
        digest = line[places[0] : places[3]]
        for one in ENTRIES:
            assert all(part in digest for part in (one.state, one.what, one.who, one.due))
        assert "agree the plan" in digest
    start, end = page.index("Main"), page.index("Contents")
    assert " ".join(page[start:end]) in " ".join(word)


@pytest.mark.long
def test_the_digest_of_the_pdf_is_on_its_first_page_and_tagged(files):
    assert faults(files["pdf"], tables=1) == []
    first = forms.of_pdf(files["pdf"])
    assert first.index(ASKED) < first.index(COMMITMENTS) < first.index("Words of the body")
    assert all(name in first for name in COLUMNS)
    assert "Recommendations in full page 1" in first
