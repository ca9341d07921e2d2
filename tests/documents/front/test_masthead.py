"""The head of a publication: whose it is, for which meeting, and its facts, from frozen values."""

import io
import zipfile
from dataclasses import replace

import pikepdf
import pytest

from reports.documents import formats
from reports.documents.document import Document, Fact, Facts, Run, Section, Text, text_of
from reports.documents.entries import STATED
from reports.documents.front.kinds import USUAL_COLOUR, Brand, Front
from reports.documents.front.mark import address_of, picture_of, size_of
from reports.documents.front.masthead import (
    approvals,
    approved_by,
    contact_of,
    dated_title,
    masthead,
    origin_of_figures,
    post_to_contact,
)
from tests.documents import forms
from tests.documents.pdf.pdf_structure import faults
from tests.make.public_pages import picture
from tests.make.published_figures import entry

AT = "2016-01-18T10:00:00+00:00"


def fact(name, *lines):
    """A row of the head."""
    return Fact(name, tuple(Text((Run(line),)) for line in lines))


HEAD = Facts(
    "head",
    "About",
    (
        fact("Committee", "Scrutiny Committee"),
        fact("Date of meeting", "26 January 2016"),
        fact("Agenda item", "5"),
        fact("Report of", "Director of Services"),
        fact("Purpose of the report", "To tell members how children were kept safe. " * 3),
    ),
)
CONTACTS = Section(
    "part-contacts",
    "Contact details",
    blocks=(Facts("c", "Contacts", (fact("Author", "Head of Service", "head@council.example"),)),),
)
BRAND = Brand("#5b2a6e", address_of(picture((60, 40))), "A purple flag")


def document(**values):
    """A published report."""
    usual = {"council": "Netherby", "title": "Report", "head": HEAD, "sections": (CONTACTS,)}
    usual |= {"draft": False, "created": AT, "modified": AT}
    return Document(**{**usual, "front": Front("January 2016", brand=BRAND), **values})


def test_committee_meeting_item_and_classification_are_in_the_masthead():
    front = masthead(document())
    assert (front.council, front.committee) == ("Netherby", "Scrutiny Committee")
    assert front.meeting == ("Meeting 26 January 2016", "Agenda item 5", "Public")
    assert [row.name for row in front.facts] == ["Report of", "Purpose of the report", "Contact"]
    assert front.facts[-1].lines[0].runs[0].text == "head@council.example"


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ({}, "Public"),
        ({"draft": True}, "Draft"),
        ({"audience": "restricted"}, "Restricted"),
        ({"audience": "restricted", "draft": True}, "Restricted"),
    ],
)
def test_it_names_who_may_read_the_report(values, word):
    assert masthead(document(**values)).meeting[-1] == word


def test_a_report_of_no_officer_names_the_post_to_contact():
    rows = tuple(row for row in HEAD.rows if row.name != "Report of")
    [contact] = masthead(document(head=replace(HEAD, rows=rows))).facts[-1:]
    assert text_of(contact.lines) == "Head of Service, head@council.example"
    [contact] = masthead(document()).facts[-1:]
    assert text_of(contact.lines) == "head@council.example"


def test_the_post_to_contact_is_that_of_the_first_number():
    assert post_to_contact(document()) == "Head of Service"
    assert post_to_contact(document(sections=())) == ""
    rows = (fact("Author", "head@council.example"),)
    contacts = replace(CONTACTS, blocks=(Facts("c", "Contacts", rows),))
    assert post_to_contact(document(sections=(contacts,))) == ""


def test_the_contact_has_the_number_to_call_where_its_post_has_one():
    lines = ("Head of Service", "Telephone 01632 960101", "head@council.example")
    others = (fact("Chief officer", "Director", "Telephone 1", "director@council.example"),)
    rows = (fact("Officer", "No address"), fact("Author", *lines), *others)
    contacts = replace(CONTACTS, blocks=(Facts("c", "Contacts", rows),))
    [contact] = (row for row in masthead(document(sections=(contacts,))).facts[-1:])
    [line] = contact.lines
    assert "".join(run.text for run in line.runs) == "head@council.example, 01632 960101"
    assert contact_of(document(sections=(contacts,))) == "01632 960101"
    assert contact_of(document()) == "head@council.example"
    assert contact_of(document(sections=())) == ""


