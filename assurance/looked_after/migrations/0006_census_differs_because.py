"""Why a census entered by hand is not what a held return counts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("looked_after", "0005_counts_offered")]
    operations = [
        migrations.AddField(
            model_name="census",
            name="differs_because",
            field=models.CharField(blank=True, max_length=200),
        ),
    ]
