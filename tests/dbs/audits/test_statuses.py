"""The twelve statuses: every edge against the table of the rules, told again in another way."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.dbs.rules import statuses
from assurance.dbs.rules.statuses import Interval, PersonRecords, Status, status_of
from tests.dbs.crowd import DAY, LONG_AGO, ONE, POLICY, Application, Check, Lookup, Role, crowd

GOOD_ENOUGH = {
    "basic": {"basic", "standard", "enhanced", "enhanced_barred"},
    "enhanced": {"enhanced", "enhanced_barred"},
    "enhanced_barred": {"enhanced_barred"},
}


def same_day_months_on(day, months):
    """The same day of the month, else the nearest earlier one, found by trying."""
    month = day.month + months
    year, month = day.year + (month - 1) // 12, (month - 1) % 12 + 1
    for last in (day.day, 31, 30, 29, 28):
        try:
            return date(year, month, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError(day)


def serving(someone):
    """The certificates good enough for the role."""
    role = someone.role
    return [
        check
        for check in someone.checks
        if check.level in GOOD_ENOUGH[role.level]
        and (check.workforce == role.workforce or (check.workforce, role.workforce) in BOTH)
    ]


MONTH = timedelta(30)
AWAY = ("set_aside", "absent")
BOTH = {("both", "child"), ("both", "adult")}


def away_of(role):
    """The days on which the role is set aside with approval, or its holder absent."""
    kinds = [one for one in AWAY if one == "absent" or role.set_aside_approver_id]
    return [(getattr(role, f"{one}_from"), getattr(role, f"{one}_until")) for one in kinds]


def fits(someone, day=DAY):
    """The statuses whose own line of the table fits, told without the lines above it, in order."""
    role = someone.role
    backwards = role.ends_on is not None and role.ends_on < role.starts_on
    issues = [check.issued_on for check in serving(someone)]
    seen = sorted(issue for issue in issues if issue and issue <= day)
    newest = seen[-1] if seen else None
    due = newest and same_day_months_on(newest, 36)
    looked = [one for one in someone.lookups if one.looked_on <= day]
    telling = [one for one in looked if one.answer != "NO_MATCH"]
    applied = [
        one for one in someone.applications if one.submitted_on <= day < (one.closed_on or date.max)
    ]
    away = away_of(role)
    lines = {
        Status.NOT_IN_SCOPE: not role.needs_check
        or (role.ends_on and role.ends_on <= day and not backwards),
        Status.NOT_STARTED: day < role.starts_on and not (backwards and role.ends_on <= day),
        Status.EXCLUDED: any(first and first <= day <= (last or date.max) for first, last in away),
        Status.UNKNOWN: backwards or None in issues,
        Status.NOT_CURRENT: telling
        and telling[-1].answer == "NOT_CURRENT"
        and not (newest and newest > telling[-1].looked_on),
        Status.UPDATE_CURRENT: newest
        and telling
        and looked[-1] is telling[-1]
        and telling[-1].answer == "CURRENT"
        and day <= same_day_months_on(telling[-1].looked_on, 12),
        Status.IN_DATE: due and due > day + MONTH,
        Status.DUE_SOON: due and day <= due <= day + MONTH,
        Status.OVERDUE_IN_PROGRESS: due and due < day and applied,
        Status.OVERDUE: due and due < day and not applied,
        Status.FIRST_CHECK_IN_PROGRESS: not newest
        and applied
        and role.risk_assessed_on
        and role.risk_assessed_on <= day,
        Status.NO_CHECK: not newest
        and not (applied and role.risk_assessed_on and role.risk_assessed_on <= day),
    }
    return [status for status, holds in lines.items() if holds]


def test_every_edge_has_the_first_status_that_fits_and_of_the_last_six_one():
    met, by_certificate = set(), set(list(Status)[6:])
    for someone in crowd():
        found = fits(someone)
        assert status_of(someone.role, someone.held, POLICY, DAY) == found[0], someone
        assert len(by_certificate & set(found)) == 1, someone
        met.add(found[0])
    assert met == set(Status), "the crowd meets every status"


@pytest.mark.parametrize(
    ("issued", "months", "due"),
    [
        (date(2013, 1, 15), 36, date(2016, 1, 15)),
        (date(2012, 2, 29), 36, date(2015, 2, 28)),
        (date(2012, 2, 29), 48, date(2016, 2, 29)),
        (date(2015, 8, 31), 6, date(2016, 2, 29)),
        (date(2015, 12, 31), 2, date(2016, 2, 29)),
        (date(2015, 12, 1), 1, date(2016, 1, 1)),
    ],
)
def test_a_re_check_is_due_on_the_same_day_of_the_month_else_its_last(issued, months, due):
    assert statuses.due_on(issued, months) == due


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 120))
def test_the_first_issue_is_the_earliest_that_is_due_by_then(due, months):
    first = statuses.first_issue(due, months)
    assert statuses.due_on(first, months) >= due
    assert statuses.due_on(first - ONE, months) < due


def test_a_day_that_no_month_before_has_is_first_due_of_the_next():
    assert statuses.first_issue(date(2016, 2, 29), 36) == date(2013, 3, 1)
    assert statuses.first_issue(date(2016, 12, 31), 1) == date(2016, 12, 1)


days = st.dates(date(2012, 1, 1), date(2017, 1, 1))
maybe = st.none() | days
roles = st.builds(
    Role,
    starts_on=days,
    ends_on=maybe,
    needs_check=st.booleans(),
    set_aside_from=maybe,
    risk_assessed_on=maybe,
    level=st.sampled_from(statuses.LEVELS),
    workforce=st.sampled_from(list(statuses.SERVED_BY)),
)
helds = st.builds(
    PersonRecords,
    st.lists(st.builds(Check, maybe, st.sampled_from(statuses.LEVELS)), max_size=3),
    st.lists(st.builds(Application, days, maybe), max_size=2),
    st.lists(
        st.builds(Lookup, days, st.sampled_from(("CURRENT", "NOT_CURRENT", "NO_MATCH"))), max_size=3
    ),
)


@given(roles, helds, days)
def test_nothing_dated_after_the_day_is_seen(role, held, day):
    seen = PersonRecords(
        [one for one in held.checks if one.issued_on is None or one.issued_on <= day],
        [one for one in held.applications if one.submitted_on <= day],
        [one for one in held.lookups if one.looked_on <= day],
    )
    status = status_of(role, held, POLICY, day)
    assert status in Status
    assert status_of(role, seen, POLICY, day) == status


@given(st.lists(st.sampled_from(list(Status))))
def test_the_worst_status_wins_whatever_the_order(some):
    worst = statuses.worst(some)
    assert worst == statuses.worst(reversed(some))
    assert worst in some or (not some and worst == Status.NOT_IN_SCOPE)


def test_the_order_of_the_worst_is_the_rules_own():
    numbers = [list(Status).index(status) + 1 for status in statuses.WORST_FIRST]
    assert numbers == [12, 5, 4, 10, 11, 9, 8, 7, 6, 3, 2, 1]


def test_a_shorter_policy_of_a_group_counts_for_it_alone():
    policies = {"": Interval(36), "foster_carer": Interval(24)}
    assert statuses.policy_of("foster_carer", policies).interval_months == 24
    assert statuses.policy_of("employee", policies).interval_months == 36
    assert statuses.policy_of("employee", {}) == Interval()


@pytest.mark.parametrize(
    ("start", "end", "whole"),
    [
        (date(2016, 2, 1), date(2016, 2, 29), True),
        (date(2016, 2, 1), date(2016, 2, 28), False),
        (date(2016, 2, 2), date(2016, 2, 29), False),
        (date(2016, 2, 1), date(2016, 3, 31), False),
    ],
)
def test_a_month_is_a_whole_calendar_month(start, end, whole):
    assert statuses.is_month(start, end) is whole


def test_what_needs_looking_into_is_told_and_changes_no_status():
    low = PersonRecords((Check(LONG_AGO, level="basic"),), (), (Lookup(DAY, "NO_MATCH"),))
    told = statuses.warnings_of(Role(), low, DAY)
    assert len(told) == 2
    assert "no match" in told[0] and "level or workforce" in told[1]
    assert statuses.warnings_of(Role(), PersonRecords((Check(LONG_AGO),)), DAY) == []
    [told] = statuses.warnings_of(Role(), PersonRecords(), DAY)
    assert "without a certificate or risk assessment" in told
    assert statuses.warnings_of(Role(), low, LONG_AGO - ONE) == []


def test_every_status_has_words():
    assert all(status.label for status in Status)


def test_an_open_application_is_explained_while_no_risk_assessment_is_recorded():
    applied = PersonRecords(applications=(Application(LONG_AGO),))
    [text] = statuses.warnings_of(Role(), applied, DAY)
    assert text.endswith("does not count as a first check in progress")
    [text] = statuses.warnings_of(Role(), PersonRecords(), DAY)
    assert "application" not in text
    assessed = Role(risk_assessed_on=LONG_AGO)
    assert statuses.warnings_of(assessed, applied, DAY) == []
