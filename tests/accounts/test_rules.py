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
    ("ends", "last_day", "said"),
    [
        (None, DAY, None),
        (None, DAY - ONE, "before it starts"),
        (DAY + ONE, DAY, None),
        (DAY, DAY, "ended already"),
        (DAY, DAY + ONE, "ended already"),
    ],
)
def test_a_grant_ends_once_and_not_before_it_starts(ends, last_day, said):
    sentence = rules.why_not_end_grant(DAY, ends, last_day)
    assert sentence is None if said is None else said in sentence


@given(st.dates(), st.dates())
def test_an_open_grant_can_be_ended_on_any_day_from_its_first(start, last_day):
    assert (rules.why_not_end_grant(start, None, last_day) is None) is (last_day >= start)


@pytest.mark.parametrize("is_administrator", [True, False])
@pytest.mark.parametrize("others", [True, False])
def test_the_last_administrator_stays(is_administrator, others):
    refused = rules.why_not_leave(is_administrator, others) is not None
    assert refused is (is_administrator and not others)


def test_an_account_is_stopped_once_and_by_somebody_else():
    assert rules.why_not_deactivate(True, False) is None
    assert "already" in rules.why_not_deactivate(False, False)
    assert "your own" in rules.why_not_deactivate(True, True)
