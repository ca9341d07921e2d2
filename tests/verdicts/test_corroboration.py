"""What two rules of numbers only advise of one sentence is warned of, whatever their order."""

from itertools import combinations, permutations

import pytest

from reports.checks.rule import QUANTITIES, Fault, Rule, Severity
from reports.verdicts.corroboration import TOGETHER, corroborated
from reports.verdicts.rule_faults import RuleFault

ADVICE, WARNING, ERROR = Severity.ADVICE, Severity.WARNING, Severity.ERROR
KEYS = sorted({key for pair in TOGETHER for key in pair} | {"mean-denied", "text-unlike-table"})


def finding(key, *, severity=ADVICE, says="It is 4.", sentence="Three were.", where="para-1"):
    rule = Rule(key, QUANTITIES, Severity.WARNING, "Numbers agree.", source="none")
    fault = Fault(where, "paragraph 1", says, sentence=sentence, severity=severity)
    return RuleFault(rule, fault)


def severities(*rows):
    return [row.severity for row in corroborated(rows)]


@pytest.mark.parametrize(("first", "last"), [*permutations(KEYS, 2)])
def test_two_that_are_counted_together_warn_and_no_other_two_do(first, last):
    weight = WARNING if frozenset((first, last)) in TOGETHER else ADVICE
    assert severities(finding(first), finding(last)) == [weight, weight]


@pytest.mark.parametrize("key", KEYS)
def test_one_rule_that_finds_two_things_bears_nothing_out(key):
    assert severities(finding(key), finding(key, says="It is 5.")) == [ADVICE, ADVICE]


def test_another_sentence_or_paragraph_bears_nothing_out():
    first, last = sorted(map(sorted, TOGETHER))[0]
    for other in ({"sentence": "Four were."}, {"where": "para-2"}, {"sentence": ""}):
        assert severities(finding(first), finding(last, **other)) == [ADVICE, ADVICE]


@pytest.mark.parametrize("words", ["It is 9% against 10%.", "2 + 2 = 4, but it gives 5."])
def test_one_aim_or_sum_that_is_read_twice_bears_nothing_out(words):
    for first, last in map(sorted, TOGETHER):
        rows = finding(first, says=words), finding(last, says=f"{words} So it is.")
        assert severities(*rows) == [ADVICE, ADVICE]


def test_what_weighs_more_stays_and_bears_nothing_out():
    for first, last in map(sorted, TOGETHER):
        for weight in (WARNING, ERROR):
            rows = finding(first, severity=weight), finding(last)
            assert severities(*rows) == [weight, ADVICE]


def test_of_three_those_are_warned_of_that_another_bears_out():
    keys = ("passage-denied", "direction-denied", "mean-denied")
    assert all(frozenset(x) not in TOGETHER for x in combinations(keys, 2) if keys[2] in x)
    assert severities(*map(finding, keys)) == [WARNING, WARNING, ADVICE]
