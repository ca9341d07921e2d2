"""Right papers, and paragraphs, are left in peace; a planted fault is found alone."""

from tests.checks.papers.brought import NAMES, found, text_of
from tests.checks.papers.paragraphs import RIGHT, WRONG, paper
from tests.checks.papers.planted import PLANTS


def test_right_papers_of_every_shape_are_left_in_peace():
    raised = {name: found(name, text_of(name)) for name in NAMES}
    assert {name: rows for name, rows in raised.items() if rows} == {}


def test_each_planted_fault_is_found_and_only_with_what_follows_from_it():
    missed = []
    for one in PLANTS:
        text = text_of(one.paper)
        assert one.old in text, one
        keys = {key for key, _ in found(one.paper, text.replace(one.old, one.new, 1))}
        if one.rule not in keys or keys - {one.rule, *one.beside}:
            missed.append((one.paper, one.new, one.rule, keys))
    assert missed == []


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
