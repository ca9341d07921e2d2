"""When the last backup was taken, as a file with the service’s data shows."""

from contextlib import suppress
from datetime import datetime

from django.conf import settings

NAME = "last-backup"


def note_backup(at: datetime) -> None:
    """Keeps that a backup was taken; a disk that cannot be written to does not undo it."""
    with suppress(OSError):
        (settings.VAR / NAME).write_text(at.isoformat(), encoding="ascii")


def last_backup() -> datetime | None:
    """When the last one was taken, or None where no file gives a moment with its time zone."""
    try:
        at = datetime.fromisoformat((settings.VAR / NAME).read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None
    return at if at.tzinfo else None
