"""HTML of a document: every word escaped, every address there, tables and headings in order."""

import itertools
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.documents import document as kinds
from reports.documents.document import (
    Bar,
    Cell,
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
    from_json,
    to_json,
)
from reports.documents.formats import print_html
from reports.documents.html import inline
from reports.documents.html import page as html
from tests.documents.any_document import documents
from tests.documents.test_any_document import SAID

OURS = {
    *(
        "a",
        "b",
        "caption",
        "circle",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
    ),
    *(
        "details",
        "summary",
        "li",
        "mark",
        "ol",
        "p",
        "path",
        "rect",
        "section",
        "span",
        "strong",
        "sup",
        "svg",
        "table",
    ),
    *("tbody", "td", "text", "th", "thead", "title", "tr", "ul"),
}
SCREEN = html.Medium(screen=True, figure=lambda number: f"/figures/{number}/")
WRITING = html.Medium(screen=True, live=True)
MEDIUMS = (html.PRINT, SCREEN, WRITING)
RUN_KINDS = (
    *(kinds.PLAIN, kinds.STRONG, kinds.EMPHASIS, kinds.FIGURE, kinds.REFERENCE, kinds.LINK),
    *(kinds.NOTE, kinds.HIDDEN, kinds.FAULT, kinds.TYPED),
)
NASTY = st.text(max_size=12) | st.sampled_from(
    ["<script>alert(1)</script>", '"><img src=x onerror=y>', "' onclick='z", "&lt;b&gt;", "]]>"]
)


class Page(HTMLParser):
    """The tags, attributes and words of a page, read as a browser reads them."""

    def __init__(self, markup):
        super().__init__()
        self.tags, self.said, self.ids, self.targets, self.headings = [], [], [], [], []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        named = dict(attributes)
        self.ids += [named["id"]] if "id" in named else []
        self.targets += [named["href"][1:]] if named.get("href", "").startswith("#") else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []

    def handle_data(self, data):
        self.said.append(data)


def page_of(*blocks, medium=html.PRINT):
    """A page of sections or blocks."""
    document = Document("Netherby", "Paper", Facts("head", "About"), blocks)
    return Page(html.opening(document, medium) + html.sections(document, medium))


def is_ours(page):
    """Asserts that a page holds no tag, attribute or address that a document brought."""
    for tag, attributes in page.tags:
        assert tag in OURS
        assert not [name for name in attributes if name.startswith("on")]
        assert attributes.get("href", "#").startswith(("#", "/figures/", *inline.SCHEMES))


@pytest.mark.long
@given(documents(), st.lists(NASTY, min_size=1, max_size=9), st.sampled_from(MEDIUMS))
def test_no_word_in_any_place_becomes_markup(made, words, medium):
    turns = itertools.cycle(json.dumps(one)[1:-1] for one in words)
    plain = json.dumps(to_json(made[0])).replace("https://council.example/a", "word0x")
    document = from_json(json.loads(SAID.sub(lambda _: next(turns), plain)))
    is_ours(Page(html.opening(document, medium) + html.sections(document, medium)))


@given(NASTY, NASTY, st.sampled_from(MEDIUMS))
def test_no_word_or_address_of_a_run_of_any_kind_becomes_markup(words, to, medium):
    runs = tuple(Run(words, kind, to) for kind in RUN_KINDS)
    chart = Chart(
        "a-1", words, words, words, (Bar(words, words, None, words),), Table("t-1", "", to)
    )
    is_ours(page_of(Paragraph("p-1", words, runs, (Text(runs),)), chart, medium=medium))


@pytest.mark.parametrize(
    ("kind", "to", "look"),
    [
        *((kinds.FIGURE, "1", "figure"), (kinds.HIDDEN, "1", "hidden")),
        *((kinds.TYPED, "1", "typed"), (kinds.PLAIN, "count_day", "date")),
        *((kinds.PLAIN, "", None), (kinds.STRONG, "", None), (kinds.REFERENCE, "para-1", None)),
    ],
)
def test_what_is_live_or_typed_is_marked_only_while_a_report_is_written(kind, to, look):
    run = Run("16", kind, to)
    marked = f'<span class="draft-live draft-live--{look}">16</span>'
    assert (inline.run_of(run, WRITING) == marked) is (look is not None)
    for medium in (SCREEN, html.PRINT):
        assert "draft-live" not in inline.run_of(run, medium)


