"""The tables of accounts."""

import assurance.records.email
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from assurance.runtime.first_migration import FirstMigration


class Migration(FirstMigration):

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Council',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=40, unique=True)),
                ('name', models.CharField(max_length=100)),
                ('short_name', models.CharField(max_length=100)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mail address')),
                ('name', models.CharField(max_length=100)),
                ('is_active', models.BooleanField(default=True, verbose_name='can sign in')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('by_provider', models.BooleanField(default=False, verbose_name='signs in with the council’s identity provider')),
                ('sign_outs', models.PositiveIntegerField(default=0)),
                ('council', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='accounts.council')),
            ],
            options={
                'ordering': ['name', 'email'],
                'constraints': [models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower('email'))), name='user_email_is_lower_case')],
            },
        ),
        migrations.CreateModel(
            name='Grant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('officer', 'Officer: keeps the records of their subjects'), ('approver', 'Approver: reads drafts and restricted matter, approves, never edits'), ('clerk', 'Clerk: composes and publishes reports from counts, sees no row about a person'), ('member', 'Member: reads published reports'), ('administrator', 'Administrator: keeps accounts, policies and definitions'), ('data_protection', 'Data protection: keeps retention and legal holds, answers people about their data')], max_length=20)),
                ('subject', models.CharField(blank=True, choices=[('audits', 'Case-file audits'), ('dbs', 'DBS checks'), ('looked_after', 'Looked-after children'), ('findings', 'Reviews and findings'), ('improvements', 'Improvement plans'), ('surveys', 'Surveys'), ('matters', 'Boards, plans and risks')], default='', max_length=20)),
                ('from_date', models.DateField(verbose_name='from')),
                ('to_date', models.DateField(blank=True, null=True, verbose_name='to')),
                ('group', models.CharField(blank=True, default='', max_length=200)),
                ('ended_at_once', models.BooleanField(default=False)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['from_date', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='grant_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('subject', ''), ('role', 'officer'), _connector='OR'), name='grant_only_officers_have_a_subject'), models.CheckConstraint(condition=models.Q(('role__in', ['officer', 'approver', 'clerk', 'member', 'administrator', 'data_protection'])), name='grant_role_is_known'), models.CheckConstraint(condition=models.Q(('ended_at_once', False), ('to_date__isnull', False), _connector='OR'), name='grant_ended_at_once_has_ended')],
            },
        ),
        migrations.CreateModel(
            name='LoggedAccess',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('export', 'List downloaded'), ('search', 'Records searched'), ('exempt', 'Exempt matter opened')], max_length=10)),
                ('what', models.CharField(max_length=200)),
                ('results', models.PositiveIntegerField(blank=True, null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='logged_accesses', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='logged_accesses', to='accounts.council')),
            ],
            options={
                'verbose_name': 'logged access',
                'verbose_name_plural': 'logged accesses',
                'indexes': [models.Index(fields=['council', 'at'], name='logged_access_by_time')],
            },
        ),
        migrations.CreateModel(
            name='Notices',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('feed_digest', models.CharField(blank=True, max_length=64)),
                ('feed_made_on', models.DateField(blank=True, null=True)),
                ('email_every', models.CharField(blank=True, choices=[('', 'Never'), ('day', 'Every working day'), ('week', 'Every Monday')], max_length=10)),
                ('emailed_on', models.DateField(blank=True, null=True)),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'notices',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('feed_digest', ''), ('feed_made_on__isnull', True)), models.Q(models.Q(('feed_digest', ''), _negated=True), ('feed_made_on__isnull', False)), _connector='OR'), name='calendar_address_has_its_day'), models.UniqueConstraint(condition=models.Q(('feed_digest', ''), _negated=True), fields=('feed_digest',), name='calendar_address_is_one_accounts')],
            },
            bases=(assurance.records.email.Emailed, models.Model),
        ),
    ]
