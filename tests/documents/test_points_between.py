"""The change of a printed share in percentage points, reckoned a second time in tenths."""

from hypothesis import given
from hypothesis import strategies as st

from reports.documents.figure_pairs import _points_between


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_points_between_two_shares_are_their_difference_in_tenths(then, now):
    """The second reckoning is of whole tenths, with no fraction in it."""
    printed = _points_between(f"{then // 10}.{then % 10}%", f"{now // 10}.{now % 10}%")
    apart = abs(now - then)
    words = f" by {apart // 10}.{apart % 10} percentage point"
    assert printed == (words if apart == 10 else f"{words}s")
    assert _points_between(f"{then}%", f"{now // 10}.{now % 10}%") == ""
    assert _points_between(f"{then}%", f"{now}%").startswith(f" by {apart} percentage point")