def test_who_approved_it_is_among_the_facts_of_a_published_report():
    rows = (
        fact("Approved by", "Director of Services, 18 January 2016 (Chief officer)"),
        fact("Approved by", "Head of Legal Services, 17 January 2016 (Legal: “Recommendations”)"),
        fact("Approved by", "Director of Services, 18 January 2016 (Finance)"),
        fact("Cleared by", "Finance, 15 January 2016 (“Implications”)"),
    )
    part = Section("part-approval", "Report approved", blocks=(Facts("a", "Approved", rows),))
    names = "Director of Services; Head of Legal Services"
    assert approved_by(document(sections=(part,))) == names
    assert approved_by(document(sections=(part,), draft=True)) == ""
    waits = replace(
        part, blocks=(Facts("a", "Approved", (fact("Approved by", "Not yet approved"),)),)
    )
    assert approved_by(document(sections=(waits,))) == ""
    assert approvals(document(sections=(waits,))) == ()
    assert approvals(document(sections=(part,))) == rows
    [shown] = (
        row for row in masthead(document(sections=(part,))).facts if row.name == "Approved by"
    )
    assert shown.lines[0].runs[0].text == names


@pytest.mark.parametrize(
    ("counted", "typed", "words"),
    [
        (0, 0, ""),
        (2, 0, "2 counted from records"),
        (2, 1, "2 counted from records, 1 from another source"),
        (0, 3, "3 from other sources"),
    ],
)
def test_where_the_figures_come_from_is_counted(counted, typed, words):
    rows = [entry("7") for _ in range(counted)] + [entry("8", key=STATED) for _ in range(typed)]
    assert origin_of_figures(document(figures=tuple(rows))) == words


def test_rows_that_are_not_known_are_left_out():
    bare = masthead(document(head=Facts("head", "About"), sections=()))
    assert (bare.committee, bare.meeting, bare.facts) == ("", ("Public",), ())


@pytest.mark.parametrize(
    ("title", "month", "expected"),
    [
        ("Report", "January 2016", "Report, January 2016"),
        ("Report, January 2016", "January 2016", "Report, January 2016"),
        ("Report", "", "Report"),
        ("", "January 2016", ""),
    ],
)
def test_the_title_names_its_month_once(title, month, expected):
    assert dated_title(document(title=title, front=Front(month))) == expected


def test_a_document_of_before_has_the_usual_colour_and_no_mark():
    front = masthead(document(front=None))
    assert (front.brand.colour, front.brand.mark, front.month) == (USUAL_COLOUR, "", "")


@pytest.fixture(scope="module")
def files():
    """Ending → bytes of the files of the report."""
    made = formats.render(document(), "paper", (formats.HTML, formats.PDF, formats.WORD))
    return {one.name.rpartition(".")[2]: one.content for one in made}


@pytest.mark.long
def test_the_sheet_is_in_the_colour_of_the_council(files):
    sheet = files["css"].decode()
    assert "background: #5b2a6e" in sheet and "--brand" not in sheet
    assert (
        f"background: {USUAL_COLOUR}"
        in formats.render(document(front=None), "paper", (formats.HTML,))[1].content.decode()
    )


@pytest.mark.long
def test_the_mark_has_its_text_in_every_form(files):
    assert f'<img src="{BRAND.mark}" alt="A purple flag">' in files["html"].decode()
    assert faults(files["pdf"], tables=1) == []
    body = forms.part(files["docx"], "word/document.xml")
    [drawn] = [one for one in body.iter() if one.tag.endswith("}docPr")]
    assert drawn.get("descr") == "A purple flag"
    with zipfile.ZipFile(io.BytesIO(files["docx"])) as file:
        assert file.read("word/media/mark.png") == picture_of(BRAND)
        assert b'Extension="png"' in file.read("[Content_Types].xml")
        assert b"5B2A6E" in file.read("word/styles.xml")


def test_the_picture_in_word_keeps_its_shape(files):
    body = forms.part(files["docx"], "word/document.xml")
    [extent] = [one for one in body.iter() if one.tag.endswith("}extent")]
    across, down = (float(extent.get(name)) for name in ("cx", "cy"))
    assert size_of(picture_of(BRAND)) == (60, 40)
    assert across / down == pytest.approx(60 / 40, rel=0.001)


def test_head_and_foot_name_report_edition_and_page(files):
    text = forms.of_pdf(files["pdf"])
    assert "Edition 1, published on 18 January 2016" in text
    assert "Page 1 of 1" in text
    assert "Purpose of the report" in text and "Agenda item 5" in text


@pytest.mark.long
def test_a_cover_is_a_page_of_its_own_with_the_masthead():
    covered = replace(BRAND, cover=True)
    with_cover = formats.pdf(document(front=Front("January 2016", brand=covered)), "paper")
    without = formats.pdf(document(), "paper")
    assert (pages(with_cover), pages(without)) == (2, 1)
    assert faults(with_cover, tables=1) == []


def pages(data):
    """How many pages a PDF has."""
    with pikepdf.open(io.BytesIO(data)) as file:
        return len(file.pages)
