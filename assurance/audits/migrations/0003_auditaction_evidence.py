"""What shows that an action of an audit is done."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the evidence, which is empty for actions of before."""

    dependencies = [("audits", "0002_name_plurals")]

    operations = [
        migrations.AddField("auditaction", "evidence", models.TextField(blank=True)),
    ]
