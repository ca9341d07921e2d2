"""Public pages ask the database as often, and open as few documents, however much was published."""

from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.db.models.signals import post_init
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reports.editions.models.editions import Edition
from reports.language.rules import due_dates
from reports.publication.models.figures import PrintedFigure, PrintedRecord
from tests.make import papers, promised
from tests.make.published_figures import indexed

pytestmark = pytest.mark.django_db
DAY = date(2010, 3, 31)
TIMES = 20
# Address → queries it may ask; `{slug}` is the last report.
PAGES = {
    "/": 22,
    "/netherby/": 20,
    "/netherby/reports/": 12,
    "/netherby/commitments/": 12,
    "/netherby/recommendations/": 12,
    "/netherby/reports/assurance/{slug}/": 20,
    "/netherby/ledger/": 16,
    "/netherby/figures/": 16,
    "/sitemap.xml": 4,
    "/netherby/sitemap.xml": 8,
}
# The page that prints the words of one report.
DOCUMENTS = {"/netherby/reports/assurance/{slug}/": 1}


def publish(number):
    """So many reports of a series, each with a commitment, which the next one answers, one that
    nothing answers, and a recommendation; the last of them."""
    before = Edition.objects.order_by("pk").last()
    for _ in range(number):
        end = DAY + timedelta(61 * Edition.objects.count())
        met = papers.meeting(end + timedelta(30))
        own = papers.issued_paper(period_start=end - timedelta(60), period_end=end, meeting=met)
        row = indexed(of=own, period_end=end.isoformat(), says="We will audit.")
        if before:
            answer = {"state": due_dates.MET, "answered_on": end, "answered_in": own}
            promised.commitment(paper=before.paper, anchor="para-1", **answer)
            promised.commitment(paper=before.paper, anchor="para-1")
        promised.recommendation(paper=own)
        before = row
    return before


def asked(address):
    """(how many queries a page asks, how many documents it opens)."""
    cache.clear()
    opened = []

    def note(instance, **_kwargs):
        if "document" not in instance.get_deferred_fields():
            opened.append(instance)

    post_init.connect(note, sender=Edition)
    try:
        with CaptureQueriesContext(connection) as queries:
            assert Client().get(address).status_code == 200, address
    finally:
        post_init.disconnect(note, sender=Edition)
    return len(queries), len(opened)


@pytest.mark.long
def test_pages_ask_as_often_of_one_report_and_of_twenty_times_as_many():
    last = publish(2)
    few = {page: asked(page.format(slug=last.paper.slug)) for page in PAGES}
    last = publish(2 * TIMES - 2)
    for page, most in PAGES.items():
        queries, documents = asked(page.format(slug=last.paper.slug))
        assert queries <= most, (page, queries)
        assert queries <= few[page][0] + 1, (page, few[page], queries)
        assert documents <= DOCUMENTS.get(page, 0), (page, documents)


@pytest.mark.parametrize("model", [PrintedFigure, PrintedRecord])
def test_what_a_council_prints_is_read_without_the_editions_of_all_others(model):
    _sql, values = model.objects.public_in("netherby").query.sql_with_params()
    assert values.count("netherby") == 2, "the inner list of editions is of the council too"
