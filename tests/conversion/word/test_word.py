"""Word documents: automatic numbers resolved, changes, notes and tables read, all else told."""

import zipfile
from io import BytesIO

import pytest

from reports.conversion.results import NotAPaper
from reports.conversion.word import numbering
from tests.conversion.word.documents import cell, document, para, part, run, table
from tests.conversion.words_of import brought, faults
from tests.sweeping import swept
from tests.tables.books import zipped

TITLE = para("Half-yearly update", "Title")


def made(*body, **parts):
    """The paper imported from a Word document with this body under a title."""
    found = brought(document(TITLE, *body, **parts), "paper.docx")
    assert faults(found) == []
    return found


def told(found):
    """The words and reasons of what was not recognised."""
    return [(one.words, one.why) for one in found.missed]


def shown(found):
    """(kind, label, heading, text) of each block."""
    return [
        (one["kind"], one["data"].get("typed", ""), one["heading"], one["text"])
        for one in found.paper["blocks"]
    ]


def test_automatic_numbers_become_the_labels_that_a_reader_saw():
    found = made(
        para("Background", "H1"),
        para("There were 24 audits.", number=1),
        para("These were found:", number=1),
        para("one", number=1, at=1),
        para("two", number=1, at=1),
        para("Numbered by its style.", "Num"),
        para("Next steps", "Own"),
        para("Letters begin again:", number=1),
        para("three", number=1, at=1),
        para("Recommendations begin again.", number=3),
    )
    assert shown(found) == [
        ("section", "", "Background", ""),
        ("paragraph", "1.", "", "There were 24 audits."),
        ("paragraph", "2.", "", "These were found:\n\na. one\nb. two"),
        ("paragraph", "3.", "", "Numbered by its style."),
        ("section", "", "Next steps", ""),
        ("paragraph", "4.", "", "Letters begin again:\n\na. three"),
        ("paragraph", "1.", "", "Recommendations begin again."),
    ]
    items = [one["data"].get("items", []) for one in found.paper["blocks"]]
    assert [one["typed"] for row in items for one in row] == ["(a)", "(b)", "(a)"]


def test_numbers_of_parts_head_sections():
    found = made(
        para("Purpose", "H1", number=4),
        para("To inform members of it.", number=4, at=1),
        para("To ask.", number=4, at=1),
        para("Findings", "H1", number=4),
        para("None.", number=4, at=1),
    )
    assert [one[:3] for one in shown(found)] == [
        *[("section", "1", "Purpose"), ("paragraph", "1.1", ""), ("paragraph", "1.2", "")],
        *[("section", "2", "Findings"), ("paragraph", "2.1", "")],
    ]


def test_bullets_stand_in_the_paragraph_before_them():
    found = made(
        para("Background", "H1"),
        para("Of this cohort:", number=1),
        para("30 had passed the date", number=2),
        para("7 were due", number=2),
    )
    assert shown(found)[1][3] == "Of this cohort:\n\n* 30 had passed the date\n* 7 were due"


def test_bold_italics_and_links_are_kept():
    link = f'<w:hyperlink r:id="rId7">{run("the plan")}</w:hyperlink>'
    rels = (
        '<Relationships><Relationship Id="rId7" TargetMode="External" '
        'Target="https://example.org/plan"/></Relationships>'
    )
    words = run("See ") + run("Annex A", "<w:b/>") + run(" and ") + run("this", "<w:i/>") + run(" ")
    linked = para("Background", "H1"), para(runs=words + link, number=1)
    assert shown(made(*linked))[1][3] == "See **Annex A** and _this_ the plan"
    found = made(*linked, **{"word/_rels/document.xml.rels": rels})
    text = shown(found)[1][3]
    assert text == "See **Annex A** and _this_ [the plan](https://example.org/plan)"


def test_signs_that_are_no_marks_stay_words():
    words = "# of cases: 3 * 4 | 5_6 <b>7</b> & [[dbs.overdue]] **"
    found = made(para("Background", "H1"), para(words, number=1))
    assert shown(found)[1][3] == "# of cases: 3 * 4 | 5_6 <b>7</b> & [ [dbs.overdue] ]"


def test_tracked_changes_are_as_if_accepted_and_told():
    runs = (
        run("There were ")
        + f"<w:del><w:r><w:delText>23</w:delText></w:r></w:del><w:ins>{run('24')}</w:ins>"
        + run(" audits")
        + run(" of four teams", "<w:vanish/>")
        + run(".")
    )
    found = made(para("Background", "H1"), para(runs=runs, number=1))
    assert shown(found)[1][3] == "There were 24 audits."
    assert [words for words, _ in told(found)] == ["23", "24", "of four teams"]


def test_footnotes_become_notes_of_the_paper():
    notes = part(
        "footnotes",
        f'<w:footnote w:id="0" w:type="separator">{para("x")}</w:footnote>'
        f'<w:footnote w:id="2">{para("At [30] September.")}</w:footnote>',
    )
    runs = run("There were 24") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" audits.")
    noted = para("Background", "H1"), para(runs=runs, number=1)
    assert shown(made(*noted))[1][3] == "There were 24 audits."
    found = made(*noted, **{"word/footnotes.xml": notes})
    assert shown(found)[1][3] == "There were 24[[note: At 30 September.]] audits."


