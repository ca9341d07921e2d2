"""The tables of looked after."""

import assurance.runtime.document_field
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from assurance.runtime.first_migration import FirstMigration


class Migration(FirstMigration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('people', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Census',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('origin', models.CharField(choices=[('entered', 'Entered as counts'), ('counted', 'Counted from records kept here')], max_length=10)),
                ('source', models.CharField(max_length=200)),
                ('edition', models.PositiveSmallIntegerField(default=1)),
                ('replaced_on', models.DateField(blank=True, null=True)),
                ('corrected_because', models.CharField(blank=True, max_length=200)),
                ('rows_digest', models.CharField(blank=True, max_length=64)),
                ('date', models.DateField()),
                ('total', models.PositiveIntegerField()),
                ('differs_because', models.CharField(blank=True, max_length=200)),
                ('cohort', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='people.cohort')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'count of looked-after children',
                'verbose_name_plural': 'counts of looked-after children',
                'ordering': ('-date', '-edition'),
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Child',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pseudonym', models.CharField(max_length=64)),
                ('sex', models.CharField(blank=True, max_length=1)),
                ('born_on', models.DateField(blank=True, null=True)),
                ('ethnicity', models.CharField(blank=True, max_length=12)),
                ('uasc', models.BooleanField(default=False)),
                ('uasc_until', models.DateField(blank=True, null=True)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='children', to='accounts.council')),
            ],
            options={
                'verbose_name_plural': 'children',
                'constraints': [models.UniqueConstraint(fields=('council', 'pseudonym'), name='child_once')],
            },
        ),
        migrations.CreateModel(
            name='Code',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('list', models.CharField(max_length=30)),
                ('code', models.CharField(max_length=12)),
                ('label', models.CharField(max_length=160)),
                ('from_year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('to_year', models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
            options={
                'ordering': ('list', 'code'),
                'constraints': [models.UniqueConstraint(fields=('list', 'code', 'from_year'), name='code_once_a_year'), models.UniqueConstraint(condition=models.Q(('from_year__isnull', True)), fields=('list', 'code'), name='code_once_from_the_beginning'), models.CheckConstraint(condition=models.Q(('to_year__isnull', True), ('from_year__isnull', True), ('to_year__gte', models.F('from_year')), _connector='OR'), name='code_years_in_order')],
            },
        ),
        migrations.CreateModel(
            name='ComparedArea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('role', models.CharField(choices=[('own', 'This council itself, as published'), ('region', 'Its region'), ('neighbour', 'Statistical neighbour')], max_length=12)),
                ('area_code', models.CharField(max_length=12)),
                ('area_name', models.CharField(max_length=120)),
                ('from_date', models.DateField()),
                ('to_date', models.DateField(blank=True, null=True)),
                ('source', models.CharField(max_length=200)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'comparison area',
                'verbose_name_plural': 'comparison areas',
                'ordering': ('role', 'area_name'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='comparedarea_withdrawal_is_whole'), models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('council', 'area_code', 'from_date'), name='compared_area_once'), models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='compared_area_dates_in_order'), models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='compared_area_has_a_source')],
            },
        ),
        migrations.CreateModel(
            name='PlacementGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=40)),
                ('label', models.CharField(max_length=120)),
                ('order', models.PositiveSmallIntegerField()),
                ('measure', models.BooleanField(default=False)),
                ('codes', models.JSONField()),
                ('from_date', models.DateField()),
                ('to_date', models.DateField(blank=True, null=True)),
                ('council', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='placement_groups', to='accounts.council')),
            ],
            options={
                'ordering': ('order', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('council', 'slug', 'from_date'), name='placement_group_once'), models.UniqueConstraint(condition=models.Q(('council__isnull', True)), fields=('slug', 'from_date'), name='national_placement_group_once'), models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='placement_group_dates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='PlacementLocation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.CharField(choices=[('inside', 'Inside the council’s boundary'), ('outside_near', 'Outside it, 20 miles or less from home'), ('outside_far', 'Outside it, more than 20 miles from home'), ('outside', 'Outside it, distance not broken down'), ('not_known', 'Not known or not recorded')], max_length=20)),
                ('children', models.PositiveIntegerField()),
                ('source', models.CharField(max_length=200)),
                ('census', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='locations', to='looked_after.census')),
            ],
            options={
                'ordering': ('census', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('census', 'place'), name='placement_location_once'), models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='placement_location_has_a_source'), models.CheckConstraint(condition=models.Q(('place__in', ('inside', 'outside_near', 'outside_far', 'outside', 'not_known'))), name='placement_location_is_known')],
            },
        ),
        migrations.CreateModel(
            name='PublishedFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('level', models.CharField(choices=[('england', 'England'), ('region', 'Region'), ('authority', 'Local authority')], max_length=12)),
                ('area_code', models.CharField(max_length=12)),
                ('area_name', models.CharField(max_length=120)),
                ('measure', models.CharField(choices=[('looked_after', 'Children looked after on 31 March'), ('starting', 'Children starting to be looked after in the year to 31 March'), ('ceasing', 'Children ceasing to be looked after in the year to 31 March')], max_length=20)),
                ('date', models.DateField()),
                ('children', models.PositiveIntegerField(blank=True, null=True)),
                ('rate', models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True)),
                ('population', models.PositiveIntegerField(blank=True, null=True)),
                ('mark', models.CharField(blank=True, max_length=4)),
                ('source', models.CharField(max_length=200)),
                ('licence', models.CharField(max_length=120)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-date', 'measure', 'area_name'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='publishedfigure_withdrawal_is_whole'), models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('council', 'area_code', 'measure', 'date'), name='published_figure_once'), models.CheckConstraint(condition=models.Q(models.Q(('source', ''), _negated=True), models.Q(('licence', ''), _negated=True)), name='published_figure_has_a_source')],
            },
        ),
        migrations.CreateModel(
            name='Return',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_on', models.DateField(editable=False)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='', editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('year_end', models.DateField()),
                ('covers_from', models.DateField()),
                ('covers_to', models.DateField()),
                ('fingerprint', models.CharField(max_length=64)),
                ('files', assurance.runtime.document_field.DocumentField(default=list)),
                ('notices', assurance.runtime.document_field.DocumentField(default=list)),
                ('validated', assurance.runtime.document_field.DocumentField(blank=True, null=True)),
                ('keep_rows_until', models.DateField()),
                ('rows_removed_on', models.DateField(blank=True, null=True)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.council')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'SSDA903 return',
                'ordering': ('-year_end', '-pk'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='return_withdrawal_is_whole'), models.CheckConstraint(condition=models.Q(('covers_to__gte', models.F('covers_from'))), name='return_cover_in_order'), models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('council', 'fingerprint'), name='return_read_once')],
            },
        ),
        migrations.CreateModel(
            name='ReplacedReturn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content', models.BinaryField()),
                ('held_return', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='before', to='looked_after.return')),
                ('set_aside_with', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='set_aside', to='looked_after.return')),
            ],
            options={
                'verbose_name': 'what a return replaced',
                'verbose_name_plural': 'what returns replaced',
            },
        ),
        migrations.CreateModel(
            name='Episode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('line', models.PositiveIntegerField()),
                ('decom', models.DateField()),
                ('rne', models.CharField(blank=True, max_length=12)),
                ('ls', models.CharField(blank=True, max_length=12)),
                ('cin', models.CharField(blank=True, max_length=12)),
                ('place', models.CharField(blank=True, max_length=12)),
                ('place_provider', models.CharField(blank=True, max_length=12)),
                ('dec', models.DateField(blank=True, null=True)),
                ('rec', models.CharField(blank=True, max_length=12)),
                ('reason_place_change', models.CharField(blank=True, max_length=12)),
                ('child', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='episodes', to='looked_after.child')),
                ('held_return', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='episodes', to='looked_after.return')),
            ],
            options={
                'indexes': [models.Index(fields=['dec', 'decom', 'ls', 'held_return', 'child'], name='episode_cover')],
                'constraints': [models.UniqueConstraint(fields=('child', 'decom', 'held_return'), name='episode_start_once'), models.CheckConstraint(condition=models.Q(('dec__isnull', True), ('dec__gte', models.F('decom')), _connector='OR'), name='episode_dates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='CountOffer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('date', models.DateField()),
                ('total', models.PositiveIntegerField()),
                ('counts', assurance.runtime.document_field.DocumentField(default=dict)),
                ('rows_digest', models.CharField(max_length=64)),
                ('taken_on', models.DateField(blank=True, null=True)),
                ('cohort', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='people.cohort')),
                ('held_return', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='looked_after.return')),
            ],
            options={
                'verbose_name': 'count offered',
                'verbose_name_plural': 'counts offered',
                'ordering': ('date', '-pk'),
                'constraints': [models.UniqueConstraint(fields=('held_return', 'cohort', 'date'), name='count_offered_once')],
            },
        ),
        migrations.AddField(
            model_name='census',
            name='held_return',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='censuses', to='looked_after.return'),
        ),
        migrations.CreateModel(
            name='UascMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('until', models.DateField(blank=True, null=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uasc_marks', to='looked_after.child')),
                ('held_return', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uasc_marks', to='looked_after.return')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('held_return', 'child'), name='uasc_mark_once')],
            },
        ),
        migrations.CreateModel(
            name='UnitCost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.SlugField(max_length=40)),
                ('pounds', models.PositiveIntegerField()),
                ('source', models.CharField(max_length=200)),
                ('census', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='unit_costs', to='looked_after.census')),
            ],
            options={
                'ordering': ('census', 'group'),
                'constraints': [models.UniqueConstraint(fields=('census', 'group'), name='unit_cost_once'), models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='unit_cost_has_a_source')],
            },
        ),
        migrations.CreateModel(
            name='WithdrawnReturn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kept_until', models.DateTimeField()),
                ('content', models.BinaryField()),
                ('held_return', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='state_before', to='looked_after.return')),
            ],
            options={
                'verbose_name': 'state before a return was withdrawn',
                'verbose_name_plural': 'states before returns were withdrawn',
            },
        ),
        migrations.CreateModel(
            name='AgeBand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('set', models.SlugField(max_length=40)),
                ('slug', models.SlugField(max_length=40)),
                ('label', models.CharField(max_length=60)),
                ('from_age', models.PositiveSmallIntegerField()),
                ('to_age', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('from_date', models.DateField()),
                ('to_date', models.DateField(blank=True, null=True)),
                ('council', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='age_bands', to='accounts.council')),
            ],
            options={
                'ordering': ('set', 'from_age'),
                'constraints': [models.UniqueConstraint(fields=('council', 'set', 'slug', 'from_date'), name='age_band_once'), models.UniqueConstraint(condition=models.Q(('council__isnull', True)), fields=('set', 'slug', 'from_date'), name='national_age_band_once'), models.CheckConstraint(condition=models.Q(('to_age__isnull', True), ('to_age__gte', models.F('from_age')), _connector='OR'), name='age_band_in_order'), models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='age_band_dates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='CensusCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('breakdown', models.CharField(max_length=40)),
                ('member', models.CharField(max_length=40)),
                ('children', models.PositiveIntegerField()),
                ('census', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='counts', to='looked_after.census')),
            ],
            options={
                'ordering': ('census', 'breakdown', 'member'),
                'constraints': [models.UniqueConstraint(fields=('census', 'breakdown', 'member'), name='census_count_once')],
            },
        ),
        migrations.CreateModel(
            name='CensusDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.PositiveSmallIntegerField()),
                ('day', models.PositiveSmallIntegerField()),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='census_days', to='accounts.council')),
            ],
            options={
                'ordering': ('month', 'day'),
                'constraints': [models.UniqueConstraint(fields=('council', 'month', 'day'), name='census_day_once'), models.CheckConstraint(condition=models.Q(models.Q(('day__range', (1, 31)), ('month__in', (1, 3, 5, 7, 8, 10, 12))), models.Q(('day__range', (1, 30)), ('month__in', (4, 6, 9, 11))), models.Q(('day__range', (1, 28)), ('month', 2)), _connector='OR'), name='census_day_is_a_day')],
            },
        ),
        migrations.AddConstraint(
            model_name='census',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_by__isnull', True), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='census_withdrawal_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='census',
            constraint=models.UniqueConstraint(fields=('cohort', 'date', 'edition'), name='census_edition_once'),
        ),
        migrations.AddConstraint(
            model_name='census',
            constraint=models.UniqueConstraint(condition=models.Q(('replaced_on__isnull', True), ('withdrawn_on__isnull', True)), fields=('cohort', 'date'), name='one_census_in_force'),
        ),
        migrations.AddConstraint(
            model_name='census',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('held_return__isnull', True), ('origin', 'entered')), models.Q(('held_return__isnull', False), ('origin', 'counted')), _connector='OR'), name='census_counted_from_a_return'),
        ),
        migrations.AddConstraint(
            model_name='census',
            constraint=models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='census_has_a_source'),
        ),
    ]
