"""Every rule is quick with whatever a writer repeats: its own examples, each piece for pages."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reports.checks.registry import RULES
from tests.checks.repeating import OF_A_RULE

ROOT = Path(__file__).parents[2]
CHILD = """
import sys
import django
django.setup()
from tests.checks.repeating import main
main(sys.argv[1], float(sys.argv[2]))
"""


def seconds(which, limit=OF_A_RULE):
    """Key of each rule → the seconds that it took in a child process; None where it never ended."""
    run = subprocess.run(
        [sys.executable, "-c", CHILD, which, str(limit)],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    assert rows, run.stderr[-2000:]
    return dict(zip(rows[::2], [*rows[1::2], None], strict=False))


@pytest.mark.slow
@pytest.mark.parametrize("which", ["examples", "pieces"])
def test_no_rule_takes_long_for_what_is_repeated(which):
    took = seconds(which)
    assert {rule.key for rule in RULES} <= set(took)
    assert {key: one for key, one in took.items() if one is None or one >= OF_A_RULE} == {}


def test_a_rule_that_does_not_end_is_named():
    assert seconds("endless", 0.2) == {"endless": 0.2}
