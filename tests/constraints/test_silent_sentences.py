"""A sentence in which nothing was found is not searched again until what is around it changes."""

import pytest

from reports.checks.text_reading import read_text
from reports.verdicts import kept_findings
from tests.checks.drawn import found
from tests.checks.reach.passages import names, papers, right
from tests.sampling import sample

PAPERS = sample(names("panels") + names("services"), 14)


def as_if_new(text):
    """What is found in a report of which nothing is kept."""
    read_text.cache_clear()
    kept_findings._kept.cache_clear()
    return found(text)


def edited(paper):
    """A right report, with each of its faults alone in turn, and right again."""
    return [right(paper.text), *(text for _kind, text, _words in paper.faults), right(paper.text)]


@pytest.mark.parametrize("name", PAPERS)
def test_an_edited_report_is_found_as_one_that_is_opened_for_the_first_time(name):
    drafts = edited(next(papers(name)))
    after_others = [found(draft) for draft in drafts]
    assert after_others == [as_if_new(draft) for draft in drafts]
    assert after_others[0] != after_others[1] or after_others[0] != after_others[2]


def test_the_same_sentence_is_searched_again_under_another_one():
    right, wrong = "Of the 21 appeals 17 were heard on time.", "All 21 appeals were heard on time."
    sequel = "Four of them were heard after the deadline."
    counts = [len(found(f"{lead} {sequel}")) for lead in (right, wrong, right, wrong)]
    assert counts[0] == counts[2] < counts[1] == counts[3]


def test_a_paragraph_that_becomes_an_item_is_searched_again():
    """The mean is of the range in the item before it, and of none in a paragraph before it."""
    ends, mean = "Quietest: 14 contacts. Busiest: 51 contacts.", "Mean per working day: 57."
    texts = (f"{ends}\n\n{mean}", f"* {ends}\n* {mean}") * 2
    counts = [sum(row.rule.key == "claim-unlike-number" for row in found(text)) for text in texts]
    assert counts == [0, 1, 0, 1]
