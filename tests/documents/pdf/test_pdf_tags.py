"""What the tags of a PDF say, of its tables too."""

import pytest
import weasyprint

from reports.documents.pdf.tags.layout import Reading
from reports.documents.pdf.tags.writer import Run
from tests.documents.pdf.pdf_documents import SENTENCE, made, numbered, page, paper_of, table
from tests.documents.pdf.pdf_tree import Paper
from tests.sweeping import swept

BREAK = "<p style='break-before: page'>Next page.</p>"


def test_what_runs_over_pages_stays_one_element():
    paper = Paper(made("stress"))
    assert max(len(one.pages()) for one in paper.tagged("P")) >= 2
    assert max(len(one.pages()) for one in paper.tagged("LBody")) >= 2
    assert len(paper.tagged("Table")[1].pages()) >= 3
    assert len(paper.tagged("Sect")[0].pages()) >= 2
    assert len(paper.tagged("Part")) == 1


def test_two_alike_paragraphs_on_two_pages_stay_two():
    paper = paper_of(f"<p>Alike.</p>{BREAK}<p>Alike.</p>")
    assert len(paper.tagged("P")) == 3


def test_lists_nest_in_the_item_they_explain():
    lists = Paper(made("stress")).tagged("L")
    assert lists[0].shape() == [
        "L",
        [
            "LI",
            ["Lbl"],
            [
                "LBody",
                [
                    "L",
                    ["LI", ["Lbl"], ["LBody", ["L", ["LI", ["Lbl"], ["LBody"]]]]],
                    ["LI", ["Lbl"], ["LBody"]],
                ],
            ],
        ],
        ["LI", ["Lbl"], ["LBody", ["P"], ["P"]]],
    ]


@pytest.mark.long
@swept(
    [
        *(("decimal", "/Decimal"), ("lower-roman", "/LowerRoman"), ("upper-alpha", "/UpperAlpha")),
        *(("lower-latin", "/LowerAlpha"), ("square", "/Square"), ("none", "/None")),
        *(('"– "', "/Disc"), ("lower-greek", "/Disc"), ("symbols(cyclic '*')", "/Disc")),
    ]
)
def test_a_list_says_how_it_is_numbered(style, kind):
    paper = paper_of("<ul><li>one</li></ul>", styles=[f"ul {{ list-style-type: {style} }}"])
    assert paper.tagged("L")[0].attribute("/List", "/ListNumbering") == kind


def test_an_ordered_list_of_our_own_style_is_numbered_all_the_same():
    style = "@counter-style own { system: alphabetic; symbols: a b } ol { list-style: own }"
    paper = paper_of("<ol><li>one</li></ol>", styles=[style])
    assert paper.tagged("L")[0].attribute("/List", "/ListNumbering") == "/Decimal"


@pytest.mark.parametrize(
    ("looks", "kind"), [("roman", "LowerRoman"), ("letter", "LowerAlpha"), ("number", "Decimal")]
)
def test_a_label_that_is_written_out_is_a_label(looks, kind):
    body = (
        f"<ol class='app-list {looks}'><li><p><span class='l'>i.</span> First</p>"
        "<p><span class='l'>Not</span> a label</p></li></ol>"
    )
    paper = paper_of(body, styles=["ol { list-style-type: none }"])
    [one] = paper.tagged("L")
    assert one.attribute("/List", "/ListNumbering") == f"/{kind}"
    assert one.shape() == ["L", ["LI", ["Lbl"], ["LBody", ["P"], ["P"]]]]


@pytest.mark.parametrize(
    "body",
    ["<p><span class='l'>i.</span> No list</p>", "<ol><li><span class='l'>i.</span> One</li></ol>"],
)
def test_a_label_that_no_numbered_list_awaits_is_words(body):
    paper = paper_of(body, styles=["ol { list-style-type: none }"])
    assert paper.tagged("Lbl") == []


def test_a_term_and_its_descriptions_are_one_item():
    pairs = Paper(made("stress")).tagged("L")[4:6]
    assert [item.shape() for item in pairs[0].kids] == [
        ["LI", ["LBody", ["P"], ["P"]]],
        ["LI", ["LBody", ["P"], ["P"], ["P"]]],
    ]
    assert pairs[1].shape() == ["L", ["LI", ["LBody", ["P"], ["P"]]]]


