"""Every place that keeps a person's e-mail address is searched for it; holds name whose data."""

import pytest
from allauth.account.models import EmailAddress
from django.db import models
from django.urls import reverse

from assurance.accounts.models.access_log import LoggedAccess
from assurance.records.personal import Personal
from reports.data_protection.models import LegalHold
from reports.data_protection.subjects import ADDRESSES, OWN_ADDRESSES, find_subject, subject_of
from reports.data_protection.views.people import DATA
from tests import cast
from tests.make import data_protection as make
from tests.make import people, readers
from tests.own_models import LABELS, models_of

pytestmark = pytest.mark.django_db


def test_every_field_that_identifies_by_an_address_is_searched():
    searched = {(model, field) for model, field, _way in ADDRESSES}
    searched |= {(model, fields[1]) for _kind, model, fields, _way in OWN_ADDRESSES}
    kept = {
        (model, field.name)
        for model in models_of(*LABELS)
        for field in model._meta.fields
        if isinstance(field, models.EmailField)
        and model.personal.get(field.name) == Personal.IDENTIFIES
    }
    assert kept and kept <= searched


def test_an_address_finds_the_account_or_the_person_that_has_it(client):
    lead, user = cast.data_protection_lead(), cast.clerk()
    person = people.person(work_email="ann@netherby.example")
    EmailAddress.objects.create(user=user, email="second@netherby.example")
    for email, key in (
        (user.email.upper(), (LegalHold.ACCOUNT, str(user.pk))),
        ("second@netherby.example", (LegalHold.ACCOUNT, str(user.pk))),
        ("Ann@netherby.example", (LegalHold.PERSON, str(person.pk))),
        ("nobody@netherby.example", (LegalHold.ADDRESS, "")),
    ):
        assert find_subject(lead.council, LegalHold.ADDRESS, email) == key
    client.force_login(lead)
    typed = {"subject": "address", "reference": user.email}
    answer = client.post(reverse("data_protection:find"), typed)
    assert answer.url == reverse("data_protection:subject", args=["account", user.pk])
    # Who follows reports and has an account is shown by both.
    readers.following(user.email)
    kind, key = find_subject(lead.council, LegalHold.ADDRESS, user.email)
    assert kind == LegalHold.ADDRESS
    assert subject_of(lead.council, kind, key).others == [(LegalHold.ACCOUNT, str(user.pk))]
    page = client.get(reverse("data_protection:subject", args=[kind, key])).content.decode()
    assert "An account with this address" in page


def test_a_name_finds_one_person_and_lists_the_references_of_several(client):
    person = people.person(name="Ann Other", reference="S-17")
    client.force_login(cast.data_protection_lead())
    find = reverse("data_protection:find")
    typed = {"subject": "person", "reference": " ann OTHER"}
    address = reverse("data_protection:subject", args=["person", person.pk])
    assert client.post(find, typed).url == address
    people.person(name="Ann Other", reference="S-16")
    several = client.post(find, typed).content.decode()
    assert "2 people have this name. Enter the staff reference: S-16, S-17" in several
    # A part of a name finds one person too, and says how many more have it.
    assert client.post(find, {**typed, "reference": "ther"}).text.count("S-16, S-17") == 2
    for number in range(11):
        people.person(name=f"Kay Strand {number}", reference=f"T-{number:02}")
    assert client.post(find, {**typed, "reference": "strand 7"}).status_code == 302
    many = client.post(find, {**typed, "reference": "kay"}).text
    assert "T-09 and 1 more. Or enter more of the name" in many and "T-10" not in many
    # Each search is in the access log, without its words.
    rows = LoggedAccess.objects.filter(kind=LoggedAccess.SEARCH).order_by("pk")
    numbers = [(DATA, number) for number in (1, 0, 0, 1, 0)]
    assert [(row.what, row.results) for row in rows] == numbers


def test_a_hold_names_whose_data_it_keeps_and_its_withdrawal_names_the_nightly_run(client):
    user, person = cast.clerk(), people.person(name="Ann Other", reference="S-17")
    make.hold(subject=LegalHold.ACCOUNT, key=str(user.pk))
    hold = make.hold(key=str(person.pk))
    client.force_login(cast.data_protection_lead())
    page = client.get(reverse("data_protection:hold-list")).content.decode()
    assert "Ann Other (S-17)" in page and user.name in page
    page = client.get(reverse("data_protection:hold-record", args=[hold.pk])).content.decode()
    assert reverse("data_protection:subject", args=["person", person.pk]) in page
    page = client.get(reverse("data_protection:hold-withdraw", args=[hold.pk])).content.decode()
    assert "The next nightly run can remove these data" in page
