import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assurance", "0001_squashed_0018_learning_meetings_of_forums"),
        ("reports", "0013_read_before_issue"),
    ]

    operations = [
        migrations.CreateModel(
            name="FolderCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("checked_at", models.DateTimeField()),
                ("editions", models.PositiveIntegerField()),
                ("files", models.PositiveIntegerField()),
                ("faults", models.PositiveIntegerField()),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="folder_checks",
                        to="assurance.council",
                    ),
                ),
            ],
            options={
                "ordering": ("council", "-checked_at"),
            },
        ),
        migrations.CreateModel(
            name="WrittenPaper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pages", models.JSONField(default=dict)),
                ("written_at", models.DateTimeField()),
                (
                    "paper",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="written",
                        to="reports.paper",
                    ),
                ),
            ],
            options={
                "ordering": ("paper",),
            },
        ),
        migrations.CreateModel(
            name="FolderFault",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=300)),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("changed", "differs from what was issued"),
                            ("missing", "is missing"),
                            ("extra", "should not be there"),
                            ("record", "differs in the database from what was issued"),
                            ("refused", "could not be written or taken away"),
                        ],
                        max_length=10,
                    ),
                ),
                ("why", models.CharField(blank=True, default="", max_length=300)),
                ("found_at", models.DateTimeField()),
                ("mended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="folder_faults",
                        to="assurance.council",
                    ),
                ),
            ],
            options={
                "ordering": ("council", "name"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("mended_at__isnull", True)),
                        fields=("council", "name", "what"),
                        name="folder_fault_stands_once",
                    )
                ],
            },
        ),
    ]
