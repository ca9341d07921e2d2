"""The notes on sources and definitions at the end of print and of Word, and the marks to them."""

import re
from dataclasses import replace

import pytest

from reports.documents.annexes import annex_alone, annex_sections
from reports.documents.document import (
    FIGURE,
    Cell,
    Item,
    Notes,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
    text_of,
)
from reports.documents.entries import SOURCE_MARK, SOURCED
from reports.documents.formats import WORD, moment, print_html, render
from reports.documents.sources.notes import last_own_note, short, source_notes
from reports.documents.sources.section import ANCHOR, TITLE, with_sources
from reports.documents.word.file import word_file
from tests.documents.forms import of_word, part
from tests.documents.pdf.pdf_structure import Paper
from tests.documents.rich import rich
from tests.make import papers
from tests.make.published_figures import entry


def figure(number, text="7"):
    """A figure in a line."""
    return Run(text, FIGURE, str(number))


def document(*figures, blocks=()):
    """A document with `figures`, each printed in paragraph 1, then `blocks`."""
    numbered = tuple(replace(one, number=place) for place, one in enumerate(figures, 1))
    runs = tuple(figure(one.number, one.text) for one in numbered)
    section = Section("work", "Work", blocks=(paragraph(runs), *blocks))
    return replace(papers.document(), figures=numbered, sections=(section,))


def paragraph(runs, number=1):
    """A numbered paragraph of these runs."""
    return Paragraph(f"para-{number}", f"{number}.", (), (Text(tuple(runs)),))


def listed(made):
    """The notes at the end, as text."""
    section = made.sections[-1]
    assert (section.anchor, section.title) == (ANCHOR, TITLE)
    [*_, notes] = section.blocks
    return [f"{item.label} {text_of(item.content)}".replace("\u00a0", " ") for item in notes.items]


def marks(value):
    """The marks and linked figures of a part of a document, in order, as (text, target)."""
    if isinstance(value, Run):
        return [(value.text.strip(), value.to)] if value.kind in (SOURCE_MARK, SOURCED) else []
    inner = value if isinstance(value, tuple) else vars(value).values()
    parts = (item for item in inner if isinstance(item, tuple) or hasattr(item, "__dict__"))
    return [found for item in parts for found in marks(item)]


def test_a_note_names_what_is_counted_its_population_date_source_rule_and_places():
    shown = entry("16", title="People overdue", counts="people past their date", cohort="Staff",
                  when="15 January 2016", source="DBS audit of 5 January 2016",
                  rule="Each person once", places=("para-1",))  # fmt: skip
    assert listed(with_sources(document(shown))) == [
        (
            "1. People overdue. People past their date. Population: Staff. 15 Jan 2016. "
            "DBS audit of 5 January 2016. Each person once. Paragraph 1."
        )
    ]


def test_figures_of_one_definition_share_a_note_that_lists_their_dates_and_places():
    first = entry("210", when="1 January 2015", source="The return", places=("para-1",))
    second = replace(first, text="188", when="1 December 2015", places=("para-1", "para-2"))
    later = paragraph([figure(2, "188")], 2)
    made = with_sources(document(first, second, blocks=(later,)))
    [note] = listed(made)
    assert "1 Jan 2015; 1 Dec 2015. The return." in note
    assert note.endswith("Paragraph 1, paragraph 2.")
    assert marks(made.sections[:-1]) == [("1", "source-1")] * 3


def test_another_source_for_each_date_is_next_to_its_date():
    first = entry("210", when="1 January 2015", source="return of March")
    second = replace(first, when="1 December 2015", source="return of December")
    [note] = listed(with_sources(document(first, second)))
    assert "1 Jan 2015: return of March. 1 Dec 2015: return of December." in note


