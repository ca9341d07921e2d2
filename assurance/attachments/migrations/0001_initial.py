"""The tables of attachments."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from assurance.runtime.first_migration import FirstMigration


class Migration(FirstMigration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('improvement', '0001_initial'),
        ('reviews', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('title', models.CharField(max_length=160)),
                ('name', models.CharField(max_length=120)),
                ('kind', models.CharField(choices=[('pdf', 'PDF'), ('docx', 'Word file'), ('xlsx', 'Excel file'), ('odt', 'OpenDocument text'), ('png', 'PNG picture'), ('jpeg', 'JPEG picture'), ('txt', 'plain text')], max_length=10)),
                ('size', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('action', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='improvement.action')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('finding', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='reviews.finding')),
                ('plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='improvement.plan')),
                ('review', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='reviews.review')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('pk',),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='attachment_withdrawal_is_whole'), models.CheckConstraint(condition=models.Q(models.Q(('action__isnull', True), ('finding__isnull', True), ('plan__isnull', True), ('review__isnull', False)), models.Q(('action__isnull', True), ('finding__isnull', False), ('plan__isnull', True), ('review__isnull', True)), models.Q(('action__isnull', True), ('finding__isnull', True), ('plan__isnull', False), ('review__isnull', True)), models.Q(('action__isnull', False), ('finding__isnull', True), ('plan__isnull', True), ('review__isnull', True)), _connector='OR'), name='attachment_of_one_record'), models.CheckConstraint(condition=models.Q(('size__gt', 0)), name='attachment_holds_something')],
            },
        ),
    ]
