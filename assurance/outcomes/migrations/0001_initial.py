"""The tables of outcomes."""

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
            name='OutcomeSet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('title', models.CharField(max_length=160)),
                ('slug', models.SlugField(max_length=60)),
                ('unit', models.CharField(choices=[('people', 'People'), ('settings', 'Settings, such as nurseries and childminders')], default='people', max_length=20)),
                ('population', models.CharField(max_length=300)),
                ('from_date', models.DateField(blank=True, null=True)),
                ('to_date', models.DateField()),
                ('base', models.PositiveIntegerField()),
                ('source', models.CharField(max_length=200)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'outcome set',
                'ordering': ('title', '-to_date'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='outcomeset_withdrawal_is_whole'), models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('council', 'slug', 'to_date'), name='outcome_set_once'), models.CheckConstraint(condition=models.Q(('from_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='outcome_set_dates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='SetOutcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('slug', models.SlugField(max_length=60)),
                ('title', models.CharField(max_length=120)),
                ('count', models.PositiveIntegerField()),
                ('target', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True)),
                ('tolerance', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True)),
                ('outcome_set', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='outcomes', to='outcomes.outcomeset')),
            ],
            options={
                'verbose_name': 'outcome of a set',
                'verbose_name_plural': 'outcomes of a set',
                'ordering': ('outcome_set', 'order'),
                'constraints': [models.UniqueConstraint(fields=('outcome_set', 'slug'), name='outcome_of_a_set_once')],
            },
        ),
    ]
