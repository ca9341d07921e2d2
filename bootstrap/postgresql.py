"""Runs a command against a PostgreSQL database of its own, and removes the database afterwards.

    .venv/bin/python -m bootstrap.postgresql COMMAND ...

The server is the one at `DATABASE_URL`, else one that answers on 127.0.0.1:5432 to somebody who may
create databases, else a cluster made for the occasion from Debian's package.
"""

import getpass
import os
import shutil
import socket
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2

from bootstrap import packages

HOST = "127.0.0.1"
PORT = 5432
MAY_CREATE = "select rolcreatedb or rolsuper from pg_roles where rolname = current_user"
PROGRAMS = Path("/usr/lib/postgresql")
# A database that lives for one run need not survive a power cut.
FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")


def main():
    """Runs the command with `DATABASE_URL` set, and ends as it ended."""
    try:
        with a_server() as server, a_database(server) as url:
            print(f"PostgreSQL: {urlsplit(url)._replace(netloc=HOST).geturl()}", flush=True)
            surroundings = {**os.environ, "DATABASE_URL": url}
            sys.exit(subprocess.run(sys.argv[1:], env=surroundings, check=False).returncode)
    except packages.Missing as missing:
        sys.exit(str(missing))


@contextmanager
def a_server():
    """The address of a server where databases may be created; one is made, and removed, where none
    answers. Raises `packages.Missing` where none can be made.
    """
    answering = next(filter(_answers, _candidates()), None)
    if answering:
        yield answering
        return
    packages.bring(packages.DATABASE)
    with _a_cluster() as made:
        yield made


@contextmanager
def a_database(server):
    """The address of a new, empty database on `server`, dropped at the end."""
    name = f"candour_{os.getpid()}"
    _tell(server, f'create database "{name}"')
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        _tell(server, f'drop database if exists "{name}" with (force)')


def _candidates():
    address = os.environ.get("DATABASE_URL", "")
    if address.startswith(("postgres://", "postgresql://")):
        yield address
    for user in dict.fromkeys((getpass.getuser(), "postgres")):
        yield f"postgres://{user}@{HOST}:{PORT}/postgres"


def _answers(address):
    try:
        with closing(psycopg2.connect(address, connect_timeout=3)) as connection:
            cursor = connection.cursor()
            cursor.execute(MAY_CREATE)
            return cursor.fetchone()[0]
    except psycopg2.Error:
        return False


@contextmanager
def _a_cluster():
    version = max((one.name for one in PROGRAMS.iterdir()), key=float)
    name, port = f"candour{os.getpid()}", _free_port()
    settings = [word for one in FAST for word in ("--pgoption", one)]
    # Beside the package's own clusters, whose folder may be root's.
    place = ("--datadir", f"/var/lib/postgresql/{name}", "--port", str(port))
    _as_postgres(
        *("pg_createcluster", version, name, *place, *settings, "--start"), "--", "--auth=trust"
    )
    try:
        yield f"postgres://postgres@{HOST}:{port}/postgres"
    finally:
        _as_postgres("pg_dropcluster", "--stop", version, name)


def _as_postgres(*command):
    if os.geteuid() == 0:
        before = ["runuser", "-u", "postgres", "--"]
    elif shutil.which("sudo"):
        before = ["sudo", "-n", "-u", "postgres", "--"]
    else:
        raise packages.Missing("Start a PostgreSQL server and set DATABASE_URL to its address.")
    # From the root folder, because the project's may be closed to postgres.
    subprocess.run([*before, *command], stdin=subprocess.DEVNULL, check=True, cwd="/")


def _tell(server, statement):
    with closing(psycopg2.connect(server)) as connection:
        connection.autocommit = True
        connection.cursor().execute(statement)


def _free_port():
    with socket.socket() as trial:
        trial.bind((HOST, 0))
        return trial.getsockname()[1]


if __name__ == "__main__":
    main()
