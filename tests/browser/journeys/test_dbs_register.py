"""A DBS officer keeps the register: somebody new on one form whose parts appear where they apply,
every population at once, and the HR system's list."""

from datetime import date

import pytest
from playwright.sync_api import expect

from assurance.dbs.models.audits import DbsAudit
from assurance.people.models.people import Person
from tests.browser.forms import fill, fill_date, payload, send
from tests.browser.reading import assert_refused, assert_sound
from tests.cast import officer
from tests.make import dbs, people

pytestmark = pytest.mark.long

HR = (
    "Reference,Name,Role,Service,Role began on\n"
    "visitors-0,Robin Ashdown-Hale,Mentor,Independent visiting,2014-03-01\n"
    "H9,Max Ellis,Team Manager,Fostering,2016-01-04\n"
)


@pytest.fixture
def lead(transactional_db, built, settings):
    """An officer with staff and two populations of volunteers."""
    settings.CANDOUR_TODAY = "2016-01-18"
    dbs.policy(audit_months=6)
    people.team(service="Fostering")
    people.cohort(usual=True)
    for slug, title, group in (
        ("volunteers", "Volunteers", "volunteer"),
        ("visitors", "Independent visitors", "independent_visitor"),
    ):
        people.cohort(slug, title=title, groups=[group])
        for number in range(3):
            person = people.person(name=f"{title} {number}", reference=f"{slug}-{number}")
            role = {"group": group, "role": "Mentor", "starts_on": date(2014, 3, 1)}
            people.engagement(person=person, service="Independent visiting", **role)
            dbs.dbs_check(person=person, issued_on=date(2013, 1, 10 + number))
    Person.objects.filter(reference="visitors-0").update(name="Robin Ashdown")
    return officer()


def test_a_dbs_officer_keeps_the_register(page, sign_in, lead):
    sign_in(page, lead)
    somebody_new(page)
    every_population(page)
    the_hr_list(page)


def somebody_new(page):
    """Sees the parts that go with an answer alone, and is told of what is missing."""
    page.goto("/dbs/add/")
    number = page.locator("#id_certificate_number")
    expect(number).to_be_hidden()
    fill(page, reference="A7", name="Kit Castle", role="Social Worker")
    page.select_option("#id_group", "employee")
    page.select_option("#id_service", "Fostering")
    fill_date(page, "starts_on", "4 1 2016")
    page.check("input[name=check][value=applied]")
    expect(page.locator("#id_submitted_on_day")).to_be_visible()
    expect(number).to_be_hidden()
    page.check("input[name=check][value=certificate]")
    expect(number).to_be_visible()
    assert_sound(page)
    page.click("button:text-is('Save')")
    assert_refused(page)
    expect(number).to_be_visible()
    fill(page, certificate_number="001122334455")
    fill_date(page, "issued_on", "1 12 2015")
    send(page, "Save", "Person added.")
    expect(page.locator("main")).to_contain_text("Certificate added: certificate ending 4455")
    assert_sound(page)


def every_population(page):
    """Records an audit of each population by one press."""
    page.goto("/dbs/position/")
    page.click("text=Every population at once")
    expect(page.locator("table")).to_contain_text("Independent visitors")
    assert_sound(page)
    send(page, "Record 3 DBS audits", "3 DBS audits recorded for 18 January 2016.")
    assert DbsAudit.objects.count() == 3
    assert_sound(page)


def the_hr_list(page):
    """Compares a list, and takes over a name and somebody new."""
    page.goto("/dbs/")
    page.click("text=Compare with the HR system’s list")
    page.set_input_files("input[type=file]", payload("hr.csv", HR.encode()))
    page.check("input[value=independent_visitor]")
    page.click("button:text-is('Compare')")
    expect(page.locator("[role=status]")).to_contain_text("1 differ, 1 in the list only")
    assert_sound(page)
    page.check("label:has-text('Robin Ashdown-Hale')")
    page.check("label:has-text('Team Manager')")
    send(page, "Take over what is chosen", "2 changes taken over")
    assert Person.objects.filter(name__in=["Robin Ashdown-Hale", "Max Ellis"]).count() == 2
