"""The PDF of a draft, kept for as long as the draft reads so."""

import django.db.models.deletion
from django.db import migrations, models

import reports.papers.models.papers


class Migration(migrations.Migration):
    dependencies = [
        ("approvals", "0005_clearances"),
        ("papers", "0011_changed_report_templates"),
    ]
    operations = [
        migrations.CreateModel(
            name="DraftFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("content", models.BinaryField(default=bytes)),
                ("trouble", models.TextField(blank=True, default="")),
                ("asked_at", models.DateTimeField()),
                ("looked_at", models.DateTimeField()),
                (
                    "paper",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="draft_file",
                        to="papers.paper",
                    ),
                ),
            ],
            bases=(reports.papers.models.papers.OfPaper, models.Model),
        ),
    ]
