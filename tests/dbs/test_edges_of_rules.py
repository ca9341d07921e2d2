"""What may not be recorded of a check, on each day around the one that matters, and parts that may
hold people of several statuses: each answer against one reckoned the long way."""

from datetime import date, timedelta
from itertools import product
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.dbs.rules import faults, tables
from assurance.dbs.rules.positions import (
    BLURRED,
    FOLLOW_UP,
    OUTSIDE_POPULATION,
    PARTS,
    compliance,
    follow_up_of,
    not_told_apart,
)
from assurance.dbs.rules.statuses import COMPLIANT, Status
from assurance.people import rules as staff
from tests.cases import random_cases
from tests.sweeping import swept

DAY, ONE = date(2016, 2, 29), timedelta(1)
AROUND = (None, DAY - ONE, DAY, DAY + ONE)
WORDS = ("", "Said")


def test_a_re_check_stands_between_the_one_it_renews_and_the_one_that_renews_it():
    for issued, earlier, later in product(AROUND, repeat=3):
        told = faults.why_not_issue(issued, earlier, later)
        if issued and earlier and issued < earlier:
            assert told.startswith("The earlier check is dated "), (issued, earlier)
        elif issued and later and issued > later:
            assert told.startswith("It was renewed by a certificate of "), (issued, later)
        else:
            assert told is None, (issued, earlier, later)
    assert "1 March 2016" in faults.why_not_issue(DAY, DAY + ONE, None)
    assert "28 February 2016" in faults.why_not_issue(DAY, None, DAY - ONE)


def test_a_certificate_is_seen_on_the_day_it_was_issued_at_the_earliest():
    for issued, seen in product(AROUND, repeat=2):
        told = faults.why_not_see(issued, seen)
        assert (told is not None) is bool(issued and seen and seen < issued)
    assert faults.why_not_see(DAY, DAY - ONE) == (
        "It was issued on 29 February 2016: it cannot have been seen before that date"
    )


def test_an_application_is_closed_after_it_was_sent_and_with_what_came_of_it():
    for submitted, closed, outcome in product(AROUND, AROUND, ("", "stopped")):
        found = faults.faults_of_application(submitted, closed, outcome)
        if submitted and closed and closed < submitted:
            wanted = ["closed_on"]
        elif bool(closed) != bool(outcome):
            wanted = ["outcome"] if closed else ["closed_on"]
        else:
            wanted = []
        assert [field for field, _ in found] == wanted, (submitted, closed, outcome)


def test_a_look_up_needs_a_certificate_by_then_and_the_persons_consent():
    for looked, consent, first in product(AROUND, (True, False, None), AROUND):
        found = [field for field, _ in faults.faults_of_lookup(looked, consent, first)]
        early = first is None or (looked is not None and looked < first)
        assert ("looked_on" in found) is early, (looked, first)
        assert ("consent_held" in found) is not bool(consent)
        assert len(found) == early + (not consent)


def test_every_role_that_can_be_typed_is_refused_at_the_fields_that_do_not_fit():
    for ends, needs, why, since, until, because in product(
        AROUND, (True, False, None), WORDS, AROUND[:3], AROUND, WORDS
    ):
        said = {"starts_on": DAY, "ends_on": ends, "needs_check": needs}
        said |= {"not_eligible_because": why, "set_aside_from": since, "set_aside_until": until}
        said |= {"set_aside_because": because}
        wanted = {
            "ends_on": ends is not None and ends < DAY,
            "not_eligible_because": needs is False and why == "",
            "set_aside_from": since is None and until is not None,
            "set_aside_until": None not in (since, until) and until < since,
            "set_aside_because": since is not None and because == "",
        }
        found = [field for field, _ in staff.faults_of_engagement(said)]
        assert found == [field for field, wrong in wanted.items() if wrong], said


def test_a_role_without_any_value_is_nothing_to_refuse():
    assert staff.faults_of_engagement({}) == []
    assert staff.faults_of_engagement({"ends_on": DAY}) == []


