"""Population and definition as columns of each value, and a row for what fronts an edition."""

import assurance.runtime.document_field
import django.db.models.deletion
from django.db import migrations, models

from reports.publication import database_guard


def lift(apps, schema_editor):
    database_guard.lift(schema_editor.connection)


def place(apps, schema_editor):
    database_guard.place(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('editions', '0002_editions_never_change'),
        ('publication', '0004_index_never_changes'),
    ]

    operations = [
        # Until 0007 places it again: the rows that are there are filled in between.
        migrations.RunPython(lift, place),
        migrations.AddField(
            model_name='printedfigure',
            name='definition',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name='printedfigure',
            name='population',
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.CreateModel(
            name='EditionFront',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('opening', assurance.runtime.document_field.DocumentField()),
                ('lines', models.JSONField(blank=True, default=list)),
                ('items', models.JSONField(blank=True, default=dict)),
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='front', to='editions.edition')),
            ],
            options={
                'ordering': ('edition',),
            },
        ),
    ]
