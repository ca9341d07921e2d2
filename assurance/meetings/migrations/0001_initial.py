"""The tables of meetings."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from assurance.runtime.first_migration import FirstMigration


class Migration(FirstMigration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('people', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Body',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('slug', models.SlugField(max_length=60)),
                ('title', models.CharField(max_length=160)),
                ('kind', models.CharField(choices=[('committee', 'Committee'), ('board', 'Board'), ('panel', 'Panel'), ('learning', 'Learning meetings'), ('performance', 'Performance meetings'), ('workshop', 'Workshops'), ('task_group', 'Task group'), ('other', 'Other forum')], max_length=20)),
                ('interval', models.CharField(blank=True, choices=[('weekly', 'Every week'), ('fortnightly', 'Every two weeks'), ('monthly', 'Every month'), ('two_months', 'Every two months'), ('three_months', 'Every three months'), ('six_months', 'Every six months'), ('yearly', 'Every year'), ('as_needed', 'When it is needed')], max_length=20)),
                ('remit', models.TextField(blank=True)),
                ('objectives', models.TextField(blank=True)),
                ('report_due_on', models.DateField(blank=True, null=True)),
                ('reported_on', models.DateField(blank=True, null=True)),
                ('chair', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bodies_chaired', to='people.post')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('members', models.ManyToManyField(blank=True, related_name='task_groups', to='people.post')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'forum',
                'verbose_name_plural': 'bodies',
                'ordering': ('title',),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='body_withdrawal_is_whole'), models.UniqueConstraint(condition=models.Q(('kind', 'committee')), fields=('council', 'slug'), name='committee_named_once'), models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True), models.Q(('kind', 'committee'), _negated=True)), fields=('council', 'slug'), name='forum_named_once'), models.CheckConstraint(condition=models.Q(models.Q(models.Q(('kind', 'committee')), ('chair__isnull', True), ('interval', '')), models.Q(models.Q(('kind', 'committee'), _negated=True), models.Q(('interval', ''), _negated=True), ('chair__isnull', False)), _connector='OR'), name='forum_meets_at_intervals')],
            },
        ),
        migrations.CreateModel(
            name='Closure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('first_on', models.DateField()),
                ('last_on', models.DateField()),
                ('reason', models.CharField(max_length=120)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-first_on',),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='closure_withdrawal_is_whole'), models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('council', 'first_on'), name='closure_once'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='closure_has_a_reason'), models.CheckConstraint(condition=models.Q(('last_on__isnull', True), ('last_on__gte', models.F('first_on')), _connector='OR'), name='closure_days_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Election',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('election', 'An election'), ('local', 'A referendum of the council, or of a part of its area'), ('national', 'A referendum of the whole country')], default='election', max_length=10)),
                ('title', models.CharField(max_length=120)),
                ('polling_on', models.DateField()),
                ('notice_on', models.DateField(blank=True, null=True)),
                ('is_held', models.BooleanField(default=True)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-polling_on',),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='election_withdrawal_is_whole'), models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('council', 'kind', 'polling_on'), name='election_of_its_kind_once'), models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='election_has_a_title'), models.CheckConstraint(condition=models.Q(('notice_on__isnull', True), ('notice_on__lt', models.F('polling_on')), _connector='OR'), name='election_has_its_notice_before')],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('kind', models.CharField(editable=False, max_length=20)),
                ('date', models.DateField()),
                ('title', models.CharField(blank=True, max_length=160)),
                ('time', models.TimeField(blank=True, null=True)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('cancelled', models.BooleanField(default=False)),
                ('reviewed', models.TextField(blank=True)),
                ('resolutions', models.TextField(blank=True)),
                ('circulated', models.CharField(blank=True, max_length=200)),
                ('circulated_to', models.CharField(blank=True, max_length=200)),
                ('circulated_on', models.DateField(blank=True, null=True)),
                ('next_on', models.DateField(blank=True, null=True)),
                ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='meetings.body')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-date',),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='meeting_withdrawal_is_whole'), models.CheckConstraint(condition=models.Q(('kind', 'learning'), ('body__isnull', False), _connector='OR'), name='meeting_of_a_body'), models.UniqueConstraint(condition=models.Q(('kind', 'committee')), fields=('body', 'date'), name='one_meeting_a_day'), models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True), ('kind', 'forum')), fields=('body', 'date'), name='forum_meeting_once_a_day'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'forum'), _negated=True), models.Q(('circulated', ''), ('circulated_to', '')), models.Q(models.Q(('circulated', ''), _negated=True), models.Q(('circulated_to', ''), _negated=True)), _connector='OR'), name='forum_meeting_circulated_to_somebody'), models.CheckConstraint(condition=models.Q(('circulated_on__isnull', True), models.Q(('circulated_on__gte', models.F('date')), models.Q(('circulated_to', ''), _negated=True)), _connector='OR'), name='learning_meeting_circulated_to_somebody'), models.CheckConstraint(condition=models.Q(('next_on__isnull', True), ('next_on__gt', models.F('date')), _connector='OR'), name='learning_meeting_next_comes_after')],
            },
        ),
    ]
