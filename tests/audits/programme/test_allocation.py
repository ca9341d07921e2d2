"""Who has audited whose cases: the allocation rule held against audits, as plain functions."""

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.audits.rules import allocation
from assurance.audits.rules.allocation import MET, NOT_BEGUN, SHORT, UNDER_WAY, Doing
from tests.cases import random_cases

DAYS = st.dates(date(2014, 1, 1), date(2016, 12, 31))


class Named(SimpleNamespace):
    """A team as a page names it."""

    def __str__(self):
        return self.name


NORTH, EAST = Named(pk=1, name="North"), Named(pk=2, name="East")
ROUND = SimpleNamespace(start=date(2015, 1, 1), end=date(2015, 2, 28))


def line(own=1, other=1, every=None, post=7):
    """A line of a rule."""
    posts = SimpleNamespace(all=list)
    return SimpleNamespace(
        post_id=post, posts=posts, own_team=own, other_team=other, every_months=every
    )


def doing(on, own=True, team=NORTH, post=7):
    """An audit by a post in a team."""
    return Doing(1, post, own, team and team.pk, on)


def state(day, *doings, **said):
    """The state of the northern post on a day."""
    return allocation.shares(line(**said), ROUND, [NORTH], doings, day)[0].state


def test_one_and_one_in_the_round_is_met_by_one_of_each():
    own, other = doing(date(2015, 1, 1)), doing(date(2015, 2, 28), own=False)
    assert state(date(2014, 12, 31)) == NOT_BEGUN
    assert state(date(2015, 1, 1), own) == UNDER_WAY
    assert state(date(2015, 2, 28), own) == UNDER_WAY
    assert state(date(2015, 3, 1), own) == SHORT
    assert state(date(2015, 2, 28), own, other) == MET
    assert state(date(2015, 3, 1), other, other) == SHORT


def test_two_a_month_is_asked_of_each_month_for_itself():
    said = {"own": 2, "other": 0, "every": 1}
    january = [doing(date(2015, 1, day)) for day in (5, 31)]
    february = [doing(date(2015, 2, day)) for day in (1, 28)]
    assert state(date(2015, 1, 31), *january[:1], **said) == UNDER_WAY
    assert state(date(2015, 2, 1), *january[:1], **said) == SHORT
    assert state(date(2015, 2, 1), *january, **said) == UNDER_WAY
    assert state(date(2015, 2, 28), *january, *february, **said) == MET
    # Four in February do not make up for none in January.
    assert state(date(2015, 3, 1), *february, *february, **said) == SHORT


def test_what_was_done_after_the_day_does_not_count():
    late = doing(date(2015, 2, 2)), doing(date(2015, 2, 2), own=False)
    assert state(date(2015, 2, 1), *late) == UNDER_WAY
    assert state(date(2015, 2, 2), *late) == MET


def test_a_share_says_what_was_done_and_what_was_due():
    doings = [
        doing(date(2015, 1, 5)),
        doing(date(2015, 1, 6), team=EAST),
        doing(date(2015, 1, 7), own=False, team=EAST),
        doing(date(2015, 1, 8), own=False, team=None),
        doing(date(2015, 1, 9), post=8),
    ]
    asked = line(own=2, other=1, every=1)
    north, east = allocation.shares(asked, ROUND, [NORTH, EAST], doings, date(2015, 2, 1))
    assert (north.post, north.own_done, north.own_due) == ("North", 1, 4)
    assert (north.other_done, north.other_due, north.state) == (0, 2, SHORT)
    assert (east.own_done, east.other_done, east.colour) == (1, 1, "red")
    assert allocation.not_placed(asked, doings, date(2015, 2, 1)) == 1
    assert allocation.not_placed(asked, doings, date(2015, 1, 7)) == 0


@random_cases(60)
@given(st.lists(st.tuples(DAYS, st.booleans(), st.sampled_from([NORTH, EAST, None])), max_size=12))
def test_every_audit_of_a_role_is_in_one_share_or_not_placed(drawn):
    doings = [doing(day, own, team) for day, own, team in drawn]
    day = date(2016, 12, 31)
    shares = allocation.shares(line(), ROUND, [NORTH, EAST], doings, day)
    placed = sum(one.own_done + one.other_done for one in shares)
    assert placed + allocation.not_placed(line(), doings, day) == len(doings)


@pytest.mark.parametrize(("own", "other", "refused"), [(0, 0, True), (1, 0, False), (0, 1, False)])
def test_a_line_asks_for_something(own, other, refused):
    assert bool(allocation.why_not_allocate(own, other)) is refused
