"""The tables of surveys."""

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
            name='Survey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('slug', models.SlugField(max_length=60)),
                ('title', models.CharField(max_length=160)),
                ('audience', models.CharField(max_length=160)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('title', 'pk'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='survey_withdrawal_is_whole'), models.UniqueConstraint(fields=('council', 'slug'), name='survey_named_once')],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('slug', models.SlugField(max_length=60)),
                ('wording', models.CharField(max_length=300)),
                ('order', models.PositiveSmallIntegerField()),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='surveys.survey')),
            ],
            options={
                'ordering': ('survey', 'order', 'pk'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='question_withdrawal_is_whole'), models.UniqueConstraint(fields=('survey', 'slug'), name='question_named_once')],
            },
        ),
        migrations.CreateModel(
            name='Wave',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('slug', models.SlugField(max_length=60)),
                ('label', models.CharField(max_length=60)),
                ('started_on', models.DateField()),
                ('ended_on', models.DateField()),
                ('source', models.CharField(blank=True, max_length=200)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waves', to='surveys.survey')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('survey', 'ended_on', 'pk'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='wave_withdrawal_is_whole'), models.UniqueConstraint(fields=('survey', 'slug'), name='wave_named_once'), models.CheckConstraint(condition=models.Q(('ended_on__gte', models.F('started_on'))), name='wave_dates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('wording', models.CharField(max_length=300)),
                ('n_yes', models.PositiveIntegerField(blank=True, null=True)),
                ('n_answered', models.PositiveIntegerField(blank=True, null=True)),
                ('n_asked', models.PositiveIntegerField(blank=True, null=True)),
                ('per_cent', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
                ('bound', models.CharField(blank=True, choices=[('over', 'Over'), ('under', 'Under')], max_length=5)),
                ('source', models.CharField(blank=True, max_length=200)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='surveys.question')),
                ('wave', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='surveys.wave')),
            ],
            options={
                'ordering': ('wave', 'question'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='answer_withdrawal_is_whole'), models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('wave', 'question'), name='answer_once_a_wave'), models.CheckConstraint(condition=models.Q(models.Q(('bound', ''), ('n_answered__isnull', False), ('n_yes__isnull', False), ('per_cent__isnull', True)), models.Q(('n_yes__isnull', True), ('per_cent__isnull', False), models.Q(('source', ''), _negated=True)), _connector='OR'), name='answer_counted_or_stated'), models.CheckConstraint(condition=models.Q(('n_yes__isnull', True), ('n_yes__lte', models.F('n_answered')), _connector='OR'), name='answer_yes_within_answered'), models.CheckConstraint(condition=models.Q(('n_answered__isnull', True), ('n_answered__gte', 1), _connector='OR'), name='answer_base_of_one_or_more'), models.CheckConstraint(condition=models.Q(('n_asked__isnull', True), ('n_answered__isnull', True), ('n_asked__gte', models.F('n_answered')), _connector='OR'), name='answer_answered_within_asked'), models.CheckConstraint(condition=models.Q(('per_cent__isnull', True), models.Q(('per_cent__gte', 0), ('per_cent__lte', 100)), _connector='OR'), name='answer_per_cent_of_a_hundred')],
            },
        ),
    ]
