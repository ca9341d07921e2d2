"""The document of security has every section of ASVS 5, and names only tests that are there."""

import re
import subprocess
import sys

from tests.sources import ROOT

# Of ASVS 5.0: the sections of each chapter with a requirement of level 1 or 2.
SECTIONS = {
    **{1: "12345", 2: "1234", 3: "23457", 4: "1234", 5: "1234", 6: "1234568", 7: "123456"},
    **{8: "1234", 9: "12", 10: "1234567", 11: "123456", 12: "123", 13: "1234", 14: "123"},
    **{15: "123", 16: "12345", 17: "123"},
}
THIS = "tests/test_security_document.py"
TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")


def test_every_section_is_there_and_is_met_by_a_test_or_says_why_not():
    rows = [line.split("|")[1:-1] for line in TEXT.splitlines() if line.startswith("| V")]
    numbers = [re.match(r" V(\d+)\.(\d+) ", row[0]).groups() for row in rows]
    expected = [(str(chapter), part) for chapter, parts in SECTIONS.items() for part in parts]
    assert numbers == expected
    for section, met, tests, lacks in rows:
        assert (met.strip() != "–") is ("tests/" in tests), section
        assert "tests/" in tests or lacks.strip() != "–", section


def test_each_test_that_it_names_is_there():
    names = set(re.findall(r"`(tests/[\w/.:]+)`", TEXT))
    assert len(names) > 80
    assert [name for name in sorted(names) if not is_there(name)] == []
    gone = f"{THIS}::test_of_nothing"
    assert (
        is_there("tests/constraints")
        and is_there(THIS)
        and not is_there("tests/gone.py")
        and not is_there(gone)
    )


def is_there(name):
    """Whether a test, a file or a folder of tests is there."""
    path, _colons, test = name.partition("::")
    if not (ROOT / path).exists():
        return False
    text = (ROOT / path).read_text(encoding="utf-8") if test else ""
    return not test or bool(re.search(rf"^ *def {test}\(", text, re.MULTILINE))


def test_each_rule_of_bandit_that_names_something_is_explained():
    words = [sys.executable, "-m", "ruff", "check", "--select", "S", "--output-format", "concise"]
    run = subprocess.run(
        [*words, "assurance", "reports", "config", "bootstrap"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    named = set(re.findall(r": (S\d+) ", run.stdout))
    assert named == set(re.findall(r"^\| (S\d+) \|", TEXT, re.MULTILINE))
