"""The counting rule, in plain Python and in the database, on every combination of edge days."""

from datetime import date, timedelta
from itertools import product
from types import SimpleNamespace

import pytest

from assurance.looked_after.models.returns import Episode
from assurance.looked_after.rules import counts as counting
from tests.make.looked_after import child, episode, held_return

DAY = date(2017, 12, 1)
EDGES = [DAY + timedelta(days=days) for days in (-31, -1, 0, 1, 31)]
STATUSES = ("C2", "V2", "V3", "V4", "")


def plain(decom, dec=None, ls="C2", line=2, **more):
    return SimpleNamespace(decom=decom, dec=dec, ls=ls, line=line, **more)


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


@pytest.mark.long
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
        plain(DAY, cin="N1", place="U4", place_provider="PR4", sex="F", ethnicity="WBRI",
              born_on=date(2010, 1, 1), **usual),
        plain(DAY, cin="", place="P1", place_provider="", sex="", ethnicity="", born_on=None,
              **usual),
    ]  # fmt: skip
    found = counting.breakdowns(rows, DAY, has_uasc=True)
    assert {sum(members.values()) for members in found.values()} == {2}
    assert found["placement_code"] == {"U4/PR4": 1, "P1/": 1}
    assert found["age"] == {"7": 1, "not_known": 1}
    assert found["sex"] == {"F": 1, "not_known": 1}
    assert found["need"] == {"N1": 1, "not_known": 1}
    assert found.pop("uasc") == {"no": 2}
    assert counting.breakdowns(rows, DAY, has_uasc=False) == found
