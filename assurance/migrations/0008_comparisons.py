from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("assurance", "0007_surveys")]

    operations = []
