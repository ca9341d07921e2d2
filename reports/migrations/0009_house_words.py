import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assurance", "0018_learning_meetings_of_forums"),
        ("reports", "0008_asked_sections"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HouseWord",
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
                ("say", models.CharField(max_length=80)),
                ("plural", models.CharField(blank=True, default="", max_length=80)),
                ("refused", models.TextField()),
                (
                    "holds",
                    models.CharField(
                        choices=[("everywhere", "Everywhere"), ("text", "In running text alone")],
                        default="everywhere",
                        max_length=20,
                    ),
                ),
                ("reason", models.CharField(blank=True, default="", max_length=300)),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
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
                "verbose_name": "house word",
                "verbose_name_plural": "house words",
                "ordering": ("say", "pk"),
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
                        name="houseword_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("council", "say"),
                        name="house_word_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("say", ""), _negated=True),
                            models.Q(("refused", ""), _negated=True),
                        ),
                        name="house_word_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("holds__in", ["everywhere", "text"])),
                        name="house_word_holds",
                    ),
                ],
            },
        ),
    ]
