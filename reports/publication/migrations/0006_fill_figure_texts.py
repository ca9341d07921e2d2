"""Writes what search finds the figures by that were published before. Commitments and
recommendations without such a text are read whatever their words are."""

from django.db import migrations
from django.db.models import F, Max

from assurance.figures.fields import current_key_of
from reports.documents.entries import STATED
from reports.publication.search.texts import figure_text


def fill(apps, schema_editor):
    printed = apps.get_model("publication", "PrintedFigure").objects.exclude(key=STATED)
    of = printed.order_by().annotate(
        figure=current_key_of("key"), council=F("edition__paper__council")
    )
    rows = of.values("council", "figure", "member").annotate(title=Max("title"), last=Max("end"))
    model = apps.get_model("publication", "FigureText")
    model.objects.bulk_create(
        model(council_id=row["council"], **figure_text(row)) for row in rows
    )


def empty(apps, schema_editor):
    apps.get_model("publication", "FigureText").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("publication", "0005_search_texts")]
    operations = [migrations.RunPython(fill, empty)]
