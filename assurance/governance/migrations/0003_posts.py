import django.db.models.deletion
from django.db import migrations, models

from assurance.people.migrations._steps import text_to_post


def owned(model):
    """The steps that make the owner of `model` a post."""
    fields = {"on_delete": django.db.models.deletion.PROTECT, "to": "people.post"}
    fields["related_name"] = f"{model.lower()}s_owned"
    fill = text_to_post("governance", model, "owner_role", "owner")
    return [
        migrations.AddField(model, "owner", models.ForeignKey(null=True, **fields)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RemoveField(model, "owner_role"),
        migrations.AlterField(model, "owner", models.ForeignKey(**fields)),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0002_measure_relations"),
        ("people", "0002_posts_held"),
    ]

    operations = [*owned("Document"), *owned("Risk")]