@given(NASTY)
def test_what_is_written_is_what_a_browser_shows(words):
    paragraph = Paragraph("para-1", "1.", (Run(words),), (Text((Run(words),)),))
    said = "".join(page_of(paragraph).said)
    plain = words.replace("\r\n", "\n").replace("\r", "\n")
    assert said.replace("\r\n", "\n").replace("\r", "\n").count(plain) >= 2


@given(NASTY)
def test_the_page_for_print_escapes_the_words_of_its_head(words):
    document = Document(
        words,
        words,
        Facts("head", words),
        (),
        author=words,
        subject=words,
        running=words,
        notices=(Text((Run(words),)),),
        audience="restricted",
    )
    page = Page(print_html(document, sheet="paper.css"))
    assert not {tag for tag, _ in page.tags} & {"script", "img", "b"}


def figure_run():
    """A paragraph that says one figure."""
    return Paragraph("para-1", "1.", (), (Text((Run("30", kinds.FIGURE, "4"),)),))


def test_a_figure_is_a_link_on_screen_and_words_in_print():
    assert ("a", {"class": "figure", "href": "/figures/4/"}) in page_of(
        figure_run(), medium=SCREEN
    ).tags
    assert "a" not in {tag for tag, _ in page_of(figure_run()).tags}


def test_paragraph_numbers_are_words_and_links_to_themselves_on_screen():
    assert "1." in "".join(page_of(figure_run()).said)
    link = page_of(figure_run(), medium=SCREEN).tags[-2][1]
    assert link["href"] == "#para-1"
    assert link["aria-label"] == "Link to paragraph 1"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "/etc", ""])
def test_a_link_that_leads_nowhere_safe_stays_words(address):
    page = page_of(Paragraph("p", "", (), (Text((Run("words", kinds.LINK, address),)),)))
    assert "a" not in {tag for tag, _ in page.tags}
    assert "words" in page.said


def test_tables_have_a_caption_and_scopes_and_a_total_row():
    head = (Cell(header=True), Cell((Run("2015"),), numeric=True, header=True))
    rows = (
        (Cell((Run("Children"),), header=True), Cell((Run("188"),), numeric=True)),
        (Cell((), header=True), Cell((Run("188"),), numeric=True)),
    )
    table = Table("table-1", "Table 1", "Children", head, rows, True, (Text((Run("Note"),)),))
    page = page_of(table)
    scopes = [attributes.get("scope") for tag, attributes in page.tags if tag == "th"]
    assert scopes == ["col", "row"]
    assert ("tr", {"class": "total"}) in page.tags
    assert "Table 1: Children" in "".join(page.said).replace("\n", "")
    region = next(row for tag, row in page_of(table, medium=SCREEN).tags if "role" in row)
    assert (region["tabindex"], region["aria-labelledby"]) == ("0", "table-1-c")


@pytest.mark.parametrize(
    ("titles", "numbers", "medium", "is_by_row"),
    [
        (("Body", "Title", "Date", "By"), 0, SCREEN, True),
        (("Body", "Title", "Date", "By"), 1, SCREEN, True),
        (("Body", "2014", "2015", "By"), 2, SCREEN, True),
        (("Body", "Title", "Date"), 0, SCREEN, True),
        (("Body", "2014", "2015"), 2, SCREEN, False),
        (("", "Title", "Date", "By"), 0, SCREEN, True),
        (("", "Title", "", "By"), 0, SCREEN, False),
        (("Body", "Title", "Date", "By"), 0, html.PRINT, False),
        (("Body", "Title", "Date", "By"), 0, inline.Medium(False, is_file=True), True),
    ],
)
def test_a_table_of_many_columns_has_cards_on_a_small_screen(titles, numbers, medium, is_by_row):
    places = enumerate(titles)
    head = [Cell((Run(row),), numeric=place in range(1, numbers + 1)) for place, row in places]
    rows = (tuple(Cell((Run("<b>"),)) for _ in titles),)
    page = page_of(Table("table-1", "Table 1", "Boards", tuple(head), rows), medium=medium)
    labels = [row["data-label"] for tag, row in page.tags if tag == "td" and "data-label" in row]
    labels = labels[-len(titles) :]
    assert labels == (list(titles) if is_by_row else [])
    assert ("app-rows" in str(page.tags)) is is_by_row
    assert "b" not in dict(page.tags)


