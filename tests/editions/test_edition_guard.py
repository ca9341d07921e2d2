"""What was published stays: the database refuses every change, on either of the two."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from reports.editions import database_guard
from reports.editions.models.editions import Edition, EditionFile, Provenance
from tests.make import papers as make

pytestmark = pytest.mark.django_db
NOW = datetime(2016, 2, 1, tzinfo=UTC)
ROW = {
    "number": 1,
    "key": "dbs.overdue",
    "start": NOW.date(),
    "end": NOW.date(),
    "source": "Audit",
    "definition": {},
    "rows": 30,
    "rows_digest": "0" * 64,
}


def edition(**said):
    """An edition with a file and one row of provenance."""
    row = make.edition(published_at=None)
    Provenance.objects.create(edition=row, **ROW)
    Edition.objects.filter(pk=row.pk).update(published_at=NOW, **said)
    return row


def refused(change):
    """Whether the database refuses `change`, leaving everything as it was."""
    try:
        with transaction.atomic():
            change()
    except DatabaseError as fault:
        return "an edition cannot" in str(fault)
    return False


def sql(words, *given):
    """A change by hand, as somebody at the database would write it."""
    with connection.cursor() as cursor:
        cursor.execute(words, given)


@pytest.mark.parametrize(
    "words",
    [
        "UPDATE editions_edition SET title = 'Other'",
        "UPDATE editions_edition SET document = '{}'",
        "UPDATE editions_edition SET digest = 'x'",
        "UPDATE editions_edition SET published_at = NULL",
        "UPDATE editions_editionfile SET name = 'other.pdf'",
        "UPDATE editions_editionfile SET content = NULL",
        "UPDATE editions_provenance SET count = 31",
        "UPDATE editions_provenance SET edition_id = 99",
        "DELETE FROM editions_editionfile",
        "DELETE FROM editions_provenance",
        "DELETE FROM editions_edition",
    ],
)
def test_nothing_of_a_published_edition_changes_or_goes(words):
    edition()
    assert refused(lambda: sql(words))


def test_nothing_is_added_to_a_published_edition():
    row = edition()
    assert refused(lambda: Provenance.objects.create(edition=row, **{**ROW, "number": 2}))
    assert refused(
        lambda: EditionFile.objects.create(
            edition=row, name="b", media_type="text/css", sha256="0", size=0, content=b""
        )
    )


def test_the_words_of_a_frozen_edition_cannot_change_but_be_dropped_until_it_is_published():
    row = make.edition(published_at=None)
    assert refused(lambda: Edition.objects.filter(pk=row.pk).update(title="Other"))
    assert not refused(lambda: Edition.objects.filter(pk=row.pk).update(published_at=NOW))
    other = make.edition(published_at=None)
    assert not refused(lambda: other.files.all().delete())
    assert not refused(other.delete)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE")
@pytest.mark.parametrize("table", [database_guard.EDITION, database_guard.PROVENANCE])
def test_a_table_of_editions_cannot_be_emptied(table):
    edition()
    # What waits for the transaction's end would stop it first.
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    assert refused(lambda: sql(f"TRUNCATE {table} CASCADE"))


def test_the_guard_can_be_lifted_and_placed_again():
    row = edition()
    database_guard.lift(connection)
    assert not refused(lambda: Edition.objects.filter(pk=row.pk).update(title="Other"))
    database_guard.place(connection)
    assert refused(lambda: Edition.objects.filter(pk=row.pk).update(title="Third"))
