import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assurance", "0007_surveys")]

    operations = [
        migrations.AddField(
            model_name="return",
            name="validated",
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name="ComparedArea",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("own", "This council itself, as published"),
                            ("region", "Its region"),
                            ("neighbour", "Statistical neighbour"),
                        ],
                        max_length=12,
                    ),
                ),
                ("area_code", models.CharField(max_length=12)),
                ("area_name", models.CharField(max_length=120)),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
                ("source", models.CharField(max_length=200)),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "area compared with",
                "verbose_name_plural": "areas compared with",
                "ordering": ("role", "area_name"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_because", ""),
                                ("withdrawn_by__isnull", True),
                                ("withdrawn_on__isnull", True),
                            ),
                            models.Q(
                                ("withdrawn_by__isnull", False),
                                ("withdrawn_on__isnull", False),
                                models.Q(("withdrawn_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="comparedarea_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("council", "area_code", "from_date"),
                        name="compared_area_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="compared_area_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="compared_area_has_a_source",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlacementLocation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("inside", "Inside the council's boundary"),
                            ("outside_near", "Outside it, 20 miles or less from home"),
                            ("outside_far", "Outside it, more than 20 miles from home"),
                            ("outside", "Outside it, distance not broken down"),
                            ("not_known", "Not known or not recorded"),
                        ],
                        max_length=20,
                    ),
                ),
                ("children", models.PositiveIntegerField()),
                ("source", models.CharField(max_length=200)),
                (
                    "census",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="locations",
                        to="assurance.census",
                    ),
                ),
            ],
            options={
                "ordering": ("census", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("census", "place"), name="placement_location_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="placement_location_has_a_source",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "place__in",
                                ("inside", "outside_near", "outside_far", "outside", "not_known"),
                            )
                        ),
                        name="placement_location_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublishedFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("england", "England"),
                            ("region", "Region"),
                            ("authority", "Local authority"),
                        ],
                        max_length=12,
                    ),
                ),
                ("area_code", models.CharField(max_length=12)),
                ("area_name", models.CharField(max_length=120)),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("looked_after", "Children looked after on 31 March"),
                            (
                                "starting",
                                "Children starting to be looked after in the year to 31 March",
                            ),
                            (
                                "ceasing",
                                "Children ceasing to be looked after in the year to 31 March",
                            ),
                        ],
                        max_length=20,
                    ),
                ),
                ("date", models.DateField()),
                ("children", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "rate",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True),
                ),
                ("population", models.PositiveIntegerField(blank=True, null=True)),
                ("mark", models.CharField(blank=True, max_length=4)),
                ("source", models.CharField(max_length=200)),
                ("licence", models.CharField(max_length=120)),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-date", "measure", "area_name"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_because", ""),
                                ("withdrawn_by__isnull", True),
                                ("withdrawn_on__isnull", True),
                            ),
                            models.Q(
                                ("withdrawn_by__isnull", False),
                                ("withdrawn_on__isnull", False),
                                models.Q(("withdrawn_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="publishedfigure_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("council", "area_code", "measure", "date"),
                        name="published_figure_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("source", ""), _negated=True),
                            models.Q(("licence", ""), _negated=True),
                        ),
                        name="published_figure_has_a_source",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UascMark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uasc_marks",
                        to="assurance.child",
                    ),
                ),
                (
                    "held_return",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uasc_marks",
                        to="assurance.return",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("held_return", "child"), name="uasc_mark_once")
                ],
            },
        ),
    ]
