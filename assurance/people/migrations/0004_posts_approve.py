import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

from assurance.people.migrations._steps import text_to_post


def optional(to, name):
    protect = django.db.models.deletion.PROTECT
    return models.ForeignKey(blank=True, null=True, on_delete=protect, related_name=name, to=to)


def forget_approvers_of_nothing(apps, schema_editor):
    """Whoever approved something is named of a role that is set aside alone."""
    roles = apps.get_model("people", "Engagement").objects.filter(set_aside_from__isnull=True)
    roles.exclude(set_aside_approved_by="").update(set_aside_approved_by="")


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("people", "0003_long_absences"),
    ]

    operations = [
        migrations.AddField("secondpersonpolicy", "breaches", models.BooleanField(default=True)),
        migrations.AddField("secondpersonpolicy", "set_asides", models.BooleanField(default=True)),
        migrations.AddField(
            "engagement", "set_aside_approver", optional("people.post", "set_asides_approved")
        ),
        migrations.AddField(
            "engagement", "set_aside_recorded_by", optional(settings.AUTH_USER_MODEL, "+")
        ),
        migrations.AddField(
            "engagement", "set_aside_recorded_on", models.DateField(blank=True, null=True)
        ),
        migrations.RunPython(forget_approvers_of_nothing, migrations.RunPython.noop),
        migrations.RunPython(
            text_to_post("people", "Engagement", "set_aside_approved_by", "set_aside_approver"),
            migrations.RunPython.noop,
        ),
        migrations.RemoveConstraint("engagement", "set_aside_has_reason_and_approver"),
        migrations.RemoveField("engagement", "set_aside_approved_by"),
        migrations.AddConstraint(
            "engagement",
            models.CheckConstraint(
                condition=Q(set_aside_from__isnull=True, set_aside_approver__isnull=True)
                | (Q(set_aside_from__isnull=False) & ~Q(set_aside_because="")),
                name="set_aside_has_a_day_and_a_reason",
            ),
        ),
        migrations.AddConstraint(
            "engagement",
            models.CheckConstraint(
                condition=Q(set_aside_recorded_by__isnull=True, set_aside_recorded_on__isnull=True)
                | Q(set_aside_recorded_by__isnull=False, set_aside_recorded_on__isnull=False),
                name="set_aside_recorded_by_somebody_on_a_day",
            ),
        ),
    ]
