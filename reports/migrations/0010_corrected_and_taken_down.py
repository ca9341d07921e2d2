import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assurance", "0018_learning_meetings_of_forums"),
        ("reports", "0009_house_words"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="TakeDown",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("court", "A court’s order"),
                            ("personal", "Personal data that should not have been published"),
                            ("duty", "Another legal duty"),
                        ],
                        max_length=10,
                    ),
                ),
                ("explanation", models.TextField()),
                ("taken_on", models.DateField()),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("confirmed", "Confirmed"), ("undone", "Undone")],
                        default="",
                        max_length=10,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("paper", "pk"),
            },
        ),
        migrations.AddField(
            model_name="paper",
            name="correction_note",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="paper",
            name="corrects",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("corrects__isnull", True),
                    models.Q(("status", "issued"), _negated=True),
                    _connector="OR",
                ),
                name="paper_issued_corrects_nothing_more",
            ),
        ),
        migrations.AddField(
            model_name="takedown",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="takedown",
            name="editions",
            field=models.ManyToManyField(related_name="take_downs", to="reports.edition"),
        ),
        migrations.AddField(
            model_name="takedown",
            name="paper",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="take_downs",
                to="reports.paper",
            ),
        ),
        migrations.AddField(
            model_name="takedown",
            name="taken_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="take_downs",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="takedown",
            constraint=models.CheckConstraint(
                condition=models.Q(("explanation", ""), _negated=True), name="take_down_says_why"
            ),
        ),
        migrations.AddConstraint(
            model_name="takedown",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("decided_by__isnull", True), ("decided_on__isnull", True), ("decision", "")
                    ),
                    models.Q(
                        models.Q(("decision", ""), _negated=True),
                        ("decided_by__isnull", False),
                        ("decided_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="take_down_decided_by_and_on",
            ),
        ),
        migrations.AddConstraint(
            model_name="takedown",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_by__isnull", True),
                    models.Q(("decided_by", models.F("taken_by")), _negated=True),
                    _connector="OR",
                ),
                name="take_down_decided_by_a_second",
            ),
        ),
    ]
