from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0017_reader_notes"),
    ]

    operations = []
