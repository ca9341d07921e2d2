"""The tables of issue."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from assurance.runtime.first_migration import FirstMigration


class Migration(FirstMigration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('editions', '0001_initial'),
        ('papers', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SharedPages',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('folder', models.CharField(blank=True, max_length=40, unique=True)),
                ('pages', models.JSONField(default=dict)),
                ('written_at', models.DateTimeField(null=True)),
                ('begun_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name_plural': 'shared pages',
                'ordering': ('folder',),
            },
        ),
        migrations.CreateModel(
            name='IssueSchedule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('set_on', models.DateField()),
                ('missed', models.TextField(blank=True, default='')),
                ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='set_hour', to='papers.paper')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hours_set', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='SiteCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('checked_at', models.DateTimeField()),
                ('editions', models.PositiveIntegerField()),
                ('files', models.PositiveIntegerField()),
                ('faults', models.PositiveIntegerField()),
                ('rows', models.PositiveIntegerField(null=True)),
                ('history_seq', models.PositiveBigIntegerField(null=True)),
                ('history_digest', models.CharField(blank=True, default='', max_length=64)),
                ('awaited', models.JSONField(default=list)),
                ('is_complete', models.BooleanField(default=False)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='site_checks', to='accounts.council')),
            ],
            options={
                'ordering': ('council', '-checked_at'),
            },
        ),
        migrations.CreateModel(
            name='SitePage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pages', models.JSONField(default=dict)),
                ('written_at', models.DateTimeField()),
                ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='written', to='papers.paper')),
            ],
            options={
                'ordering': ('paper',),
            },
        ),
        migrations.CreateModel(
            name='IssueJob',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('waiting', 'Being published'), ('stopped', 'Not published'), ('published', 'Issued'), ('dropped', 'Left off')], default='waiting', max_length=10)),
                ('trouble', models.TextField(blank=True, default='')),
                ('again_at', models.DateTimeField(blank=True, null=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='issues_asked', to=settings.AUTH_USER_MODEL)),
                ('edition', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='issue_job', to='editions.edition')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='issue_jobs', to='papers.paper')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('waiting', 'stopped'))), fields=('paper',), name='issue_of_a_paper_once_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('edition__isnull', False), ('state', 'published')), models.Q(models.Q(('state', 'published'), _negated=True), ('edition__isnull', True)), _connector='OR'), name='issue_published_has_its_edition')],
            },
        ),
        migrations.CreateModel(
            name='SiteFault',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300)),
                ('what', models.CharField(choices=[('changed', 'differs from what the program wrote'), ('missing', 'is missing'), ('extra', 'should not be there'), ('record', 'differs in the database from the published edition'), ('row', 'is not as its last entry in history'), ('refused', 'could not be written or taken away')], max_length=10)),
                ('why', models.CharField(blank=True, default='', max_length=300)),
                ('found_at', models.DateTimeField()),
                ('mended_at', models.DateTimeField(blank=True, null=True)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='site_faults', to='accounts.council')),
            ],
            options={
                'ordering': ('council', 'name'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('mended_at__isnull', True)), fields=('council', 'name', 'what'), name='site_fault_is_open_once')],
            },
        ),
    ]
