"""`make demo` ends here: builds the pages' assets, fills a database of its own, and serves it."""

import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from io import StringIO

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from assurance.records.database import create_tables, is_empty
from assurance.runtime.databases.schema import unknown_migrations

HOST = "127.0.0.1"
FIRST_PORT, LAST_PORT = 8000, 8099
ASSETS = (sys.executable, "manage.py", "assets")
NO_ASSETS = (
    "The styles of the pages did not come, for the reason above. Put it right and try again."
)


class Command(BaseCommand):
    """Makes the demonstration ready and serves it; what is there already is kept."""

    help = "Loads the demonstration and serves it on this machine (make demo starts it)."

    def add_arguments(self, parser):
        parser.add_argument(
            "--no-serve", action="store_true", help="stop after showing where everything is"
        )

    def handle(self, *args, **options):
        if settings.SERVER or not settings.CANDOUR_TODAY:
            # Its accounts have known passwords, and its day is not today.
            raise CommandError("The demonstration runs on a database of its own: use make demo.")
        settings.VAR.mkdir(parents=True, exist_ok=True)
        if unknown_migrations(connection):
            self.stdout.write("An earlier version made this demonstration: it is made again.")
            connection.close()
            shutil.rmtree(settings.VAR)
            settings.VAR.mkdir()
        with assets_meanwhile():
            if is_empty(connection):
                create_tables(connection)
            call_command("migrate", verbosity=0)
            call_command("load_demonstration", stdout=self.stdout, stderr=self.stderr)
        call_command("publish_site", stdout=StringIO())
        port = free_port(range(FIRST_PORT, LAST_PORT + 1))
        address = f"http://{HOST}:{port}/"
        if options["no_serve"]:
            self.stdout.write(f"\nmake demo serves it at {address}")
            return
        self._serve(port, address)

    def _serve(self, port, address):  # pragma: no cover - it never ends; make fresh opens it
        self.stdout.write(f"\nOpen {address} in a browser. Press Ctrl and C to stop.")
        self.stdout.flush()
        call_command("runserver", f"{HOST}:{port}", use_reloader=False, skip_checks=True)


@contextmanager
def assets_meanwhile():
    """Another process brings the pages' assets meanwhile: no record or report needs them, the
    published folder is the first that does. Raises `CommandError` where they did not come."""
    with subprocess.Popen(ASSETS, cwd=settings.BASE_DIR) as bringing:
        yield
    if bringing.returncode:
        raise CommandError(NO_ASSETS)


def free_port(ports):
    """The first of `ports` that is free on this machine; raises `CommandError` where none is."""
    for port in ports:
        with socket.socket() as trial:
            # As the server will: a port whose last connections are still closing is free.
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((HOST, port))
            except OSError:
                continue
            return port
    raise CommandError(f"Every port from {ports[0]} to {ports[-1]} is taken: free one of them.")
