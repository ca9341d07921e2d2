"""Citations print what they name, follow it when it moves, and say so when it is gone."""

from reports.language.grammar import Problem
from reports.language.inline import parse_inline
from reports.language.numbering import CitationText, number, reference_text
from tests.language.outlines import block, forty_nine, shipped


def cited(token, blocks=None, template="york-2016", where="", **rules):
    template = shipped(template, **rules)
    numbering = number(forty_nine() if blocks is None else blocks, template)
    return reference_text(parse_inline(token)[0], numbering, template.house, where)


def words(*args, **kwargs):
    said = cited(*args, **kwargs)
    assert isinstance(said, CitationText), said
    return said.text


def refused(*args, **kwargs):
    said = cited(*args, **kwargs)
    assert isinstance(said, Problem), said
    return said.sentence


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
    assert words("[[para:p]]", [block("p")], "york-2017") == "paragraph 1", "without a title"


def test_a_part_whose_sections_begin_again_is_no_one_run():
    blocks = [block("s", "section", heading="S"), block("p", parent="s")]
    blocks += [block("t", "section", heading="T"), block("q", parent="t")]
    assert words("[[section:t]]", blocks, restart="section") == "paragraph 1 of “T”"
    assert "no single run" in refused("[[section:body]]", blocks, restart="section")
