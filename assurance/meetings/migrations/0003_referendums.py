"""Referendums, kept as elections are: one poll of its kind on a day."""

from django.db import migrations, models

KINDS = [
    ("election", "An election"),
    ("local", "A referendum of the council, or of a part of its area"),
    ("national", "A referendum of the whole country"),
]


class Migration(migrations.Migration):
    dependencies = [("meetings", "0002_elections")]
    operations = [
        migrations.RemoveConstraint(model_name="election", name="election_once"),
        migrations.AddField(
            model_name="election",
            name="kind",
            field=models.CharField(choices=KINDS, default="election", max_length=10),
        ),
        migrations.AddConstraint(
            model_name="election",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)),
                fields=("council", "kind", "polling_on"),
                name="election_of_its_kind_once",
            ),
        ),
    ]
