"""Names the successor of what corrections took away before removals kept it."""

import re

from django.db import migrations

BY_CORRECTION = re.compile(r"Edition (\d+) takes out a number that nobody may read any more\.")


def name(apps, schema_editor):
    edition, removal = (
        apps.get_model("editions", model) for model in ("Edition", "EditionRemoval")
    )
    for row in removal.objects.filter(reason="personal", successor=None).exclude(decision="undone"):
        if matched := BY_CORRECTION.fullmatch(row.explanation):
            later = edition.objects.filter(paper=row.paper_id, number=matched[1])
            removal.objects.filter(pk=row.pk).update(successor=later.values("pk")[:1])


class Migration(migrations.Migration):
    dependencies = [("editions", "0003_removals_by_a_successor")]
    # Taken back, what is named goes with the column.
    operations = [migrations.RunPython(name, migrations.RunPython.noop)]
