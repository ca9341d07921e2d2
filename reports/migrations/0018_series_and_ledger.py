import django.db.models.deletion
from django.db import migrations, models

from reports import telling
from reports.document import from_json


def keep(apps, _editor):
    """What the editions that were published before tell of."""
    printed, told = (apps.get_model("reports", name) for name in ("PrintedFigure", "SubjectTold"))
    editions = apps.get_model("reports", "Edition").objects.filter(published_at__isnull=False)
    for edition in editions.order_by("pk").iterator(chunk_size=20):
        document = from_json(edition.document)
        figures, subjects = telling.figures_of(document), telling.subjects_of(document)
        printed.objects.bulk_create(printed(edition=edition, **row) for row in figures)
        told.objects.bulk_create(told(edition=edition, **row) for row in subjects)


def leave(_apps, _editor):
    """Their tables go."""


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0017_reader_notes"),
    ]

    operations = [
        migrations.CreateModel(
            name="PrintedFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("key", models.CharField(max_length=80)),
                ("member", models.CharField(blank=True, max_length=60)),
                ("title", models.CharField(max_length=300)),
                ("start", models.DateField(blank=True, null=True)),
                ("end", models.DateField(blank=True, null=True)),
                ("entry", models.JSONField()),
                ("places", models.JSONField(blank=True, default=list)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="printed_figures",
                        to="reports.edition",
                    ),
                ),
            ],
            options={
                "ordering": ("edition", "number"),
                "indexes": [
                    models.Index(fields=["key", "member", "end"], name="printed_figure_series")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "number"), name="printed_figure_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SubjectTold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=20)),
                (
                    "how",
                    models.CharField(
                        choices=[("figures", "With figures"), ("words", "In words alone")],
                        max_length=10,
                    ),
                ),
                ("places", models.JSONField(blank=True, default=list)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subjects_told",
                        to="reports.edition",
                    ),
                ),
            ],
            options={
                "ordering": ("edition", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "subject"), name="subject_told_once")
                ],
            },
        ),
        migrations.RunPython(keep, leave),
    ]
