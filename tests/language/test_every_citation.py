"""Every block of a paper cited in every way there is: printed, or told how to cite it instead."""

from itertools import product

import pytest

from reports.language import numbering
from reports.language.grammar import Problem
from reports.language.template import House
from reports.language.tokens import Reference, read_token
from tests.language.outlines import block, forty_nine, numbered
from tests.sweeping import swept

WAYS = ("para", "section", "annex", "rec", "table", "chart")
OUTLINE = [
    *forty_nine(),
    block("tab", "table", parent="wider", heading="Counts"),
    block("pic", "chart", parent="wider", heading="Counts over time"),
    block("tab-2", "table", parent="wider"),
    block("listed", "list", parent="wider", text="* one\n* two"),
    block("noted", "note", parent="wider"),
    block("kept", "records", parent="wider"),
    block("head-b", "annex", "annexes", heading="Plans"),
    block("b1", "annex", "annexes", "head-b", "First plan"),
    block("b1-p", "paragraph", "annexes", "b1"),
    block("b1-q", "paragraph", "annexes", "b1"),
    block("b2", "annex", "annexes", "head-b", "Second plan"),
    block("b2-p", "paragraph", "annexes", "b2"),
    block("alone", "annex", "annexes", heading="A letter"),
    block("empty", "section", heading="Nothing yet"),
]
NUMBERING = numbered(OUTLINE)
HOUSE = House()
CITED = {
    "p1": ("para", "paragraph 1", "para-1"),
    "p48": ("para", "paragraph 48", "para-48"),
    "b1-p": ("para", "paragraph 1 of Annex A1", "annex-a1-para-1"),
    "b1-q": ("para", "paragraph 2 of Annex A1", "annex-a1-para-2"),
    "b2-p": ("para", "paragraph 1 of Annex A2", "annex-a2-para-1"),
    "safeguarding": ("section", "paragraphs 3–38", "para-3"),
    "looked-after": ("section", "paragraphs 39–47", "para-39"),
    "activity": ("section", "paragraphs 44–47", "para-44"),
    "wider": ("section", "paragraph 48", "para-48"),
    "head-b": ("annex", "Annexes A1 and A2", "annex-a1"),
    "b1": ("annex", "Annex A1", "annex-a1"),
    "b2": ("annex", "Annex A2", "annex-a2"),
    "alone": ("annex", "Annex B", "annex-b"),
    "rec-1": ("rec", "recommendation i", "para-49-i"),
    "rec-3": ("rec", "recommendation iii", "para-49-iii"),
    "tab": ("table", "Table 1", "table-1"),
    "tab-2": ("table", "Table 2", "table-2"),
    "pic": ("chart", "Chart 1", "chart-1"),
}
SAID = [numbering.CitationText(words, anchor) for _, words, anchor in CITED.values()]
NAMES = {
    "para": "paragraph",
    "section": "section",
    "annex": "annex",
    "rec": "recommendation",
    "table": "table",
    "chart": "chart",
}
NOWHERE = "cite the paragraph that it is in"


def cited(written, where=""):
    return numbering.reference_text(read_token(f"[[{written}]]"), NUMBERING, HOUSE, where)


def refused(written):
    found = cited(written)
    assert isinstance(found, Problem), found
    return found.sentence


@swept(CITED)
def test_a_block_is_cited_in_its_own_way(slug):
    way, words, anchor = CITED[slug]
    assert cited(f"{way}:{slug}") == numbering.CitationText(words, anchor)


@swept(CITED)
def test_in_any_other_way_it_is_told_how_it_is_cited(slug):
    right = CITED[slug][0]
    for way in WAYS:
        if way == right or (way, right) == ("section", "annex"):
            continue
        assert refused(f"{way}:{slug}") == (
            f"[[{way}:{slug}]] cites “{slug}” as a {NAMES[way]}, and it is a {NAMES[right]}: "
            f"write [[{right}:{slug}]]."
        )


@pytest.mark.parametrize(("slug", "kind"), [("listed", "list"), ("noted", "note")])
def test_what_bears_no_number_is_cited_by_its_paragraph(slug, kind):
    for way in WAYS:
        assert refused(f"{way}:{slug}") == (
            f"[[{way}:{slug}]] cites “{slug}” as a {NAMES[way]}, and it is a {kind}: {NOWHERE}."
        )


