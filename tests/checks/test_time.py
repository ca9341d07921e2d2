"""Every rule is quick with whatever a writer repeats, and a run ends once its time is spent."""

import itertools
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from assurance.runtime.processes.budget import Budget
from reports.checks.rule import Rule, Severity
from reports.verdicts.registry import RULES, rule_called
from reports.verdicts.run import FAILED, UNFINISHED, check
from tests.checks.drawn import KNOWN, found, reading
from tests.checks.repeating import OF_A_RULE

AGAIN = 2
ROOT = Path(__file__).parents[2]
CHILD = """
import sys
import django
django.setup()
from tests.checks.repeating import main
main(sys.argv[1], float(sys.argv[2]))
"""


def seconds(which, limit=OF_A_RULE):
    """Key of each rule → the seconds that its slowest paper took in a child process; None where it
    never ended."""
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


def _over(took):
    """Those that took longer than a rule may."""
    return {key: one for key, one in took.items() if one is None or one >= OF_A_RULE}


@pytest.mark.slow
def test_no_rule_takes_long_for_what_is_repeated():
    took = seconds("pieces")
    assert {rule.key for rule in RULES} <= set(took)
    slow = _over(took)
    # A machine that others share may take several times as long once, and not again and again.
    for _ in range(AGAIN):
        slow = _over(seconds(",".join(slow))) if slow else slow
    assert slow == {}


def test_a_rule_that_does_not_end_is_named():
    assert seconds("endless", 0.2) == {"endless": 0.2}


WORDS = "The first of them.\n\nThe board met met.\n\nThe third of them."


def slow_at(where, clock):
    """A rule that takes nine seconds for the line at `where`."""

    def go(read, _known):
        for line in read.prose():
            clock["now"] += 9 if line.where == where else 0.1
        return ()

    return Rule("slow", "wording", Severity.ADVICE, "It takes its time.", go)


def run(*rules, seconds=5, clock=None):
    """What `rules` find in a paper of three paragraphs."""
    clock = clock or {"now": 0}
    return check(reading(WORDS), KNOWN, rules, Budget(seconds, *[lambda: clock["now"]] * 2))


def test_past_its_budget_a_run_stops_and_names_the_place_that_took_most():
    clock = {"now": 100}
    (one,) = run(slow_at("para-2", clock), rule_called("doubled-word"), clock=clock)
    assert one.rule is UNFINISHED
    assert one.severity == Severity.ERROR
    assert one.fault.where == "para-2"
    assert one.fault.block == "b2"
    assert "more than 5 seconds" in one.fault.says
    assert "(paragraph 2)" in one.fault.says
    assert "Part of the report is unchecked." in one.fault.says


def test_what_was_found_before_it_stands():
    clock = {"now": 0}
    rows = run(rule_called("doubled-word"), slow_at("para-3", clock), clock=clock)
    assert [one.rule.key for one in rows] == ["doubled-word", UNFINISHED.key]
    assert rows[1].fault.where == "para-3"


def test_the_last_place_of_the_last_rule_counts_too():
    clock = {"now": 0}
    assert run(slow_at("para-3", clock), clock=clock)[-1].rule is UNFINISHED


def test_a_council_cannot_turn_it_off():
    clock = {"now": 0}
    known = replace(KNOWN, off=frozenset({UNFINISHED.key}))
    rules = (slow_at("para-1", clock),)
    rows = check(reading(WORDS), known, rules, Budget(5, *[lambda: clock["now"]] * 2))
    assert [one.rule for one in rows] == [UNFINISHED]


def test_a_rule_that_fails_is_named_and_the_others_are_run(caplog):
    def fail(_read, _known):
        raise ValueError("The board met met")

    broken = Rule("broken", "wording", Severity.ADVICE, "No word stands alone.", fail)
    rows = run(broken, rule_called("doubled-word"))
    assert [one.rule.key for one in rows] == ["doubled-word", FAILED.key]
    assert rows[1].severity == Severity.WARNING
    assert "No word stands alone." in rows[1].fault.says
    assert "broken failed with ValueError at test_time.py:" in caplog.text
    assert "board" not in caplog.text


def test_nothing_is_said_of_a_run_that_ends_in_time():
    clock = {"now": 0}
    assert run(slow_at("para-2", clock), seconds=20, clock=clock) == ()
    assert UNFINISHED.key not in [one.rule.key for one in found(WORDS)]


def test_a_paper_without_a_line_says_that_nothing_was_checked():
    ticks = itertools.count()
    empty = replace(reading(WORDS), lines=())
    (one,) = check(empty, KNOWN, RULES, Budget(0, *[lambda: next(ticks)] * 2))
    assert one.rule is UNFINISHED
    assert "Nothing was checked." in one.fault.says
