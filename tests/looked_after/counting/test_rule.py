"""The counting rule, in plain Python and in the database, on every combination of edge days."""

from datetime import date, timedelta
from itertools import product
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.looked_after.models.returns import Episode
from assurance.looked_after.rules import counts as counting
from tests.make.looked_after import child, episode, held_return
from tests.sweeping import swept

DAY = date(2017, 12, 1)
EDGES = [DAY + timedelta(days=days) for days in (-31, -1, 0, 1, 31)]
STATUSES = ("C2", "V2", "V3", "V4", "")
days = st.dates(date(2000, 1, 1), date(2030, 1, 1))


def plain(decom, dec=None, ls="C2", line=2, **more):
    return SimpleNamespace(decom=decom, dec=dec, ls=ls, line=line, **more)


@pytest.mark.parametrize(
    ("decom", "dec", "is_open"),
    [
        (DAY, None, True),
        (DAY + timedelta(days=1), None, False),
        (DAY - timedelta(days=1), DAY, False),
        (DAY - timedelta(days=1), DAY + timedelta(days=1), True),
        (DAY, DAY, False),
        (DAY, DAY + timedelta(days=1), True),
    ],
)
def test_a_day_is_counted_at_its_end(decom, dec, is_open):
    assert counting.open_on(plain(decom, dec), DAY) is is_open


@pytest.mark.parametrize("status", ["V3", "V4"])
def test_a_short_break_makes_nobody_looked_after(status):
    assert not counting.counted_on(plain(DAY, ls=status), DAY)


def test_a_single_voluntary_period_counts():
    assert counting.counted_on(plain(DAY, ls="V2"), DAY)


def test_the_latest_start_describes_the_child():
    early, late = plain(DAY - timedelta(days=9)), plain(DAY)
    assert counting.describing([late, early], DAY) is late


def test_of_two_that_start_together_the_lower_line_describes_the_child():
    first, second = plain(DAY, line=7), plain(DAY, line=8)
    assert counting.describing([second, first], DAY) is second


def test_short_breaks_go_before_the_latest_is_chosen():
    ordinary, later_break = plain(DAY - timedelta(days=9)), plain(DAY, ls="V4")
    assert counting.describing([ordinary, later_break], DAY) is ordinary


def test_a_child_with_nothing_open_has_no_describing_episode():
    assert counting.describing([plain(DAY, DAY)], DAY) is None


@swept(
    [
        (date(2000, 12, 1), DAY, 17),
        (date(2000, 12, 2), DAY, 16),
        (date(2000, 11, 30), DAY, 17),
        (date(2016, 2, 29), date(2017, 2, 28), 0),
        (date(2016, 2, 29), date(2017, 3, 1), 1),
        (date(2016, 2, 29), date(2020, 2, 28), 3),
        (date(2016, 2, 29), date(2020, 2, 29), 4),
        (DAY, DAY, 0),
    ]
)
def test_a_birthday_on_the_day_is_reached_and_a_leap_day_is_the_first_of_march(born, day, age):
    assert counting.whole_years(born, day) == age


@given(born=days, day=days)
def test_an_age_grows_by_one_each_birthday_and_never_shrinks(born, day):
    age = counting.whole_years(born, day)
    assert age <= counting.whole_years(born, day + timedelta(days=1)) <= age + 1
    assert counting.whole_years(born, born) == 0


@pytest.mark.parametrize(
    ("known", "until", "is_one"),
    [
        (True, None, True),
        (True, DAY, False),
        (True, DAY + timedelta(days=1), True),
        (False, None, False),
    ],
)
def test_a_child_stops_being_unaccompanied_on_the_day_of_ceasing(known, until, is_one):
    assert counting.is_uasc(known, until, DAY) is is_one


@given(start=st.frozensets(st.integers()), end=st.frozensets(st.integers()))
def test_those_gone_and_those_new_always_balance(start, end):
    gone, new = counting.change(start, end)
    assert len(start) - len(gone) + len(new) == len(end)


def every_history():
    """Pairs of episodes of one child over every edge, each valid by itself."""
    spans = [
        (decom, dec) for decom, dec in product(EDGES, [*EDGES, None]) if dec is None or dec >= decom
    ]
    alone = [((decom, dec, status),) for decom, dec in spans for status in STATUSES]
    closed = [span for span in spans if span[0] == EDGES[0]]
    later = [span for span in spans if span[0] in (EDGES[1], EDGES[2])]
    pairs = [
        ((*one, status), (*other, other_status))
        for one, other in product(closed, later)
        for status, other_status in product(("C2", "V4"), ("C2", "V3"))
    ]
    return alone + pairs


@pytest.mark.django_db
def test_the_database_counts_as_the_rule_does_on_every_combination_of_edges():
    held, histories = held_return(), every_history()
    for history in histories:
        who = child()
        for decom, dec, status in history:
            episode(child=who, held_return=held, decom=decom, dec=dec, ls=status)
    crowd = {}
    for row in Episode.objects.all():
        crowd.setdefault(row.child_id, []).append(row)
    for day in EDGES:
        chosen = {row.pk for rows in crowd.values() if (row := counting.describing(rows, day))}
        assert {row.pk for row in Episode.objects.describing(day)} == chosen
        assert Episode.objects.children_on(day) == len(chosen)
        opened = {row.pk for rows in crowd.values() for row in rows if counting.open_on(row, day)}
        assert set(Episode.objects.open_on(day).values_list("pk", flat=True)) == opened


@pytest.mark.django_db
def test_the_database_counts_movements_as_the_rule_does():
    held = held_return()
    for decom, (dec, rec), rne, ls in product(
        EDGES, [(None, ""), (EDGES[-1], "X1"), (EDGES[-1], "E11")], ("S", "P"), ("C2", "V3")
    ):
        episode(held_return=held, decom=decom, dec=dec, rec=rec, rne=rne, ls=ls)
    for dec in EDGES:
        episode(held_return=held, decom=EDGES[0], dec=dec, rec="E4A")
    rows = list(Episode.objects.all())
    for first, last in product(EDGES, EDGES):
        started = [row for row in rows if counting.starts_period(row, first, last)]
        ended = [row for row in rows if counting.ends_period(row, first, last)]
        assert Episode.objects.starting(first, last).movements()["periods"] == len(started)
        assert Episode.objects.ceasing(first, last).movements()["periods"] == len(ended)


@pytest.mark.django_db
def test_a_child_who_starts_twice_is_two_periods_of_one_child():
    who = child()
    held = episode(child=who, decom=date(2017, 4, 1), dec=date(2017, 5, 1)).held_return
    episode(child=who, held_return=held, decom=date(2017, 6, 1))
    counted = Episode.objects.starting(date(2017, 4, 1), date(2017, 6, 30)).movements()
    assert counted == {"periods": 2, "children": 1}


def test_each_breakdown_adds_to_the_children_counted():
    usual = {"uasc": False, "uasc_until": None}
    rows = [
        plain(DAY, place="U4", place_provider="PR4", sex="F", ethnicity="WBRI",
              born_on=date(2010, 1, 1), **usual),
        plain(DAY, place="P1", place_provider="", sex="", ethnicity="", born_on=None, **usual),
    ]  # fmt: skip
    found = counting.breakdowns(rows, DAY)
    assert {sum(members.values()) for members in found.values()} == {2}
    assert found["placement_code"] == {"U4/PR4": 1, "P1/": 1}
    assert found["age"] == {"7": 1, "not_known": 1}
    assert found["sex"] == {"F": 1, "not_known": 1}
