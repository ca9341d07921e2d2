"""The tables of signing in."""

import django.db.models.deletion
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
            name='GrantReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(choices=[('keep', 'Kept'), ('change', 'End date changed'), ('end', 'Ended')], max_length=10)),
                ('reason', models.CharField(max_length=300)),
                ('reviewed_on', models.DateField()),
                ('grant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='accounts.grant')),
                ('reviewed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grant_reviews', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'review of a role',
                'verbose_name_plural': 'reviews of roles',
            },
        ),
        migrations.CreateModel(
            name='KnownDevice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField()),
                ('used_at', models.DateTimeField()),
                ('failures', models.PositiveSmallIntegerField(default=0)),
                ('failed_at', models.DateTimeField(blank=True, null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='known_devices', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'known device',
            },
        ),
        migrations.CreateModel(
            name='ProviderGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.CharField(max_length=200)),
                ('label', models.CharField(max_length=100)),
                ('role', models.CharField(choices=[('officer', 'Officer: keeps the records of their subjects'), ('approver', 'Approver: reads drafts and restricted matter, approves, never edits'), ('clerk', 'Clerk: composes and publishes reports from counts, sees no row about a person'), ('member', 'Member: reads published reports'), ('administrator', 'Administrator: keeps accounts, policies and definitions'), ('data_protection', 'Data protection: keeps retention and legal holds, answers people about their data')], max_length=20)),
                ('subject', models.CharField(blank=True, choices=[('audits', 'Case-file audits'), ('dbs', 'DBS checks'), ('looked_after', 'Looked-after children'), ('findings', 'Reviews and findings'), ('improvements', 'Improvement plans'), ('surveys', 'Surveys'), ('matters', 'Boards, plans and risks')], default='', max_length=20)),
                ('from_date', models.DateField()),
                ('to_date', models.DateField(blank=True, null=True)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
            ],
            options={
                'verbose_name': 'group with a role',
                'verbose_name_plural': 'groups with roles',
                'ordering': ('label', 'from_date'),
                'constraints': [models.UniqueConstraint(fields=('council', 'group', 'role', 'subject', 'from_date'), name='provider_group_role_once_a_day'), models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='provider_group_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('subject', ''), ('role', 'officer'), _connector='OR'), name='provider_group_only_officers_have_a_subject')],
            },
        ),
        migrations.CreateModel(
            name='TwoStepPolicy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_date', models.DateField()),
                ('officer', models.BooleanField(default=False)),
                ('approver', models.BooleanField(default=True)),
                ('clerk', models.BooleanField(default=True)),
                ('member', models.BooleanField(default=False)),
                ('administrator', models.BooleanField(default=True)),
                ('data_protection', models.BooleanField(default=True)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
            ],
            options={
                'verbose_name': 'policy on two-step sign-in',
                'verbose_name_plural': 'policies on two-step sign-in',
                'ordering': ('-from_date',),
                'constraints': [models.UniqueConstraint(fields=('council', 'from_date'), name='two_step_policy_once_a_day')],
            },
        ),
    ]
