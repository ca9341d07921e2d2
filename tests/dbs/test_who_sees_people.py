"""A register of people whose words are like nobody else's, and every page that anybody may open:
nobody but who keeps DBS checks meets a word of it, and a certificate's number stands nowhere.
"""

from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from assurance.dbs.models.checks import DbsCheck
from assurance.people.models.people import Engagement, Person
from tests import cast
from tests.make import dbs, people
from tests.pages_by_role import PAGES, PEOPLE
from tests.registers.test_every_register import registers
from tests.test_every_page import address_of, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SERVICE, ROLE, ASIDE = "Harbour Lights", "Night Link Worker", "Sabbatical in Lisbon"
NUMBER = "904817263{:03}"
# A printed page takes a second to set, and prints what its page in the browser says.
SHOWN = [name for name in PAGES if not name.endswith("pdf")]


@pytest.fixture
def register(on_the_day):
    """Twelve people with all that can be held of them; one was withdrawn."""
    made = []
    for number in range(12):
        who = people.person(
            name=f"Quillon Ashgrove {number}",
            reference=f"ZX-99{number:03}",
            work_email=f"quillon{number}@netherby.example",
        )
        aside = {"set_aside_from": date(2016, 1, 4), "set_aside_approved_by": "Head of Service"}
        people.engagement(
            person=who,
            service=SERVICE,
            role=ROLE,
            group="agency" if number % 2 else "employee",
            **({**aside, "set_aside_because": ASIDE} if number == 3 else {}),
        )
        issued = date(2012, 6, 2) if number % 3 else date(2014, 6, 2)
        dbs.dbs_check(person=who, certificate_number=NUMBER.format(number), issued_on=issued)
        dbs.application(person=who)
        dbs.lookup(person=who, answer="NO_MATCH")
        made.append(who)
    dbs.dbs_audit(audit_date=date(2016, 1, 6))
    Person.objects.filter(pk=made[-1].pk).update(
        withdrawn_on=date(2016, 1, 8), withdrawn_by=cast.officer(), withdrawn_because=ASIDE
    )
    return made


def words_of_people():
    """Every word that is held of somebody on the register and of nobody else."""
    own = Person.objects.filter(reference__startswith="ZX").values_list(
        "name", "reference", "work_email"
    )
    roles = Engagement.objects.filter(service=SERVICE)
    said = {word for row in own for word in row}
    return said | {SERVICE, ROLE, ASIDE} | {row.role for row in roles}


def numbers():
    """Every certificate number that is held."""
    return set(DbsCheck.objects.values_list("certificate_number", flat=True)) - {""}


def texts(answer):
    """What an answer says, decoded; an empty text of what is no text."""
    if answer.streaming or not answer.headers.get("Content-Type", "").startswith(("text", "app")):
        return ""
    return answer.content.decode("utf-8", errors="replace")


def opened(client, names):
    """(name of the page, its text) of every page of `names` that answers; what each page was made
    of is taken back, as there may be one of it."""
    for name in names:
        with transaction.atomic():
            answer = client.get(address_of(name, cast.make_council()))
            transaction.set_rollback(True)
        yield name, texts(answer)


def may_open(role):
    """The names of the pages that answer an account of `role`."""
    return [name for name in SHOWN if PAGES[name].expected()[role] == 200]


@pytest.mark.parametrize("role", [one for one in PEOPLE if one in cast.ROLES and one != "officer"])
def test_no_page_of_anybody_else_holds_a_word_of_the_register(register, role):
    secrets = words_of_people()
    assert len(secrets) >= 36
    for name, text in opened(signed_in(role), may_open(role)):
        found = {word for word in secrets | numbers() if word in text}
        assert not found, f"{role} meets {found} on {name}"


def test_an_officer_meets_people_but_no_certificate_number(register):
    met = set()
    for name, text in opened(signed_in("officer"), may_open("officer")):
        assert not {number for number in numbers() if number in text}, name
        met |= {name for word in words_of_people() if word in text}
    assert {"dbs:list", "dbs:csv"} <= met
    assert not {name for name in met if not name.startswith("dbs:")}
    assert not {name for name in met if name.startswith(("dbs:audit", "dbs:policy"))}


@pytest.mark.parametrize("page", ["record", "change", "withdraw"])
def test_no_page_of_a_person_shows_more_than_four_digits(register, page):
    client = signed_in("officer")
    for who in register:
        check, role = who.checks.get(), who.engagements.get()
        kept = {"record": who, "check-record": check, "role-record": role}
        for name, row in kept.items():
            address = reverse(f"dbs:{name.replace('record', page)}", args=[row.pk])
            text = texts(client.get(address))
            assert check.certificate_number not in text
            assert "904817263" not in text
    assert "ending 3000" in texts(client.get(reverse("dbs:record", args=[register[0].pk])))


@pytest.mark.parametrize("asked", ["", "?withdrawn=every", "?status=OVERDUE&free_text=yes"])
def test_no_file_of_a_list_holds_a_certificate_number(register, asked):
    client = signed_in("officer")
    listed = {name: one for name, one in registers().items() if one.filters}
    for name, register_of in listed.items():
        answer = client.get(register_of.address("csv") + asked)
        if answer.status_code == 200:
            assert "904817263" not in texts(answer), name
    people_of_all = texts(client.get(reverse("dbs:csv") + "?withdrawn=every"))
    assert people_of_all.count("Quillon Ashgrove") == len(register)


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


def test_searching_for_a_certificate_number_finds_nobody(register):
    answer = signed_in("officer").get(reverse("dbs:list"), {"text": NUMBER.format(0)})
    assert answer.context["lines"] == []


@pytest.mark.parametrize("subject", ["audits", "looked_after", "findings", "improvements"])
def test_an_officer_of_another_subject_meets_nobody_on_the_register(register, subject):
    client = Client()
    client.force_login(cast.officer(subject=subject))
    secrets = words_of_people() | numbers()
    for name, text in opened(client, [one for one in SHOWN if one.startswith(("dbs:", "home"))]):
        assert not {word for word in secrets if word in text}, name
