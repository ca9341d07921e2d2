"""Each bench runs at a tiny size, and both of its sides give the same answer."""

import pytest

from bench import checks, home, imports, lists, open_pages, readers, report
from bench.__main__ import BENCHES
from bench.comparison import Comparison, timed
from bench.database import add_to_demonstration, prepared
from bench.list_queries import FILLS
from bench.rows import TODAY
from bench.sizes import TINY


@pytest.fixture
def made(settings, demonstration_with_draft):
    """The prepared database at a tiny size, on the day of the benches."""
    settings.CANDOUR_TODAY = TODAY.isoformat()
    add_to_demonstration(TINY)
    return prepared(TINY)


# WeasyPrint as it comes leaves its colour profile open.
@pytest.mark.filterwarnings("ignore:unclosed file.*sRGB2014:ResourceWarning")
@pytest.mark.long
def test_every_bench_times_two_sides_that_agree(made):
    for name, bench in BENCHES.items():
        table = [timed(one, TINY.rounds) for one in bench.comparisons(made)]
        assert table, name
        assert all(one.ours > 0 and one.bare > 0 for one in table), name


def test_every_bench_is_run():
    assert set(BENCHES.values()) == {
        *(checks, home, imports, lists, open_pages, readers, report),
    }


def test_a_comparison_whose_sides_differ_is_not_timed(db):
    def agree(ours, bare):
        assert ours == bare

    with pytest.raises(AssertionError):
        timed(Comparison("other rows", lambda: 1, lambda: 2, agree), rounds=1)


def test_what_a_comparison_writes_is_taken_back(db):
    make, _ = FILLS["people:list"]
    timed(Comparison("a team", make, make), rounds=1)
    assert not type(make()).objects.exclude(name="Locality team").exists()
