"""The tables of people."""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

from assurance.runtime.first_migration import FirstMigration


class Migration(FirstMigration):

    dependencies = [
        ('accounts', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('reference', models.CharField(max_length=40)),
                ('name', models.CharField(max_length=120)),
                ('work_email', models.EmailField(blank=True, max_length=254)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'people',
                'ordering': ('name', 'reference'),
                'abstract': False,
                'indexes': [models.Index(fields=['council', 'name'], name='person_by_name')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='person_withdrawal_is_whole'), models.UniqueConstraint(fields=('council', 'reference'), name='person_reference_once'), models.UniqueConstraint(models.F('council'), django.db.models.functions.text.Lower('reference'), name='person_reference_once_in_any_case')],
            },
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=60)),
                ('title', models.CharField(max_length=160)),
                ('department', models.CharField(blank=True, max_length=160)),
                ('telephone', models.CharField(blank=True, max_length=40)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('from_date', models.DateField()),
                ('to_date', models.DateField(blank=True, null=True)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='accounts.council')),
            ],
            options={
                'ordering': ('title',),
                'constraints': [models.UniqueConstraint(fields=('council', 'slug', 'from_date'), name='post_named_once'), models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='post_dates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Engagement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('group', models.CharField(choices=[('employee', 'Employee'), ('agency', 'Agency worker'), ('foster_carer', 'Foster carer'), ('household', 'Household member of a foster carer'), ('independent_visitor', 'Independent visitor'), ('volunteer', 'Volunteer'), ('panel', 'Adoption or fostering panel member'), ('governor', 'School governor'), ('elected', 'Elected member'), ('contractor', 'Contractor')], max_length=30)),
                ('service', models.CharField(max_length=120)),
                ('role', models.CharField(max_length=120)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('needs_check', models.BooleanField(default=True)),
                ('level', models.CharField(choices=[('basic', 'Basic'), ('standard', 'Standard'), ('enhanced', 'Enhanced'), ('enhanced_barred', 'Enhanced with barred list')], default='enhanced_barred', max_length=20)),
                ('workforce', models.CharField(choices=[('child', 'Child'), ('adult', 'Adult'), ('both', 'Child and adult'), ('other', 'Other')], default='child', max_length=10)),
                ('not_eligible_because', models.CharField(blank=True, max_length=200)),
                ('set_aside_from', models.DateField(blank=True, null=True)),
                ('set_aside_until', models.DateField(blank=True, null=True)),
                ('set_aside_because', models.CharField(blank=True, max_length=200)),
                ('set_aside_recorded_on', models.DateField(blank=True, null=True)),
                ('absent_from', models.DateField(blank=True, null=True)),
                ('absent_until', models.DateField(blank=True, null=True)),
                ('absent_because', models.CharField(blank=True, choices=[('parental', 'Parental or adoption leave'), ('leave', 'Other long leave'), ('career_break', 'Career break'), ('secondment', 'Secondment elsewhere')], max_length=20)),
                ('risk_assessed_on', models.DateField(blank=True, null=True)),
                ('risk_assessment', models.CharField(blank=True, max_length=200)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('set_aside_recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='engagements', to='people.person')),
                ('set_aside_approver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='set_asides_approved', to='people.post')),
            ],
            options={
                'verbose_name': 'role',
                'ordering': ('person', 'starts_on'),
                'abstract': False,
                'indexes': [models.Index(fields=['council', 'group'], name='engagement_by_group'), models.Index(fields=['council', 'service'], name='engagement_by_service')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='engagement_withdrawal_is_whole'), models.CheckConstraint(condition=models.Q(('needs_check', True), models.Q(('not_eligible_because', ''), _negated=True), _connector='OR'), name='engagement_says_why_no_check'), models.CheckConstraint(condition=models.Q(models.Q(('set_aside_approver__isnull', True), ('set_aside_from__isnull', True)), models.Q(('set_aside_from__isnull', False), models.Q(('set_aside_because', ''), _negated=True)), _connector='OR'), name='set_aside_has_a_day_and_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('set_aside_recorded_by__isnull', True), ('set_aside_recorded_on__isnull', True)), models.Q(('set_aside_recorded_by__isnull', False), ('set_aside_recorded_on__isnull', False)), _connector='OR'), name='set_aside_recorded_by_somebody_on_a_day'), models.CheckConstraint(condition=models.Q(('set_aside_until__isnull', True), ('set_aside_until__gte', models.F('set_aside_from')), _connector='OR'), name='set_aside_dates_in_order'), models.CheckConstraint(condition=models.Q(models.Q(('absent_because', ''), ('absent_from__isnull', True), ('absent_until__isnull', True)), models.Q(('absent_from__isnull', False), models.Q(('absent_because', ''), _negated=True)), _connector='OR'), name='absence_has_a_first_day_and_a_kind'), models.CheckConstraint(condition=models.Q(('absent_until__isnull', True), ('absent_until__gte', models.F('absent_from')), _connector='OR'), name='absence_dates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='PostHolder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_date', models.DateField()),
                ('to_date', models.DateField(blank=True, null=True)),
                ('interim', models.BooleanField(default=False)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts_held', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holders', to='people.post')),
            ],
            options={
                'verbose_name': 'holder',
                'ordering': ('post', '-from_date'),
                'constraints': [models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='post_holder_dates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Absence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_date', models.DateField()),
                ('to_date', models.DateField()),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('stand_in', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stands_in', to=settings.AUTH_USER_MODEL)),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absences', to='people.postholder')),
            ],
            options={
                'verbose_name': 'absence',
                'ordering': ('holder', '-from_date'),
                'constraints': [models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='post_absence_dates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='SecondPersonPolicy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_date', models.DateField()),
                ('actions', models.BooleanField(default=True)),
                ('audits', models.BooleanField(default=True)),
                ('breaches', models.BooleanField(default=True)),
                ('set_asides', models.BooleanField(default=True)),
                ('policies', models.BooleanField(default=True)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
            ],
            options={
                'verbose_name': 'policy on second persons',
                'verbose_name_plural': 'policies on second persons',
                'ordering': ('-from_date',),
                'constraints': [models.UniqueConstraint(fields=('council', 'from_date'), name='second_person_policy_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('service', models.CharField(max_length=120)),
                ('name', models.CharField(max_length=120)),
                ('from_date', models.DateField()),
                ('to_date', models.DateField(blank=True, null=True)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='accounts.council')),
            ],
            options={
                'ordering': ('service', 'name'),
                'constraints': [models.UniqueConstraint(fields=('council', 'service', 'name'), name='team_named_once'), models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='team_dates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='TeamSuccession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('from_date', models.DateField()),
                ('before', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='people.team')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='follows', to='people.team')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'team before',
                'verbose_name_plural': 'teams before',
                'ordering': ('from_date', 'pk'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='teamsuccession_withdrawal_is_whole'), models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('team', 'before'), name='team_follows_another_once'), models.CheckConstraint(condition=models.Q(('team', models.F('before')), _negated=True), name='team_follows_another')],
            },
        ),
        migrations.CreateModel(
            name='Cohort',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('dbs', 'people who need a DBS check'), ('looked_after', 'children')], max_length=20)),
                ('slug', models.SlugField(max_length=60)),
                ('title', models.CharField(max_length=160)),
                ('definition', models.TextField()),
                ('groups', models.JSONField(blank=True, default=list)),
                ('usual', models.BooleanField(default=False)),
                ('from_date', models.DateField()),
                ('to_date', models.DateField(blank=True, null=True)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cohorts', to='accounts.council')),
            ],
            options={
                'verbose_name': 'population',
                'ordering': ('kind', 'title'),
                'constraints': [models.UniqueConstraint(fields=('council', 'slug'), name='cohort_named_once'), models.UniqueConstraint(condition=models.Q(('usual', True)), fields=('council', 'kind'), name='one_usual_cohort'), models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='cohort_dates_in_order')],
            },
        ),
    ]
