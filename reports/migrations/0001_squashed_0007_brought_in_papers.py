"""All tables as they stood after `0007_brought_in_papers`, made at once: a new database takes
them from here, one that holds an earlier state goes on by the single steps."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


_editions_never_change = import_module("reports.migrations.0002_editions_never_change")


def _look_at_rows(apps, schema_editor):
    schema_editor.connection.check_constraints()


class Migration(migrations.Migration):
    replaces = [
        ("reports", "0001_initial"),
        ("reports", "0002_editions_never_change"),
        ("reports", "0003_carried_and_promised"),
        ("reports", "0004_kept_while_writing"),
        ("reports", "0005_contributed_and_remarked"),
        ("reports", "0006_passed_over"),
        ("reports", "0007_brought_in_papers"),
    ]
    initial = True

    dependencies = [
        ("assurance", "0018_learning_meetings_of_forums"),
        ("assurance", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Committee",
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
                        related_name="committees",
                        to="assurance.council",
                    ),
                ),
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
            ],
            options={
                "ordering": ("title",),
                "constraints": [
                    models.UniqueConstraint(fields=("council", "slug"), name="committee_named_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="reports.committee",
                    ),
                ),
                ("date", models.DateField()),
                ("title", models.CharField(blank=True, max_length=160)),
                ("time", models.TimeField(blank=True, null=True)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("cancelled", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ("-date",),
                "constraints": [
                    models.UniqueConstraint(fields=("committee", "date"), name="one_meeting_a_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportTemplate",
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
                        related_name="report_templates",
                        to="assurance.council",
                    ),
                ),
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                ("spec", models.JSONField()),
            ],
            options={
                "ordering": ("title",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "slug"), name="report_template_named_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Series",
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
                        related_name="series",
                        to="assurance.council",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="series",
                        to="reports.committee",
                    ),
                ),
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
            ],
            options={
                "verbose_name_plural": "series",
                "ordering": ("title",),
                "constraints": [
                    models.UniqueConstraint(fields=("council", "slug"), name="series_named_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Paper",
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
                        related_name="papers",
                        to="assurance.council",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="reports.series",
                    ),
                ),
                (
                    "template",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="reports.reporttemplate",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="reports.meeting",
                    ),
                ),
                ("slug", models.SlugField(max_length=60)),
                ("carried_from", models.SlugField(blank=True, max_length=60)),
                ("title", models.CharField(max_length=200)),
                ("period_start", models.DateField()),
                ("period_end", models.DateField()),
                ("paper_date", models.DateField(blank=True, null=True)),
                ("parts", models.JSONField(blank=True, default=dict)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("writing", "Being written"),
                            ("sent", "Sent for approval"),
                            ("approved", "Approved"),
                            ("issued", "Issued"),
                        ],
                        default="writing",
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("round", models.PositiveIntegerField(default=1)),
                ("created_on", models.DateField()),
                ("sent_on", models.DateField(blank=True, null=True)),
                (
                    "sent_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers_sent",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("frozen", models.JSONField(blank=True, null=True)),
                ("frozen_digest", models.CharField(blank=True, max_length=64)),
                ("returned_because", models.TextField(blank=True)),
                ("withdrawn_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("-period_end", "title"),
                "constraints": [
                    models.UniqueConstraint(fields=("series", "slug"), name="paper_address_once"),
                    models.CheckConstraint(
                        condition=models.Q(("period_end__gte", models.F("period_start"))),
                        name="paper_period_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("frozen__isnull", True),
                                ("sent_by__isnull", True),
                                ("sent_on__isnull", True),
                                ("status", "writing"),
                            ),
                            models.Q(
                                models.Q(("status", "writing"), _negated=True),
                                ("frozen__isnull", False),
                                ("sent_by__isnull", False),
                                ("sent_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="paper_sent_is_frozen",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions",
                        to="reports.paper",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("title", models.CharField(max_length=200)),
                ("document", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                ("issued_on", models.DateField()),
                (
                    "issued_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions_issued",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("frozen_at", models.DateTimeField()),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("history_digest", models.CharField(blank=True, max_length=64)),
            ],
            options={
                "ordering": ("paper", "-number"),
                "constraints": [
                    models.UniqueConstraint(fields=("paper", "number"), name="edition_number_once"),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="edition_number_from_one"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EditionFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="reports.edition",
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("media_type", models.CharField(max_length=80)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField()),
                ("content", models.BinaryField()),
            ],
            options={
                "ordering": ("edition", "name"),
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "name"), name="edition_file_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="NamedDate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="named_dates",
                        to="reports.paper",
                    ),
                ),
                ("name", models.CharField(max_length=40)),
                ("start", models.DateField()),
                ("end", models.DateField()),
            ],
            options={
                "ordering": ("paper", "name"),
                "constraints": [
                    models.UniqueConstraint(fields=("paper", "name"), name="named_date_once"),
                    models.CheckConstraint(
                        condition=models.Q(("end__gte", models.F("start"))),
                        name="named_date_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Editing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editings",
                        to="reports.paper",
                    ),
                ),
                ("round", models.PositiveIntegerField()),
                (
                    "editor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("paper", "round", "editor"), name="editing_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Commitment",
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
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="reports.paper",
                    ),
                ),
                ("block", models.SlugField(blank=True, max_length=60)),
                ("anchor", models.CharField(blank=True, max_length=80)),
                ("sentence", models.TextField(blank=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("what", models.TextField()),
                ("who", models.CharField(blank=True, max_length=160)),
                ("due_on", models.DateField(blank=True, null=True)),
                (
                    "due_to",
                    models.CharField(
                        choices=[
                            ("day", "By that day"),
                            ("paper", "To the paper or meeting of that month"),
                            ("next", "To the next paper"),
                        ],
                        default="day",
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("kept", "Kept"),
                            ("late", "Kept late"),
                            ("changed", "Changed to another day"),
                            ("dropped", "Dropped"),
                            ("refused", "Not a commitment"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("because", models.TextField(blank=True)),
                ("answered_on", models.DateField(blank=True, null=True)),
                (
                    "answered_in",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="reports.paper",
                    ),
                ),
                ("answered_block", models.SlugField(blank=True, max_length=60)),
                ("answered_anchor", models.CharField(blank=True, max_length=80)),
                ("evidence", models.CharField(blank=True, max_length=300)),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="reports.commitment",
                    ),
                ),
            ],
            options={
                "ordering": (models.OrderBy(models.F("due_on"), nulls_last=True), "pk"),
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
                        name="commitment_withdrawal_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("digest", ""), _negated=True), ("withdrawn_on__isnull", True)
                        ),
                        fields=("paper", "digest"),
                        name="commitment_of_a_sentence_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due_on__isnull", True), ("due_to", "next")),
                            models.Q(
                                models.Q(("due_to", "next"), _negated=True),
                                ("due_on__isnull", False),
                            ),
                            ("state", "refused"),
                            _connector="OR",
                        ),
                        name="commitment_due_by_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_on__isnull", True), ("state__in", ("open", "refused"))
                            ),
                            models.Q(
                                models.Q(("state__in", ("open", "refused")), _negated=True),
                                ("answered_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="commitment_answered_on_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("dropped", "changed")), _negated=True),
                            models.Q(("because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="commitment_let_go_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BlockVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="block_versions",
                        to="reports.paper",
                    ),
                ),
                ("since", models.PositiveIntegerField()),
                ("slug", models.SlugField(max_length=60)),
                ("part", models.SlugField(max_length=40)),
                ("kind", models.CharField(max_length=20)),
                ("parent", models.SlugField(blank=True, max_length=60)),
                ("order", models.PositiveIntegerField()),
                ("version", models.PositiveIntegerField()),
                ("heading", models.CharField(blank=True, max_length=300)),
                ("text", models.TextField(blank=True)),
                ("data", models.JSONField(blank=True, default=dict)),
                ("removed", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ("paper", "since", "order"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("paper", "slug", "since"), name="block_version_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Block",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="blocks",
                        to="reports.paper",
                    ),
                ),
                ("slug", models.SlugField(max_length=60)),
                ("part", models.SlugField(max_length=40)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("section", "Section"),
                            ("paragraph", "Paragraph"),
                            ("list", "List"),
                            ("table", "Table"),
                            ("chart", "Chart"),
                            ("records", "Records"),
                            ("recommendation", "Recommendation"),
                            ("annex", "Annex"),
                            ("note", "Note"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="reports.block",
                    ),
                ),
                ("order", models.PositiveIntegerField()),
                ("heading", models.CharField(blank=True, max_length=300)),
                ("text", models.TextField(blank=True)),
                ("data", models.JSONField(blank=True, default=dict)),
                ("carried_from", models.SlugField(blank=True, max_length=60)),
                ("looked_at", models.JSONField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("removed_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("paper", "order", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("paper", "slug"), name="block_named_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approvals",
                        to="reports.paper",
                    ),
                ),
                ("scope", models.CharField(default="whole", max_length=40)),
                ("round", models.PositiveIntegerField()),
                (
                    "approver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approvals",
                        to=settings.AUTH_USER_MODEL,
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
                ("approved_on", models.DateField()),
                ("digest", models.CharField(max_length=64)),
                ("remarks", models.TextField(blank=True)),
                ("void_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("paper", "approved_on", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("void_on__isnull", True)),
                        fields=("paper", "scope", "round", "approver"),
                        name="approval_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("approver", models.F("sent_by")), _negated=True),
                        name="approved_by_another_than_sent_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="reports.paper",
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("made_on", models.DateField()),
                (
                    "editor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("paper", "-number"),
                "constraints": [
                    models.UniqueConstraint(fields=("paper", "number"), name="paper_version_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="PassedOver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="passed_over",
                        to="reports.paper",
                    ),
                ),
                ("rule", models.CharField(max_length=60)),
                ("digest", models.CharField(max_length=64)),
                ("sentence", models.TextField(blank=True)),
                ("reason", models.CharField(max_length=500)),
                (
                    "passed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("passed_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "verbose_name_plural": "passed over",
                "ordering": ("paper", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on__isnull", True)),
                        fields=("paper", "rule", "digest"),
                        name="passed_over_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="passed_over_for_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Post",
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
                        related_name="posts",
                        to="assurance.council",
                    ),
                ),
                ("slug", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                ("department", models.CharField(blank=True, max_length=160)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("title",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "slug", "from_date"), name="post_named_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date__isnull", True),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="post_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Provenance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="provenance",
                        to="reports.edition",
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("key", models.CharField(max_length=80)),
                ("member", models.CharField(blank=True, max_length=60)),
                ("start", models.DateField()),
                ("end", models.DateField()),
                ("cohort", models.TextField(blank=True)),
                ("count", models.IntegerField(blank=True, null=True)),
                ("base", models.IntegerField(blank=True, null=True)),
                ("mark", models.CharField(blank=True, max_length=20)),
                ("source", models.CharField(max_length=300)),
                ("definition", models.JSONField()),
                ("rows", models.PositiveIntegerField()),
                ("rows_digest", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name_plural": "provenance",
                "ordering": ("edition", "number"),
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "number"), name="provenance_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="reports.paper",
                    ),
                ),
                ("block", models.SlugField(max_length=60)),
                ("place", models.PositiveIntegerField()),
                ("label", models.CharField(blank=True, max_length=20)),
                ("anchor", models.CharField(max_length=80)),
                ("verb", models.CharField(blank=True, max_length=20)),
                ("wording", models.TextField()),
                ("rests_on", models.JSONField(blank=True, default=list)),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "Agreed"),
                            ("amended", "Agreed as amended"),
                            ("noted", "Noted"),
                            ("deferred", "Deferred"),
                            ("not_agreed", "Not agreed"),
                        ],
                        max_length=12,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("minute", models.CharField(blank=True, max_length=40)),
                ("amended", models.TextField(blank=True)),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "ordering": ("paper", "place"),
                "constraints": [
                    models.UniqueConstraint(fields=("paper", "block"), name="recommendation_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on__isnull", True), ("decision", "")),
                            models.Q(
                                models.Q(("decision", ""), _negated=True),
                                ("decided_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="recommendation_decided_on_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decision", "amended"), _negated=True),
                            models.Q(("amended", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="recommendation_amended_in_words",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remarks",
                        to="reports.paper",
                    ),
                ),
                ("slug", models.SlugField(blank=True, max_length=60)),
                (
                    "answers",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="reports.remark",
                    ),
                ),
                ("words", models.TextField()),
                (
                    "said_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remarks",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("said_on", models.DateField()),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("settled_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("paper", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True),
                        name="remark_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_by__isnull", True), ("settled_on__isnull", True)),
                            models.Q(("settled_by__isnull", False), ("settled_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="remark_settled_by_and_on",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RuleTurnedOff",
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
                        related_name="rules_turned_off",
                        to="assurance.council",
                    ),
                ),
                ("rule", models.CharField(max_length=60)),
                ("reason", models.CharField(max_length=500)),
                (
                    "off_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("off_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "verbose_name_plural": "rules turned off",
                "ordering": ("council", "rule", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on__isnull", True)),
                        fields=("council", "rule"),
                        name="rule_turned_off_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="rule_off_for_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SentRound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sent_rounds",
                        to="reports.paper",
                    ),
                ),
                ("round", models.PositiveIntegerField()),
                ("sent_on", models.DateField()),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("document", models.JSONField()),
            ],
            options={
                "ordering": ("paper", "-round", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="UnsavedWords",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="unsaved",
                        to="reports.paper",
                    ),
                ),
                (
                    "writer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="unsaved_words",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("place", models.CharField(max_length=260)),
                ("seen", models.PositiveIntegerField(default=0)),
                ("words", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "unsaved words",
                "ordering": ("paper", "at"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("paper", "writer", "place"), name="unsaved_words_once_a_place"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Abbreviation",
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
                        related_name="abbreviations",
                        to="assurance.council",
                    ),
                ),
                ("short", models.CharField(max_length=20)),
                ("long", models.CharField(max_length=160)),
            ],
            options={
                "ordering": ("short",),
                "constraints": [
                    models.UniqueConstraint(fields=("council", "short"), name="abbreviation_once")
                ],
            },
        ),
        # Taken back in one go with the tables, so that PostgreSQL has nothing left to look at.
        migrations.RunPython(migrations.RunPython.noop, _look_at_rows),
        migrations.RunPython(_editions_never_change.place, _editions_never_change.lift),
    ]
