"""The verdict on a paper stays the same however its words are laid out."""

import re
from collections import Counter

import pytest

from reports.checks.rule import Severity
from reports.papers.assembly.pipeline import assemble
from reports.verdicts.paper.reading import reading_of
from reports.verdicts.run import check
from tests.checks.papers.brought import manuscript_of
from tests.checks.seeds.layouts import LAYOUTS
from tests.checks.seeds.papers import FILES, NAMES, found, known
from tests.sweeping import swept

# Every layout meets the paper with most errors, and each other with errors one layout by turns.
MOST = "york-2016"
CASES = [
    *((MOST, layout) for layout in LAYOUTS),
    *((name, LAYOUTS[place % len(LAYOUTS)]) for place, name in enumerate(NAMES) if name != MOST),
]


def verdict(rows):
    """How often each rule finds what above advice, whatever numbers paragraphs have."""
    return Counter(
        (one.rule.key, re.sub(r"\d+(?:\.\d+)*", "#", one.fault.about))
        for one in rows
        if one.severity != Severity.ADVICE
    )


@pytest.mark.long
@swept(CASES, named=lambda case: f"{case[0]} {case[1].__name__}")
def test_a_paper_has_one_verdict_in_any_layout(name, layout):
    made = manuscript_of(*layout(FILES[name].read_text(encoding="utf-8")))
    now = verdict(check(reading_of(made, assemble(made).document), known("")))
    before = verdict(found(name))
    assert now == before, f"lost {dict(before - now)}, new {dict(now - before)}"


def test_each_layout_changes_what_is_read():
    texts = [FILES[name].read_text(encoding="utf-8") for name in ("york-2016", "york-2017")]
    same = [one for one in LAYOUTS if all(one(text)[1] == text.encode() for text in texts)]
    assert same == []
