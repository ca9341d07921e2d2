"""Public pages read the index of what was published: none opens a document but the edition's own
page, and what an older index had not is filled from the documents as they were frozen."""

import re

import pytest
from django.db import connection
from django.urls import resolve, reverse

from reports.issue.site import addresses
from reports.papers.addresses import paper_address
from reports.papers.models.commitments import Commitment
from reports.publication.edition_text import text_drawn_anew
from reports.publication.models.figures import PrintedFigure
from reports.publication.views import editions as views
from tests.demonstration.reading import edition
from tests.make import enclosures

pytestmark = pytest.mark.django_db
# The words of an edition are drawn from its document, and a council's front page has the headline
# figures of its last one, as has the first page where a single council publishes; of what is frozen
# nothing else is.
OWN_PAGES = {"publication:paper", "publication:edition"}
DOCUMENT = re.compile(r'"(document|frozen)"')


def documents_opened(client, addresses):
    """Of the pages that answer, the names of all, and of those that asked for a document."""
    opened, answered = set(), set()

    def watch(execute, sql, *more):
        opened.update({name} if DOCUMENT.search(sql) else ())
        return execute(sql, *more)

    for address in dict.fromkeys(addresses):
        name = resolve(address.partition("?")[0]).view_name
        with connection.execute_wrapper(watch):
            answer = client.get(address)
            b"".join(answer)
        answered |= {name} if answer.status_code == 200 else set()
    return answered, opened


def public_addresses():
    """Every public address of the demonstration: those of the published folder, and the pages that
    it leaves out because they follow other papers."""
    papers = [edition(slug).paper for slug in ("july-2015", "january-2016")]
    council = papers[0].council
    yield from addresses.of_site()
    yield from addresses.of_council(council)
    for paper in papers:
        yield from addresses.of_paper(paper)
        named = (council.slug, paper.series.slug, paper.slug)
        yield reverse("publication:compare", args=named)
        for name in ("json", "csv", "csv-metadata"):
            yield reverse(f"open_data:current-figure-{name}", args=(*named, 1))
    keys = [f"{paper.series.slug}/{paper.slug}/edition-1" for paper in papers]
    query = f"earlier={keys[0]}&later={keys[-1]}"
    yield f"{reverse('publication:compare-reports', args=[council.slug])}?{query}"
    for one in Commitment.objects.public_in(council.slug):
        yield reverse("publication:public-commitment", args=(council.slug, one.pk))
    yield f"{reverse('publication:search', args=[council.slug])}?words=audit"
    for key, member in set(
        PrintedFigure.objects.public_in("eborford").values_list("key", "member")
    ):
        name = "figure-member" if member else "figure-series"
        yield reverse(f"publication:{name}", args=[council.slug, key, *filter(None, [member])])


@pytest.mark.long
def test_no_public_page_but_the_editions_own_opens_a_document(demonstration, client, monkeypatch):
    # As if no reader had been there before: both pages have one text.
    monkeypatch.setattr(views, "text_of_edition", text_drawn_anew)
    answered, opened = documents_opened(client, public_addresses())
    assert opened == OWN_PAGES
    pages = "compare compare-reports figure figure-series figures issued ledger search"
    data = "figure-csv data-edition every-csv"
    assert {f"publication:{name}" for name in (*pages.split(), "public-commitment")} <= answered
    assert {"feeds:feed", *(f"open_data:{name}" for name in data.split())} <= answered


def test_a_copy_of_a_background_paper_is_found_without_the_document(db, client):
    edition = enclosures.edition()
    page = f"{paper_address(edition.paper)}background/1/"
    answered, opened = documents_opened(client, (page, f"{page}copy/"))
    assert (len(answered), opened) == (2, set())
