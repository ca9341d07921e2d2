from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("assurance", "0010_audit_programme")]

    operations = []
