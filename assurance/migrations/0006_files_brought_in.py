from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("assurance", "0005_two_more_subjects")]

    operations = []
