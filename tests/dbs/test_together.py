"""Several people's roles ended, or moved to another service, at once: all of them or none."""

from datetime import date

import pytest

from assurance.dbs.operations.checks import change_roles
from assurance.dbs.rules import bulk
from assurance.people.models.people import Engagement, Person
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from assurance.runtime.periods import today
from tests.cast import officer
from tests.dbs.entries import parts
from tests.make import dbs, people

EARLY, DAY, LATE, LATER = date(2016, 3, 30), date(2016, 3, 31), date(2016, 4, 1), date(2016, 9, 1)


def staff(number=3, **said):
    """As many people in post with one role each; their references are P0 and so on."""
    return [
        people.engagement(person=people.person(reference=f"P{n}"), **said).person
        for n in range(number)
    ]


def version(person):
    """The version of a person that the check page was drawn with."""
    return bulk.version_of(person, person.engagements.all())


def change(*rows, **said):
    """Changes the roles of people as they were seen."""
    seen = [(one, version(one)) for one in rows]
    return change_roles(rows=seen, by=officer(), on=DAY, **said)


@pytest.mark.django_db
def test_every_open_role_ends_with_a_row_of_history_of_its_own():
    one, two, other = staff()
    ended = people.engagement(person=one, ends_on=EARLY)
    second = people.engagement(person=one, role="Manager")
    change(one, two, ends_on=LATE, service="South")
    for row in Engagement.objects.filter(person__in=(one, two)).exclude(pk=ended.pk):
        assert (row.ends_on, row.service, row.version) == (LATE, "South", 2)
        [entry] = HistoryEntry.objects.about(row)
        assert set(entry.changes) == {"ends_on", "service"}
    ended.refresh_from_db()
    assert (ended.ends_on, ended.service) == (EARLY, "Child in Need")
    assert Engagement.objects.get(pk=second.pk).ends_on == LATE
    assert other.engagements.get().ends_on is None


@pytest.mark.django_db
def test_one_person_who_refuses_leaves_all_as_they_were_and_is_named_by_reference():
    one, two = staff(2)
    people.engagement(person=two, starts_on=LATER)
    with pytest.raises(Refused, match="P1: Social Worker: It starts on 1 September 2016"):
        change(one, two, ends_on=LATE)
    assert not Engagement.objects.exclude(ends_on=None).exists()


@pytest.mark.django_db
def test_a_role_saved_first_and_a_person_withdrawn_are_refused():
    one, two = staff(2)
    rows = [(one, version(one))]
    one.engagements.update(version=5)
    with pytest.raises(EditConflict):
        change_roles(rows=rows, ends_on=LATE, by=officer(), on=DAY)
    told = {"withdrawn_on": DAY, "withdrawn_because": "Twice", "withdrawn_by": officer()}
    Person.objects.filter(pk=two.pk).update(**told)
    with pytest.raises(Refused, match="P1 was withdrawn"):
        change(two, ends_on=LATE)


@pytest.mark.django_db
def test_people_are_chosen_on_their_list_checked_and_changed(client):
    client.force_login(officer())
    dbs.policy()
    one, two = staff(2)
    Engagement.objects.filter(person=two).update(ends_on=date(2012, 1, 1))
    page = client.get("/dbs/").content.decode()
    assert f'id="choose-{one.pk}"' in page
    address = f"/dbs/several/?pk={one.pk}&pk={two.pk}"
    typed = {"service": "South", **parts("ends_on", today())}
    check = client.post(address, typed)
    said = check.content.decode()
    assert "1 of 2 would change" in said
    assert "Social Worker: no end →" in said and "Social Worker: Child in Need → South" in said
    assert "each has ended" in said
    seen = [f"{row.pk}:{version(row)}" for row in (one, two)]
    assert client.post(address, {**typed, "keep": "yes", "seen": ["1:1"]}).status_code == 409
    assert client.post(address, {**typed, "keep": "yes", "seen": seen}).status_code == 302
    role = one.engagements.get()
    assert (role.service, role.ends_on) == ("South", today())
    again = client.post(address, {"service": "South"}).content.decode()
    assert "0 of 2 would change" in again
