import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

from assurance.people.migrations._steps import text_to_post

PROTECT = django.db.models.deletion.PROTECT


def post(name, **more):
    return models.ForeignKey(on_delete=PROTECT, related_name=name, to="people.post", **more)


def optional(name):
    return post(name, null=True, blank=True)


class Migration(migrations.Migration):
    dependencies = [
        ("audits", "0001_initial"),
        ("people", "0002_posts_held"),
    ]

    operations = [
        migrations.AddField("caseaudit", "auditor", post("audits_done", null=True)),
        migrations.AddField("auditround", "lead", optional("rounds_led")),
        migrations.RunPython(
            text_to_post("audits", "CaseAudit", "auditor_role", "auditor"),
            migrations.RunPython.noop,
        ),
        migrations.RunPython(
            text_to_post("audits", "AuditRound", "lead_role", "lead"), migrations.RunPython.noop
        ),
        migrations.RemoveField("caseaudit", "auditor_role"),
        migrations.RemoveField("auditround", "lead_role"),
        migrations.AlterField("caseaudit", "auditor", post("audits_done")),
        migrations.AddField("caseaudit", "moderator", optional("audits_moderated")),
        migrations.AddField("caseaudit", "moderated_on", models.DateField(null=True, blank=True)),
        migrations.AddField(
            "auditallocation",
            "posts",
            models.ManyToManyField(blank=True, related_name="allocations", to="people.post"),
        ),
        migrations.AddConstraint(
            "caseaudit",
            models.CheckConstraint(
                condition=Q(moderator__isnull=True, moderated_on__isnull=True)
                | Q(
                    moderator__isnull=False,
                    moderated_grade__isnull=False,
                    moderated_on__isnull=False,
                    moderated_on__gte=F("audited_on"),
                ),
                name="audit_moderated_by_a_post_on_a_day",
            ),
        ),
    ]