def test_tables_keep_their_cells_whatever_is_merged_or_nested():
    inner = para("Good") + table(("a", "b"), ("c", "d"))
    found = made(
        para("Background", "H1"),
        para("The grades.", number=1),
        para("Table 1: Grades by team"),
        table(
            ("Team", "Good | poor", "All"),
            (cell("North", '<w:vMerge w:val="restart"/>'), "4", "6"),
            (cell("", "<w:vMerge/>"), "2", "3"),
            (cell("Both", '<w:gridSpan w:val="2"/>'), "9"),
            (cell(inner=inner), "", ""),
        ),
        table(("Another", "table", "here"), ("x", "y", "z")),
    )
    first, second = [one for one in found.paper["blocks"] if one["kind"] == "table"]
    assert first["data"]["typed"] == "Table 1"
    assert [one["label"] for one in first["data"]["cells"]["columns"]] == [
        *["Team", "Good | poor", "All"]
    ]
    assert first["data"]["cells"]["rows"] == [
        *[["North", "4", "6"], ["", "2", "3"], ["Both", "", "9"], ["Good a b c d", "", ""]]
    ]
    assert second["data"]["cells"]["rows"] == [["x", "y", "z"]]
    assert len([why for words, why in told(found) if not words]) == 2


def test_a_table_of_one_column_is_only_a_frame():
    found = made(para("Background", "H1"), table(("Framed words that stand in a box.",)))
    assert [one[0] for one in shown(found)] == ["section", "paragraph"]


def test_boxes_pictures_comments_contents_and_running_heads():
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>"
        f"{para('A word in a box.')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{para('A word in a box.')}</w:txbxContent></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    picture = '<w:r><w:drawing><docPr descr="A chart of grades"/></w:drawing></w:r>'
    comments = part("comments", f'<w:comment w:id="1">{para("Is this so?")}</w:comment>')
    found = made(
        para("Contents .... 2", "TOC1"),
        para("Background", "H1"),
        para(runs=run("The audits.") + box + picture, number=1),
        para("Not for print.", "Gone"),
        **{
            "word/comments.xml": comments,
            "word/header1.xml": part("hdr", para("Scrutiny report")),
            "word/header2.xml": part("hdr", para("Scrutiny report")),
        },
    )
    assert "A word in a box." in shown(found)[1][3]
    words = [one for one, _ in told(found)]
    assert words == [
        *["Contents .... 2", "A chart of grades", "A word in a box.", "Not for print."],
        *["Scrutiny report", "Is this so?"],
    ]
    assert all(why.endswith(".") for _, why in told(found))
    assert all(one.where for one in found.missed)


def test_a_line_broken_by_its_writer_parts_a_heading_from_its_text():
    runs = run("Supervision", "<w:b/>") + "<w:r><w:br/></w:r>" + run("It was audited in May.")
    found = made(
        para("Background", "H1"),
        para("One.", number=1),
        para(runs=runs, number=1),
        para("Three.", number=1),
    )
    assert shown(found)[2] == ("paragraph", "2.", "Supervision", "It was audited in May.")


def test_labels_typed_by_hand_are_read_as_in_text():
    found = made(
        para("Background", "H1"),
        para("1.\tThere were 24 audits."),
        para("2.\tThese:"),
        para("(a)\tone", settings='<w:ind w:left="720"/>'),
        para("(b)\ttwo", settings='<w:ind w:left="720"/>'),
        para("d)", "Loop"),
    )
    assert shown(found)[2][:2] == ("paragraph", "2.")
    assert shown(found)[2][3].startswith("These:\n\na. one\nb. two")


@swept(
    [
        *(("decimal", 12, "12"), ("decimalZero", 3, "03"), ("lowerLetter", 27, "aa")),
        *(("upperLetter", 2, "B"), ("lowerRoman", 14, "xiv"), ("upperRoman", 4, "IV")),
        *(("ordinalText", 4, "4"), ("lowerLetter", 0, "0")),
    ]
)
def test_numbers_in_every_form(form, count, words):
    assert numbering._number(count, form) == words


def test_a_list_that_is_not_there_numbers_nothing():
    assert numbering.Numbering.read(None).label("7", 0) is None


BOMB = b"<w:document>" + b" " * 50_000_000 + b"</w:document>"
ENTITY = '<!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w="w"><w:body>&b;</w:body></w:document>'
DEEP = "<a>" * 400 + "</a>" * 400


@swept(
    [
        ({"xl/workbook.xml": "<a/>"}, "Excel workbook"),
        ({"ppt/presentation.xml": "<a/>"}, "presentation"),
        ({"META-INF/manifest.xml": "<a/>"}, "OpenDocument"),
        ({"a.txt": "words"}, "an archive"),
        ({"word/document.xml": "<a/>", "word/vbaProject.bin": "x"}, "macros"),
        (
            {
                "word/document.xml": "<a/>",
                "[Content_Types].xml": "<T>application/vnd.ms-word.document.macroEnabled.main</T>",
            },
            "macros",
        ),
        ({"word/document.xml": BOMB}, "far too large for a report"),
        ({"word/document.xml": ENTITY}, "damaged"),
        ({"word/document.xml": DEEP}, "damaged"),
        ({"word/document.xml": "<a>"}, "damaged"),
        ({f"word/{place}.xml": "<a/>" for place in range(3_001)}, "far too large for a report"),
    ]
)
def test_a_package_that_may_not_be_opened_is_refused_with_a_sentence(parts, says):
    with pytest.raises(NotAPaper) as refused:
        brought(zipped(parts), "paper.docx")
    assert says in str(refused.value) and str(refused.value).endswith(".")


def test_a_document_cut_off_or_locked_or_without_words_is_refused():
    whole = document(TITLE, para("Words."))
    spoiled = bytearray(whole)
    with zipfile.ZipFile(BytesIO(whole)) as package:
        start = package.getinfo("word/document.xml").header_offset
    spoiled[start + 60 : start + 90] = b"\x00" * 30
    locked = whole.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01")
    locked = locked.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
    for data in (whole[: len(whole) // 2], bytes(spoiled), locked, document()):
        with pytest.raises(NotAPaper) as refused:
            brought(data, "paper.docx")
        assert str(refused.value).endswith(".")
