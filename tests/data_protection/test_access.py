"""The access log, and whose data an account could have seen."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from assurance.accounts.access import Permission
from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.accounts.models.accounts import Grant
from assurance.people.models.people import Person
from assurance.records import operations
from assurance.records.history import CommandLine
from assurance.records.proofs.faults import look_at_rows
from assurance.records.proofs.operations import adopt
from reports.data_protection.reach import answers
from reports.data_protection.reach.roles import all_spans
from tests import cast
from tests.make import papers, people
from tests.page_requests import boxes

FIRST, LAST = date(2016, 1, 1), date(2016, 12, 31)
pytestmark = pytest.mark.django_db


def logged():
    return list(LoggedAccess.objects.order_by("pk").values_list("kind", "what", "results"))


def test_downloads_are_logged_by_register_and_number(client):
    people.person()
    people.person()
    client.force_login(cast.officer())
    client.get("/dbs/list.csv")
    client.get("/dbs/list.xlsx")
    assert logged() == [("export", "people who need a DBS check", 2)] * 2


def test_an_access_is_found_by_the_date_on_which_it_was(client, settings):
    settings.CANDOUR_TODAY = "2020-02-18"
    day, user = date(2020, 2, 18), cast.officer()
    people.person()
    client.force_login(user)
    client.get("/dbs/list.csv")
    [row] = answers.answer(user, day, day).logged
    assert row.what == "people who need a DBS check" and row.at.date() == day


def test_a_search_by_name_is_logged_once_without_its_words(client):
    people.person(name="Ann Other")
    user = cast.officer()
    client.force_login(user)
    client.get("/dbs/", {"text": "Other"})
    client.get("/dbs/", {"text": ""})
    client.get("/audits/", {"text": "Other"})
    client.post("/home/search/", {"words": "Other"})
    assert logged() == [("search", "people who need a DBS check", 1), ("search", "Records", 1)]
    assert {row.account for row in LoggedAccess.objects.all()} == {user}


def test_what_readers_leave_in_the_log_is_no_fault_of_the_records(client):
    user = cast.officer()
    people.person(name="Ann Other")
    adopt(council=user.council, because="First look.", by=CommandLine("test"), on=FIRST)
    client.force_login(user)
    client.get("/dbs/list.csv")
    client.get("/dbs/", {"text": "Other"})
    assert len(logged()) == 2 and look_at_rows(user.council).faults == []


def test_a_reading_of_exempt_matter_is_logged_for_those_who_may(client):
    annex = papers.exempt_annex()
    edition = annex.edition
    page = reverse(
        "published:exempt",
        args=[edition.paper.series.slug, edition.paper.slug, edition.number, annex.anchor],
    )
    client.force_login(cast.officer())
    assert client.get(page).status_code == 404
    assert logged() == []
    client.force_login(cast.approver())
    assert client.get(page).status_code == 200
    assert logged() == [("exempt", f"Annex of {edition}", None)]


def test_the_log_s_page_shows_its_own_council_s_lines_by_kind(client):
    lead = cast.data_protection_lead()
    log_access(cast.officer(), LoggedAccess.EXPORT, "people", 12)
    log_access(cast.approver(), LoggedAccess.EXEMPT, "Annex of a report")
    far = cast.officer(cast.make_council("elsewhere"))
    log_access(far, LoggedAccess.EXPORT, "breaches", 1)
    client.force_login(lead)
    html = client.get(reverse("data_protection:log")).content.decode()
    assert "2 lines" in html and "People" in html and "Breaches" not in html
    html = client.get(reverse("data_protection:log"), {"kind": "exempt"}).content.decode()
    assert "1 line," in html and "Annex of a report" in html


def test_roles_open_what_they_open_on_their_own_dates():
    user = cast.make_user()
    rows = [
        ("officer", "dbs", date(2015, 6, 1), date(2016, 2, 29)),
        ("officer", "audits", date(2016, 3, 1), None),
        ("officer", "", date(2016, 11, 1), None),
        ("approver", "", date(2017, 1, 1), None),
    ]
    for role, subject, start, end in rows:
        Grant.objects.create(user=user, role=role, subject=subject, from_date=start, to_date=end)
    assert all_spans(user, FIRST, LAST)[Permission.RECORD_DBS] == [
        (FIRST, date(2016, 2, 29)),
        (date(2016, 11, 1), LAST),
    ]
    assert all_spans(user, FIRST, LAST)[Permission.RECORD_AUDITS] == [
        (date(2016, 3, 1), LAST),
        (date(2016, 11, 1), LAST),
    ]
    assert all_spans(user, FIRST, LAST)[Permission.READ_RESTRICTED] == []


def test_the_answer_names_people_and_what_the_account_did():
    user = cast.officer()
    people.person(name="Ann", reference="S-1", created_on=date(2015, 1, 1))
    people.person(name="Late", created_on=date(2017, 1, 1))
    operations.create(
        model=Person, council=user.council, by=user, on=date(2016, 5, 1), reference="B", name="Bo"
    )
    log_access(user, LoggedAccess.EXPORT, "people", 2)
    log_access(cast.clerk(), LoggedAccess.EXPORT, "people", 9)
    LoggedAccess.objects.update(at=datetime(2016, 5, 2, tzinfo=UTC))
    answer = answers.answer(user, FIRST, LAST)
    [register] = [one for one in answer.reaches if "DBS register" in one.what]
    assert (register.count, register.names) == (2, ["Ann (S-1)", "Bo (B)"])
    assert answer.changes == [("Person", 1)]
    assert [row.results for row in answer.logged] == [2]
    assert answers.answer(user, FIRST, date(2016, 4, 30)).changes == []


def test_a_named_reader_of_exempt_matter_is_told_of():
    annex = papers.exempt_annex()
    user = cast.member()
    annex.edition.paper.exempt_readers.create(
        reader=user, named_by=cast.clerk(), named_on=date(2016, 1, 2)
    )
    [only] = answers.answer(user, FIRST, LAST).reaches
    assert (only.what, only.count) == ("Exempt annexes, as a named reader", 1)


def test_the_page_answers_in_words_and_says_what_it_cannot_know(client):
    user = cast.officer()
    people.person(name="Ann", created_on=date(2015, 1, 1))
    client.force_login(cast.data_protection_lead())
    page = reverse("data_protection:reach")
    assert "Limits of this page" in client.get(page).content.decode()
    typed = {"account": user.pk, **boxes(first="1 1 2016", last="31 12 2016")}
    html = client.post(page, typed).content.decode()
    assert "People in the DBS register: 1" in html and "Ann" in html
    wrong = {**typed, **boxes(last="1 1 2015")}
    assert "must be the first date or later" in client.post(page, wrong).content.decode()


def test_the_breach_page_gives_the_dates_that_differ_from_those_asked_about(client):
    user = cast.officer()
    Grant.objects.filter(user=user).update(from_date=date(2016, 3, 1))
    client.force_login(cast.data_protection_lead())
    asked = {"account": user.pk, **boxes(first="1 1 2016", last="31 12 2016")}
    page = client.post(reverse("data_protection:reach"), asked).content.decode()
    assert page.count("1 January 2016 to 31 December 2016") == 1
    assert "1 March 2016 to 31 December 2016" in page


def test_a_refused_form_is_named_an_error_once(client):
    client.force_login(cast.data_protection_lead())
    page = client.post(reverse("data_protection:reach"), {}).content.decode()
    assert page.count("Error: ") == 1 and "<title>Error: Data an account could see" in page
