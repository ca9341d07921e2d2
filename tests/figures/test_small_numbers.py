"""The one number that says how many people are few: protection, checks and sentences follow it."""

import json
import re
import subprocess
import sys

from tests.sources import ROOT, product
from tests.sweeping import swept

# Another number, set before anything reads it, as a person who changes the constant sets it.
WITH_TEN = """
import json
from types import SimpleNamespace as Row
from assurance.figures import small_numbers
small_numbers.MOST = 10
import django
django.setup()
from assurance.governance.forms.measures import MeasureForm
from assurance.governance.rules import choices
from assurance.surveys.rules import answers
from reports.verdicts.run import check
from reports.service.generated_documents import documents
from tests.checks.drawn import KNOWN, reading
from tests.checks.numbers.findings import NUMBERS
from tests.figures.test_disclosure import protected, value

SIDES = {10: "Ten", 11: "Eleven"}
papers = [reading(f"{word} children were adopted.") for word in SIDES.values()]
faults = [[one for one in check(paper, KNOWN, NUMBERS) if one.rule.key == "small-number"]
          for paper in papers]
sentences = [documents()["figures.md"], str(MeasureForm.base_fields["of_people"].help_text)]
sentences += [text for one in faults[0] for text in (one.rule.statement, one.fault.mend.words)]
print(json.dumps({
    "hidden": [protected(value("y.total", n))["y.total"] is None for n in SIDES],
    "measures": [choices.gives_away(n, None, None) for n in SIDES],
    "answers": [answers.gives_away(Row(per_cent=n, n_answered=100)) for n in SIDES],
    "checked": [bool(rows) for rows in faults],
    "sentences": " ".join(sentences),
}))
"""
# The words of the number as it is today, which only its own module may write.
LITERALLY = re.compile(
    r"(?i)fewer than (?:six|6)\b|\b(?:one|1) (?:to|and) (?:five|5)\b|\b(?:five|5) (?:people )?or "
    r"fewer|(?:under|below) (?:six|6)\b"
)


def test_protection_checks_and_every_sentence_follow_the_number():
    run = subprocess.run(
        [sys.executable, "-c", WITH_TEN], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    answers = json.loads(run.stdout)
    sentences = answers.pop("sentences")
    assert answers == {
        **{"hidden": [True, False], "measures": [True, False]},
        **{"answers": [True, False], "checked": [True, False]},
    }
    assert not LITERALLY.search(sentences)
    for text in (
        "- small numbers: fewer than eleven are protected",
        "one that counts ten people or fewer,",
        "one that would give away fewer than eleven people is left out.",
        "fewer than eleven of them are not shown.",
        "A typed count of one to ten children is not printed, nor two numbers that leave so few;",
        "Write “fewer than eleven”, put groups together,",
    ):
        assert text in sentences


@swept([one.path for one in product()] + sorted((ROOT / "templates").rglob("*.html")))
def test_no_module_and_no_page_writes_the_number_itself(path):
    is_its_own = path.name == "small_numbers.py"
    assert is_its_own or not LITERALLY.search(path.read_text(encoding="utf-8"))
