"""A database in memory as the migrations make it, kept in a file so that a run need not migrate.

Only for SQLite: running every migration takes half a minute, copying what they made no time. The
file's name is a digest of all that migrations are made from, so a change of one makes a new file.
"""

import hashlib
import os
import sqlite3
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "build" / "tests"


def migrate(name, *args, **said):
    """What Django calls to fill a new test database: `migrate` from the kept file where there is
    one, else by the migrations, which are then kept. Anything else is called as it is."""
    if name != "migrate" or connection.vendor != "sqlite":
        return call_command(name, *args, **said)
    kept = KEPT / f"migrated-{_digest()}.sqlite3"
    connection.ensure_connection()
    if kept.exists():
        with sqlite3.connect(kept) as file:
            file.backup(connection.connection)
        file.close()
        return None
    answer = call_command(name, *args, **said)
    KEPT.mkdir(parents=True, exist_ok=True)
    made = kept.with_suffix(f".{os.getpid()}")
    with sqlite3.connect(made) as file:
        connection.connection.backup(file)
    file.close()
    # Two workers may have made it at once: whoever comes last puts the same thing there.
    made.replace(kept)
    return answer


def _digest():
    """Of every migration of ours, of the versions of everybody else's, and of whose there are."""
    files = [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("requirements*.txt")]
    files += ROOT.glob("*/*_guard.py")
    made_from = hashlib.sha256(" ".join(settings.INSTALLED_APPS).encode())
    for path in sorted(files):
        made_from.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for path in sorted((ROOT / "fixtures" / "national").rglob("*")):
        if path.is_file():
            made_from.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return made_from.hexdigest()[:24]
