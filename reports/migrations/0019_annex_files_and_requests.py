import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assurance", "0001_squashed_0018_learning_meetings_of_forums"),
        ("reports", "0018_series_and_ledger"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Enclosure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "purpose",
                    models.CharField(
                        choices=[("background", "Background paper"), ("annex", "Annex")],
                        max_length=10,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=160)),
                ("dated", models.DateField(blank=True, null=True)),
                ("annex", models.SlugField(blank=True, max_length=60)),
                ("summary", models.TextField(blank=True)),
                ("name", models.CharField(blank=True, max_length=120)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pdf", "PDF"),
                            ("docx", "Word file"),
                            ("xlsx", "Excel file"),
                            ("odt", "OpenDocument text"),
                            ("png", "PNG picture"),
                            ("jpeg", "JPEG picture"),
                            ("txt", "plain text"),
                        ],
                        max_length=10,
                    ),
                ),
                ("size", models.PositiveIntegerField(default=0)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("accessible", models.BooleanField(default=False)),
                ("form_name", models.CharField(blank=True, max_length=120)),
                (
                    "form_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pdf", "PDF"),
                            ("docx", "Word file"),
                            ("xlsx", "Excel file"),
                            ("odt", "OpenDocument text"),
                            ("png", "PNG picture"),
                            ("jpeg", "JPEG picture"),
                            ("txt", "plain text"),
                        ],
                        max_length=10,
                    ),
                ),
                ("form_size", models.PositiveIntegerField(default=0)),
                ("form_sha256", models.CharField(blank=True, max_length=64)),
                ("reason", models.TextField(blank=True)),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enclosures",
                        to="reports.paper",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("purpose", "number"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_because", ""),
                                ("withdrawn_by__isnull", True),
                                ("withdrawn_on__isnull", True),
                            ),
                            models.Q(
                                ("withdrawn_by__isnull", False),
                                ("withdrawn_on__isnull", False),
                                models.Q(("withdrawn_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="enclosure_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        fields=("paper", "purpose", "number"), name="enclosure_number_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("purpose", "background"),
                                models.Q(
                                    models.Q(("sha256", ""), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                            ),
                            models.Q(
                                ("purpose", "annex"),
                                models.Q(("sha256", ""), _negated=True),
                                models.Q(
                                    ("accessible", True),
                                    models.Q(("form_sha256", ""), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="enclosure_held_or_explained",
                    ),
                ],
            },
        ),
    ]
