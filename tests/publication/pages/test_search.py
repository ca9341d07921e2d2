"""The page of search: what it says of anything that is typed, kind by kind."""

import re

import pytest

from reports.publication.search.sections import SHOWN
from tests import cast
from tests.make import compared, looked_after, promised
from tests.make.published_figures import BEFORE, entry, indexed
from tests.page_requests import words
from tests.publication.search.published_papers import edition

pytestmark = pytest.mark.django_db
ADDRESS = "/netherby/search/"


@pytest.fixture
def issued():
    """A published report."""
    return edition()


def asked(client, typed, **said):
    """The page's words for what is typed."""
    answer = client.get(ADDRESS, {"words": typed, **said})
    assert answer.status_code == 200
    return words(answer)


def links(page):
    """Words → address of each link."""
    found = re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', page)
    return {re.sub("<[^>]*>", "", text).strip(): address for address, text in found}


def test_what_is_found_is_shown_marked_and_every_page_has_a_box(client, issued):
    page = asked(client, "case audits")
    assert '<p class="govuk-body">1 result.</p>' in page
    assert f'href="/netherby/reports/assurance/{issued.paper.slug}/#para-1">Assurance' in page
    assert 'Managers <mark class="app-found__words">audited</mark> 351' in page
    assert 'value="case audits"' in page
    label = "Search reports, figures, commitments and recommendations"
    assert label in page
    assert 'id="find"' not in page
    page = words(client.get("/netherby/reports/"))
    assert 'action="/netherby/search/" method="get" role="search"' in page
    seen = 'for="find">Search<span class="govuk-visually-hidden"> reports, figures, commitments'
    assert f'<label class="app-find__label" {seen}' in page


def test_another_council_finds_its_own_alone(client, issued):
    cast.make_council("elsewhere")
    answer = client.get("/elsewhere/search/", {"words": "audits"})
    assert "No results." in words(answer)
    assert client.get("/nowhere/search/").status_code == 404


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type what you want to find."),
        ("the and of", "These words are in every report."),
        ("zebra", "No results."),
        ('"never closed', "No results."),
        ("AND NOT NEAR(", "No results."),
        ("<script>alert(1)</script>", "No results."),
    ],
)
def test_a_page_that_finds_nothing_says_what_to_do(client, issued, typed, said):
    page = asked(client, typed)
    assert f'<div role="status"> <p class="govuk-body">{said}' in page
    assert "<script>alert" not in page
    assert ("use fewer words" in page) is (said == "No results.")


@pytest.mark.parametrize(
    ("typed", "why"),
    [("x" * 10_000, "Look for fewer words: 200 letters"), ("a\0b", "Leave the null character out")],
)
def test_what_cannot_be_looked_for_is_said_to_be_so(client, issued, typed, why):
    answer = client.get(ADDRESS, {"words": typed})
    assert answer.status_code == 400
    assert f'<a href="#id_words">{why}' in words(answer)
    assert 'role="status"' not in words(answer)


@pytest.mark.long
def test_a_figure_stands_first_with_its_value_its_change_and_its_place(client):
    figures = [
        entry(str(number), end, count=number, base="351", places=("work",))
        for number, end in ((41, "2014-01-09"), (24, BEFORE), (30, "2015-12-01"))
    ]
    row = indexed(*figures, says="Nothing of it.")
    page = asked(client, "how many DBS checks are overdue")
    answer = page[page.index('class="app-answer"') : page.index("Kinds of result")]
    assert '<a class="govuk-link" href="/netherby/figures/dbs.overdue/">' in answer
    assert '<p class="app-answer__value">30 <small>of 351, 2015-12-01</small></p>' in answer
    assert f"Rose from 24 of 351 ({BEFORE}) to 30 of 351" in answer
    assert f'href="/netherby/reports/assurance/{row.paper.slug}/edition-1/#work">“Work”' in answer
    assert '<svg class="app-small-line"' in answer
    # It stands above and is not said again below.
    assert page.count("People past their re-check date</a>") == 1
    page = asked(client, "DBS overdue", kind="figures")
    assert page.count("People past their re-check date</a>") == 1
    assert 'class="app-answer"' not in page
    # What has only some of the words is a result among others.
    page = asked(client, "sickness turnover overdue")
    assert page.count("People past their re-check date</a>") == 1
    assert 'class="app-answer"' not in page


def test_commitments_have_their_state_and_recommendations_their_decision(client, issued, settings):
    settings.CANDOUR_TODAY = "2016-03-31"
    made = promised.commitment(paper=issued.paper, what="Write a leaflet", who="Director")
    asks = promised.recommendation(paper=issued.paper, wording="note the leaflet")
    page = asked(client, "leaflet")
    assert f'href="/netherby/commitments/{made.pk}/">Write a leaflet</a>' in page
    assert "Open</strong> Due by 31 March 2016, Director" in page
    assert f'href="/netherby/recommendations/{asks.pk}/">Note the leaflet</a>' in page
    assert asks.decision_words in page
    assert page.index("Write a leaflet") < page.index("Note the leaflet")


@pytest.mark.long
def test_kinds_are_links_with_their_counts_and_each_has_a_page(client, issued):
    promised.commitment(paper=issued.paper, what="Audit the audits")
    page = asked(client, "audits")
    known = links(page)
    assert {"Everything (3)", "Commitments (1)", "Paragraphs (2)"} <= set(known)
    assert known["Commitments (1)"] == "?words=audits&amp;kind=commitments"
    assert 'aria-current="true">Everything (3)' in page
    page = asked(client, "audits", kind="commitments")
    assert 'aria-current="true">Commitments (1)' in page
    assert "In reports" not in page and "Audit the audits" in page
    assert links(page)["Everything (3)"] == "?words=audits"
    # What is no kind, or has no result, shows nothing of another kind.
    assert 'class="app-results"' not in asked(client, "audits", kind="figures")
    assert "Everything (3)" in asked(client, "audits", kind="nonsense")


