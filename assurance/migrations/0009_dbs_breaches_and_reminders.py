import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assurance", "0008_comparisons")]

    operations = [
        migrations.CreateModel(
            name="Breach",
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_on", models.DateField(editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_because", models.TextField(blank=True, default="", editable=False)),
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
                ("sent_on", models.DateField()),
                ("again", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ("person", "-sent_on"),
                "abstract": False,
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
                ("subject", models.CharField(max_length=120)),
                ("body", models.TextField()),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
                ("approved_by", models.CharField(max_length=120)),
            ],
            options={
                "ordering": ("-from_date",),
            },
        ),
        migrations.AddField(
            model_name="recheckpolicy",
            name="audit_months",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="recheckpolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("audit_months__isnull", True),
                    ("audit_months__range", (1, 120)),
                    _connector="OR",
                ),
                name="policy_audit_months_in_bounds",
            ),
        ),
        migrations.AddField(
            model_name="breach",
            name="council",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="assurance.council",
            ),
        ),
        migrations.AddField(
            model_name="breach",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="breaches",
                to="assurance.person",
            ),
        ),
        migrations.AddField(
            model_name="breach",
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
            model_name="reminder",
            name="council",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="assurance.council",
            ),
        ),
        migrations.AddField(
            model_name="reminder",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reminders",
                to="assurance.person",
            ),
        ),
        migrations.AddField(
            model_name="reminder",
            name="sent_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="reminder",
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
            model_name="reminderwording",
            name="council",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reminder_wordings",
                to="assurance.council",
            ),
        ),
        migrations.AddField(
            model_name="reminder",
            name="wording",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reminders",
                to="assurance.reminderwording",
            ),
        ),
        migrations.AddIndex(
            model_name="breach",
            index=models.Index(fields=["council", "found_on"], name="breach_by_day"),
        ),
        migrations.AddConstraint(
            model_name="breach",
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
                name="breach_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="breach",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("people__gte", 1),
                    models.Q(("person__isnull", True), ("people", 1), _connector="OR"),
                ),
                name="breach_counts_its_people",
            ),
        ),
        migrations.AddConstraint(
            model_name="breach",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="breach",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="breach",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="reminderwording",
            constraint=models.UniqueConstraint(
                fields=("council", "from_date"), name="one_wording_from_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="reminderwording",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_date__isnull", True),
                    ("to_date__gte", models.F("from_date")),
                    _connector="OR",
                ),
                name="wording_dates_in_order",
            ),
        ),
        migrations.AddIndex(
            model_name="reminder",
            index=models.Index(fields=["council", "due_on"], name="reminder_by_due_day"),
        ),
        migrations.AddConstraint(
            model_name="reminder",
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
                name="reminder_withdrawal_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.UniqueConstraint(
                condition=models.Q(("again", False), ("withdrawn_on__isnull", True)),
                fields=("person", "due_on"),
                name="reminded_once_unless_asked",
            ),
        ),
    ]
