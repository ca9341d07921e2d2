"""A count beside a noun: one row, two rows; in every template, and in sentences of files."""

import re

import pytest

from assurance.audits.rules.samples import say_same
from assurance.imports.models import ImportRun
from assurance.imports.run.retention import run_changes
from assurance.tables.phrases import several
from tests.sources import ROOT, templates

COUNTED = re.compile(
    r"\{\{ [^{}]*?(?:\|length|count|number|total|planned|rows|done|moderated)\b[^{}]*\}\} "
    r"(?!is\b|was\b|has\b|as\b|works\b|shows\b)[a-z]{2,}s\b(?!\{)"
)
ASKED = re.compile(r"> \d|== 1|pluralize")
# Counts that are never one: months of a chart, codes of a set, rules of the checks, a chain.
MANY = {
    "templates/looked_after/months.html",
    "templates/mfa/recovery_codes/index.html",
    "templates/reviews/finding-record.html",
    "templates/verdicts/rules.html",
}


def test_no_template_has_a_plural_noun_after_a_count_that_may_be_one():
    found = []
    for path in templates():
        text, name = path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix()
        for match in COUNTED.finditer(text):
            before = text[max(0, match.start() - 120) : match.end()]
            if name not in MANY and not ASKED.search(before):
                found.append((name, match[0]))
    assert found == []


@pytest.mark.parametrize(("number", "words"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows")])
def test_a_file_of_one_row_has_one_row_in_history(number, words):
    file = {"title": "Case audits", "rows": number, "sha256": "0"}
    changes = run_changes(ImportRun(files=[file]))
    assert f"Case audits, {words}, SHA-256" in str(changes)
    assert several(number, "row") == words


def test_one_case_is_drawn_again_in_the_singular():
    from_list = ["A1", "A2"]
    assert "The same 1 case is drawn" in str(
        [say_same([one], from_list, 2, seed) for one in from_list for seed in range(4)]
    )
