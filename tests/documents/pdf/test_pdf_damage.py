"""A PDF that is spoilt, or would lack something, is told."""

import io

import pikepdf
import pytest

from reports.documents.pdf.file import PdfFault
from tests.documents.pdf.pdf_documents import made, page, pdf
from tests.documents.pdf.pdf_structure import faults
from tests.sweeping import swept


def _first(pdf, tag):
    """The first element of the tag tree with `tag`."""
    todo = list(pdf.Root.StructTreeRoot.K)
    while todo:
        one = todo.pop(0)
        if str(one.S)[1:] == tag:
            return one
        todo += [kid for kid in one.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    raise LookupError(tag)


def _unsay_scope(pdf):
    del _first(pdf, "TH").A["/Scope"]


def _lose_ids(pdf):
    del pdf.Root.StructTreeRoot["/IDTree"]


def _split_table(pdf):
    table = _first(pdf, "Table")
    body = table.K[2]
    second = pdf.make_indirect(
        pikepdf.Dictionary(S=pikepdf.Name.Table, P=table.P, K=pikepdf.Array([body]))
    )
    body.P = second
    table.K = pikepdf.Array(list(table.K)[:2])
    table.P.K.append(second)


def _repeat_head(pdf):
    table = _first(pdf, "Table")
    table.K.append(
        pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.THead, P=table, K=pikepdf.Array()))
    )


def _drop_cell(pdf):
    row = _first(pdf, "TBody").K[0]
    row.K = pikepdf.Array(list(row.K)[:-1])


def _unnumber_list(pdf):
    del _first(pdf, "L")["/A"]


def _silence_link(pdf):
    pdf.pages[0].Annots[0].Contents = pikepdf.String("")


def _name_link_by_target(pdf):
    annotation = pdf.pages[0].Annots[0]
    annotation.Contents = annotation.Dest


def _free_link(pdf):
    link = _first(pdf, "Link")
    link.K = pikepdf.Array([kid for kid in link.K if isinstance(kid, int)])


def _unmark_heads(pdf):
    page = pdf.pages[0]
    content = page.Contents.read_bytes()
    marked = content.replace(b"<</Type /Pagination /Subtype /Header>>", b"<</MCID 999>>")
    page.Contents = pdf.make_stream(marked.replace(b"/Artifact\n<</MCID", b"/Span\n<</MCID"))


def _lose_words(pdf):
    heading = _first(pdf, "H1")
    heading.K = pikepdf.Array()


def _tag_twice(pdf):
    _first(pdf, "H2").K = _first(pdf, "H1").K
    _first(pdf, "H2").Pg = _first(pdf, "H1").Pg


def _skip_level(pdf):
    _first(pdf, "H2").S = pikepdf.Name.H4


def _wrong_parent(pdf):
    _first(pdf, "H2").P = pdf.Root.StructTreeRoot


def _silence_picture(pdf):
    del _first(pdf, "Figure")["/Alt"]


def _picture_in_pixels(pdf):
    _first(pdf, "Figure").A.BBox = pikepdf.Array([0, 0, 5000, 5000])


def _lose_note_id(pdf):
    del _first(pdf, "Note")["/ID"]


def _unclaim_accessibility(pdf):
    old = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata = pdf.make_stream(old.replace(b"<pdfuaid:part>1</pdfuaid:part>", b""))


def _change_title(pdf):
    pdf.docinfo["/Title"] = "Another"


def _unrelate_attachment(pdf):
    del pdf.Root.Names.EmbeddedFiles.Names[1]["/AFRelationship"]


def _list_attachment_twice(pdf):
    pdf.Root.AF.append(pdf.Root.AF[0])


DAMAGE = {
    _unsay_scope: "A header cell does not say what it heads.",
    _lose_ids: "The index of IDs does not match the IDs.",
    _split_table: "The tags have 5 tables where the page has 4.",
    _repeat_head: "A table has more than one THead.",
    _drop_cell: "The rows of a table differ in width.",
    _unnumber_list: "A list with marks does not say how it is numbered.",
    _silence_link: "A link on page 1 does not say where it goes.",
    _name_link_by_target: "A link on page 1 does not say where it goes.",
    _free_link: "A link in the tags leads nowhere.",
    _unmark_heads: "Words on page 1 are neither in the tags nor passed over.",
    _lose_words: "H1 is empty.",
    _tag_twice: "stands in the tags 2 times.",
    _skip_level: "A heading goes from level 1 to 4.",
    _wrong_parent: "An element H2 names another parent.",
    _silence_picture: "A picture has no words.",
    _picture_in_pixels: "A picture does not say where on its page it is.",
    _lose_note_id: "A note has no ID.",
    _unclaim_accessibility: "The metadata lacks the PDF/UA part.",
    _change_title: "The two titles of the file differ.",
    _unrelate_attachment: "The attachment paper.json does not say what it is to the paper.",
    _list_attachment_twice: "The file does not list each attachment once.",
}

