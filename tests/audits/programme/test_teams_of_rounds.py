"""The teams of a round and its audits as the teams had become, held against a walk day by day: the
page of a round and the figures of quotas read the same."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from assurance.audits.rules import progress
from assurance.audits.rules.allocation import Doing
from assurance.people.succession import Step
from tests.cases import random_cases

START, END = date(2016, 1, 4), date(2016, 6, 30)
KEYS = st.integers(1, 5)
DAYS = st.integers(-30, 220).map(lambda days: START + timedelta(days))
# A step leads from a lower key to a higher one, so that no team comes before itself.
STEPS = st.lists(
    st.tuples(KEYS, KEYS, DAYS).filter(lambda item: item[0] < item[1]), max_size=6
).map(lambda rows: [Step(*row) for row in rows])


def teams_there():
    """Five teams of one service, all there all the time."""
    return [
        SimpleNamespace(pk=key, service="S", from_date=date(2010, 1, 1), to_date=None)
        for key in range(1, 6)
    ]


def round_of(teams):
    """A round from January to June 2016 of these teams, or of all where there is none."""
    named = SimpleNamespace(all=lambda: list(teams))
    return SimpleNamespace(teams=named, service="S", start=START, end=END)


def become(key, steps, last):
    """What a team had become, looked at on each day up to the last in turn; a team that was split
    stays as it is, from the day on which it was."""
    day = START - timedelta(31)
    while day <= last:
        moved = True
        while moved:
            after = {step.after for step in steps if step.before == key and step.on <= day}
            moved = len(after) == 1 and not _is_split_later(key, steps, last)
            if moved:
                [key] = after
        day += timedelta(1)
    return key


def _is_split_later(key, steps, last):
    return len({step.after for step in steps if step.before == key and step.on <= last}) > 1


def doing(number, team, day):
    """An audit by an auditor of a team."""
    return Doing(number, number, True, team, day)


@random_cases(100)
@given(STEPS, st.lists(KEYS, min_size=1, max_size=5, unique=True), st.lists(KEYS, max_size=6), DAYS)
def test_teams_and_audits_are_those_that_the_teams_had_become(steps, named, audits, day):
    every = teams_there()
    mine = [team for team in every if team.pk in named]
    doings = [doing(number, team, START) for number, team in enumerate(audits)]
    last = min(day, END)
    teams, moved = progress.as_teams_now(round_of(mine), doings, every, steps, day)
    expected = dict.fromkeys(become(team.pk, steps, last) for team in mine)
    assert [team.pk for team in teams] == list(expected)
    assert [item.team_id for item in moved] == [become(key, steps, last) for key in audits]
    # Nothing else of an audit changes, and without a step nothing does.
    assert [replace(item, team_id=0) for item in moved] == [
        replace(item, team_id=0) for item in doings
    ]
    assert progress.as_teams_now(round_of(mine), doings, every, [], day) == (mine, doings)


@given(STEPS, DAYS)
def test_an_audit_that_names_no_team_stays_without_one(steps, day):
    audit = doing(1, None, START)
    _, [moved] = progress.as_teams_now(round_of([]), [audit], teams_there(), steps, day)
    assert moved == audit


@given(STEPS)
def test_what_happens_after_the_round_moves_no_team_of_it(steps):
    later = [step for step in steps if step.on > END]
    every = teams_there()
    teams, _ = progress.as_teams_now(round_of(every), [], every, later, date.max)
    assert teams == every
