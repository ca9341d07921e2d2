"""The statement over the register agrees with the rules on days that months do not all have, for
several days and groups at once, and reads nobody it was not asked for."""

from collections import Counter
from datetime import date, timedelta

import pytest

from assurance.dbs.models import statuses as standing
from assurance.dbs.models.register_statement import Moment, RegisterStatement
from assurance.dbs.models.status_numbers import due_day, due_number, month_of_number, status_of_code
from assurance.dbs.rules import positions, statuses
from assurance.dbs.rules.statuses import WORST_FIRST, Interval, Status
from assurance.people.models.people import Person
from tests.cast import make_council, officer
from tests.make import dbs, people

pytestmark = pytest.mark.django_db
# The last of February of a leap year: re-checks of the 29th to the 31st fall on it.
LEAP = date(2016, 2, 29)
MOMENTS = (LEAP, LEAP + timedelta(1), LEAP - timedelta(1))
POLICIES = {"": Interval(30, 30, 12), "foster_carer": Interval(24, 10, 6)}
ISSUED = (
    *(date(2013, 8, day) for day in (1, 28, 29, 30, 31)),
    *(date(2013, 9, 1), date(2012, 2, 29), date(2014, 2, 28), LEAP, LEAP + timedelta(1)),
)


def register():
    """People with a certificate of each day, some with a second role or an open application."""
    for place, day in enumerate(ISSUED):
        someone = dbs.dbs_check(issued_on=day).person
        if place % 2:
            people.engagement(person=someone, group="foster_carer")
        if place % 3 == 0:
            dbs.application(person=someone, submitted_on=LEAP - timedelta(place))
    people.engagement(group="volunteer", starts_on=LEAP + timedelta(1))
    dbs.application(submitted_on=LEAP)


def statement(moments=(LEAP,), council=None, **more):
    """The statement over a council's people on some days."""
    rows = [Moment(day, POLICIES) for day in moments]
    return RegisterStatement(rows, council or make_council(), **more)


def by_hand(person, day, groups=None):
    """((status, group), the month of the first re-check) of a person by the rules."""
    roles, held = standing.held_of(person)
    roles = [row for row in roles if groups is None or row.group in groups]
    if not roles:
        return None, None
    result = positions.person_status(roles, held, POLICIES, day)
    return (result.status, result.group), result.due and result.due.replace(day=1)


def test_people_alike_on_three_days_and_in_one_group_are_counted_together():
    register()
    parts = [(0, None), (1, None), (2, None), (0, ["foster_carer"])]
    wanted = Counter()
    for person in standing.register(make_council()).with_what_is_held():
        classes = [by_hand(person, MOMENTS[n], groups) for n, groups in parts]
        submitted = [row.submitted_on for row in person.applications.all()]
        wanted[*classes, any(day <= LEAP for day in submitted)] += 1
    found = Counter()
    for *cells, applied, count in statement(MOMENTS).classes(parts):
        pairs = zip(cells[::2], cells[1::2], strict=True)
        classes = [
            (
                None if code is None else status_of_code(code),
                None if due is None else month_of_number(due),
            )
            for code, due in pairs
        ]
        found[*classes, bool(applied)] += count
    assert found == wanted
    assert found.total() == len(ISSUED) + 2


def test_a_re_check_of_the_31st_falls_on_the_last_of_february():
    register()
    rows = standing.register(make_council()).at(LEAP, POLICIES, ["employee"])
    for first, last in (
        (LEAP, LEAP),
        (date(2016, 2, 28), date(2016, 2, 28)),
        (date(2016, 2, 1), LEAP),
        (date(2016, 3, 1), date(2016, 3, 1)),
        (date(2018, 8, 1), date(2018, 8, 31)),
        (LEAP, date(2016, 2, 28)),
    ):
        wanted = {
            day
            for day in ISSUED
            if day <= LEAP and (due := statuses.due_on(day, 30)) >= LEAP and first <= due <= last
        }
        found = {row.checks.get().issued_on for row in rows.due_between(first, last)}
        assert found == wanted, (first, last)
    assert {row.checks.get().issued_on.day for row in rows.due_between(LEAP, LEAP)} == {29, 30, 31}


def test_a_re_check_day_comes_back_from_its_number_in_every_month():
    days = [date(2015, 1, 1) + timedelta(number) for number in range(0, 800, 3)]
    assert [due_day(due_number(day)) for day in days] == days
    assert due_day(due_number(date(2016, 2, 1)) + 30) == LEAP
    assert due_day(None) is None


def test_no_group_and_no_rank_is_nobody():
    register()
    assert statement(groups=[]).rows() == []
    assert statement(groups=["no-such-group"]).classes([(0, None)]) == []
    everybody = Person.objects.all()
    assert not everybody.filter(pk__in=statement().people(()))
    every = statement().people(range(len(WORST_FIRST)))
    assert everybody.filter(pk__in=every).count() == len(ISSUED) + 2


def test_only_a_statement_of_active_people_leaves_withdrawn_ones_out():
    gone = {"withdrawn_on": LEAP, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    left = people.engagement(person=people.person(**gone)).person
    remains = people.engagement().person
    assert {row[0] for row in statement().rows()} == {left.pk, remains.pk}
    assert [row[0] for row in statement(active=True).rows()] == [remains.pk]


def test_without_a_council_every_register_is_read_and_with_one_its_own_alone():
    here, there = (dbs.dbs_check(council=make_council(slug)) for slug in ("here", "there"))
    whole = RegisterStatement([Moment(LEAP, POLICIES)])
    assert {row[0] for row in whole.rows()} == {here.person_id, there.person_id}
    for row in (here, there):
        assert [found[0] for found in statement(council=row.council).rows()] == [row.person_id]


def test_a_role_that_ends_before_it_begins_is_not_known_until_its_day_has_passed():
    someone = people.engagement(starts_on=LEAP, ends_on=LEAP - timedelta(1)).person
    for day in MOMENTS:
        [(pk, code, due, *_)] = statement([day]).rows()
        [person] = standing.register(make_council()).with_what_is_held()
        assert (pk, due) == (someone.pk, None)
        assert status_of_code(code) == by_hand(person, day)[0], day
    assert status_of_code(code)[0] in (Status.UNKNOWN, Status.NOT_STARTED)
