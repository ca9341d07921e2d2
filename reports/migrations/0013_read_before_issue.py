import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assurance", "0018_learning_meetings_of_forums"),
        ("reports", "0012_issued_as_a_job"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="approval",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("author", "Report author"),
                    ("chief_officer", "Chief officer"),
                    ("legal", "Legal"),
                    ("finance", "Finance"),
                    ("human_resources", "Human resources"),
                    ("other", "Another"),
                    ("outside", "From outside"),
                ],
                default="",
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="EarlyReader",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("link_digest", models.CharField(blank=True, default="", max_length=64)),
                ("link_until", models.DateField(blank=True, null=True)),
                (
                    "letter",
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
                        max_length=10,
                    ),
                ),
                ("trouble", models.CharField(blank=True, default="", max_length=200)),
                ("post", models.CharField(max_length=120)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("before_edition", models.PositiveSmallIntegerField()),
                ("from_on", models.DateField()),
                ("named_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "named_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="early_readers",
                        to="reports.paper",
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="early_papers",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("paper", "pk"),
            },
        ),
        migrations.CreateModel(
            name="EarlyReading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("read_at", models.DateTimeField()),
                (
                    "form",
                    models.CharField(choices=[("page", "On screen"), ("pdf", "PDF")], max_length=4),
                ),
                ("digest", models.CharField(max_length=64)),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="reports.earlyreader",
                    ),
                ),
            ],
            options={
                "ordering": ("reader", "pk"),
            },
        ),
        migrations.CreateModel(
            name="EmergencyIssue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveIntegerField()),
                ("reason", models.TextField()),
                ("issued_on", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("fine", "Found in order"), ("wrong", "To be corrected")],
                        default="",
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True, default="")),
                ("looked_on", models.DateField(blank=True, null=True)),
                (
                    "edition",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="emergency_issue",
                        to="reports.edition",
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "looked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="emergency_issues",
                        to="reports.paper",
                    ),
                ),
            ],
            options={
                "ordering": ("paper", "pk"),
            },
        ),
        migrations.CreateModel(
            name="FormatRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("about", models.CharField(max_length=300)),
                (
                    "wanted",
                    models.CharField(
                        choices=[
                            ("large", "Large print"),
                            ("braille", "Braille"),
                            ("audio", "Audio"),
                            ("easy", "Easy read"),
                            ("bsl", "British Sign Language"),
                            ("paper", "Printed on paper"),
                            ("language", "Another language"),
                            ("other", "Something else"),
                        ],
                        max_length=10,
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=60)),
                ("details", models.TextField(blank=True)),
                ("contact", models.CharField(blank=True, max_length=500)),
                ("asked_on", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("given", "They have what they asked for"),
                            ("another", "They have it in another way that suits them"),
                            ("not_given", "They could not be given it"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("said", models.TextField(blank=True, default="")),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("forgotten_on", models.DateField(blank=True, null=True)),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="format_requests",
                        to="assurance.council",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="format_requests",
                        to="reports.paper",
                    ),
                ),
            ],
            options={
                "ordering": ("council", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="OutsideApprover",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("link_digest", models.CharField(blank=True, default="", max_length=64)),
                ("link_until", models.DateField(blank=True, null=True)),
                (
                    "letter",
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
                        max_length=10,
                    ),
                ),
                ("trouble", models.CharField(blank=True, default="", max_length=200)),
                ("for_edition", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=80)),
                ("post", models.CharField(max_length=110)),
                ("email", models.EmailField(max_length=254)),
                ("is_needed", models.BooleanField(default=True)),
                ("asked_on", models.DateField()),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("approved", "Approved"), ("returned", "Sent back")],
                        default="",
                        max_length=10,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("remarks", models.TextField(blank=True, default="")),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outside_approvers",
                        to="reports.paper",
                    ),
                ),
            ],
            options={
                "ordering": ("paper", "pk"),
            },
        ),
        migrations.AddConstraint(
            model_name="earlyreader",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("email", ""), ("reader__isnull", False)),
                    models.Q(("reader__isnull", True), models.Q(("email", ""), _negated=True)),
                    _connector="OR",
                ),
                name="early_reader_by_account_or_link",
            ),
        ),
        migrations.AddConstraint(
            model_name="earlyreader",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_by__isnull", True), ("ended_on__isnull", True)),
                    models.Q(("ended_by__isnull", False), ("ended_on__isnull", False)),
                    _connector="OR",
                ),
                name="early_reader_ended_by_and_on",
            ),
        ),
        migrations.AddConstraint(
            model_name="earlyreader",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("link_digest", ""), ("link_until__isnull", True)),
                    models.Q(
                        models.Q(("link_digest", ""), _negated=True), ("link_until__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="early_reader_link_has_its_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyissue",
            constraint=models.UniqueConstraint(
                fields=("paper", "round"), name="emergency_once_a_round"
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyissue",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="emergency_says_why"
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyissue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("looked_by__isnull", True), ("looked_on__isnull", True), ("outcome", "")
                    ),
                    models.Q(
                        models.Q(("outcome", ""), _negated=True),
                        ("looked_by__isnull", False),
                        ("looked_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="emergency_looked_at_by_and_on",
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyissue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("looked_by__isnull", True),
                    models.Q(("looked_by", models.F("issued_by")), _negated=True),
                    _connector="OR",
                ),
                name="emergency_looked_at_by_a_second",
            ),
        ),
        migrations.AddConstraint(
            model_name="formatrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("closed_by__isnull", True), ("closed_on__isnull", True), ("outcome", "")
                    ),
                    models.Q(
                        models.Q(("outcome", ""), _negated=True),
                        ("closed_by__isnull", False),
                        ("closed_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="format_request_closed_by_and_on",
            ),
        ),
        migrations.AddConstraint(
            model_name="formatrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("forgotten_on__isnull", True),
                    models.Q(
                        ("closed_on__isnull", False),
                        ("contact", ""),
                        ("details", ""),
                        ("forgotten_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="format_request_forgotten_once_closed",
            ),
        ),
        migrations.AddConstraint(
            model_name="outsideapprover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_on__isnull", True), ("decision", "")),
                    models.Q(
                        models.Q(("decision", ""), _negated=True), ("decided_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="outside_approver_decided_on",
            ),
        ),
        migrations.AddConstraint(
            model_name="outsideapprover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_by__isnull", True), ("ended_on__isnull", True)),
                    models.Q(("ended_by__isnull", False), ("ended_on__isnull", False)),
                    _connector="OR",
                ),
                name="outside_approver_ended_by_and_on",
            ),
        ),
        migrations.AddConstraint(
            model_name="outsideapprover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("link_digest", ""), ("link_until__isnull", True)),
                    models.Q(
                        models.Q(("link_digest", ""), _negated=True), ("link_until__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="outside_approver_link_has_its_day",
            ),
        ),
    ]
