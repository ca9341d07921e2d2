"""Brings, makes and starts everything that serves a council: one command on a bare Debian.

    make server [SERVER_NAME=reports.example.gov.uk] [SERVER_FOLDER=/var/lib/candour]
                [SERVER_RESTORE=/srv/backups/candour-…]

It imports the standard library only. Run again it keeps keys, settings and data, installs what is
newer, migrates, and renews what runs. docs/running.md lists what it makes and what comes next.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bootstrap import environment, packages, server_database, server_files, supervisor
from bootstrap.server_database import OWNER, SERVICE, Unready

ROOT = Path(__file__).resolve().parent.parent
USER = "candour"
PROGRAM = ("assurance", "config", "reports")
UNITS = Path("/etc/systemd/system")
SYSTEMD = Path("/run/systemd/system")
NEEDS = (
    *packages.DATABASE,
    packages.Need("nginx", lambda: _nginx() is not None),
    packages.Need("openssl", lambda: shutil.which("openssl") is not None),
)
NO_ROOT = "make server needs root, because it installs packages and makes a user and a database."
CLOSED = (
    "The user {user} cannot read {root}: put the program where every user may read it, for "
    "example into /srv/candour."
)
NEXT = """
Candour answers at {address} (its certificate is {certificate}).
 1. {folder}/manage create_council SLUG NAME --administrator EMAIL
    Its administrator signs in and is led through the set-up.
 2. Put a certificate that browsers know into {folder}/certificate.pem and certificate.key.
 3. Name your mail server in {folder}/candour.env, then run make server again.
 4. Copy {folder}/backups to another machine each night: docs/running.md.
"""


@dataclass(frozen=True)
class Server:
    """Where a server has its files, what it is called, and its ports: nginx's, gunicorn's,
    PostgreSQL's."""

    folder: Path
    name: str
    web: str
    service: str
    database: str

    @property
    def ports(self):
        """The ports by what answers there."""
        return {"web": self.web, "service": self.service, "database": self.database}


def main():
    """Makes the server ready and starts it; ends with a sentence and 1 where that cannot be."""
    asked = os.environ.get
    server = Server(
        Path(asked("SERVER_FOLDER") or "/var/lib/candour"),
        asked("SERVER_NAME") or "localhost",
        asked("SERVER_PORT") or "443",
        asked("SERVER_SERVICE_PORT") or "8000",
        asked("SERVER_DATABASE_PORT") or "5432",
    )
    if os.geteuid() != 0:
        sys.exit(NO_ROOT)
    try:
        _prepare(server, asked("SERVER_RESTORE") or "")
        _start(server)
    except (packages.Missing, Unready) as trouble:
        sys.exit(str(trouble))
    except subprocess.CalledProcessError as failed:
        sys.exit(f"This failed, for the reason above: {' '.join(map(str, failed.cmd))}")


def _prepare(server, backup):
    """Brings the packages, makes files, roles and tables, from a backup where one is named."""
    packages.bring(NEEDS)
    environment.ready("run")
    _make_user()
    # The service may not write where its program is: it would compile all of it at each start.
    _call([environment.PYTHON, "-m", "compileall", "-q", *PROGRAM])
    _make_folders(server.folder)
    settings = server_files.write_settings(server.folder, server.name, server.ports)
    server_database.run_cluster(server.database)
    urls = {OWNER: settings.pop("OWNER_URL"), SERVICE: settings["DATABASE_URL"]}
    passwords = {role: url.split(":")[2].split("@")[0] for role, url in urls.items()}
    server_database.make_roles(server.database, passwords)
    _write_files(server)
    _say("making style sheets")
    _call([environment.PYTHON, "manage.py", "assets"], {"CANDOUR_MODE": "laptop"})
    manage = server.folder / "manage"
    for words in (
        *((("restore", str(Path(backup).resolve())),) if backup else ()),
        ("migrate", "--verbosity", "0"),
        ("grant_service", SERVICE),
        ("collectstatic", "--noinput", "--verbosity", "0"),
        ("publish_site", "--verbosity", "0"),
    ):
        _say(f"manage {words[0]}")
        _call([manage, *words])


