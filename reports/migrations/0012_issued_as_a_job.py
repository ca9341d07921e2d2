from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0011_approval_rounds"),
    ]

    operations = []
