"""All tables as they stood after `0018_learning_meetings_of_forums`, made at once: a new database takes
them from here, one that holds an earlier state goes on by the single steps."""

from importlib import import_module

import assurance.dbs.rules.statuses
import django.core.serializers.json
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


_history_is_append_only = import_module("assurance.migrations.0002_history_is_append_only")
_national_code_lists = import_module("assurance.migrations.0003_national_code_lists")
_national_frameworks = import_module("assurance.migrations.0004_national_frameworks")


def _look_at_rows(apps, schema_editor):
    schema_editor.connection.check_constraints()


class Migration(migrations.Migration):
    replaces = [
        ("assurance", "0001_initial"),
        ("assurance", "0002_history_is_append_only"),
        ("assurance", "0003_national_code_lists"),
        ("assurance", "0004_national_frameworks"),
        ("assurance", "0005_two_more_subjects"),
        ("assurance", "0006_files_brought_in"),
        ("assurance", "0007_surveys"),
        ("assurance", "0008_comparisons"),
        ("assurance", "0009_dbs_breaches_and_reminders"),
        ("assurance", "0010_audit_programme"),
        ("assurance", "0011_attachments"),
        ("assurance", "0012_reviews_and_plans_followed"),
        ("assurance", "0013_matters"),
        ("assurance", "0014_what_needs_whom"),
        ("assurance", "0015_files_traced"),
        ("assurance", "0016_records_widened"),
        ("assurance", "0017_evidence_followed"),
        ("assurance", "0018_learning_meetings_of_forums"),
    ]
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Council",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=100)),
                ("short_name", models.CharField(max_length=100)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "email",
                    models.EmailField(max_length=254, unique=True, verbose_name="e-mail address"),
                ),
                ("name", models.CharField(max_length=100, verbose_name="role title")),
                (
                    "council",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accounts",
                        to="assurance.council",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="can sign in")),
                (
                    "date_joined",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
            ],
            options={
                "ordering": ["name", "email"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("email", django.db.models.functions.text.Lower("email"))
                        ),
                        name="user_email_is_lower_case",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Cohort",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cohorts",
                        to="assurance.council",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("dbs", "people who need a DBS check"),
                            ("looked_after", "children"),
                        ],
                        max_length=20,
                    ),
                ),
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                ("definition", models.TextField()),
                ("groups", models.JSONField(blank=True, default=list)),
                ("usual", models.BooleanField(default=False)),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "population",
                "ordering": ("kind", "title"),
                "constraints": [
                    models.UniqueConstraint(fields=("council", "slug"), name="cohort_named_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("usual", True)),
                        fields=("council", "kind"),
                        name="one_usual_cohort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="cohort_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GradeScale",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grade_scales",
                        to="assurance.council",
                    ),
                ),
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=120)),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("-from_date",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "slug"), name="grade_scale_named_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="grade_scale_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Grade",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "scale",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grades",
                        to="assurance.gradescale",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField()),
                ("code", models.SlugField(max_length=40)),
                ("label", models.CharField(max_length=80)),
            ],
            options={
                "ordering": ("scale", "order"),
                "constraints": [
                    models.UniqueConstraint(fields=("scale", "code"), name="grade_code_once"),
                    models.UniqueConstraint(fields=("scale", "order"), name="grade_order_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoryHead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("council", models.CharField(max_length=40, unique=True)),
                ("seq", models.PositiveBigIntegerField(default=0)),
                (
                    "digest",
                    models.CharField(
                        default="0000000000000000000000000000000000000000000000000000000000000000",
                        max_length=64,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Framework",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="frameworks",
                        to="assurance.council",
                    ),
                ),
                ("slug", models.SlugField(max_length=40)),
                ("title", models.CharField(max_length=160)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("inspection", "Inspection"),
                            ("peer_review", "Peer review"),
                            ("local", "Local review"),
                        ],
                        max_length=20,
                    ),
                ),
                ("areas", models.JSONField(default=list)),
                ("grades", models.JSONField(default=list)),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("from_date", "title"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "slug"), name="framework_named_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("council__isnull", True)),
                        fields=("slug",),
                        name="national_framework_named_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="framework_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                ("slug", models.SlugField(max_length=60)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("inspection", "Inspection"),
                            ("peer_review", "Peer review"),
                            ("local", "Local review"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "framework",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="assurance.framework",
                    ),
                ),
                ("title", models.CharField(max_length=160)),
                ("body", models.CharField(max_length=120)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField()),
                ("published_on", models.DateField(blank=True, null=True)),
                ("response_received_on", models.DateField(blank=True, null=True)),
                ("response_due_on", models.DateField(blank=True, null=True)),
                ("response_sent_on", models.DateField(blank=True, null=True)),
                ("no_reply_because", models.CharField(blank=True, max_length=200)),
                ("grade", models.CharField(blank=True, max_length=60)),
                ("team_size", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("team_roles", models.CharField(blank=True, max_length=200)),
                ("people_met", models.CharField(blank=True, max_length=40)),
                ("files_read", models.PositiveIntegerField(blank=True, null=True)),
                ("follow_up_on", models.DateField(blank=True, null=True)),
                ("followed_up_on", models.DateField(blank=True, null=True)),
                ("stated_strengths", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "stated_areas_for_development",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                ("stated_recommendations", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("stated_top_tips", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "stated_lines_of_enquiry",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                ("stated_points", models.CharField(blank=True, max_length=40)),
            ],
            options={
                "ordering": ("-started_on", "title"),
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
                        name="review_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(fields=("council", "slug"), name="review_named_once"),
                    models.CheckConstraint(
                        condition=models.Q(("ended_on__gte", models.F("started_on"))),
                        name="review_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("published_on__isnull", True),
                            ("published_on__gte", models.F("started_on")),
                            _connector="OR",
                        ),
                        name="review_published_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("response_sent_on__isnull", True),
                            ("response_sent_on__gte", models.F("started_on")),
                            _connector="OR",
                        ),
                        name="review_answered_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("followed_up_on__isnull", True),
                            ("followed_up_on__gte", models.F("ended_on")),
                            _connector="OR",
                        ),
                        name="review_followed_up_after_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("no_reply_because", ""),
                            ("response_sent_on__isnull", True),
                            _connector="OR",
                        ),
                        name="review_answered_or_not",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="themes",
                        to="assurance.review",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField()),
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=200)),
                ("grade", models.CharField(blank=True, max_length=60)),
            ],
            options={
                "ordering": ("review", "order"),
                "constraints": [
                    models.UniqueConstraint(fields=("review", "slug"), name="theme_named_once"),
                    models.UniqueConstraint(fields=("review", "order"), name="theme_order_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="assurance.review",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="assurance.theme",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("strength", "Strength"),
                            ("area", "Area for development"),
                            ("recommendation", "Recommendation"),
                            ("top_tip", "Top tip"),
                            ("priority", "Agreed priority"),
                            ("line_of_enquiry", "Line of enquiry"),
                            ("remark", "Remark"),
                            ("quotation", "Quotation"),
                        ],
                        max_length=20,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("place", models.CharField(blank=True, max_length=80)),
                (
                    "manner",
                    models.CharField(
                        choices=[("published", "Published"), ("oral", "Said, not published")],
                        default="published",
                        max_length=20,
                    ),
                ),
                ("said_by_role", models.CharField(blank=True, max_length=120)),
                (
                    "said_before",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="said_again",
                        to="assurance.finding",
                    ),
                ),
                ("no_action_because", models.CharField(blank=True, max_length=200)),
                ("no_action_role", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "ordering": ("review", "kind", "number"),
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
                        name="finding_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        fields=("review", "kind", "number"), name="finding_number_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("no_action_because", ""), ("no_action_role", "")),
                            models.Q(
                                models.Q(("no_action_because", ""), _negated=True),
                                models.Q(("no_action_role", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="finding_unanswered_by_a_role",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("manner", "published"),
                            models.Q(("said_by_role", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="finding_said_by_a_role",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("said_before__isnull", True),
                            models.Q(("said_before", models.F("pk")), _negated=True),
                            _connector="OR",
                        ),
                        name="finding_not_before_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="assurance.council",
                    ),
                ),
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("-from_date",),
                "constraints": [
                    models.UniqueConstraint(fields=("council", "slug"), name="plan_named_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="plan_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Priority",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="priorities",
                        to="assurance.plan",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ("plan", "order"),
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "order"), name="priority_order_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="assurance.priority",
                    ),
                ),
                ("reference", models.CharField(max_length=20)),
                ("text", models.TextField()),
                ("owner_role", models.CharField(max_length=120)),
                ("support_roles", models.CharField(blank=True, max_length=200)),
                ("measure", models.TextField(blank=True)),
                ("starts_on", models.DateField()),
                ("due_on", models.DateField()),
                ("next_report_on", models.DateField(blank=True, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started, not yet due"),
                            ("on_track", "On track"),
                            ("at_risk", "At risk"),
                            ("overdue", "Overdue, or will miss its date"),
                            ("done", "Done and checked"),
                        ],
                        default="not_started",
                        max_length=20,
                    ),
                ),
                (
                    "impact",
                    models.CharField(
                        choices=[
                            ("not_known", "Not yet known"),
                            ("early", "Early signs"),
                            ("improving", "Improving for children"),
                            ("no_change", "No change"),
                            ("worse", "Worse"),
                        ],
                        default="not_known",
                        max_length=20,
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True)),
                ("checked_by_role", models.CharField(blank=True, max_length=120)),
                ("evidence", models.TextField(blank=True)),
                (
                    "findings",
                    models.ManyToManyField(
                        blank=True, related_name="actions", to="assurance.finding"
                    ),
                ),
            ],
            options={
                "ordering": ("priority", "reference"),
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "due_on"], name="action_by_due_day"),
                    models.Index(fields=["council", "owner_role"], name="action_by_owner"),
                ],
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
                        name="action_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        fields=("council", "reference"), name="action_reference_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("starts_on"))),
                        name="action_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_on__isnull", False), ("status__in", ("done",))),
                            models.Q(
                                ("done_on__isnull", True),
                                models.Q(("status__in", ("done",)), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="action_done_has_its_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("done",)), _negated=True),
                            models.Q(
                                models.Q(("checked_by_role", ""), _negated=True),
                                models.Q(
                                    ("checked_by_role", models.F("owner_role")), _negated=True
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="action_checked_by_another",
                    ),
                ],
            },
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
            ],
            options={
                "ordering": ("title",),
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
                        name="auditkind_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("council", "title"),
                        name="audit_kind_named_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="audit_kind_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("interval_months__isnull", True),
                            ("interval_months__range", (1, 120)),
                            _connector="OR",
                        ),
                        name="audit_kind_interval_in_bounds",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Team",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="teams",
                        to="assurance.council",
                    ),
                ),
                ("service", models.CharField(max_length=120)),
                ("name", models.CharField(max_length=120)),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("service", "name"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "service", "name"), name="team_named_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="team_dates_in_order",
                    ),
                ],
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="assurance.auditkind",
                    ),
                ),
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
                    "teams",
                    models.ManyToManyField(
                        blank=True, related_name="audit_rounds", to="assurance.team"
                    ),
                ),
            ],
            options={
                "ordering": ("-start", "-pk"),
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "kind", "start"], name="audit_round_in_turn")
                ],
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
                        name="auditround_withdrawal_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("end__gte", models.F("start"))),
                        name="audit_round_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("planned__isnull", True), ("planned__gte", 1), _connector="OR"
                        ),
                        name="audit_round_plans_one_or_more",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("interval_months__isnull", True), ("next_due_on__isnull", True)
                            ),
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
                    models.CheckConstraint(
                        condition=models.Q(
                            ("begun_on__isnull", True),
                            ("begun_on__gte", models.F("start")),
                            _connector="OR",
                        ),
                        name="audit_round_begun_in_time",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
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
                ],
            },
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                ("title", models.CharField(max_length=120)),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("title",),
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
                        name="audittheme_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("council", "title"),
                        name="audit_theme_named_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="audit_theme_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseAudit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                ("reference", models.CharField(max_length=40)),
                ("audited_on", models.DateField()),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audits",
                        to="assurance.team",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("desk", "Desk audit"),
                            ("live", "With the worker"),
                            ("moderated", "Moderated"),
                            ("external", "By an outside auditor"),
                        ],
                        default="desk",
                        max_length=20,
                    ),
                ),
                ("auditor_role", models.CharField(max_length=120)),
                ("own_team", models.BooleanField(default=True)),
                (
                    "auditor_team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audits_of_others",
                        to="assurance.team",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audits",
                        to="assurance.auditround",
                    ),
                ),
                (
                    "first_grade",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="first_given",
                        to="assurance.grade",
                    ),
                ),
                (
                    "moderated_grade",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moderated_to",
                        to="assurance.grade",
                    ),
                ),
                ("shared_on", models.DateField(blank=True, null=True)),
                ("recorded_on", models.DateField(blank=True, null=True)),
                ("strengths", models.TextField(blank=True)),
                ("areas_for_development", models.TextField(blank=True)),
                ("actions", models.TextField(blank=True)),
                (
                    "themes",
                    models.ManyToManyField(
                        blank=True, related_name="audits", to="assurance.audittheme"
                    ),
                ),
            ],
            options={
                "ordering": ("-audited_on", "reference"),
                "abstract": False,
                "indexes": [models.Index(fields=["council", "audited_on"], name="audit_by_day")],
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
                        name="caseaudit_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        fields=("council", "reference"), name="audit_reference_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("shared_on__isnull", True),
                            ("shared_on__gte", models.F("audited_on")),
                            _connector="OR",
                        ),
                        name="audit_shared_after_done",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("recorded_on__isnull", True),
                            models.Q(
                                ("recorded_on__gte", models.F("shared_on")),
                                ("shared_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="audit_recorded_after_shared",
                    ),
                    models.CheckConstraint(
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
                ],
            },
        ),
        migrations.CreateModel(
            name="Return",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                ("year_end", models.DateField()),
                ("covers_from", models.DateField()),
                ("covers_to", models.DateField()),
                ("fingerprint", models.CharField(max_length=64)),
                ("files", models.JSONField(default=list)),
                ("notices", models.JSONField(default=list)),
                ("validated", models.JSONField(blank=True, null=True)),
                ("keep_rows_until", models.DateField()),
                ("rows_removed_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "SSDA903 return",
                "ordering": ("-year_end", "-pk"),
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
                        name="return_withdrawal_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("covers_to__gte", models.F("covers_from"))),
                        name="return_cover_in_order",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("council", "fingerprint"),
                        name="return_read_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Census",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "cohort",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="assurance.cohort",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("entered", "Entered as counts"),
                            ("counted", "Counted from records held here"),
                        ],
                        max_length=10,
                    ),
                ),
                ("source", models.CharField(max_length=200)),
                ("edition", models.PositiveSmallIntegerField(default=1)),
                ("replaced_on", models.DateField(blank=True, null=True)),
                ("corrected_because", models.CharField(blank=True, max_length=200)),
                ("rows_digest", models.CharField(blank=True, max_length=64)),
                ("date", models.DateField()),
                ("total", models.PositiveIntegerField()),
                (
                    "held_return",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="censuses",
                        to="assurance.return",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "censuses",
                "ordering": ("-date", "-edition"),
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
                        name="census_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        fields=("cohort", "date", "edition"), name="census_edition_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("replaced_on__isnull", True), ("withdrawn_on__isnull", True)
                        ),
                        fields=("cohort", "date"),
                        name="one_census_in_force",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("held_return__isnull", True), ("origin", "entered")),
                            models.Q(("held_return__isnull", False), ("origin", "counted")),
                            _connector="OR",
                        ),
                        name="census_counted_from_a_return",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="census_has_a_source",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Code",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("list", models.CharField(max_length=30)),
                ("code", models.CharField(max_length=12)),
                ("label", models.CharField(max_length=160)),
                ("from_year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("to_year", models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
            options={
                "ordering": ("list", "code"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("list", "code", "from_year"), name="code_once_a_year"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("from_year__isnull", True)),
                        fields=("list", "code"),
                        name="code_once_from_the_beginning",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_year__isnull", True),
                            ("from_year__isnull", True),
                            ("to_year__gte", models.F("from_year")),
                            _connector="OR",
                        ),
                        name="code_years_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Child",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="assurance.council",
                    ),
                ),
                ("pseudonym", models.CharField(max_length=64)),
                ("sex", models.CharField(blank=True, max_length=1)),
                ("born_on", models.DateField(blank=True, null=True)),
                ("ethnicity", models.CharField(blank=True, max_length=12)),
                ("uasc", models.BooleanField(default=False)),
                ("uasc_until", models.DateField(blank=True, null=True)),
            ],
            options={
                "verbose_name_plural": "children",
                "constraints": [
                    models.UniqueConstraint(fields=("council", "pseudonym"), name="child_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="CensusDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="census_days",
                        to="assurance.council",
                    ),
                ),
                ("month", models.PositiveSmallIntegerField()),
                ("day", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ("month", "day"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "month", "day"), name="census_day_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("day__range", (1, 31)), ("month__in", (1, 3, 5, 7, 8, 10, 12))
                            ),
                            models.Q(("day__range", (1, 30)), ("month__in", (4, 6, 9, 11))),
                            models.Q(("day__range", (1, 28)), ("month", 2)),
                            _connector="OR",
                        ),
                        name="census_day_is_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditTotal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                ("start", models.DateField()),
                ("end", models.DateField()),
                ("done", models.PositiveIntegerField()),
                ("shared", models.PositiveIntegerField(blank=True, null=True)),
                ("recorded", models.PositiveIntegerField(blank=True, null=True)),
                ("source", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ("-end", "title"),
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
                        name="audittotal_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        fields=("council", "slug"), name="audit_total_named_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("end__gte", models.F("start"))),
                        name="audit_total_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("shared__isnull", True),
                            ("shared__lte", models.F("done")),
                            _connector="OR",
                        ),
                        name="audit_total_shared_within_done",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("recorded__isnull", True),
                            models.Q(
                                ("recorded__lte", models.F("shared")), ("shared__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="audit_total_recorded_within_shared",
                    ),
                ],
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "audit_round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="allocations",
                        to="assurance.auditround",
                    ),
                ),
                ("role", models.CharField(max_length=120)),
                ("own_team", models.PositiveSmallIntegerField()),
                ("other_team", models.PositiveSmallIntegerField()),
                ("every_months", models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
            options={
                "ordering": ("role", "pk"),
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
                        name="auditallocation_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("audit_round", "role"),
                        name="allocation_once_a_role",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("own_team__gte", 1), ("other_team__gte", 1), _connector="OR"
                        ),
                        name="allocation_of_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("every_months__isnull", True),
                            ("every_months__range", (1, 24)),
                            _connector="OR",
                        ),
                        name="allocation_stretch_in_bounds",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgeBand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="age_bands",
                        to="assurance.council",
                    ),
                ),
                ("set", models.SlugField(max_length=40)),
                ("slug", models.SlugField(max_length=40)),
                ("label", models.CharField(max_length=60)),
                ("from_age", models.PositiveSmallIntegerField()),
                ("to_age", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("set", "from_age"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "set", "slug", "from_date"), name="age_band_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("council__isnull", True)),
                        fields=("set", "slug", "from_date"),
                        name="national_age_band_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_age__isnull", True),
                            ("to_age__gte", models.F("from_age")),
                            _connector="OR",
                        ),
                        name="age_band_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="age_band_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="assurance.action",
                    ),
                ),
                ("noted_on", models.DateField()),
                ("role", models.CharField(max_length=120)),
                ("text", models.TextField()),
            ],
            options={
                "verbose_name": "note",
                "ordering": ("action", "-noted_on", "-pk"),
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
                        name="actionnote_withdrawal_is_whole",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionEvidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence_links",
                        to="assurance.action",
                    ),
                ),
                (
                    "audit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence_of",
                        to="assurance.caseaudit",
                    ),
                ),
                ("figure", models.CharField(blank=True, max_length=80)),
                ("shows", models.CharField(max_length=200)),
            ],
            options={
                "verbose_name": "evidence",
                "ordering": ("action", "pk"),
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
                        name="actionevidence_withdrawal_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("audit__isnull", False), ("figure", "")),
                            models.Q(
                                ("audit__isnull", True), models.Q(("figure", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="evidence_is_an_audit_or_a_figure",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecheckPolicy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recheck_policies",
                        to="assurance.council",
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Every group"),
                            ("employee", "Employee"),
                            ("agency", "Agency worker"),
                            ("foster_carer", "Foster carer"),
                            ("household", "Household member of a foster carer"),
                            ("independent_visitor", "Independent visitor"),
                            ("volunteer", "Volunteer"),
                            ("panel", "Adoption or fostering panel member"),
                            ("governor", "School governor"),
                            ("elected", "Elected member"),
                            ("contractor", "Contractor"),
                        ],
                        max_length=30,
                    ),
                ),
                ("interval_months", models.PositiveSmallIntegerField(default=36)),
                ("warn_days", models.PositiveSmallIntegerField(default=30)),
                ("lookup_months", models.PositiveSmallIntegerField(default=12)),
                ("audit_months", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
                ("approved_by", models.CharField(max_length=120)),
                ("minute", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "ordering": ("group", "-from_date"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "group", "from_date"), name="one_policy_from_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("interval_months__range", (1, 120)), ("lookup_months__range", (1, 120))
                        ),
                        name="policy_months_in_bounds",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("audit_months__isnull", True),
                            ("audit_months__range", (1, 120)),
                            _connector="OR",
                        ),
                        name="policy_audit_months_in_bounds",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="policy_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DbsAudit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "cohort",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="assurance.cohort",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("entered", "Entered as counts"),
                            ("counted", "Counted from records held here"),
                        ],
                        max_length=10,
                    ),
                ),
                ("source", models.CharField(max_length=200)),
                ("edition", models.PositiveSmallIntegerField(default=1)),
                ("replaced_on", models.DateField(blank=True, null=True)),
                ("corrected_because", models.CharField(blank=True, max_length=200)),
                ("rows_digest", models.CharField(blank=True, max_length=64)),
                ("audit_date", models.DateField()),
                ("position_date", models.DateField()),
                ("needing", models.PositiveIntegerField()),
                ("rechecked", models.PositiveIntegerField(blank=True, null=True)),
                ("in_progress", models.PositiveIntegerField(blank=True, null=True)),
                ("not_started", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "policies",
                    models.ManyToManyField(related_name="audits", to="assurance.recheckpolicy"),
                ),
            ],
            options={
                "verbose_name": "DBS audit",
                "ordering": ("-position_date", "-edition"),
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
                        name="dbsaudit_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        fields=("cohort", "audit_date", "edition"), name="dbs_audit_edition_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("replaced_on__isnull", True), ("withdrawn_on__isnull", True)
                        ),
                        fields=("cohort", "audit_date"),
                        name="one_dbs_audit_in_force",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("position_date__gte", models.F("audit_date"))),
                        name="dbs_position_not_before_audit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="dbs_audit_has_a_source",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("in_progress__isnull", True),
                                ("not_started__isnull", True),
                                ("rechecked__isnull", True),
                            ),
                            models.Q(
                                ("in_progress__isnull", False),
                                ("not_started__isnull", False),
                                ("rechecked__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="dbs_follow_up_whole_or_absent",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DbsAuditCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "audit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counts",
                        to="assurance.dbsaudit",
                    ),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[("audit", "at the audit"), ("position", "at the position date")],
                        max_length=10,
                    ),
                ),
                ("group", models.CharField(blank=True, max_length=30)),
                (
                    "part",
                    models.CharField(
                        choices=[
                            (assurance.dbs.rules.statuses.Status["NOT_IN_SCOPE"], "Not in scope"),
                            (assurance.dbs.rules.statuses.Status["NOT_STARTED"], "Not started yet"),
                            (assurance.dbs.rules.statuses.Status["EXCLUDED"], "Set aside"),
                            (
                                assurance.dbs.rules.statuses.Status["UNKNOWN"],
                                "Not known: a date is missing or impossible",
                            ),
                            (
                                assurance.dbs.rules.statuses.Status["NOT_CURRENT"],
                                "Certificate no longer current",
                            ),
                            (
                                assurance.dbs.rules.statuses.Status["UPDATE_CURRENT"],
                                "Current by the Update Service",
                            ),
                            (assurance.dbs.rules.statuses.Status["IN_DATE"], "In date"),
                            (assurance.dbs.rules.statuses.Status["DUE_SOON"], "Due soon"),
                            (
                                assurance.dbs.rules.statuses.Status["OVERDUE_IN_PROGRESS"],
                                "Overdue, re-check in progress",
                            ),
                            (
                                assurance.dbs.rules.statuses.Status["OVERDUE"],
                                "Overdue, nothing applied for",
                            ),
                            (
                                assurance.dbs.rules.statuses.Status["FIRST_CHECK_IN_PROGRESS"],
                                "First check in progress",
                            ),
                            (assurance.dbs.rules.statuses.Status["NO_CHECK"], "No check"),
                            ("PAST_DUE", "Overdue"),
                            ("DUE_OR_OVERDUE", "Due or overdue, not split"),
                            ("NOT_BROKEN_DOWN", "Not broken down"),
                            ("JOINED_SINCE", "In post since the audit"),
                            ("LEFT_SINCE", "Out of scope since the audit"),
                        ],
                        max_length=30,
                    ),
                ),
                ("people", models.PositiveIntegerField()),
            ],
            options={
                "ordering": ("audit", "moment", "group", "part"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("audit", "moment", "group", "part"), name="dbs_count_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DbsAuditDue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "audit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="due",
                        to="assurance.dbsaudit",
                    ),
                ),
                ("month", models.DateField()),
                ("people", models.PositiveIntegerField()),
            ],
            options={
                "ordering": ("audit", "month"),
                "constraints": [
                    models.UniqueConstraint(fields=("audit", "month"), name="dbs_due_month_once"),
                    models.CheckConstraint(
                        condition=models.Q(("month__day", 1)),
                        name="dbs_due_month_begins_on_its_first",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Development",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
            ],
            options={
                "ordering": ("title",),
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
                        name="development_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("council", "slug"),
                        name="development_named_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_on__isnull", True),
                            ("started_on__isnull", True),
                            ("due_on__gte", models.F("started_on")),
                            _connector="OR",
                        ),
                        name="development_due_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("started_on__isnull", True),
                            models.Q(("state__in", ("done", "stopped")), _negated=True),
                            ("state_on__gte", models.F("started_on")),
                            _connector="OR",
                        ),
                        name="development_ended_after_start",
                    ),
                ],
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
                (
                    "development",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="states",
                        to="assurance.development",
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
            ],
            options={
                "ordering": ("development", "from_date"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("development", "from_date"), name="development_state_once_a_day"
                    )
                ],
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
            ],
            options={
                "ordering": ("title",),
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
                        name="document_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("council", "slug"),
                        name="document_named_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date__isnull", True),
                            ("from_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="document_dates_in_order",
                    ),
                    models.CheckConstraint(
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
                ],
            },
        ),
        migrations.CreateModel(
            name="DueChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="due_changes",
                        to="assurance.action",
                    ),
                ),
                ("moved_on", models.DateField()),
                ("from_day", models.DateField()),
                ("to_day", models.DateField()),
                ("reason", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ("action", "moved_on", "pk"),
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
            ],
            options={
                "ordering": ("-held_on", "title"),
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
                        name="engagementevent_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("council", "slug"),
                        name="engagementevent_named_once",
                    ),
                    models.CheckConstraint(
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
                ],
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("board", "Board"),
                            ("panel", "Panel"),
                            ("learning", "Learning meetings"),
                            ("performance", "Performance meetings"),
                            ("workshop", "Workshops"),
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
            ],
            options={
                "ordering": ("title",),
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
                        name="forum_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("council", "slug"),
                        name="forum_named_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Grant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("officer", "Officer: keeps the records of their subjects"),
                            (
                                "approver",
                                "Approver: reads drafts and restricted matter, approves, never edits",
                            ),
                            (
                                "clerk",
                                "Clerk: composes and issues papers from counts, sees no row about a person",
                            ),
                            ("member", "Member: reads what is issued"),
                            (
                                "administrator",
                                "Administrator: keeps accounts, policies and definitions",
                            ),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("audits", "Case-file audits"),
                            ("dbs", "DBS checks"),
                            ("looked_after", "Looked-after children"),
                            ("findings", "Reviews and findings"),
                            ("improvements", "Improvement plans"),
                            ("surveys", "Surveys"),
                            ("matters", "Other matters"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                ("from_date", models.DateField(verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
            ],
            options={
                "ordering": ["from_date", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="grant_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("subject", ""), ("role", "officer"), _connector="OR"),
                        name="grant_only_officers_have_a_subject",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                ["officer", "approver", "clerk", "member", "administrator"],
                            )
                        ),
                        name="grant_role_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoryDetail",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("council", models.CharField(max_length=40)),
                ("seq", models.PositiveBigIntegerField()),
                ("field", models.CharField(max_length=60)),
                (
                    "before",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder, null=True
                    ),
                ),
                (
                    "after",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder, null=True
                    ),
                ),
                ("salt", models.CharField(max_length=32)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "seq", "field"), name="history_detail_once_per_field"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoryEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("council", models.CharField(max_length=40)),
                ("seq", models.PositiveBigIntegerField()),
                ("at", models.DateTimeField()),
                ("on", models.DateField()),
                ("who", models.CharField(max_length=100)),
                ("actor_kind", models.CharField(max_length=10)),
                ("what", models.CharField(max_length=100)),
                ("about_kind", models.CharField(max_length=60)),
                ("about", models.CharField(max_length=200)),
                (
                    "changes",
                    models.JSONField(
                        default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder
                    ),
                ),
                ("reason", models.TextField(blank=True, default="")),
                ("prev", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name_plural": "history entries",
                "indexes": [
                    models.Index(
                        fields=["council", "about_kind", "about"], name="history_entry_about"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "seq"), name="history_entry_has_one_place"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ImpactChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="impact_changes",
                        to="assurance.action",
                    ),
                ),
                ("changed_on", models.DateField()),
                (
                    "from_impact",
                    models.CharField(
                        choices=[
                            ("not_known", "Not yet known"),
                            ("early", "Early signs"),
                            ("improving", "Improving for children"),
                            ("no_change", "No change"),
                            ("worse", "Worse"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "to_impact",
                    models.CharField(
                        choices=[
                            ("not_known", "Not yet known"),
                            ("early", "Early signs"),
                            ("improving", "Improving for children"),
                            ("no_change", "No change"),
                            ("worse", "Worse"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("action", "changed_on", "pk"),
            },
        ),
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="import_runs",
                        to="assurance.council",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("given", "Being checked"),
                            ("read", "Waiting for an answer"),
                            ("checked", "Checked, not brought in"),
                            ("waiting", "Being brought in"),
                            ("brought_in", "Brought in"),
                            ("cancelled", "Cancelled"),
                            ("undone", "Undone"),
                        ],
                        max_length=12,
                    ),
                ),
                ("who", models.CharField(max_length=100)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("undone_on", models.DateField(blank=True, null=True)),
                ("as_at", models.JSONField(blank=True, default=list)),
                ("covers_to", models.DateField(blank=True, null=True)),
                ("needs", models.TextField(blank=True)),
                ("fingerprints", models.TextField(blank=True)),
                ("titles", models.TextField(blank=True)),
                ("files", models.JSONField(blank=True, default=list)),
                ("records", models.JSONField(blank=True, default=list)),
                ("trouble", models.TextField(blank=True)),
                ("refusals", models.JSONField(blank=True, default=list)),
                ("staged", models.BinaryField(null=True)),
                ("found", models.BinaryField(null=True)),
                ("added", models.PositiveIntegerField(default=0)),
                ("changed", models.PositiveIntegerField(default=0)),
                ("same", models.PositiveIntegerField(default=0)),
                ("refused", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "files brought in",
                "verbose_name_plural": "files brought in",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ("given", "read", "checked", "waiting")),
                            models.Q(("found__isnull", True), ("staged__isnull", True)),
                            _connector="OR",
                        ),
                        name="import_run_forgets_its_rows",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_on__isnull", True),
                                ("state__in", ("given", "read", "checked", "waiting")),
                            ),
                            models.Q(
                                models.Q(
                                    ("state__in", ("given", "read", "checked", "waiting")),
                                    _negated=True,
                                ),
                                ("ended_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="import_run_ends_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "undone"), ("undone_on__isnull", False)),
                            models.Q(
                                models.Q(("state", "undone"), _negated=True),
                                ("undone_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="import_run_undone_says_when",
                    ),
                ],
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("of_people", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ("title",),
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
                        name="measure_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("council", "slug"),
                        name="measure_named_once",
                    ),
                ],
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="assurance.measure",
                    ),
                ),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
                ("value", models.DecimalField(decimal_places=2, max_digits=14)),
            ],
            options={
                "ordering": ("measure", "from_date"),
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
                        name="measuretarget_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("measure", "from_date"),
                        name="measure_target_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="measure_target_dates_in_order",
                    ),
                ],
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="values",
                        to="assurance.measure",
                    ),
                ),
                ("from_date", models.DateField(blank=True, null=True)),
                ("to_date", models.DateField()),
                ("value", models.DecimalField(decimal_places=2, max_digits=14)),
                ("count", models.PositiveIntegerField(blank=True, null=True)),
                ("out_of", models.PositiveIntegerField(blank=True, null=True)),
                ("source", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("measure", "to_date"),
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
                        name="measurevalue_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("measure", "to_date"),
                        name="measure_value_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="measure_value_dates_in_order",
                    ),
                    models.CheckConstraint(
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
                ],
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "development",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="assurance.development",
                    ),
                ),
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
            ],
            options={
                "ordering": ("development", "number"),
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
                        name="milestone_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        fields=("development", "number"), name="milestone_number_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reached_on__isnull", False), ("state", "reached")),
                            models.Q(
                                models.Q(("state", "reached"), _negated=True),
                                ("reached_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="milestone_reached_has_its_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notices",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("feed_digest", models.CharField(blank=True, max_length=64)),
                ("feed_made_on", models.DateField(blank=True, null=True)),
                (
                    "email_every",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Never"),
                            ("day", "Every working day"),
                            ("week", "Every Monday"),
                        ],
                        max_length=10,
                    ),
                ),
                ("emailed_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "verbose_name_plural": "notices",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("feed_digest", ""), ("feed_made_on__isnull", True)),
                            models.Q(
                                models.Q(("feed_digest", ""), _negated=True),
                                ("feed_made_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="calendar_address_has_its_day",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("feed_digest", ""), _negated=True),
                        fields=("feed_digest",),
                        name="calendar_address_is_one_accounts",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NoticeEmail",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "notices",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="e_mails",
                        to="assurance.notices",
                    ),
                ),
                ("day", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("", "Sent"),
                            ("waiting", "Waiting to be sent"),
                            ("sending", "Being sent"),
                            ("sent", "Sent"),
                            ("failed", "Not sent"),
                            ("unknown", "It may have been sent"),
                        ],
                        max_length=10,
                    ),
                ),
                ("trouble", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["notices", "-day"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("notices", "day"), name="one_notice_email_a_day"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OutcomeTable",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outcome_tables",
                        to="assurance.review",
                    ),
                ),
                ("title", models.CharField(max_length=160)),
                ("as_at", models.DateField()),
                ("source", models.CharField(max_length=200)),
                ("stated_total", models.PositiveIntegerField(blank=True, null=True)),
            ],
            options={
                "ordering": ("review", "-as_at", "pk"),
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
                        name="outcometable_withdrawal_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="outcomes_have_a_source",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutcomeCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "table",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counts",
                        to="assurance.outcometable",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField()),
                ("category", models.CharField(max_length=120)),
                ("count", models.PositiveIntegerField()),
                ("is_ours", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ("table", "order"),
                "constraints": [
                    models.UniqueConstraint(fields=("table", "category"), name="outcome_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("is_ours", True)),
                        fields=("table",),
                        name="one_outcome_is_ours",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                ("reference", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=120)),
                ("work_email", models.EmailField(blank=True, max_length=254)),
            ],
            options={
                "ordering": ("name", "reference"),
                "abstract": False,
                "indexes": [models.Index(fields=["council", "name"], name="person_by_name")],
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
                        name="person_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        fields=("council", "reference"), name="person_reference_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Engagement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="engagements",
                        to="assurance.person",
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("employee", "Employee"),
                            ("agency", "Agency worker"),
                            ("foster_carer", "Foster carer"),
                            ("household", "Household member of a foster carer"),
                            ("independent_visitor", "Independent visitor"),
                            ("volunteer", "Volunteer"),
                            ("panel", "Adoption or fostering panel member"),
                            ("governor", "School governor"),
                            ("elected", "Elected member"),
                            ("contractor", "Contractor"),
                        ],
                        max_length=30,
                    ),
                ),
                ("service", models.CharField(max_length=120)),
                ("role", models.CharField(max_length=120)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("needs_check", models.BooleanField(default=True)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("basic", "Basic"),
                            ("standard", "Standard"),
                            ("enhanced", "Enhanced"),
                            ("enhanced_barred", "Enhanced with barred list"),
                        ],
                        default="enhanced_barred",
                        max_length=20,
                    ),
                ),
                (
                    "workforce",
                    models.CharField(
                        choices=[
                            ("child", "Child"),
                            ("adult", "Adult"),
                            ("both", "Child and adult"),
                            ("other", "Other"),
                        ],
                        default="child",
                        max_length=10,
                    ),
                ),
                ("not_eligible_because", models.CharField(blank=True, max_length=200)),
                ("set_aside_from", models.DateField(blank=True, null=True)),
                ("set_aside_until", models.DateField(blank=True, null=True)),
                ("set_aside_because", models.CharField(blank=True, max_length=200)),
                ("set_aside_approved_by", models.CharField(blank=True, max_length=120)),
                ("risk_assessed_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("person", "starts_on"),
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "group"], name="engagement_by_group"),
                    models.Index(fields=["council", "service"], name="engagement_by_service"),
                ],
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
                        name="engagement_withdrawal_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("needs_check", True),
                            models.Q(("not_eligible_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="engagement_says_why_no_check",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("set_aside_from__isnull", True),
                            models.Q(
                                models.Q(("set_aside_because", ""), _negated=True),
                                models.Q(("set_aside_approved_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="set_aside_has_reason_and_approver",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("set_aside_until__isnull", True),
                            ("set_aside_until__gte", models.F("set_aside_from")),
                            _connector="OR",
                        ),
                        name="set_aside_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DbsCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="assurance.person",
                    ),
                ),
                ("certificate_number", models.CharField(blank=True, max_length=12)),
                ("issued_on", models.DateField(blank=True, null=True)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("basic", "Basic"),
                            ("standard", "Standard"),
                            ("enhanced", "Enhanced"),
                            ("enhanced_barred", "Enhanced with barred list"),
                        ],
                        default="enhanced_barred",
                        max_length=20,
                    ),
                ),
                (
                    "workforce",
                    models.CharField(
                        choices=[
                            ("child", "Child"),
                            ("adult", "Adult"),
                            ("both", "Child and adult"),
                            ("other", "Other"),
                        ],
                        default="child",
                        max_length=10,
                    ),
                ),
                ("seen_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "DBS check",
                "ordering": ("person", "-issued_on"),
                "abstract": False,
                "indexes": [models.Index(fields=["person", "issued_on"], name="check_by_person")],
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
                        name="dbscheck_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("certificate_number", ""), _negated=True),
                        fields=("council", "certificate_number"),
                        name="certificate_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("certificate_number", ""),
                            ("certificate_number__regex", "^[0-9]{12}$"),
                            _connector="OR",
                        ),
                        name="certificate_number_is_twelve_digits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("seen_on__isnull", True),
                            ("issued_on__isnull", True),
                            ("seen_on__gte", models.F("issued_on")),
                            _connector="OR",
                        ),
                        name="certificate_seen_after_issue",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DbsApplication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="assurance.person",
                    ),
                ),
                ("submitted_on", models.DateField()),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Still open"),
                            ("certificate", "Certificate issued"),
                            ("stopped", "Stopped"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "verbose_name": "DBS application",
                "ordering": ("person", "-submitted_on"),
                "abstract": False,
                "indexes": [
                    models.Index(fields=["person", "submitted_on"], name="application_by_person")
                ],
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
                        name="dbsapplication_withdrawal_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_on__isnull", True), ("outcome", "")),
                            models.Q(
                                ("closed_on__gte", models.F("submitted_on")),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="application_closed_with_an_outcome",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Breach",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="breaches",
                        to="assurance.person",
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("employee", "Employee"),
                            ("agency", "Agency worker"),
                            ("foster_carer", "Foster carer"),
                            ("household", "Household member of a foster carer"),
                            ("independent_visitor", "Independent visitor"),
                            ("volunteer", "Volunteer"),
                            ("panel", "Adoption or fostering panel member"),
                            ("governor", "School governor"),
                            ("elected", "Elected member"),
                            ("contractor", "Contractor"),
                        ],
                        max_length=30,
                    ),
                ),
                ("people", models.PositiveIntegerField(default=1)),
                ("policy", models.CharField(max_length=200)),
                ("found_on", models.DateField()),
                ("cause", models.TextField()),
                ("told_meeting", models.CharField(blank=True, max_length=160)),
                ("told_on", models.DateField(blank=True, null=True)),
                ("remedy", models.TextField(blank=True)),
                ("remedied_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("closed_by_role", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "verbose_name_plural": "breaches",
                "ordering": ("-found_on", "pk"),
                "abstract": False,
                "indexes": [models.Index(fields=["council", "found_on"], name="breach_by_day")],
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
                        name="breach_withdrawal_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("people__gte", 1),
                            models.Q(("person__isnull", True), ("people", 1), _connector="OR"),
                        ),
                        name="breach_counts_its_people",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("told_meeting", ""), ("told_on__isnull", True)),
                            models.Q(
                                ("told_on__gte", models.F("found_on")),
                                ("told_on__isnull", False),
                                models.Q(("told_meeting", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="breach_told_to_a_meeting_on_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("remedied_on__isnull", True),
                            models.Q(
                                ("remedied_on__gte", models.F("found_on")),
                                models.Q(("remedy", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="breach_remedied_by_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_by_role", ""), ("closed_on__isnull", True)),
                            models.Q(
                                ("closed_on__isnull", False),
                                ("remedied_on__isnull", False),
                                ("closed_on__gte", models.F("remedied_on")),
                                models.Q(("closed_by_role", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="breach_closed_once_remedied",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlacementGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placement_groups",
                        to="assurance.council",
                    ),
                ),
                ("slug", models.SlugField(max_length=40)),
                ("label", models.CharField(max_length=120)),
                ("order", models.PositiveSmallIntegerField()),
                ("measure", models.BooleanField(default=False)),
                ("codes", models.JSONField()),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("order", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "slug", "from_date"), name="placement_group_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("council__isnull", True)),
                        fields=("slug", "from_date"),
                        name="national_placement_group_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="placement_group_dates_in_order",
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
                    "census",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="locations",
                        to="assurance.census",
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
            name="ReminderWording",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminder_wordings",
                        to="assurance.council",
                    ),
                ),
                ("subject", models.CharField(max_length=120)),
                ("body", models.TextField()),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
                ("approved_by", models.CharField(max_length=120)),
            ],
            options={
                "ordering": ("-from_date",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "from_date"), name="one_wording_from_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="wording_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="assurance.person",
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("employee", "Employee"),
                            ("agency", "Agency worker"),
                            ("foster_carer", "Foster carer"),
                            ("household", "Household member of a foster carer"),
                            ("independent_visitor", "Independent visitor"),
                            ("volunteer", "Volunteer"),
                            ("panel", "Adoption or fostering panel member"),
                            ("governor", "School governor"),
                            ("elected", "Elected member"),
                            ("contractor", "Contractor"),
                        ],
                        max_length=30,
                    ),
                ),
                ("due_on", models.DateField()),
                (
                    "how",
                    models.CharField(
                        choices=[("letter", "Letter"), ("email", "E-mail")], max_length=10
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("sent_on", models.DateField()),
                ("again", models.BooleanField(default=False)),
                (
                    "delivery",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Sent"),
                            ("waiting", "Waiting to be sent"),
                            ("sending", "Being sent"),
                            ("sent", "Sent"),
                            ("failed", "Not sent"),
                            ("unknown", "It may have been sent"),
                        ],
                        default="",
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "trouble",
                    models.CharField(blank=True, default="", editable=False, max_length=200),
                ),
                (
                    "wording",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="assurance.reminderwording",
                    ),
                ),
            ],
            options={
                "ordering": ("person", "-sent_on"),
                "abstract": False,
                "indexes": [models.Index(fields=["council", "due_on"], name="reminder_by_due_day")],
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
                        name="reminder_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("again", False),
                            ("withdrawn_on__isnull", True),
                            models.Q(("delivery", "failed"), _negated=True),
                        ),
                        fields=("person", "due_on"),
                        name="reminded_once_unless_asked",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("how", "email"),
                            ("withdrawn_on__isnull", True),
                            models.Q(("delivery__in", ("", "failed")), _negated=True),
                        ),
                        fields=("person", "due_on", "sent_on"),
                        name="reminded_by_email_once_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("how", "email"), ("delivery", ""), _connector="OR"),
                        name="only_an_email_is_delivered",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Episode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="episodes",
                        to="assurance.child",
                    ),
                ),
                (
                    "held_return",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="episodes",
                        to="assurance.return",
                    ),
                ),
                ("line", models.PositiveIntegerField()),
                ("decom", models.DateField()),
                ("rne", models.CharField(blank=True, max_length=12)),
                ("ls", models.CharField(blank=True, max_length=12)),
                ("cin", models.CharField(blank=True, max_length=12)),
                ("place", models.CharField(blank=True, max_length=12)),
                ("place_provider", models.CharField(blank=True, max_length=12)),
                ("dec", models.DateField(blank=True, null=True)),
                ("rec", models.CharField(blank=True, max_length=12)),
                ("reason_place_change", models.CharField(blank=True, max_length=12)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["dec", "decom", "ls", "held_return", "child"], name="episode_cover"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("child", "decom"), name="episode_start_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dec__isnull", True), ("dec__gte", models.F("decom")), _connector="OR"
                        ),
                        name="episode_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReturnBefore",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "held_return",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="before",
                        to="assurance.return",
                    ),
                ),
                ("content", models.BinaryField()),
            ],
            options={
                "verbose_name": "what a return replaced",
                "verbose_name_plural": "what returns replaced",
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="assurance.forum",
                    ),
                ),
                ("met_on", models.DateField()),
                ("reviewed", models.TextField()),
                ("resolutions", models.TextField(blank=True)),
                ("circulated", models.CharField(blank=True, max_length=200)),
                ("circulated_to", models.CharField(blank=True, max_length=200)),
                ("next_on", models.DateField(blank=True, null=True)),
                (
                    "reviews",
                    models.ManyToManyField(
                        blank=True, related_name="forum_meetings", to="assurance.review"
                    ),
                ),
                (
                    "plans",
                    models.ManyToManyField(
                        blank=True, related_name="forum_meetings", to="assurance.plan"
                    ),
                ),
            ],
            options={
                "ordering": ("forum", "-met_on"),
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
                        name="forummeeting_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("forum", "met_on"),
                        name="forum_meeting_once_a_day",
                    ),
                    models.CheckConstraint(
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
                ],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "review",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="assurance.review",
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="assurance.finding",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="assurance.plan",
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="assurance.action",
                    ),
                ),
                ("title", models.CharField(max_length=160)),
                ("name", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("docx", "Word file"),
                            ("xlsx", "Excel file"),
                            ("odt", "OpenDocument text"),
                            ("png", "PNG picture"),
                            ("jpeg", "JPEG picture"),
                            ("txt", "plain text"),
                        ],
                        max_length=10,
                    ),
                ),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ("pk",),
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
                        name="attachment_withdrawal_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("action__isnull", True),
                                ("finding__isnull", True),
                                ("plan__isnull", True),
                                ("review__isnull", False),
                            ),
                            models.Q(
                                ("action__isnull", True),
                                ("finding__isnull", False),
                                ("plan__isnull", True),
                                ("review__isnull", True),
                            ),
                            models.Q(
                                ("action__isnull", True),
                                ("finding__isnull", True),
                                ("plan__isnull", False),
                                ("review__isnull", True),
                            ),
                            models.Q(
                                ("action__isnull", False),
                                ("finding__isnull", True),
                                ("plan__isnull", True),
                                ("review__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="attachment_of_one_record",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("size__gt", 0)), name="attachment_holds_something"
                    ),
                ],
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                ("cause", models.TextField()),
                ("control", models.TextField()),
                ("owner_role", models.CharField(max_length=120)),
                ("opened_on", models.DateField()),
                ("reviewed_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("-opened_on", "title"),
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
                        name="risk_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("council", "slug"),
                        name="risk_named_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True),
                            ("closed_on__gte", models.F("opened_on")),
                            _connector="OR",
                        ),
                        name="risk_closed_after_it_opened",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reviewed_on__isnull", True),
                            ("reviewed_on__gte", models.F("opened_on")),
                            _connector="OR",
                        ),
                        name="risk_reviewed_after_it_opened",
                    ),
                ],
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                ("likelihoods", models.JSONField()),
                ("impacts", models.JSONField()),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("-from_date", "title"),
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
                        name="riskscale_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("council", "slug"),
                        name="riskscale_named_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="riskscale_dates_in_order",
                    ),
                ],
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "risk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="assurance.risk",
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
                ("rated_on", models.DateField()),
                ("likelihood", models.PositiveSmallIntegerField()),
                ("impact", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ("risk", "-rated_on"),
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
                        name="riskrating_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("risk", "rated_on"),
                        name="risk_rated_once_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("impact__gte", 1), ("likelihood__gte", 1)),
                        name="risk_rating_from_one",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RowWritten",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows_written",
                        to="assurance.importrun",
                    ),
                ),
                ("model", models.CharField(max_length=100)),
                ("key", models.BigIntegerField()),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("added", "Added"),
                            ("changed", "Changed"),
                            ("whole", "Read as one"),
                        ],
                        max_length=7,
                    ),
                ),
                ("file", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "before",
                    models.JSONField(
                        default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder
                    ),
                ),
                ("digest", models.CharField(blank=True, max_length=64)),
            ],
            options={
                "verbose_name_plural": "rows written",
                "indexes": [models.Index(fields=["model", "key"], name="row_written_of")],
                "constraints": [
                    models.UniqueConstraint(fields=("run", "model", "key"), name="row_written_once")
                ],
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                    "findings",
                    models.ManyToManyField(
                        blank=True, related_name="statements", to="assurance.finding"
                    ),
                ),
                (
                    "documents",
                    models.ManyToManyField(
                        blank=True, related_name="statements", to="assurance.document"
                    ),
                ),
            ],
            options={
                "verbose_name": "self-evaluation statement",
                "ordering": ("-stated_on", "title"),
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
                        name="statement_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("council", "slug"),
                        name="statement_named_once",
                    ),
                    models.CheckConstraint(
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
                ],
            },
        ),
        migrations.CreateModel(
            name="StatusChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="status_changes",
                        to="assurance.action",
                    ),
                ),
                ("changed_on", models.DateField()),
                (
                    "from_status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started, not yet due"),
                            ("on_track", "On track"),
                            ("at_risk", "At risk"),
                            ("overdue", "Overdue, or will miss its date"),
                            ("done", "Done and checked"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "to_status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started, not yet due"),
                            ("on_track", "On track"),
                            ("at_risk", "At risk"),
                            ("overdue", "Overdue, or will miss its date"),
                            ("done", "Done and checked"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "ordering": ("action", "changed_on", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Survey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                ("audience", models.CharField(max_length=160)),
            ],
            options={
                "ordering": ("title", "pk"),
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
                        name="survey_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(fields=("council", "slug"), name="survey_named_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "survey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="assurance.survey",
                    ),
                ),
                ("slug", models.SlugField(max_length=60)),
                ("wording", models.CharField(max_length=300)),
                ("order", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ("survey", "order", "pk"),
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
                        name="question_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(fields=("survey", "slug"), name="question_named_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="LearningMeeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                ("forum", models.CharField(max_length=120)),
                ("held_on", models.DateField()),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="learning_meetings",
                        to="assurance.team",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="learning_meetings",
                        to="assurance.forum",
                    ),
                ),
                ("reviewed_from", models.DateField(blank=True, null=True)),
                ("reviewed_to", models.DateField(blank=True, null=True)),
                ("reviewed", models.TextField(blank=True)),
                ("strengths", models.TextField(blank=True)),
                ("areas_for_development", models.TextField(blank=True)),
                ("circulated_to", models.CharField(blank=True, max_length=200)),
                ("circulated_on", models.DateField(blank=True, null=True)),
                ("next_on", models.DateField(blank=True, null=True)),
                (
                    "rounds",
                    models.ManyToManyField(
                        blank=True, related_name="meetings", to="assurance.auditround"
                    ),
                ),
                (
                    "audits",
                    models.ManyToManyField(
                        blank=True, related_name="meetings", to="assurance.caseaudit"
                    ),
                ),
            ],
            options={
                "ordering": ("-held_on", "forum"),
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
                        name="learningmeeting_withdrawal_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("reviewed_from__isnull", True), ("reviewed_to__isnull", True)
                            ),
                            models.Q(
                                ("reviewed_from__isnull", False),
                                ("reviewed_to__gte", models.F("reviewed_from")),
                                ("reviewed_to__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="learning_meeting_reviewed_in_order",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(
                            ("next_on__isnull", True),
                            ("next_on__gt", models.F("held_on")),
                            _connector="OR",
                        ),
                        name="learning_meeting_next_comes_after",
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
                (
                    "held_return",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uasc_marks",
                        to="assurance.return",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uasc_marks",
                        to="assurance.child",
                    ),
                ),
                ("until", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("held_return", "child"), name="uasc_mark_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="UnitCost",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "census",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="unit_costs",
                        to="assurance.census",
                    ),
                ),
                ("group", models.SlugField(max_length=40)),
                ("pounds", models.PositiveIntegerField()),
                ("source", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ("census", "group"),
                "constraints": [
                    models.UniqueConstraint(fields=("census", "group"), name="unit_cost_once"),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="unit_cost_has_a_source",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UpdateLookup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lookups",
                        to="assurance.person",
                    ),
                ),
                ("looked_on", models.DateField()),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("CURRENT", "Current"),
                            ("NOT_CURRENT", "Not current: apply for a new certificate"),
                            ("NO_MATCH", "No match"),
                        ],
                        max_length=20,
                    ),
                ),
                ("looked_by", models.CharField(max_length=120)),
                ("consent_held", models.BooleanField()),
            ],
            options={
                "ordering": ("person", "-looked_on"),
                "abstract": False,
                "indexes": [models.Index(fields=["person", "looked_on"], name="lookup_by_person")],
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
                        name="updatelookup_withdrawal_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("consent_held", True)), name="lookup_only_with_consent"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Wave",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "survey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waves",
                        to="assurance.survey",
                    ),
                ),
                ("slug", models.SlugField(max_length=60)),
                ("label", models.CharField(max_length=60)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField()),
                ("source", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("survey", "ended_on", "pk"),
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
                        name="wave_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(fields=("survey", "slug"), name="wave_named_once"),
                    models.CheckConstraint(
                        condition=models.Q(("ended_on__gte", models.F("started_on"))),
                        name="wave_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                (
                    "wave",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="assurance.wave",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="assurance.question",
                    ),
                ),
                ("wording", models.CharField(max_length=300)),
                ("n_yes", models.PositiveIntegerField(blank=True, null=True)),
                ("n_answered", models.PositiveIntegerField(blank=True, null=True)),
                ("n_asked", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "per_cent",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True),
                ),
                (
                    "bound",
                    models.CharField(
                        blank=True, choices=[("over", "Over"), ("under", "Under")], max_length=5
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("wave", "question"),
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
                        name="answer_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on__isnull", True)),
                        fields=("wave", "question"),
                        name="answer_once_a_wave",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("bound", ""),
                                ("n_answered__isnull", False),
                                ("n_yes__isnull", False),
                                ("per_cent__isnull", True),
                            ),
                            models.Q(
                                ("n_yes__isnull", True),
                                ("per_cent__isnull", False),
                                models.Q(("source", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="answer_counted_or_stated",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("n_yes__isnull", True),
                            ("n_yes__lte", models.F("n_answered")),
                            _connector="OR",
                        ),
                        name="answer_yes_within_answered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("n_answered__isnull", True), ("n_answered__gte", 1), _connector="OR"
                        ),
                        name="answer_base_of_one_or_more",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("n_asked__isnull", True),
                            ("n_answered__isnull", True),
                            ("n_asked__gte", models.F("n_answered")),
                            _connector="OR",
                        ),
                        name="answer_answered_within_asked",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("per_cent__isnull", True),
                            models.Q(("per_cent__gte", 0), ("per_cent__lte", 100)),
                            _connector="OR",
                        ),
                        name="answer_per_cent_of_a_hundred",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CensusCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "census",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counts",
                        to="assurance.census",
                    ),
                ),
                ("breakdown", models.CharField(max_length=40)),
                ("member", models.CharField(max_length=40)),
                ("children", models.PositiveIntegerField()),
            ],
            options={
                "ordering": ("census", "breakdown", "member"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("census", "breakdown", "member"), name="census_count_once"
                    )
                ],
            },
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
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
            name="ColumnReading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="column_readings",
                        to="assurance.council",
                    ),
                ),
                ("kind", models.CharField(max_length=60)),
                ("digest", models.CharField(max_length=64)),
                ("columns", models.JSONField(default=dict)),
                ("orders", models.JSONField(default=dict)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "kind", "digest"), name="column_reading_once"
                    )
                ],
            },
        ),
        # Taken back in one go with the tables, so that PostgreSQL has nothing left to look at.
        migrations.RunPython(migrations.RunPython.noop, _look_at_rows),
        migrations.RunPython(_history_is_append_only.place, _history_is_append_only.lift),
        migrations.RunPython(_national_code_lists.load, _national_code_lists.unload),
        migrations.RunPython(_national_frameworks.load, _national_frameworks.unload),
    ]