@pytest.mark.parametrize("way", WAYS)
def test_what_is_not_there_is_missed_by_its_kind(way):
    assert refused(f"{way}:gone") == (
        f"A link here cites “gone”, and this report has no {NAMES[way]} of that name: cite "
        "another, or put it back."
    )


PARAGRAPHS = ["p1", "p2", "p3", "p22", "p48"]


@swept(list(product(PARAGRAPHS, repeat=2)))
def test_a_range_runs_forwards_and_one_of_one_is_a_paragraph(first, last):
    begins, ends = int(first[1:]), int(last[1:])
    written = f"paras:{first}..{last}"
    if ends < begins:
        assert refused(written) == (
            f"A link here cites a range that ends at paragraph {ends}, before it begins at "
            f"{begins}: turn it round."
        )
    elif begins == ends:
        assert cited(written).text == f"paragraph {begins}"
    else:
        words = f"paragraphs {begins}–{ends}"
        assert cited(written) == numbering.CitationText(words, f"para-{begins}")


@pytest.mark.parametrize(
    ("first", "last", "begins", "ends"),
    [
        ("p48", "b1-p", "the report", "Annex A1"),
        ("b1-p", "p48", "Annex A1", "the report"),
        ("b1-q", "b2-p", "Annex A1", "Annex A2"),
    ],
)
def test_a_range_stays_in_the_paper_or_in_one_annex(first, last, begins, ends):
    assert refused(f"paras:{first}..{last}") == (
        f"A link here cites a range that begins in {begins} and ends in {ends}: cite each "
        "separately."
    )
    assert cited("paras:b1-p..b1-q").text == "paragraphs 1–2 of Annex A1"


@pytest.mark.parametrize("slug", ["safeguarding", "tab", "rec-1", "alone"])
def test_a_range_is_of_paragraphs_alone(slug):
    for written in (f"paras:{slug}..p48", f"paras:p1..{slug}"):
        assert f"cites “{slug}” as a paragraph, and it is a" in refused(written)


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("i", "paragraph 22(i)"),
        ("vi", "paragraph 22(vi)"),
        ("a", "paragraph 22(i)"),
        ("6", "paragraph 22(vi)"),
    ],
)
def test_an_item_is_found_by_its_label_or_its_place(item, words):
    assert cited(f"para:p22#{item}").text == words


@pytest.mark.parametrize("item", ["vii", "7", "g", "0", "i-1", "zz"])
def test_an_item_that_is_not_there_is_missed(item):
    assert refused(f"para:p22#{item}") == (
        f"A link here cites item {item} of paragraph 22, which has no such item: "
        "cite another, or put it back."
    )


def test_a_section_without_paragraphs_holds_no_run():
    for slug, title in (("empty", "Nothing yet"), ("alone", "A letter")):
        assert refused(f"section:{slug}") == (
            f"A link here cites “{title}”, which has no single run of numbered paragraphs: cite "
            "a paragraph."
        )


def test_the_place_of_a_citation_goes_with_its_fault_and_with_nothing_else():
    assert cited("para:gone", "paragraph “p1”").place == "paragraph “p1”"
    assert cited("para:p1", "paragraph “p2”") == cited("para:p1")


def test_a_citation_of_nothing_is_told_by_its_slug_and_no_code():
    found = numbering.reference_text(Reference("para", "gone"), NUMBERING, HOUSE)
    assert found.sentence.startswith("A link here cites “gone”") and "[[" not in found.sentence


def test_the_house_says_each_word_its_own_way():
    house = House(
        paragraph="para", paragraphs="paras", annex="Appendix", annexes="Appendices",
        recommendation="resolution", range=" to ",
    )  # fmt: skip
    told = {
        "para:p1": "para 1",
        "section:safeguarding": "paras 3 to 38",
        "annex:alone": "Appendix B",
        "annex:head-b": "Appendices A1 and A2",
        "rec:rec-1": "resolution i",
        "para:p22#ii": "para 22(ii)",
    }
    for written, words in told.items():
        assert (
            numbering.reference_text(read_token(f"[[{written}]]"), NUMBERING, house).text == words
        )
