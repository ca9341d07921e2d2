"""The lists behind the position page: any register at any days, against plain counting."""

from collections import Counter
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.dbs.rules import captions, overview, populations
from assurance.dbs.rules.populations import Days, kind_of, look, months_ahead
from assurance.dbs.rules.positions import count
from assurance.dbs.rules.statuses import IN_BASE, OUT_OF_BASE, Interval, PersonRecords, Status
from tests.cases import random_cases
from tests.dbs.crowd import LONG_AGO, Check, Lookup, Role
from tests.dbs.test_any_register import GROUPS, POLICIES, REGISTERS, worst_at
from tests.sweeping import swept

AUDIT, POSITION, SINCE = date(2016, 1, 5), date(2016, 3, 1), date(2015, 12, 20)
LABELS = {"employee": "Employee", "agency": "Agency worker", "foster_carer": "Foster carer"}
EVERYBODY = {"": Interval()}
DAYS = Days(AUDIT, POSITION, EVERYBODY, SINCE, EVERYBODY)


def named(register):
    """A register of (roles, what is held) with people of their own."""
    return [(SimpleNamespace(pk=n), *one) for n, one in enumerate(register)]


def seen(register, policies=EVERYBODY, since=SINCE, day=POSITION):
    """The picture of a register."""
    return look(named(register), Days(AUDIT, day, policies, since, policies))


def keys(*roles, days=DAYS, **held):
    """The keys of one person alone."""
    return set(look(named([(roles, PersonRecords(**held))]), days).lists)


@random_cases(40)
@given(REGISTERS, POLICIES, st.dates(date(2015, 12, 21), date(2019, 1, 1)))
def test_everybody_has_one_status_at_any_day_and_all_sums_hold(register, policies, day):
    picture = seen(register, policies, day=day)
    for one in picture.people:
        lists = [key for key, some in picture.lists.items() if one in some]
        whole = [key for key in lists if key.startswith("status.") and key.count(".") == 1]
        assert len(whole) == 1
        assert len(
            [key for key in lists if key in {f"out.{why}" for why in captions.LEFT_OUT}]
        ) == (not one.now.counts)
    assert sum(picture.count(f"status.{status}") for status in Status) == len(register)
    found = [worst_at(*one, policies, day) for one in register]
    for status in Status:
        assert picture.count(f"status.{status}") == found.count(status)
    assert all(one.agrees for one in overview.sums(picture, GROUPS))


@random_cases(40)
@given(REGISTERS, POLICIES, st.dates(date(2015, 12, 1), date(2016, 2, 29)))
def test_the_change_of_scope_and_of_position_always_balances(register, policies, since):
    picture = seen(register, policies, since)
    before = [worst_at(*one, policies, since) not in OUT_OF_BASE for one in register]
    now = [worst_at(*one, policies, POSITION) not in OUT_OF_BASE for one in register]
    assert picture.count("before") == sum(before) and picture.count("scope") == sum(now)
    pairs = Counter(zip(before, now, strict=True))
    assert picture.count("left") == pairs[True, False]
    assert picture.count("joined") == pairs[False, True]
    scope = overview.scope_changes(picture, LABELS)
    position = overview.position_changes(picture)
    assert all(row.balances for row in (*scope, *position))
    for rows in (scope[1:], position):
        # The parts of each column add up to the column of all.
        assert sum(row.before.people for row in rows) == sum(before)
        assert sum(row.now.people for row in rows) == sum(now)
        assert sum(row.less[0].people for row in rows) == pairs[True, False]
        assert sum(row.more[0].people for row in rows) == pairs[False, True]
        moves = [(row.less[1].people, row.more[1].people) for row in rows]
        assert sum(out for out, _ in moves) == sum(into for _, into in moves)


@random_cases(40)
@given(REGISTERS, POLICIES)
def test_the_page_counts_what_an_audit_of_the_same_days_would_keep(register, policies):
    picture = seen(register, policies)
    kept = count(named(register), policies, AUDIT, POSITION)
    assert picture.count("scope") == kept.needing
    for part in IN_BASE:
        assert picture.count(f"status.{part}") == kept.counts["position", "", part]
        assert picture.count(f"audit.{part}") == kept.counts["audit", "", part]
        for group in GROUPS:
            told = kept.counts.get(("position", group, part), 0)
            assert picture.count(f"status.{part}.{group}") == told
    assert {name: picture.count(f"followup.{name}") for name in kept.follow_up} == kept.follow_up


