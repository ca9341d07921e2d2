"""Counting a position: everybody once at each moment, and parts that add up."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assurance.dbs.rules import positions
from assurance.dbs.rules.statuses import COMPLIANT, IN_BASE, Interval, PersonRecords, Status
from tests.dbs.crowd import DAY, LONG_AGO, ONE, Application, Check, Role, crowd

AUDIT_DATE = DAY - timedelta(10)
OLD, NEW = Check(date(2012, 6, 1)), Check(DAY - ONE)
OPEN = Application(DAY - ONE)


def count(*people, policies=None, audit_date=AUDIT_DATE):
    """The count of people, each (roles, `PersonRecords`)."""
    named = [(f"person {number}", *one) for number, one in enumerate(people)]
    return positions.count(named, policies or {}, audit_date, DAY)


def parts(counted, moment, group=""):
    """Part → people at a moment, nobody left out."""
    return {
        part: people
        for (when, of, part), people in counted.counts.items()
        if (when, of) == (moment, group) and people
    }


def test_york_2016_counted_from_people():
    in_date = [([Role()], PersonRecords([Check(date(2014, 6, 2))]))] * 314
    due = [([Role()], PersonRecords([Check(date(2013, 1, 20))]))] * 7
    rechecked = [([Role()], PersonRecords([OLD, NEW]))] * 14
    applied = [([Role()], PersonRecords([OLD], [OPEN]))] * 16
    counted = count(*in_date, *due, *rechecked, *applied)
    assert counted.needing == 351
    assert parts(counted, "audit") == {"IN_DATE": 314, "DUE_SOON": 7, "OVERDUE": 30}
    now = parts(counted, "position")
    assert now == {"IN_DATE": 328, "DUE_SOON": 7, "OVERDUE_IN_PROGRESS": 16}
    assert counted.follow_up == {"rechecked": 14, "in_progress": 16, "not_started": 0}
    assert counted.due[date(2016, 1, 1)] == 7
    assert positions.compliance(parts(counted, "audit")) == (321, 351)
    assert positions.compliance(now) == (335, 351)


def test_the_two_moments_speak_of_the_same_people():
    came = ([Role(starts_on=DAY)], PersonRecords())
    left = ([Role(ends_on=DAY)], PersonRecords([OLD]))
    stayed = ([Role()], PersonRecords([NEW]))
    later = ([Role(starts_on=DAY + ONE)], PersonRecords())
    counted = count(came, left, stayed, later)
    assert counted.needing == 2
    assert parts(counted, "position") == {
        "NO_CHECK": 1,
        "IN_DATE": 1,
        "NOT_IN_SCOPE": 1,
        "NOT_STARTED": 1,
    }
    assert parts(counted, "audit") == {
        "JOINED_SINCE": 1,
        "LEFT_SINCE": 1,
        "NO_CHECK": 1,
        "NOT_STARTED": 1,
    }
    assert sum(counted.follow_up.values()) == 0


def test_a_person_with_several_roles_counts_once_with_the_worst():
    roles = [Role(group="volunteer"), Role(group="employee", workforce="adult")]
    counted = count((roles, PersonRecords([Check(date(2015, 6, 1))])))
    assert counted.needing == 1
    assert parts(counted, "position") == {"NO_CHECK": 1}
    assert parts(counted, "position", "employee") == {"NO_CHECK": 1}
    assert parts(counted, "position", "volunteer") == {}


def test_of_several_certificates_the_first_re_check_says_when_somebody_is_due():
    roles = [Role(group="foster_carer"), Role()]
    policies = {"": Interval(36), "foster_carer": Interval(24)}
    counted = count((roles, PersonRecords([Check(date(2014, 6, 1))])), policies=policies)
    assert counted.due == {date(2016, 6, 1): 1}


@pytest.mark.long
def test_everything_adds_up_over_every_edge():
    people = [
        ([one.role, replace(one.role, group="panel", starts_on=LONG_AGO)], one.held)
        for one in crowd()[::3]
    ] + [([one.role], one.held) for one in crowd()[::2]]
    for audit_date in (AUDIT_DATE, DAY - ONE, DAY):
        counted = count(*people, audit_date=audit_date)
        for moment in (positions.AUDIT, positions.POSITION):
            told = {
                (of, part): n for (when, of, part), n in counted.counts.items() if when == moment
            }
            assert sum(n for (of, part), n in told.items() if not of) == len(people)
            assert (
                _sum(told, lambda of, part: not of and part in positions.PARTS) == counted.needing
            )
            assert _sum(told, lambda of, part: of and part in positions.PARTS) == counted.needing
        overdue = parts(counted, "audit")
        past = sum(overdue.get(status, 0) for status in ("OVERDUE", "OVERDUE_IN_PROGRESS"))
        assert sum(counted.follow_up.values()) == past
        in_date = sum(overdue.get(status, 0) for status in ("IN_DATE", "DUE_SOON"))
        assert in_date <= sum(counted.due.values()) <= positions.known(overdue, COMPLIANT)
        assert len(counted.people) == counted.needing
    assert parts(counted, "audit") == parts(counted, "position"), "an audit of one day"


def test_a_part_of_nobody_hides_nothing_and_compliance_is_known_where_the_parts_say_it():
    assert positions.known({"NOT_BROKEN_DOWN": 0, "IN_DATE": 5}, {"NO_CHECK"}) == 0
    assert positions.known({"NOT_BROKEN_DOWN": 9, "NO_CHECK": 2}, {"NO_CHECK"}) == 2
    assert positions.known({"NOT_BROKEN_DOWN": 9, "NO_CHECK": 2}, {"IN_DATE"}) is None
    assert positions.compliance({"IN_DATE": 460, "DUE_OR_OVERDUE": 31}) is None
    assert positions.compliance({"IN_DATE": 9, "JOINED_SINCE": 2, "NO_CHECK": 1}) == (9, 10)
    nobody = positions.person_status([], PersonRecords(), {}, DAY)
    assert (nobody.status, nobody.counts) == (Status.NOT_IN_SCOPE, False)
    every = dict.fromkeys(IN_BASE, 1)
    assert positions.known({**every, "NOT_BROKEN_DOWN": 9}, {"IN_DATE"}) is None


def _sum(told, fits):
    return sum(people for (of, part), people in told.items() if fits(of, part))
