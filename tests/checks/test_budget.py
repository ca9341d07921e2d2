"""A run of the checks ends once its time is spent, and says which place took most of it."""

import itertools
from dataclasses import replace

from assurance.runtime.budget import Budget
from reports.checks.registry import RULES, rule_called
from reports.checks.rule import Rule, Severity
from reports.checks.run import UNFINISHED, check
from tests.checks.drawn import KNOWN, found, reading

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
    return check(reading(WORDS), KNOWN, rules, Budget(seconds, lambda: clock["now"]))


def test_past_its_budget_a_run_stops_and_names_the_place_that_took_most():
    clock = {"now": 100}
    (one,) = run(slow_at("para-2", clock), rule_called("doubled-word"), clock=clock)
    assert one.rule is UNFINISHED
    assert one.severity == Severity.ERROR
    assert one.fault.where == "para-2"
    assert one.fault.block == "b2"
    assert "more than 5 seconds" in one.fault.says
    assert "(paragraph 2)" in one.fault.says
    assert "Some of the paper is unchecked." in one.fault.says


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
    rows = check(reading(WORDS), known, rules, Budget(5, lambda: clock["now"]))
    assert [one.rule for one in rows] == [UNFINISHED]


def test_nothing_is_said_of_a_run_that_ends_in_time():
    clock = {"now": 0}
    assert run(slow_at("para-2", clock), seconds=20, clock=clock) == ()
    assert UNFINISHED.key not in [one.rule.key for one in found(WORDS)]


def test_a_paper_without_a_line_says_that_nothing_was_checked():
    ticks = itertools.count()
    empty = replace(reading(WORDS), lines=())
    (one,) = check(empty, KNOWN, RULES, Budget(0, lambda: next(ticks)))
    assert one.rule is UNFINISHED
    assert "Nothing was checked." in one.fault.says
