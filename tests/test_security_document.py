"""The document of security has every chapter of ASVS 5, and names only tests that are there."""

import re
import subprocess
import sys

from tests.sources import ROOT

TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")


def test_every_chapter_is_there_and_holds_by_a_test_or_says_why_not():
    rows = [line.split("|")[1:-1] for line in TEXT.splitlines() if line.startswith("| V")]
    assert [int(re.match(r" V(\d+) ", row[0])[1]) for row in rows] == list(range(1, 18))
    for chapter, holds, tests, lacks in rows:
        assert (holds.strip() != "–") is ("tests/" in tests), chapter
        assert "tests/" in tests or lacks.strip() != "–", chapter


def test_each_test_that_it_names_is_there():
    named = set(re.findall(r"`(tests/[\w/.]+)`", TEXT))
    assert len(named) > 25
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_each_rule_of_bandit_that_names_something_is_explained():
    words = [sys.executable, "-m", "ruff", "check", "--select", "S", "--output-format", "concise"]
    run = subprocess.run(
        [*words, "assurance", "reports", "config", "bootstrap"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    named = set(re.findall(r": (S\d+) ", run.stdout))
    assert named == set(re.findall(r"^\| (S\d+) \|", TEXT, re.MULTILINE))
