"""The head of a published report names the next one, and the post to contact."""

from datetime import date

import pytest

from tests.make import papers

pytestmark = pytest.mark.django_db
LATER = {"period_start": date(2015, 10, 1), "period_end": date(2016, 3, 31)}


def opened(client, edition):
    """The words that the head of the report's page has."""
    address = f"/netherby/reports/assurance/{edition.paper.slug}/"
    return client.get(address).content.decode()


def test_the_next_report_is_named_once_it_is_published(client):
    first = papers.edition()
    assert "Next report" not in opened(client, first)
    later = papers.edition(paper=papers.issued_paper(**LATER))
    month = f"{later.paper.told_on:%B %Y}"
    assert f"<strong>Next report</strong> {month}" in opened(client, first)
    assert "Next report" not in opened(client, later)


def test_a_report_of_an_earlier_meeting_is_no_next_report_whatever_its_period(client):
    first = papers.edition(paper=papers.issued_paper(paper_date=date(2016, 3, 1)))
    papers.edition(paper=papers.issued_paper(paper_date=date(2016, 2, 1), **LATER))
    assert "Next report" not in opened(client, first)


def test_when_the_next_report_is_due_is_shown_until_it_is_published(client):
    papers.series(interval="six_months")
    edition = papers.edition()
    told_on = edition.paper.told_on
    month = date(told_on.year + (told_on.month > 6), (told_on.month + 5) % 12 + 1, 1)
    due = f"<strong>Next report</strong> due in {month:%B %Y}, none yet"
    assert due in opened(client, edition)
    later = papers.edition(paper=papers.issued_paper(**LATER))
    papers.remove_edition(edition=later)
    words = f"<strong>Next report</strong> {later.paper.told_on:%B %Y}, removed"
    assert words in opened(client, edition)
