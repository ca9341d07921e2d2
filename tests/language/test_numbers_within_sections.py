"""Numbers within sections (1.1, 1.2, 2.1), numbers that begin again in each part, and reasons with
numbers of their own; each counted a second time, by hand or as a reader counts."""

import random

import pytest

from reports.language import template as templates
from reports.language.numbering import number, reference_text
from reports.language.outline import OutlineBlock
from reports.language.template import BadTemplate
from reports.language.tokens import read_token
from tests.language.outlines import block
from tests.sweeping import swept

DECIMAL = {"unit": "decimal", "label": "{}", "sections": ["number"], "section_labels": ["{}."]}
PARTS = [
    {"slug": "intro", "kind": "paragraphs", "title": "Introduction", "numbered": True},
    {"slug": "body", "kind": "sections", "numbered": True},
    {"slug": "more", "kind": "sections", "title": "More", "numbered": True},
    {"slug": "quiet", "kind": "paragraphs", "title": "Quiet"},
    {
        "slug": "ask",
        "kind": "recommendations",
        "title": "Recommendations",
        "numbered": True,
        "lead": "We:",
        "reason": "optional",
    },
    {"slug": "annexes", "kind": "annexes", "title": "Annexes"},
]


def template(*parts, **rules):
    """A template of `PARTS` and further `parts`, with these rules of numbering."""
    plain = {"slug": "t", "title": "T", "parts": [*PARTS, *parts], "numbering": rules or DECIMAL}
    return templates.read(plain)


REASONS = {"slug": "reasons", "kind": "reasons", "title": "Reasons", "numbered": True}


def asking(slug, reason):
    return OutlineBlock(slug, "recommendation", "ask", reason=reason)


ROWS = [
    block("a", part="intro"),
    block("b", part="intro", text="Of these:\ni. one\nii. two"),
    block("loose"),
    block("s", "section", heading="S"),
    block("c", parent="s"),
    block("in-s", "section", parent="s", heading="In S"),
    block("d", parent="in-s"),
    block("t", "section", heading="T"),
    block("e", parent="t"),
    block("in-more", "section", part="more", heading="In more"),
    block("f", part="more", parent="in-more"),
    block("g", part="more"),
    block("h", part="quiet"),
    asking("ask-1", "why"),
    block("x", "annex", part="annexes", heading="X"),
    block("i", part="annexes", parent="x"),
]
LABELS = {
    **{"a": "1.1", "b": "1.2", "loose": "", "s": "2.", "c": "2.1", "in-s": "", "d": "2.2"},
    **{"t": "3.", "e": "3.1", "in-more": "", "f": "4.1", "g": "4.2", "h": "", "ask-1": "i."},
    **{"x": "A", "i": "1"},
}


def test_paragraphs_are_numbered_within_their_numbered_section():
    numbering = number(ROWS, template())
    assert {slug: address.label for slug, address in numbering.blocks.items()} == LABELS
    parts = {slug: address.label for slug, address in numbering.parts.items()}
    assert parts == {
        "intro": "1.",
        "body": "",
        "more": "4.",
        "quiet": "",
        "ask": "5.",
        "annexes": "",
    }
    assert numbering.lead.label == "5.1" and numbering.of("ask-1").anchor == "para-5-1-i"
    assert numbering.of("d").anchor == "para-2-2" and numbering.of("i").within == "Annex A"
    anchors = [address.anchor for address in numbering.blocks.values()]
    assert len(set(anchors)) == len(anchors)


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("[[para:d]]", "paragraph 2.2"),
        ("[[para:b#ii]]", "paragraph 1.2(ii)"),
        ("[[section:s]]", "section 2"),
        ("[[paras:c..d]]", "paragraphs 2.1–2.2"),
        ("[[paras:a..e]]", "paragraphs 1.1–3.1"),
        ("[[section:in-s]]", "paragraph 2.2"),
        ("[[para:i]]", "paragraph 1 of Annex A"),
    ],
)
def test_citations_name_the_whole_number(token, words):
    made = template()
    assert reference_text(read_token(token), number(ROWS, made), made.house).text == words


