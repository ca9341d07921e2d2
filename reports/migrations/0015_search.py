"""What is published can be found: its passages, its subjects and the database's own index."""

import django.db.models.deletion
from django.db import migrations, models

from reports import indexing, search_index


def place(apps, schema_editor):
    search_index.place(schema_editor.connection)


def lift(apps, schema_editor):
    search_index.lift(schema_editor.connection)


def fill(apps, schema_editor):
    """Keeps what was published before."""
    kept = (apps.get_model("reports", name) for name in ("Passage", "EditionSubject"))
    passage, about = kept
    for edition in apps.get_model("reports", "Edition").objects.filter(published_at__isnull=False):
        indexing.keep(edition, passage, about)


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0014_published_folder"),
    ]

    operations = [
        migrations.CreateModel(
            name="Passage",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("anchor", models.CharField(blank=True, max_length=200)),
                ("label", models.TextField(blank=True)),
                ("heading", models.TextField(blank=True)),
                ("words", models.TextField(blank=True)),
                ("plain_heading", models.TextField(blank=True)),
                ("plain_words", models.TextField(blank=True)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="passages",
                        to="reports.edition",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="EditionSubject",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("audits", "Case-file audits"),
                            ("dbs", "DBS checks"),
                            ("looked_after", "Looked-after children"),
                            ("findings", "Reviews and findings"),
                            ("improvements", "Improvement plans"),
                            ("surveys", "Surveys"),
                            ("matters", "Other matters"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subjects",
                        to="reports.edition",
                    ),
                ),
            ],
            options={
                "ordering": ("edition", "subject"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "subject"), name="edition_subject_once"
                    )
                ],
            },
        ),
        migrations.RunPython(place, lift),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
