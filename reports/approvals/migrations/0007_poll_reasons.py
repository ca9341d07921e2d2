"""Why a report becomes public in the time before a poll."""

from django.conf import settings
from django.db import migrations, models

PROTECTED = {"on_delete": models.deletion.PROTECT}


class Migration(migrations.Migration):
    dependencies = [
        ("approvals", "0006_draft_files"),
        ("papers", "0013_withdrawn_report_templates"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="PollReason",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveIntegerField()),
                ("at", models.DateTimeField(blank=True, null=True)),
                ("polls", models.CharField(max_length=300)),
                ("polling_on", models.DateField()),
                ("reason", models.CharField(max_length=300)),
                ("given_on", models.DateField()),
                (
                    "given_by",
                    models.ForeignKey(
                        related_name="poll_reasons", to=settings.AUTH_USER_MODEL, **PROTECTED
                    ),
                ),
                (
                    "paper",
                    models.OneToOneField(
                        related_name="poll_reason", to="papers.paper", **PROTECTED
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="poll_reason_is_given",
                    )
                ]
            },
        ),
    ]
