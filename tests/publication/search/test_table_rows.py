"""A row of a printed table answers by itself: its value with its date, and where it is printed."""

from dataclasses import replace
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assurance.accounts.models.accounts import Council
from reports.documents.document import FIGURE, HIDDEN, Cell, Run, Section, Table, to_json
from reports.editions.models.editions import Edition
from reports.publication import database_guard
from reports.publication.indexing.editions import index_edition
from reports.publication.search.answers import answer
from reports.vocabulary.thesaurus import ROW
from tests.make import papers

pytestmark = pytest.mark.django_db

HEADS = ("Its date", "Measure", "Value", "Source")
WAITS = (
    ("31 March 2019", "Waiting time for a life story book", "171 days", "Adoption service"),
    ("31 December 2019", "Waiting time for a life story book", "133 days", "Adoption service"),
    ("30 June 2019", "Waiting time for a life story book", "158 days", "Adoption service"),
    ("31 December 2019", "Names on a waiting list", "300", "Theatre"),
)


def cells(texts, kind="plain", only=None):
    """A row of cells, the first its header; of `kind` are all, or that of the place `only`."""
    kinds = [kind if only in (None, place) else "plain" for place in range(len(texts))]
    runs = ((Run(text, one),) for text, one in zip(texts, kinds, strict=True))
    return tuple(Cell(run, header=place == 0) for place, run in enumerate(runs))


def published(*rows, heads=HEADS, caption="What is measured, 1 January to 31 December 2019"):
    """A published edition that prints one table of these rows."""
    table = Table("table-1", "Table 1", caption, cells(heads), tuple(rows))
    section = Section("work", "What was done", blocks=(table,))
    row = papers.edition(document=to_json(replace(papers.document(), sections=(section,))))
    index_edition(row)
    return row


def found(typed):
    """The rows that answer `typed`, as a page shows them."""
    council = Council.objects.get(slug="netherby")
    search = answer(typed, council, Edition.objects.public_in(council.slug).readable())
    return [search.records[ROW, key] for key in search.answers.keys.get(ROW, ())]


def test_a_measure_is_one_row_with_its_newest_value_first():
    published(*map(cells, WAITS))
    [row] = found("how long do children wait for a life story book")
    assert (row.name, row.value.text, row.value.about) == (
        "Waiting time for a life story book",
        "133 days",
        "31 December 2019",
    )
    assert [value.text for value in row.earlier] == ["158 days", "171 days"]
    assert row.others == (("Source", "Adoption service"),)
    assert row.address.endswith("#table-1")


def test_a_row_shows_the_value_of_the_month_in_the_question():
    published(*map(cells, WAITS))
    [row] = found("waiting time for a life story book in June 2019")
    assert row.value.text == "158 days"


def test_a_row_that_answers_is_shown_first(client):
    published(*map(cells, WAITS))
    page = client.get("/netherby/search/", {"words": "waiting time for a life story book"})
    assert page.context["answer"].value.text == "133 days"
    text = page.content.decode()
    assert (
        text.index("From a table of a report") < text.index("133 days") < text.index("In reports")
    )


def test_values_under_dates_are_one_row():
    heads = ("Posts", "31 March 2018", "31 March 2019")
    published(cells(("Posts filled by agency workers", "14", "9")), heads=heads)
    [row] = found("posts filled by agency workers")
    assert [(value.text, value.when) for value in row.values] == [
        ("9", "31 March 2019"),
        ("14", "31 March 2018"),
    ]


def test_a_value_without_a_date_of_its_own_is_of_the_table():
    heads = ("Event", "Audience", "Number reached")
    published(cells(("Levels of need", "Schools", "148")), heads=heads)
    [row] = found("levels of need")
    assert row.value.about == "Number reached, 31 December 2019"


@pytest.mark.parametrize("kind", [HIDDEN, FIGURE])
def test_a_number_kept_back_or_counted_is_no_row(kind):
    published(cells(WAITS[0], kind, only=2), cells(WAITS[3]))
    assert found("waiting time for a life story book") == []


def test_a_row_of_words_or_of_a_number_in_order_is_no_answer():
    heads = ("Number", "Finding")
    published(cells(("3", "Supervision needs more reflection.")), heads=heads)
    assert found("supervision needs more reflection") == []


def test_rows_are_read_from_what_publication_kept_and_no_document_is_opened():
    row = published(*map(cells, WAITS))
    assert [table.anchor for table in row.tables.all()] == ["table-1"]
    with CaptureQueriesContext(connection) as asked:
        assert found("waiting time for a life story book")
    assert not [one["sql"] for one in asked if '"document"' in one["sql"]]


def test_tables_of_editions_from_before_are_kept_by_the_migration():
    row = published(*map(cells, WAITS))
    kept = list(row.tables.values_list("anchor", "caption", "rows"))
    database_guard.TABLES.lift(connection)
    row.tables.all().delete()
    import_module("reports.publication.migrations.0004_tables_of_editions").fill(apps, None)
    database_guard.TABLES.place(connection)
    assert list(row.tables.values_list("anchor", "caption", "rows")) == kept != []
