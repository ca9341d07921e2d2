"""Paragraphs of dates, words, labels and lists in a paper imported from text."""

from tests.checks.papers.brought import found
from tests.checks.papers.paragraphs import RIGHT, WRONG, paper


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
