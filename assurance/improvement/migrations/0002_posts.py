import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

from assurance.people.migrations._steps import text_to_post

CASCADE = django.db.models.deletion.PROTECT


def post(name, *, null=True):
    return models.ForeignKey(
        blank=name == "checker", null=null, on_delete=CASCADE,
        related_name="actions_owned" if name == "owner" else "actions_checked", to="people.post",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("improvement", "0001_initial"),
        ("people", "0002_posts_held"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField("action", "owner", post("owner")),
        migrations.AddField("action", "checker", post("checker")),
        migrations.RunPython(
            text_to_post("improvement", "Action", "owner_role", "owner"), migrations.RunPython.noop
        ),
        migrations.RunPython(
            text_to_post("improvement", "Action", "checked_by_role", "checker"),
            migrations.RunPython.noop,
        ),
        migrations.RemoveConstraint("action", "action_checked_by_another"),
        migrations.RemoveIndex("action", "action_by_owner"),
        migrations.RemoveField("action", "owner_role"),
        migrations.RemoveField("action", "checked_by_role"),
        migrations.AlterField("action", "owner", post("owner", null=False)),
        migrations.AddField("action", "finished_on", models.DateField(blank=True, null=True)),
        migrations.AddField("action", "marked_done_on", models.DateField(blank=True, null=True)),
        migrations.AddField(
            "action",
            "marked_done_by",
            models.ForeignKey(
                blank=True, null=True, on_delete=CASCADE, related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            "statuschange", "reason", models.CharField(blank=True, default="", max_length=200),
            preserve_default=False,
        ),
        migrations.AddIndex(
            "action", models.Index(fields=["council", "owner"], name="action_by_owner_post")
        ),
        migrations.AddConstraint(
            "action",
            models.CheckConstraint(
                condition=~Q(status__in=("done",)) | Q(checker__isnull=False),
                name="action_done_has_its_checker",
            ),
        ),
        migrations.AddConstraint(
            "action",
            models.CheckConstraint(
                condition=Q(
                    finished_on__isnull=True,
                    marked_done_on__isnull=True,
                    marked_done_by__isnull=True,
                )
                | (
                    Q(finished_on__isnull=False)
                    & Q(marked_done_on__gte=F("finished_on"))
                    & Q(marked_done_by__isnull=False)
                    & ~Q(status__in=("done",))
                ),
                name="action_mark_of_done_is_whole",
            ),
        ),
    ]
