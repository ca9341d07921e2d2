"""Clearances of single implications, and what was asked for."""

import assurance.records.email
import django.db.models.deletion
import reports.approvals.models.clearances
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('approvals', '0004_deputies'),
        ('papers', '0011_changed_report_templates'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Clearance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('author', 'Report author'), ('chief_officer', 'Chief officer'), ('legal', 'Legal'), ('finance', 'Finance'), ('human_resources', 'Human resources'), ('other', 'Another')], max_length=20)),
                ('called', models.CharField(blank=True, default='', max_length=60)),
                ('scope', models.CharField(max_length=100)),
                ('cleared_on', models.DateField()),
                ('digest', models.CharField(max_length=64)),
                ('text', models.TextField()),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('clearer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clearances', to=settings.AUTH_USER_MODEL)),
                ('in_place_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clearances', to='papers.paper')),
            ],
            options={
                'ordering': ('paper', 'pk'),
            },
            bases=(reports.approvals.models.clearances.OfEntry, models.Model),
        ),
        migrations.CreateModel(
            name='ClearanceRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('author', 'Report author'), ('chief_officer', 'Chief officer'), ('legal', 'Legal'), ('finance', 'Finance'), ('human_resources', 'Human resources'), ('other', 'Another')], max_length=20)),
                ('called', models.CharField(blank=True, default='', max_length=60)),
                ('scope', models.CharField(max_length=100)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('asked_on', models.DateField()),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ended', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='approvals.clearance')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clearance_requests', to='papers.paper')),
            ],
            options={
                'ordering': ('paper', 'pk'),
            },
            bases=(reports.approvals.models.clearances.OfEntry, assurance.records.email.Emailed, models.Model),
        ),
        migrations.AddConstraint(
            model_name='clearance',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('paper', 'kind', 'called', 'scope', 'digest'), name='clearance_once'),
        ),
        migrations.AddConstraint(
            model_name='clearance',
            constraint=models.CheckConstraint(condition=models.Q(('scope__contains', '/')), name='clearance_of_an_entry'),
        ),
        migrations.AddConstraint(
            model_name='clearance',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='clearance_of_words'),
        ),
        migrations.AddConstraint(
            model_name='clearance',
            constraint=models.CheckConstraint(condition=models.Q(('in_place_of__isnull', True), models.Q(('in_place_of', models.F('clearer')), _negated=True), _connector='OR'), name='clearance_in_place_of_another'),
        ),
        migrations.AddConstraint(
            model_name='clearancerequest',
            constraint=models.UniqueConstraint(fields=('paper', 'kind', 'called', 'scope'), name='clearance_asked_for_once'),
        ),
        migrations.AddConstraint(
            model_name='clearancerequest',
            constraint=models.CheckConstraint(condition=models.Q(('scope__contains', '/')), name='clearance_asked_of_an_entry'),
        ),
    ]