@pytest.mark.long
def test_few_of_a_kind_are_shown_and_all_on_pages_of_their_own(client):
    for number in range(23):
        edition(f"Audit number {number}.")
    page = asked(client, "audit")
    assert "23 results." in page
    assert page.count('class="app-found"') == SHOWN["paragraphs"]
    assert links(page)["All 23 paragraphs"] == "?words=audit&amp;kind=paragraphs"
    page = asked(client, "audit", kind="paragraphs")
    assert "23 results, page 1 of 2." in page
    assert page.count('class="app-found"') == 20
    assert asked(client, "audit", kind="paragraphs", page=2).count('class="app-found"') == 3


@pytest.mark.long
def test_a_word_typed_with_an_error_is_replaced_and_can_be_searched_for_as_typed(client):
    edition("Safeguarding of zebras.")
    page = asked(client, "safegaurding")
    assert "Showing results for <strong>safeguarding</strong>." in page
    assert '<mark class="app-found__words">Safeguarding</mark>' in page
    address = links(page)["Search instead for safegaurding"]
    assert address == "?words=safegaurding&amp;as_typed=on"
    page = words(client.get(ADDRESS + address.replace("&amp;", "&")))
    assert "No results." in page and "Showing results for" not in page
    assert "Only your words are searched." in page
    assert "Showing results for" not in asked(client, "safeguarding")


@pytest.mark.long
def test_words_of_the_same_meaning_are_named_and_can_be_left_out(client):
    edition("The LAC strategy.")
    page = asked(client, "children in care")
    assert re.search("Also searched: [^.]*LAC[^.]*. <a", page)
    address = links(page)["Only my words"]
    page = words(client.get(ADDRESS + address.replace("&amp;", "&")))
    assert "No results." in page and "Also searched" not in page
    assert links(page)["Search words of the same meaning too"] == "?words=children+in+care"
    assert "Also searched" not in asked(client, "strategy")


def test_what_has_some_of_the_words_is_called_so(client, issued):
    page = asked(client, "zebra lions tigers audits")
    assert "No report has the words “zebra”, “lions” or “tigers”. 2 results without them." in page
    assert "No report has" not in asked(client, "case audits")


@pytest.mark.long
def test_filters_are_in_the_address_and_are_kept(client, issued):
    council = issued.paper.council
    meeting = issued.paper.meeting_id
    said = {"committee": "safeguarding-scrutiny", "meeting": meeting, "series": "assurance"}
    page = asked(client, "audits", subject="dbs", **said)
    assert "2 results" in page
    assert '<details class="govuk-details" open>' in page
    assert '<option value="dbs" selected>' in page
    assert "No results." in asked(client, "audits", subject="surveys")
    years = {"period_from_day": "1", "period_from_month": "1", "period_from_year": "2016"}
    assert "No results." in asked(client, "audits", **years)
    # What is no choice counts for nothing, and says so.
    assert "2 results" in asked(client, "audits", committee="nowhere", page="99")
    assert council.name in page


def test_filters_narrow_figures_and_commitments_as_well(client):
    row = indexed(entry("30"), says="Nothing of it.")
    promised.commitment(paper=row.paper, what="Hold the next DBS audit")
    known = links(asked(client, "DBS"))
    assert {"Figures (1)", "Commitments (1)"} <= set(known)
    years = {"period_from_day": "1", "period_from_month": "1", "period_from_year": "2017"}
    assert "No results." in asked(client, "DBS", **years)


@pytest.mark.long
def test_earlier_editions_are_searched_where_that_is_ticked(client):
    first = edition("The zebra was counted.")
    edition("The horse was counted.", paper=first.paper, number=2)
    assert "No results." in asked(client, "zebra")
    page = asked(client, "zebra", earlier="on")
    assert "Edition 1, since corrected" in page
    assert "/edition-1/#para-1" in page


def test_the_box_offers_suggestions_from_an_address_and_works_without(client, issued):
    page = asked(client, "audits")
    assert 'list="suggested"' in page
    assert '<datalist id="suggested" data-suggestions="/netherby/search/suggestions.json">' in page
    assert "<script>" not in page


def test_the_figure_that_answers_is_compared_as_on_the_page_of_figures(client):
    cohort = looked_after.children_looked_after()
    fields = {"key": "looked_after.children", "population": cohort.slug}
    indexed(entry("188", title="Children looked after", counts="Children", count=188, **fields))
    answer = '<section class="app-answer"'
    assert "per 10,000" not in asked(client, "children in care").partition(answer)[2]
    compared.compared_area(area_code="E1", role="own", area_name="Netherby")
    compared.published("E1", "Netherby", "52", population=37_600)
    shown = asked(client, "children in care").partition(answer)[2].partition("</section>")[0]
    # 188 of 37,600 children are 50 of 10,000.
    assert "50 per 10,000 children (population of 2015)." in shown


def test_a_value_among_results_has_its_unit(client):
    fields = {"key": "looked_after.children", "base": "", "unit": "children"}
    indexed(entry("188", title="Children looked after", counts="Children", count=188, **fields))
    assert "188 <small>children, " in asked(client, "children in care")
    page = asked(client, "children in care of zebras")
    assert "<strong>188</strong> children, " in page
