"""PostgreSQL for a server: a cluster that runs, the two roles, the database."""

import os
import secrets
import shutil
import subprocess
import time
from pathlib import Path

OWNER, SERVICE, DATABASE = "candour_owner", "candour_service", "candour"
PROGRAMS = Path("/usr/lib/postgresql")
PATIENCE = 60


class Unready(Exception):
    """The database cannot be made ready; its text is the sentence to print."""


def run_cluster(port: str) -> None:
    """Leaves a cluster of Debian's running on `port`: the one that is there, or a new one."""
    known = {line.split()[2]: line.split() for line in _listed()}
    if port in known:
        version, name, _port, state = known[port][:4]
        if not state.startswith("online"):
            _run("pg_ctlcluster", version, name, "start")
    else:
        version = max((one.name for one in PROGRAMS.iterdir()), key=float)
        _run("pg_createcluster", version, f"candour-{port}", "--port", port, "--start")
    _wait(port)


def make_roles(port: str, passwords: dict[str, str]) -> None:
    """Makes the database with its owner and the service's role, or gives those that are there
    these passwords."""
    for role, password in passwords.items():
        verb = "ALTER" if _has(port, "pg_roles", "rolname", role) else "CREATE"
        _sql(port, "postgres", f"{verb} ROLE {role} LOGIN PASSWORD '{password}'")
    if not _has(port, "pg_database", "datname", DATABASE):
        locale = "ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8' TEMPLATE template0"
        _sql(port, "postgres", f"CREATE DATABASE {DATABASE} OWNER {OWNER} {locale}")
        _sql(port, DATABASE, f"ALTER SCHEMA public OWNER TO {OWNER}")


def address(role: str, password: str, port: str) -> str:
    """The `DATABASE_URL` of a role."""
    return f"postgres://{role}:{password}@127.0.0.1:{port}/{DATABASE}"


def new_password() -> str:
    """A password in letters and figures alone, which no file or address needs to escape."""
    return secrets.token_hex(24)


def _listed():
    done = subprocess.run(["pg_lsclusters", "-h"], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def _has(port, table, column, name):
    return _sql(port, "postgres", f"SELECT 1 FROM {table} WHERE {column} = '{name}'") == "1"


def _sql(port, database, statement):
    # By standard input: the words of a command can be read by everybody on the machine.
    words = ["psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-p", port, "-d", database]
    done = subprocess.run(
        [*_as_postgres(), *words],
        input=statement,
        capture_output=True,
        text=True,
        cwd="/",
        check=False,
    )
    if done.returncode:
        raise Unready(f"PostgreSQL refused: {done.stderr.strip()}")
    return done.stdout.strip()


def _wait(port):
    ends = time.monotonic() + PATIENCE
    while subprocess.run(["pg_isready", "-q", "-p", port], check=False).returncode:
        if time.monotonic() > ends:
            raise Unready(f"PostgreSQL does not answer on port {port}: look into its log.")
        time.sleep(0.2)


def _as_postgres():
    if shutil.which("runuser") and os.geteuid() == 0:
        return ["runuser", "-u", "postgres", "--"]
    raise Unready("make server needs root, because it makes roles of PostgreSQL.")


def _run(*command):
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, cwd="/"
    )
    if done.returncode:
        raise Unready(f"{' '.join(command)} failed: {done.stderr.strip()}")
