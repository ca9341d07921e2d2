"""The bytes of deleted rows in the files of the database.

SQLite writes noughts over what is deleted, which a pragma of `config.env` asks for whatever its
build does; its write-ahead log has the pages as they were, until it is emptied. PostgreSQL writes
over deleted rows when it vacuums, and keeps its log for as long as the operator archives it.
"""

from functools import partial

from django.db import connection, transaction


def empty_log_after_commit():
    """Has the write-ahead log of SQLite emptied once the transaction under way is committed."""
    transaction.on_commit(partial(empty_log, connection), robust=True)


def empty_log(connection):
    """Moves the write-ahead log of SQLite into its file and cuts it to nought; a reader who is
    longer at it than the database waits leaves that to the next time."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
