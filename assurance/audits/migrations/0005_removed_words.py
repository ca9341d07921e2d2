"""When the words of an audit were removed at the end of their period."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the date, which is empty for audits of before."""

    dependencies = [("audits", "0004_audit_action_check")]

    operations = [
        migrations.AddField(
            "caseaudit",
            "words_removed_on",
            models.DateField(blank=True, editable=False, null=True),
        ),
    ]
