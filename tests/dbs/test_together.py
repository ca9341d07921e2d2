"""Several people's roles ended, or moved to another service, at once: all of them or none."""

from datetime import date
from itertools import product
from types import SimpleNamespace

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


def role(**said):
    """A role as the rules see it."""
    usual = {"role": "Social Worker", "service": "North", "starts_on": date(2014, 1, 1)}
    usual |= {"needs_check": True, "not_eligible_because": "", "withdrawn_on": None}
    usual |= dict.fromkeys(("ends_on", "set_aside_from", "set_aside_until"))
    usual |= dict.fromkeys(("set_aside_because", "set_aside_approved_by"), "")
    return SimpleNamespace(**{**usual, **said})


@pytest.mark.parametrize(
    ("ends_on", "withdrawn_on", "is_open"),
    [(None, None, True), (LATE, None, True), (DAY, None, False), (EARLY, None, False),
     (None, DAY, False)],
)  # fmt: skip
def test_a_role_is_open_until_the_day_it_ends(ends_on, withdrawn_on, is_open):
    one = role(ends_on=ends_on, withdrawn_on=withdrawn_on)
    assert bool(bulk.open_roles([one], DAY)) is is_open


def test_an_end_that_is_set_stays_and_what_is_so_already_is_no_change():
    for end, service in product((None, LATE), ("North", "South")):
        one = role(ends_on=end, service=service)
        found = bulk.values_for(one, {"ends_on": LATER, "service": "South"})
        expected = {} if end else {"ends_on": LATER}
        assert found == (expected if service == "South" else {**expected, "service": "South"})


def test_what_a_person_holds_is_said_role_by_role():
    rows = [role(), role(role="Manager", ends_on=LATE, service="South"), role(ends_on=EARLY)]
    assert bulk.current_text(rows, "ends_on", DAY) == "Social Worker: no end; Manager: 1 April 2016"
    assert bulk.current_text(rows, "service", DAY) == "Social Worker: North; Manager: South"


@pytest.mark.parametrize(
    ("roles", "said", "sentence"),
    [
        ([role()], {"ends_on": LATE}, ""),
        ([role(starts_on=LATER)], {"ends_on": LATE}, "It starts on 1 September 2016"),
        ([role(starts_on=LATE)], {"ends_on": LATE}, ""),
        ([role(ends_on=EARLY)], {"service": "South"}, bulk.NO_ROLE),
        ([], {"service": "South"}, bulk.NO_ROLE),
        ([role(), role(starts_on=LATER)], {"ends_on": LATE}, "Social Worker: It starts on"),
    ],
)
def test_what_refuses_a_person_is_said_of_the_role(roles, said, sentence):
    found = bulk.faults_of(roles, said, DAY)
    assert len(found) == bool(sentence)
    assert not sentence or sentence in found[0]


def test_the_version_of_a_person_grows_with_each_change_of_a_role():
    one, two = SimpleNamespace(version=3), [SimpleNamespace(version=n) for n in (1, 4)]
    assert bulk.version_of(one, two) == 8


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
