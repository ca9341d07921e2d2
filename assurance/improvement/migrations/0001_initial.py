"""The tables of improvement."""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

from assurance.runtime.first_migration import FirstMigration


class Migration(FirstMigration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('audits', '0001_initial'),
        ('people', '0001_initial'),
        ('reviews', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Action',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('reference', models.CharField(max_length=20)),
                ('text', models.TextField()),
                ('measure', models.TextField(blank=True)),
                ('starts_on', models.DateField()),
                ('due_on', models.DateField()),
                ('next_report_on', models.DateField(blank=True, null=True)),
                ('status', models.CharField(choices=[('not_started', 'Not started, not yet due'), ('on_track', 'On track'), ('at_risk', 'At risk'), ('overdue', 'Overdue, or will miss its date'), ('done', 'Done and checked')], default='not_started', max_length=20)),
                ('impact', models.CharField(choices=[('not_known', 'Not yet known'), ('early', 'Early signs'), ('improving', 'Improving for children'), ('no_change', 'No change'), ('worse', 'Worse')], default='not_known', max_length=20)),
                ('done_on', models.DateField(blank=True, null=True)),
                ('finished_on', models.DateField(blank=True, null=True)),
                ('marked_done_on', models.DateField(blank=True, null=True)),
                ('evidence', models.TextField(blank=True)),
                ('checker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actions_checked', to='people.post')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('findings', models.ManyToManyField(blank=True, related_name='actions', to='reviews.finding')),
                ('marked_done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions_owned', to='people.post')),
                ('supporters', models.ManyToManyField(blank=True, related_name='actions_supported', to='people.post')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('priority', 'reference'),
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DueChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('moved_on', models.DateField()),
                ('from_day', models.DateField()),
                ('to_day', models.DateField()),
                ('reason', models.CharField(max_length=200)),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='due_changes', to='improvement.action')),
            ],
            options={
                'ordering': ('action', 'moved_on', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='ImpactChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('changed_on', models.DateField()),
                ('from_impact', models.CharField(choices=[('not_known', 'Not yet known'), ('early', 'Early signs'), ('improving', 'Improving for children'), ('no_change', 'No change'), ('worse', 'Worse')], max_length=20)),
                ('to_impact', models.CharField(choices=[('not_known', 'Not yet known'), ('early', 'Early signs'), ('improving', 'Improving for children'), ('no_change', 'No change'), ('worse', 'Worse')], max_length=20)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='impact_changes', to='improvement.action')),
            ],
            options={
                'ordering': ('action', 'changed_on', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=60)),
                ('title', models.CharField(max_length=160)),
                ('from_date', models.DateField()),
                ('to_date', models.DateField(blank=True, null=True)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='accounts.council')),
            ],
            options={
                'ordering': ('-from_date',),
                'constraints': [models.UniqueConstraint(fields=('council', 'slug'), name='plan_named_once'), models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='plan_dates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Priority',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=200)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='priorities', to='improvement.plan')),
            ],
            options={
                'ordering': ('plan', 'order'),
                'constraints': [models.UniqueConstraint(fields=('plan', 'order'), name='priority_order_once')],
            },
        ),
        migrations.AddField(
            model_name='action',
            name='priority',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='improvement.priority'),
        ),
        migrations.CreateModel(
            name='StatusChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('changed_on', models.DateField()),
                ('from_status', models.CharField(choices=[('not_started', 'Not started, not yet due'), ('on_track', 'On track'), ('at_risk', 'At risk'), ('overdue', 'Overdue, or will miss its date'), ('done', 'Done and checked')], max_length=20)),
                ('to_status', models.CharField(choices=[('not_started', 'Not started, not yet due'), ('on_track', 'On track'), ('at_risk', 'At risk'), ('overdue', 'Overdue, or will miss its date'), ('done', 'Done and checked')], max_length=20)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='status_changes', to='improvement.action')),
            ],
            options={
                'ordering': ('action', 'changed_on', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='ActionEvidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('figure', models.CharField(blank=True, max_length=80)),
                ('shows', models.CharField(max_length=200)),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence_links', to='improvement.action')),
                ('audit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='evidence_of', to='audits.caseaudit')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'evidence',
                'ordering': ('action', 'pk'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='actionevidence_withdrawal_is_whole'), models.CheckConstraint(condition=models.Q(models.Q(('audit__isnull', False), ('figure', '')), models.Q(('audit__isnull', True), models.Q(('figure', ''), _negated=True)), _connector='OR'), name='evidence_is_an_audit_or_a_figure')],
            },
        ),
        migrations.CreateModel(
            name='ActionNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('noted_on', models.DateField()),
                ('text', models.TextField()),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='improvement.action')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='action_notes', to='people.post')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'note',
                'ordering': ('action', '-noted_on', '-pk'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='actionnote_withdrawal_is_whole')],
            },
        ),
        migrations.AddIndex(
            model_name='action',
            index=models.Index(fields=['council', 'due_on'], name='action_by_due_day'),
        ),
        migrations.AddIndex(
            model_name='action',
            index=models.Index(fields=['council', 'owner'], name='action_by_owner_post'),
        ),
        migrations.AddConstraint(
            model_name='action',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='action_withdrawal_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='action',
            constraint=models.UniqueConstraint(fields=('council', 'reference'), name='action_reference_once'),
        ),
        migrations.AddConstraint(
            model_name='action',
            constraint=models.UniqueConstraint(models.F('council'), django.db.models.functions.text.Lower('reference'), name='action_reference_once_in_any_case'),
        ),
        migrations.AddConstraint(
            model_name='action',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('starts_on'))), name='action_dates_in_order'),
        ),
        migrations.AddConstraint(
            model_name='action',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_on__isnull', False), ('status__in', ('done',))), models.Q(('done_on__isnull', True), models.Q(('status__in', ('done',)), _negated=True)), _connector='OR'), name='action_done_has_its_day'),
        ),
        migrations.AddConstraint(
            model_name='action',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ('done',)), _negated=True), ('checker__isnull', False), _connector='OR'), name='action_done_has_its_checker'),
        ),
        migrations.AddConstraint(
            model_name='action',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('finished_on__isnull', True), ('marked_done_by__isnull', True), ('marked_done_on__isnull', True)), models.Q(('finished_on__isnull', False), ('marked_done_on__gte', models.F('finished_on')), ('marked_done_by__isnull', False), models.Q(('status__in', ('done',)), _negated=True)), _connector='OR'), name='action_mark_of_done_is_whole'),
        ),
    ]
