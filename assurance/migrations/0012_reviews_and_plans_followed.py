import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assurance", "0011_attachments"),
    ]

    operations = [
        migrations.CreateModel(
            name="ActionEvidence",
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
                ("figure", models.CharField(blank=True, max_length=80)),
                ("shows", models.CharField(max_length=200)),
            ],
            options={
                "verbose_name": "evidence",
                "ordering": ("action", "pk"),
                "abstract": False,
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                ("noted_on", models.DateField()),
                ("role", models.CharField(max_length=120)),
                ("text", models.TextField()),
            ],
            options={
                "verbose_name": "note",
                "ordering": ("action", "-noted_on", "-pk"),
                "abstract": False,
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
            ],
            options={
                "ordering": ("action", "changed_on", "pk"),
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
                ("order", models.PositiveSmallIntegerField()),
                ("category", models.CharField(max_length=120)),
                ("count", models.PositiveIntegerField()),
                ("is_ours", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ("table", "order"),
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
                ("title", models.CharField(max_length=160)),
                ("as_at", models.DateField()),
                ("source", models.CharField(max_length=200)),
                ("stated_total", models.PositiveIntegerField(blank=True, null=True)),
            ],
            options={
                "ordering": ("review", "-as_at", "pk"),
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="finding",
            name="manner",
            field=models.CharField(
                choices=[("published", "Published"), ("oral", "Said, not published")],
                default="published",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="finding",
            name="said_before",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="said_again",
                to="assurance.finding",
            ),
        ),
        migrations.AddField(
            model_name="finding",
            name="said_by_role",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="framework",
            name="council",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="frameworks",
                to="assurance.council",
            ),
        ),
        migrations.AddField(
            model_name="review",
            name="files_read",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="review",
            name="followed_up_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="review",
            name="no_reply_because",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="review",
            name="stated_lines_of_enquiry",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="review",
            name="stated_points",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="review",
            name="stated_top_tips",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="review",
            name="team_roles",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AlterField(
            model_name="finding",
            name="kind",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="framework",
            name="kind",
            field=models.CharField(
                choices=[
                    ("inspection", "Inspection"),
                    ("peer_review", "Peer review"),
                    ("local", "Local review"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="framework",
            name="slug",
            field=models.SlugField(max_length=40),
        ),
        migrations.AlterField(
            model_name="review",
            name="kind",
            field=models.CharField(
                choices=[
                    ("inspection", "Inspection"),
                    ("peer_review", "Peer review"),
                    ("local", "Local review"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("manner", "published"),
                    models.Q(("said_by_role", ""), _negated=True),
                    _connector="OR",
                ),
                name="finding_said_by_a_role",
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("said_before__isnull", True),
                    models.Q(("said_before", models.F("pk")), _negated=True),
                    _connector="OR",
                ),
                name="finding_not_before_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="framework",
            constraint=models.UniqueConstraint(
                fields=("council", "slug"), name="framework_named_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="framework",
            constraint=models.UniqueConstraint(
                condition=models.Q(("council__isnull", True)),
                fields=("slug",),
                name="national_framework_named_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("followed_up_on__isnull", True),
                    ("followed_up_on__gte", models.F("ended_on")),
                    _connector="OR",
                ),
                name="review_followed_up_after_end",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("no_reply_because", ""), ("response_sent_on__isnull", True), _connector="OR"
                ),
                name="review_answered_or_not",
            ),
        ),
        migrations.AddField(
            model_name="actionevidence",
            name="action",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="evidence_links",
                to="assurance.action",
            ),
        ),
        migrations.AddField(
            model_name="actionevidence",
            name="audit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="evidence_of",
                to="assurance.caseaudit",
            ),
        ),
        migrations.AddField(
            model_name="actionevidence",
            name="council",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="assurance.council",
            ),
        ),
        migrations.AddField(
            model_name="actionevidence",
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
        migrations.AddField(
            model_name="actionnote",
            name="action",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="notes",
                to="assurance.action",
            ),
        ),
        migrations.AddField(
            model_name="actionnote",
            name="council",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="assurance.council",
            ),
        ),
        migrations.AddField(
            model_name="actionnote",
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
        migrations.AddField(
            model_name="impactchange",
            name="action",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="impact_changes",
                to="assurance.action",
            ),
        ),
        migrations.AddField(
            model_name="outcometable",
            name="council",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="assurance.council",
            ),
        ),
        migrations.AddField(
            model_name="outcometable",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="outcome_tables",
                to="assurance.review",
            ),
        ),
        migrations.AddField(
            model_name="outcometable",
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
        migrations.AddField(
            model_name="outcomecount",
            name="table",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="counts",
                to="assurance.outcometable",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionevidence",
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
                name="actionevidence_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionevidence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("audit__isnull", False), ("figure", "")),
                    models.Q(("audit__isnull", True), models.Q(("figure", ""), _negated=True)),
                    _connector="OR",
                ),
                name="evidence_is_an_audit_or_a_figure",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionnote",
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
                name="actionnote_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcometable",
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
                name="outcometable_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcometable",
            constraint=models.CheckConstraint(
                condition=models.Q(("source", ""), _negated=True), name="outcomes_have_a_source"
            ),
        ),
        migrations.AddConstraint(
            model_name="outcomecount",
            constraint=models.UniqueConstraint(fields=("table", "category"), name="outcome_once"),
        ),
        migrations.AddConstraint(
            model_name="outcomecount",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_ours", True)), fields=("table",), name="one_outcome_is_ours"
            ),
        ),
    ]
