"""Nobody but who keeps DBS checks meets a word of the people on the register, and a certificate's
number stands nowhere. The sweep over every page holds each role's answers against it as well."""

from datetime import date
from itertools import product

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests import cast
from tests.everybody import address_of, signed_in
from tests.make import dbs
from tests.make.register import NUMBER, fill_register, numbers, texts, words_of_people
from tests.pages_by_role import PAGES
from tests.registers.test_every_register import registers

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
# A printed page takes a second to set, and prints what its page in the browser says.
SHOWN = [name for name in PAGES if not name.endswith("pdf")]


@pytest.fixture
def register(on_the_day):
    """The register with a DBS audit, on the demonstration's day."""
    dbs.dbs_audit(audit_date=date(2016, 1, 6), position_date=date(2016, 1, 14))
    return fill_register()


def opened(client, names):
    """(name of the page, its text) of every page of `names` that answers; what each page was made
    of is taken back, as there may be one of it."""
    for name in names:
        with transaction.atomic():
            answer = client.get(address_of(name, cast.make_council()))
            transaction.set_rollback(True)
        yield name, texts(answer)


def test_an_officer_meets_people_but_no_certificate_number(register):
    names = [name for name in SHOWN if name.startswith("dbs:")]
    met = set()
    for name, text in opened(signed_in("officer"), names):
        assert not {number for number in numbers() if number in text}, name
        met |= {name for word in words_of_people() if word in text}
    assert {"dbs:list", "dbs:csv", "dbs:position-people"} <= met
    assert not {name for name in met if name.startswith(("dbs:audit", "dbs:policy"))}


@pytest.mark.long
def test_no_page_of_a_person_shows_more_than_four_digits(register):
    client = signed_in("officer")
    for who, page in product(register[:2], ("record", "change", "withdraw")):
        check, role = who.checks.get(), who.engagements.get()
        kept = {"record": who, "check-record": check, "role-record": role}
        for name, row in kept.items():
            address = reverse(f"dbs:{name.replace('record', page)}", args=[row.pk])
            text = texts(client.get(address))
            assert check.certificate_number not in text
            assert "904817263" not in text
    assert "ending 3000" in texts(client.get(reverse("dbs:record", args=[register[0].pk])))


def test_no_file_of_a_list_holds_a_certificate_number_and_searching_for_one_finds_nobody(register):
    client = signed_in("officer")
    listed = {name: one for name, one in registers().items() if one.filters}
    asked = "?withdrawn=every&free_text=yes"
    for name, register_of in listed.items():
        answer = client.get(register_of.address("csv") + asked)
        if answer.status_code == 200:
            assert "904817263" not in texts(answer), name
    people_of_all = texts(client.get(reverse("dbs:csv") + "?withdrawn=every"))
    assert people_of_all.count("Quillon Ashgrove") == len(register)
    answer = client.get(reverse("dbs:list"), {"text": NUMBER.format(0)})
    assert answer.context["lines"] == []


def test_history_of_a_changed_number_shows_four_digits_of_each(register):
    client = signed_in("officer")
    check = register[0].checks.get()
    typed = {
        "certificate_number": "112233445566",
        **{"issued_on_day": 2, "issued_on_month": 6, "issued_on_year": 2014},
        **{"level": check.level, "workforce": check.workforce, "version": check.version},
    }
    client.post(reverse("dbs:check-change", args=[check.pk]), typed)
    page = texts(client.get(reverse("dbs:check-record", args=[check.pk])))
    assert "ending 3000" in page and "ending 5566" in page
    assert "112233445566" not in page and check.certificate_number not in page


@pytest.mark.long
def test_an_officer_of_another_subject_meets_nobody_on_the_register(register):
    client = Client()
    client.force_login(cast.officer(subject="audits"))
    secrets = words_of_people() | numbers()
    for name, text in opened(client, [one for one in SHOWN if one.startswith(("dbs:", "home"))]):
        assert not {word for word in secrets if word in text}, name
