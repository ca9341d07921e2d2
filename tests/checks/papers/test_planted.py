"""Right papers, and paragraphs, are left in peace; a planted fault is found alone."""

from itertools import groupby
from operator import attrgetter

from tests.checks.papers.brought import NAMES, found, in_groups, text_of, why_not_found
from tests.checks.papers.paragraphs import RIGHT, WRONG, paper
from tests.checks.papers.planted import PLANTS


def test_right_papers_of_every_shape_are_left_in_peace():
    raised = {name: found(name) for name in NAMES}
    assert {name: rows for name, rows in raised.items() if rows} == {}


def test_each_planted_fault_is_found_and_only_with_what_follows_from_it():
    missed = []
    for name, plants in groupby(PLANTS, attrgetter("paper")):
        text = text_of(name)
        missed += [why_not_found(name, text, group) for group in in_groups(text, plants)]
    assert [one for one in missed if one] == []


def test_each_wrong_paragraph_is_found_by_its_rule_and_no_other():
    told = [
        (rule, words, {key for key, _ in found("x", paper(words))})
        for rule, paragraphs in WRONG.items()
        for words in paragraphs
    ]
    assert [one for one in told if one[2] != {one[0]}] == []


def test_each_right_paragraph_is_left_in_peace():
    told = [(words, found("x", paper(words))) for words in RIGHT]
    assert [one for one in told if one[1]] == []
