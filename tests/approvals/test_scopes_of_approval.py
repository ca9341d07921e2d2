"""What an approval is given to: a part's digest moves exactly when what it prints does."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reports.documents import digest
from reports.documents.digest import content_digest
from reports.documents.document import Facts, Paragraph, Run, Section, Text, from_json, to_json
from tests.cases import random_cases
from tests.make import papers

ANCHORS = {
    "introduction": ["introduction", "para-1"],
    "implications": ["implications"],
    "body": ["body", "para-4"],
    "recommendations": ["recommendations"],
}
PARTS = tuple(ANCHORS)
SCOPES = ("whole", *PARTS, "implications/Legal", "implications/Financial")
# What is changed, and each scope that prints otherwise for it.
TOUCHES = {
    "introduction": {"whole", "introduction"},
    "money": {"whole", "implications", "implications/Financial"},
    "law": {"whole", "implications", "implications/Legal"},
    "body": {"whole", "body"},
    "recommendations": {"whole", "recommendations"},
    "title": {"whole"},
    "nothing": set(),
}
USUAL = dict.fromkeys(TOUCHES, "As it was.")


def paragraph(anchor, said, heading="", number=""):
    """A paragraph that says one thing."""
    return Paragraph(anchor, number, (Run(heading),) if heading else (), (Text((Run(said),)),))


def content(said=USUAL, figures=(1,)):
    """A frozen paper of four parts; the body quotes the last of `figures` by its number."""
    quoted = Text((Run("30", "figure", str(figures[-1])),))
    entry = papers.document().figures[0]
    body = replace(paragraph("para-4", said["body"]), content=(Text((Run(said["body"]),)), quoted))
    answers = (
        paragraph("para-2", said["money"], "Financial:"),
        paragraph("para-3", said["law"], " legal. "),
    )
    made = replace(
        papers.document(),
        title=said["title"],
        head=Facts("head", "About this report"),
        sections=(
            Section("introduction", "Introduction", blocks=()),
            replace(paragraph("para-1", said["introduction"]), number="1."),
            Section("implications", "Implications", blocks=answers),
            Section("body", "What was done"),
            body,
            Section(
                "recommendations",
                "Recommendations",
                blocks=(paragraph("", said["recommendations"]),),
            ),
        ),
        figures=tuple(
            replace(entry, number=one, key=entry.key if one == figures[-1] else f"before.{one}")
            for one in figures
        ),
    )
    return {"public": to_json(made), "parts": ANCHORS}


def digests(kept):
    """Scope → digest, of a frozen paper."""
    return {scope: digest.digest_of(kept, scope) for scope in SCOPES}


def moved(before, after):
    """The scopes whose digests differ."""
    return {scope for scope in SCOPES if digests(before)[scope] != digests(after)[scope]}


def test_each_scope_has_a_digest_of_its_own():
    found = digests(content())
    assert len(set(found.values())) == len(SCOPES)
    assert all(len(one) == 64 and set(one) <= set("0123456789abcdef") for one in found.values())
    assert found == digests(content())


@pytest.mark.parametrize("what", TOUCHES)
def test_a_change_touches_the_scopes_that_print_it_and_no_other(what):
    assert moved(content(), content({**USUAL, what: "Other words."})) == TOUCHES[what]


@pytest.mark.long
@random_cases(20)
@given(some.sets(some.sampled_from(sorted(TOUCHES))))
def test_several_changes_touch_what_each_of_them_does(changed):
    after = content({**USUAL, **dict.fromkeys(changed, "Other words.")})
    assert moved(content(), after) == set().union(*(TOUCHES[what] for what in changed))


@pytest.mark.parametrize("before", [(1, 2), (1, 2, 3)])
def test_a_figure_that_only_counts_differently_leaves_its_part(before):
    assert moved(content(), content(figures=before)) == {"whole"}


@pytest.mark.parametrize(
    ("field", "value"),
    [("key", "dbs.other"), ("member", "north"), ("cohort", "Agency"), ("when", "2 March 2015")],
)
def test_another_figure_of_the_same_number_is_another_print(field, value):
    kept = content()
    document = from_json(kept["public"])
    other = replace(document, figures=(replace(document.figures[0], **{field: value}),))
    assert moved(kept, {**kept, "public": to_json(other)}) == {"whole", "body"}


def test_the_whole_is_the_papers_own_digest_whatever_its_parts_are_called():
    kept = content()
    own = content_digest(from_json(kept["public"]))
    assert digest.digest_of(kept, "whole") == own
    assert digest.digest_of({"public": kept["public"]}, "whole") == own


def test_what_a_scope_holds_is_counted_by_hand_and_an_answer_found_by_its_heading():
    kept = content()
    counts = {scope: len(digest.limited(kept, scope).sections) for scope in SCOPES}
    assert counts == {
        "whole": 6,
        "introduction": 2,
        "implications": 1,
        "body": 2,
        "recommendations": 1,
        "implications/Legal": 1,
        "implications/Financial": 1,
    }
    for entry in ("Legal", "LEGAL", "legal"):
        [found] = digest.limited(kept, f"implications/{entry}").sections
        assert found.anchor == "para-3", entry


@pytest.mark.parametrize("scope", ["gone", "gone/Legal", "implications/Property", "body/Legal"])
def test_a_scope_that_is_not_there_holds_nothing_and_stands(scope):
    assert digest.limited(content(), scope).sections == ()
    changed = content({**USUAL, "body": "Other words.", "law": "Other words."})
    assert digest.digest_of(content(), scope) == digest.digest_of(changed, scope)


def test_a_part_that_came_or_went_prints_otherwise():
    kept = content()
    without = {**kept, "parts": {**ANCHORS, "body": []}}
    assert moved(kept, without) == {"body"}
