"""Fills the columns of values from their entries, and writes fronts and typed numbers of editions
that were published before the index had them."""

from django.db import migrations

from reports.documents.document import from_json
from reports.documents.entries import STATED
from reports.documents.html.places import places
from reports.publication import indexing

FRONT = ("opening", "lines", "items")
TYPED = ("number", "key", "title", "entry", "places")


def fill(apps, schema_editor):
    edition, front, figure = models(apps)
    for row in figure.objects.only("entry").iterator():
        columns = {name: row.entry.get(name, "") for name in ("population", "definition")}
        figure.objects.filter(pk=row.pk).update(**columns)
    for row in edition.objects.filter(published_at__isnull=False).iterator(chunk_size=1):
        document = from_json(row.document)
        known = places(document)
        [values] = indexing.fronts_of(document, known)
        front.objects.create(edition=row, **{name: values[name] for name in FRONT})
        figure.objects.bulk_create(
            figure(edition=row, **{name: values[name] for name in TYPED})
            for values in indexing.figures_of(document, known)
            if values["key"] == STATED
        )


def empty(apps, schema_editor):
    _edition, front, figure = models(apps)
    front.objects.all().delete()
    figure.objects.filter(key=STATED).delete()


def models(apps):
    index = ("EditionFront", "PrintedFigure")
    return (
        apps.get_model("editions", "Edition"),
        *(apps.get_model("publication", name) for name in index),
    )


class Migration(migrations.Migration):
    dependencies = [("publication", "0005_values_as_columns")]
    operations = [migrations.RunPython(fill, empty)]
