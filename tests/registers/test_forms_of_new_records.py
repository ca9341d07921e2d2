"""A register whose new record asks for more than a change: its own form to add, the other to
change, and what was done to the records within it in its history."""

from datetime import date

import pytest

from assurance.dbs.forms.entry import NewPersonForm
from assurance.dbs.forms.people import PersonForm
from assurance.dbs.views.people import CHECKS, PEOPLE, ROLES
from assurance.people.models.people import Person
from assurance.records import operations
from assurance.registers.declaration import KNOWN
from assurance.registers.history import chronicle, chronicle_within
from reports.data_protection.views.schedule import HOLDS
from tests.cast import officer
from tests.make import dbs, people

pytestmark = pytest.mark.django_db
DAY = date(2016, 1, 18)


@pytest.fixture
def keeper(client):
    client.force_login(officer())
    return client


def test_a_new_one_has_the_longer_form_and_a_change_the_shorter(keeper):
    assert type(keeper.get("/dbs/add/").context["form"]) is NewPersonForm
    person = people.person()
    assert type(keeper.get(f"/dbs/{person.pk}/change/").context["form"]) is PersonForm
    summary = keeper.get(f"/dbs/{person.pk}/").context["rows"]
    assert [row["change"] for row in summary if "#id_name" in row["change"]]


def test_every_other_register_adds_with_the_form_that_it_changes_with():
    own = [register for register in KNOWN.values() if register.add_form]
    # They are known in the order in which their modules were read.
    assert len(own) == 2 and PEOPLE in own and HOLDS in own
    for register in own:
        assert issubclass(register.add_form, register.form)
        assert set(register.form.base_fields) < set(register.add_form.base_fields)


def test_what_was_done_within_a_record_is_named_and_the_record_s_own_is_not():
    role = people.engagement()
    check = dbs.dbs_check(person=role.person)
    doing = {"by": officer(), "on": DAY, "version": 1}
    operations.change(record=role, service="Fostering", **doing)
    operations.change(record=check, seen_on=DAY, **doing)
    operations.change(record=role.person, name="Robin Ashdown", **doing)
    person = Person.objects.get()
    lines = chronicle_within(PEOPLE, person, [(ROLES, role), (CHECKS, check)])
    assert [line.what for line in lines] == [
        "Changed",
        "Certificate changed: certificate ending 0001",
        "Role changed: Social Worker",
    ]
    assert list(lines[1].changes) == ["Date the certificate was seen"], "in its own form's words"
    assert [lines[0]] == chronicle(PEOPLE, person)
    assert chronicle_within(PEOPLE, person, []) == chronicle(PEOPLE, person)
