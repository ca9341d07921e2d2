"""The files of a server: its settings, its certificate, nginx's configuration, systemd's units.

Settings and a certificate that are there are kept; whatever follows from them is written again.
"""

import os
import re
import secrets
import shutil
import subprocess
from pathlib import Path

from bootstrap.server_database import OWNER, SERVICE, address, new_password

SECRETS = ("SECRET_KEY", "CANDOUR_DIGEST_KEY")
# What the operator may set later, with the words that stand above it.
OPEN_SETTINGS = """
# Who sends e-mails; without a mail server none is sent.
#EMAIL_HOST=
#EMAIL_PORT=587
#EMAIL_USE_TLS=yes
#EMAIL_HOST_USER=
#EMAIL_HOST_PASSWORD=
#DEFAULT_FROM_EMAIL=
"""
_SETTING = re.compile(r"(?P<name>[A-Za-z_]\w*)=(?P<mark>[\"']?)(?P<value>.*)(?P=mark)")
# nginx as a whole, where no systemd starts the distribution's own.
WHOLE = """daemon off;
user www-data {user};
pid {folder}/run/nginx.pid;
error_log stderr crit;
worker_processes 2;
events {{ worker_connections 1024; }}
http {{
    sendfile on;
    server_tokens off;
    client_body_temp_path {folder}/run/body; proxy_temp_path {folder}/run/proxy;
    fastcgi_temp_path {folder}/run/fastcgi; uwsgi_temp_path {folder}/run/uwsgi;
    scgi_temp_path {folder}/run/scgi;
    include {folder}/nginx.conf;
}}
"""
MANAGE = """#!/bin/sh
# manage.py with the settings of this server: as the owner of the tables where it has to be.
set -eu
set -a
. {folder}/candour.env
case "${{1:-}}" in migrate|grant_service|backup|restore) . {folder}/owner.env;; esac
set +a
cd {program}
umask 027
exec runuser -u {user} -- {program}/.venv/bin/python manage.py "$@"
"""
UNIT = """[Unit]
Description=Candour: {what}
After=network.target postgresql.service

[Service]
User={user}
UMask=0027
WorkingDirectory={program}
EnvironmentFile={folder}/candour.env
ExecStart={command}
{more}
Restart=always
KillMode=mixed
TimeoutStopSec=150
ProtectSystem=full
PrivateTmp=yes
NoNewPrivileges=yes

[Install]
WantedBy=multi-user.target
"""
BACKUP = """[Unit]
Description=Candour: a copy of everything

[Service]
Type=oneshot
ExecStart={folder}/manage backup {folder}/backups
"""
TIMER = """[Unit]
Description=Candour: a copy of everything, each night

[Timer]
OnCalendar=*-*-* 01:30
Persistent=true

[Install]
WantedBy=timers.target
"""


def write_settings(folder: Path, name: str, ports: dict[str, str]) -> dict[str, str]:
    """Makes the settings of the service and of the tables' owner, or reads those that are there;
    gives the service's, and `OWNER_URL`."""
    own, owner = folder / "candour.env", folder / "owner.env"
    if not own.exists():
        suffix = "" if ports["web"] == "443" else f":{ports['web']}"
        lines = {
            "CANDOUR_MODE": "server",
            **{key: secrets.token_hex(40) for key in SECRETS},
            "ALLOWED_HOSTS": ",".join(dict.fromkeys((name, "localhost", "127.0.0.1"))),
            "CANDOUR_PUBLIC_ADDRESS": f"https://{name}{suffix}",
            "CANDOUR_VAR": str(folder / "var"),
            "CANDOUR_BIND": f"127.0.0.1:{ports['service']}",
            "DATABASE_URL": address(SERVICE, new_password(), ports["database"]),
        }
        text = "".join(f"{key}={value}\n" for key, value in lines.items())
        _write_secret(own, f"{text}{OPEN_SETTINGS}")
    if not owner.exists():
        url = address(OWNER, new_password(), ports["database"])
        _write_secret(owner, f"DATABASE_URL={url}\n")
    return {**read_settings(own), "OWNER_URL": read_settings(owner)["DATABASE_URL"]}


def read_settings(path: Path) -> dict[str, str]:
    """A file of settings, line by line, as a shell and systemd read it: without the quotation
    marks around a value."""
    lines = path.read_text(encoding="utf-8").splitlines()
    matches = filter(None, (_SETTING.fullmatch(line.strip()) for line in lines))
    return {match["name"]: match["value"] for match in matches}


def make_certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """A certificate that this server signs for itself, until it has one that browsers know."""
    certificate, key = folder / "certificate.pem", folder / "certificate.key"
    if not certificate.exists():
        words = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
        words += ["-nodes", "-days", "825", "-subj", f"/CN={name}"]
        words += ["-addext", f"subjectAltName=DNS:{name}", "-keyout", key, "-out", certificate]
        subprocess.run(list(map(str, words)), check=True, capture_output=True, umask=0o077)
    return certificate, key


def nginx_configuration(documented: str, values: dict[str, str]) -> str:
    """`docs/nginx.conf` with a server's own name, ports, certificate and folder. Raises
    `ValueError` where the document does not have what is to be filled in."""
    text = documented
    for words, value in (
        (r"listen 443 ssl;", f"listen {values['web']} ssl;"),
        (r"server_name [^;]+;", f"server_name {values['name']};"),
        (r"ssl_certificate [^;]+;", f"ssl_certificate {values['certificate']};"),
        (r"ssl_certificate_key [^;]+;", f"ssl_certificate_key {values['key']};"),
        (r"root /[^;]+;", f"root {values['published']};"),
        (r"server 127\.0\.0\.1:8000;", f"server 127.0.0.1:{values['service']};"),
        (r"access_log /[^ ]+ ", f"access_log {values['log']}/access.json "),
        (r"error_log /[^ ]+ ", f"error_log {values['log']}/errors.log "),
    ):
        text, number = re.subn(words, lambda _found, value=value: value, text)
        if number != 1:
            raise ValueError(f"docs/nginx.conf has {number} times: {words}")
    return text


def units(values: dict[str, str], web: str, jobs: str) -> dict[str, str]:
    """Name → content of each unit of systemd."""
    reload = "ExecReload=/bin/kill -HUP $MAINPID"
    return {
        "candour-web.service": UNIT.format(what="web", command=web, more=reload, **values),
        "candour-jobs.service": UNIT.format(what="jobs", command=jobs, more="", **values),
        "candour-backup.service": BACKUP.format(**values),
        "candour-backup.timer": TIMER,
    }


def give(path: Path, user: str, mode: int) -> None:
    """Makes a folder, where it is not there, that belongs to `user`."""
    path.mkdir(parents=True, exist_ok=True)
    shutil.chown(path, user, user)
    path.chmod(mode)


def write(path: Path, text: str, mode: int = 0o644) -> None:
    """Writes a file that follows from the settings."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)


def _write_secret(path, text):
    # No one can read it at any moment, and nothing that is there is written over.
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