CATALOGUE = {
    "/MarkInfo": "The file does not say that it is tagged.",
    "/Lang": "The file does not say its language.",
    "/ViewerPreferences": "A reader shows the file's name in place of its title.",
    "/Outlines": "The file has no bookmarks.",
    "/OutputIntents": "The file does not say what its colours mean.",
    "/StructTreeRoot": "The file has no headings.",
    "/Metadata": "The metadata lacks a title.",
}


def _spoilt(damage):
    with pikepdf.open(io.BytesIO(made("long"))) as pdf:
        damage(pdf)
        spoilt = io.BytesIO()
        pdf.save(spoilt, deterministic_id=True)
    return faults(spoilt.getvalue(), tables=4, poppler=False)


@pytest.mark.long
def test_saving_alone_spoils_nothing():
    assert _spoilt(lambda pdf: None) == []


@pytest.mark.long
@swept(DAMAGE.items())
def test_a_spoilt_file_is_told(damage, sentence):
    assert any(sentence in one for one in _spoilt(damage))


@pytest.mark.parametrize(("key", "sentence"), CATALOGUE.items())
def test_a_catalogue_with_a_hole_is_told(key, sentence):
    assert sentence in _spoilt(lambda pdf: pdf.Root.__delitem__(key))


def test_a_file_cut_short_is_told_by_poppler():
    data = made("short")
    cut = data[: data.rindex(b"startxref")] + b"startxref\n7\n%%EOF\n"
    assert any(one.startswith("Poppler says") for one in faults(cut, tables=1))


def complaints(html, **options):
    with pytest.raises(PdfFault) as caught:
        pdf(html, **options)
    assert str(caught.value) == " ".join(caught.value.complaints)
    return caught.value.complaints


@swept(
    [
        ("<img src='dot.png'>", "The picture dot.png has no words"),
        ("<svg id='bars' width='9' height='9'></svg>", "The picture bars has no words"),
        ("<a href='#nowhere'>There</a>", "No anchor #nowhere"),
        ("<a href='other.html'>There</a>", "The link to other.html needs a whole address"),
        ("<a href='https://example.org/'> &nbsp; </a>", "The link to https://example.org/ has no"),
        ("<img alt='A dot' src='gone.png'>", "Failed to load image at 'https://static.invalid/go"),
        ("<img alt='A dot' src='https://example.org/a.png'>", "Failed to load image at 'https://e"),
        ("<img alt='A dot' src='file:///etc/hostname'>", "Failed to load image at 'file:///etc/"),
        ("<p style='opacity: 0.5'>Faint</p>", "Page 1 draws words half transparent"),
        ("<p style='margin-left: 260mm'>Far</p>", "Page 1 is too narrow for 'Far'"),
    ]
)
def test_what_a_reader_would_miss_stops_the_file(body, complaint):
    [found] = complaints(page(f"<h1>Faults</h1>{body}"))
    assert found.startswith(complaint)
    assert found.endswith(".")


@pytest.mark.parametrize("way", ["float: footnote", "position: note(notes)"])
def test_notes_that_a_style_sheet_moves_are_refused(way):
    style = f".note {{ {way} }} @page {{ @bottom-left {{ content: element(notes) }} }}"
    [complaint] = complaints(
        page("<h1>x</h1><p>Said.<span class='note'>Source.</span></p>"), styles=[style]
    )
    assert complaint == "Notes that a style sheet moves get lost: write them in a list."


def test_a_paper_without_title_and_language_is_refused_with_both_named():
    assert complaints("<h1>Heading</h1>") == (
        "The document has no title.",
        "The document has no language.",
    )


def test_the_same_fault_is_told_once():
    assert len(complaints(page("<h1>x</h1>" + "<img src='dot.png'>" * 3))) == 1
