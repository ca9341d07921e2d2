"""Who is told of new papers by e-mail, and what became of each."""

import secrets

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0015_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="Following",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(max_length=254)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("papers", "All papers"),
                            ("committee", "A committee’s"),
                            ("series", "A series"),
                        ],
                        max_length=10,
                    ),
                ),
                ("slug", models.SlugField(blank=True, max_length=60)),
                ("nonce", models.CharField(default=secrets.token_urlsafe, max_length=43)),
                ("key_digest", models.CharField(max_length=64, unique=True)),
                ("asked_on", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                ("confirmed_on", models.DateField(blank=True, null=True)),
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
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("trouble", models.CharField(blank=True, max_length=200)),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followings",
                        to="assurance.council",
                    ),
                ),
            ],
            options={
                "ordering": ("council", "pk"),
            },
        ),
        migrations.CreateModel(
            name="AlertMail",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="alerts",
                        to="reports.edition",
                    ),
                ),
                (
                    "following",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mails",
                        to="reports.following",
                    ),
                ),
            ],
            options={
                "ordering": ("edition", "pk"),
            },
        ),
        migrations.AddConstraint(
            model_name="following",
            constraint=models.UniqueConstraint(
                fields=("council", "email", "kind", "slug"), name="following_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="following",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_on__isnull", True), ("until__isnull", False)),
                    models.Q(("confirmed_on__isnull", False), ("until__isnull", True)),
                    _connector="OR",
                ),
                name="following_waits_until_or_is_confirmed",
            ),
        ),
        migrations.AddConstraint(
            model_name="alertmail",
            constraint=models.UniqueConstraint(
                fields=("following", "edition"), name="alert_mail_once"
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["paper", "number", "published_at"], name="edition_to_read"),
        ),
        migrations.AddIndex(
            model_name="paper",
            index=models.Index(
                fields=["council", "status", "corrects", "withdrawn_on"], name="paper_to_read"
            ),
        ),
    ]
