from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assurance", "0015_files_traced")]

    operations = [
        migrations.AddIndex(
            model_name="action",
            index=models.Index(fields=["council", "due_on"], name="action_by_due_day"),
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(fields=["council", "owner_role"], name="action_by_owner"),
        ),
        migrations.AddIndex(
            model_name="engagement",
            index=models.Index(fields=["council", "service"], name="engagement_by_service"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["council", "name"], name="person_by_name"),
        ),
    ]
