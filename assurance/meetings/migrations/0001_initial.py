"""The tables of meetings."""

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
            name='Body',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('slug', models.SlugField(max_length=60)),
                ('title', models.CharField(max_length=160)),
                ('kind', models.CharField(choices=[('committee', 'Committee'), ('board', 'Board'), ('panel', 'Panel'), ('learning', 'Learning meetings'), ('performance', 'Performance meetings'), ('workshop', 'Workshops'), ('other', 'Other forum')], max_length=20)),
                ('interval', models.CharField(choices=[('weekly', 'Every week'), ('fortnightly', 'Every two weeks'), ('monthly', 'Every month'), ('two_months', 'Every two months'), ('three_months', 'Every three months'), ('six_months', 'Every six months'), ('yearly', 'Every year'), ('as_needed', 'When it is needed')], blank=True, max_length=20)),
                ('chair_role', models.CharField(blank=True, max_length=120)),
            ],
            options={
                'verbose_name': 'forum',
                'verbose_name_plural': 'bodies',
                'ordering': ('title',),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='body_withdrawal_is_whole'), models.UniqueConstraint(condition=models.Q(('kind', 'committee')), fields=('council', 'slug'), name='committee_named_once'), models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True), models.Q(('kind', 'committee'), _negated=True)), fields=('council', 'slug'), name='forum_named_once'), models.CheckConstraint(condition=models.Q(models.Q(models.Q(('kind', 'committee')), ('chair_role', ''), ('interval', '')), models.Q(models.Q(('kind', 'committee'), _negated=True), models.Q(('interval', ''), _negated=True), models.Q(('chair_role', ''), _negated=True)), _connector='OR'), name='forum_meets_at_intervals')],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('kind', models.CharField(editable=False, max_length=20)),
                ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='meetings.body')),
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
            ],
            options={
                'ordering': ('-date',),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='meeting_withdrawal_is_whole'), models.CheckConstraint(condition=models.Q(('kind', 'learning'), ('body__isnull', False), _connector='OR'), name='meeting_of_a_body'), models.UniqueConstraint(condition=models.Q(('kind', 'committee')), fields=('body', 'date'), name='one_meeting_a_day'), models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True), ('kind', 'forum')), fields=('body', 'date'), name='forum_meeting_once_a_day'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'forum'), _negated=True), models.Q(('circulated', ''), ('circulated_to', '')), models.Q(models.Q(('circulated', ''), _negated=True), models.Q(('circulated_to', ''), _negated=True)), _connector='OR'), name='forum_meeting_circulated_to_somebody'), models.CheckConstraint(condition=models.Q(('circulated_on__isnull', True), models.Q(('circulated_on__gte', models.F('date')), models.Q(('circulated_to', ''), _negated=True)), _connector='OR'), name='learning_meeting_circulated_to_somebody'), models.CheckConstraint(condition=models.Q(('next_on__isnull', True), ('next_on__gt', models.F('date')), _connector='OR'), name='learning_meeting_next_comes_after')],
            },
        ),
    ]
