import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from assurance.people.migrations._steps import text_to_post

IS_COMMITTEE = Q(kind="committee")


class Migration(migrations.Migration):
    dependencies = [("meetings", "0004_closures"), ("people", "0004_posts_approve")]

    operations = [
        migrations.AddField(
            "body",
            "chair",
            models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT,
                related_name="bodies_chaired", to="people.post",
            ),
        ),
        migrations.RunPython(
            text_to_post("meetings", "Body", "chair_role", "chair"), migrations.RunPython.noop
        ),
        migrations.RemoveConstraint("body", "forum_meets_at_intervals"),
        migrations.RemoveField("body", "chair_role"),
        migrations.AddConstraint(
            "body",
            models.CheckConstraint(
                condition=Q(IS_COMMITTEE, interval="", chair__isnull=True)
                | (~IS_COMMITTEE & ~Q(interval="") & Q(chair__isnull=False)),
                name="forum_meets_at_intervals",
            ),
        ),
    ]
