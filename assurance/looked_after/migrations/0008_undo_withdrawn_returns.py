"""What stood before a return was withdrawn, kept while that can be undone."""

from django.db import migrations, models

TO_RETURN = {"on_delete": models.deletion.PROTECT, "to": "looked_after.return"}


class Migration(migrations.Migration):
    dependencies = [("looked_after", "0007_name_returns_by_their_cover")]
    operations = [
        migrations.AddField(
            model_name="replacedreturn",
            name="set_aside_with",
            field=models.ForeignKey(blank=True, null=True, related_name="set_aside", **TO_RETURN),
        ),
        migrations.CreateModel(
            name="WithdrawnReturn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kept_until", models.DateTimeField()),
                ("content", models.BinaryField()),
                (
                    "held_return",
                    models.OneToOneField(related_name="state_before", **TO_RETURN),
                ),
            ],
            options={
                "verbose_name": "what stood before a return was withdrawn",
                "verbose_name_plural": "what stood before returns were withdrawn",
            },
        ),
    ]
