"""Counts that a later return would make of a day whose census stands."""

import django.db.models.deletion
from django.db import migrations, models

import assurance.runtime.document_field


class Migration(migrations.Migration):
    dependencies = [
        ("looked_after", "0004_rows_of_older_returns"),
        ("people", "0001_initial"),
    ]
    operations = [
        migrations.CreateModel(
            name="CountOffer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("date", models.DateField()),
                ("total", models.PositiveIntegerField()),
                ("counts", assurance.runtime.document_field.DocumentField(default=dict)),
                ("rows_digest", models.CharField(max_length=64)),
                ("taken_on", models.DateField(blank=True, null=True)),
                (
                    "cohort",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offers",
                        to="people.cohort",
                    ),
                ),
                (
                    "held_return",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offers",
                        to="looked_after.return",
                    ),
                ),
            ],
            options={
                "verbose_name": "count offered",
                "verbose_name_plural": "counts offered",
                "ordering": ("date", "-pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("held_return", "cohort", "date"), name="count_offered_once"
                    )
                ],
            },
        ),
    ]
