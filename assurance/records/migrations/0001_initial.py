"""The tables of records."""

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
            name='HistoryHead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('council', models.CharField(max_length=40, unique=True)),
                ('seq', models.PositiveBigIntegerField(default=0)),
                ('digest', models.CharField(default='0000000000000000000000000000000000000000000000000000000000000000', max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='HistoryDetail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('council', models.CharField(max_length=40)),
                ('seq', models.PositiveBigIntegerField()),
                ('field', models.CharField(max_length=60)),
                ('before', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, null=True)),
                ('after', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, null=True)),
                ('salt', models.CharField(max_length=32)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('council', 'seq', 'field'), name='history_detail_once_per_field')],
            },
        ),
        migrations.CreateModel(
            name='HistoryEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('council', models.CharField(max_length=40)),
                ('seq', models.PositiveBigIntegerField()),
                ('at', models.DateTimeField()),
                ('on', models.DateField()),
                ('who', models.CharField(max_length=100)),
                ('actor_kind', models.CharField(max_length=10)),
                ('what', models.CharField(max_length=100)),
                ('about_kind', models.CharField(max_length=60)),
                ('about', models.CharField(max_length=200)),
                ('changes', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('rows', models.JSONField(null=True)),
                ('reason', models.TextField(blank=True, default='')),
                ('prev', models.CharField(max_length=64)),
                ('digest', models.CharField(max_length=64)),
            ],
            options={
                'verbose_name_plural': 'history entries',
                'indexes': [models.Index(fields=['council', 'about_kind', 'about'], name='history_entry_about')],
                'constraints': [models.UniqueConstraint(fields=('council', 'seq'), name='history_entry_has_one_place')],
            },
        ),
        migrations.CreateModel(
            name='WrittenRows',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('council', models.CharField(max_length=40)),
                ('seq', models.PositiveBigIntegerField()),
                ('table', models.CharField(max_length=63)),
                ('columns', models.TextField()),
                ('salt', models.CharField(max_length=32)),
                ('digests', models.TextField()),
            ],
            options={
                'verbose_name_plural': 'written rows',
                'constraints': [models.UniqueConstraint(fields=('council', 'seq', 'table'), name='written_rows_once_per_entry')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('model', models.CharField(max_length=100)),
                ('key', models.BigIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('until', models.DateField()),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('model', 'key'), name='one_invitation_of_a_record')],
            },
        ),
        migrations.CreateModel(
            name='OutgoingEmail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('model', models.CharField(max_length=100)),
                ('key', models.BigIntegerField()),
                ('kind', models.CharField(max_length=20)),
                ('occasion', models.CharField(blank=True, max_length=20)),
                ('day', models.DateField()),
                ('state', models.CharField(choices=[('', 'Sent'), ('waiting', 'Waiting to be sent'), ('sending', 'Being sent'), ('sent', 'Sent'), ('failed', 'Not sent'), ('unknown', 'It may have been sent')], max_length=10)),
                ('error', models.CharField(blank=True, max_length=200)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
            ],
            options={
                'indexes': [models.Index(fields=['model', 'kind', 'occasion'], name='outgoing_email_kind')],
                'constraints': [models.UniqueConstraint(fields=('model', 'key', 'kind', 'occasion'), name='outgoing_email_once')],
            },
        ),
    ]
