"""A table of the headline figures of published editions, which pages of councils open with, filled
for those that were published before. The database itself refuses to change it."""

import django.db.models.deletion
from django.db import migrations, models

import assurance.runtime.document_field
from reports.documents.document import from_json
from reports.publication import database_guard
from reports.publication.models.headlines import leading_of


def fill(apps, schema_editor):
    model = apps.get_model("publication", "EditionHeadlines")
    editions = apps.get_model("editions", "Edition").objects.filter(published_at__isnull=False)
    for edition in editions.only("document").order_by("pk").iterator(chunk_size=20):
        for fields in leading_of(from_json(edition.document), {}):
            model.objects.create(edition_id=edition.pk, **fields)


def place(apps, schema_editor):
    database_guard.HEADLINES.place(schema_editor.connection)


def lift(apps, schema_editor):
    database_guard.HEADLINES.lift(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('editions', '0002_editions_never_change'),
        ('publication', '0006_fill_figure_texts'),
    ]

    operations = [
        migrations.CreateModel(
            name='EditionHeadlines',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', assurance.runtime.document_field.DocumentField()),
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='headlines', to='editions.edition')),
            ],
            options={
                'verbose_name_plural': 'edition headlines',
                'ordering': ('edition',),
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(place, lift),
    ]
