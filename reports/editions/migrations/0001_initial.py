"""The tables of editions."""

import assurance.figures.fields
import assurance.runtime.document_field
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from assurance.runtime.first_migration import FirstMigration


class Migration(FirstMigration):

    dependencies = [
        ('papers', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('title', models.CharField(max_length=200)),
                ('document', assurance.runtime.document_field.DocumentField()),
                ('digest', models.CharField(max_length=64)),
                ('issued_on', models.DateField()),
                ('frozen_at', models.DateTimeField()),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('history_digest', models.CharField(blank=True, max_length=64)),
                ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions_issued', to=settings.AUTH_USER_MODEL)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='papers.paper')),
            ],
            options={
                'ordering': ('paper', '-number'),
                'indexes': [models.Index(fields=['paper', 'number', 'published_at'], name='edition_to_read')],
                'constraints': [models.UniqueConstraint(fields=('paper', 'number'), name='edition_number_once'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='edition_number_from_one')],
            },
        ),
        migrations.CreateModel(
            name='EditionFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('media_type', models.CharField(max_length=80)),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveIntegerField()),
                ('content', models.BinaryField()),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='editions.edition')),
            ],
            options={
                'ordering': ('edition', 'name'),
                'constraints': [models.UniqueConstraint(fields=('edition', 'name'), name='edition_file_once')],
            },
        ),
        migrations.CreateModel(
            name='EditionRemoval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('court', 'A court’s order'), ('personal', 'Personal data that should not have been published'), ('duty', 'Another legal duty')], max_length=10)),
                ('explanation', models.TextField()),
                ('taken_on', models.DateField()),
                ('decision', models.CharField(blank=True, choices=[('confirmed', 'Confirmed'), ('undone', 'Undone')], default='', max_length=10)),
                ('decided_on', models.DateField(blank=True, null=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('editions', models.ManyToManyField(related_name='removals', to='editions.edition')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='removals', to='papers.paper')),
                ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editions.edition')),
                ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='removals', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('paper', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('explanation', ''), _negated=True), name='edition_removal_says_why'), models.CheckConstraint(condition=models.Q(models.Q(('decided_by__isnull', True), ('decided_on__isnull', True), ('decision', '')), models.Q(models.Q(('decision', ''), _negated=True), ('decided_by__isnull', False), ('decided_on__isnull', False)), _connector='OR'), name='edition_removal_decided_by_and_on'), models.CheckConstraint(condition=models.Q(('decided_by__isnull', True), models.Q(('decided_by', models.F('taken_by')), _negated=True), _connector='OR'), name='edition_removal_decided_by_a_second'), models.CheckConstraint(condition=models.Q(('successor__isnull', True), models.Q(('decision', 'undone'), _negated=True), _connector='OR'), name='edition_removal_by_a_successor_stays')],
            },
        ),
        migrations.CreateModel(
            name='ExemptAnnex',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('anchor', models.CharField(max_length=80)),
                ('title', models.CharField(max_length=400)),
                ('section', assurance.runtime.document_field.DocumentField()),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exempt_annexes', to='editions.edition')),
            ],
            options={
                'verbose_name_plural': 'exempt annexes',
                'ordering': ('edition', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('edition', 'anchor'), name='exempt_annex_once')],
            },
        ),
        migrations.CreateModel(
            name='ExemptReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('named_on', models.DateField()),
                ('named_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exempt_readers', to='papers.paper')),
                ('reader', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exempt_papers', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('paper', 'reader'), name='exempt_reader_once')],
            },
        ),
        migrations.CreateModel(
            name='Provenance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('key', assurance.figures.fields.FigureKeyField(max_length=80)),
                ('member', models.CharField(blank=True, max_length=200)),
                ('start', models.DateField()),
                ('end', models.DateField()),
                ('cohort', models.TextField(blank=True)),
                ('count', models.IntegerField(blank=True, null=True)),
                ('base', models.IntegerField(blank=True, null=True)),
                ('mark', models.CharField(blank=True, max_length=20)),
                ('source', models.CharField(max_length=300)),
                ('definition', assurance.runtime.document_field.DocumentField()),
                ('rows', models.PositiveIntegerField()),
                ('rows_digest', models.CharField(max_length=64)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='provenance', to='editions.edition')),
            ],
            options={
                'verbose_name_plural': 'provenance',
                'ordering': ('edition', 'number'),
                'constraints': [models.UniqueConstraint(fields=('edition', 'number'), name='provenance_once')],
            },
        ),
    ]
