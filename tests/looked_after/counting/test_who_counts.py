"""Who is looked after on a day, what begins and ends a period, and what came and went between two
days, case by case."""

from collections import Counter
from datetime import date, timedelta
from types import SimpleNamespace as Row

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.looked_after.rules import comparison as comparing
from assurance.looked_after.rules import counts as counting
from assurance.looked_after.rules.comparison import Movement
from tests.cases import random_cases
from tests.sweeping import swept

ONE = timedelta(days=1)
DAY = date(2018, 3, 31)


def episode(decom, dec=None, ls="C1", line=1, rne="S", rec=""):
    return Row(decom=decom, dec=dec, ls=ls, line=line, rne=rne, rec=rec)


@swept(
    [
        (DAY, None, True),
        (DAY - ONE, None, True),
        (DAY + ONE, None, False),
        (DAY - ONE, DAY, False),
        (DAY - ONE, DAY + ONE, True),
        (DAY, DAY + ONE, True),
        (DAY, DAY, False),
        (DAY - 9 * ONE, DAY - ONE, False),
    ]
)
def test_an_episode_is_open_at_the_end_of_a_day(decom, dec, is_open):
    assert counting.open_on(episode(decom, dec), DAY) is is_open
    for status in ("C1", "V2", "", "V1"):
        assert counting.counted_on(episode(decom, dec, status), DAY) is is_open
    for short in ("V3", "V4"):
        assert counting.counted_on(episode(decom, dec, short), DAY) is False


def test_the_latest_start_describes_a_child_and_then_the_lower_line():
    early, late = episode(DAY - 2 * ONE, line=9), episode(DAY - ONE, line=1)
    twin, short = episode(DAY - ONE, line=2), episode(DAY, ls="V4", line=99)
    assert counting.describing([], DAY) is None
    assert counting.describing([short], DAY) is None
    assert counting.describing([early, short], DAY) is early
    assert counting.describing([late, early], DAY) is late
    assert counting.describing([twin, late, early, short], DAY) is twin


@pytest.mark.parametrize(
    ("known", "until", "still"),
    [
        (False, None, False),
        (False, DAY + ONE, False),
        (True, None, True),
        (True, DAY + ONE, True),
        (True, DAY, False),
        (True, DAY - ONE, False),
    ],
)
def test_a_child_is_unaccompanied_up_to_a_day(known, until, still):
    assert counting.is_uasc(known, until, DAY) is still


FIRST = date(2017, 4, 1)


@swept(
    [
        (FIRST, "C1", "S", True),
        (DAY, "C1", "S", True),
        (FIRST - ONE, "C1", "S", False),
        (DAY + ONE, "C1", "S", False),
        (FIRST, "V3", "S", False),
        (FIRST, "V4", "S", False),
        (FIRST, "C1", "P", False),
        (FIRST, "C1", "L", False),
        (FIRST, "C1", "", False),
    ]
)
def test_a_period_begins_with_its_first_episode(decom, ls, rne, begins):
    one = episode(decom, ls=ls, rne=rne)
    assert counting.starts_period(one, FIRST, DAY) is begins


@swept(
    [
        (FIRST, "C1", "E11", True),
        (DAY, "V2", "E4A", True),
        (DAY, "V2", "", True),
        (FIRST - ONE, "C1", "E11", False),
        (DAY + ONE, "C1", "E11", False),
        (FIRST, "C1", "X1", False),
        (FIRST, "V3", "E11", False),
        (None, "C1", "E11", False),
    ]
)
def test_a_period_ends_with_any_reason_but_another_episode(dec, ls, rec, ends):
    one = episode(FIRST, dec=dec, ls=ls, rec=rec)
    assert counting.ends_period(one, FIRST, DAY) is ends


CHILDREN = st.frozensets(st.integers(0, 12))


@random_cases(60)
@given(CHILDREN, CHILDREN)
def test_what_came_and_went_balances(at_start, at_end):
    gone, new = counting.change(at_start, at_end)
    moved = Movement(FIRST, DAY, len(at_start), len(gone), len(new))
    assert moved.at_end == len(at_end)
    assert not gone & at_end and not new & at_start
    assert (moved.by_codes, moved.gap) == (None, None)


STATUSES = [*(code for _, codes in comparing.LEGAL_GROUPS.values() for code in codes), "Z9", "V1"]


def test_each_legal_status_is_in_one_group():
    assert max(Counter(STATUSES).values()) == 1
    for slug, (_, codes) in comparing.LEGAL_GROUPS.items():
        held = comparing.by_legal_group(dict.fromkeys(codes, 3))
        wanted = dict.fromkeys(comparing.LEGAL_GROUPS, 0) | {slug: 3 * len(codes)}
        assert held == wanted
    others = comparing.by_legal_group({"Z9": 2, "V1": 1, "": 4})
    assert list(others.items())[-1] == ("another", 7)
    assert "another" not in comparing.by_legal_group({})


@random_cases(60)
@given(st.dictionaries(st.sampled_from(STATUSES), st.integers(0, 500)))
def test_no_child_is_lost_between_the_groups(codes):
    assert sum(comparing.by_legal_group(codes).values()) == sum(codes.values())
