"""How many planted faults the checks find in papers of other councils, and that right ones rest.

Faults are asked for in `make test-long`, set after set; the gate asks of right papers alone.
"""

import pytest

from tests.checks.reach.passages import HERE, SETS, in_right_papers, measured, warnings

# These take as long as all others together.
LARGEST = ("papers", "strangers", "blind")
# Advice that does not hang on numbers is no finding of a fault in them.
OF_DATES = ("date-without-year", "now-without-date")


def uses():
    """The sets of papers; the largest in `make test-long`."""
    long = pytest.mark.long
    return [
        pytest.param(
            row,
            marks=[long] if row.folder in LARGEST else [],
            id=f"{row.folder}-{'measured' if row.is_measured else 'built'}",
        )
        for row in SETS
    ]


def per_cent(rows, papers):
    """How many of some papers or faults have a finding, in per cent."""
    return 100 * sum(map(bool, rows)) / max(len(papers), 1)


def test_every_folder_is_in_the_table():
    folders = {path.parent.name for path in HERE.glob("*/*.txt")}
    assert folders == {row.folder for row in SETS}


@pytest.mark.long
@pytest.mark.parametrize("row", uses())
def test_faults_of_other_councils_are_found(row):
    faults = [fault for name in row.names() for fault in measured(name)]
    of_faults = [[x for x in found if x[0] not in OF_DATES] for _kind, _fault, found in faults]
    reached = per_cent(of_faults, faults), per_cent(map(warnings, of_faults), faults)
    assert reached[0] >= row.found, reached
    assert reached[1] >= row.warned, reached


@pytest.mark.sampled(16)
@pytest.mark.parametrize("row", uses())
def test_right_papers_of_other_councils_are_hardly_warned_of(row):
    rights = [warnings(found) for name in row.names() for found in in_right_papers(name)]
    assert not [finding for found in rights for finding in found if finding[1] == "error"]
    assert per_cent(rights, rights) <= row.right