@swept(
    [
        ("12345678901", "A certificate number has 12 digits: this one has 11"),
        ("1234567890123", "A certificate number has 12 digits: this one has 13"),
        ("1", "A certificate number has 12 digits: this one has 1"),
        ("00123456789O", "A certificate number has 12 digits and nothing else"),
        ("001234 567890", "A certificate number has 12 digits and nothing else"),
        ("-01234567890", "A certificate number has 12 digits and nothing else"),
        ("001234567890\n", "A certificate number has 12 digits and nothing else"),
        ("۰۰۱۲۳۴۵۶۷۸۹۰", "A certificate number has 12 digits and nothing else"),
    ]
)
def test_a_number_of_any_other_kind_is_refused_and_not_repeated(number, sentence):
    told = faults.why_not_number(number)
    assert told.startswith(sentence)
    assert len(number) < 3 or number not in told


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        ("BLANK_NO_NEW_INFO", "CURRENT"),
        ("NON_BLANK_NO_NEW_INFO", "CURRENT"),
        ("NEW_INFO", "NOT_CURRENT"),
        ("NO_MATCH_FOUND", "NO_MATCH"),
        ("CURRENT", "CURRENT"),
        ("NOT_CURRENT", "NOT_CURRENT"),
        ("NO_MATCH", "NO_MATCH"),
    ],
)
def test_whether_a_certificate_showed_something_is_never_kept(answer, kept):
    assert faults.kept_answer(answer) == kept
    assert "BLANK" not in faults.kept_answer(answer)


def test_who_has_a_reference_decides_the_sentence():
    assert staff.why_not_refer(None) is None
    other = SimpleNamespace(name="Anna Fell", withdrawn_on=None)
    assert "belongs to Anna Fell" in staff.why_not_refer(other)
    assert "29 February 2016" in staff.why_not_refer(SimpleNamespace(withdrawn_on=DAY))


@swept(
    [
        ({"IN_DATE": 10}, None, None, False, []),
        ({"IN_DATE": 9}, None, None, False, ["at_audit"]),
        ({"IN_DATE": 10, "OVERDUE": 1}, None, None, False, ["at_audit"]),
        ({"IN_DATE": 10}, {"IN_DATE": 4, "OVERDUE": 6}, None, False, []),
        ({"IN_DATE": 10}, {"IN_DATE": 4, "OVERDUE": 5}, None, False, ["at_position"]),
        ({"IN_DATE": 10}, {"IN_DATE": 4, "OVERDUE": 6}, None, True, ["at_position"]),
        ({"IN_DATE": 10}, {"IN_DATE": 10}, None, True, []),
        ({"IN_DATE": 10}, None, {"employee": 10}, True, []),
        ({"IN_DATE": 10}, None, {"employee": 6, "panel": 3}, False, ["by_group"]),
        ({}, {}, {}, False, ["at_audit", "at_position", "by_group"]),
    ]
)
def test_the_parts_of_an_entered_position_add_up_to_ten(
    at_audit, at_position, by_group, same_day, fields
):
    found = faults.faults_of_entry(10, same_day, at_audit, at_position, by_group)
    assert [field for field, _ in found] == fields


@swept(
    [
        ({"IN_DATE": 7, "OVERDUE": 3}, (1, 1, 1), {}, []),
        ({"IN_DATE": 7, "OVERDUE": 3}, (1, 1, 0), {}, ["follow_up"]),
        ({"IN_DATE": 7, "OVERDUE": 1, "OVERDUE_IN_PROGRESS": 2}, (0, 0, 3), {}, []),
        ({"IN_DATE": 7, "PAST_DUE": 3}, (4, 0, 0), {}, ["follow_up"]),
        ({"IN_DATE": 7, "DUE_OR_OVERDUE": 3}, (3, 0, 0), {}, ["follow_up"]),
        ({"IN_DATE": 7, "DUE_OR_OVERDUE": 3}, None, {}, []),
        ({"IN_DATE": 7, "OVERDUE": 3}, None, {date(2016, 2, 1): 7}, []),
        ({"IN_DATE": 7, "OVERDUE": 3}, None, {date(2016, 2, 1): 8}, ["due"]),
        ({"IN_DATE": 7, "OVERDUE": 3}, None, {date(2016, 2, 1): 4, date(2016, 3, 1): 4}, ["due"]),
        ({"IN_DATE": 7, "OVERDUE": 3}, None, {date(2016, 1, 1): 1}, ["due"]),
        ({"IN_DATE": 10}, (0, 0, 0), {date(2016, 1, 1): 11}, ["due", "due"]),
    ]
)
def test_the_follow_up_adds_up_to_those_overdue_and_the_months_to_the_rest(
    at_audit, follow_up, due, fields
):
    told = follow_up and dict(zip(FOLLOW_UP, follow_up, strict=True))
    found = faults.faults_of_follow_up(10, at_audit, told, due, DAY)
    assert [field for field, _ in found] == fields


