"""Lists of several reports name each with its month, once, also one without a meeting."""

from datetime import date

import pytest
from django.test import Client

from tests import cast
from tests.make import papers, promised
from tests.page_requests import browser_of, words

pytestmark = pytest.mark.django_db
PAGES = ("/netherby/reports/", "/")


def issued(slug, title, meeting):
    """An issued report of that title, for a meeting or none, that everybody may read."""
    paper = papers.issued_paper(slug=slug, title=title, meeting=meeting)
    return papers.edition(paper=paper, title=title)


@pytest.fixture
def three():
    """One that names its month, one that does not, and one without a meeting."""
    meeting = papers.meeting(date(2016, 7, 19))
    return [
        issued("first", "Report of July 2016", meeting),
        issued("second", "Report on checks", meeting),
        issued("third", "Report without a meeting", None),
    ]


@pytest.mark.parametrize("address", PAGES)
def test_the_list_of_issued_reports_names_each_month_once(three, address):
    page = words(Client().get(address))
    assert "Report of July 2016" in page and "July 2016, July 2016" not in page
    assert "Report on checks, July 2016" in page
    last = three[2].paper.told_on
    assert f"Report without a meeting, {last:%B %Y}" in page


def test_the_clerks_list_names_each_month_and_calls_a_published_report_so(three):
    page = words(browser_of(cast.clerk()).get("/reports/"))
    assert "Report on checks, July 2016" in page and "July 2016, July 2016" not in page
    assert ">Published</strong>" in page and ">Issued<" not in page


def test_what_can_be_removed_is_named_with_its_month_once(three):
    page = words(browser_of(cast.clerk()).get("/reports/removed/"))
    for edition in three:
        assert edition.paper.dated_title in page
    assert "July 2016, July 2016" not in page


def test_a_commitment_names_the_report_that_made_it_and_never_its_address(three):
    paper = three[1].paper
    promised.commitment(paper=paper, what="Report on it")
    page = words(browser_of(cast.clerk()).get("/committee/commitments/"))
    assert f"{paper.title}, {paper.told_on:%B %Y}" in page
    assert f" {paper.slug} " not in page
