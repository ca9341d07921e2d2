from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0018_series_and_ledger"),
    ]

    operations = []
