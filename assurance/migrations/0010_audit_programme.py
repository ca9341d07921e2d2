from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("assurance", "0009_dbs_breaches_and_reminders")]

    operations = []
