"""What was found in papers by authors who had seen no rule stays found."""

import pytest

from tests.checks.reach.kept_first import FIRST
from tests.checks.reach.kept_second import SECOND
from tests.checks.reach.passages import findings, papers, right

KEPT = FIRST | SECOND
# Advice that does not hang on numbers is no finding of a fault in them.
OF_DATES = ("date-without-year", "now-without-date")


def found_in(name, faults):
    """Those of `faults` that are found in the papers of a file, each by itself."""
    met = set()
    for paper in papers(name):
        usual = findings(paper, right(paper.text))
        for _kind, text, words in paper.faults:
            if words in faults - met:
                rows = findings(paper, text) - usual
                met |= {words} if any(row[0] not in OF_DATES for row in rows) else set()
    return met


@pytest.mark.sampled(20)
@pytest.mark.parametrize("name", KEPT)
def test_faults_that_were_found_are_found(name):
    assert found_in(name, {*KEPT[name]}) == {*KEPT[name]}


@pytest.mark.parametrize("name", KEPT)
def test_every_kept_fault_is_one_of_its_paper(name):
    planted = {words for paper in papers(name) for _kind, _text, words in paper.faults}
    assert {*KEPT[name]} <= planted
