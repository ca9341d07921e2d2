"""Registers of any people at all, counted and counted again by trying every possibility."""

from collections import Counter
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.dbs.rules import faults, positions, tables
from assurance.dbs.rules.positions import AUDIT, BLURRED, PARTS, POSITION, known
from assurance.dbs.rules.statuses import (
    COMPLIANT,
    IN_BASE,
    OUT_OF_BASE,
    PAST_DUE_STATUSES,
    WORST_FIRST,
    Interval,
    PersonRecords,
    Status,
    due_on,
    policy_of,
    status_of,
)
from tests.dbs.crowd import Application, Check, Lookup, Role
from tests.sweeping import swept

AUDIT_DATE, POSITION_DATE = date(2016, 1, 5), date(2016, 3, 1)
ONE = timedelta(1)
GROUPS = ("employee", "agency", "foster_carer")
NEAR = st.dates(date(2012, 12, 1), date(2016, 4, 30))
MAYBE = st.none() | NEAR
ROLES = st.builds(
    Role,
    group=st.sampled_from(GROUPS),
    starts_on=NEAR,
    ends_on=st.none() | st.dates(date(2015, 12, 1), date(2016, 4, 1)),
    needs_check=st.sampled_from((True, True, True, False)),
    set_aside_from=st.none() | st.dates(date(2016, 1, 1), date(2016, 3, 3)),
    risk_assessed_on=MAYBE,
)
HELD = st.builds(
    PersonRecords,
    st.lists(st.builds(Check, MAYBE), max_size=3),
    st.lists(st.builds(Application, NEAR, MAYBE), max_size=2),
    st.lists(st.builds(Lookup, NEAR, st.sampled_from(("CURRENT", "NOT_CURRENT"))), max_size=2),
)
REGISTERS = st.lists(st.tuples(st.lists(ROLES, max_size=3), HELD), max_size=8)
POLICIES = st.fixed_dictionaries(
    {"": st.builds(Interval, st.integers(1, 60), st.integers(0, 90), st.integers(1, 24))},
    optional={"agency": st.just(Interval(12, 10, 6)), "foster_carer": st.just(Interval(24))},
)


def counted(register, policies):
    """The count of a register of (roles, what is held)."""
    named = [(f"person {number}", *one) for number, one in enumerate(register)]
    return positions.count(named, policies, AUDIT_DATE, POSITION_DATE)


def worst_at(roles, held, policies, day):
    """The worst status of somebody, by trying the statuses from the worst on."""
    own = {status_of(role, held, policy_of(role.group, policies), day) for role in roles}
    return next((status for status in WORST_FIRST if status in own), Status.NOT_IN_SCOPE)


@pytest.mark.long
@given(REGISTERS, POLICIES)
def test_the_parts_add_up_to_everybody_in_scope_under_any_register_and_policy(register, policies):
    found = counted(register, policies)
    now = [worst_at(*one, policies, POSITION_DATE) for one in register]
    in_scope = [status for status in now if status not in OUT_OF_BASE]
    assert found.needing == len(in_scope) == len(found.people)
    for moment in (AUDIT, POSITION):
        parts = {p: n for (m, g, p), n in found.counts.items() if (m, g) == (moment, "")}
        assert sum(n for part, n in parts.items() if part in PARTS) == found.needing
        assert sum(parts.values()) == len(register), "those beside it are there too"
    for status in IN_BASE:
        assert found.counts[POSITION, "", status] == in_scope.count(status)
    whole, apart = Counter(), Counter()
    for (moment, group, part), people in found.counts.items():
        (apart if group else whole)[moment, part] += people
    for (moment, part), people in whole.items():
        # Somebody without any role has no group.
        nobodys = sum(not roles for roles, _ in register) if part == Status.NOT_IN_SCOPE else 0
        assert apart[moment, part] == people - nobodys
    overdue = sum(found.counts[AUDIT, "", status] for status in PAST_DUE_STATUSES)
    compliant = sum(found.counts[AUDIT, "", status] for status in COMPLIANT)
    assert sum(found.follow_up.values()) == overdue
    assert sum(found.due.values()) <= compliant
    assert all(month.day == 1 for month in found.due)


