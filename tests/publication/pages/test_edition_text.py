"""The text of an edition, and what editions print for the front page, is read and drawn once."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.documents.document import Paragraph, Run, Section, Text, from_json, to_json
from reports.editions import database_guard
from reports.editions.models.editions import Edition
from reports.issue.site.page_rendering import drawn
from reports.papers.addresses import edition_address, figure_address
from reports.publication import edition_text
from reports.publication.edition_text import text_of_edition
from tests.make import papers
from tests.make.published_figures import BEFORE, edition, entry, headed
from tests.page_requests import words

pytestmark = pytest.mark.django_db
WORDS = Paragraph("para-1", "1.", (), (Text((Run("DBS checks: "), Run("30", "figure", "1"))),))


@pytest.fixture(autouse=True)
def _nothing_kept():
    edition_text._kept.cache_clear()


def of_words(**fields):
    """An edition that opens with a headline figure and has a figure in its text."""
    sections = (*headed("DBS overdue"), Section("checks", "Checks", blocks=(WORDS,)))
    return edition(entry("30", count=30), sections=sections, **fields)


def test_a_second_reader_gets_the_same_page_without_the_document(client):
    address = edition_address(of_words())
    first = client.get(f"{address}?reader-1").content
    with CaptureQueriesContext(connection) as queries:
        second = client.get(f"{address}?reader-2").content
    assert second.replace(b"reader-2", b"reader-1") == first
    assert not [query for query in queries if '"document"' in query["sql"]]


def test_the_same_words_at_another_address_have_links_of_their_own(client):
    one = of_words()
    other = papers.edition(
        paper=papers.issued_paper(slug="another", council=one.paper.council),
        document=one.document,
        issued_on=one.issued_on,
    )
    assert one.digest == Edition.objects.get(pk=other.pk).digest
    for row in (one, other):
        assert f'href="{figure_address(row, 1)}"' in text_of_edition(row).sections


def test_the_folder_is_drawn_from_the_document_as_it_is_stored(client):
    row = of_words()
    address = edition_address(row)
    assert "DBS checks" in words(client.get(f"{address}?now"))
    changed = to_json(replace(from_json(row.document), sections=headed("Tampered with")))
    database_guard.lift(connection)
    Edition.objects.filter(pk=row.pk).update(document=changed)
    assert "Tampered with" in drawn(address).content.decode()
    assert "DBS checks" in words(client.get(f"{address}?later"))


def test_no_more_are_kept_than_a_process_has_room_for():
    row = of_words()
    for number in range(edition_text.MOST + 2):
        row.digest = f"{number:064}"
        text_of_edition(row)
    assert edition_text._kept.cache_info().currsize == edition_text.MOST


@pytest.mark.long
def test_what_editions_print_is_kept_until_another_is_public_or_one_is_removed(client):
    edition(entry("30", count=30), sections=headed(), period_end=BEFORE)
    assert "DBS checks (1)" in words(client.get("/netherby/"))
    with CaptureQueriesContext(connection) as queries:
        client.get("/netherby/?again")
    assert "printedfigure" not in repr(queries.captured_queries)
    second = edition(entry("31"), entry("4", key="dbs.due"))
    assert "DBS checks (2)" in words(client.get("/netherby/?another"))
    papers.remove_edition(edition=second)
    assert "DBS checks (1)" in words(client.get("/netherby/?removed"))
