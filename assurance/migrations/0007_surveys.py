from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("assurance", "0006_files_brought_in")]

    operations = []
