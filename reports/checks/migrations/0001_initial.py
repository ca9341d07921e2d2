"""The tables of checks."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('accounts', '__first__'),
        ('papers', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='CheckException',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='check_exceptions', to='papers.paper')),
                ('rule', models.CharField(max_length=60)),
                ('digest', models.CharField(max_length=64)),
                ('sentence', models.TextField(blank=True)),
                ('reason', models.CharField(max_length=500)),
                ('passed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('passed_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'verbose_name_plural': 'passed over',
                'ordering': ('paper', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('paper', 'rule', 'digest'), name='check_exception_once'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='check_exception_has_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='DisabledCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rules_turned_off', to='accounts.council')),
                ('rule', models.CharField(max_length=60)),
                ('reason', models.CharField(max_length=500)),
                ('off_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('off_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'verbose_name_plural': 'rules turned off',
                'ordering': ('council', 'rule', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('council', 'rule'), name='disabled_check_once'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='rule_off_for_a_reason')],
            },
        ),
    ]
