"""Each line of the log has a form and a place, a server’s JSON; gunicorn stops in two steps."""

import signal

import pytest
from django.utils.module_loading import import_string

from assurance.runtime.watch import drain
from config import gunicorn, log

SIEM = "udp://siem.example:514"


@pytest.mark.parametrize("server", [True, False])
@pytest.mark.parametrize("security", ["", SIEM])
def test_every_logger_leads_to_a_place_whose_form_there_is(server, security):
    settings = log.settings_of(server=server, security=security)
    for name, logger in settings["loggers"].items():
        assert set(logger.get("handlers", [])) <= set(settings["handlers"]), name
        assert logger["level"] in ("INFO", "WARNING", "ERROR"), name
    for name, handler in settings["handlers"].items():
        assert handler.get("formatter", "lines") in settings["formatters"], name
        assert callable(import_string(handler.get("class") or handler["()"])), name
    for formatter in settings["formatters"].values():
        assert callable(import_string(formatter["()"]))
    handlers = settings["handlers"]
    assert handlers["security"].get("address", "") == security
    assert handlers["security"]["formatter"] == "lines"
    forms = [handlers[name].get("formatter") for name in ("console", "jobs")]
    assert forms == (["lines", "lines"] if server else [None, "jobs"])
    # What names a request is INFO, and a laptop is not told of each.
    assert settings["loggers"]["candour"]["level"] == ("INFO" if server else "WARNING")
    assert "propagate" not in settings["loggers"]["django.request"]


@pytest.mark.parametrize("level", ["INFO", "ERROR"])
def test_gunicorn_has_no_line_for_a_request_and_its_own_level(level):
    settings = log.settings_of_gunicorn(level)
    assert settings["loggers"]["gunicorn.error"]["level"] == level
    assert settings["loggers"]["gunicorn.access"]["handlers"] == []
    assert settings["root"]["handlers"] == [*settings["handlers"]]


@pytest.fixture
def stopping(monkeypatch):
    """What SIGTERM does to a service that waits so many seconds, and what was then done."""
    done, own = [], {}

    class Timer:
        def __init__(self, seconds, *_what):
            self.seconds = seconds

        def start(self):
            done.append((self.seconds, self.daemon))

    class Server:
        def signal(self, number, _frame):
            done.append(number)

    def ready(seconds):
        monkeypatch.setattr(gunicorn, "DRAIN_SECONDS", seconds)
        monkeypatch.setattr(gunicorn, "Timer", Timer)
        monkeypatch.setattr(signal, "signal", lambda number, action: own.update({number: action}))
        gunicorn.when_ready(Server())
        assert [*own] == [signal.SIGTERM]
        return lambda: own[signal.SIGTERM](signal.SIGTERM, None)

    yield ready, done
    drain.end()


def test_the_first_signal_is_announced_and_the_second_ends_the_service(stopping):
    ready, done = stopping
    stop = ready(5)
    assert not drain.is_begun()
    stop()
    assert drain.is_begun() and done == [(5, True)]
    stop()
    assert done == [(5, True), signal.SIGTERM]


def test_a_service_that_waits_for_nothing_ends_at_once(stopping):
    ready, done = stopping
    ready(0)()
    assert not drain.is_begun() and done == [signal.SIGTERM]


def test_counts_of_before_are_forgotten_wherever_the_data_are(tmp_path, monkeypatch):
    named, usual = tmp_path / "named" / "measures", tmp_path / "usual" / "measures"
    elsewhere = tmp_path / "measures"
    for folder in (named, usual, elsewhere):
        folder.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(gunicorn, "VAR", tmp_path / "usual")
    monkeypatch.setenv("CANDOUR_VAR", str(tmp_path / "named"))
    gunicorn.on_starting(None)
    assert not named.exists() and usual.exists()
    monkeypatch.delenv("CANDOUR_VAR")
    gunicorn.on_starting(None)
    assert not usual.exists() and elsewhere.exists()
