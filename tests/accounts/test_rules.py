from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.accounts import rules

DAY = date(2016, 1, 18)
ONE = timedelta(days=1)


def test_a_council_is_not_named_like_a_page_and_only_an_officer_is_limited_to_a_subject():
    assert "choose another" in rules.why_not_name_council("reports")
    assert rules.why_not_name_council("netherby") is None
    assert "Only an officer" in rules.why_not_grant("clerk", "dbs", (), DAY)
    assert rules.why_not_grant("officer", "dbs", (), DAY) is None


@pytest.mark.parametrize(
    ("held_to", "refused"), [(None, True), (DAY + ONE, True), (DAY, True), (DAY - ONE, False)]
)
def test_a_role_is_not_given_twice_for_the_same_days(held_to, refused):
    held = [("officer", "dbs", DAY - 9 * ONE, held_to)]
    assert bool(rules.why_not_grant("officer", "dbs", held, DAY)) is refused
    assert rules.why_not_grant("officer", "audits", held, DAY) is None
    assert rules.why_not_grant("officer", "", held, DAY) is None


@pytest.mark.parametrize(
    ("first", "last", "refused"),
    [
        (DAY, None, True),
        (DAY, DAY + ONE, True),
        (DAY + ONE, DAY + ONE, True),
        (DAY + 2 * ONE, DAY + 3 * ONE, False),
        (DAY + 4 * ONE, None, False),
        (DAY - 3 * ONE, DAY - ONE, False),
        (DAY - 3 * ONE, DAY, True),
        (DAY - 3 * ONE, None, True),
    ],
)
def test_a_role_for_days_before_or_after_those_of_another_is_given(first, last, refused):
    held = [
        ("officer", "dbs", DAY, DAY + ONE),
        ("officer", "audits", DAY - 9 * ONE, None),
        ("clerk", "", DAY - 9 * ONE, None),
    ]
    # Derived a second time, day by day.
    final = last or DAY + 30 * ONE
    days = {first + number * ONE for number in range((final - first).days + 1)}
    assert refused is bool(days & {DAY, DAY + ONE})
    assert bool(rules.why_not_grant("officer", "dbs", held, first, last)) is refused


def test_a_role_whose_end_is_before_its_start_is_refused_before_anything_else():
    held = [("officer", "dbs", DAY - ONE, None)]
    assert "before it starts" in rules.why_not_grant("officer", "dbs", held, DAY, DAY - ONE)
    assert rules.why_not_grant("officer", "dbs", (), DAY, DAY) is None


def test_a_link_to_set_a_password_needs_an_account_that_signs_in_with_one():
    assert rules.why_not_make_link(is_active=True, by_provider=False) is None
    assert "cannot sign in" in rules.why_not_make_link(is_active=False, by_provider=True)
    assert "identity provider" in rules.why_not_make_link(is_active=True, by_provider=True)


MONDAY, FRIDAY, SUNDAY = date(2016, 1, 18), date(2016, 1, 22), date(2016, 1, 24)


@pytest.mark.parametrize(
    ("every", "last", "day", "due"),
    [
        ("", None, MONDAY, False),
        (rules.DAY, None, SUNDAY, False),
        (rules.DAY, None, FRIDAY, True),
        (rules.DAY, FRIDAY, FRIDAY, False),
        (rules.DAY, FRIDAY, FRIDAY - ONE, False),
        (rules.WEEK, None, MONDAY, True),
        (rules.WEEK, None, FRIDAY, False),
        (rules.WEEK, MONDAY, FRIDAY, False),
        (rules.WEEK, SUNDAY - 7 * ONE, MONDAY + ONE, True),
        (rules.WEEK, SUNDAY - 7 * ONE, SUNDAY, False),
    ],
)
def test_an_email_is_due_on_working_days_and_a_missed_monday_is_made_up_for(every, last, day, due):
    assert rules.is_email_due(every, last, day) is due


@pytest.mark.parametrize(
    ("ends", "last_day", "said"),
    [
        (None, DAY, None),
        (None, DAY - ONE, "before it starts"),
        (DAY + ONE, DAY, None),
        (DAY - ONE, DAY + ONE, "ended already"),
        (DAY, DAY, "ended already"),
        (DAY, DAY + ONE, "ended already"),
    ],
)
def test_a_grant_ends_once_and_not_before_it_starts(ends, last_day, said):
    sentence = rules.why_not_end_grant(DAY, ends, last_day, DAY)
    assert sentence is None if said is None else said in sentence


@given(st.dates(), st.dates(), st.dates())
def test_an_open_grant_can_be_ended_on_any_day_from_its_first_that_has_not_passed(
    start, last_day, on
):
    sentence = rules.why_not_end_grant(start, None, last_day, on)
    assert (sentence is None) is (last_day >= start and last_day >= on)
    assert (rules.why_not_begin(start, on) is None) is (start >= on)


@pytest.mark.parametrize("is_administrator", [True, False])
@pytest.mark.parametrize("others", [True, False])
def test_the_last_administrator_stays(is_administrator, others):
    refused = rules.why_not_leave(is_administrator, others) is not None
    assert refused is (is_administrator and not others)


def test_an_account_is_stopped_once_and_by_somebody_else():
    assert rules.why_not_deactivate(True, False) is None
    assert "already" in rules.why_not_deactivate(False, False)
    assert "your own" in rules.why_not_deactivate(True, True)
