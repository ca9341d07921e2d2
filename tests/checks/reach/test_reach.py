"""How many planted faults the checks find in papers of other councils, and that right ones rest.

What is asked of papers that only measure is what they were found to reach: more is wanted.
"""

import pytest

from tests.checks.reach.passages import FOLDERS, is_held, measured, names

# (folder, whether its papers only measure) → the share of faults found, in per cent, that is not
# fallen below.
FLOORS = {("papers", False): 80, ("papers", True): 61}
FLOORS |= {("strangers", False): 62, ("strangers", True): 44}
# The same → the share of right papers, in per cent, that are warned of at most, and the errors that
# are found in them.
CEILINGS = {("papers", False): (2, 0), ("papers", True): (18, 0)}
CEILINGS |= {("strangers", False): (6, 0), ("strangers", True): (56, 1)}


def files(folder, held):
    """The names of the files that only measure, or of those that rules were built with."""
    return [name for name in names(folder) if is_held(name) is held]


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("held", [False, True])
def test_faults_of_other_councils_are_found_and_right_papers_hardly_warned_of(folder, held):
    rows = [row for name in files(folder, held) for row in measured(name)[0]]
    reach = 100 * sum(bool(found) for _kind, _fault, found in rows) / len(rows)
    rights = [found for name in files(folder, held) for found in measured(name)[1]]
    errors = [row for found in rights for row in found if row[1] == "error"]
    assert reach >= FLOORS[folder, held]
    warned, wrong = CEILINGS[folder, held]
    assert len(errors) <= wrong
    assert 100 * sum(map(bool, rights)) <= warned * len(rights)
