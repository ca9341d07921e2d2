"""Tables of what search finds figures, commitments and recommendations by."""

import assurance.figures.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0003_access_log'),
        ('papers', '0002_plain_words'),
        ('publication', '0004_plain_words'),
    ]

    operations = [
        migrations.CreateModel(
            name='FigureText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', assurance.figures.fields.FigureKeyField(max_length=80)),
                ('member', models.CharField(blank=True, max_length=200)),
                ('title', models.CharField(max_length=300)),
                ('name', models.TextField()),
                ('text', models.TextField()),
                ('around', models.TextField(blank=True)),
                ('day', models.DateField(blank=True, null=True)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figure_texts', to='accounts.council')),
            ],
            options={
                'ordering': ('council', 'key', 'member'),
                'constraints': [models.UniqueConstraint(fields=('council', 'key', 'member'), name='figure_text_once')],
            },
        ),
        migrations.CreateModel(
            name='RecordText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField()),
                ('text', models.TextField()),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='record_texts', to='accounts.council')),
                ('commitment', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='search_text', to='papers.commitment')),
                ('recommendation', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='search_text', to='papers.recommendation')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('commitment__isnull', False), ('recommendation__isnull', True)), models.Q(('commitment__isnull', True), ('recommendation__isnull', False)), _connector='OR'), name='record_text_of_one_record')],
            },
        ),
    ]
