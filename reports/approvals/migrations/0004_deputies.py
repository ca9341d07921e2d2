"""A deputy who may give an approval while the approver is away."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

from reports.approvals import database_guard


def place(apps, schema_editor):
    database_guard.place(schema_editor.connection)


def lift(apps, schema_editor):
    database_guard.lift(schema_editor.connection)


def user(name):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        django.db.models.deletion.PROTECT,
        null=True,
        blank=True,
        related_name=name,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("approvals", "0003_paper_before_correction"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.RunPython(lift, place),
        migrations.AddField("approval", "in_place_of", user("+")),
        migrations.AddField("approvalrule", "deputy", user("approval_rules_as_deputy")),
        migrations.AddField(
            "approvalrule", "deputy_from", models.DateField(null=True, blank=True)
        ),
        migrations.AddField("approvalrule", "deputy_to", models.DateField(null=True, blank=True)),
        migrations.AddConstraint(
            "approvalrule",
            models.CheckConstraint(
                condition=Q(deputy=None, deputy_from=None, deputy_to=None)
                | (
                    Q(deputy_from__isnull=False, deputy_to__isnull=False)
                    & Q(deputy_to__gte=F("deputy_from"))
                    & ~Q(deputy=None)
                    & ~Q(deputy=F("approver"))
                    & ~Q(kind="author")
                ),
                name="approval_rule_deputy_for_a_time",
            ),
        ),
        migrations.RunPython(place, lift),
    ]
