"""The pages of the DBS register, by the officer who keeps it."""

from datetime import date

import pytest

from assurance.dbs.models.checks import DbsCheck
from assurance.people.models.people import Person
from tests.dbs.entries import typed, typed_check, typed_role
from tests.dbs.reminding import page_of
from tests.make import dbs, people
from tests.page_requests import errors

pytestmark = pytest.mark.django_db


def names(answer):
    """The names of the people on a list page."""
    return [line["record"].name for line in answer.context["lines"]]


def test_a_person_is_added_with_a_role_and_a_certificate(signed_in):
    said = {"reference": "A1", "name": "Post holder", "work_email": "a1@netherby.example"}
    page = page_of(signed_in.post("/dbs/add/", said, follow=True))
    assert "Person added." in page and "Not in scope" in page
    person = Person.objects.get()
    answer = signed_in.post(f"/dbs/{person.pk}/roles/add/", typed_role(), follow=True)
    assert "No check" in page_of(answer) and "Role added." in page_of(answer)
    answer = signed_in.post(f"/dbs/{person.pk}/certificates/add/", typed_check(), follow=True)
    page = page_of(answer)
    assert "ending 7890" in page and "001234567890" not in page
    assert "In date" in page and "2 March 2018" in page
    answer = signed_in.post(
        f"/dbs/{person.pk}/applications/add/", typed(submitted_on=date(2016, 1, 4)), follow=True
    )
    assert "4 Jan 2016" in page_of(answer) and "Still open" in page_of(answer)
    said = {"answer": "NO_MATCH", "post": people.post(), "consent_held": "True"}
    answer = signed_in.post(
        f"/dbs/{person.pk}/look-ups/add/", typed(looked_on=date(2016, 1, 4), **said), follow=True
    )
    assert "Update Service found no match" in page_of(answer)


def test_a_certificate_closes_the_application_that_it_answers(signed_in):
    application = dbs.application(submitted_on=date(2015, 9, 17))
    address = f"/dbs/{application.person_id}/certificates/add/"
    assert "Does it answer the application of 17 September 2015?" in page_of(signed_in.get(address))
    entry = {**typed_check(issued_on=date(2015, 9, 1)), "answers": "True"}
    answer = signed_in.post(address, entry)
    assert "older than that application" in errors(answer)["answers"][0]
    signed_in.post(address, {**entry, "answers": "False"})
    application.refresh_from_db()
    assert application.closed_on is None
    number, days = "001234567891", {"issued_on": date(2015, 10, 1), "seen_on": date(2015, 10, 5)}
    entry = {**typed_check(certificate_number=number, **days), "answers": "True"}
    signed_in.post(address, entry)
    application.refresh_from_db()
    assert (application.closed_on, application.outcome) == (date(2015, 10, 5), "certificate")


def test_everything_typed_stays_beside_what_is_wrong(signed_in):
    person = dbs.dbs_check(issued_on=date(2013, 3, 2)).person
    entry = typed_check(issued_on=date(2013, 1, 1))
    answer = signed_in.post(f"/dbs/{person.pk}/certificates/add/", entry)
    assert "check that it renews" in " ".join(errors(answer)["issued_on"])
    page = page_of(answer)
    assert "There is a problem" in page
    assert all(f'value="{typed_value}"' in page for typed_value in entry.values())
    assert DbsCheck.objects.count() == 1


def test_a_certificate_is_changed_without_showing_its_number(signed_in):
    check = dbs.dbs_check(certificate_number="009876543210")
    address = f"/dbs/certificates/{check.pk}/change/"
    page = page_of(signed_in.get(address))
    assert "009876543210" not in page and "Ending 3210. Empty to keep it." in page
    entry = typed_check(certificate_number="", version=1)
    signed_in.post(address, entry)
    check.refresh_from_db()
    assert (check.certificate_number, check.issued_on) == ("009876543210", date(2015, 3, 2))
    signed_in.post(address, typed_check(certificate_number="0011 2233 4455", version=2))
    check.refresh_from_db()
    assert check.certificate_number == "001122334455"
    page = page_of(signed_in.get(f"/dbs/certificates/{check.pk}/"))
    assert "001122334455" not in page and "ending 4455" in page


def test_a_certificate_without_a_number_asks_for_it_when_it_is_changed(signed_in):
    check = dbs.dbs_check(certificate_number="")
    entry = typed_check(certificate_number="", version=1)
    answer = signed_in.post(f"/dbs/certificates/{check.pk}/change/", entry)
    assert errors(answer)["certificate_number"] == ["Enter the certificate number"]


def test_the_second_of_two_people_is_told_and_shown_both(signed_in):
    check = dbs.dbs_check(certificate_number="009876543210")
    DbsCheck.objects.filter(pk=check.pk).update(version=2)
    entry = typed_check(certificate_number="", version=1)
    answer = signed_in.post(f"/dbs/certificates/{check.pk}/change/", entry)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "2 March 2015" in page and "2 June 2014" in page and "009876543210" not in page


def test_a_date_that_is_none_is_told_once(signed_in):
    said = {"set_aside_from_day": "31", "set_aside_from_month": "2", "set_aside_from_year": "2016"}
    entry = typed_role(set_aside_until=date(2016, 3, 1)) | said
    answer = signed_in.post(f"/dbs/{people.person().pk}/roles/add/", entry)
    assert errors(answer) == {"set_aside_from": ["The date it starts must be a real date"]}


def test_a_look_up_offers_three_answers(signed_in):
    page = page_of(signed_in.get(f"/dbs/{dbs.dbs_check().person.pk}/look-ups/add/"))
    assert "NON_BLANK" not in page and page.count('name="answer"') == 3


def test_a_person_s_page_says_when_no_policy_is_recorded(signed_in):
    person = dbs.dbs_check().person
    assert "No re-check policy is recorded" in page_of(signed_in.get(f"/dbs/{person.pk}/"))
    dbs.policy()
    assert "No re-check policy" not in page_of(signed_in.get(f"/dbs/{person.pk}/"))


def test_somebody_withdrawn_stays_readable_and_offers_nothing(signed_in):
    person = dbs.dbs_check().person
    signed_in.post(f"/dbs/{person.pk}/withdraw/", {"because": "Entered twice", "version": 1})
    page = page_of(signed_in.get(f"/dbs/{person.pk}/"))
    assert "Entered twice" in page and "Add a role" not in page
    assert names(signed_in.get("/dbs/")) == []
    assert names(signed_in.get("/dbs/", {"withdrawn": "withdrawn"})) == [person.name]


@pytest.mark.long
def test_roles_applications_and_look_ups_are_changed(signed_in):
    check = dbs.dbs_check()
    role, application = check.person.engagements.get(), dbs.application(person=check.person)
    lookup = dbs.lookup(person=check.person)
    said = typed_role(role="Team Manager", version=1)
    assert "Role changed." in page_of(
        signed_in.post(f"/dbs/roles/{role.pk}/change/", said, follow=True)
    )
    said = typed(submitted_on=date(2016, 1, 4), closed_on=date(2016, 1, 8), outcome="certificate")
    address = f"/dbs/applications/{application.pk}/change/"
    page = page_of(signed_in.post(address, {**said, "version": 1}, follow=True))
    assert "Application changed." in page and "Certificate issued" in page
    said = {"answer": "NOT_CURRENT", "post": people.post(), "consent_held": "True", "version": 1}
    address = f"/dbs/look-ups/{lookup.pk}/change/"
    page = page_of(signed_in.post(address, typed(looked_on=date(2016, 1, 4), **said), follow=True))
    assert "Certificate no longer current" in page