@pytest.mark.parametrize(
    ("issued", "key"),
    [
        (date(2013, 3, 1), "due.2016-03"),
        (date(2013, 3, 31), "due.2016-03"),
        (date(2013, 4, 1), "due.2016-04"),
        (date(2014, 2, 28), "due.2017-02"),
        (date(2014, 3, 1), "due.later"),
        (date(2013, 2, 28), None),
    ],
)
def test_a_re_check_stands_in_the_month_of_its_due_day(issued, key):
    found = {one for one in keys(Role(), checks=[Check(issued)]) if one.startswith("due.")}
    assert found == ({key} if key else set())
    assert "due.undated" in keys(Role(), checks=[Check(issued)], lookups=[Lookup(POSITION)])


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2016, 1, 31), date(2016, 1, 1), date(2016, 12, 1)),
        (date(2016, 12, 1), date(2016, 12, 1), date(2017, 11, 1)),
    ],
)
def test_the_months_ahead_are_twelve_from_the_days_own(day, first, last):
    months = months_ahead(day)
    assert (months[0], months[-1], len(set(months))) == (first, last, 12)


OLD, NEW = Check(date(2012, 6, 1)), Check(date(2016, 1, 10))


def test_without_an_audit_before_nothing_is_compared():
    found = keys(Role(), days=Days(AUDIT, POSITION, EVERYBODY), checks=[Check(date(2012, 6, 1))])
    assert not {key for key in found if key.split(".")[0] in ("before", "joined", "left", "still")}


@swept(
    [
        ([Role(starts_on=date(2016, 1, 10))], {"joined", "joined..employee", "audit.JOINED_SINCE"}),
        ([Role(needs_check=False, ends_on=date(2016, 1, 1))], {"out.ended"}),
        ([], {"out.ended"}),
    ]
)
def test_who_came_since_the_audit_and_who_has_no_role_that_counts(roles, wanted):
    assert wanted <= keys(*roles, checks=[Check(date(2015, 1, 1))])


@swept(
    [
        ({"lookups": [Lookup(POSITION, "NO_MATCH")]}, {"no_match"}),
        ({"lookups": [Lookup(AUDIT, "NO_MATCH"), Lookup(POSITION)]}, set()),
        ({"lookups": [Lookup(POSITION + timedelta(1), "NO_MATCH")]}, set()),
        ({"checks": [Check(AUDIT, level="standard")]}, {"too_low"}),
        ({"checks": [Check(AUDIT, workforce="adult")]}, {"too_low"}),
        ({"checks": [Check(AUDIT, level="standard"), Check(AUDIT)]}, set()),
        ({"checks": [Check(POSITION + timedelta(1), level="standard")]}, set()),
        ({}, set()),
    ]
)
def test_what_should_be_looked_into(held, found):
    role = Role(risk_assessed_on=AUDIT)
    told = {key.removeprefix("warning.") for key in keys(role, **held) if "warning" in key}
    assert told == found
    assert not {key for key in keys(Role(ends_on=AUDIT), **held) if "warning" in key}


@swept(
    [
        (Role(), [], True),
        (Role(risk_assessed_on=POSITION), [], False),
        (Role(risk_assessed_on=POSITION + timedelta(1)), [], True),
        (Role(), [Check(POSITION)], False),
        (Role(), [Check(None)], False),
        (Role(), [Check(POSITION + timedelta(1))], True),
        (Role(), [Check(AUDIT, level="standard")], True),
        (Role(starts_on=POSITION + timedelta(1)), [], False),
        (Role(needs_check=False), [], False),
        (Role(absent_from=AUDIT, absent_because="parental"), [], False),
    ]
)
def test_who_is_at_work_with_neither_certificate_nor_risk_assessment_is_looked_into(
    role, checks, found
):
    assert ("warning.unassessed" in keys(role, checks=checks)) is found


