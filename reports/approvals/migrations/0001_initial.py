"""The tables of approvals."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('accounts', '__first__'),
        ('editions', '0001_initial'),
        ('papers', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ApprovalRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approval_rules', to='accounts.council')),
                ('template', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='approval_rules', to='papers.reporttemplate')),
                ('kind', models.CharField(choices=[('author', 'Report author'), ('chief_officer', 'Chief officer'), ('legal', 'Legal'), ('finance', 'Finance'), ('human_resources', 'Human resources'), ('other', 'Another')], max_length=20)),
                ('called', models.CharField(blank=True, default='', max_length=60)),
                ('scope', models.CharField(default='whole', max_length=100)),
                ('approver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approval_rules', to=settings.AUTH_USER_MODEL)),
                ('from_date', models.DateField()),
                ('to_date', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='approval_rule_dates_in_order'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'other'), models.Q(('called', ''), _negated=True)), models.Q(models.Q(('kind', 'other'), _negated=True), ('called', '')), _connector='OR'), name='approval_rule_other_is_named')],
            },
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to='papers.paper')),
                ('kind', models.CharField(blank=True, choices=[('author', 'Report author'), ('chief_officer', 'Chief officer'), ('legal', 'Legal'), ('finance', 'Finance'), ('human_resources', 'Human resources'), ('other', 'Another'), ('outside', 'From outside')], default='', max_length=20)),
                ('called', models.CharField(blank=True, default='', max_length=60)),
                ('scope', models.CharField(default='whole', max_length=100)),
                ('round', models.PositiveIntegerField()),
                ('approver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to=settings.AUTH_USER_MODEL)),
                ('outsider', models.CharField(blank=True, default='', max_length=200)),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('approved_on', models.DateField()),
                ('digest', models.CharField(max_length=64)),
                ('scope_digest', models.CharField(blank=True, default='', max_length=64)),
                ('remarks', models.TextField(blank=True)),
                ('void_on', models.DateField(blank=True, null=True)),
                ('void_because', models.CharField(blank=True, choices=[('reopened', 'The paper was written again'), ('changed', 'What it approved has changed'), ('returned', 'Who gave it returned the paper'), ('edited', 'Who gave it has edited or sent the paper')], default='', max_length=10)),
            ],
            options={
                'ordering': ('paper', 'approved_on', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('void_on__isnull', True)), fields=('paper', 'kind', 'called', 'scope', 'round', 'approver'), name='approval_once'), models.CheckConstraint(condition=models.Q(models.Q(('approver', models.F('sent_by')), _negated=True), ('kind', 'author'), _connector='OR'), name='approved_by_another_than_sent_it'), models.CheckConstraint(condition=models.Q(models.Q(('approver__isnull', True), models.Q(('outsider', ''), _negated=True)), models.Q(('approver__isnull', False), ('outsider', '')), _connector='OR'), name='approved_by_an_account_or_an_outsider')],
            },
        ),
        migrations.CreateModel(
            name='EarlyReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='early_readers', to='papers.paper')),
                ('post', models.CharField(max_length=120)),
                ('reader', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='early_papers', to=settings.AUTH_USER_MODEL)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('before_edition', models.PositiveSmallIntegerField()),
                ('from_on', models.DateField()),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_on', models.DateField()),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ended_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ('paper', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('email', ''), ('reader__isnull', False)), models.Q(('reader__isnull', True), models.Q(('email', ''), _negated=True)), _connector='OR'), name='early_reader_by_account_or_link'), models.CheckConstraint(condition=models.Q(models.Q(('ended_by__isnull', True), ('ended_on__isnull', True)), models.Q(('ended_by__isnull', False), ('ended_on__isnull', False)), _connector='OR'), name='earlyreader_ended_by_and_on')],
            },
        ),
        migrations.CreateModel(
            name='EmergencyIssue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='emergency_issues', to='papers.paper')),
                ('round', models.PositiveIntegerField()),
                ('edition', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='emergency_issue', to='editions.edition')),
                ('reason', models.TextField()),
                ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('issued_on', models.DateField()),
                ('outcome', models.CharField(blank=True, choices=[('fine', 'Found in order'), ('wrong', 'To be corrected')], default='', max_length=10)),
                ('words', models.TextField(blank=True, default='')),
                ('looked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('looked_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ('paper', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('paper', 'round'), name='emergency_once_a_round'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='emergency_says_why'), models.CheckConstraint(condition=models.Q(models.Q(('looked_by__isnull', True), ('looked_on__isnull', True), ('outcome', '')), models.Q(models.Q(('outcome', ''), _negated=True), ('looked_by__isnull', False), ('looked_on__isnull', False)), _connector='OR'), name='emergency_looked_at_by_and_on'), models.CheckConstraint(condition=models.Q(('looked_by__isnull', True), models.Q(('looked_by', models.F('issued_by')), _negated=True), _connector='OR'), name='emergency_looked_at_by_a_second')],
            },
        ),
        migrations.CreateModel(
            name='OutsideApprover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='outside_approvers', to='papers.paper')),
                ('for_edition', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=80)),
                ('post', models.CharField(max_length=110)),
                ('email', models.EmailField(max_length=254)),
                ('is_needed', models.BooleanField(default=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_on', models.DateField()),
                ('decision', models.CharField(blank=True, choices=[('approved', 'Approved'), ('returned', 'Sent back')], default='', max_length=10)),
                ('decided_on', models.DateField(blank=True, null=True)),
                ('remarks', models.TextField(blank=True, default='')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ended_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ('paper', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('decided_on__isnull', True), ('decision', '')), models.Q(models.Q(('decision', ''), _negated=True), ('decided_on__isnull', False)), _connector='OR'), name='outside_approver_decided_on'), models.CheckConstraint(condition=models.Q(models.Q(('ended_by__isnull', True), ('ended_on__isnull', True)), models.Q(('ended_by__isnull', False), ('ended_on__isnull', False)), _connector='OR'), name='outsideapprover_ended_by_and_on')],
            },
        ),
        migrations.CreateModel(
            name='EarlyReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reader', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='approvals.earlyreader')),
                ('read_at', models.DateTimeField()),
                ('form', models.CharField(choices=[('page', 'On screen'), ('pdf', 'PDF')], max_length=4)),
                ('digest', models.CharField(max_length=64)),
            ],
            options={
                'ordering': ('reader', 'pk'),
            },
        ),
    ]