def test_a_description_without_a_term_is_an_item_of_its_own():
    paper = paper_of("<dl><dd>Alone</dd></dl>")
    assert paper.tagged("L")[0].shape() == ["L", ["LI", ["LBody", ["P"]]]]


def test_a_link_over_two_lines_is_one_link_with_both_places():
    [link] = Paper(made("stress")).tagged("Link")
    assert len(link.annotations) >= 2
    assert {str(one.Contents) for one in link.annotations} == {SENTENCE}


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<a href='#p1'>paragraph\n 1</a>", "paragraph 1"),
        ("<a href='#p1' title='To the start'>1</a>", "To the start"),
        ("<a href='#p1' aria-label='The first'>1</a>", "The first"),
        ("<a href='#p1'>the <strong>first</strong> one</a>", "the first one"),
        ("<a href='#p1'><img src='dot.png' alt='Start'> start</a>", "start"),
    ],
)
def test_a_link_says_where_it_goes(markup, words):
    paper = paper_of(numbered(1) + f"<p>See {markup}.</p>")
    [link] = paper.tagged("Link")
    assert {str(one.Contents) for one in link.annotations} == {words}


def test_an_anchor_without_an_address_is_plain_words():
    paper = paper_of("<p>Here <a id='x'>is</a> one.</p>")
    assert paper.tagged("Link") == []


def test_words_made_by_the_style_sheet_stay_in_their_link():
    paper = paper_of(
        "<p id='x'><a href='#x'>There</a></p>", styles=["a::after { content: ' (link)' }"]
    )
    assert paper.root.shape() == ["Document", ["Part", ["H1"], ["P", ["Link"]]]]


def test_links_that_no_reader_meets_are_taken_off_the_page():
    paper = paper_of("<p aria-hidden='true'><a href='https://example.org/'>Ornament</a></p>")
    assert list(paper.pages[0].get("/Annots", [])) == []


def test_running_heads_are_passed_over_and_say_what_they_are():
    paper = Paper(made("long"))
    content = paper.pages[0].Contents.read_bytes()
    assert content.count(b"/Artifact\n<</Type /Pagination /Subtype /Header>>\nBDC") == 1
    assert content.count(b"/Artifact\n<</Type /Pagination /Subtype /Footer>>\nBDC") == 1


def test_leaders_are_passed_over():
    paper = paper_of(
        "<div><span class='x'>Contents</span></div>",
        styles=[".x::after { content: leader('.') '7' }"],
    )
    assert paper.pages[0].Contents.read_bytes().count(b"<</Type /Layout>>") > 50


def test_pictures_without_meaning_are_passed_over_and_the_rest_have_words():
    figures = Paper(made("stress")).tagged("Figure")
    assert [str(one.source.Alt) for one in figures] == ["A dot", "Visits rose", "A tick"]


def test_a_picture_says_where_it_is_in_points_from_the_foot_of_the_page():
    style = "@page { size: 400px 800px; margin: 0 } * { margin: 0 } h1 { height: 100px }"
    picture = "<img alt='A dot' src='dot.png' style='display:block; width: 200px; height: 50px'>"
    [figure] = paper_of(picture, styles=[style]).tagged("Figure")
    assert [float(side) for side in figure.attribute("/Layout", "/BBox")] == [0, 487.5, 150, 525]
    assert figure.attribute("/Layout", "/Placement") == "/Block"


def test_an_abbreviation_carries_its_meaning_and_foreign_words_their_language():
    spans = Paper(made("stress")).tagged("Span")
    assert [str(one.source.get("/E", "")) for one in spans] == [
        "Disclosure and Barring Service",
        "",
    ]
    assert str(spans[1].source.Lang) == "fr"
    welsh = [one for one in Paper(made("stress")).elements if one.source.get("/Lang") == "cy"]
    assert [one.tag for one in welsh] == ["P"]


@pytest.mark.long
def test_loose_words_in_a_group_stand_in_a_paragraph():
    body = "<div>Loose <b>words</b> <abbr title='That is'>i.e.</abbr> these<p>Own</p> more </div>"
    assert paper_of(body).root.shape() == [
        "Document",
        ["Part", ["H1"], ["Div", ["P", ["Span"]], ["P"], ["P"]]],
    ]


