"""A reading of claims is tried on a passage alone, as the only text of a report."""

from reports.share_constraints.candidates.readings import READINGS
from tests.checks.drawn import reading


def denials(find, text):
    """What a reading finds in a report with that text."""
    return [x.says for x in find(reading(f"# Report\n\n{text}\n"))]


def assert_found(find, right, wrong):
    """No reading finds anything in a right text, and one finds the fault of a wrong one."""
    assert_left_alone(right)
    assert denials(find, wrong)


def assert_left_alone(text):
    """No reading finds anything in a text."""
    assert {x.__name__: rows for x in READINGS if (rows := denials(x, text))} == {}
