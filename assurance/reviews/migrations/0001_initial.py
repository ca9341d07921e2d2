"""The tables of reviews."""

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
            name='Framework',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=40)),
                ('title', models.CharField(max_length=160)),
                ('kind', models.CharField(choices=[('inspection', 'Inspection'), ('peer_review', 'Peer review'), ('local', 'Local review')], max_length=20)),
                ('areas', models.JSONField(default=list)),
                ('grades', models.JSONField(default=list)),
                ('from_date', models.DateField()),
                ('to_date', models.DateField(blank=True, null=True)),
                ('council', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='frameworks', to='accounts.council')),
            ],
            options={
                'ordering': ('from_date', 'title'),
                'constraints': [models.UniqueConstraint(fields=('council', 'slug'), name='framework_named_once'), models.UniqueConstraint(condition=models.Q(('council__isnull', True)), fields=('slug',), name='national_framework_named_once'), models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='framework_dates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='OutcomeTable',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('title', models.CharField(max_length=160)),
                ('as_at', models.DateField()),
                ('source', models.CharField(max_length=200)),
                ('stated_total', models.PositiveIntegerField(blank=True, null=True)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('review', '-as_at', 'pk'),
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OutcomeCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('category', models.CharField(max_length=120)),
                ('count', models.PositiveIntegerField()),
                ('is_ours', models.BooleanField(default=False)),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='counts', to='reviews.outcometable')),
            ],
            options={
                'ordering': ('table', 'order'),
                'constraints': [models.UniqueConstraint(fields=('table', 'category'), name='outcome_once'), models.UniqueConstraint(condition=models.Q(('is_ours', True)), fields=('table',), name='one_outcome_is_ours')],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('slug', models.SlugField(max_length=60)),
                ('kind', models.CharField(choices=[('inspection', 'Inspection'), ('peer_review', 'Peer review'), ('local', 'Local review')], max_length=20)),
                ('title', models.CharField(max_length=160)),
                ('body', models.CharField(max_length=120)),
                ('started_on', models.DateField()),
                ('ended_on', models.DateField()),
                ('published_on', models.DateField(blank=True, null=True)),
                ('response_received_on', models.DateField(blank=True, null=True)),
                ('response_due_on', models.DateField(blank=True, null=True)),
                ('response_sent_on', models.DateField(blank=True, null=True)),
                ('no_reply_because', models.CharField(blank=True, max_length=200)),
                ('grade', models.CharField(blank=True, max_length=60)),
                ('team_size', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('team_roles', models.CharField(blank=True, max_length=200)),
                ('people_met', models.CharField(blank=True, max_length=40)),
                ('groups_met', models.CharField(blank=True, max_length=200)),
                ('files_read', models.PositiveIntegerField(blank=True, null=True)),
                ('follow_up_on', models.DateField(blank=True, null=True)),
                ('followed_up_on', models.DateField(blank=True, null=True)),
                ('stated_strengths', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('stated_areas_for_development', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('stated_recommendations', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('stated_top_tips', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('stated_lines_of_enquiry', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('stated_points', models.CharField(blank=True, max_length=40)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('framework', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='reviews.framework')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-started_on', 'title'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='review_withdrawal_is_whole'), models.UniqueConstraint(fields=('council', 'slug'), name='review_named_once'), models.CheckConstraint(condition=models.Q(('ended_on__gte', models.F('started_on'))), name='review_dates_in_order'), models.CheckConstraint(condition=models.Q(('published_on__isnull', True), ('published_on__gte', models.F('started_on')), _connector='OR'), name='review_published_after_start'), models.CheckConstraint(condition=models.Q(('response_sent_on__isnull', True), ('response_sent_on__gte', models.F('started_on')), _connector='OR'), name='review_answered_after_start'), models.CheckConstraint(condition=models.Q(('followed_up_on__isnull', True), ('followed_up_on__gte', models.F('ended_on')), _connector='OR'), name='review_followed_up_after_end'), models.CheckConstraint(condition=models.Q(('no_reply_because', ''), ('response_sent_on__isnull', True), _connector='OR'), name='review_answered_or_not')],
            },
        ),
        migrations.AddField(
            model_name='outcometable',
            name='review',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='outcome_tables', to='reviews.review'),
        ),
        migrations.CreateModel(
            name='MetGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('group', models.CharField(max_length=120)),
                ('number', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('met_on', models.DateField(blank=True, null=True)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='met_groups', to='reviews.review')),
            ],
            options={
                'verbose_name': 'group met',
                'ordering': ('review', 'met_on', 'pk'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='metgroup_withdrawal_is_whole'), models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('review', 'group', 'met_on'), name='met_group_once_a_day'), models.CheckConstraint(condition=models.Q(('number__isnull', True), ('number__gte', 1), _connector='OR'), name='met_group_of_someone')],
            },
        ),
        migrations.CreateModel(
            name='Theme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('slug', models.SlugField(max_length=60)),
                ('title', models.CharField(max_length=200)),
                ('grade', models.CharField(blank=True, max_length=60)),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='themes', to='reviews.review')),
            ],
            options={
                'ordering': ('review', 'order'),
                'constraints': [models.UniqueConstraint(fields=('review', 'slug'), name='theme_named_once'), models.UniqueConstraint(fields=('review', 'order'), name='theme_order_once')],
            },
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('strength', 'Strength'), ('area', 'Area for development'), ('recommendation', 'Recommendation'), ('top_tip', 'Top tip'), ('priority', 'Agreed priority'), ('line_of_enquiry', 'Line of enquiry'), ('remark', 'Comment'), ('quotation', 'Quotation')], max_length=20)),
                ('number', models.PositiveSmallIntegerField()),
                ('text', models.TextField()),
                ('place', models.CharField(blank=True, max_length=80)),
                ('manner', models.CharField(choices=[('published', 'Published'), ('oral', 'Given orally, not published')], default='published', max_length=20)),
                ('said_by_role', models.CharField(blank=True, max_length=120)),
                ('no_action_because', models.CharField(blank=True, max_length=200)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('decider', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='findings_decided', to='people.post')),
                ('said_before', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='said_again', to='reviews.finding')),
                ('speaker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='findings_spoken', to='people.post')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='reviews.review')),
                ('theme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='reviews.theme')),
            ],
            options={
                'ordering': ('review', 'kind', 'number'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='finding_withdrawal_is_whole'), models.UniqueConstraint(fields=('review', 'kind', 'number'), name='finding_number_once'), models.CheckConstraint(condition=models.Q(models.Q(('decider__isnull', True), ('no_action_because', '')), models.Q(models.Q(('no_action_because', ''), _negated=True), ('decider__isnull', False)), _connector='OR'), name='finding_unanswered_by_a_post'), models.CheckConstraint(condition=models.Q(('manner', 'published'), models.Q(('said_by_role', ''), _negated=True), ('speaker__isnull', False), _connector='OR'), name='finding_said_by_a_role'), models.CheckConstraint(condition=models.Q(('said_by_role', ''), ('speaker__isnull', True), _connector='OR'), name='finding_said_by_one_speaker'), models.CheckConstraint(condition=models.Q(('said_before__isnull', True), models.Q(('said_before', models.F('pk')), _negated=True), _connector='OR'), name='finding_not_before_itself')],
            },
        ),
        migrations.AddConstraint(
            model_name='outcometable',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='outcometable_withdrawal_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='outcometable',
            constraint=models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='outcomes_have_a_source'),
        ),
    ]
