"""What `make server` writes, and how it keeps processes running, without a server being made."""

import fcntl
import os
import signal
import subprocess
import sys
import time

import pytest

from bootstrap import server, server_files, supervisor
from tests.sources import ROOT

PORTS = {"web": "8443", "service": "8044", "database": "5544"}
KEEP = """
import sys
from pathlib import Path
from bootstrap.supervisor import Program, keep
folder = Path(sys.argv[1])
def own():
    return {"WORD": (folder / "word").read_text()}
code = "import os, time; open('begun', 'a').write(os.environ['WORD'] + ' '); time.sleep(60)"
keep([Program("one", (sys.executable, "-c", code), own, folder)], folder / "pid")
"""


def test_secrets_are_made_once_for_nobody_else_and_kept(tmp_path):
    first = server_files.write_settings(tmp_path, "reports.example.gov.uk", PORTS)
    again = server_files.write_settings(tmp_path, "another.example", PORTS)
    assert first == again
    for name in ("candour.env", "owner.env"):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    assert len({first["SECRET_KEY"], first["CANDOUR_DIGEST_KEY"]}) == 2
    assert len(first["SECRET_KEY"]) >= 50 and len(first["CANDOUR_DIGEST_KEY"]) >= 50
    assert first["CANDOUR_PUBLIC_ADDRESS"] == "https://reports.example.gov.uk:8443"
    assert "candour_service:" in first["DATABASE_URL"] and ":5544/" in first["DATABASE_URL"]
    assert "candour_owner:" in first["OWNER_URL"]
    assert "candour_owner" not in (tmp_path / "candour.env").read_text()


def test_the_documented_configuration_of_nginx_is_filled_in_and_no_place_is_missed():
    documented = (ROOT / "docs" / "nginx.conf").read_text()
    values = {"web": "8443", "service": "8044", "name": "a.example", "log": "/l"}
    values |= {"certificate": "/c.pem", "key": "/c.key", "published": "/p"}
    text = server_files.nginx_configuration(documented, values)
    for line in (
        "listen 8443 ssl;",
        "server_name a.example;",
        "ssl_certificate /c.pem;",
        "ssl_certificate_key /c.key;",
        "root /p;",
        "server 127.0.0.1:8044;",
        "access_log /l/access.json candour buffer=64k flush=1s;",
        "error_log /l/errors.log crit;",
    ):
        assert line in text, line
    assert "example.gov.uk" not in text and "/srv/candour" not in text
    with pytest.raises(ValueError, match="0 times: root"):
        server_files.nginx_configuration(documented.replace("root /", "folder /"), values)


def test_units_run_as_their_user_and_the_backup_each_night():
    values = {"folder": "/data", "program": "/program", "user": "candour"}
    units = server_files.units(values, "gunicorn x", "python y")
    for name, command in (
        ("candour-web.service", "gunicorn x"),
        ("candour-jobs.service", "python y"),
    ):
        assert "User=candour" in units[name] and f"ExecStart={command}\n" in units[name]
        assert "EnvironmentFile=/data/candour.env" in units[name]
    assert "ExecReload=/bin/kill -HUP" in units["candour-web.service"]
    assert "ExecStart=/data/manage backup /data/backups" in units["candour-backup.service"]
    assert "OnCalendar" in units["candour-backup.timer"]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("A=b", {"A": "b"}),
        ('A="b c"', {"A": "b c"}),
        ("A='b=\"c\"'", {"A": 'b="c"'}),
        ("  A=b  ", {"A": "b"}),
        ("A=", {"A": ""}),
        ('A=""', {"A": ""}),
        ("A=b'", {"A": "b'"}),
        ('A="b', {"A": '"b'}),
        ("#A=b", {}),
        ("A", {}),
        ("=b", {}),
        ("A B=c", {}),
        ("1A=b", {}),
    ],
)
def test_a_setting_is_read_as_a_shell_and_systemd_read_it(tmp_path, line, values):
    (tmp_path / "env").write_text(f"FIRST=1\n\n{line}\nLAST=2\n", encoding="utf-8")
    assert server_files.read_settings(tmp_path / "env") == {"FIRST": "1", **values, "LAST": "2"}


