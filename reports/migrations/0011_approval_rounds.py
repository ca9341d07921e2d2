"""A council's rule of approval, approvals by scope and from outside, and what became of them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from reports import approval_guard


def lift(apps, schema_editor):
    approval_guard.lift(schema_editor.connection)


def place(apps, schema_editor):
    approval_guard.place(schema_editor.connection)


def place_first(apps, schema_editor):
    approval_guard.place_first(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("assurance", "0018_learning_meetings_of_forums"),
        ("reports", "0010_corrected_and_taken_down"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(lift, place_first),
        migrations.CreateModel(
            name="ApprovalRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("author", "Report author"),
                            ("chief_officer", "Chief officer"),
                            ("legal", "Legal"),
                            ("finance", "Finance"),
                            ("human_resources", "Human resources"),
                            ("other", "Another"),
                        ],
                        max_length=20,
                    ),
                ),
                ("called", models.CharField(blank=True, default="", max_length=60)),
                ("scope", models.CharField(default="whole", max_length=100)),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.RemoveConstraint(
            model_name="approval",
            name="approval_once",
        ),
        migrations.RemoveConstraint(
            model_name="approval",
            name="approved_by_another_than_sent_it",
        ),
        migrations.AddField(
            model_name="approval",
            name="called",
            field=models.CharField(blank=True, default="", max_length=60),
        ),
        migrations.AddField(
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
                ],
                default="",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="approval",
            name="outsider",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="approval",
            name="scope_digest",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AddField(
            model_name="approval",
            name="void_because",
            field=models.CharField(
                blank=True,
                choices=[
                    ("reopened", "The paper was written again"),
                    ("changed", "What it approved has changed"),
                    ("returned", "Who gave it returned the paper"),
                    ("edited", "Who gave it has edited or sent the paper"),
                ],
                default="",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="sentround",
            name="digest",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AddField(
            model_name="sentround",
            name="returned_because",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="sentround",
            name="returned_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="sentround",
            name="returned_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="approval",
            name="approver",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="approvals",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="approval",
            name="scope",
            field=models.CharField(default="whole", max_length=100),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.UniqueConstraint(
                condition=models.Q(("void_on__isnull", True)),
                fields=("paper", "kind", "called", "scope", "round", "approver"),
                name="approval_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approver", models.F("sent_by")), _negated=True),
                    ("kind", "author"),
                    _connector="OR",
                ),
                name="approved_by_another_than_sent_it",
            ),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approver__isnull", True), models.Q(("outsider", ""), _negated=True)),
                    models.Q(("approver__isnull", False), ("outsider", "")),
                    _connector="OR",
                ),
                name="approved_by_an_account_or_an_outsider",
            ),
        ),
        migrations.AddField(
            model_name="approvalrule",
            name="approver",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="approval_rules",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="approvalrule",
            name="council",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="approval_rules",
                to="assurance.council",
            ),
        ),
        migrations.AddField(
            model_name="approvalrule",
            name="template",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="approval_rules",
                to="reports.reporttemplate",
            ),
        ),
        migrations.AddConstraint(
            model_name="approvalrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_date__isnull", True),
                    ("to_date__gte", models.F("from_date")),
                    _connector="OR",
                ),
                name="approval_rule_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="approvalrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "other"), models.Q(("called", ""), _negated=True)),
                    models.Q(models.Q(("kind", "other"), _negated=True), ("called", "")),
                    _connector="OR",
                ),
                name="approval_rule_other_is_named",
            ),
        ),
        migrations.AddConstraint(
            model_name="sentround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("returned_by__isnull", True), ("returned_on__isnull", True)),
                    models.Q(("returned_by__isnull", False), ("returned_on__isnull", False)),
                    _connector="OR",
                ),
                name="sent_round_returned_by_somebody",
            ),
        ),
        migrations.RunPython(place, lift),
    ]
