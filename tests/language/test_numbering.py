"""Labels are consecutive, addresses unique, and both follow the template."""

import pytest

from reports.language.numbering import number
from tests.language.outlines import block, forty_nine, numbered, shipped
from tests.sweeping import swept


def test_paragraphs_are_numbered_straight_through_to_the_items_of_the_recommendations():
    numbering = numbered(forty_nine())
    assert [numbering.of(f"p{n}").label for n in range(1, 49)] == [f"{n}." for n in range(1, 49)]
    assert numbering.lead.label == "49."
    assert numbering.lead.anchor == "para-49"
    assert numbering.lead.title == "Members are invited to:"
    assert [numbering.of(f"rec-{n}").label for n in (1, 2, 3)] == ["i.", "ii.", "iii."]
    assert numbering.of("rec-2").anchor == "para-49-ii"
    item = numbering.item("p22", "vi")
    assert (item.label, item.anchor, item.suffix) == ("vi.", "para-22-vi", "(vi)")
    assert numbering.item("p22", (6,)) == item
    with pytest.raises(KeyError):
        numbering.of("gone")


def test_items_are_found_by_label_and_points_by_number():
    text = "i. a\nii. b\n  * c\n  * d\n* e\niii. f"
    numbering = numbered([block("p", text=text)])
    assert [one.address.label for one in numbering.items("p")] == ["i.", "ii.", "", "iii."]
    assert numbering.item("p", "ii-2").anchor == "para-1-ii-point-2"
    assert numbering.item("p", "ii-2").suffix == "(ii), point 2"
    assert numbering.item("p", "1").anchor == "para-1-point-1"
    assert numbering.item("p", (3,)).anchor == "para-1-point-1"
    assert numbering.item("p", (2, 1)).anchor == "para-1-ii-point-1"


@swept([(case,) for case in ["iv", "9", "ii-iii", "x", "", (9,), (0,), (1, 1), ()]])
def test_an_item_that_is_not_there_is_missed(path):
    numbering = numbered([block("p", text="i. a\nii. b\n  * c")])
    with pytest.raises(KeyError):
        numbering.item("p", path)


def test_a_label_of_another_style_is_understood_and_labels_run_on_after_words():
    numbering = numbered([block("p", text="a. x\nb. y\nc. z")])
    assert numbering.item("p", "b").label == "ii."
    assert numbering.item("p", "3").label == "iii."
    apart = numbered([block("p", text="i. a\nii. b\n\nand\n\ni. c")])
    assert [one.address.label for one in apart.items("p")] == ["i.", "ii.", "iii."]


@pytest.mark.parametrize(
    ("slug", "label", "inner", "anchor"),
    [
        ("york-2016", "ii.", "b.", "para-1-ii-b"),
        ("york-2017", "ii.", "b.", "section-1-para-1-ii-b"),
        ("york-2020", "b.", "ii.", "para-1-b-ii"),
        ("worcestershire-2016", "(b)", "(ii)", "para-1-b-ii"),
    ],
)
def test_the_template_labels_the_items(slug, label, inner, anchor):
    body = "assurance" if slug.startswith("worc") else "body"
    blocks = [
        block("s", "section", body),
        block("p", part=body, parent="s", text="i. a\nii. b\n  a. c\n  b. d"),
    ]
    numbering = numbered(blocks, slug)
    assert numbering.item("p", (2,)).label == label
    assert numbering.item("p", (2, 2)).label == inner
    assert numbering.item("p", (2, 2)).anchor == anchor


def test_york_2017_numbers_sections_and_letters_those_within():
    blocks = [
        block("one", "section"),
        block("two", "section"),
        block("p", parent="two"),
        block("in-two", "section", parent="two"),
        block("q", parent="in-two"),
        block("again", "section", parent="two"),
        block("deeper", "section", parent="again"),
        block("ask", "recommendation", "recommendations"),
    ]
    numbering = numbered(blocks, "york-2017")
    labels_of = {slug: numbering.of(slug).label for slug in ("one", "two", "in-two", "again")}
    assert labels_of == {"one": "1.", "two": "2.", "in-two": "a)", "again": "b)"}
    assert numbering.of("again").number == "2(b)"
    assert numbering.of("again").anchor == "section-2-b"
    assert numbering.of("deeper").label == ""
    assert numbering.of("recommendations").label == "3."
    assert numbering.of("recommendations").anchor == "section-3"
    assert numbering.of("ask").label == "a."


def test_an_unnumbered_paragraph_is_cited_by_its_place_in_its_section():
    numbering = numbered(
        [block("s", "section"), block("p", parent="s"), block("q", parent="s")], "york-2017"
    )
    paragraph = numbering.of("q")
    assert (paragraph.label, paragraph.number) == ("", "2")
    assert paragraph.within == "section 1"
    assert paragraph.anchor == "section-1-para-2"


def test_a_part_takes_a_number_only_when_it_has_something_to_say():
    template = shipped("york-2017")
    blocks = [block("s", "section"), block("r", "recommendation", "recommendations")]
    assert number(blocks, template).of("recommendations").label == "2."
    filled = number(blocks, template, filled={"implications"})
    assert filled.of("implications").label == "2."
    assert filled.of("recommendations").label == "3."


