"""Errors of a database that answers, and refuses to wait for a row or a table any longer."""

from django.db import OperationalError

# PostgreSQL's: a lock that was not had in time, two that wait for each other, one of two writers.
CODES = frozenset({"55P03", "40P01", "40001"})
# SQLite's begin so, for the whole file and for one table.
TEXTS = ("database is locked", "database table is locked")


def is_locked(error: BaseException | None) -> bool:
    """True where another connection is writing the same rows, and the database is not away."""
    if not isinstance(error, OperationalError):
        return False
    return getattr(error.__cause__, "pgcode", None) in CODES or str(error).startswith(TEXTS)
