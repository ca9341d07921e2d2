"""The tables of publication."""

import assurance.figures.fields
import assurance.runtime.document_field
import django.db.models.deletion
import secrets
from django.conf import settings
from django.db import migrations, models

from assurance.runtime.first_migration import FirstMigration


class Migration(FirstMigration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('editions', '0001_initial'),
        ('papers', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='EditionFront',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('opening', assurance.runtime.document_field.DocumentField()),
                ('lines', models.JSONField(blank=True, default=list)),
                ('items', models.JSONField(blank=True, default=dict)),
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='front', to='editions.edition')),
            ],
            options={
                'ordering': ('edition',),
            },
        ),
        migrations.CreateModel(
            name='EditionHeadlines',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', assurance.runtime.document_field.DocumentField()),
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='headlines', to='editions.edition')),
            ],
            options={
                'verbose_name_plural': 'edition headlines',
                'ordering': ('edition',),
            },
        ),
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('anchor', models.CharField(blank=True, max_length=200)),
                ('label', models.TextField(blank=True)),
                ('heading', models.TextField(blank=True)),
                ('words', models.TextField(blank=True)),
                ('plain_heading', models.TextField(blank=True)),
                ('plain_words', models.TextField(blank=True)),
                ('blocks', models.JSONField(blank=True, default=dict)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='passages', to='editions.edition')),
            ],
            options={
                'ordering': ('id',),
            },
        ),
        migrations.CreateModel(
            name='EditionSubject',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=20)),
                ('how', models.CharField(choices=[('figures', 'With figures'), ('records', 'With records'), ('words', 'In words alone')], max_length=10)),
                ('places', models.JSONField(blank=True, default=list)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='subjects', to='editions.edition')),
            ],
            options={
                'ordering': ('edition', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('edition', 'subject'), name='edition_subject_once')],
            },
        ),
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
            name='FormatRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('about', models.CharField(max_length=300)),
                ('wanted', models.CharField(choices=[('large', 'Large print'), ('braille', 'Braille'), ('audio', 'Audio'), ('easy', 'Easy read'), ('bsl', 'British Sign Language'), ('paper', 'Printed on paper'), ('language', 'Another language'), ('other', 'Something else')], max_length=10)),
                ('language', models.CharField(blank=True, max_length=60)),
                ('details', models.TextField(blank=True)),
                ('contact', models.CharField(blank=True, max_length=500)),
                ('asked_on', models.DateField()),
                ('outcome', models.CharField(blank=True, choices=[('given', 'They have what they asked for'), ('another', 'They have it in another way that suits them'), ('not_given', 'They could not be given it')], default='', max_length=10)),
                ('said', models.TextField(blank=True, default='')),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('forgotten_on', models.DateField(blank=True, null=True)),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='format_requests', to='accounts.council')),
                ('paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='format_requests', to='papers.paper')),
            ],
            options={
                'ordering': ('council', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('closed_by__isnull', True), ('closed_on__isnull', True), ('outcome', '')), models.Q(models.Q(('outcome', ''), _negated=True), ('closed_by__isnull', False), ('closed_on__isnull', False)), _connector='OR'), name='format_request_closed_by_and_on'), models.CheckConstraint(condition=models.Q(('forgotten_on__isnull', True), models.Q(('closed_on__isnull', False), ('contact', ''), ('details', ''), ('forgotten_on__isnull', False)), _connector='OR'), name='format_request_forgotten_once_closed')],
            },
        ),
        migrations.CreateModel(
            name='PrintedFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('key', assurance.figures.fields.FigureKeyField(max_length=80)),
                ('member', models.CharField(blank=True, max_length=200)),
                ('title', models.CharField(max_length=300)),
                ('start', models.DateField(blank=True, null=True)),
                ('end', models.DateField(blank=True, null=True)),
                ('population', models.CharField(blank=True, max_length=80)),
                ('definition', models.CharField(blank=True, max_length=64)),
                ('entry', assurance.runtime.document_field.DocumentField()),
                ('places', models.JSONField(blank=True, default=list)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='printed_figures', to='editions.edition')),
            ],
            options={
                'ordering': ('edition', 'number'),
                'indexes': [models.Index(fields=['key', 'member', 'end'], name='printed_figure_series')],
                'constraints': [models.UniqueConstraint(fields=('edition', 'number'), name='printed_figure_once')],
            },
        ),
        migrations.CreateModel(
            name='PrintedRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('kind', models.CharField(max_length=40)),
                ('slug', models.CharField(blank=True, max_length=100)),
                ('field', models.CharField(blank=True, max_length=40)),
                ('text', models.TextField(blank=True)),
                ('rows', models.PositiveIntegerField(blank=True, null=True)),
                ('day', models.DateField()),
                ('places', models.JSONField(blank=True, default=list)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='printed_records', to='editions.edition')),
            ],
            options={
                'ordering': ('edition', 'number'),
                'constraints': [models.UniqueConstraint(fields=('edition', 'number'), name='printed_record_once')],
            },
        ),
        migrations.CreateModel(
            name='ReaderNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('anchor', models.CharField(max_length=80)),
                ('words', models.TextField()),
                ('kept_on', models.DateField()),
                ('changed_on', models.DateField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reader_notes', to='editions.edition')),
                ('reader', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reader_notes', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('edition', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='reader_note_says_something')],
            },
        ),
        migrations.CreateModel(
            name='RecordText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField()),
                ('text', models.TextField()),
                ('commitment', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='search_text', to='papers.commitment')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='record_texts', to='accounts.council')),
                ('recommendation', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='search_text', to='papers.recommendation')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('commitment__isnull', False), ('recommendation__isnull', True)), models.Q(('commitment__isnull', True), ('recommendation__isnull', False)), _connector='OR'), name='record_text_of_one_record')],
            },
        ),
        migrations.CreateModel(
            name='Subscription',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254)),
                ('kind', models.CharField(choices=[('papers', 'All reports'), ('committee', 'A committee’s'), ('series', 'A series')], max_length=10)),
                ('slug', models.SlugField(blank=True, max_length=60)),
                ('nonce', models.CharField(default=secrets.token_urlsafe, max_length=43)),
                ('key_digest', models.CharField(max_length=64, unique=True)),
                ('asked_on', models.DateField()),
                ('until', models.DateField(blank=True, null=True)),
                ('confirmed_on', models.DateField(blank=True, null=True)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='followings', to='accounts.council')),
            ],
            options={
                'ordering': ('council', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('council', 'email', 'kind', 'slug'), name='following_once'), models.CheckConstraint(condition=models.Q(models.Q(('confirmed_on__isnull', True), ('until__isnull', False)), models.Q(('confirmed_on__isnull', False), ('until__isnull', True)), _connector='OR'), name='following_waits_until_or_is_confirmed')],
            },
        ),
    ]