def test_worcestershire_asks_in_points_under_a_numbered_lead():
    blocks = [
        block("a", part="summary"),
        block("one", "recommendation", "purpose"),
        block("two", "recommendation", "purpose"),
    ]
    numbering = numbered(blocks, "worcestershire-2016")
    assert numbering.lead.label == "2."
    assert numbering.of("two").label == ""
    assert numbering.of("two").anchor == "para-2-point-2"
    assert numbering.of("two").number == "2"


def test_items_of_a_recommendation_are_labelled_a_level_down():
    blocks = [block("r", "recommendation", "recommendations", text="note\na. x\n* y")]
    numbering = numbered(blocks)
    assert numbering.item("r", (1,)).label == "a."
    assert numbering.item("r", (2,)).anchor == "para-1-i-point-1"


def test_annexes_have_letters_and_those_within_them_numbers():
    blocks = [
        block("a", "annex", "annexes"),
        block("b", "annex", "annexes"),
        block("poster", "annex", "annexes", "b"),
        block("leaflet", "annex", "annexes", "b"),
        block("back", "annex", "annexes", "leaflet"),
        block("c", "annex", "annexes"),
    ]
    numbering = numbered(blocks)
    found = [numbering.of(one.slug).label for one in blocks]
    assert found == ["A", "B", "B1", "B2", "B2a", "C"]
    assert numbering.of("leaflet").anchor == "annex-b2"
    assert [one.label for one in numbering.sub_annexes("b")] == ["B1", "B2"]
    assert numbering.sub_annexes("a") == ()


def test_paragraphs_of_an_annex_begin_again():
    blocks = [
        block("p"),
        block("a", "annex", "annexes", text="i. x"),
        block("s", "section", "annexes", "a"),
        block("in-a", part="annexes", parent="s"),
        block("ask", "recommendation", "recommendations"),
    ]
    numbering = numbered(blocks)
    paragraph = numbering.of("in-a")
    assert (paragraph.label, paragraph.within) == ("1.", "Annex A")
    assert paragraph.anchor == "annex-a-para-1"
    assert numbering.item("a", "i").anchor == "annex-a-i"
    assert numbering.lead.label == "2."


def test_tables_and_charts_are_counted_apart_and_in_print_order():
    blocks = [
        block("late", "table", "recommendations"),
        block("t", "table"),
        block("c", "chart"),
        block("u", "table"),
        block("r", "records"),
    ]
    numbering = numbered(blocks)
    labels = [numbering.of(slug).label for slug in ("t", "u", "r", "late")]
    assert labels == ["Table 1", "Table 2", "Table 3", "Table 4"]
    assert numbering.of("c").label == "Chart 1"
    assert numbering.of("u").anchor == "table-2"


def test_lists_and_notes_have_an_address_without_a_number():
    blocks = [block("l", "list", text="i. x\n* y"), block("n", "note")]
    numbering = numbered(blocks)
    assert [numbering.of(slug).anchor for slug in "ln"] == ["list-l", "note-n"]
    assert numbering.item("l", "i").anchor == "list-l-i"


def test_numbers_may_begin_again_in_each_section():
    blocks = [
        block("p"),
        block("s", "section", heading="First"),
        block("q", parent="s"),
        block("in-s", "section", parent="s"),
        block("r", parent="in-s"),
        block("t", "section", heading="Second"),
        block("u", parent="t"),
    ]
    numbering = numbered(blocks, restart="section")
    assert [numbering.of(slug).label for slug in "pqru"] == ["1.", "1.", "2.", "1."]
    assert numbering.of("u").within == "“Second”"
    assert len({numbering.of(slug).anchor for slug in "pqru"}) == 4


def test_a_section_and_a_part_know_the_paragraphs_in_them():
    numbering = numbered(forty_nine())

    def ends(slug):
        return tuple(address.number for address in numbering.section_range(slug))

    assert ends("safeguarding") == ("3", "38")
    assert ends("looked-after") == ("39", "47")
    assert ends("activity") == ("44", "47")
    assert ends("wider") == ("48", "48")
    assert ends("introduction") == ("1", "2")
    assert ends("body") == ("3", "48")
    assert numbering.section_range("contacts") is None
    assert numbering.section_range("unknown") is None


def test_a_block_comes_before_a_part_of_the_same_name():
    numbering = numbered([block("body", "section"), block("p", parent="body")])
    assert numbering.of("body").kind == "section"
    assert numbering.section_range("body")[0].number == "1"


def test_what_stands_nowhere_comes_last_and_bears_no_number():
    blocks = [
        block("lost", part="nowhere"),
        block("round", "section", parent="about"),
        block("about", "section", parent="round"),
        block("ask", "recommendation", "body"),
        block("p"),
    ]
    numbering = numbered(blocks)
    assert numbering.of("p").label == "1."
    assert numbering.of("lost").label == ""
    assert numbering.lead is None
    assert numbering.of("ask").anchor == "rec-i"
    assert set(numbering.order) == {"lost", "round", "about", "ask", "p"}


def test_a_slug_that_looks_like_a_number_takes_nobodys_address():
    blocks = [
        block("s", "section"),
        block("a", "annex", "annexes"),
        block("1", "section", "annexes", "a"),
    ]
    numbering = numbered(blocks, "york-2017")
    assert numbering.of("s").anchor == "section-1"
    assert numbering.of("1").anchor != "section-1"
