"""What `make server` writes, and how it keeps processes running, without a server being made."""

import os
import signal
import subprocess
import sys
import time

import pytest

from bootstrap import server_files, supervisor
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
        "access_log /l/access.json candour;",
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
