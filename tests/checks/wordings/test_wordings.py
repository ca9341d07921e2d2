"""Passages that each say one thing in other words: right ones rest, and each fault is found.

`===` parts passages; `«right|wrong»` is a fault, one at a time, as in the papers of `reach`.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from assurance.runtime.periods import When
from tests.checks.reach.passages import Paper, findings, right, warnings

HERE = Path(__file__).parent
DATED, PERIOD = date(2018, 7, 18), When(date(2017, 4, 1), date(2018, 3, 31))
PASSAGES = [
    (path.stem, place, text.strip("\n"))
    for path in sorted(HERE.glob("*.txt"))
    for place, text in enumerate(path.read_text(encoding="utf-8").split("\n===\n"), 1)
]


def paper_of(text):
    """A paper of one section."""
    return Paper("passage", f"# Report\n\n{text}", "Aldmoor Council", DATED, PERIOD, ())


def found(text):
    """What is told above advice of a passage."""
    return warnings(findings(paper_of(text), paper_of(text).text))


@pytest.mark.parametrize(("name", "place", "text"), PASSAGES)
def test_faults_are_found_in_any_words_and_right_passages_rest(name, place, text):
    assert not found(right(text))
    unfound = [
        words for _kind, wrong, words in Paper.faults.fget(paper_of(text)) if not _has(wrong)
    ]
    assert not unfound


def _has(text):
    return warnings(findings(paper_of(""), text))


def test_every_file_has_faults_and_right_passages():
    for name in {name for name, _place, _text in PASSAGES}:
        faulty = [bool(re.search("«", text)) for stem, _place, text in PASSAGES if stem == name]
        assert sum(faulty) >= 5
        assert not all(faulty)