def test_sources_that_differ_by_their_month_alone_are_one_series():
    months = ("October", "November", "December")
    every = [
        replace(
            entry("210"),
            when=f"1 {name} 2015",
            end=f"2015-1{place}-01",
            source=f"Monthly report, {name} 2015",
        )
        for place, name in enumerate(months)
    ]
    [two] = listed(with_sources(document(*every[:2])))
    assert "1 Oct 2015: Monthly report, October 2015." in two
    [note] = listed(with_sources(document(*every)))
    series = "3 dates from 1 Oct 2015 to 1 Dec 2015: Monthly report, October 2015 to December 2015."
    assert series in note and "1 Nov 2015" not in note


@pytest.mark.parametrize("other", [{"counts": "others"}, {"cohort": "Carers"}, {"rule": "Twice"}])
def test_another_definition_has_a_note_of_its_own(other):
    made = with_sources(document(entry("1"), entry("2", **other)))
    assert [note[:2] for note in listed(made)] == ["1.", "2."]
    assert marks(made.sections[:-1]) == [("1", "source-1"), ("2", "source-2")]


def test_notes_are_in_the_order_of_print_and_unprinted_figures_are_last():
    rows = (entry("1", counts="one"), entry("2", counts="two"), entry("3", counts="three"))
    made = document(*rows)
    turned = paragraph([figure(3), figure(1)])
    made = replace(made, sections=(replace(made.sections[0], blocks=(turned,)),))
    assert [note.entries[0].counts for note in source_notes(made)] == ["three", "one", "two"]


def test_measures_of_other_titles_have_notes_of_their_own():
    measures = [
        entry("44", key="measures.value", member="users", title="Authorities that use it"),
        entry("31", key="measures.value", member="agencies", title="Agencies that shaped it"),
    ]
    first, second = listed(with_sources(document(*measures)))
    assert first.startswith("1. Authorities that use it.")
    assert second.startswith("2. Agencies that shaped it.")


def test_parts_of_a_breakdown_are_named_by_what_is_broken_down():
    first = entry("8", member="adoption", title="By placement: Placed for adoption")
    second = replace(first, text="9", member="foster", title="By placement: Foster care")
    [note] = source_notes(document(first, second))
    assert note.title == "By placement"
    [alone] = source_notes(document(first))
    assert alone.title == "By placement: Placed for adoption"


def test_a_typed_number_has_a_note_with_its_source():
    typed = entry("44", key="stated", source="fostering register, 29 February 2016",
                  places=("para-1",))  # fmt: skip
    assert listed(with_sources(document(typed))) == [
        (
            "1. Typed number: 44. Fostering register, 29 February 2016. "
            "Not counted from the council’s records. Paragraph 1."
        )
    ]


def test_typed_words_without_a_number_are_a_statement():
    typed = entry("half", key="stated", title="Statement: half", source="minute, 1 March 2016")
    assert source_notes(document(typed))[0].title == "Statement: half"


def test_numbers_go_on_from_the_authors_notes():
    own = Notes((Item("1.", "note-1", (Text((Run("Said."),)),)), Item("2.", "note-2", ())))
    made = document(entry("7"), blocks=(own,))
    assert last_own_note(made) == 2
    assert listed(with_sources(made))[0].startswith("3. ")
    about = text_of(with_sources(made).sections[-1].blocks[0])
    assert "Notes 1 to 2 are at the end of the section that refers to it." in about


def test_a_table_leads_from_its_figures_and_names_its_notes_below():
    rows = ((Cell((Run("All"),), header=True), Cell((figure(1),)), Cell((figure(2),))),)
    table = Table("table-1", "Table 1", "Children", (Cell(), Cell(), Cell()), rows)
    made = with_sources(document(entry("1"), entry("2", counts="others"), blocks=(table,)))
    drawn = made.sections[0].blocks[-1]
    assert marks(drawn.rows) == [("7", "source-1"), ("7", "source-2")]
    assert text_of(drawn.notes) == "Sources: notes 1 and 2."
    alone = replace(table, rows=(rows[0][:2],), columns=(Cell(), Cell()))
    made = with_sources(document(entry("1"), blocks=(alone,)))
    assert text_of(made.sections[0].blocks[-1].notes) == "Source: note 1."


