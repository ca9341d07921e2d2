"""The rows of tables that editions print, of those published before as well; the database refuses to change them."""

import django.db.models.deletion
from django.db import migrations, models

from reports.documents.document import from_json
from reports.documents.html.places import places
from reports.publication import database_guard
from reports.publication.search.table_rows import tables_of


def fill(apps, schema_editor):
    table = apps.get_model("publication", "EditionTable")
    published = apps.get_model("editions", "Edition").objects.filter(published_at__isnull=False)
    for edition in published.iterator(chunk_size=20):
        document = from_json(edition.document)
        rows = tables_of(document, places(document))
        table.objects.bulk_create(table(edition_id=edition.pk, **row) for row in rows)


def place(apps, schema_editor):
    database_guard.TABLES.place(schema_editor.connection)


def lift(apps, schema_editor):
    database_guard.TABLES.lift(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("editions", "0002_editions_never_change"), ("publication", "0003_index_never_changes")]
    operations = [
        migrations.CreateModel(
            name="EditionTable",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("anchor", models.CharField(max_length=200)),
                ("caption", models.TextField(blank=True)),
                ("rows", models.JSONField(default=list)),
                ("edition", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="tables", to="editions.edition")),
            ],
            options={
                "ordering": ("edition", "pk"),
                "constraints": [models.UniqueConstraint(fields=("edition", "anchor"), name="edition_table_once")],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(place, lift),
    ]
