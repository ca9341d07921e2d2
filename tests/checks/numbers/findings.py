"""What the rules of numbers say of a drawn paper, to be held against what was reckoned by hand."""

from dataclasses import replace

from reports.checks.registry import RULES
from reports.checks.rule import Severity
from reports.checks.run import check
from tests.checks.drawn import KNOWN, reading

NUMBERS = tuple(rule for rule in RULES if rule.family == "numbers")


def weighed(text, **known):
    """(rule, words meant) of each finding above advice."""
    rows = check(reading(text), replace(KNOWN, **known), NUMBERS)
    return [(one.rule.key, one.fault.about) for one in rows if one.severity != Severity.ADVICE]


def says(text, **known):
    """The sentence of each finding, advice too."""
    return [one.fault.says for one in check(reading(text), replace(KNOWN, **known), NUMBERS)]


def mends(text):
    """(what would be replaced, by what) of each finding that one press can mend."""
    rows = check(reading(text), KNOWN, NUMBERS)
    return [(one.fault.mend.old, one.fault.mend.new) for one in rows if one.fault.mend.old]


def unlike(key, cases):
    """Those of (a paper, the words meant or "" where all is right) that `key` does not find alone
    at those words."""
    told = [(text, about, weighed(text)) for text, about in cases]
    return [one for one in told if one[2] != ([(key, one[1])] if one[1] else [])]
