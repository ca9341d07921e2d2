"""Places of a page, and abbreviations in it."""

from dataclasses import replace

from django.utils.html import conditional_escape

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
from reports.documents.html import page
from reports.documents.html.abbreviations import Abbreviations, abbreviations_of
from reports.documents.html.places import places, said_at
from tests.make import papers
from tests.sweeping import swept

WORDS = Text((Run("words"),))
INNERMOST = ItemList("bullet", (Item("", "para-2-i-point-1", (WORDS,)),))
INNER = ItemList("roman", (Item("i.", "para-2-i", (INNERMOST,)),))
DOCUMENT = Document(
    council="Netherby",
    title="Report",
    head=Facts("head", "About this report", (Fact("Period"),)),
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
        Paragraph("loose"),
        Section(
            "annex-a", "Annex A: The vision", blocks=(Section("part", "Aims", blocks=(
                Paragraph("annex-a-1", "1."),
            )),),
        ),
    ),
)  # fmt: skip


@swept(
    [
        *(("head", "“About this report”"), ("section-work", "“3. The work”")),
        *(("para-2", "paragraph 2"), ("para-2-i", "paragraph 2 (i)")),
        ("para-2-i-point-1", "paragraph 2 (i), point 1"),
        *(
            ("opening", "“3. The work”"),
            ("loose", "the text after “3. The work”"),
            ("table-1", "Table 1"),
            ("chart-1-data", "Chart 1"),
        ),
        *(("list-x", "“Inner”"), ("note-1", "“3. The work” (1)")),
        *(("annex-a", "“Annex A: The vision”"), ("annex-a-1", "Annex A, paragraph 1")),
        *(("para-2-mark-4", "paragraph 2"), ("nowhere", ""), ("", "")),
    ]
)
def test_a_place_is_said_as_a_reader_would_look_for_it(anchor, said):
    assert said_at(places(DOCUMENT), anchor) == said


LONG = {"LSCB": "Local Safeguarding Children Board", "R&A": "Referral and Assessment", "A": "One"}


def paragraph(number, *runs):
    return Paragraph(f"para-{number}", f"{number}.", (), (Text(runs),))


def listing(**pairs):
    rows = tuple(Fact(short, (Text((Run(long),)),)) for short, long in pairs.items())
    block = Facts("part-abbreviations-list", "Abbreviations", rows)
    return Section("part-abbreviations", "Abbreviations", 2, "", (block,))


def document(*sections):
    return replace(papers.document(), sections=sections)


def marked(text):
    return "".join(Abbreviations(LONG, "list").marked(text, conditional_escape))


def drawn(made):
    medium = page.Medium(screen=True, abbreviations=abbreviations_of(made))
    return page.sections(made, medium)


def test_the_first_leads_to_the_list_and_the_others_have_their_title():
    text = marked("The LSCB met. The LSCB agreed.")
    title = '<abbr title="Local Safeguarding Children Board">LSCB</abbr>'
    link = f'<a class="short" href="#list" aria-label="LSCB: {LONG["LSCB"]}">{title}</a>'
    assert text == f"The {link} met. The {title} agreed."


def test_the_longest_is_met_first_plurals_too_and_no_part_of_a_word():
    assert marked("In R&A").count("<abbr") == 1
    assert 'title="Referral and Assessment">R&amp;A</abbr>' in marked("In R&A")
    assert marked("two LSCBs").endswith("</abbr></a>s")
    assert marked("LSCBX and XLSCB") == "LSCBX and XLSCB"
    assert marked("<LSCB>").startswith("&lt;")


def test_each_section_begins_anew_and_the_list_is_left_alone():
    work = Section("work", "Work", 2, "", (paragraph(1, Run("LSCB, LSCB")),))
    later = Section("later", "Later", 2, "", (paragraph(2, Run("LSCB")),))
    text = drawn(document(work, later, listing(LSCB="Local LSCB")))
    assert text.count('class="short"') == 2
    assert text.count("<abbr") == 3


def test_links_notes_and_figures_stay_as_they_are():
    runs = (Run("LSCB", "link", "https://lscb.example"), Run("LSCB", "reference", "para-1"))
    section = Section("work", "Work", 2, "", (paragraph(1, *runs),))
    assert "<abbr" not in drawn(document(section, listing(LSCB="Board")))


def test_a_paper_that_lists_none_marks_none_and_print_never_does():
    section = Section("work", "Work", 2, "", (paragraph(1, Run("LSCB")),))
    assert abbreviations_of(document(section)) is None
    assert abbreviations_of(document(section, listing())) is None
    assert "<abbr" not in page.sections(document(section, listing(LSCB="Board")))
