"""Lists of records that have no row."""

from assurance.figures.quotable import LISTS
from tests.sweeping import swept


@swept([kind for kind in LISTS if LISTS[kind].within])
def test_a_list_of_a_period_without_rows_does_not_deny_earlier_ones(kind):
    assert "by this date" not in LISTS[kind].when_empty
