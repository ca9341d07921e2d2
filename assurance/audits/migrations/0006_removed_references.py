"""When the references of a random sample were removed at the end of their period."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the date, which is empty for samples of before."""

    dependencies = [("audits", "0005_removed_words")]

    operations = [
        migrations.AddField(
            "auditsample",
            "references_removed_on",
            models.DateField(blank=True, editable=False, null=True),
        ),
    ]
