import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assurance", "0014_what_needs_whom"),
        ("reports", "0002_editions_never_change"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="block",
            name="carried_from",
            field=models.SlugField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name="block",
            name="looked_at",
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="paper",
            name="carried_from",
            field=models.SlugField(blank=True, max_length=60),
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
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
                ("answered_block", models.SlugField(blank=True, max_length=60)),
                ("answered_anchor", models.CharField(blank=True, max_length=80)),
                ("evidence", models.CharField(blank=True, max_length=300)),
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
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="assurance.council",
                    ),
                ),
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
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="reports.paper",
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
            name="Recommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="reports.paper",
                    ),
                ),
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
    ]
