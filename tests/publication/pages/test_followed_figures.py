"""The pages of what is followed through papers: compared, series, ledger, promises."""

import re
from datetime import date

import pytest

from tests.make import papers, promised
from tests.make.published_figures import BEFORE, entry, indexed
from tests.page_requests import words

pytestmark = pytest.mark.django_db
HOME = "/netherby/reports/assurance/"


@pytest.fixture
def now():
    """The second paper of a series."""
    indexed(entry("24", BEFORE, count=24), says="We made plans.", period_end=BEFORE)
    return indexed(entry("30", count=30), says="We made changes.")


def test_a_paper_is_compared_with_the_last_of_its_series_figures_apart_from_words(client, now):
    page = words(client.get(f"{HOME}{now.paper.slug}/compare/"))
    assert "Rose by 6" in page
    assert '<del><span class="govuk-visually-hidden">Removed: </span>plans.</del>' in page
    assert '<ins><span class="govuk-visually-hidden">Added: </span>changes.</ins>' in page
    assert f'{HOME}{now.paper.slug}/edition-1/#para-1">Paragraph 1' in page
    assert "1 more line of this section did not change." in page


def test_the_first_of_a_series_has_nothing_to_be_compared_with(client):
    first = indexed(entry("24"))
    page = words(client.get(f"{HOME}{first.paper.slug}/compare/"))
    assert "so there is nothing to compare this report with" in page


@pytest.mark.long
def test_two_editions_are_compared_whichever_is_named_first_and_none_that_was_removed(client, now):
    indexed(entry("31", count=31), says="We made changes.", of=now.paper, number=2)
    home = f"{HOME}{now.paper.slug}"
    page = words(client.get(f"{home}/edition-1/compare/2/"))
    assert "Corrected from" in page and "Rose by" not in page and "No word changed." in page
    assert "Sections that did not change" in page
    assert words(client.get(f"{home}/edition-2/compare/1/")) == page
    assert "Choose two different reports" in words(client.get(f"{home}/edition-1/compare/1/"))
    assert client.get(f"{home}/edition-1/compare/3/").status_code == 404
    second = indexed(entry("31"), says="Secret.", of=now.paper, number=3)
    papers.remove_edition(edition=second)
    for address in (f"{home}/compare/", f"{home}/edition-1/compare/3/"):
        response = client.get(address)
        assert response.status_code == 410
        assert "Secret" not in words(response)
    assert client.get(f"{HOME}none/compare/").status_code == 404


def test_the_index_lists_every_figure_whose_page_shows_each_point_with_its_paper(client, now):
    page = words(client.get("/netherby/figures/"))
    assert "1 figure found" in page and 'href="/netherby/figures/dbs.overdue/"' in page
    page = words(client.get("/netherby/figures/?text=weather"))
    assert "No published figure has these words." in page
    assert client.get("/nowhere/figures/").status_code == 404
    indexed(entry("31", cohort="All staff"), of=now.paper, number=2)
    page = words(client.get("/netherby/figures/dbs.overdue/"))
    assert "From here the population changes: “All staff”, before “Staff”." in page
    assert "Assurance report, December 2015, edition 2" in page
    assert "in Assurance report, December 2015, edition 1" in page
    assert client.get("/netherby/figures/dbs.none/").status_code == 404


def test_the_page_of_a_figure_says_each_part_of_its_definition_with_a_capital(client, now):
    page = client.get("/netherby/figures/dbs.overdue/").content.decode()
    named = r">(?:Definition|Out of|Source of the last number)</dt><dd[^>]*>([^<]+)<"
    texts = re.findall(named, page)
    assert len(texts) > 1 and all(text[0].isupper() for text in texts)
    assert '<option value="" selected>Select a figure</option>' in page


def test_a_comparison_of_two_figures_leads_back_to_its_own_place_on_the_page(client, now):
    page = client.get("/netherby/figures/dbs.overdue/").content.decode()
    form = page[page.index('id="compare"') : page.index("Select a figure")]
    assert 'action="#compare"' in form and 'method="get"' in form
    assert page.count('id="compare"') == 1


def test_the_ledger_says_what_was_told_and_where_nothing_was(client, now):
    page = words(client.get("/netherby/ledger/"))
    assert "With figures" in page and "Not mentioned" in page
    assert "All 2 reports" in page
    assert "How this is made" in page
    one = words(client.get("/netherby/ledger/?committee=safeguarding-scrutiny"))
    assert "data.csv?committee=safeguarding-scrutiny" in one
    assert client.get("/netherby/ledger/?committee=none").status_code == 200
    assert client.get("/nowhere/ledger/").status_code == 404


@pytest.mark.long
def test_a_recommendation_and_a_promise_have_pages_that_their_lists_lead_to(client, now):
    asked = promised.recommendation(paper=now.paper, anchor="para-1")
    address = f"/netherby/recommendations/{asked.pk}/"
    assert f'href="{address}"' in words(client.get("/netherby/recommendations/"))
    assert "No decision is recorded yet" in words(client.get(address))
    assert client.get("/netherby/recommendations/999999/").status_code == 404
    made = promised.commitment(paper=now.paper, anchor="para-1", created_on=date(2016, 1, 8))
    address = f"/netherby/commitments/{made.pk}/"
    assert f'href="{address}"' in words(client.get("/netherby/commitments/"))
    page = words(client.get(address))
    assert "“We made changes.”" in page and "since it was first made" in page
    assert client.get(f"/elsewhere/commitments/{made.pk}/").status_code == 404
    papers.remove_edition(edition=now)
    assert client.get(address).status_code == 404
