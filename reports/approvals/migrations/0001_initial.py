"""The tables of approvals."""

import assurance.records.email
import assurance.records.invitations
import assurance.runtime.document_field
import django.db.models.deletion
import reports.approvals.models.clearances
import reports.papers.models.papers
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
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('paper', 'kind', 'called', 'scope', 'digest'), name='clearance_once'), models.CheckConstraint(condition=models.Q(('scope__contains', '/')), name='clearance_of_an_entry'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='clearance_of_words'), models.CheckConstraint(condition=models.Q(('in_place_of__isnull', True), models.Q(('in_place_of', models.F('clearer')), _negated=True), _connector='OR'), name='clearance_in_place_of_another')],
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
                'constraints': [models.UniqueConstraint(fields=('paper', 'kind', 'called', 'scope'), name='clearance_asked_for_once'), models.CheckConstraint(condition=models.Q(('scope__contains', '/')), name='clearance_asked_of_an_entry')],
            },
            bases=(reports.approvals.models.clearances.OfEntry, assurance.records.email.Emailed, models.Model),
        ),
        migrations.CreateModel(
            name='DraftFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('content', models.BinaryField(default=bytes)),
                ('trouble', models.TextField(blank=True, default='')),
                ('asked_at', models.DateTimeField()),
                ('looked_at', models.DateTimeField()),
                ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='draft_file', to='papers.paper')),
            ],
            bases=(reports.papers.models.papers.OfPaper, models.Model),
        ),
        migrations.CreateModel(
            name='EarlyReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('post', models.CharField(max_length=120)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('before_edition', models.PositiveSmallIntegerField()),
                ('from_on', models.DateField()),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='early_readers', to='papers.paper')),
                ('reader', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='early_papers', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('paper', 'pk'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('ended_by__isnull', True), ('ended_on__isnull', True)), models.Q(('ended_by__isnull', False), ('ended_on__isnull', False)), _connector='OR'), name='earlyreader_ended_by_and_on'), models.CheckConstraint(condition=models.Q(models.Q(('email', ''), ('reader__isnull', False)), models.Q(('reader__isnull', True), models.Q(('email', ''), _negated=True)), _connector='OR'), name='early_reader_by_account_or_link')],
            },
            bases=(reports.papers.models.papers.OfPaper, assurance.records.invitations.Invited, models.Model),
        ),
        migrations.CreateModel(
            name='EarlyReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('read_at', models.DateTimeField()),
                ('form', models.CharField(choices=[('page', 'On screen'), ('pdf', 'PDF')], max_length=4)),
                ('digest', models.CharField(max_length=64)),
                ('reader', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='approvals.earlyreader')),
            ],
            options={
                'ordering': ('reader', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='EmergencyIssue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.PositiveIntegerField()),
                ('reason', models.TextField()),
                ('issued_on', models.DateField()),
                ('outcome', models.CharField(blank=True, choices=[('fine', 'Found in order'), ('wrong', 'To be corrected')], default='', max_length=10)),
                ('words', models.TextField(blank=True, default='')),
                ('looked_on', models.DateField(blank=True, null=True)),
                ('edition', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='emergency_issue', to='editions.edition')),
                ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('looked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='emergency_issues', to='papers.paper')),
            ],
            options={
                'ordering': ('paper', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('paper', 'round'), name='emergency_once_a_round'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='emergency_says_why'), models.CheckConstraint(condition=models.Q(models.Q(('looked_by__isnull', True), ('looked_on__isnull', True), ('outcome', '')), models.Q(models.Q(('outcome', ''), _negated=True), ('looked_by__isnull', False), ('looked_on__isnull', False)), _connector='OR'), name='emergency_looked_at_by_and_on'), models.CheckConstraint(condition=models.Q(('looked_by__isnull', True), models.Q(('looked_by', models.F('issued_by')), _negated=True), _connector='OR'), name='emergency_looked_at_by_a_second')],
            },
            bases=(reports.papers.models.papers.OfPaper, models.Model),
        ),
        migrations.CreateModel(
            name='OutsideApprover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('for_edition', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=80)),
                ('post', models.CharField(max_length=110)),
                ('email', models.EmailField(max_length=254)),
                ('is_needed', models.BooleanField(default=True)),
                ('decision', models.CharField(blank=True, choices=[('approved', 'Approved'), ('returned', 'Sent back')], default='', max_length=10)),
                ('decided_on', models.DateField(blank=True, null=True)),
                ('remarks', models.TextField(blank=True, default='')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='outside_approvers', to='papers.paper')),
            ],
            options={
                'ordering': ('paper', 'pk'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('ended_by__isnull', True), ('ended_on__isnull', True)), models.Q(('ended_by__isnull', False), ('ended_on__isnull', False)), _connector='OR'), name='outsideapprover_ended_by_and_on'), models.CheckConstraint(condition=models.Q(models.Q(('decided_on__isnull', True), ('decision', '')), models.Q(models.Q(('decision', ''), _negated=True), ('decided_on__isnull', False)), _connector='OR'), name='outside_approver_decided_on')],
            },
            bases=(reports.papers.models.papers.OfPaper, assurance.records.invitations.Invited, models.Model),
        ),
        migrations.CreateModel(
            name='PaperBeforeCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content', assurance.runtime.document_field.DocumentField()),
                ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='before_correction', to='papers.paper')),
            ],
            bases=(reports.papers.models.papers.OfPaper, models.Model),
        ),
        migrations.CreateModel(
            name='PollReason',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.PositiveIntegerField()),
                ('at', models.DateTimeField(blank=True, null=True)),
                ('polls', models.CharField(max_length=300)),
                ('polling_on', models.DateField()),
                ('reason', models.CharField(max_length=300)),
                ('given_on', models.DateField()),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='poll_reasons', to=settings.AUTH_USER_MODEL)),
                ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='poll_reason', to='papers.paper')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='poll_reason_is_given')],
            },
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(blank=True, choices=[('author', 'Report author'), ('chief_officer', 'Chief officer'), ('legal', 'Legal'), ('finance', 'Finance'), ('human_resources', 'Human resources'), ('other', 'Another'), ('outside', 'From outside')], default='', max_length=20)),
                ('called', models.CharField(blank=True, default='', max_length=60)),
                ('scope', models.CharField(default='whole', max_length=100)),
                ('round', models.PositiveIntegerField()),
                ('outsider', models.CharField(blank=True, default='', max_length=200)),
                ('approved_on', models.DateField()),
                ('digest', models.CharField(max_length=64)),
                ('scope_digest', models.CharField(blank=True, default='', max_length=64)),
                ('remarks', models.TextField(blank=True)),
                ('void_on', models.DateField(blank=True, null=True)),
                ('void_because', models.CharField(blank=True, choices=[('reopened', 'The report was written again'), ('changed', 'The approved text has changed'), ('returned', 'The approver sent the report back'), ('edited', 'The approver has edited or sent the report')], default='', max_length=10)),
                ('approver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to=settings.AUTH_USER_MODEL)),
                ('in_place_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to='papers.paper')),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('paper', 'approved_on', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('void_on__isnull', True)), fields=('paper', 'kind', 'called', 'scope', 'round', 'approver'), name='approval_once'), models.CheckConstraint(condition=models.Q(models.Q(('approver', models.F('sent_by')), _negated=True), ('kind', 'author'), _connector='OR'), name='approved_by_another_than_sent_it'), models.CheckConstraint(condition=models.Q(models.Q(('approver__isnull', True), models.Q(('outsider', ''), _negated=True)), models.Q(('approver__isnull', False), ('outsider', '')), _connector='OR'), name='approved_by_an_account_or_an_outsider')],
            },
        ),
        migrations.CreateModel(
            name='ApprovalRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('author', 'Report author'), ('chief_officer', 'Chief officer'), ('legal', 'Legal'), ('finance', 'Finance'), ('human_resources', 'Human resources'), ('other', 'Another')], max_length=20)),
                ('called', models.CharField(blank=True, default='', max_length=60)),
                ('scope', models.CharField(default='whole', max_length=100)),
                ('from_date', models.DateField()),
                ('to_date', models.DateField(blank=True, null=True)),
                ('deputy_from', models.DateField(blank=True, null=True)),
                ('deputy_to', models.DateField(blank=True, null=True)),
                ('approver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approval_rules', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approval_rules', to='accounts.council')),
                ('deputy', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='approval_rules_as_deputy', to=settings.AUTH_USER_MODEL)),
                ('template', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='approval_rules', to='papers.reporttemplate')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='approval_rule_dates_in_order'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'other'), models.Q(('called', ''), _negated=True)), models.Q(models.Q(('kind', 'other'), _negated=True), ('called', '')), _connector='OR'), name='approval_rule_other_is_named'), models.CheckConstraint(condition=models.Q(models.Q(('deputy', None), ('deputy_from', None), ('deputy_to', None)), models.Q(('deputy_from__isnull', False), ('deputy_to__isnull', False), ('deputy_to__gte', models.F('deputy_from')), models.Q(('deputy', None), _negated=True), models.Q(('deputy', models.F('approver')), _negated=True), models.Q(('kind', 'author'), _negated=True)), _connector='OR'), name='approval_rule_deputy_for_a_time')],
            },
        ),
    ]
