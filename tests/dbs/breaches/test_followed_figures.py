"""The figures of breaches and reminders: when they answer, of whom, and what a paper may print."""

from datetime import date

import pytest

from assurance.dbs.figures.registers import FIGURES
from assurance.dbs.models.reminders import Reminder
from assurance.figures.figure import WHOLE, FigureRequest, Mark
from assurance.people.models.people import Cohort
from assurance.records import operations
from assurance.runtime.periods import When
from tests.cast import make_council, officer
from tests.make import dbs, people

pytestmark = pytest.mark.django_db

BY_KEY = {figure.key.removeprefix("dbs."): figure for figure in FIGURES}
JANUARY = When(date(2016, 1, 1), date(2016, 1, 31))
YEAR = When(date(2016, 1, 1), date(2016, 12, 31))
FOUND, DONE = date(2016, 1, 6), date(2016, 2, 10)
CLOSED = {
    **{"remedy": "Renewed", "remedied_on": DONE, "closed_on": DONE},
    "closer": "Head of Service",
}


def value(key, when, **asked):
    """The one value of a figure."""
    when = When.at(when) if isinstance(when, date) else when
    [found] = BY_KEY[key].measure(FigureRequest(make_council(), when, **asked)).values()
    return found


def number(key, when, **asked):
    """Its number; None where nothing is returned."""
    return value(key, when, **asked).count


def test_a_breach_is_open_from_the_day_it_was_found_until_it_was_closed():
    dbs.breach(found_on=FOUND, **CLOSED)
    told = {
        day: number("breaches_open", day)
        for day in (date(2016, 1, 5), FOUND, date(2016, 2, 9), DONE, date(2019, 1, 1))
    }
    assert list(told.values()) == [None, 1, 1, 0, 0]


def test_a_breach_is_closed_in_the_period_that_holds_the_day():
    dbs.breach(found_on=FOUND, **CLOSED)
    for start, end, count in (
        (date(2015, 1, 1), date(2016, 1, 5), None),
        (date(2016, 1, 1), date(2016, 2, 9), 0),
        (DONE, DONE, 1),
        (FOUND, DONE, 1),
        (date(2016, 2, 11), date(2016, 12, 31), 0),
    ):
        assert number("breaches_closed", When(start, end)) == count, (start, end)


def test_a_check_is_done_in_the_period_that_holds_the_day_of_its_certificate():
    check = dbs.dbs_check(issued_on=FOUND)
    for start, end, count in (
        (date(2015, 1, 1), date(2016, 1, 5), None),
        (FOUND, FOUND, 1),
        (date(2016, 1, 1), DONE, 1),
        (date(2016, 1, 7), DONE, 0),
    ):
        assert number("checks_done", When(start, end)) == count, (start, end)
    found = value("checks_done", YEAR)
    assert (found.source, list(found.rows())) == (
        "DBS checks recorded here",
        [f"DBS check {check.pk}"],
    )
    carers = people.cohort("carers", groups=["foster_carer"], title="Carers")
    assert number("checks_done", YEAR, cohort=carers) == 0
    people.engagement(person=check.person, group="foster_carer")
    assert number("checks_done", YEAR, cohort=carers) == 1
    operations.withdraw(record=check, version=1, because="Twice", by=officer(), on=DONE)
    dbs.dbs_check(issued_on=date(2014, 1, 6))
    assert number("checks_done", YEAR) == 0


def test_a_breach_or_a_reminder_withdrawn_counts_nowhere():
    for record, _ in ((dbs.breach(found_on=FOUND), dbs.breach()), (dbs.reminder(), dbs.reminder())):
        operations.withdraw(record=record, version=1, because="Twice", by=officer(), on=DONE)
    assert number("breaches_open", FOUND) == number("reminded", JANUARY) == 1


def test_a_breach_of_several_counts_one_and_names_its_row():
    breach = dbs.breach(people=12)
    found = value("breaches_open", FOUND)
    assert (found.count, list(found.rows())) == (1, [f"breach {breach.pk}"])
    assert found.base is None and found.source == "breaches recorded here"


def test_the_population_decides_whose_breaches_are_read():
    dbs.breach(group="employee")
    dbs.breach(group="foster_carer")
    assert number("breaches_open", FOUND) == 2, "every group without a usual population"
    people.cohort(usual=True)
    carers = people.cohort("carers", groups=["foster_carer"], title="Carers")
    assert number("breaches_open", FOUND) == 1
    found = value("breaches_open", FOUND, cohort=carers)
    assert (found.count, found.cohort) == (1, "Carers")
    nobody = people.cohort("nobody", groups=["panel"])
    assert number("breaches_open", FOUND, cohort=nobody) == 0
    for unread in (
        people.cohort("counts", groups=[]),
        people.cohort("children", kind=Cohort.CHILDREN, groups=[]),
    ):
        assert value("breaches_open", FOUND, cohort=unread).mark == Mark.NOT_RETURNED
        assert value("reminded", JANUARY, cohort=unread).mark == Mark.NOT_RETURNED


def test_another_councils_breaches_and_reminders_are_not_read():
    elsewhere = make_council("elsewhere")
    dbs.breach(council=elsewhere)
    dbs.reminder(council=elsewhere)
    assert number("breaches_open", FOUND) is None and number("reminded", JANUARY) is None


def test_somebody_reminded_twice_counts_once():
    person = people.engagement().person
    sent = [dbs.reminder(person=person), dbs.reminder(person=person, again=True, how="email")]
    found = value("reminded", JANUARY)
    assert found.count == 1
    assert list(found.rows()) == [f"reminder {one.pk}" for one in sent]


def test_a_reminder_counts_in_the_month_of_its_re_check_and_that_is_a_whole_one():
    reminder = dbs.reminder()
    for due_on, sent_on, count in (
        (date(2016, 1, 1), date(2016, 1, 4), 1),
        (date(2016, 1, 31), date(2016, 1, 31), 1),
        (date(2016, 1, 31), date(2015, 11, 1), 1),
        (date(2015, 12, 31), date(2016, 1, 4), 0),
        (date(2016, 2, 1), date(2016, 1, 4), 0),
        (date(2016, 1, 31), date(2016, 2, 1), None),
    ):
        Reminder.objects.filter(pk=reminder.pk).update(due_on=due_on, sent_on=sent_on)
        assert number("reminded", JANUARY) == count, (due_on, sent_on)
    Reminder.objects.filter(pk=reminder.pk).update(due_on=reminder.due_on, sent_on=FOUND)
    for when in (YEAR, When.at(FOUND), When(date(2016, 1, 1), date(2016, 1, 30))):
        assert number("reminded", when) is None, when


def test_every_value_says_what_it_counts_and_nothing_is_out_of_anything():
    dbs.breach(found_on=FOUND, **CLOSED)
    dbs.reminder()
    for key, when in (("breaches_open", FOUND), ("breaches_closed", YEAR), ("reminded", JANUARY)):
        found = value(key, when)
        assert found.member == WHOLE and found.base is None
        assert found.when == (When.at(when) if isinstance(when, date) else when)
