"""Drawn papers of every kind of number, wrong and right: each wrong one is found by its rules and
no other of the family, each right one raises nothing above advice."""

from reports.checks.rule import Severity
from reports.verdicts.run import check
from tests.checks.drawn import KNOWN, reading
from tests.checks.numbers.cases import claims, further, papers, parts, passages
from tests.checks.numbers.findings import NUMBERS
from tests.checks.papers.brought import in_groups
from tests.checks.papers.planted import Plant

KINDS = (claims, further, parts, passages)
# One number of a whole paper is often a part, a share and a rank at once.
AS_WELL = ("rank-denied", "percent-of-count", "parts-of-whole")


def weighed(text):
    """The rules of numbers that find something above advice in a drawn paper, each once."""
    rows = check(reading(text), KNOWN, NUMBERS)
    return tuple(dict.fromkeys(one.rule.key for one in rows if one.severity != Severity.ADVICE))


def test_each_wrong_paper_is_found_by_the_rules_it_breaks_and_no_other():
    found = [
        (text, set(keys.split()), set(weighed(text)))
        for kind in KINDS
        for keys, texts in kind.WRONG.items()
        for text in texts
    ]
    assert [one for one in found if one[1] != one[2]] == []


def test_each_right_paper_is_left_in_peace():
    found = [(text, weighed(text)) for kind in KINDS for text in kind.RIGHT]
    assert [one for one in found if one[1]] == []


def test_every_rule_of_numbers_has_a_wrong_paper_or_an_example_of_its_own():
    met = {key for kind in KINDS for keys in kind.WRONG for key in keys.split()}
    assert met <= {rule.key for rule in NUMBERS}


def test_whole_papers_of_other_councils_are_left_in_peace():
    # A right paper of theirs tells of few people here and there, which is looked at and no fault.
    found = [set(weighed(text)) - {"small-number"} for text in papers.PAPERS]
    assert found == [set() for _text in papers.PAPERS]


def test_each_fault_planted_in_a_whole_paper_is_found_with_no_more_than_follows_from_it():
    follows = {rule.key: {rule.key, *rule.follows} for rule in NUMBERS}
    missed = []
    for text, faults in papers.PAPERS.items():
        for group in in_groups(text, [_planted(*one) for one in faults]):
            wrong, allowed = text, set(AS_WELL)
            for one in group:
                assert text.count(one.old) == 1, one
                wrong = wrong.replace(one.old, one.new)
                allowed |= follows[one.rule].union(*(follows[key] for key in one.beside))
            found = set(weighed(wrong)) - {"small-number"}
            keys = {key for one in group for key in (one.rule, *one.beside)}
            if not keys <= found or not found <= allowed:
                missed.append((group, found))
    assert missed == []


def _planted(old, new, keys):
    first, *others = sorted(keys)
    return Plant("", old, new, first, tuple(others))
