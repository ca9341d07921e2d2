"""Every way to fill in a breach, and every way to remind: the sentences of the rules and the
constraints of the database agree on what may be kept."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.db import IntegrityError, transaction

from assurance.dbs.models.breaches import Breach
from assurance.dbs.models.reminders import Reminder
from assurance.dbs.operations import reminders
from assurance.dbs.rules.breaches import faults_of_breach
from assurance.records import operations
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.make import dbs, people
from tests.sweeping import swept

pytestmark = pytest.mark.django_db

DAY, ONE = date(2016, 1, 18), timedelta(1)
MAYBE_DAYS = (None, DAY - ONE, DAY, DAY + ONE)
# Meeting and day; remedy and day; day of the closing and role: each there or not, early or late.
TOLD = tuple(product(("", "Management team"), MAYBE_DAYS))
REMEDIED = tuple(product(("", "Renewed"), MAYBE_DAYS))
CLOSED = tuple(product(MAYBE_DAYS, (None, "Head of Service")))
SAID = {"group": "employee", "policy": "Every 36 months", "found_on": DAY, "cause": "Forgotten"}


def filled_in(
    told=("", None), remedied=("", None), closed=(None, None), people_told=1, person=None
):
    """A breach as it may be filled in."""
    return {
        **SAID,
        **dict(zip(("told_meeting", "told_on"), told, strict=True)),
        **dict(zip(("remedy", "remedied_on"), remedied, strict=True)),
        **dict(zip(("closed_on", "closer"), closed, strict=True)),
        **{"people": people_told, "person": person},
    }


def kept_by_the_database(said):
    """Whether the database takes it, written past every rule."""
    try:
        with transaction.atomic():
            fields = people.with_posts(said, "closer")
            Breach.objects.create(council=make_council(), created_on=DAY, **fields)
    except IntegrityError:
        return False
    return True


def ways():
    """Every way to fill in one half with the other half empty or whole."""
    whole = {"told": ("Management team", DAY), "remedied": ("Renewed", DAY)}
    yield from (filled_in(told=told) for told in TOLD)
    yield from (filled_in(remedied=remedied) for remedied in REMEDIED)
    yield from (filled_in(closed=closed) for closed in CLOSED)
    yield from (filled_in(closed=closed, **whole) for closed in CLOSED)
    yield from (
        filled_in(remedied=remedied, closed=(DAY, "Head of Service")) for remedied in REMEDIED
    )


def test_what_no_sentence_refuses_the_database_takes_and_the_other_way_round():
    taken = 0
    for said in ways():
        refused = faults_of_breach(said)
        assert kept_by_the_database(said) is not bool(refused), (said, refused)
        taken += not refused
    assert taken == Breach.objects.count() > 10


@swept(product((0, 1, 2), (True, False)))
def test_a_breach_of_a_person_counts_one_and_of_a_group_at_least_one(count, named):
    said = filled_in(people_told=count, person=people.person() if named else None)
    # The database's own field refuses less than nought alone, its constraint the rest.
    assert kept_by_the_database(said) is not bool(faults_of_breach(said))


@swept(list(ways())[::5])
def test_the_operation_refuses_with_the_first_sentence_or_keeps_what_was_said(said):
    doing = {"council": make_council(), "by": officer(), "on": DAY}
    said = people.with_posts(said, "closer")
    if found := faults_of_breach(said):
        with pytest.raises(Refused) as refused:
            operations.create(model=Breach, **said, **doing)
        assert (refused.value.field, refused.value.sentence) == found[0]
    else:
        breach = operations.create(model=Breach, **said, **doing)
        assert {name: getattr(breach, name) for name in said} == said


def remind(person, again, doing):
    """Reminds, or tries to; whether it was done."""
    said = {"person": person, "group": "employee", "due_on": DAY, "how": "letter"}
    try:
        reminders.remind(**said, again=again, **doing)
    except Refused:
        return False
    return True


def withdraw_newest(person, doing):
    """Withdraws the newest reminder that stands, where there is one."""
    newest = Reminder.objects.for_people([person]).last()
    if newest:
        operations.withdraw(record=newest, version=newest.version, because="-", **doing)


@pytest.mark.long
@swept([(steps,) for steps in product(("once", "again", "withdraw"), repeat=3)])
def test_whatever_is_done_in_whatever_order_nobody_is_reminded_twice_unasked(steps):
    person, doing = people.engagement().person, {"by": officer(), "on": DAY}
    standing = 0
    for step in steps:
        if step == "withdraw":
            withdraw_newest(person, doing)
            standing = max(0, standing - 1)
        else:
            done = remind(person, step == "again", doing)
            assert done is (step == "again" or standing == 0)
            standing += done
    rows = Reminder.objects.for_people([person])
    assert rows.count() == standing
    assert rows.filter(again=False).count() <= 1


def test_a_reminder_of_another_day_or_person_is_not_a_second_one():
    doing = {"by": officer(), "on": DAY}
    first, second = (people.engagement().person for _ in range(2))
    assert remind(first, False, doing) and remind(second, False, doing)
    assert not remind(first, False, doing)
    said = {"group": "employee", "how": "letter", **doing}
    assert reminders.remind(person=first, due_on=DAY + ONE, **said).due_on == DAY + ONE


def test_who_was_reminded_is_read_for_a_page_in_one_query(django_assert_num_queries):
    people_told = [dbs.reminder().person for _ in range(5)]
    dbs.reminder()
    with django_assert_num_queries(1):
        found = list(Reminder.objects.for_people(people_told))
    assert {one.person_id for one in found} == {one.pk for one in people_told}
