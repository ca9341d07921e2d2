from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0012_issued_as_a_job"),
    ]

    operations = []
