"""What may be recorded of an audit, on, before and after every day that matters."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.audits.rules import case_audits
from assurance.runtime.periods import When

DAY = date(2015, 3, 2)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
days = st.dates(date(2014, 1, 1), date(2016, 12, 31))


@dataclass(frozen=True)
class Dated:
    """A scale or a team as the rules see it."""

    from_date: date
    to_date: date | None = None
    title: str = "Four-point scale"
    name: str = "North"


@dataclass(frozen=True)
class Given:
    """A grade as the rules see it."""

    scale: Dated
    scale_id: int = 1
    label: str = "Good"
    code: str = "good"


@dataclass(frozen=True)
class Taken:
    """An audit that has a reference already."""

    audited_on: date = DAY
    withdrawn_on: date | None = None


GOOD = Given(Dated(date(2010, 1, 1)))


def test_a_discussion_is_recorded_on_the_day_of_sharing_or_after():
    assert case_audits.why_not_record(DAY, DAY) is None
    assert case_audits.why_not_record(DAY, AFTER) is None
    assert "1 March 2015" in case_audits.why_not_record(DAY, BEFORE)
    assert "shared with the worker" in case_audits.why_not_record(None, DAY)
    assert case_audits.why_not_record(None, None) is None


@pytest.mark.parametrize(
    ("from_date", "to_date", "holds"),
    [
        (DAY, DAY, True),
        (BEFORE, AFTER, True),
        (DAY, None, True),
        (AFTER, None, False),
        (BEFORE, BEFORE, False),
    ],
)
def test_a_grade_and_a_team_hold_from_their_first_day_to_their_last(from_date, to_date, holds):
    dated = Dated(from_date, to_date)
    assert case_audits.in_force(dated, DAY) is holds
    assert (case_audits.why_not_grade(DAY, Given(dated)) is None) is holds
    assert (case_audits.why_not_team(DAY, dated) is None) is holds
    assert case_audits.overlaps(dated, When.at(DAY)) is holds


def test_a_team_says_whether_it_had_begun_or_had_ended():
    assert "began on 3 March 2015" in case_audits.why_not_team(DAY, Dated(AFTER))
    assert "ended on 1 March 2015" in case_audits.why_not_team(DAY, Dated(BEFORE, BEFORE))


def test_nothing_is_said_of_a_grade_or_team_that_was_not_given():
    assert case_audits.why_not_grade(DAY, None) is None
    assert case_audits.why_not_grade(None, GOOD) is None
    assert case_audits.why_not_team(DAY, None) is None
    assert case_audits.why_not_team(None, Dated(DAY)) is None


def test_moderation_needs_a_first_grade_of_the_same_scale():
    other = Given(Dated(date(2010, 1, 1)), scale_id=2)
    assert case_audits.why_not_moderate(None, None) is None
    assert case_audits.why_not_moderate(GOOD, None) is None
    assert case_audits.why_not_moderate(GOOD, GOOD) is None
    assert "first grade too" in case_audits.why_not_moderate(None, GOOD)
    assert "same scale" in case_audits.why_not_moderate(GOOD, other)


def test_a_reference_that_is_taken_says_by_what():
    assert case_audits.why_not_refer(None) is None
    assert "audit of 2 March 2015" in case_audits.why_not_refer(Taken())
    assert "withdrawn on 3 March 2015" in case_audits.why_not_refer(Taken(withdrawn_on=AFTER))


def test_every_fault_of_an_audit_is_named_at_its_field_in_the_order_of_the_form():
    late = Dated(AFTER)
    found = case_audits.faults(
        DAY, late, Given(late), Given(late), BEFORE, BEFORE - timedelta(days=1)
    )
    assert [field for field, _ in found] == [
        *("team", "first_grade", "moderated_grade", "shared_on", "recorded_on")
    ]
    assert case_audits.faults(DAY, Dated(DAY), GOOD, GOOD, DAY, DAY) == []


@given(days, st.none() | days, st.none() | days)
def test_an_audit_without_faults_has_its_dates_in_order(audited_on, shared_on, recorded_on):
    found = case_audits.faults(audited_on, None, None, None, shared_on, recorded_on)
    held = [day for day in (audited_on, shared_on, recorded_on) if day]
    in_order = held == sorted(held) and (shared_on is not None or recorded_on is None)
    assert (found == []) is in_order


def test_a_total_keeps_its_parts_within_their_wholes():
    fits = case_audits.faults_of_total
    assert fits(DAY, DAY, 67, 60, 60) == []
    assert fits(DAY, AFTER, 67, None, None) == []
    assert fits(None, None, None, 60, 0) == []
    assert [field for field, _ in fits(DAY, BEFORE, 0, 1, 2)] == ["end", "shared", "recorded"]
    assert [field for field, _ in fits(DAY, DAY, 67, None, 0)] == ["recorded"]


@given(st.integers(0, 9), st.none() | st.integers(0, 9), st.none() | st.integers(0, 9))
def test_a_total_without_faults_narrows_from_done_to_recorded(done, shared, recorded):
    faults = case_audits.faults_of_total(DAY, DAY, done, shared, recorded)
    known = [part for part in (done, shared, recorded) if part is not None]
    narrows = known == sorted(known, reverse=True) and not (shared is None and recorded is not None)
    assert (faults == []) is narrows


def test_a_scale_overlaps_a_period_by_a_single_day():
    period = When(BEFORE, AFTER)
    edges = [BEFORE - timedelta(days=1), BEFORE, DAY, AFTER, AFTER + timedelta(days=1)]
    for from_date, to_date in product(edges, [*edges, None]):
        if to_date is None or to_date >= from_date:
            scale = Dated(from_date, to_date)
            by_day = any(case_audits.in_force(scale, day) for day in (BEFORE, DAY, AFTER))
            assert case_audits.overlaps(scale, period) is by_day
