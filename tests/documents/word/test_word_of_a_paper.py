"""The Word file of a paper: styles that name what they are, numbers that stay, bookmarks that
citations lead to, and nothing that Word would have to mend."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from hypothesis import given

from reports.conversion.word.reader import word_source
from reports.documents.document import (
    Bar,
    Chart,
    Document,
    Facts,
    Paragraph,
    Section,
    Table,
    text_of,
)
from reports.documents.headlines import parted
from reports.documents.word.charts import grouped
from reports.documents.word.file import word_file
from reports.documents.word.inline import LONGEST, BodyResources
from reports.documents.word.tables import WIDTH, widths_of
from tests.cases import random_cases
from tests.documents import forms
from tests.documents.any_document import documents
from tests.documents.forms import W, part
from tests.documents.rich import cells, chart, rich, text
from tests.documents.test_any_document import SAID

AT = datetime(2016, 1, 18, 12, tzinfo=UTC)
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DUBLIN = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture(scope="module")
def file():
    """The Word file of the document that holds everything."""
    return word_file(rich(), AT)


@pytest.fixture(scope="module")
def body(file):
    """Its body."""
    return part(file, "word/document.xml")


def of(*sections, **fields):
    """The body of the Word file of a document with these sections."""
    document = Document("Netherby", "Paper", Facts("head", "About"), sections, **fields)
    return part(word_file(document, AT), "word/document.xml")


def styled(body, style):
    """The words of the paragraphs of a style, in their order."""
    return [
        forms.said(one)
        for one in body.iter(f"{W}p")
        if (named := one.find(f"{W}pPr/{W}pStyle")) is not None and named.get(f"{W}val") == style
    ]


def bookmarks(body):
    """The names of the bookmarks."""
    return [one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")]


def test_headings_and_captions_have_the_styles_that_say_so(body):
    assert styled(body, "Title") == ["Assurance report"]
    assert styled(body, "Heading1") == ["1 Children looked after", "Annex A: Wards"]
    assert styled(body, "Heading2") == ["Placements", "In numbers"]
    assert styled(body, "Caption") == [
        "Headline figures",
        "Table 1: Children by placement",
        "Residential placements rose from 16 to 21.",
        "The numbers in this chart",
    ]
    assert styled(body, "TOC1") == styled(body, "Heading1")
    assert styled(body, "TOC2") == styled(body, "Heading2")
    assert styled(body, "Notice") == ["This edition corrects the first."]


def test_the_heading_of_a_paragraph_is_one_level_below_that_of_its_section():
    def headed(anchor):
        return Paragraph(anchor, "1.", text(f"About {anchor}").runs, (text("Words."),))

    deepest = Section("d", "Four", 5, "", (headed("p-4"),))
    deep = Section("c", "Three", 4, "", (headed("p-3"), deepest))
    inner = Section("b", "Two", 3, "", (headed("p-2"), deep, headed("p-5")))
    body = of(Section("a", "One", 2, "", (headed("p-1"), inner)), headed("p-6"))
    assert styled(body, "Heading1") == ["One", "About p-6"]
    assert styled(body, "Heading2") == ["About p-1", "Two"]
    assert styled(body, "Heading3") == ["About p-2", "Three", "About p-5"]
    assert styled(body, "Heading4") == ["About p-3", "Four"]
    assert styled(body, "Heading5") == ["About p-4"]
    assert styled(body, "TOC2") == styled(body, "Heading2")
    assert {"p_1_h", "p_4_h", "p_1", "p_4"} <= set(bookmarks(body))
    assert styled(body, "Numbered") == ["1. Words."] * 6


def test_numbers_of_paragraphs_and_items_are_words_that_no_program_counts_anew(body):
    assert [one.split()[0] for one in styled(body, "Numbered")] == ["1.", "2."]
    assert [one.split()[0] for one in styled(body, "ListNumber")] == [
        "i.",
        "ii.",
        "iii.",
        "a)",
        "1.",
    ]
    counted = [one for one in body.iter(f"{W}p") if one.find(f"{W}pPr/{W}numPr") is not None]
    assert [forms.said(one) for one in counted] == ["with carers;", ""]


def test_what_is_read_in_again_has_its_numbers_and_its_headings(file):
    lines = word_source(file).lines
    numbered = [line for line in lines if line[:2] in ("1.", "2.")]
    assert numbered[0].split()[1:6] == ["On", "1", "December", "2015", "the"]
    assert numbered[1].split()[:2] == ["2.", "Of"]
    assert any("Placements" in line for line in lines[: lines.index(numbered[1])])
    assert any("Children looked after" in line for line in lines)


def test_every_citation_leads_to_a_bookmark_and_no_bookmark_stands_twice(body):
    names = bookmarks(body)
    assert len(set(names)) == len(names)
    to = {one.get(f"{W}anchor") for one in body.iter(f"{W}hyperlink") if one.get(f"{W}anchor")}
    assert {"para_2", "note_1", "note_1_mark", "children", "annex_a"} <= to
    assert to <= set(names)
    assert {"para_1", "para_2_ii_1", "table_1", "chart_1", "head", "wards"} <= set(names)


def test_a_link_leaves_the_file_only_for_the_web_or_a_mailbox(file, body):
    led = part(file, "word/_rels/document.xml.rels")
    outside = {one.get("Id"): one.get("Target") for one in led if one.get("TargetMode")}
    assert outside == {"link1": "https://council.example/return?a=1&b=2"}
    used = [one.get(f"{R}id") for one in body.iter(f"{W}hyperlink") if one.get(f"{R}id")]
    assert used == ["link1"]


def test_a_table_repeats_its_head_breaks_no_row_and_has_its_name(body):
    facts, headlines, table, *_ = body.iter(f"{W}tbl")
    name = f"{W}tblPr/{W}tblCaption"
    assert facts.find(name).get(f"{W}val") == "About this report"
    assert headlines.find(name).get(f"{W}val") == "Headline figures"
    assert table.find(name).get(f"{W}val") == "Table 1: Children by placement"
    look = table.find(f"{W}tblPr/{W}tblLook")
    assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn")) == ("1", "1")
    rows = table.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 3
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    bold = [row.find(f".//{W}b") is not None for row in rows]
    assert bold == [True, False, False, True]


def test_a_chart_is_drawn_with_its_words_and_says_what_it_shows(file, body):
    [placed] = body.iter(f"{PLACED}docPr")
    assert placed.get("descr") == "Residential placements rose from 16 to 21."
    drawing = part(file, "word/charts/chart1.xml")
    series = list(drawing.iter(f"{DRAWN}ser"))
    told = [["".join(label.itertext()) for label in one.iter(f"{DRAWN}dLbl")] for one in series]
    assert told == [["16", "14"], ["21", "not shown"]]
    lengths = [[one.text for one in series.iter(f"{DRAWN}numLit")] for series in series]
    assert len(lengths) == 2
    values = [
        [one.findtext(f"{DRAWN}v") for one in line.iterfind(f"{DRAWN}val//{DRAWN}pt")]
        for line in series
    ]
    assert values == [["761", "666"], ["1000", "0"]]
    assert drawing.find(f".//{DRAWN}legend") is not None


def test_a_label_twice_is_two_rows_of_bars_and_a_missing_bar_none():
    rows = grouped((Bar("A", "1", 1), Bar("A", "2", 2), Bar("B", "3", 3, "Later")))
    assert [[bar.words for bar in row.values()] for row in rows] == [["1"], ["2"], ["3"]]
    one = replace(chart(), bars=(Bar("A", "1", 1, "Then"), Bar("B", "2", 2, "Now")))
    drawing = part(word_file(rich(sections=(one,)), AT), "word/charts/chart1.xml")
    labels = [len(list(line.iter(f"{DRAWN}dLbl"))) for line in drawing.iter(f"{DRAWN}ser")]
    assert labels == [1, 1]


def test_a_chart_without_bars_is_its_words_and_its_table():
    empty = Chart("chart-1", "Chart 1", "", "Nothing.", (), Table("data", "", "Numbers"))
    body = of(empty)
    assert styled(body, "Caption") == ["Nothing.", "Numbers"]
    assert not [*body.iter(f"{PLACED}inline"), *body.iter(f"{W}tbl")]


def test_the_page_names_its_language_its_number_and_who_wrote_it(file, body):
    assert part(file, "word/styles.xml").find(f".//{W}lang").get(f"{W}val") == "en-GB"
    footer = part(file, "word/footer.xml")
    fields = [one.get(f"{W}instr").strip() for one in footer.iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]
    core = part(file, "docProps/core.xml")
    assert core.findtext(f"{DUBLIN}title") == "Assurance report"
    assert core.findtext(f"{DUBLIN}creator") == "Head of Service"
    assert "2016-01-18T12:00:00Z" in "".join(core.itertext())
    assert "Netherby: Assurance report" in "".join(part(file, "word/header.xml").itertext())
    breaks = [
        one for one in body.iter(f"{W}p") if one.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]
    assert [forms.said(one) for one in breaks] == ["Annex A: Wards"]


def test_a_draft_says_so_on_every_page_and_in_its_title():
    file = word_file(rich(draft=True, audience="restricted"), AT)
    footer = "".join(part(file, "word/footer.xml").itertext())
    assert footer.startswith("DRAFT RESTRICTED")
    core = part(file, "docProps/core.xml")
    assert core.findtext(f"{DUBLIN}title") == "DRAFT: Assurance report"
    standing = styled(part(file, "word/document.xml"), "Marking")
    assert [one.partition(":")[0] for one in standing] == ["DRAFT", "RESTRICTED"]


def test_a_paper_without_sections_has_no_contents_and_no_empty_table():
    body = of(Paragraph("p"), Section("s", "Part", 3))
    assert styled(body, "TOC1") == ["Part"]
    assert styled(of(Paragraph("p", content=(text("Words"),))), "TOCHeading") == []
    assert not list(body.iter(f"{W}tbl"))


def test_signs_that_a_file_cannot_hold_are_left_out():
    body = of(Paragraph("p", content=(text("one\x0btwo\ud800<&>"),)))
    assert styled(body, "BodyText") == ["onetwo<&>"]


@pytest.mark.parametrize(
    ("anchors", "names"),
    [
        (("para-25",), ["para_25"]),
        (("48-ii",), ["a_48_ii"]),
        (("a-b", "a_b", "a-b"), ["a_b", "a_b_", "a_b"]),
        ((f"section-{'x' * 40}",), [f"section_{'x' * 23}_"]),
    ],
)
def test_a_bookmark_is_what_word_takes_and_no_others(anchors, names):
    beside = BodyResources()
    made = [beside.name(one) for one in anchors]
    assert all(name.startswith(begins) for name, begins in zip(made, names, strict=True))
    assert len(set(made)) == len(set(anchors))
    assert max(map(len, made)) <= LONGEST


def test_columns_are_as_wide_as_their_words_and_fill_the_page():
    widths = widths_of([cells("", "1"), cells("A long name of a row of children", "1,204")])
    assert WIDTH - len(widths) <= sum(widths) <= WIDTH
    assert widths[0] > 2 * widths[1]
    assert widths_of([cells(*"abcdefgh")])[0] > 1000
    even = widths_of([cells("x" * 300, "y" * 400)])
    assert even[0] < even[1] < 1.2 * even[0]


def test_a_wide_table_is_in_smaller_type():
    wide = Table("t", "Table 1", "", cells(*"abcdef"), (cells(*"123456"),))
    assert len(styled(of(wide), "SmallCell")) == 12
    assert styled(of(wide), "Caption") == ["Table 1"]


@random_cases(25)
@given(documents())
def test_any_document_is_a_word_file_that_loses_no_word(made):
    document, said = made
    file = word_file(document, AT)
    assert file == word_file(document, AT)
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        assert parts.testzip() is None
        told = " ".join(
            " ".join(ElementTree.fromstring(parts.read(name)).itertext())
            for name in parts.namelist()
        )
    # Captions of blocks of facts are titles of tables.
    told += " ".join(
        one.get(f"{W}val") for one in part(file, "word/document.xml").iter(f"{W}tblCaption")
    )
    # A section of nothing but the figures that open the file has no heading of its own there.
    leading, rest = parted(document)
    kept = text_of((leading, rest)) if leading else " ".join(said)
    assert set(said) & set(SAID.findall(kept)) <= set(SAID.findall(told))