def _make_user():
    try:
        pwd.getpwnam(USER)
    except KeyError:
        home = ("--no-create-home", "--home-dir", "/nonexistent")
        shell = ("--shell", "/usr/sbin/nologin")
        _call(["useradd", "--system", "--user-group", *home, *shell, USER])
    # nginx reads the published folder, which is no one else's.
    _call(["usermod", "-a", "-G", USER, "www-data"])
    asked = ["runuser", "-u", USER, "--", "test", "-r", ROOT / "manage.py"]
    if subprocess.run(list(map(str, asked)), check=False, cwd="/").returncode:
        raise Unready(CLOSED.format(user=USER, root=ROOT))


def _make_folders(folder):
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)
    server_files.give(folder / "var", USER, 0o750)
    server_files.give(folder / "var" / "published", USER, 0o750)
    # Not even nginx's.
    server_files.give(folder / "var" / "attachments", USER, 0o700)
    server_files.give(folder / "backups", USER, 0o700)
    (folder / "run").mkdir(exist_ok=True)
    (folder / "log").mkdir(exist_ok=True)


def _write_files(server):
    folder = server.folder
    certificate, key = server_files.make_certificate(folder, server.name)
    values = {**server.ports, "name": server.name, "certificate": certificate, "key": key}
    values |= {"published": folder / "var" / "published", "log": folder / "log"}
    documented = (ROOT / "docs" / "nginx.conf").read_text(encoding="utf-8")
    server_files.write(folder / "nginx.conf", server_files.nginx_configuration(documented, values))
    own = {"folder": folder, "program": ROOT, "user": USER}
    server_files.write(folder / "nginx-whole.conf", server_files.WHOLE.format(**own))
    server_files.write(folder / "manage", server_files.MANAGE.format(**own), 0o755)


def _start(server):
    python = str(environment.PYTHON)
    web = (python, "-m", "gunicorn", "--config", "python:config.gunicorn", "config.wsgi")
    jobs = (python, "manage.py", "run_jobs")
    if SYSTEMD.is_dir():
        _start_units(server, " ".join(web), " ".join(jobs))
        _say_next(server)
        return
    pid_file = server.folder / "run" / "supervisor.pid"
    if kept := supervisor.is_kept(pid_file):
        os.kill(kept, signal.SIGHUP)
        _say(f"process {kept}, which serves already, renews everything")
        _say_next(server)
        return

    def own():
        settings = server_files.read_settings(server.folder / "candour.env")
        return {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **settings}

    nginx = (_nginx(), "-c", str(server.folder / "nginx-whole.conf"))
    programs = [
        supervisor.Program("web", web, own, ROOT, USER, renewal=signal.SIGHUP),
        supervisor.Program("jobs", jobs, own, ROOT, USER),
        # Last, so that it answers until the service has ended.
        supervisor.Program(
            *("nginx", nginx, own, server.folder),
            renewal=signal.SIGHUP,
            stop=signal.SIGQUIT,
        ),
    ]
    _say_next(server)
    _say("everything runs in the foreground: Ctrl and C ends it")
    supervisor.keep(programs, pid_file)


def _start_units(server, web, jobs):
    values = {"folder": str(server.folder), "program": str(ROOT), "user": USER}
    for name, text in server_files.units(values, web, jobs).items():
        server_files.write(UNITS / name, text)
    shutil.copyfile(server.folder / "nginx.conf", "/etc/nginx/conf.d/candour.conf")
    _call(["systemctl", "daemon-reload"])
    _call(["systemctl", "enable", "--quiet", "candour-web", "candour-jobs", "candour-backup.timer"])
    _call(["systemctl", "reload-or-restart", "candour-web", "nginx"])
    _call(["systemctl", "restart", "candour-jobs", "candour-backup.timer"])


def _say_next(server):
    suffix = "" if server.web == "443" else f":{server.web}"
    address = f"https://{server.name}{suffix}/"
    own = {"folder": server.folder, "certificate": server.folder / "certificate.pem"}
    print(NEXT.format(address=address, **own), flush=True)


def _nginx():
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def _say(text):
    print(f"server: {text}", file=sys.stderr, flush=True)


def _call(command, more=None):
    words = list(map(str, command))
    surroundings = {**os.environ, **(more or {})}
    subprocess.run(words, stdin=subprocess.DEVNULL, env=surroundings, check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
