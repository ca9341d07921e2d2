import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from assurance.people.migrations._steps import text_to_post


class Migration(migrations.Migration):
    dependencies = [("reviews", "0003_programme"), ("people", "0004_posts_approve")]

    operations = [
        migrations.AddField(
            "finding",
            "decider",
            models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT,
                related_name="findings_decided", to="people.post",
            ),
        ),
        migrations.RunPython(
            text_to_post("reviews", "Finding", "no_action_role", "decider"),
            migrations.RunPython.noop,
        ),
        migrations.RemoveConstraint("finding", "finding_unanswered_by_a_role"),
        migrations.RemoveField("finding", "no_action_role"),
        migrations.AddConstraint(
            "finding",
            models.CheckConstraint(
                condition=Q(no_action_because="", decider__isnull=True)
                | (~Q(no_action_because="") & Q(decider__isnull=False)),
                name="finding_unanswered_by_a_post",
            ),
        ),
    ]
