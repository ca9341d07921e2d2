"""What may be recorded of an action, on, before and after every day that matters, and what it had
come to on each of them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.improvement.rules import actions
from assurance.records.refusals import why_not_name
from tests.sweeping import swept

DAY = date(2017, 12, 31)
ONE = timedelta(days=1)
BEFORE, AFTER = DAY - ONE, DAY + ONE
EDGES = (BEFORE, DAY, AFTER)


@dataclass(frozen=True)
class Review:
    """A review as the rules see it."""

    withdrawn_on: date | None = None


@dataclass(frozen=True)
class Finding:
    """A finding as the rules see it."""

    withdrawn_on: date | None = None
    review: Review = Review()
    kind: str = "area"
    no_action_because: str = ""


@dataclass(frozen=True)
class Action:
    """An action as the rules see it."""

    starts_on: date = BEFORE
    due_on: date = DAY
    done_on: date | None = None
    status: str = "on_track"
    withdrawn_on: date | None = None


@dataclass(frozen=True)
class Move:
    """A due date moved, as the rules see it."""

    moved_on: date
    from_day: date
    to_day: date = DAY


@dataclass(frozen=True)
class Rating:
    """A rating changed, as the rules see it."""

    changed_on: date
    from_status: str


@pytest.mark.parametrize("rule", [actions.why_not_due, actions.why_not_report])
@pytest.mark.parametrize(("first", "second"), [(DAY, None), (None, DAY), (None, None)])
def test_a_date_that_is_missing_cannot_be_out_of_order(rule, first, second):
    assert rule(first, second) is None


WORSE_FIRST = ("overdue", "at_risk", "on_track", "not_started")


@swept([*product((*WORSE_FIRST, "", "done"), WORSE_FIRST)])
def test_a_rating_gets_better_with_evidence_only_and_worse_without(before, after):
    bad = {"overdue": 2, "at_risk": 1}
    better = before in bad and bad.get(after, 0) < bad[before]
    assert (actions.why_not_evidence(before, after, "") is not None) is better
    assert actions.why_not_evidence(before, after, "Forty plans were read.") is None


def test_a_due_date_is_moved_to_another_day_with_a_reason():
    assert actions.why_not_move(Action(), AFTER, "Late") is None
    assert actions.why_not_move(Action(), BEFORE, "Sooner") is None
    assert actions.why_not_move(Action(), DAY, "Late")[0] == "to_day"
    assert actions.why_not_move(Action(), BEFORE - ONE, "Late")[0] == "to_day"
    assert actions.why_not_move(Action(), AFTER, "  ")[0] == "reason"
    done = Action(status="done", done_on=DAY)
    assert "is done" in actions.why_not_move(done, AFTER, "Late")[1]


def test_a_reference_that_is_taken_says_by_what():
    assert actions.why_not_refer(None) is None
    assert "another action" in actions.why_not_refer(Action())
    assert "withdrawn on 1 January 2018" in actions.why_not_refer(Action(withdrawn_on=AFTER))


def test_a_plan_is_named_once_and_ends_on_its_first_day_or_later():
    assert why_not_name("plan", "plan", False) is None
    assert "kept already" in why_not_name("plan", "plan", True)
    assert "letters or numbers" in why_not_name("plan", "", False)
    assert actions.why_not_end_plan(DAY, DAY) is None
    assert actions.why_not_end_plan(DAY, None) is None
    assert "on or after" in actions.why_not_end_plan(DAY, BEFORE)


def test_a_priority_has_a_place_of_its_own():
    assert actions.why_not_order(1, False) is None
    assert actions.why_not_order(None, False) is None
    assert "1 or more" in actions.why_not_order(0, False)
    assert "Priority 1" in actions.why_not_order(1, True)


@pytest.mark.parametrize("day", EDGES)
def test_an_action_is_planned_from_its_first_day_while_it_stands(day):
    assert actions.planned_by(Action(starts_on=DAY), day) is (day >= DAY)
    assert not actions.planned_by(Action(starts_on=DAY, withdrawn_on=AFTER), day)


@pytest.mark.parametrize(
    ("day", "status"), [*zip(EDGES, ["on_track", "on_track", "overdue"], strict=True)]
)
def test_an_action_is_overdue_from_the_day_after_it_was_due(day, status):
    assert actions.status_at(Action(), [], [], day) == status
    assert actions.overdue(Action(), [], [], day) is (status == "overdue")
    assert actions.display_status(Action(), day) == status


@pytest.mark.parametrize(
    ("day", "status"), [*zip(EDGES, ["not_known", "done", "done"], strict=True)]
)
def test_an_action_is_done_from_its_day_and_before_it_no_more_is_known(day, status):
    done = Action(done_on=DAY, status="done")
    assert actions.status_at(done, [], [], day) == status
    assert not actions.overdue(done, [], [], day)
    assert actions.display_status(done, day) == "done"


def test_an_action_done_late_was_overdue_until_then():
    late = Action(starts_on=BEFORE - ONE, due_on=BEFORE, done_on=AFTER, status="done")
    assert [actions.status_at(late, [], [], day) for day in EDGES] == [
        "not_known",
        "overdue",
        "done",
    ]


def test_a_moved_due_date_counts_from_the_day_of_the_move():
    moves = [Move(DAY, BEFORE - ONE), Move(AFTER, BEFORE)]
    action = Action(due_on=AFTER)
    assert [actions.due_at(action, moves, day) for day in EDGES] == [BEFORE - ONE, BEFORE, AFTER]
    assert [actions.overdue(action, moves, [], day) for day in EDGES] == [True, True, False]


def test_a_changed_rating_counts_from_the_day_of_the_change():
    ratings = [Rating(DAY, "not_started"), Rating(AFTER, "at_risk")]
    action = Action(due_on=AFTER)
    told = [actions.status_at(action, [], ratings, day) for day in EDGES]
    assert told == ["not_started", "at_risk", "on_track"]


def test_an_action_that_was_reopened_was_done_until_then():
    ratings = [Rating(BEFORE, "on_track"), Rating(AFTER, "done")]
    action = Action(due_on=BEFORE)
    told = [actions.status_at(action, [], ratings, day) for day in (BEFORE - ONE, *EDGES)]
    assert told == ["on_track", "done", "done", "overdue"]


@given(st.sampled_from(EDGES), st.sampled_from(EDGES), st.none() | st.sampled_from(EDGES))
def test_an_action_past_its_day_is_overdue_or_done(day, due_on, done_on):
    action = Action(due_on=due_on, done_on=done_on, status="done" if done_on else "at_risk")
    status = actions.status_at(action, [], [], day)
    assert status in {"done", "overdue", "at_risk", "not_known"}
    assert (status in ("done", "overdue")) or due_on >= day
    assert actions.overdue(action, [], [], day) is (status == "overdue")


def test_an_action_answers_a_finding_that_stands():
    assert actions.answers(Action(), [Finding(withdrawn_on=DAY), Finding()])
    assert not actions.answers(Action(), [Finding(withdrawn_on=DAY)])
    assert not actions.answers(Action(), [Finding(review=Review(DAY))])
    assert not actions.answers(Action(withdrawn_on=DAY), [Finding()])
    assert not actions.answers(Action(), [])


def test_a_finding_is_unanswered_without_a_standing_action_and_without_a_reason():
    gone = Action(withdrawn_on=DAY)
    assert actions.unanswered(Finding(), [])
    assert actions.unanswered(Finding(), [gone])
    assert not actions.unanswered(Finding(), [gone, Action()])
    assert not actions.unanswered(Finding(no_action_because="Done"), [])
    assert not actions.unanswered(Finding(kind="strength"), [])
    assert not actions.unanswered(Finding(review=Review(DAY)), [])


def test_slippage_is_the_sum_of_the_moves():
    assert actions.slipped([]) == 0
    assert actions.slipped([Move(DAY, BEFORE), Move(DAY, AFTER), Move(DAY, BEFORE)]) == 1
