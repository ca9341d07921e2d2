"""Which team a team had become: the rules held against a walk by hand over random steps."""

from datetime import date, timedelta
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from assurance.people import succession
from assurance.people.succession import Step
from tests.cases import random_cases

DAY = date(2016, 9, 5)
FIRST = date(2014, 1, 1)


class Team(SimpleNamespace):
    """A team as pages name it."""

    def __str__(self):
        return self.name

    def __eq__(self, other):
        return self.pk == other.pk

    __hash__ = None


def team(key, name, first=FIRST, last=None):
    """A team there from one day to another."""
    return Team(pk=key, name=name, from_date=first, to_date=last)


# A step leads from a lower key to a higher one, so that no team comes before itself.
STEPS = st.lists(
    st.tuples(st.integers(1, 6), st.integers(1, 6), st.integers(0, 40)).filter(
        lambda one: one[0] < one[1]
    ),
    max_size=8,
).map(lambda rows: [Step(a, b, DAY + timedelta(days)) for a, b, days in rows])
DAYS = st.integers(-2, 45).map(lambda days: DAY + timedelta(days))


def by_hand(key, steps, day):
    """The teams that one had become by the end of a day, one step after another."""
    found, before = set(), None
    while before != found:
        before = set(found)
        for step in steps:
            if step.on <= day and step.before in {key, *found}:
                found.add(step.after)
    return found


@random_cases(50)
@given(STEPS, DAYS, st.integers(1, 6))
def test_a_team_had_become_what_a_walk_by_hand_finds(steps, day, key):
    assert succession.followed_by(key, steps, day) == by_hand(key, steps, day)
    backwards = [Step(one.after, one.before, one.on) for one in steps if one.on > day]
    assert succession.follows(key, steps, day) == by_hand(key, backwards, date.max)


@random_cases(50)
@given(STEPS, DAYS, st.integers(1, 6))
def test_the_current_team_is_one_that_it_had_become_and_stops_at_a_split(steps, day, key):
    last = succession.current(key, steps, day)
    assert last == key or last in succession.followed_by(key, steps, day)
    after = {one.after for one in steps if one.before == last and one.on <= day}
    assert len(after) != 1


def test_an_auditor_of_the_team_before_or_after_is_of_the_audited_team():
    before, after = team(1, "East", last=DAY - timedelta(1)), team(2, "North", first=DAY)
    steps = [Step(1, 2, DAY, "East", "North")]
    ask = succession.why_not_auditor_team
    later = ask(False, after, before, DAY, steps)
    assert later == (
        "East and North are one team under two names on 5 September 2016: choose the auditor’s "
        "team of that date"
    )
    assert ask(False, before, after, DAY - timedelta(1), steps).startswith("North and East are")
    assert ask(False, after, team(3, "West"), DAY, steps) is None
    assert ask(False, after, before, DAY, []) is None
    assert ask(True, after, before, DAY, steps) is None
    assert ask(None, after, before, DAY, steps) is None
    assert ask(False, after, None, DAY, steps) is None
    # A team that goes on after another was split off it is another team.
    assert ask(False, after, team(1, "East"), DAY, steps) is None


def test_what_refuses_that_one_team_follows_another():
    ask, east, north = succession.why_not_follow, team(1, "East"), team(2, "North", first=DAY)
    assert ask(north, east, DAY, []) is None
    assert ask(north, None, DAY, []) is None and ask(north, east, None, []) is None
    assert ask(north, north, DAY, []) == ("before", succession.OWN)
    ring = ask(east, north, DAY + timedelta(9), [Step(1, 2, DAY)])
    assert ring == ("before", "North follows East: a team cannot come before itself")
    early = ask(north, east, DAY - timedelta(1), [])
    assert early[0] == "from_date" and "is not there on 4 September 2016" in early[1]
    young = ask(team(3, "West"), north, DAY, [])
    assert young == ("from_date", "North began on 5 September 2016: enter a later date")


def test_a_label_and_a_sentence_say_the_step_within_the_period_alone():
    steps = [Step(1, 2, DAY, "East", "North"), Step(3, 2, DAY, "West", "North")]
    year = date(2016, 1, 1), date(2016, 12, 31)
    assert succession.label(2, "North", steps, *year) == (
        "North (follows East from 5 September 2016; follows West from 5 September 2016)"
    )
    assert succession.label(1, "East", steps, *year) == (
        "East (followed by North from 5 September 2016)"
    )
    assert succession.label(4, "South", steps, *year) == "South"
    assert succession.label(2, "North", steps, DAY, year[1]) == "North"
    assert succession.sentences(steps, *year) == [
        "North follows East from 5 September 2016: earlier audits are those of East.",
        "North follows West from 5 September 2016: earlier audits are those of West.",
    ]
    assert succession.sentences(steps, date(2017, 1, 1), date(2017, 12, 31)) == []
