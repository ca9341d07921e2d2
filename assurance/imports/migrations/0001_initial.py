"""The tables of imports."""

import assurance.runtime.document_field
import django.core.serializers.json
import django.db.models.deletion
from django.db import migrations, models

from assurance.runtime.first_migration import FirstMigration


class Migration(FirstMigration):

    dependencies = [
        ('accounts', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ImportRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('given', 'Being checked'), ('read', 'Waiting for an answer'), ('checked', 'Checked, not imported'), ('waiting', 'Being imported'), ('imported', 'Imported'), ('cancelled', 'Cancelled'), ('undone', 'Undone')], max_length=12)),
                ('who', models.CharField(max_length=100)),
                ('started_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('undone_on', models.DateField(blank=True, null=True)),
                ('as_at', models.JSONField(blank=True, default=list)),
                ('covers_to', models.DateField(blank=True, null=True)),
                ('needs', models.TextField(blank=True)),
                ('fingerprints', models.TextField(blank=True)),
                ('titles', models.TextField(blank=True)),
                ('files', assurance.runtime.document_field.DocumentField(blank=True, default=list)),
                ('records', assurance.runtime.document_field.DocumentField(blank=True, default=list)),
                ('trouble', models.TextField(blank=True)),
                ('refusals', assurance.runtime.document_field.DocumentField(blank=True, default=list)),
                ('staged', models.BinaryField(null=True)),
                ('found', models.BinaryField(null=True)),
                ('added', models.PositiveIntegerField(default=0)),
                ('changed', models.PositiveIntegerField(default=0)),
                ('same', models.PositiveIntegerField(default=0)),
                ('refused', models.PositiveIntegerField(default=0)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='import_runs', to='accounts.council')),
            ],
            options={
                'verbose_name': 'files imported',
                'verbose_name_plural': 'files imported',
                'ordering': ('-pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ('given', 'read', 'checked', 'waiting')), models.Q(('found__isnull', True), ('staged__isnull', True)), _connector='OR'), name='import_run_forgets_its_rows'), models.CheckConstraint(condition=models.Q(models.Q(('ended_on__isnull', True), ('state__in', ('given', 'read', 'checked', 'waiting'))), models.Q(models.Q(('state__in', ('given', 'read', 'checked', 'waiting')), _negated=True), ('ended_on__isnull', False)), _connector='OR'), name='import_run_ends_once'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'undone'), ('undone_on__isnull', False)), models.Q(models.Q(('state', 'undone'), _negated=True), ('undone_on__isnull', True)), _connector='OR'), name='import_run_undone_says_when')],
            },
        ),
        migrations.CreateModel(
            name='RowWritten',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('model', models.CharField(max_length=100)),
                ('key', models.BigIntegerField()),
                ('how', models.CharField(choices=[('added', 'Added'), ('changed', 'Changed'), ('whole', 'Read as one')], max_length=7)),
                ('file', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('before', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rows_written', to='imports.importrun')),
            ],
            options={
                'verbose_name_plural': 'rows written',
                'indexes': [models.Index(fields=['model', 'key'], name='row_written_of')],
                'constraints': [models.UniqueConstraint(fields=('run', 'model', 'key'), name='row_written_once')],
            },
        ),
        migrations.CreateModel(
            name='ColumnReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=60)),
                ('digest', models.CharField(max_length=64)),
                ('columns', models.JSONField(default=dict)),
                ('orders', models.JSONField(default=dict)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='column_readings', to='accounts.council')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('council', 'kind', 'digest'), name='column_reading_once')],
            },
        ),
    ]