def test_every_status_in_scope_is_of_one_kind_and_each_kind_has_words():
    members = {
        "compliant": {"UPDATE_CURRENT", "IN_DATE", "DUE_SOON"},
        "overdue": {"OVERDUE", "OVERDUE_IN_PROGRESS"},
        "without": {"NO_CHECK", "FIRST_CHECK_IN_PROGRESS"},
        "other": {"UNKNOWN", "NOT_CURRENT"},
    }
    assert {kind: {one for one in IN_BASE if kind_of(one) == kind} for kind in members} == members
    assert set(captions.KIND_LABELS) == set(populations.KINDS) == set(members)


def test_empty_groups_and_those_outside_the_population_both_have_a_row():
    picture = seen([([Role()], PersonRecords([NEW]))])
    rows = overview.by_group(picture, LABELS, ["employee", "agency"])
    assert [row.words for row in rows] == [*LABELS.values(), "All"]
    employee, agency, carers, everybody = rows
    assert employee.cells[0].people == 1 and employee.share == "1 of 1"
    assert agency.share == "0 of 0" and not any(cell.people for cell in agency.cells)
    assert carers.cells == () and everybody.share == "1 of 1"
    assert len(employee.cells) == 1 + len(IN_BASE)


def test_a_number_of_people_who_joined_since_the_audit_has_its_own_row():
    joined = ([Role(starts_on=date(2016, 2, 1))], PersonRecords([NEW]))
    rows = overview.by_status(seen([joined]))
    assert rows[-1] == ("In post since the audit", 1, None)
    assert sum(then for _, then, _ in rows) == sum(now.people for _, _, now in rows if now) == 1
    assert overview.by_status(seen([([Role()], PersonRecords())]))[-1][2].key == "status.NO_CHECK"


def test_sums_that_do_not_agree_say_so():
    assert overview.Sum("Parts", 350, 351).agrees is False
    parts = [overview.Cell(number, "", "") for number in (351, 1, 0, 350)]
    before, gone, come, now = parts
    assert overview.Change("All", before, (gone,), (come,), now).balances
    assert not overview.Change("All", before, (come,), (come,), now).balances


@swept(
    [
        ("scope", "In scope"),
        ("scope..agency", "In scope: Agency worker"),
        ("status.OVERDUE.agency", "Status: Overdue, nothing applied for, Agency worker"),
        (
            "from.overdue.compliant",
            "Changed since the audit before: Overdue, In date, due soon or current",
        ),
        ("out.ended", "Left out: Every role has ended"),
    ]
)
def test_a_list_says_what_it_is(key, words):
    assert captions.words_of(key, LABELS) == words


def test_every_key_that_a_person_can_have_is_said_in_words():
    gone_and_come = [Role(ends_on=date(2016, 2, 1)), Role(group="agency", starts_on=POSITION)]
    everything = [
        *keys(*gone_and_come, checks=[OLD, NEW]),
        *keys(Role(), checks=[OLD], lookups=[Lookup(POSITION, "NO_MATCH")]),
        *keys(Role(starts_on=LONG_AGO, ends_on=date(2016, 2, 1)), checks=[OLD]),
        *keys(Role(starts_on=date(2016, 2, 1))),
    ]
    assert all(captions.words_of(key, LABELS) for key in everything)


@pytest.mark.parametrize(
    ("last", "months", "said", "late"),
    [
        (None, None, "No interval", False),
        (date(2015, 6, 15), None, "No interval", False),
        (None, 12, "None has been recorded", True),
        (date(2015, 1, 18), 12, "Due on 18 January 2016 (every 12 months)", False),
        (date(2015, 1, 17), 12, "was due on 17 January 2016 (every 12 months) and is late", True),
        (date(2015, 12, 31), 2, "Due on 29 February 2016 (every 2 months)", False),
        (date(2016, 1, 1), 1, "Due on 1 February 2016 (every month)", False),
        (date(2015, 7, 17), 6, "was due on 17 January 2016 (every 6 months) and is late", True),
        (date(2016, 2, 29), 12, "Due on 28 February 2017 (every 12 months)", False),
    ],
)
def test_when_the_next_audit_is_due(last, months, said, late):
    words, is_late = overview.next_audit(last, months, date(2016, 1, 18))
    assert said in words and is_late is late
