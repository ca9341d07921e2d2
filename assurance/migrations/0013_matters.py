"""Other matters: developments, documents, forums, events, statements, risks and measures."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assurance", "0012_reviews_and_plans_followed")]

    operations = [
        migrations.CreateModel(
            name="Development",
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
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("case_system", "Case-system replacement"),
                            ("front_door", "Front door"),
                            ("restructure", "Restructure"),
                            ("project", "Project"),
                            ("data_quality", "Data-quality work"),
                            ("practice", "Way of working"),
                            ("workforce", "Workforce"),
                            ("other", "Other development"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("under_way", "Under way"),
                            ("done", "Done"),
                            ("partly_done", "Partly done"),
                            ("not_done", "Not done"),
                            ("stopped", "Stopped"),
                        ],
                        max_length=20,
                    ),
                ),
                ("state_on", models.DateField()),
                ("started_on", models.DateField(blank=True, null=True)),
                ("due_on", models.DateField(blank=True, null=True)),
                ("predecessor", models.CharField(blank=True, max_length=120)),
                ("successor", models.CharField(blank=True, max_length=120)),
                ("partner", models.CharField(blank=True, max_length=160)),
                ("barrier", models.CharField(blank=True, max_length=300)),
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
                "ordering": ("title",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DevelopmentState",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_date", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("under_way", "Under way"),
                            ("done", "Done"),
                            ("partly_done", "Partly done"),
                            ("not_done", "Not done"),
                            ("stopped", "Stopped"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "development",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="states",
                        to="assurance.development",
                    ),
                ),
            ],
            options={
                "ordering": ("development", "from_date"),
            },
        ),
        migrations.CreateModel(
            name="Document",
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
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("strategy", "Strategy"),
                            ("vision", "Vision"),
                            ("plan", "Plan"),
                            ("policy", "Policy or procedure"),
                            ("threshold", "Levels of need"),
                            ("decisions", "Who may decide what"),
                            ("storyboard", "Storyboard"),
                            ("report", "Report"),
                            ("other", "Other document"),
                        ],
                        max_length=20,
                    ),
                ),
                ("edition", models.CharField(blank=True, max_length=40)),
                ("from_date", models.DateField(blank=True, null=True)),
                ("to_date", models.DateField(blank=True, null=True)),
                ("owner_role", models.CharField(max_length=120)),
                ("address", models.URLField(blank=True, max_length=300)),
                ("last_checked_on", models.DateField(blank=True, null=True)),
                ("approved_body", models.CharField(blank=True, max_length=120)),
                ("approved_on", models.DateField(blank=True, null=True)),
                ("partners", models.CharField(blank=True, max_length=40)),
                ("consulted", models.CharField(blank=True, max_length=40)),
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
                "ordering": ("title",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EngagementEvent",
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
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                ("held_on", models.DateField()),
                ("audience", models.CharField(max_length=160)),
                ("subject", models.CharField(max_length=200)),
                (
                    "reached",
                    models.CharField(
                        choices=[
                            ("exactly", "Exactly this many"),
                            ("over", "Over this many"),
                            ("not_counted", "Nobody counted"),
                        ],
                        max_length=20,
                    ),
                ),
                ("number", models.PositiveIntegerField(blank=True, null=True)),
                ("frequency", models.CharField(blank=True, max_length=60)),
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
                "ordering": ("-held_on", "title"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Forum",
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
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("board", "Board"),
                            ("panel", "Panel"),
                            ("learning", "Learning meeting"),
                            ("performance", "Performance meeting"),
                            ("workshop", "Workshop"),
                            ("other", "Other forum"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "interval",
                    models.CharField(
                        choices=[
                            ("weekly", "Every week"),
                            ("fortnightly", "Every two weeks"),
                            ("monthly", "Every month"),
                            ("two_months", "Every two months"),
                            ("three_months", "Every three months"),
                            ("six_months", "Every six months"),
                            ("yearly", "Every year"),
                            ("as_needed", "When it is needed"),
                        ],
                        max_length=20,
                    ),
                ),
                ("chair_role", models.CharField(max_length=120)),
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
                "ordering": ("title",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ForumMeeting",
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
                ("met_on", models.DateField()),
                ("reviewed", models.TextField()),
                ("resolutions", models.TextField(blank=True)),
                ("circulated", models.CharField(blank=True, max_length=200)),
                ("circulated_to", models.CharField(blank=True, max_length=200)),
                ("next_on", models.DateField(blank=True, null=True)),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="assurance.forum",
                    ),
                ),
                (
                    "plans",
                    models.ManyToManyField(
                        blank=True, related_name="forum_meetings", to="assurance.plan"
                    ),
                ),
                (
                    "reviews",
                    models.ManyToManyField(
                        blank=True, related_name="forum_meetings", to="assurance.review"
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
                "ordering": ("forum", "-met_on"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Measure",
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
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("number", "Number"),
                            ("percent", "Per cent"),
                            ("money", "Pounds"),
                            ("days", "Days"),
                        ],
                        max_length=20,
                    ),
                ),
                ("definition", models.TextField()),
                ("source", models.CharField(max_length=200)),
                (
                    "better",
                    models.CharField(
                        choices=[("higher", "Higher"), ("lower", "Lower"), ("neither", "Neither")],
                        max_length=20,
                    ),
                ),
                ("area", models.CharField(blank=True, max_length=120)),
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
                "ordering": ("title",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MeasureTarget",
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
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
                ("value", models.DecimalField(decimal_places=2, max_digits=14)),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="assurance.measure",
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
                "ordering": ("measure", "from_date"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MeasureValue",
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
                ("from_date", models.DateField(blank=True, null=True)),
                ("to_date", models.DateField()),
                ("value", models.DecimalField(decimal_places=2, max_digits=14)),
                ("count", models.PositiveIntegerField(blank=True, null=True)),
                ("out_of", models.PositiveIntegerField(blank=True, null=True)),
                ("source", models.CharField(blank=True, max_length=200)),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="values",
                        to="assurance.measure",
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
                "ordering": ("measure", "to_date"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Milestone",
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
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=160)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ahead", "Not reached yet"),
                            ("reached", "Reached"),
                            ("missed", "Missed"),
                            ("dropped", "No longer wanted"),
                        ],
                        max_length=20,
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True)),
                ("reached_on", models.DateField(blank=True, null=True)),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                (
                    "development",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="assurance.development",
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
                "ordering": ("development", "number"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Risk",
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
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                ("cause", models.TextField()),
                ("control", models.TextField()),
                ("owner_role", models.CharField(max_length=120)),
                ("opened_on", models.DateField()),
                ("reviewed_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
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
                "ordering": ("-opened_on", "title"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RiskScale",
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
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                ("likelihoods", models.JSONField()),
                ("impacts", models.JSONField()),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
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
                "ordering": ("-from_date", "title"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RiskRating",
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
                ("rated_on", models.DateField()),
                ("likelihood", models.PositiveSmallIntegerField()),
                ("impact", models.PositiveSmallIntegerField()),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                (
                    "risk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="assurance.risk",
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
                (
                    "scale",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="assurance.riskscale",
                    ),
                ),
            ],
            options={
                "ordering": ("risk", "-rated_on"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Statement",
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
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                ("statement", models.TextField()),
                ("edition", models.CharField(max_length=40)),
                ("stated_on", models.DateField()),
                ("figures", models.TextField(blank=True)),
                ("validated_body", models.CharField(blank=True, max_length=120)),
                ("validated_on", models.DateField(blank=True, null=True)),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                (
                    "documents",
                    models.ManyToManyField(
                        blank=True, related_name="statements", to="assurance.document"
                    ),
                ),
                (
                    "findings",
                    models.ManyToManyField(
                        blank=True, related_name="statements", to="assurance.finding"
                    ),
                ),
                (
                    "later_finding",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements_answered",
                        to="assurance.finding",
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
                "verbose_name": "self-evaluation statement",
                "ordering": ("-stated_on", "title"),
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="development",
            constraint=models.CheckConstraint(
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
                name="development_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="development",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)),
                fields=("council", "slug"),
                name="development_named_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="development",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("due_on__isnull", True),
                    ("started_on__isnull", True),
                    ("due_on__gte", models.F("started_on")),
                    _connector="OR",
                ),
                name="development_due_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="development",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("started_on__isnull", True),
                    models.Q(("state__in", ("done", "stopped")), _negated=True),
                    ("state_on__gte", models.F("started_on")),
                    _connector="OR",
                ),
                name="development_ended_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="developmentstate",
            constraint=models.UniqueConstraint(
                fields=("development", "from_date"), name="development_state_once_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
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
                name="document_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)),
                fields=("council", "slug"),
                name="document_named_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_date__isnull", True),
                    ("from_date__isnull", True),
                    ("to_date__gte", models.F("from_date")),
                    _connector="OR",
                ),
                name="document_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved_body", ""), ("approved_on__isnull", True)),
                    models.Q(
                        ("approved_on__isnull", False),
                        models.Q(("approved_body", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="document_approved_by_a_body",
            ),
        ),
        migrations.AddConstraint(
            model_name="engagementevent",
            constraint=models.CheckConstraint(
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
                name="engagementevent_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="engagementevent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)),
                fields=("council", "slug"),
                name="engagementevent_named_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="engagementevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("number__isnull", True), ("reached", "not_counted")),
                    models.Q(
                        models.Q(("reached", "not_counted"), _negated=True),
                        ("number__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="engagementevent_counted_or_not",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
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
                name="forum_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)),
                fields=("council", "slug"),
                name="forum_named_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="forummeeting",
            constraint=models.CheckConstraint(
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
                name="forummeeting_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="forummeeting",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)),
                fields=("forum", "met_on"),
                name="forum_meeting_once_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="forummeeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("circulated", ""), ("circulated_to", "")),
                    models.Q(
                        models.Q(("circulated", ""), _negated=True),
                        models.Q(("circulated_to", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="forum_meeting_circulated_to_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.CheckConstraint(
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
                name="measure_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)),
                fields=("council", "slug"),
                name="measure_named_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="measuretarget",
            constraint=models.CheckConstraint(
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
                name="measuretarget_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="measuretarget",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)),
                fields=("measure", "from_date"),
                name="measure_target_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="measuretarget",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_date__isnull", True),
                    ("to_date__gte", models.F("from_date")),
                    _connector="OR",
                ),
                name="measure_target_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurevalue",
            constraint=models.CheckConstraint(
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
                name="measurevalue_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurevalue",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)),
                fields=("measure", "to_date"),
                name="measure_value_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurevalue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("from_date__isnull", True),
                    ("to_date__gte", models.F("from_date")),
                    _connector="OR",
                ),
                name="measure_value_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurevalue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("count__isnull", True), ("out_of__isnull", True)),
                    models.Q(
                        ("count__isnull", False),
                        ("out_of__gte", models.F("count")),
                        ("out_of__gte", 1),
                    ),
                    _connector="OR",
                ),
                name="measure_value_counted_out_of",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.CheckConstraint(
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
                name="milestone_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.UniqueConstraint(
                fields=("development", "number"), name="milestone_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reached_on__isnull", False), ("state", "reached")),
                    models.Q(
                        models.Q(("state", "reached"), _negated=True), ("reached_on__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="milestone_reached_has_its_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="risk",
            constraint=models.CheckConstraint(
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
                name="risk_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="risk",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)),
                fields=("council", "slug"),
                name="risk_named_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="risk",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_on__isnull", True),
                    ("closed_on__gte", models.F("opened_on")),
                    _connector="OR",
                ),
                name="risk_closed_after_it_opened",
            ),
        ),
        migrations.AddConstraint(
            model_name="risk",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reviewed_on__isnull", True),
                    ("reviewed_on__gte", models.F("opened_on")),
                    _connector="OR",
                ),
                name="risk_reviewed_after_it_opened",
            ),
        ),
        migrations.AddConstraint(
            model_name="riskscale",
            constraint=models.CheckConstraint(
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
                name="riskscale_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="riskscale",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)),
                fields=("council", "slug"),
                name="riskscale_named_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="riskscale",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_date__isnull", True),
                    ("to_date__gte", models.F("from_date")),
                    _connector="OR",
                ),
                name="riskscale_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="riskrating",
            constraint=models.CheckConstraint(
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
                name="riskrating_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="riskrating",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)),
                fields=("risk", "rated_on"),
                name="risk_rated_once_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="riskrating",
            constraint=models.CheckConstraint(
                condition=models.Q(("impact__gte", 1), ("likelihood__gte", 1)),
                name="risk_rating_from_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
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
                name="statement_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)),
                fields=("council", "slug"),
                name="statement_named_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("validated_body", ""), ("validated_on__isnull", True)),
                    models.Q(
                        ("validated_on__isnull", False),
                        models.Q(("validated_body", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="statement_validated_by_a_body",
            ),
        ),
    ]