@pytest.mark.parametrize("words", [None, "", "words", "-1", "0", "9" * 30, "own"])
def test_a_number_that_was_left_behind_is_no_process_that_keeps_anything(tmp_path, words):
    file = tmp_path / "pid"
    if words is not None:
        # A number that was given to another process since: this one.
        file.write_text(str(os.getpid()) if words == "own" else words)
    assert supervisor.is_kept(file) == 0


def test_the_process_that_has_the_file_locked_keeps_what_it_names(tmp_path):
    file = tmp_path / "pid"
    file.write_text("4321")
    with file.open("r+") as own:
        fcntl.flock(own, fcntl.LOCK_EX)
        assert supervisor.is_kept(file) == 4321
    assert supervisor.is_kept(file) == 0


def test_a_program_that_ends_at_once_is_started_ever_more_rarely(tmp_path, monkeypatch, capsys):
    now = [1000.0]
    monkeypatch.setattr(supervisor.time, "monotonic", lambda: now[0])
    one = supervisor.Program("one", ("true",), dict, tmp_path)
    one.start()
    for wait in (1, 2, 4, 8, 16, 30, 30):
        one.process.wait()
        first = one.process
        now[0] += wait - 0.5
        one.look()
        assert one.process is first, wait
        now[0] += 0.5
        one.look()
        assert one.process is not first, wait
    one.process.wait()
    now[0] += supervisor.WELL + 1
    one.look()
    assert capsys.readouterr().err.count("one ended with 0 and is started again") == 2
    one.process.wait()


@pytest.fixture
def hang_up_ends():
    """What is begun ends by SIGHUP, even where whoever runs the tests has it ignored (`nohup`)."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.usefixtures("hang_up_ends")
def test_what_runs_is_left_alone_renewed_by_its_signal_and_ended_where_settings_changed(tmp_path):
    words, command = {"A": "1"}, ("sleep", "60")
    for changed, ended in (({}, signal.SIGHUP), ({"B": "2"}, signal.SIGTERM)):
        one = supervisor.Program("one", command, words.copy, tmp_path, renewal=signal.SIGHUP)
        one.signal(signal.SIGKILL)
        one.start()
        first = one.process
        one.look()
        assert one.process is first and one.is_running()
        words |= changed
        one.renew()
        assert first.wait(timeout=5) == -ended and not one.is_running()


def test_what_does_not_end_when_it_is_stopped_is_killed(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(supervisor, "PATIENCE", 0.05)
    command = ("sh", "-c", "trap '' TERM; : > ready; exec sleep 60")
    one = supervisor.Program("one", command, dict, tmp_path)
    supervisor._stop(one)
    one.start()
    while not (tmp_path / "ready").exists():
        assert one.is_running()
    supervisor._stop(one)
    assert one.process.returncode == -signal.SIGKILL
    assert capsys.readouterr().err.count("one has ended") == 2


def test_an_address_that_is_printed_has_its_port_where_browsers_do_not_know_it(capsys, tmp_path):
    for web, address in (("443", "https://a.example/"), ("8443", "https://a.example:8443/")):
        server._say_next(server.Server(tmp_path, "a.example", web, "8000", "5432"))
        assert f"Candour answers at {address} (its" in capsys.readouterr().out
        (tmp_path / web).mkdir()
        written = server_files.write_settings(tmp_path / web, "a.example", {**PORTS, "web": web})
        assert f"{written['CANDOUR_PUBLIC_ADDRESS']}/" == address


def test_a_process_that_ends_is_started_again_and_one_with_other_settings_is_renewed(tmp_path):
    (tmp_path / "word").write_text("first")
    begun = tmp_path / "begun"
    process = subprocess.Popen([sys.executable, "-c", KEEP, str(tmp_path)], cwd=ROOT, stderr=-1)

    def until(words):
        ends = time.monotonic() + 30
        while not begun.exists() or begun.read_text().split() != words:
            assert time.monotonic() < ends and process.poll() is None
            time.sleep(0.05)

    try:
        until(["first"])
        assert supervisor.is_kept(tmp_path / "pid") == process.pid
        (tmp_path / "word").write_text("second")
        os.kill(process.pid, signal.SIGHUP)
        until(["first", "second"])
    finally:
        process.terminate()
        _out, printed = process.communicate(timeout=30)
    assert process.returncode == 0 and b"one ended with -15 and is started again" in printed
    assert supervisor.is_kept(tmp_path / "pid") == 0
