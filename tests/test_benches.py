"""Each bench runs at a tiny size, and both of its sides give the same answer."""

import pytest

from bench import checks, home, imports, lists, open_pages, readers, report
from bench.__main__ import BENCHES
from bench.comparison import (
    FAILED,
    PASSED,
    Comparison,
    Limit,
    Measurement,
    Timed,
    print_results,
    print_table,
    timed,
)
from bench.database import add_to_demonstration, prepared
from bench.large import imports as large
from bench.large import register, server, web_server
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
        table = print_table(bench.comparisons(made), TINY.rounds)
        assert table, name
        rows = [row for row in table if not isinstance(row, Measurement)]
        assert all(row.ours > 0 and row.bare > 0 for row in rows), name


def test_every_bench_is_run():
    assert set(BENCHES.values()) == {
        *(checks, home, imports, lists, open_pages, readers, report, large, register, server),
        web_server,
    }


def test_a_row_says_whether_it_kept_to_its_limits_and_the_end_which_did_not(capsys):
    results = [
        (Timed("no limit", 3.0, 1.0), ""),
        (Timed("in both", 1.0, 1.0, Limit(1.2, 1.0)), PASSED),
        (Timed("too many times", 1.0, 0.5, Limit(1.2, 1.0)), FAILED),
        (Timed("too many seconds", 1.5, 1.5, Limit(1.2, 1.0)), FAILED),
        (Measurement("at the limit", 90, "MiB", 90), PASSED),
        (Measurement("over it", 90.1, "MiB", 90), FAILED),
        (Measurement("no nginx", None, "x", 1.25, "nginx is not installed here."), ""),
    ]
    for row, result in results:
        assert row.result == result, row.name
        assert result in row.line, row.name
    failed = print_results([row for row, _ in results])
    assert failed == ["too many times", "too many seconds", "over it"]
    assert "2 of 5 rows with a limit passed." in capsys.readouterr().out


def test_a_comparison_whose_sides_differ_is_not_timed(db):
    def agree(ours, bare):
        assert ours == bare

    with pytest.raises(AssertionError):
        timed(Comparison("other rows", lambda: 1, lambda: 2, agree), rounds=1)


def test_what_a_comparison_writes_is_taken_back(db):
    make, _ = FILLS["people:list"]
    timed(Comparison("a team", make, make), rounds=1)
    assert not type(make()).objects.exclude(name="Locality team").exists()
