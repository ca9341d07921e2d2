"""Rows for the lists and fields of records that editions print."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('editions', '0002_editions_never_change'),
        ('publication', '0002_search_index'),
    ]

    operations = [
        migrations.AlterField(
            model_name='editionsubject',
            name='how',
            field=models.CharField(choices=[('figures', 'With figures'), ('records', 'With records'), ('words', 'In words alone')], max_length=10),
        ),
        migrations.CreateModel(
            name='PrintedRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('kind', models.CharField(max_length=40)),
                ('slug', models.CharField(blank=True, max_length=100)),
                ('field', models.CharField(blank=True, max_length=40)),
                ('text', models.TextField(blank=True)),
                ('rows', models.PositiveIntegerField(blank=True, null=True)),
                ('day', models.DateField()),
                ('places', models.JSONField(blank=True, default=list)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='printed_records', to='editions.edition')),
            ],
            options={
                'ordering': ('edition', 'number'),
                'constraints': [models.UniqueConstraint(fields=('edition', 'number'), name='printed_record_once')],
            },
        ),
    ]
