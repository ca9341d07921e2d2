"""Words in Bengali, Chinese and Urdu: marked with language and direction in every form, printed
with letters, and read back out of the PDF."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.documents import formats
from reports.documents.document import (
    Document,
    Fact,
    Facts,
    Item,
    ItemList,
    Paragraph,
    Run,
    Section,
    Text,
)
from reports.documents.html import page as html
from reports.documents.html.inline import Medium
from reports.documents.html.languages import stretches
from reports.documents.pdf.file import PdfFault
from tests.cases import random_cases
from tests.documents import forms
from tests.documents.pdf.pdf_structure import faults
from tests.documents.pdf.pdf_tree import Paper

BN = "আপনি যদি এই তথ্য আপনার নিজের ভাষায় চান তাহলে 01904 551550 নম্বরে ফোন করুন।"
ZH = "我們也用您們的語言提供這個信息，請致電 01904 551550。"
UR = "اگر آپ کو یہ معلومات کسی دوسری زبان میں درکار ہوں تو براہ کرم فون کریں۔"
MIXED = "Ask for বাংলা ভাষা, 中文, or اردو زبان at any desk."
# What turns a line round, which poppler writes between words.
_TURNS = re.compile("[\u200e\u200f\u202a-\u202e]")


def of(*lines):
    """A document with a numbered paragraph for each line, one of them in a list, and a fact."""
    paragraphs = tuple(
        Paragraph(f"para-{place}", f"{place}.", (), (said(line),))
        for place, line in enumerate(lines, 1)
    )
    items = ItemList(
        "roman", tuple(Item("i.", f"i-{at}", (said(one),)) for at, one in enumerate(lines))
    )
    head = Facts("head", "About this report", (Fact("In short", (said(lines[0]),)),))
    return Document("Netherby", "Paper", head, (Section("s", MIXED, blocks=(*paragraphs, items)),))


def said(line):
    return Text((Run(line),))


@pytest.fixture(scope="module")
def files():
    """Ending → bytes of a paper in four scripts."""
    made = formats.render(of(BN, ZH, UR, MIXED), "paper", ("html", "pdf", "word"))
    return {one.name.rpartition(".")[2]: one.content for one in made}


@random_cases(30)
@given(st.text(alphabet="ab 1.,।আমি字中اردوہ(\n", max_size=40))
def test_no_sign_is_lost_between_languages(line):
    assert "".join(piece for piece, _ in stretches(line)) == line
    assert all(piece for piece, _ in stretches(line))


def test_a_long_text_of_digits_and_signs_is_told_apart_at_once():
    line = ("১ " * 20_000) + ("، " * 20_000)
    assert "".join(piece for piece, _ in stretches(line)) == line


def test_the_page_says_language_and_direction_of_a_text_once(files):
    page = files["html"].decode()
    assert f'<p lang="ur" dir="rtl"><span class="n">3. </span>{UR}</p>' in page
    assert f'<div lang="bn" dir="ltr">{BN}</div>' in page
    assert '<span lang="zh" dir="ltr">中文,</span> or <span lang="ur" dir="rtl">' in page
    screen = html.sections(of(UR), Medium(screen=True))
    assert '<p lang="ur" dir="rtl">' in screen


def test_words_in_three_scripts_are_read_back_out_of_the_pdf(files):
    assert faults(files["pdf"], tables=0) == []
    told = _TURNS.sub("", forms.of_pdf(files["pdf"]))
    for line in (BN, ZH, UR, MIXED):
        for word in re.findall(r"[^\x00-\x7f،。，۔।]+", line):
            assert word in told, word


def test_the_pdf_names_languages_and_says_what_joined_letters_stand_for(files):
    paper = Paper(files["pdf"])
    tongues = [str(one.source.get("/Lang", "")) for one in paper.tagged("P")]
    assert {"bn", "zh", "ur"} <= set(tongues)
    inline = [str(one.source.get("/Lang", "")) for one in paper.tagged("Span")]
    assert {"bn", "zh", "ur"} <= set(inline)
    actual = " ".join(str(one.source.get("/ActualText", "")) for one in paper.tagged("Span"))
    assert " ".join(UR.split()) in " ".join(actual.split())


def test_word_names_languages_and_turns_what_runs_from_the_right(files):
    body = forms.part(files["docx"], "word/document.xml")
    tongues = {value for one in body.iter(f"{forms.W}lang") for value in one.attrib.values()}
    assert tongues == {"bn", "zh", "ur"}
    turned = [one for one in body.iter(f"{forms.W}p") if one.find(f".//{forms.W}bidi") is not None]
    assert len(turned) == 2
    assert all(UR in forms.said(one) for one in turned)


def test_a_letter_that_no_font_of_ours_prints_stops_the_pdf_with_a_sentence():
    # Georgian, which fonts of many machines print and none that the project brings.
    with pytest.raises(PdfFault, match=r"No font here prints “\u10d0” \(U\+10D0\): write it"):
        formats.pdf(of("A letter of Georgian: \u10d0."), "paper")


def test_a_document_in_plain_letters_is_marked_nowhere():
    page = formats.print_html(replace(of("Plain words – with “quotes”."), sections=()))
    assert page.count("lang=") == 1
