"""The page that finds issued papers by words: what it says of anything that is typed."""

import pytest

from tests import cast
from tests.page_requests import words
from tests.publication.search.published_papers import edition

pytestmark = pytest.mark.django_db
ADDRESS = "/netherby/search/"


@pytest.fixture
def issued():
    """A published paper."""
    return edition()


def asked(client, typed, **said):
    """The page's words for what is typed."""
    answer = client.get(ADDRESS, {"words": typed, **said})
    assert answer.status_code == 200
    return words(answer)


def test_what_is_found_is_shown_marked_or_what_has_some_of_the_words_and_every_page_has_a_box(
    client, issued
):
    page = asked(client, "case audits")
    assert '<p class="govuk-body" role="status">1 paragraph.</p>' in page
    assert f'href="/netherby/reports/assurance/{issued.paper.slug}/#para-1">Paragraph 1' in page
    assert 'Managers <mark class="app-found__words">audited</mark> 351' in page
    assert 'value="case audits"' in page
    page = asked(client, "zebra audits")
    assert "No paragraph has all of these words. 2 paragraphs with some of them." in page
    page = words(client.get("/netherby/reports/"))
    assert 'action="/netherby/search/" method="get" role="search"' in page
    assert 'id="find"' not in asked(client, "audits")
    cast.make_council("elsewhere")
    answer = client.get("/elsewhere/search/", {"words": "audits"})
    assert "Nothing was found" in words(answer)
    assert client.get("/nowhere/search/").status_code == 404


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type what you look for."),
        ("the and of", "These words stand in every paper"),
        ("zebra", "Nothing was found."),
        ('"never closed', "Nothing was found."),
        ("AND NOT NEAR(", "Nothing was found."),
        ("<script>alert(1)</script>", "Nothing was found."),
    ],
)
def test_a_page_that_finds_nothing_says_what_to_do(client, issued, typed, said):
    page = asked(client, typed)
    assert f'role="status">{said}' in page
    assert "<script>alert" not in page
    assert ("look for fewer words" in page) is (said == "Nothing was found.")


@pytest.mark.parametrize(
    ("typed", "why"),
    [("x" * 10_000, "Look for fewer words: 200 letters"), ("a\0b", "Leave the null character out")],
)
def test_what_cannot_be_looked_for_is_said_to_be_so(client, issued, typed, why):
    answer = client.get(ADDRESS, {"words": typed})
    assert answer.status_code == 400
    assert f'<a href="#id_words">{why}' in words(answer)
    assert 'role="status"' not in words(answer)


def test_filters_stand_in_the_address_and_are_kept(client, issued):
    council = issued.paper.council
    meeting = issued.paper.meeting_id
    said = {"committee": "safeguarding-scrutiny", "meeting": meeting, "series": "assurance"}
    page = asked(client, "audits", subject="dbs", **said)
    assert "2 paragraphs" in page
    assert '<details class="govuk-details" open>' in page
    assert '<option value="dbs" selected>' in page
    assert "Nothing was found" in asked(client, "audits", subject="surveys")
    years = {"period_from_day": "1", "period_from_month": "1", "period_from_year": "2016"}
    assert "Nothing was found" in asked(client, "audits", **years)
    # What is no choice counts for nothing, and says so.
    assert "2 paragraphs" in asked(client, "audits", committee="nowhere", page="99")
    assert council.name in page


def test_many_papers_stand_on_several_pages(client):
    for number in range(12):
        edition(f"Audit number {number}.")
    page = asked(client, "audit")
    assert "12 paragraphs, page 1 of 2." in page
    assert page.count('class="app-papers__one"') == 10
    assert asked(client, "audit", page=2).count('class="app-papers__one"') == 2


def test_earlier_editions_are_looked_in_where_that_is_ticked(client):
    first = edition("The zebra was counted.")
    edition("The horse was counted.", paper=first.paper, number=2)
    assert "Nothing was found" in asked(client, "zebra")
    page = asked(client, "zebra", earlier="on")
    assert "Edition 1, since corrected" in page
    assert "/edition-1/#para-1" in page
