from contextlib import closing

import pytest
from django.db import IntegrityError, InterfaceError, OperationalError, connection
from django.test import Client
from django.urls import reverse

from config import views
from tests import cast
from tests.make import papers


def test_the_sign_of_life_asks_nothing_of_the_database(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get(reverse("health")).content == b"ok\n"


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["accessibility", "privacy"])
def test_what_every_site_owes_is_read_without_an_account(client, name):
    assert client.get(reverse(name)).status_code == 200


def test_a_failure_is_told_on_a_page_of_ours_that_asks_nothing(rf):
    answer = views.failed(rf.get("/"))
    assert answer.status_code == 500
    assert "<h1" in answer.content.decode()


@pytest.mark.parametrize(
    ("trouble", "status"),
    [(OperationalError, 503), (InterfaceError, 503), (IntegrityError, 500), (ValueError, 500)],
)
def test_a_database_that_does_not_answer_is_told_apart_from_a_fault(db, trouble, status):
    def away(execute, *arguments):
        raise trouble

    client = Client(raise_request_exception=False)
    with connection.execute_wrapper(away):
        answer = client.get(reverse("front"))
    assert answer.status_code == status
    assert answer.headers.get("Retry-After") == ("60" if status == 503 else None)
    assert ("unavailable" in answer.content.decode()) is (status == 503)


@pytest.mark.django_db(transaction=True)
@pytest.mark.dialect
def test_who_waits_too_long_for_another_writer_is_told_so(rf):
    """Each database's own error, met beside a second connection that holds what is written."""
    other = connection.copy()
    council = cast.make_council()
    held = {"sqlite": "BEGIN IMMEDIATE", "postgresql": "BEGIN"}[connection.vendor]
    wait = {"sqlite": "PRAGMA busy_timeout = 1", "postgresql": "SET lock_timeout = 10"}
    with closing(other), other.cursor() as first, connection.cursor() as second:
        first.execute(held)
        first.execute("UPDATE accounts_council SET name = name")
        second.execute(wait[connection.vendor])
        try:
            council.save()
        except OperationalError:
            answer = views.failed(rf.get("/"))
        first.execute("ROLLBACK")
        second.execute("SELECT 1")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "is saving at the same time" in answer.content.decode()


@pytest.mark.django_db
def test_a_refused_page_says_so_in_words(client):
    client.force_login(cast.member())
    answer = client.get(reverse("accounts:list"))
    assert answer.status_code == 403
    assert "You do not have permission" in answer.content.decode()


@pytest.mark.django_db
def test_the_first_pages_have_one_heading():
    client = Client()
    assert client.get(reverse("front")).content.count(b"<h1") == 1
    client.force_login(cast.member())
    assert client.get(reverse("home")).content.count(b"<h1") == 1


def waiting(user):
    client = Client()
    client.force_login(user)
    tasks = client.get(reverse("home")).context["tasks"]
    return [(task["words"], task["status"]) for task in tasks]


def jobs(user):
    client = Client()
    client.force_login(user)
    return [(card.title, card.status) for card in client.get(reverse("home")).context["cards"]]


@pytest.mark.django_db
def test_each_person_sees_what_is_waiting_for_them():
    clerk, approver = cast.clerk(), cast.approver()
    frozen = {"sent_on": papers.ISSUED_ON, "sent_by": clerk, "frozen": {}}
    papers.paper(title="Written")
    papers.paper(title="Sent", status="sent", **frozen)
    papers.paper(title="Approved", status="approved", **frozen)
    papers.issued_paper(title="Issued")
    papers.paper(title="Another council's", council=cast.make_council("elsewhere"))
    assert waiting(clerk) == [("Approved", "Approved: can be published")]
    assert sorted(jobs(clerk)) == [
        ("Approved", "Approved"),
        ("Sent", "Sent for approval"),
        ("Written", "In progress"),
    ]
    assert ("Sent", "Waiting for your approval") in waiting(approver)
    assert waiting(cast.member()) == jobs(cast.member()) == []
