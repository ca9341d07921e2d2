import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

from assurance.people.migrations._steps import text_to_post

PROTECT = django.db.models.deletion.PROTECT


def post(name, **more):
    return models.ForeignKey(on_delete=PROTECT, related_name=name, to="people.post", **more)


def named(model, text, field, name):
    """The steps that make a post of what is typed in `text`."""
    fill = text_to_post("dbs", model, text, field)
    return [
        migrations.AddField(model, field, post(name, null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RemoveField(model, text),
        migrations.AlterField(model, field, post(name)),
    ]


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("dbs", "0002_breaches_due"),
        ("people", "0004_posts_approve"),
    ]

    operations = [
        *named("RecheckPolicy", "approved_by", "approver", "recheck_policies_approved"),
        *named("ReminderWording", "approved_by", "approver", "wordings_approved"),
        *named("UpdateLookup", "looked_by", "post", "lookups_made"),
        migrations.AddField("breach", "closer", post("breaches_closed", null=True, blank=True)),
        migrations.RunPython(
            text_to_post("dbs", "Breach", "closed_by_role", "closer"), migrations.RunPython.noop
        ),
        migrations.RemoveConstraint("breach", "breach_closed_once_remedied"),
        migrations.RemoveField("breach", "closed_by_role"),
        migrations.AddField(
            "breach",
            "remedy_recorded_by",
            models.ForeignKey(
                blank=True, null=True, on_delete=PROTECT, related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            "breach", "remedy_recorded_on", models.DateField(blank=True, null=True)
        ),
        migrations.AddConstraint(
            "breach",
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, closer__isnull=True)
                | (
                    Q(closed_on__isnull=False, remedied_on__isnull=False)
                    & Q(closed_on__gte=F("remedied_on"))
                    & Q(closer__isnull=False)
                ),
                name="breach_closed_once_remedied",
            ),
        ),
        migrations.AddConstraint(
            "breach",
            models.CheckConstraint(
                condition=Q(remedy_recorded_by__isnull=True, remedy_recorded_on__isnull=True)
                | Q(remedy_recorded_by__isnull=False, remedy_recorded_on__isnull=False),
                name="breach_remedy_recorded_by_somebody_on_a_day",
            ),
        ),
    ]
