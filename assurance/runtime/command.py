"""What the commands of this project that read or write the database have in common."""

from contextlib import suppress

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, ProgrammingError, connection
from django.db.migrations.executor import MigrationExecutor

NOT_READY = (
    "The database has no tables, or those of an earlier version: run “manage.py migrate”, then "
    "this command again."
)
NO_PERMISSION = (
    "The role of DATABASE_URL may not do this: {why}. Run “manage.py grant_service” as the owner "
    "of the tables, or this command as the owner."
)
# Of PostgreSQL: the role lacks a permission.
REFUSED = "42501"


class DatabaseCommand(BaseCommand):
    """A command that ends in a sentence where `migrate` or `grant_service` has not been
    run."""

    def execute(self, *args, **options):
        """Raises `CommandError` in place of a missing table or column.

        Looked for only when the database has refused something, so that no other run waits for it.
        """
        try:
            return super().execute(*args, **options)
        except (OperationalError, ProgrammingError) as error:
            if getattr(error.__cause__, "pgcode", "") == REFUSED:
                why = str(error).strip().partition("\n")[0]
                raise CommandError(NO_PERMISSION.format(why=why)) from error
            if connection.in_atomic_block:
                raise
            stop_without_tables(error)
            raise


def stop_without_tables(cause: Exception | None = None) -> None:
    """Raises `CommandError` where the database answers and migrations are to apply."""
    to_apply = []
    with suppress(OperationalError):
        executor = MigrationExecutor(connection)
        to_apply = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if to_apply:
        raise CommandError(NOT_READY) from cause
