import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assurance", "0009_dbs_breaches_and_reminders")]

    operations = [
        migrations.CreateModel(
            name="LearningMeeting",
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
                ("forum", models.CharField(max_length=120)),
                ("held_on", models.DateField()),
                ("reviewed_from", models.DateField(blank=True, null=True)),
                ("reviewed_to", models.DateField(blank=True, null=True)),
                ("reviewed", models.TextField(blank=True)),
                ("strengths", models.TextField(blank=True)),
                ("areas_for_development", models.TextField(blank=True)),
                ("circulated_to", models.CharField(blank=True, max_length=200)),
                ("circulated_on", models.DateField(blank=True, null=True)),
                ("next_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("-held_on", "forum"),
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="caseaudit",
            name="auditor_team",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="audits_of_others",
                to="assurance.team",
            ),
        ),
        migrations.CreateModel(
            name="AuditKind",
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
                ("title", models.CharField(max_length=120)),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("routine", "Routine case-file audit"),
                            ("thematic", "Thematic deep dive"),
                            ("live", "Live audit, with the worker"),
                            ("external", "By an outside body"),
                        ],
                        default="routine",
                        max_length=20,
                    ),
                ),
                ("interval_months", models.PositiveSmallIntegerField(blank=True, null=True)),
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
                "ordering": ("title",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AuditRound",
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
                ("theme", models.CharField(blank=True, max_length=160)),
                ("service", models.CharField(blank=True, max_length=120)),
                ("start", models.DateField()),
                ("end", models.DateField()),
                ("planned", models.PositiveIntegerField(blank=True, null=True)),
                ("interval_months", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("next_due_on", models.DateField(blank=True, null=True)),
                ("lead_role", models.CharField(blank=True, max_length=120)),
                ("report_to", models.CharField(blank=True, max_length=160)),
                ("report_due_on", models.DateField(blank=True, null=True)),
                ("begun_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("result", models.TextField(blank=True)),
                ("cancelled_on", models.DateField(blank=True, null=True)),
                ("cancelled_because", models.TextField(blank=True)),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="assurance.auditkind",
                    ),
                ),
                (
                    "teams",
                    models.ManyToManyField(
                        blank=True, related_name="audit_rounds", to="assurance.team"
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
                "ordering": ("-start", "-pk"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AuditAllocation",
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
                ("role", models.CharField(max_length=120)),
                ("own_team", models.PositiveSmallIntegerField()),
                ("other_team", models.PositiveSmallIntegerField()),
                ("every_months", models.PositiveSmallIntegerField(blank=True, null=True)),
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
                (
                    "audit_round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="allocations",
                        to="assurance.auditround",
                    ),
                ),
            ],
            options={
                "ordering": ("role", "pk"),
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="caseaudit",
            name="round",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="audits",
                to="assurance.auditround",
            ),
        ),
        migrations.CreateModel(
            name="AuditTheme",
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
                ("title", models.CharField(max_length=120)),
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
                "ordering": ("title",),
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="caseaudit",
            name="themes",
            field=models.ManyToManyField(
                blank=True, related_name="audits", to="assurance.audittheme"
            ),
        ),
        migrations.AddConstraint(
            model_name="caseaudit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("auditor_team__isnull", True),
                    models.Q(
                        ("own_team", False),
                        models.Q(("auditor_team", models.F("team")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="audit_by_another_team_than_its_own",
            ),
        ),
        migrations.AddField(
            model_name="learningmeeting",
            name="council",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="assurance.council",
            ),
        ),
        migrations.AddField(
            model_name="learningmeeting",
            name="rounds",
            field=models.ManyToManyField(
                blank=True, related_name="meetings", to="assurance.auditround"
            ),
        ),
        migrations.AddField(
            model_name="learningmeeting",
            name="team",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="learning_meetings",
                to="assurance.team",
            ),
        ),
        migrations.AddField(
            model_name="learningmeeting",
            name="withdrawn_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="auditkind",
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
                name="auditkind_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="auditkind",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)),
                fields=("council", "title"),
                name="audit_kind_named_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="auditkind",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_date__isnull", True),
                    ("to_date__gte", models.F("from_date")),
                    _connector="OR",
                ),
                name="audit_kind_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="auditkind",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("interval_months__isnull", True),
                    ("interval_months__range", (1, 120)),
                    _connector="OR",
                ),
                name="audit_kind_interval_in_bounds",
            ),
        ),
        migrations.AddIndex(
            model_name="auditround",
            index=models.Index(fields=["council", "kind", "start"], name="audit_round_in_turn"),
        ),
        migrations.AddConstraint(
            model_name="auditround",
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
                name="auditround_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="auditround",
            constraint=models.CheckConstraint(
                condition=models.Q(("end__gte", models.F("start"))),
                name="audit_round_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="auditround",
            constraint=models.CheckConstraint(
                condition=models.Q(("planned__isnull", True), ("planned__gte", 1), _connector="OR"),
                name="audit_round_plans_one_or_more",
            ),
        ),
        migrations.AddConstraint(
            model_name="auditround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("interval_months__isnull", True), ("next_due_on__isnull", True)),
                    models.Q(
                        ("interval_months__isnull", False),
                        ("interval_months__range", (1, 120)),
                        ("next_due_on__gt", models.F("start")),
                        ("next_due_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="audit_round_due_again_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="auditround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("begun_on__isnull", True),
                    ("begun_on__gte", models.F("start")),
                    _connector="OR",
                ),
                name="audit_round_begun_in_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="auditround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_on__isnull", True), ("result", "")),
                    models.Q(
                        ("begun_on__isnull", False),
                        ("closed_on__isnull", False),
                        ("closed_on__gte", models.F("begun_on")),
                        models.Q(("result", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="audit_round_closed_with_a_result",
            ),
        ),
        migrations.AddConstraint(
            model_name="auditround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cancelled_because", ""), ("cancelled_on__isnull", True)),
                    models.Q(
                        ("cancelled_on__isnull", False),
                        ("closed_on__isnull", True),
                        models.Q(("cancelled_because", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="audit_round_cancelled_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="auditallocation",
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
                name="auditallocation_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="auditallocation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)),
                fields=("audit_round", "role"),
                name="allocation_once_a_role",
            ),
        ),
        migrations.AddConstraint(
            model_name="auditallocation",
            constraint=models.CheckConstraint(
                condition=models.Q(("own_team__gte", 1), ("other_team__gte", 1), _connector="OR"),
                name="allocation_of_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="auditallocation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("every_months__isnull", True),
                    ("every_months__range", (1, 24)),
                    _connector="OR",
                ),
                name="allocation_stretch_in_bounds",
            ),
        ),
        migrations.AddConstraint(
            model_name="audittheme",
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
                name="audittheme_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="audittheme",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)),
                fields=("council", "title"),
                name="audit_theme_named_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="audittheme",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_date__isnull", True),
                    ("to_date__gte", models.F("from_date")),
                    _connector="OR",
                ),
                name="audit_theme_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningmeeting",
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
                name="learningmeeting_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningmeeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reviewed_from__isnull", True), ("reviewed_to__isnull", True)),
                    models.Q(
                        ("reviewed_from__isnull", False),
                        ("reviewed_to__gte", models.F("reviewed_from")),
                        ("reviewed_to__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="learning_meeting_reviewed_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningmeeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("circulated_on__isnull", True),
                    models.Q(
                        ("circulated_on__gte", models.F("held_on")),
                        models.Q(("circulated_to", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="learning_meeting_circulated_to_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningmeeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("next_on__isnull", True), ("next_on__gt", models.F("held_on")), _connector="OR"
                ),
                name="learning_meeting_next_comes_after",
            ),
        ),
    ]
