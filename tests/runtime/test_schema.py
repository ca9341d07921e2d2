"""A database made before migrations began anew is refused in a sentence, any other is taken."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from assurance.runtime.databases import schema
from reports.demonstration.management.commands import demo
from tests.own_database import empty_database, record_migrations, with_migrations

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]
GONE = ("people", "0002_posts_held"), ("papers", "0013_withdrawn_report_templates")


def test_a_database_that_is_empty_or_of_this_version_is_taken():
    with with_migrations(), empty_database() as own:
        assert schema.unknown_migrations(own) == []
        recorder = record_migrations(own)
        recorder.record_applied("elsewhere", "0001_of_another_program")
        assert schema.unknown_migrations(own) == []
        assert schema.check_schema(None, ["default"]) == schema.check_schema(None) == []


def test_one_of_before_is_named_and_not_migrated():
    with with_migrations(), empty_database() as own:
        recorder = record_migrations(own)
        recorder.record_applied(*GONE[0])
        [error] = schema.check_schema(None, ["default"])
        assert "people.0002_posts_held ran there and is no longer known" in error.msg
        assert "empty database" in error.hint
        recorder.record_applied(*GONE[1])
        assert schema.unknown_migrations(own) == [
            "papers.0013_withdrawn_report_templates",
            "people.0002_posts_held",
        ]
        with pytest.raises(SystemCheckError, match="before migrations were renumbered"):
            call_command("migrate", verbosity=0, skip_checks=False)


def test_a_demonstration_of_before_is_made_anew(settings, monkeypatch, tmp_path, capsys):
    class Reached(Exception):
        pass

    def stop(*names, **options):
        raise Reached

    settings.VAR, settings.SERVER, settings.CANDOUR_TODAY = tmp_path / "var", False, "2016-01-18"
    settings.VAR.mkdir()
    kept = Path(settings.VAR, "published")
    kept.touch()
    monkeypatch.setattr(demo, "call_command", stop)
    monkeypatch.setattr(demo, "ASSETS", (sys.executable, "-c", ""))
    monkeypatch.setattr(demo, "is_empty", lambda database: False)
    for names, is_kept in (([], True), (["people.0002_posts_held"], False)):
        monkeypatch.setattr(demo, "unknown_migrations", lambda database, names=names: names)
        monkeypatch.setattr(demo, "connection", SimpleNamespace(close=list))
        with pytest.raises(Reached):
            demo.Command().handle(no_serve=True)
        assert kept.exists() == is_kept
    assert "it is made again" in capsys.readouterr().out


def test_of_many_three_are_named_and_the_others_said():
    names = [("audits", f"000{number}_gone") for number in range(2, 7)]
    with with_migrations(), empty_database() as own:
        recorder = record_migrations(own)
        for name in names:
            recorder.record_applied(*name)
        [error] = schema.check_schema(None, ["default"])
    for app, name in names[:3]:
        assert f"{app}.{name}" in error.msg
    for app, name in names[3:]:
        assert f"{app}.{name}" not in error.msg
    assert "and others ran there and are no longer known" in error.msg
    assert error.id == "candour.E001"
