"""The tables of editor."""

import assurance.runtime.document_field
import django.db.models.deletion
import reports.papers.models.papers
from django.conf import settings
from django.db import migrations, models

from assurance.runtime.first_migration import FirstMigration


class Migration(FirstMigration):

    dependencies = [
        ('papers', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AutosavedText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.CharField(max_length=260)),
                ('seen', models.PositiveIntegerField(default=0)),
                ('words', assurance.runtime.document_field.DocumentField(default=dict)),
                ('at', models.DateTimeField()),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='unsaved', to='papers.paper')),
                ('writer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='autosaved_texts', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'unsaved words',
                'ordering': ('paper', 'at'),
                'constraints': [models.UniqueConstraint(fields=('paper', 'writer', 'place'), name='autosaved_text_once_a_place')],
            },
            bases=(reports.papers.models.papers.OfPaper, models.Model),
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(blank=True, max_length=60)),
                ('words', models.TextField()),
                ('said_on', models.DateField()),
                ('settled_on', models.DateField(blank=True, null=True)),
                ('sent_back_in', models.PositiveIntegerField(blank=True, null=True)),
                ('printed', models.TextField(blank=True, default='')),
                ('answers', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='editor.remark')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='papers.paper')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to=settings.AUTH_USER_MODEL)),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('paper', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='remark_says_something'), models.CheckConstraint(condition=models.Q(models.Q(('settled_by__isnull', True), ('settled_on__isnull', True)), models.Q(('settled_by__isnull', False), ('settled_on__isnull', False)), _connector='OR'), name='remark_settled_by_and_on')],
            },
            bases=(reports.papers.models.papers.OfPaper, models.Model),
        ),
        migrations.CreateModel(
            name='SectionMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=60)),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('marked_on', models.DateField()),
                ('marked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='section_marks', to=settings.AUTH_USER_MODEL)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='section_marks', to='papers.paper')),
            ],
            options={
                'ordering': ('paper', 'slug'),
                'constraints': [models.UniqueConstraint(fields=('paper', 'slug'), name='section_marked_once_a_paper')],
            },
            bases=(reports.papers.models.papers.OfPaper, models.Model),
        ),
    ]