@pytest.mark.long
@given(REGISTERS, POLICIES, st.randoms(use_true_random=False))
def test_a_count_does_not_hang_on_an_order_and_may_be_entered_again(register, policies, chance):
    shuffled = [(chance.sample(roles, len(roles)), held) for roles, held in register]
    chance.shuffle(shuffled)
    first, second = counted(register, policies), counted(shuffled, policies)
    parts = [
        (
            found.needing,
            found.due,
            found.follow_up,
            {key: people for key, people in found.counts.items() if not key[1]},
        )
        for found in (first, second)
    ]
    assert parts[0] == parts[1]
    then, now = (
        {p: n for (m, g, p), n in first.counts.items() if (m, g) == (when, "") and n and p in PARTS}
        for when in (AUDIT, POSITION)
    )
    assert faults.why_not_part(then) is None
    assert faults.faults_of_entry(first.needing, False, then, now, None) == []
    assert not faults.faults_of_follow_up(first.needing, then, first.follow_up, None, AUDIT_DATE)


FEW = st.dictionaries(st.sampled_from([*IN_BASE, *BLURRED]), st.integers(0, 2), max_size=4)
WANTED = st.sampled_from(
    [COMPLIANT, PAST_DUE_STATUSES, *({status} for status in (Status.DUE_SOON, Status.NO_CHECK))]
)


def possible(parts, wanted):
    """Every number of people in `wanted` that `parts` leave possible, found by trying each."""
    ways = []
    for part, people in parts.items():
        may_be = BLURRED.get(part, {part})
        if part == positions.NOT_BROKEN_DOWN:
            may_be = {one for one in may_be if one not in parts} or may_be
        # Each of them is one of the wanted or is not: enough to try two statuses.
        ways += [{status in wanted for status in may_be}] * people
    return {sum(way) for way in product(*ways)}


@given(FEW, WANTED)
def test_a_number_is_known_exactly_where_there_is_only_one_possibility(parts, wanted):
    left = possible(parts, wanted)
    assert known(parts, wanted) == (left.pop() if len(left) == 1 else None)


@given(FEW)
def test_a_share_is_said_of_everybody_or_not_at_all(parts):
    found = positions.compliance(parts)
    if found is None:
        assert tables.share(parts) == tables.NOT_KNOWN
        return
    compliant, whole = found
    assert 0 <= compliant <= whole == sum(parts.values())
    said = tables.share(parts)
    assert said.startswith(f"{compliant} of {whole}") or not parts


@given(st.integers(1, 60), st.integers(0, 40), st.dates(date(2012, 1, 1), date(2016, 2, 29)))
def test_a_certificate_goes_from_in_date_to_due_soon_to_overdue_and_never_back(
    months, warn, issued
):
    due, policy = due_on(issued, months), Interval(months, warn)
    held = PersonRecords([Check(issued)])
    walked = [issued + timedelta(n) for n in range(0, (due - issued).days + warn + 3)]
    told = [status_of(Role(), held, policy, day) for day in walked]
    warned = min(warn, (due - issued).days)
    assert told.count(Status.DUE_SOON) == warned + 1, "from the first day of warning to the due day"
    assert told == sorted(told, key=(Status.IN_DATE, Status.DUE_SOON, Status.OVERDUE).index)
    assert told[(due - issued).days] == Status.DUE_SOON
    assert told[(due - issued).days + 1] == Status.OVERDUE


LEAP_YEARS = [year for year in range(1996, 2017) if year % 4 == 0]


@swept(range(1, 49))
def test_no_day_of_a_leap_year_or_the_next_is_due_in_another_month_or_out_of_order(months):
    first = date(2016, 1, 1)
    dues = [due_on(first + timedelta(n), months) for n in range(366 + 365)]
    assert dues == sorted(dues), "a later certificate is never due sooner"
    for place, due in enumerate(dues):
        issued = first + timedelta(place)
        apart = (due.year - issued.year) * 12 + due.month - issued.month
        assert apart == months
        assert due.day == issued.day or (due.day < issued.day and (due + ONE).day == 1)


@swept(LEAP_YEARS)
def test_the_twenty_ninth_of_february_is_due_on_the_last_of_february(year):
    for later in range(1, 9):
        due = due_on(date(year, 2, 29), 12 * later)
        assert (due.year, due.month, (due + ONE).month) == (year + later, 2, 3)
