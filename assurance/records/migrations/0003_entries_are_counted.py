"""The database itself counts the entries of history as they are written, so that an end that was
cut off is found."""

from django.db import migrations, models

from assurance.records.proofs import count_guard


def place(apps, schema_editor):
    head, count = (apps.get_model("records", name) for name in ("HistoryHead", "HistoryCount"))
    count.objects.bulk_create(
        count(council=row.council, seq=row.seq, digest=row.digest)
        for row in head.objects.filter(seq__gt=0)
    )
    count_guard.place(schema_editor.connection)


def lift(apps, schema_editor):
    count_guard.lift(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("records", "0002_history_is_append_only")]
    operations = [
        migrations.CreateModel(
            name="HistoryCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("council", models.CharField(max_length=40, unique=True)),
                ("seq", models.PositiveBigIntegerField()),
                ("digest", models.CharField(max_length=64)),
            ],
        ),
        migrations.RunPython(place, lift),
    ]
