"""Shares in words of what a live figure counts: as records have them, or with a source."""

import pytest

from reports.papers.manuscript import read
from reports.quotable.insertion.typed_numbers import typed_numbers
from reports.verdicts.paper.verdict import verdict
from reports.verdicts.registry import rule_called
from tests import cast
from tests.checks.drawn import found
from tests.checks.live.figures import drawn
from tests.make import looked_after, papers
from tests.make.drafts import POSITION, written
from tests.sweeping import swept

SHARES = [rule_called("share-of-figure")]
ALL = "[[looked_after.children]]"
DENIED = (
    f"Half of the {ALL} children are under 14.",
    f"Most of the {ALL} children are aged 14 or 15.",
    f"All {ALL} children are under 16.",
    f"None of the {ALL} children is aged 16 or over.",
    f"We looked after {ALL} children, a quarter of whom are aged 14 to 15.",
)
ASKED = (
    f"Half of the {ALL} children are from abroad.",
    f"All {ALL} live inside the city.",
    f"None of the {ALL} live outside the city.",
    f"We visited all {ALL} children within six weeks.",
    f"The {ALL} children are all inside the city.",
    f"We looked after {ALL} children. Two thirds of them see a dentist.",
    f"We looked after {ALL} children. Each of them has a social worker.",
    f"Of the {ALL} children, every single one sees a dentist.",
)
RIGHT = (
    f"Just over half of the {ALL} children are under 14.",
    f"About a sixth of the {ALL} children are aged 14 or 15.",
    f"In all {ALL} children were looked after.",
    f"The count covered all {ALL} children.",
    f"We looked after {ALL} children. Each of them has between 1 and 3 visits a month.",
    f"We want each of the {ALL} children to see a dentist.",
    f"Half of the {ALL} children should be asked by May.",
    f"[[stated Half: register]] of the {ALL} children are from abroad.",
)


@pytest.mark.django_db
def test_a_share_in_words_is_what_records_have_or_names_its_source():
    clerk = cast.clerk()
    row = {"part": "body", "kind": "paragraph", "parent": "work", "heading": "", "data": {}}
    rows = [{"slug": f"s{at}", **row, "text": text} for at, text in enumerate(_TEXTS)]
    looked_after.local_bands(clerk.council)
    parts = {"local_age_band": {"under_14": 108, "14_to_15": 30, "16_to_18": 50}}
    paper = written(clerk, with_records=False)
    looked_after.census(council=clerk.council, date=POSITION.end, parts=parts)
    papers.source(paper=paper)
    for at, one in enumerate(rows):
        papers.block(paper=paper, order=100 + at, **{**one, "parent": None})
    causes = [item for item in verdict(paper).causes if item.rule == SHARES[0]]
    faults = {row.fault.block: row.fault.says for item in causes for row in item.results}
    assert list(map(_kind, (faults.get(one["slug"], "") for one in rows))) == _KINDS
    offered = [item for item in typed_numbers(read(paper)) if item.slug == "s5"]
    assert [(item.words, item.must, item.choices) for item in offered] == [("Half", False, ())]


_TEXTS = (*DENIED, *ASKED, *RIGHT)
_KINDS = [*["denied"] * len(DENIED), *["asked"] * len(ASKED), *[""] * len(RIGHT)]


def _kind(says):
    return "asked" if "no record or source" in says else "denied" if says else ""


@swept(
    (
        ("A quarter of the ALL children live in external residential homes. HOMES live there.", 1),
        ("Nearly all of the ACTIONS actions are done. DONE are done.", 1),
        ("One in six of the ALL children live in external residential homes. HOMES do.", 0),
        ("Half of the ALL children are from abroad.", 0),
    )
)
def test_a_share_in_words_is_held_against_the_part_that_the_report_prints(text, many):
    assert len(found(drawn(text), rules=SHARES)) == many
