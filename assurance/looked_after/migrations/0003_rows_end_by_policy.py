"""How long the rows of a return are kept is the council's retention policy, not a date of the
return, which nothing read."""

from datetime import date

from django.db import migrations, models

from assurance.records.proofs.row_changes import ChangeRows


class Migration(migrations.Migration):
    dependencies = [
        ("looked_after", "0002_national_code_lists"),
        ("records", "0003_entries_are_counted"),
    ]
    operations = [
        ChangeRows(
            "looked_after.Return",
            "A return has no date of its own until which its rows are kept: the policy says it.",
        ),
        # With a date, so that the column can come back to rows that have none.
        migrations.AlterField(
            "return", "keep_rows_until", models.DateField(default=date(2000, 1, 1))
        ),
        migrations.RemoveField("return", "keep_rows_until"),
    ]
