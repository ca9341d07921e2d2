"""Writes the lines of published editions again, with the notes under their tables among them."""

from django.db import migrations

from reports.documents.document import from_json
from reports.publication import database_guard
from reports.publication.indexing import section_lines


def rewrite(apps, schema_editor):
    edition, front = (
        apps.get_model(*name.split("."))
        for name in ("editions.Edition", "publication.EditionFront")
    )
    database_guard.FRONTS.lift(schema_editor.connection)
    for row in edition.objects.filter(published_at__isnull=False).iterator(chunk_size=1):
        lines = section_lines(from_json(row.document))
        front.objects.filter(edition=row).update(lines=lines)
    database_guard.FRONTS.place(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("publication", "0007_whole_index_never_changes")]
    operations = [migrations.RunPython(rewrite, migrations.RunPython.noop)]
