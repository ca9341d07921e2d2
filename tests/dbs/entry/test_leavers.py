"""Leavers: listed by the day that their last role ended, and counted in no position after it."""

from datetime import date, timedelta
from itertools import product

import pytest

from assurance.dbs.models.populations import position_summary
from assurance.dbs.models.statuses import register
from assurance.dbs.rules.role_dates import last_day
from assurance.people.models.people import Engagement
from tests.cast import make_council
from tests.dbs.crowd import Role
from tests.dbs.entries import typed
from tests.dbs.reminding import page_of
from tests.make import dbs, people
from tests.sweeping import swept

DAY, ONE = date(2016, 1, 18), timedelta(1)
ENDS = (None, DAY - 40 * ONE, DAY - ONE, DAY, DAY + ONE)


def reckoned(ends, day):
    """The last day of roles that end so, found by walking back from the day."""
    if not ends or any(end is None or end > day for end in ends):
        return None
    return next(day - n * ONE for n in range(1000) if day - n * ONE in ends)


@swept([(ends,) for many in range(3) for ends in product(ENDS, repeat=many)])
def test_somebody_has_left_once_every_role_has_ended(ends):
    roles = [Role(ends_on=end) for end in ends]
    assert last_day(roles, DAY) == reckoned(ends, DAY)


@pytest.mark.django_db
def test_the_list_finds_the_leavers_of_each_period(signed_in):
    dbs.policy()
    made = {}
    for ends in product(ENDS, repeat=2):
        person = people.person()
        for end in ends:
            people.engagement(person=person, ends_on=end)
        made[person.pk] = ends
    people.person()
    gone = Engagement.objects.filter(ends_on=None).first()
    rows = register(make_council())
    for first, last in product((None, DAY - 40 * ONE, DAY - ONE), (DAY - ONE, DAY, DAY + ONE)):
        wanted = {
            pk
            for pk, ends in made.items()
            if (left := reckoned(ends, last)) and (first is None or left >= first)
        }
        assert {row.pk for row in rows.left_between(first, last)} == wanted, (first, last)
    answer = signed_in.get("/dbs/", {"status": "left"})
    assert answer.context["page"].paginator.count == 9
    assert "17 January 2016" in page_of(answer) or "18 January 2016" in page_of(answer)
    narrow = {"status": "left", **typed(left_from=DAY, left_to=DAY)}
    found = signed_in.get("/dbs/", narrow).context["page"].paginator.count
    assert found == sum(reckoned(ends, DAY) == DAY for ends in made.values()) == 5
    assert gone.person_id not in {row.pk for row in rows.left_between(None, DAY)}


@pytest.mark.django_db
def test_a_leaver_is_in_no_position_from_the_day_the_role_ends(signed_in):
    dbs.policy()
    cohort, person = people.cohort(usual=True), people.engagement(ends_on=DAY).person
    for day, scope, ended in ((DAY - ONE, 1, 0), (DAY, 0, 1), (DAY + ONE, 0, 1)):
        picture = position_summary(make_council(), cohort, None, day).picture
        assert (picture.count("scope"), picture.count("out.ended")) == (scope, ended)
    page = page_of(signed_in.get("/dbs/", {"status": "left", **typed(at=DAY)}))
    assert person.name in page and "18 January 2016" in page
    page = page_of(signed_in.get("/dbs/", {"status": "left", **typed(at=DAY - ONE)}))
    assert person.name not in page


@pytest.mark.django_db
def test_who_comes_back_later_has_left_until_then():
    role = people.engagement(ends_on=DAY)
    people.engagement(person=role.person, starts_on=DAY + 30 * ONE)
    rows = register(make_council())
    assert list(rows.left_between(DAY, DAY + 29 * ONE)) == [role.person]
    assert not rows.left_between(DAY, DAY + 30 * ONE)
