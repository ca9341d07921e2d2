import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def keep_anchors(apps, schema_editor):
    """Of papers that are issued and not written again, where their blocks stand is still known."""
    paper = apps.get_model("reports", "Paper")
    kept = apps.get_model("reports", "PublishedAnchors")
    for row in paper.objects.filter(status="issued").exclude(frozen=None).iterator():
        newest = row.editions.filter(published_at__isnull=False).order_by("-number").first()
        anchors = row.frozen.get("anchors")
        if newest and anchors:
            kept.objects.get_or_create(edition=newest, defaults={"anchors": anchors})


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0016_followers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PublishedAnchors",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("anchors", models.JSONField(default=dict)),
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="places",
                        to="reports.edition",
                    ),
                ),
            ],
            options={"verbose_name_plural": "published anchors"},
        ),
        migrations.CreateModel(
            name="ReaderNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("anchor", models.CharField(max_length=80)),
                ("words", models.TextField()),
                ("kept_on", models.DateField()),
                ("changed_on", models.DateField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reader_notes",
                        to="reports.edition",
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reader_notes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("edition", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True),
                        name="reader_note_says_something",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ExemptAnnex",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("anchor", models.CharField(max_length=80)),
                ("title", models.CharField(max_length=400)),
                ("section", models.JSONField()),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exempt_annexes",
                        to="reports.edition",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "exempt annexes",
                "ordering": ("edition", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "anchor"), name="exempt_annex_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ExemptReader",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("named_on", models.DateField()),
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
                        related_name="exempt_readers",
                        to="reports.paper",
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exempt_papers",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("paper", "reader"), name="exempt_reader_once")
                ]
            },
        ),
        migrations.RunPython(keep_anchors, migrations.RunPython.noop),
    ]
