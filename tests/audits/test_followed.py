"""The programme followed, as plain functions: which round stands first, which teams a rule asks,
and from what a round differs."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from assurance.audits.rules import allocation, progress, rounds
from assurance.audits.rules.allocation import Doing
from assurance.runtime.periods import When
from tests.audits.entries import Teams
from tests.sweeping import swept

START, END, ONE = date(2015, 1, 1), date(2015, 6, 30), timedelta(days=1)
DAY = date(2015, 8, 20)
KIND = SimpleNamespace(title="Case-file audit", from_date=START, to_date=None)


class Named(SimpleNamespace):
    """A team or a post as a page names it."""

    def __str__(self):
        return self.name


def a_team(pk, name, service="Child in Need", first=date(2010, 1, 1), last=None):
    """A team."""
    return Named(pk=pk, name=name, service=service, from_date=first, to_date=last)


def a_round(pk=1, **said):
    """A round of ten audits with all of them done, closed in no way."""
    days = dict.fromkeys(("report_due_on", "begun_on", "closed_on", "cancelled_on", "next_due_on"))
    usual = {"start": START, "end": END, "planned": 10, "done_so_far": 10, "is_last": False}
    usual |= {"interval_months": 6, "interval_before": None, "service": "", "teams": Teams()}
    return SimpleNamespace(**{"pk": pk, "kind": KIND, **days, **usual, **said})


def a_line(post=7, own=1, other=0, every=None):
    """A line of a rule."""
    posts = SimpleNamespace(all=list)
    return SimpleNamespace(
        post_id=post, posts=posts, own_team=own, other_team=other, every_months=every
    )


def follow(*made, lines=None, doings=(), teams=()):
    """The rounds as the programme shows them on the day."""
    return progress.follow(made, lines or {}, doings, teams, DAY)


NORTH, EAST, YOUTH = a_team(1, "North"), a_team(2, "East"), a_team(3, "Youth", "Youth Justice")
LATE = {"done_so_far": 9}
CLOSED = {"begun_on": START, "closed_on": END}


@swept(
    [
        ({**LATE, "end": END - ONE}, LATE),
        (LATE, {}),
        (LATE, {"end": DAY - 200 * ONE, "cancelled_on": END}),
        ({"report_due_on": START}, LATE),
        ({}, {"done_so_far": 0, "end": DAY}),
        ({"end": END - ONE}, {}),
        ({}, CLOSED),
        (CLOSED, {"cancelled_on": START}),
        ({"done_so_far": 0, "end": DAY}, CLOSED),
    ]
)
def test_the_latest_stands_first_then_open_rounds_by_their_end_then_those_that_are_over(
    first, second
):
    one, two = a_round(1, **first), a_round(2, **second)
    for made in ((one, two), (two, one)):
        assert [found.round.pk for found in follow(*made)] == [1, 2]


@swept(
    [
        ({}, 0),
        (LATE, 51),
        ({**LATE, "report_due_on": DAY - ONE}, 51),
        ({**LATE, "report_due_on": START}, 231),
        ({"report_due_on": DAY}, 0),
        ({"is_last": True, "next_due_on": DAY - 3 * ONE}, 3),
        ({"is_last": True, "next_due_on": DAY}, 0),
        ({**LATE, "is_last": True, "next_due_on": DAY - 100 * ONE}, 100),
    ]
)
def test_a_round_is_as_late_as_what_it_is_latest_in(said, late):
    [found] = follow(a_round(**said))
    assert found.days_late == late
    assert found.period == When(START, END)


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (None, 6, ""),
        (6, 6, ""),
        (6, 12, "every 6 months"),
        (1, 6, "every month"),
        (12, None, "every 12 months"),
    ],
)
def test_a_round_says_from_what_its_interval_differs(before, now, said):
    [found] = follow(a_round(interval_before=before, interval_months=now))
    assert found.differs_from == said


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ({}, ["North", "East", "Youth"]),
        ({"service": "Child in Need"}, ["North", "East"]),
        ({"service": "Nobody's"}, []),
        ({"teams": Teams([EAST])}, ["East"]),
        ({"teams": Teams([YOUTH]), "service": "Child in Need"}, ["Youth"]),
    ],
)
def test_a_rule_asks_the_teams_of_its_round_or_of_its_service(said, asked):
    [found] = follow(a_round(**said), lines={1: [a_line()]}, teams=[NORTH, EAST, YOUTH])
    assert [one.post for one in found.posts] == asked


@pytest.mark.parametrize(
    ("first", "last", "asked"),
    [
        (START, None, True),
        (END, None, True),
        (END + ONE, None, False),
        (date(2010, 1, 1), START, True),
        (date(2010, 1, 1), START - ONE, False),
    ],
)
def test_a_rule_asks_a_team_that_there_was_on_a_day_of_the_round(first, last, asked):
    teams = [a_team(1, "North", first=first, last=last)]
    [found] = follow(a_round(), lines={1: [a_line()]}, teams=teams)
    assert bool(found.posts) is asked


def test_each_round_is_held_against_its_own_rule_and_its_own_audits():
    lines = {1: [a_line(own=1, other=1), a_line(8, own=2)], 2: [a_line(own=3)]}
    doings = [
        Doing(1, 7, True, 1, START),
        Doing(1, 7, False, 1, END),
        Doing(1, 7, False, None, END),
        Doing(1, 8, True, 2, END),
        Doing(1, 9, True, 2, END),
        Doing(2, 7, True, 1, START),
    ]
    one, two = follow(
        a_round(1), a_round(2, end=DAY), lines=lines, doings=doings, teams=[NORTH, EAST]
    )
    told = [
        (ruled.line.post_id, share.post, share.state)
        for ruled in one.ruled
        for share in ruled.shares
    ]
    assert told == [
        *((7, "North", "Met"), (7, "East", "Short")),
        *((8, "North", "Short"), (8, "East", "Short")),
    ]
    assert [ruled.not_placed for ruled in one.ruled] == [1, 0]
    assert (one.by_others, two.by_others) == (1, 0)
    assert (one.posts_that_met, one.own_due, one.other_due) == (1, 6, 2)
    assert [(share.own_done, share.state) for share in two.posts] == [
        *((1, "Under way"), (0, "Under way"))
    ]


def test_a_round_without_a_rule_has_no_posts_and_nothing_due():
    [found] = follow(a_round(), teams=[NORTH])
    assert (found.posts, found.posts_that_met, found.own_due, found.other_due) == ([], 0, 0, 0)


@pytest.mark.parametrize(
    ("start", "end", "every", "firsts"),
    [
        (date(2015, 1, 1), date(2015, 3, 31), None, ["2015-01-01"]),
        (date(2015, 1, 1), date(2015, 3, 31), 1, ["2015-01-01", "2015-02-01", "2015-03-01"]),
        (date(2015, 1, 1), date(2015, 4, 1), 3, ["2015-01-01", "2015-04-01"]),
        (date(2015, 1, 31), date(2015, 3, 31), 1, ["2015-01-31", "2015-02-28", "2015-03-31"]),
        (date(2016, 1, 30), date(2016, 3, 1), 1, ["2016-01-30", "2016-02-29"]),
        (date(2015, 1, 1), date(2015, 1, 1), 1, ["2015-01-01"]),
    ],
)
def test_a_stretch_begins_on_the_rounds_day_of_each_month(start, end, every, firsts):
    found = allocation.stretches(start, end, every)
    assert [one.start.isoformat() for one in found] == firsts
    assert found[-1].end == end


def test_a_kind_that_ends_on_the_day_its_next_round_is_due_asks_for_that_one_and_no_later():
    due = {"is_last": True, "next_due_on": END, "done_so_far": 10}
    for last, late in ((END, 51), (END - ONE, 0), (None, 51)):
        kind = SimpleNamespace(title="Live", from_date=START, to_date=last)
        [found] = follow(a_round(kind=kind, **due))
        assert found.days_late == late


def test_of_several_audits_of_a_round_the_first_left_out_is_named():
    said = {"start": START, "end": END, "closed_on": None, "service": "", "teams": [NORTH]}
    audits = [
        SimpleNamespace(audited_on=START, team=NORTH, reference="CA-1"),
        SimpleNamespace(audited_on=END, team=EAST, reference="CA-2"),
        SimpleNamespace(audited_on=END, team=YOUTH, reference="CA-3"),
    ]
    assert rounds.why_not_leave_out(said, audits[:1]) is None
    sentence = rounds.why_not_leave_out(said, audits)
    assert "CA-2" in sentence and "The round is not of East" in sentence
    assert "CA-3" not in sentence
