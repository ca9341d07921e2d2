"""The tables of people."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('accounts', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='accounts.council')),
                ('service', models.CharField(max_length=120)),
                ('name', models.CharField(max_length=120)),
                ('from_date', models.DateField()),
                ('to_date', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ('service', 'name'),
                'constraints': [models.UniqueConstraint(fields=('council', 'service', 'name'), name='team_named_once'), models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='team_dates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Cohort',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cohorts', to='accounts.council')),
                ('kind', models.CharField(choices=[('dbs', 'people who need a DBS check'), ('looked_after', 'children')], max_length=20)),
                ('slug', models.SlugField(max_length=60)),
                ('title', models.CharField(max_length=160)),
                ('definition', models.TextField()),
                ('groups', models.JSONField(blank=True, default=list)),
                ('usual', models.BooleanField(default=False)),
                ('from_date', models.DateField()),
                ('to_date', models.DateField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'population',
                'ordering': ('kind', 'title'),
                'constraints': [models.UniqueConstraint(fields=('council', 'slug'), name='cohort_named_once'), models.UniqueConstraint(condition=models.Q(('usual', True)), fields=('council', 'kind'), name='one_usual_cohort'), models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='cohort_dates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('reference', models.CharField(max_length=40)),
                ('name', models.CharField(max_length=120)),
                ('work_email', models.EmailField(blank=True, max_length=254)),
            ],
            options={
                'ordering': ('name', 'reference'),
                'abstract': False,
                'indexes': [models.Index(fields=['council', 'name'], name='person_by_name')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='person_withdrawal_is_whole'), models.UniqueConstraint(fields=('council', 'reference'), name='person_reference_once')],
            },
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='accounts.council')),
                ('slug', models.SlugField(max_length=60)),
                ('title', models.CharField(max_length=160)),
                ('department', models.CharField(blank=True, max_length=160)),
                ('telephone', models.CharField(blank=True, max_length=40)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('from_date', models.DateField()),
                ('to_date', models.DateField(blank=True, null=True)),
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
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='engagements', to='people.person')),
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
                ('set_aside_approved_by', models.CharField(blank=True, max_length=120)),
                ('risk_assessed_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ('person', 'starts_on'),
                'abstract': False,
                'indexes': [models.Index(fields=['council', 'group'], name='engagement_by_group'), models.Index(fields=['council', 'service'], name='engagement_by_service')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='engagement_withdrawal_is_whole'), models.CheckConstraint(condition=models.Q(('needs_check', True), models.Q(('not_eligible_because', ''), _negated=True), _connector='OR'), name='engagement_says_why_no_check'), models.CheckConstraint(condition=models.Q(('set_aside_from__isnull', True), models.Q(models.Q(('set_aside_because', ''), _negated=True), models.Q(('set_aside_approved_by', ''), _negated=True)), _connector='OR'), name='set_aside_has_reason_and_approver'), models.CheckConstraint(condition=models.Q(('set_aside_until__isnull', True), ('set_aside_until__gte', models.F('set_aside_from')), _connector='OR'), name='set_aside_dates_in_order')],
            },
        ),
    ]
