"""Public pages read the index of what was published: none opens a document but the edition's own
page, and what an older index had not is filled from the documents as they were frozen."""

import re
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.urls import resolve, reverse

from reports.editions.models.editions import Edition
from reports.issue.site import addresses
from reports.papers.addresses import paper_address
from reports.papers.models.commitments import Commitment
from reports.publication import database_guard
from reports.publication.models.figures import EditionFront, PrintedFigure
from tests.demonstration.reading import edition
from tests.make import enclosures

pytestmark = pytest.mark.django_db
# The words of an edition are drawn from its document, and of what is frozen nothing else is.
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
            yield reverse(f"publication:current-figure-{name}", args=(*named, 1))
    for one in Commitment.objects.public_in(council.slug):
        yield reverse("publication:public-commitment", args=(council.slug, one.pk))
    yield f"{reverse('publication:search', args=[council.slug])}?words=audit"
    for key, member in set(
        PrintedFigure.objects.public_in("eborford").values_list("key", "member")
    ):
        name = "figure-member" if member else "figure-series"
        yield reverse(f"publication:{name}", args=[council.slug, key, *filter(None, [member])])


def test_no_public_page_but_the_editions_own_opens_a_document(demonstration, client):
    answered, opened = documents_opened(client, public_addresses())
    assert opened == OWN_PAGES
    assert {one for one in answered if one.startswith("publication:")} >= {
        f"publication:{name}"
        for name in (
            *("compare", "figure", "figure-csv", "figure-series", "figures", "ledger", "feed"),
            *("data-edition", "every-csv", "issued", "public-commitment", "search"),
        )
    }


def test_a_copy_of_a_background_paper_is_found_without_the_document(db, client):
    edition = enclosures.edition()
    page = f"{paper_address(edition.paper)}background/1/"
    answered, opened = documents_opened(client, (page, f"{page}copy/"))
    assert (len(answered), opened) == (2, set())


def rows():
    """All of the index that later versions added to it."""
    columns = ("edition", "number", "population", "definition", "entry", "places", "title")
    fronts = EditionFront.objects.order_by("edition")
    return (
        list(PrintedFigure.objects.order_by("edition", "number").values_list(*columns)),
        list(fronts.values_list("edition", "opening", "lines", "items")),
    )


@pytest.mark.dialect
def test_an_older_index_is_filled_from_the_documents_as_it_would_be_written_today(demonstration):
    written = rows()
    typed = PrintedFigure.objects.filter(key="stated")
    assert typed.exists() and EditionFront.objects.count() == Edition.objects.published().count()
    migration = import_module("reports.publication.migrations.0006_fill_values_and_fronts")
    database_guard.lift(connection)
    database_guard.FRONTS.lift(connection)
    migration.empty(apps, None)
    PrintedFigure.objects.update(population="", definition="")
    assert not typed.exists() and not EditionFront.objects.exists()
    migration.fill(apps, None)
    assert rows() == written
    # Few are of a population that has a name of its own.
    assert PrintedFigure.objects.exclude(population="").exclude(definition="").exists()


@pytest.mark.dialect
def test_older_lines_are_written_again_with_the_notes_under_tables(demonstration):
    written = rows()
    database_guard.FRONTS.lift(connection)
    EditionFront.objects.update(lines=[])
    migration = import_module("reports.publication.migrations.0008_notes_of_tables_as_lines")
    migration.rewrite(apps, SimpleNamespace(connection=connection))
    assert rows() == written
    assert "Other placements are not shown." in str(written)
    with pytest.raises(DatabaseError, match="the index of an edition"), transaction.atomic():
        EditionFront.objects.update(lines=[])