@pytest.mark.parametrize(
    ("label", "caption", "words"),
    [("", "C", "C"), ("Table 1", "", "Table 1 "), ("Table 1", "C", "Table 1: C")],
)
def test_a_caption_has_its_colon_only_between_a_label_and_words(label, caption, words):
    page = page_of(Table("t", label, caption))
    assert "".join(page.said).startswith("About" + words)


def test_contents_are_two_levels_of_links_with_pages_in_print():
    inner = Section("c", "Inner", 3, "", (Section("d", "Deep", 4),))
    stray = figure_run()
    document = Document(
        "N", "P", Facts("head", "A"), (Section("b", "Outer", 2, "1.", (inner,)), stray)
    )
    page = Page(html.contents(document))
    assert page.targets == ["b", "c"]
    assert [row["data-to"] for tag, row in page.tags if tag == "span"] == ["#b", "#c"]
    assert "1. Outer" in page.said
    assert "span" not in {tag for tag, _ in Page(html.contents(document, SCREEN)).tags}


def test_a_paragraph_with_a_heading_of_its_own_is_headed_in_its_section_and_in_contents():
    headed = Paragraph("p-1", "1.", (Run("Foster carers"),), (Text((Run("They are ten."),)),))
    section = Section("s", "Work", 2, "", (headed, Section("i", "In", 3, "", (headed,))))
    document = Document("N", "P", Facts("head", "A"), (section,))
    drawn = html.sections(document, SCREEN)
    assert '<h3 id="p-1-h">Foster carers</h3><div class="para numbered" id="p-1">' in drawn
    assert '<h4 id="p-1-h">Foster carers</h4>' in drawn and "run-in" not in drawn
    assert Page(html.contents(document)).targets == ["s", "p-1-h", "i"]
    assert 'class="run-in">Foster carers' in html.block(headed, SCREEN)


def test_a_note_and_its_mark_lead_to_each_other():
    mark = Text((Run("1", kinds.NOTE, "note-1"),))
    notes = Notes((Item("1.", "note-1", (Text((Run("Words"),)),)),))
    page = page_of(Section("s", "S", 2, "", (Paragraph("p", "", (), (mark,)), notes)))
    assert {"note-1", "note-1-mark"} <= set(page.ids)
    assert page.targets == ["note-1", "note-1-mark"]


def test_one_block_is_shown_by_itself_and_an_item_in_a_list():
    item = Item("i.", "lead-i", (ItemList("bullet", (Item("", "x"),)),))
    page = Page(html.block(item))
    assert [tag for tag, _ in page.tags][:2] == ["ol", "li"]
    assert page.ids == ["lead-i", "x"]
    assert Page(html.block(figure_run())).ids == ["para-1"]


def test_a_paragraph_may_begin_with_a_list_and_a_facts_row_hold_lines():
    listing = ItemList("letter", (Item("a.", "p-a", (Text((Run("One"),)),)),))
    page = page_of(Paragraph("p", "", (), (listing,)))
    assert "a." in "".join(page.said)
    facts = Facts("f", "Contacts", (Fact("Author", (Text((Run("Head"),)), Text((Run("Desk"),)))),))
    assert [tag for tag, _ in Page(html.block(facts)).tags].count("div") == 3
