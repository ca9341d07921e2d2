"""The tables of figures."""

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
            name='DisclosurePolicy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('counted', models.CharField(choices=[('children', 'Children'), ('people', 'Staff, carers and others')], max_length=20)),
                ('threshold', models.PositiveSmallIntegerField(default=5)),
                ('nought_shown', models.BooleanField(default=True)),
                ('smallest_base', models.PositiveSmallIntegerField(default=20)),
                ('from_date', models.DateField()),
                ('to_date', models.DateField(blank=True, null=True)),
                ('minute', models.CharField(blank=True, max_length=120)),
                ('entered_on', models.DateField(editable=False)),
                ('approved_on', models.DateField(editable=False, null=True)),
                ('approved_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'small-number policy',
                'ordering': ('counted', '-from_date'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='disclosurepolicy_withdrawal_is_whole'), models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('council', 'counted', 'from_date'), name='disclosure_policy_from_a_day'), models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='disclosure_policy_dates_in_order'), models.CheckConstraint(condition=models.Q(('threshold__range', (5, 100))), name='disclosure_policy_threshold'), models.CheckConstraint(condition=models.Q(('smallest_base__gt', models.F('threshold'))), name='disclosure_policy_base'), models.CheckConstraint(condition=models.Q(models.Q(('approved_by__isnull', True), ('approved_on__isnull', True)), models.Q(('approved_on__isnull', False), models.Q(('approved_by', models.F('entered_by')), _negated=True)), _connector='OR'), name='disclosure_policy_approved_by_another')],
            },
        ),
    ]
