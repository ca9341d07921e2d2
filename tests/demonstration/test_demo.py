"""The demonstration's command, up to the moment that it serves."""

import socket
import sys

import pytest
from django.core.management import CommandError, call_command

from assurance.accounts.models.accounts import Council
from reports.demonstration.management.commands import demo
from tests.cast import make_council
from tests.demonstration.test_loading import load


@pytest.fixture
def taken():
    """A port that somebody listens on."""
    with socket.create_server((demo.HOST, 0)) as server:
        yield server.getsockname()[1]


def test_a_port_that_is_taken_is_passed_over_and_said_where_each_is(taken):
    with socket.create_server((demo.HOST, 0)) as server:
        free = server.getsockname()[1]
    assert demo.free_port([taken, free]) == free
    with pytest.raises(CommandError, match="free one of them"):
        demo.free_port([taken])


def test_the_assets_are_there_once_all_is_loaded(tmp_path, monkeypatch):
    build = f"open({str(tmp_path / 'built')!r}, 'w').close()"
    monkeypatch.setattr(demo, "ASSETS", (sys.executable, "-c", build))
    with demo.assets_meanwhile():
        pass
    assert (tmp_path / "built").exists()


def test_assets_that_do_not_come_are_a_sentence(monkeypatch):
    monkeypatch.setattr(demo, "ASSETS", (sys.executable, "-c", "raise SystemExit(3)"))
    with pytest.raises(CommandError, match="did not come"), demo.assets_meanwhile():
        pass


def test_it_never_runs_on_a_server_or_on_the_real_day(settings):
    settings.SERVER, settings.CANDOUR_TODAY = True, "2016-01-18"
    with pytest.raises(CommandError, match="make demo"):
        call_command("demo")
    settings.SERVER, settings.CANDOUR_TODAY = False, ""
    with pytest.raises(CommandError, match="make demo"):
        call_command("demo")


def test_it_refuses_a_database_with_another_council(db, tmp_path):
    council = make_council("netherby")
    with pytest.raises(CommandError, match=f"{council} is in this database already"):
        load(tmp_path)
    assert not list(tmp_path.iterdir())
    assert list(Council.objects.all()) == [council]


def test_it_refuses_a_server(db, settings, tmp_path):
    settings.SERVER = True
    with pytest.raises(CommandError, match="never loaded on a server"):
        load(tmp_path)
    assert not Council.objects.exists()
