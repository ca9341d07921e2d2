"""The public list of commitments: overdue ones first, then open ones, then the answered."""

from datetime import date

import pytest
from django.test import Client

from reports.language.rules import due_dates
from tests.make import papers, promised
from tests.page_requests import words

pytestmark = pytest.mark.django_db


def test_what_is_overdue_comes_first_then_what_is_open_then_what_was_answered(settings):
    settings.CANDOUR_TODAY = "2016-04-01"
    paper = papers.edition().paper
    met = {"state": due_dates.MET, "answered_on": date(2016, 1, 8), "answered_in": paper}
    promised.commitment(paper=paper, what="Begin the audit")
    promised.commitment(paper=paper, what="Hold the next audit", due_on=date(2016, 4, 1))
    # What answers it is not published yet, so the public reads it as open.
    written = papers.paper(slug="written")
    hidden = {**met, "answered_in": written, "due_on": date(2016, 5, 1)}
    promised.commitment(paper=paper, what="Train the auditors", **hidden)
    promised.commitment(paper=paper, what="Print the leaflet", **met)
    page = words(Client().get(f"/{paper.council.slug}/commitments/"))
    titles = ("Begin the audit", "Train the auditors", "Hold the next audit", "Print the leaflet")
    places = [page.index(f">{title}<") for title in titles]
    assert places == sorted(places)
    overdue, opened, *_ = places
    assert ">Overdue</strong>" in page[overdue:opened] and "Overdue" not in page[opened:]
    assert "Open" in page[opened : places[3]]


def test_a_reason_that_is_a_sentence_ends_once():
    made, answering = papers.edition().paper, papers.edition().paper
    for what, reason in (("Hold it", "The hall was closed."), ("Print it", "no money")):
        answer = {"state": "dropped", "because": reason, "answered_on": date(2016, 3, 1)}
        promised.commitment(paper=made, what=what, answered_in=answering, **answer)
    page = Client().get(f"/{made.council.slug}/commitments/").content.decode()
    assert "Dropped</strong>: The hall was closed. <a" in page
    assert "Dropped</strong>: no money. <a" in page
