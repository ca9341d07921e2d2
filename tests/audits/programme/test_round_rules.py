"""The rules of the audit programme, as plain functions."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from assurance.audits.rules import progress, rounds
from tests.audits.entries import Teams
from tests.sweeping import swept

START, END = date(2015, 1, 1), date(2015, 6, 30)
ONE = timedelta(days=1)
NOTHING = {
    **dict.fromkeys(("report_due_on", "begun_on", "closed_on", "cancelled_on")),
    **{"start": START, "end": END, "result": "", "cancelled_because": ""},
}
KIND = SimpleNamespace(title="Case-file audit", from_date=START, to_date=None)


def a_round(**said):
    """A round that is planned, of ten audits, due again after six months."""
    usual = {**NOTHING, "planned": 10, "next_due_on": date(2015, 7, 1), "kind": KIND}
    return SimpleNamespace(**{**usual, "done_so_far": 0, "service": "", **said})


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2015, 1, 31), 1, date(2015, 2, 28)),
        (date(2016, 1, 31), 1, date(2016, 2, 29)),
        (date(2015, 11, 1), 12, date(2016, 11, 1)),
        (date(2015, 12, 15), 1, date(2016, 1, 15)),
        (date(2015, 8, 31), 6, date(2016, 2, 29)),
        (date(2015, 1, 1), -12, date(2014, 1, 1)),
        (date(2015, 1, 31), -2, date(2014, 11, 30)),
    ],
)
def test_months_are_those_of_the_calendar(day, months, then):
    assert rounds.months_after(day, months) == then


def test_a_round_that_does_not_come_again_has_no_next():
    assert rounds.next_due(START, None) is None
    said = [rounds.say_interval(one) for one in (None, 1, 12)]
    assert said == ["Once", "Every month", "Every 12 months"]


@swept(
    [
        ({"end": START - ONE}, "end", "on or after its start date"),
        ({"begun_on": START - ONE}, "begun_on", "starts on 1 January 2015"),
        ({"report_due_on": START - ONE}, "report_due_on", "cannot be due before"),
        ({"begun_on": START, "closed_on": END}, "result", "cannot be closed without one"),
        ({"begun_on": START, "closed_on": END, "result": " "}, "result", "cannot be closed"),
        ({"result": "Weak plans"}, "closed_on", "the date on which the round was closed"),
        ({"closed_on": END, "result": "Weak"}, "begun_on", "the date on which the round began"),
        (
            {"begun_on": END, "closed_on": START, "result": "Weak"},
            "closed_on",
            "began on 30 June 2015",
        ),
        ({"cancelled_on": END}, "cancelled_because", "Explain why the round is"),
        ({"cancelled_because": "No time"}, "cancelled_on", "was cancelled"),
        (
            {
                **{"begun_on": START, "closed_on": END, "result": "Weak"},
                **{"cancelled_on": END, "cancelled_because": "No time"},
            },
            "cancelled_on",
            "either closed with its result or cancelled",
        ),
    ]
)
def test_what_does_not_fit_together_is_said_at_its_field(said, field, words):
    found = rounds.faults_of_round({**NOTHING, **said})
    assert [one for one, _ in found] == [field]
    assert words in found[0][1]


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"end": START, "report_due_on": START, "begun_on": START},
        {"begun_on": START, "closed_on": START, "result": "Weak plans"},
        {"begun_on": START, "cancelled_on": START, "cancelled_because": "No time"},
        {"start": None, "end": None, "begun_on": END},
    ],
)
def test_what_fits_together_is_let_by(said):
    assert rounds.faults_of_round({**NOTHING, **said}) == []


@pytest.mark.parametrize(
    ("said", "state", "done"),
    [
        ({}, "planned", 0),
        ({"done_so_far": 1}, "under_way", 1),
        ({"begun_on": START}, "under_way", 0),
        ({"done_so_far": 9}, "under_way", 9),
        ({"done_so_far": 10}, "awaiting", 10),
        ({"done_so_far": 10, "planned": None}, "under_way", 10),
        ({"end": END - ONE}, "planned", 0),
        ({"end": END - ONE, "done_so_far": 1}, "awaiting", 1),
        ({"report_due_on": END - ONE, "begun_on": START}, "awaiting", 0),
        ({"report_due_on": END, "begun_on": START}, "under_way", 0),
        ({"begun_on": START, "closed_on": END, "done_so_far": 3}, "done", 3),
        ({"begun_on": START, "closed_on": END}, "done", None),
        ({"cancelled_on": END, "done_so_far": 3}, "cancelled", 3),
    ],
)
def test_a_round_is_in_one_state_and_none_is_done_with_no_audit(said, state, done):
    assert (rounds.state_of(a_round(**said), END), rounds.audits_done(a_round(**said))) == (
        state,
        done,
    )


@pytest.mark.parametrize(
    ("said", "audited", "awaits"),
    [
        ({}, [], (False, False)),
        ({"begun_on": START}, [], (False, True)),
        ({}, [END, START], (False, True)),
        ({"begun_on": END}, [START], (False, True)),
        ({"begun_on": START - ONE, "closed_on": START}, [], (True, False)),
        ({"begun_on": START - ONE, "cancelled_on": START + ONE}, [], (True, True)),
    ],
)
def test_a_round_whose_report_is_due_awaits_its_result_until_it_is_closed(said, audited, awaits):
    days, due = (START - ONE, START), START - 2 * ONE
    made = a_round(report_due_on=due, **said)
    assert tuple(rounds.awaits_on(made, audited, day) for day in days) == awaits


@pytest.mark.parametrize(
    ("said", "audited", "day", "awaits"),
    [
        ({}, [START], END, False),
        ({}, [START], END + ONE, True),
        ({}, [], END + ONE, False),
        ({"planned": 2}, [START, END], END, True),
        ({"planned": 2}, [START, END], END - ONE, False),
        ({"planned": None}, [START, END], END, False),
    ],
)
def test_a_round_awaits_its_result_after_its_period_or_its_last_audit(said, audited, day, awaits):
    assert rounds.awaits_on(a_round(**said), audited, day) is awaits


def late(day, done=0, is_last=False, **said):
    """(words, days) of everything in which a round has slipped."""
    found = rounds.slips(a_round(**said), done, is_last, day)
    return [(one.words, one.days) for one in found]


def test_a_round_is_late_from_the_day_after_its_last_while_it_is_short():
    assert late(END) == []
    assert late(END + ONE, done=7) == [("3 short of 10", 1)]
    assert late(END + 30 * ONE, done=10) == []
    assert late(END + 2 * ONE, planned=None) == [("Past its period and not closed", 2)]
    assert late(END + ONE, done=7, begun_on=START, closed_on=END, result="Weak") == []
    assert late(END + ONE, cancelled_on=END, cancelled_because="No time") == []


def test_a_round_is_late_once_its_report_is_past_due():
    said = {"report_due_on": date(2015, 6, 1)}
    assert late(date(2015, 6, 1), **said) == []
    assert late(date(2015, 6, 2), **said) == [("Result due to be reported", 1)]


def test_the_last_of_its_kind_is_late_once_the_next_is_past_due():
    closed = {"begun_on": START, "closed_on": END, "result": "Weak plans"}
    assert late(date(2015, 7, 1), is_last=True, **closed) == []
    assert late(date(2015, 7, 3), is_last=True, **closed) == [("Next round due", 2)]
    assert late(date(2015, 7, 3), is_last=False, **closed) == []
    assert late(date(2015, 7, 3), is_last=True, next_due_on=None, **closed) == []
    over = {"kind": SimpleNamespace(to_date=END)}
    assert late(date(2015, 7, 3), is_last=True, **over, **closed) == []


def team(name, service="Child in Need"):
    """A team."""
    return SimpleNamespace(name=name, service=service)


NORTH, EAST, YOUTH = team("North"), team("East"), team("Youth", "Youth Justice")


@swept(
    [
        ({}, START, YOUTH, None),
        ({}, START - ONE, NORTH, "starts on 1 January 2015"),
        ({"closed_on": END}, END + ONE, NORTH, "closed on 30 June 2015"),
        ({"closed_on": END}, END, NORTH, None),
        ({"service": "Child in Need"}, START, YOUTH, "Youth is not"),
        ({"teams": Teams([NORTH])}, START, EAST, "not of East"),
        ({"teams": Teams([NORTH])}, START, NORTH, None),
        ({"withdrawn_on": END}, START, NORTH, "was withdrawn"),
        ({"cancelled_on": END}, START, NORTH, "was cancelled"),
    ]
)
def test_an_audit_is_linked_to_a_round_that_it_belongs_to(said, day, of, words):
    round_ = a_round(**{"withdrawn_on": None, "teams": Teams(), **said})
    sentence = rounds.why_not_link(round_, day, of, is_new=True)
    assert sentence is None if words is None else words in sentence


def test_an_audit_stays_in_a_round_that_was_cancelled_since():
    round_ = a_round(withdrawn_on=None, cancelled_on=END, teams=Teams())
    assert rounds.why_not_link(round_, START, NORTH, is_new=False) is None
    assert rounds.why_not_link(None, START, NORTH, is_new=True) is None


def test_a_round_keeps_within_its_kind_and_its_service():
    ended = SimpleNamespace(title="Live audit", from_date=START, to_date=END)
    assert "planned from 1 January 2015" in rounds.why_not_plan(ended, START - ONE)
    assert "ended on 30 June 2015" in rounds.why_not_plan(ended, END + ONE)
    assert rounds.why_not_plan(ended, END) is None
    assert rounds.why_not_plan(None, START) is None
    assert "Youth does not belong" in rounds.why_not_teams("Child in Need", [NORTH, YOUTH])
    assert rounds.why_not_teams("", [NORTH, YOUTH]) is None


def test_what_something_stands_on_is_not_lost():
    assert rounds.why_not_lose(0, "round") is None
    assert rounds.why_not_lose(1, "round").startswith("1 round names this: change it first")
    assert rounds.why_not_lose(1200, "round").startswith("1,200 rounds name this: change them")
    assert rounds.why_not_move(START, None, [START, END]) is None
    assert "1 January 2015 to 30 June 2015" in rounds.why_not_move(START, START, [END, START])
    assert rounds.why_not_move(START, START, []) is None
    assert rounds.why_not_end(START, START - ONE) == (
        "It is in use from 1 January 2015: it cannot end before that date"
    )
    assert rounds.why_not_end(START, START) is rounds.why_not_end(START, None) is None


def test_themes_are_gathered_with_their_teams_and_rounds():
    theme = SimpleNamespace(pk=4)
    places = [(4, "North", None), (4, "East", 9), (4, "North", 8), (5, "South", 8)]
    [found] = progress.gathered([theme], places, {8: "Round 8"})
    assert (found.theme, found.teams, found.rounds) == (theme, ["East", "North"], ["Round 8"])
