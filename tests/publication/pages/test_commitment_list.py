"""The public list of commitments: the latest due first, and what has had no update is overdue."""

from datetime import date

import pytest
from django.test import Client

from tests.make import papers, promised
from tests.page_requests import words

pytestmark = pytest.mark.django_db


def test_the_latest_due_come_first_and_one_without_an_update_is_overdue(settings):
    settings.CANDOUR_TODAY = "2016-04-01"
    paper = papers.edition().paper
    promised.commitment(paper=paper, what="Begin the audit")
    promised.commitment(paper=paper, what="Hold the next audit", due_on=date(2016, 4, 1))
    page = words(Client().get(f"/{paper.council.slug}/commitments/"))
    later, earlier = page.index("Hold the next audit"), page.index("Begin the audit")
    assert later < earlier
    assert ">Overdue</strong>" in page[earlier:] and "Overdue" not in page[later:earlier]
    assert "Open" in page[later:earlier]


def test_a_reason_that_is_a_sentence_ends_once():
    made, answering = papers.edition().paper, papers.edition().paper
    for what, reason in (("Hold it", "The hall was closed."), ("Print it", "no money")):
        answer = {"state": "dropped", "because": reason, "answered_on": date(2016, 3, 1)}
        promised.commitment(paper=made, what=what, answered_in=answering, **answer)
    page = Client().get(f"/{made.council.slug}/commitments/").content.decode()
    assert "Dropped: The hall was closed. <a" in page and "Dropped: no money. <a" in page
