"""What pages besides lists say in a council without records: what is missing, and who adds it."""

import pytest

from tests import cast
from tests.make import people
from tests.page_requests import browser_of, words

PAGES = (
    ("officer", "/dbs/position/", "no one of this population is on the DBS register on"),
    ("officer", "/dbs/reminders/", ": no one."),
    ("officer", "/audits/programme/", "Add the first, then who audits whose cases."),
    ("clerk", "/audits/programme/", "An officer adds one."),
    ("clerk", "/matters/self-evaluation/", "An officer adds it."),
    ("officer", "/actions/unanswered/", "No finding that asks for an action"),
    ("officer", "/actions/unlinked/", "No action has been recorded yet."),
)
# What would be said of rows.
OF_ROWS = ("0 of 0", "0 rounds", "Every action", "Every finding that", "of them reminded")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/dbs/position/", "/dbs/reminders/"])
def test_without_a_population_a_page_of_them_offers_nothing_to_choose(address):
    page = browser_of(cast.officer()).get(address)
    assert "An administrator adds it." in words(page)
    assert b"id_cohort" not in page.content and b"filter-heading" not in page.content


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "address", "text"), PAGES)
def test_a_page_without_rows_says_what_to_do(role, address, text):
    people.cohort(usual=True)
    page = words(browser_of(cast.make_user(role)).get(address))
    assert text in page
    assert not any(sentence in page for sentence in OF_ROWS)
