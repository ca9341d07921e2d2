from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("reports", "0007_brought_in_papers")]

    operations = []