def test_a_document_without_figures_has_no_notes_and_a_heading_no_mark():
    bare = replace(document(), figures=())
    assert with_sources(bare) == bare
    headed = Paragraph("para-2", "2.", (figure(1),), (Text((Run("Words"),)),))
    made = with_sources(document(entry("1"), blocks=(headed,)))
    assert made.sections[0].blocks[-1] == headed


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ("1 January 2015 to 31 December 2015", "1 Jan to 31 Dec 2015"),
        ("1 July 2014 to 30 June 2015", "1 Jul 2014 to 30 Jun 2015"),
        ("1 January 2015 and 1 December 2015", "1 Jan 2015 and 1 Dec 2015"),
        ("1 May 2015", "1 May 2015"),
        ("", ""),
    ],
)
def test_dates_are_short_and_none_is_broken_between_two_lines(when, shown):
    assert short(when).replace("\u00a0", " ") == shown
    assert not re.search(r"\d [A-Z]|[a-z] \d{4}", short(when))


def test_every_link_of_print_leads_somewhere_and_no_number_runs_into_its_mark():
    page = print_html(rich())
    targets = set(re.findall(r' id="([^"]+)"', page))
    links = re.findall(r'<a [^>]*href="#([^"]+)"', page)
    assert {"source-2", "source-3", "source-4"} <= set(links)
    assert set(links) <= targets
    assert '<b>1,880</b><sup class="source-mark">\u00a0<a ' in page
    assert not re.search(r"<a [^>]*></a>", page)


@pytest.mark.long
def test_the_notes_of_the_pdf_are_notes_with_a_label():
    [pdf] = render(rich(), "x", ["pdf"])
    notes = Paper(pdf.content).tagged("Note")
    assert len(notes) == len(source_notes(rich())) + 1


def test_word_leads_to_each_note_and_back():
    made = with_sources(rich())
    body = part(word_file(made, moment(made)), "word/document.xml")
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    names = {item.get(f"{space}name") for item in body.iter(f"{space}bookmarkStart")}
    links = {item.get(f"{space}anchor") for item in body.iter(f"{space}hyperlink")} - {None}
    assert links <= names
    assert {"source_2", "source_3"} <= links
    words, _ = of_word(render(rich(), "x", [WORD])[0].content)
    assert "1,880" in words


def test_an_annex_by_itself_names_its_own_figures_only():
    inside = Section("annex-a", "Annex A", blocks=(paragraph([figure(2)], 9),))
    made = document(entry("1"), entry("2", counts="others"))
    made = replace(made, sections=(*made.sections, inside), address="/a/")
    [annex] = annex_sections(made)
    alone = with_sources(annex_alone(made, annex))
    [note] = listed(alone)
    assert "Others" in note
    assert marks(alone.sections[0]) == [("1", "source-1")]
    assert alone.address == ""


def test_a_difference_of_two_values_of_one_figure_has_their_note():
    def less(**other):
        fields = {"key": "dbs.overdue", "member": "difference-a", "counts": "one less the other"}
        return entry("+2", **{**fields, "rule": "The first less the second.", **other})

    first, second = entry("9", "2014-12-31"), entry("7")
    alike = document(less(made_of=(2, 3)), first, second)
    [note] = source_notes(alike)
    assert [row.number for row in note.entries] == [2, 3, 1]
    assert note.title == first.title and "less" not in note.words
    unlike = replace(second, counts="something else")
    for other in (less(made_of=()), less(made_of=(2, 3), member="sum-a")):
        assert len(source_notes(document(other, first, second))) == 2
    assert len(source_notes(document(less(made_of=(2, 3)), first, unlike))) == 3
