"""Every rule is declared once, has both kinds of example, and finds what it says, there."""

import re
from dataclasses import replace
from operator import itemgetter

from reports.checks.rule import Severity
from reports.verdicts.registry import RULES
from tests.checks.drawn import KNOWN, found
from tests.checks.examples import EXAMPLES
from tests.sweeping import swept

CASES = [
    (f"{rule.key}-{place}", rule, example)
    for rule in RULES
    for place, example in enumerate(EXAMPLES.get(rule.key, ()), 1)
]


def test_every_rule_is_named_once_and_says_what_it_demands():
    keys = [rule.key for rule in RULES]
    assert len(keys) == len(set(keys))
    wrong = [
        rule.key
        for rule in RULES
        if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", rule.key)
        or not rule.statement.endswith(".")
        or rule.statement.count(". ")
        or not rule.source
    ]
    assert wrong == []


def test_every_rule_has_an_example_of_both_kinds():
    assert [rule.key for rule in RULES if rule.key not in EXAMPLES] == []


def test_a_rule_that_follows_another_names_a_rule():
    keys = {rule.key for rule in RULES}
    assert [rule.key for rule in RULES if not keys >= set(rule.follows)] == []


@swept(CASES, named=itemgetter(0))
def test_a_planted_fault_is_found_at_its_place_and_only_with_what_follows_from_it(
    _name, rule, example
):
    known = replace(KNOWN, **example.known)
    rows = found(example.wrong, known=known, **example.said)
    places = [one.fault.where for one in rows if one.rule.key == rule.key]
    assert example.where in places, [one.as_row() for one in rows]
    others = [
        one.as_row()
        for one in rows
        if one.severity != Severity.ADVICE and one.rule.key not in (rule.key, *rule.follows)
    ]
    assert others == []


@swept(CASES, named=itemgetter(0))
def test_the_same_put_right_raises_nothing_above_advice(_name, rule, example):
    beside = example.known if example.known_right is None else example.known_right
    said = example.said if example.right_said is None else example.right_said
    rows = found(example.right, known=replace(KNOWN, **beside), **said)
    assert [one.as_row() for one in rows if one.severity != Severity.ADVICE] == []
    assert rule.key not in [one.rule.key for one in rows]
