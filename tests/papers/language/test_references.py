"""Citations print what they name, follow it when it moves, and say so when it is gone."""

from hypothesis import given
from hypothesis import strategies as st

from reports.papers.language import references
from reports.papers.language.numbering import number
from reports.papers.language.problems import Problem
from reports.papers.language.references import CitationText
from reports.papers.language.tokens import parse_inline
from tests.papers.language.outlines import block, forty_nine, shipped
from tests.sweeping import swept


def cited(token, blocks=None, template="york-2016", where="", **rules):
    template = shipped(template, **rules)
    numbering = number(forty_nine() if blocks is None else blocks, template)
    return references.reference_text(parse_inline(token)[0], numbering, template.house, where)


def words(*args, **kwargs):
    said = cited(*args, **kwargs)
    assert isinstance(said, CitationText), said
    return said.text


def refused(*args, **kwargs):
    said = cited(*args, **kwargs)
    assert isinstance(said, Problem), said
    return said.sentence


@swept(
    [
        ("[[section:safeguarding]]", "paragraphs 3–38", "para-3"),
        ("[[paras:p3..p38]]", "paragraphs 3–38", "para-3"),
        ("[[para:p22]]", "paragraph 22", "para-22"),
        ("[[paras:p25..p28]]", "paragraphs 25–28", "para-25"),
        ("[[para:p39]]", "paragraph 39", "para-39"),
        ("[[section:looked-after]]", "paragraphs 39–47", "para-39"),
        ("[[section:wider]]", "paragraph 48", "para-48"),
        ("[[para:p22#ii]]", "paragraph 22(ii)", "para-22-ii"),
        ("[[rec:rec-2]]", "recommendation ii", "para-49-ii"),
        ("[[paras:p4..p4]]", "paragraph 4", "para-4"),
        ("[[section:introduction]]", "paragraphs 1–2", "para-1"),
    ]
)
def test_citations_of_the_january_2016_outline(token, text, anchor):
    assert cited(token) == CitationText(text, anchor)


def test_the_house_chooses_its_words():
    blocks = [block("p"), block("q"), block("a", "annex", "annexes")]
    assert words("[[paras:p..q]]", blocks, "york-2020") == "paragraphs 1 to 2"
    assert words("[[annex:a]]", blocks) == "Annex A"
    assert words("[[annex:a]]", blocks, "york-2017") == "Appendix 1"


def test_an_annex_over_others_is_cited_by_theirs():
    two = [block("b", "annex", "annexes")]
    two += [block(f"b{n}", "annex", "annexes", "b") for n in (1, 2)]
    assert words("[[annex:b]]", two[:1]) == "Annex A"
    assert cited("[[annex:b]]", two[:2]) == CitationText("Annex A1", "annex-a1")
    assert cited("[[annex:b]]", two) == CitationText("Annexes A1 and A2", "annex-a1")
    three = [*two, block("b3", "annex", "annexes", "b")]
    assert words("[[annex:b]]", three) == "Annexes A1 to A3"


def test_tables_and_charts_are_cited_by_their_labels():
    blocks = [block("t", "table"), block("c", "chart")]
    assert cited("[[table:t]]", blocks) == CitationText("Table 1", "table-1")
    assert cited("[[chart:c]]", blocks) == CitationText("Chart 1", "chart-1")


def test_a_numbered_section_is_cited_by_its_number():
    blocks = [
        block("s", "section"),
        block("in-s", "section", parent="s"),
        block("p", parent="in-s"),
    ]
    assert words("[[section:in-s]]", blocks, "york-2017") == "section 1(a)"
    assert words("[[para:p]]", blocks, "york-2017") == "paragraph 1 of section 1(a)"
    ask = [*blocks, block("r", "recommendation", "recommendations")]
    assert words("[[section:recommendations]]", ask, "york-2017") == "section 2"


def test_points_and_items_within_items():
    blocks = [block("p", text="i. a\n  * b\n  * c\n* d")]
    assert words("[[para:p#i-2]]", blocks) == "paragraph 1(i), point 2"
    assert words("[[para:p#1]]", blocks) == "paragraph 1, point 1"


