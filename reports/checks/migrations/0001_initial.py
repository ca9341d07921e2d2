"""The tables of checks."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from assurance.runtime.first_migration import FirstMigration


class Migration(FirstMigration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('papers', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CheckException',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rule', models.CharField(max_length=60)),
                ('digest', models.CharField(max_length=64)),
                ('sentence', models.TextField(blank=True)),
                ('reason', models.CharField(max_length=500)),
                ('passed_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='check_exceptions', to='papers.paper')),
                ('passed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'accepted warnings',
                'ordering': ('paper', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('paper', 'rule', 'digest'), name='check_exception_once'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='check_exception_has_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='DisabledCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rule', models.CharField(max_length=60)),
                ('reason', models.CharField(max_length=500)),
                ('off_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rules_turned_off', to='accounts.council')),
                ('off_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'rules turned off',
                'ordering': ('council', 'rule', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('council', 'rule'), name='disabled_check_once'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='rule_off_for_a_reason')],
            },
        ),
    ]
