"""The rows of tables that editions print, written again: what stands beside the value of one date is
said of no other."""

from django.db import migrations

from reports.documents.document import from_json
from reports.documents.html.places import places
from reports.publication import database_guard
from reports.publication.search.table_rows import tables_of


def fill(apps, schema_editor):
    table = apps.get_model("publication", "EditionTable")
    published = apps.get_model("editions", "Edition").objects.filter(published_at__isnull=False)
    table.objects.all().delete()
    for edition in published.iterator(chunk_size=20):
        document = from_json(edition.document)
        rows = tables_of(document, places(document))
        table.objects.bulk_create(table(edition_id=edition.pk, **row) for row in rows)


def place(apps, schema_editor):
    database_guard.TABLES.place(schema_editor.connection)


def lift(apps, schema_editor):
    database_guard.TABLES.lift(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("publication", "0004_tables_of_editions")]
    operations = [
        migrations.RunPython(lift, place),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(place, lift),
    ]
