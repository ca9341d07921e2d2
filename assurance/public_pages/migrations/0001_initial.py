"""The tables of public pages."""

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
            name='AccessibilityStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('from_date', models.DateField()),
                ('status', models.CharField(choices=[('fully', 'Fully compliant'), ('partially', 'Partially compliant'), ('not', 'Not compliant')], max_length=10)),
                ('non_compliance', models.TextField(blank=True, default='')),
                ('burden', models.TextField(blank=True, default='')),
                ('out_of_scope', models.TextField(blank=True, default='')),
                ('improvements', models.TextField(blank=True, default='')),
                ('prepared_on', models.DateField()),
                ('reviewed_on', models.DateField()),
                ('tested_on', models.DateField()),
                ('tested_by', models.CharField(max_length=120)),
                ('method', models.CharField(max_length=300)),
                ('email', models.EmailField(max_length=254)),
                ('phone', models.CharField(max_length=30)),
                ('response_days', models.PositiveSmallIntegerField()),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'accessibility statement',
                'verbose_name_plural': 'accessibility statements',
                'ordering': ('-from_date',),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='accessibilitystatement_withdrawal_is_whole'), models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('council', 'from_date'), name='accessibilitystatement_from_a_date'), models.CheckConstraint(condition=models.Q(('reviewed_on__gte', models.F('prepared_on'))), name='accessibility_statement_reviewed_after')],
            },
        ),
        migrations.CreateModel(
            name='ChildContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('from_date', models.DateField()),
                ('service', models.CharField(max_length=80)),
                ('daytime_phone', models.CharField(max_length=30)),
                ('daytime_hours', models.CharField(max_length=80)),
                ('other_phone', models.CharField(max_length=30)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'contact for concerns about a child',
                'verbose_name_plural': 'contacts for concerns about a child',
                'ordering': ('-from_date',),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='childcontact_withdrawal_is_whole'), models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('council', 'from_date'), name='childcontact_from_a_date'), models.CheckConstraint(condition=models.Q(('daytime_phone', ''), ('other_phone', ''), _connector='OR', _negated=True), name='child_contact_has_its_numbers')],
            },
        ),
        migrations.CreateModel(
            name='CouncilBrand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('colour', models.CharField(default='#0b4f54', max_length=7)),
                ('mark_sha256', models.CharField(blank=True, max_length=64)),
                ('mark_text', models.CharField(blank=True, max_length=120)),
                ('cover', models.BooleanField(default=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('council', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
            ],
            options={
                'verbose_name': 'mark and colours',
                'verbose_name_plural': 'marks and colours',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('mark_sha256', ''), ('mark_text', '')), models.Q(models.Q(('mark_sha256', ''), _negated=True), models.Q(('mark_text', ''), _negated=True)), _connector='OR'), name='council_brand_mark_has_its_text')],
            },
        ),
        migrations.CreateModel(
            name='PrivacyNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('from_date', models.DateField()),
                ('controller', models.CharField(max_length=120)),
                ('officer', models.CharField(max_length=120)),
                ('email', models.EmailField(max_length=254)),
                ('phone', models.CharField(blank=True, default='', max_length=30)),
                ('full_notice', models.URLField(blank=True, default='', max_length=300)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'privacy notice',
                'verbose_name_plural': 'privacy notices',
                'ordering': ('-from_date',),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='privacynotice_withdrawal_is_whole'), models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('council', 'from_date'), name='privacynotice_from_a_date')],
            },
        ),
    ]