def test_an_annexs_paragraph_says_whose_it_is():
    blocks = [block("a", "annex", "annexes")]
    blocks += [block(f"p{n}", part="annexes", parent="a", text="i. x") for n in (1, 2)]
    assert words("[[para:p2]]", blocks) == "paragraph 2 of Annex A"
    assert words("[[para:p2#i]]", blocks) == "paragraph 2(i) of Annex A"
    assert words("[[section:a]]", blocks) == "paragraphs 1–2 of Annex A"


def test_an_unnumbered_paragraph_says_under_what_it_stands():
    blocks = [block("p", part="implications")]
    assert words("[[para:p]]", blocks) == "paragraph 1 of “Implications”"


def test_a_part_without_a_title_adds_no_words():
    assert words("[[para:p]]", [block("p")], "york-2017") == "paragraph 1"


@swept(
    [
        ("[[para:gone]]", "[[para:gone]] cites “gone”, and this paper has no paragraph"),
        ("[[paras:p3..gone]]", "no paragraph of that name"),
        ("[[section:gone]]", "no section of that name"),
        ("[[annex:gone]]", "no annex of that name"),
        ("[[rec:gone]]", "no recommendation of that name"),
        ("[[table:gone]]", "no table of that name"),
        ("[[chart:gone]]", "no chart of that name"),
        ("[[para:wider]]", "it is a section: write [[section:wider]]"),
        ("[[section:p3]]", "it is a paragraph: write [[para:p3]]"),
        ("[[annex:rec-1]]", "it is a recommendation: write [[rec:rec-1]]"),
        ("[[para:p22#ix]]", "cites item ix of paragraph 22, which has no such item"),
        ("[[paras:p28..p25]]", "ends at paragraph 25, before it begins at 28: turn it round"),
        ("[[section:contacts]]", "“Contact details”, which holds no one run"),
    ]
)
def test_a_citation_of_nothing_names_what_was_cited(token, part):
    assert part in refused(token)


def test_a_problem_says_where_the_citation_stands():
    assert cited("[[para:gone]]", where="recommendation i").place == "recommendation i"


def test_a_list_is_not_cited_as_a_paragraph():
    blocks = [block("l", "list")]
    assert "it is a list: cite the paragraph it stands in" in refused("[[para:l]]", blocks)


def test_a_range_may_not_leave_an_annex():
    blocks = [block("p"), block("a", "annex", "annexes"), block("q", part="annexes", parent="a")]
    assert "begins in the paper and ends in Annex A" in refused("[[paras:p..q]]", blocks)


def test_a_part_whose_sections_begin_again_is_no_one_run():
    blocks = [block("s", "section", heading="S"), block("p", parent="s")]
    blocks += [block("t", "section", heading="T"), block("q", parent="t")]
    assert words("[[section:t]]", blocks, restart="section") == "paragraph 1 of “T”"
    assert "no one run" in refused("[[section:body]]", blocks, restart="section")


@given(st.integers(0, 55), st.sampled_from(["safeguarding", "looked-after", "activity", "wider"]))
def test_a_citation_still_names_its_block_when_a_paragraph_is_put_in(place, parent):
    blocks = forty_nine()
    more = [*blocks[:place], block("new", parent=parent), *blocks[place:]]
    template = shipped("york-2016")
    numbering = number(more, template)
    for slug in ("p3", "p22", "p25", "p28", "p38", "p39", "p48"):
        said = references.reference_text(
            parse_inline(f"[[para:{slug}]]")[0], numbering, template.house
        )
        assert said == CitationText(
            f"paragraph {numbering.of(slug).number}", numbering.of(slug).anchor
        )
    first, last = numbering.of("p25").number, numbering.of("p28").number
    span = references.reference_text(
        parse_inline("[[paras:p25..p28]]")[0], numbering, template.house
    )
    assert span.text == f"paragraphs {first}–{last}"


@given(st.sampled_from([f"p{n}" for n in range(1, 49)]))
def test_a_paragraph_taken_out_breaks_its_citation_and_no_other(slug):
    blocks = [one for one in forty_nine() if one.slug != slug]
    assert slug in refused(f"[[para:{slug}]]", blocks)
    other = "p1" if slug != "p1" else "p2"
    assert words(f"[[para:{other}]]", blocks) == "paragraph 1"