@swept(
    [
        ({"IN_DATE": 0}, None),
        ({"IN_DATE": -1}, "In date: enter a number that is not below nought"),
        ({"LATE": 1}, "“LATE” is not a part: use one of "),
        ({"EXCLUDED": 1}, "“EXCLUDED” is not a part: use one of "),
        (
            {"PAST_DUE": 1, "OVERDUE": 1},
            "Enter those overdue either together or separately, not both",
        ),
        (
            {"PAST_DUE": 1, "OVERDUE_IN_PROGRESS": 0},
            "Enter those overdue either together or separately",
        ),
        ({"OVERDUE": 1, "OVERDUE_IN_PROGRESS": 1}, None),
        ({"PAST_DUE": 1, "DUE_SOON": 1}, None),
    ]
)
def test_a_part_is_one_of_those_there_are_and_told_once(parts, words):
    told = faults.why_not_part(parts)
    assert told is None if words is None else told.startswith(words)


def test_nobody_beside_the_population_is_a_part_of_it():
    assert not set(OUTSIDE_POPULATION) & set(PARTS)
    assert len(PARTS) == len(set(PARTS)) == 9 + len(BLURRED) + 1


def bounds(parts, wanted):
    """(fewest, most) of `parts` that may have a status in `wanted`, part by part."""
    fewest = most = 0
    for part, people in parts.items():
        several = BLURRED.get(part, {part})
        if part == "NOT_BROKEN_DOWN":
            several = (several - set(parts)) or several
        fewest += people if several <= set(wanted) else 0
        most += people if several & set(wanted) else 0
    return fewest, most


SOME_PARTS = st.dictionaries(st.sampled_from(PARTS), st.integers(0, 4), max_size=5)


@pytest.mark.long
@random_cases(15)
@given(st.lists(SOME_PARTS, min_size=15, max_size=15))
def test_the_compliant_are_out_of_all_but_those_who_came_since(many):
    for parts in many:
        fewest, most = bounds(parts, COMPLIANT)
        whole = sum(parts.values()) - parts.get("JOINED_SINCE", 0)
        assert compliance(parts) == ((fewest, whole) if fewest == most else None), parts
        left = {part for part, people in not_told_apart(parts).items() if people}
        assert left <= set(BLURRED) & set(parts)


@swept(Status)
def test_what_came_of_somebody_overdue_follows_from_what_they_are_now(status):
    good = status in ("IN_DATE", "DUE_SOON", "UPDATE_CURRENT")
    assert follow_up_of(status, True) == ("rechecked" if good else "in_progress")
    assert follow_up_of(status, False) == ("rechecked" if good else "not_started")


def test_a_percentage_is_never_more_than_half_a_place_from_the_share():
    for whole in (20, 33, 199, 200, 351, 1000):
        step = 0.05 if whole >= 200 else 0.5
        for part in range(0, whole + 1, 7):
            said = tables.percent(part, whole)
            assert said.endswith("%") and ("." in said) is (whole >= 200)
            assert abs(float(said[:-1]) - 100 * part / whole) <= step + 1e-9, (part, whole)
    assert {tables.percent(part, 19) for part in range(20)} == {""}
