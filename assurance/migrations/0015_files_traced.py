import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Where a record came from, the last day that a return covers, and what a return replaced; one
    index of episodes fewer, for another begins with the same field."""

    dependencies = [("assurance", "0014_what_needs_whom")]

    operations = [
        migrations.AddField(
            model_name="importrun",
            name="covers_to",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="rowwritten",
            name="file",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="rowwritten",
            name="digest",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AlterField(
            model_name="rowwritten",
            name="how",
            field=models.CharField(
                choices=[("added", "Added"), ("changed", "Changed"), ("whole", "Read as one")],
                max_length=7,
            ),
        ),
        migrations.AddIndex(
            model_name="rowwritten",
            index=models.Index(fields=["model", "key"], name="row_written_of"),
        ),
        migrations.AlterField(
            model_name="episode",
            name="child",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="episodes",
                to="assurance.child",
            ),
        ),
        migrations.CreateModel(
            name="ReturnBefore",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("content", models.BinaryField()),
                (
                    "held_return",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="before",
                        to="assurance.return",
                    ),
                ),
            ],
            options={
                "verbose_name": "what a return replaced",
                "verbose_name_plural": "what returns replaced",
            },
        ),
    ]
