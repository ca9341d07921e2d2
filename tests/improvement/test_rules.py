"""What may be recorded of an action, on, before and after every day that matters, and what it had
come to on each of them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

import pytest

from assurance.improvement.rules import actions
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


def test_a_plan_ends_on_its_first_day_or_later():
    assert actions.why_not_end_plan(DAY, DAY) is actions.why_not_end_plan(DAY, None) is None
    assert "on or after" in actions.why_not_end_plan(DAY, BEFORE)


def test_a_reference_that_is_taken_says_by_what():
    assert actions.why_not_refer(None) is None
    assert "due on 1 January 2018" in actions.why_not_refer(Action(due_on=AFTER))
    assert "withdrawn on 1 January 2018" in actions.why_not_refer(Action(withdrawn_on=AFTER))


@pytest.mark.parametrize("day", EDGES)
def test_an_action_is_planned_from_its_first_day_while_it_stands(day):
    assert actions.planned_by(Action(starts_on=DAY), day) is (day >= DAY)
    assert not actions.planned_by(Action(starts_on=DAY, withdrawn_on=AFTER), day)


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
