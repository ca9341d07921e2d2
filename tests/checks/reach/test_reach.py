"""How many planted faults the checks find in papers of other councils, and that right ones rest.

What is asked of papers that only measure is what they were found to reach: more is wanted.
"""

import pytest

from tests.checks.reach.passages import NAMES, is_held, measured

# Whether papers only measure → the share of faults found, in per cent, that is not fallen below.
FLOORS = {False: 79, True: 59}
# Whether papers only measure → the share of right papers, in per cent, that are warned of at most,
# and the errors that are found in them.
CEILINGS = {False: (10, 0), True: (22, 1)}


def files(held):
    """The names of the files that only measure, or of those that rules were built with."""
    return [name for name in NAMES if is_held(name) is held]


@pytest.mark.parametrize("held", [False, True])
def test_faults_of_other_councils_are_found_and_right_papers_hardly_warned_of(held):
    rows = [row for name in files(held) for row in measured(name)[0]]
    assert 100 * sum(bool(found) for _kind, _fault, found in rows) / len(rows) >= FLOORS[held]
    rights = [found for name in files(held) for found in measured(name)[1]]
    errors = [row for found in rights for row in found if row[1] == "error"]
    warned, wrong = CEILINGS[held]
    assert len(errors) <= wrong
    assert 100 * sum(map(bool, rights)) <= warned * len(rights)
