"""How often an e-mail was tried."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0002_history_is_append_only")]

    operations = [
        migrations.AddField(
            model_name="outgoingemail",
            name="tries",
            field=models.PositiveSmallIntegerField(default=0),
        ),
    ]
