import django.db.models.deletion
from django.db import migrations, models

from assurance.people.migrations._steps import text_to_post, text_to_posts


def author(**more):
    protect = django.db.models.deletion.PROTECT
    return models.ForeignKey(on_delete=protect, related_name="action_notes", to="people.post", **more)


class Migration(migrations.Migration):
    dependencies = [("improvement", "0002_posts"), ("people", "0004_posts_approve")]

    operations = [
        migrations.AddField(
            "action",
            "supporters",
            models.ManyToManyField(blank=True, related_name="actions_supported", to="people.post"),
        ),
        migrations.RunPython(
            text_to_posts("improvement", "Action", "support_roles", "supporters"),
            migrations.RunPython.noop,
        ),
        migrations.RemoveField("action", "support_roles"),
        migrations.AddField("actionnote", "post", author(null=True)),
        migrations.RunPython(
            text_to_post("improvement", "ActionNote", "role", "post"), migrations.RunPython.noop
        ),
        migrations.RemoveField("actionnote", "role"),
        migrations.AlterField("actionnote", "post", author()),
    ]
