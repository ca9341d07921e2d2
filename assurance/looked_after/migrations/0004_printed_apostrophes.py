from django.db import migrations, models

STRAIGHT, PRINTED = "'", "’"


def set_printed(apps, schema_editor):
    """Gives the national labels the apostrophes of print."""
    _replace(apps, STRAIGHT, PRINTED)


def set_straight(apps, schema_editor):
    """Gives them those of a keyboard again."""
    _replace(apps, PRINTED, STRAIGHT)


def _replace(apps, before, after):
    groups = apps.get_model("looked_after", "PlacementGroup").objects
    codes = apps.get_model("looked_after", "Code").objects
    for rows in (groups.filter(council__isnull=True), codes.all()):
        for row in rows.filter(label__contains=before):
            row.label = row.label.replace(before, after)
            row.save(update_fields=["label"])


class Migration(migrations.Migration):

    dependencies = [
        ('looked_after', '0003_plain_words'),
    ]

    operations = [
        migrations.RunPython(set_printed, set_straight),
        migrations.AlterField(
            model_name='placementlocation',
            name='place',
            field=models.CharField(choices=[('inside', 'Inside the council’s boundary'), ('outside_near', 'Outside it, 20 miles or less from home'), ('outside_far', 'Outside it, more than 20 miles from home'), ('outside', 'Outside it, distance not broken down'), ('not_known', 'Not known or not recorded')], max_length=20),
        ),
    ]
