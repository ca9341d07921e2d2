"""How many planted faults the checks find in papers of other councils, and that right ones rest."""

from tests.checks.reach.passages import NAMES, is_held, measured

# In per cent, of the files that rules were built with and of those that only measure.
FLOORS = {False: 94, True: 75}


def reach(held):
    """The share of faults that are found, in per cent, and those that are not."""
    rows = [(name, *row) for name in NAMES if is_held(name) is held for row in measured(name)[0]]
    missed = [row[:3] for row in rows if not row[3]]
    return 100 * (len(rows) - len(missed)) / len(rows), missed


def test_faults_of_other_councils_are_found():
    reached = {held: reach(held)[0] for held in FLOORS}
    assert {held: share for held, share in reached.items() if share < FLOORS[held]} == {}


def test_right_papers_raise_no_error_and_hardly_a_warning():
    rights = [found for name in NAMES for found in measured(name)[1]]
    errors = [row for found in rights for row in found if row[1] == "error"]
    assert errors == []
    assert sum(map(bool, rights)) * 10 <= len(rights)