@pytest.mark.long
@pytest.mark.parametrize(
    "opened",
    ["<nav role='doc-toc'><h2>Contents</h2><ol>", "<nav><h2>Contents</h2><ol class='contents'>"],
)
def test_the_list_of_contents_is_one(opened):
    body = (
        f"{opened}"
        "<li><a href='#s'>First</a> <span>1</span><ol><li><a href='#s'>Inner</a></li></ol></li>"
        "</ol></nav><section id='s'><h2>First</h2><p>Words.</p></section>"
    )
    inner = ["TOC", ["TOCI", ["Lbl"], ["Reference", ["Link"]]]]
    [contents, _] = paper_of(body).tagged("TOC")
    assert contents.shape() == ["TOC", ["TOCI", ["Lbl"], ["Reference", ["Link"]], inner]]


@pytest.mark.long
@pytest.mark.parametrize("looks", ["role='doc-endnotes'", "class='notes'"])
def test_notes_are_notes_with_ids(looks):
    body = (
        f"<p>Said.<a href='#n1' title='Note 1'>1</a></p><section {looks}><ol>"
        "<li id='n1'>Source<ul><li>in part</li></ul></li><li>Other</li></ol></section>"
    )
    notes = paper_of(body).tagged("Note")
    assert [str(one.source.ID) for one in notes] == ["n1", "note-0-2"]
    assert [one.above()[:3] for one in notes] == [["LBody", "LI", "L"]] * 2


def test_an_item_outside_a_list_is_read_as_a_group():
    assert paper_of("<li>Stray</li>").root.shape()[1][2][0] == "Div"


def test_a_link_that_is_no_anchor_of_the_page_is_taken_off():
    layout = weasyprint.HTML(string=page("<p>Words</p>")).render()
    box = next(one for one in layout.pages[0]._page_box.descendants() if one.element_tag == "p")
    box.link_annotation = {"Contents": "x"}
    reading = Reading(Run(), "en-GB")
    reading.read(layout.pages[0]._page_box, {})
    assert reading.lonely == [(0, {"Contents": "x"})]


def test_words_that_find_no_place_are_told():
    run = Run()
    layout = weasyprint.HTML(string=page("<p>Words</p>")).render()
    Reading(run, "en-GB").read(layout.pages[0]._page_box, {"stray": {"mcid": 0}})
    assert run.complaints == ["Page 1 shows words that have no place in its tags."]


def test_a_head_and_a_foot_repeated_on_each_page_are_read_once():
    paper = Paper(made("stress"))
    head, foot = (paper.tagged("Table")[1].of(tag)[0] for tag in ("THead", "TFoot"))
    assert head.pages() == foot.pages()
    assert len(head.pages()) == 1


def test_a_foot_is_read_last_and_a_caption_first():
    kids = [kid.tag for kid in Paper(made("stress")).tagged("Table")[1].kids]
    assert kids == ["Caption", "THead", "TBody", "TFoot"]


def test_cells_name_their_heads_in_two_rows_and_across_spans():
    cells = Paper(made("stress")).tagged("Table")[0].below()
    headers = [
        [str(name) for name in cell.attribute("/Table", "/Headers")]
        for cell in cells
        if cell.tag == "TD"
    ]
    assert headers == [
        ["t1-2-0", "t1-0-1", "t1-1-1"],
        ["t1-2-0", "t1-0-1", "t1-1-2"],
        ["t1-3-0", "t1-0-1", "t1-1-1", "t1-1-2"],
        ["t1-4-0", "t1-0-1", "t1-1-1"],
        ["t1-4-0", "t1-0-1", "t1-1-2"],
    ]


def test_a_cell_that_nothing_heads_names_no_head():
    paper = paper_of("<table><tr><td>1</td></tr><tr><th>Below</th></tr></table>")
    [cell] = paper.tagged("TD")
    assert cell.attribute("/Table", "/Headers") is None


def test_a_cell_that_reaches_down_is_headed_by_each_row_it_reaches():
    paper = paper_of(
        "<table><tr><th>North</th><td rowspan='2'>both</td><td>1</td></tr>"
        "<tr><th>South</th><td>2</td></tr></table>"
    )
    both, *_ = paper.tagged("TD")
    assert [str(name) for name in both.attribute("/Table", "/Headers")] == ["t1-0-0", "t1-1-0"]


@pytest.mark.long
def test_two_tables_do_not_share_ids():
    paper = paper_of(table(1, "One") + table(1, "Two"))
    ids = [str(cell.source.ID) for cell in paper.tagged("TH")]
    assert len(ids) == len(set(ids)) == 10