def test_numbers_begin_again_in_each_part_and_not_in_its_sections():
    numbering = number(ROWS, template(unit="paragraph", restart="part"))
    labels = {slug: numbering.of(slug).label for slug in "abcdefg"}
    assert list(labels.values()) == ["1.", "2.", "2.", "3.", "4.", "1.", "2."]
    assert numbering.of("g").within == "“More”" and numbering.of("loose").label == "1."


def counted(rows):
    """What each paragraph prints, by looking back from it at every section before it."""
    heads = [row for row in rows if row.kind == "section"]
    return {
        row.slug: f"{heads.index(next(h for h in heads if h.slug == row.parent)) + 1}."
        f"{[one.slug for one in rows if one.parent == row.parent].index(row.slug) + 1}"
        for row in rows
        if row.kind == "paragraph"
    }


@swept([(seed,) for seed in range(30)])
def test_sections_of_any_length_are_counted_as_a_reader_counts_them(seed):
    dice = random.Random(seed)
    rows = []
    for place in range(dice.randrange(1, 12)):
        rows.append(block(f"s{place}", "section", heading=f"S{place}"))
        rows += [block(f"p{place}-{n}", parent=f"s{place}") for n in range(dice.randrange(5))]
    body = {"slug": "body", "kind": "sections", "numbered": True}
    made = templates.read({"slug": "t", "title": "T", "parts": [body], "numbering": DECIMAL})
    numbering = number(rows, made)
    labels = {row.slug: numbering.of(row.slug).label for row in rows if row.kind == "paragraph"}
    assert labels == counted(rows)


def test_reasons_of_their_own_have_numbers_each_once_wherever_their_part_is():
    rows = [*ROWS[:-2], asking("ask-2", "why"), asking("ask-3", "also"), asking("ask-4", "")]
    made = template(REASONS, unit="paragraph")
    numbering = number(rows, made)
    lead = int(numbering.lead.number)
    assert {reason: address.label for reason, address in numbering.reasons.items()} == {
        "why": f"{lead + 1}.",
        "also": f"{lead + 2}.",
    }
    decimal = number(rows, template(REASONS))
    assert [address.label for address in decimal.reasons.values()] == ["6.1", "6.2"]
    first = templates.read(
        {"slug": "t", "title": "T", "parts": [REASONS, *PARTS], "numbering": DECIMAL}
    )
    assert [address.label for address in number(rows, first).reasons.values()] == ["1.1", "1.2"]
    assert number(ROWS[:3], template(REASONS)).parts["reasons"].label == ""


@swept(
    [
        ([REASONS, {**REASONS, "slug": "twice"}], "they are printed once"),
        ([{**REASONS, "rows": ["committee"]}], "only the head has rows"),
        ([{"slug": "head", "kind": "head", "rows": ["moon"]}], "a row is “moon”"),
        ([{"slug": "head", "kind": "head", "rows": ["by", "by"]}], "each once"),
        ([{"slug": "head", "kind": "head", "rows": "by"}], "needs a list of words for rows"),
    ]
)
def test_what_no_template_can_have_is_refused(parts, words):
    with pytest.raises(BadTemplate, match=words):
        template(*parts)


def test_reasons_of_their_own_need_recommendations_that_have_some():
    for parts in ([REASONS], [{**PARTS[4], "reason": "none"}, REASONS]):
        with pytest.raises(BadTemplate, match="no recommendation is asked for a reason"):
            templates.read({"slug": "t", "title": "T", "parts": parts})
    made = template(REASONS, {"slug": "head", "kind": "head", "rows": ["agenda_item", "by"]})
    assert made.has_reasons_apart and made.head.rows == ("agenda_item", "by")
    assert not template().has_reasons_apart and template().head is None
