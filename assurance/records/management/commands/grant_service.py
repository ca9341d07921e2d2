"""Lets a role of PostgreSQL do what the service does, and nothing that lifts a guard."""

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from assurance.records.history_guard import HISTORY
from assurance.records.proofs.count_guard import COUNT

ONLY_POSTGRESQL = "Only PostgreSQL has roles: SQLite's file belongs to anyone who may write it."
NO_ROLE = "There is no role {role}. Create it first: CREATE ROLE {role} LOGIN PASSWORD '…';"
TOO_MUCH = "The role {role} owns tables, or may act as a role that does: it could lift the guards."
GRANTED = "{role} can read and write {tables} tables, and add to history."
MIGRATIONS = "django_migrations"
# Whether a role may do what the owner of some table of the schema may.
OWNS = """
    SELECT bool_or(pg_has_role(%s, relowner, 'MEMBER')) FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
"""
GRANTS = (
    "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
    "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}",
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
    # Imports stage their rows in a table of their own.
    "GRANT TEMPORARY ON DATABASE {database} TO {role}",
    "REVOKE UPDATE, DELETE ON {history} FROM {role}",
    # A trigger counts entries with the rights of the owner.
    "REVOKE INSERT, UPDATE, DELETE ON {count} FROM {role}",
    "REVOKE INSERT, UPDATE, DELETE ON {migrations} FROM {role}",
)


class Command(BaseCommand):
    """Grants a role exactly what the service needs; run by the owner of the tables, once and after
    each `migrate`."""

    help = "Grants a PostgreSQL role what the service needs, without what would lift a guard."

    def add_arguments(self, parser):
        """Declares the role."""
        parser.add_argument("role")

    def handle(self, role, **options):
        """Grants, or raises `CommandError` where the role could do more than it should."""
        if connection.vendor != "postgresql":
            raise CommandError(ONLY_POSTGRESQL)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
            if cursor.fetchone() is None:
                raise CommandError(NO_ROLE.format(role=role))
            cursor.execute(OWNS, [role])
            if cursor.fetchone()[0]:
                raise CommandError(TOO_MUCH.format(role=role))
            tables = set(connection.introspection.table_names(cursor))
            for statement in _statements(role, tables):
                cursor.execute(statement)
        self.stdout.write(GRANTED.format(role=role, tables=len(tables)))


def _statements(role, tables):
    quote = connection.ops.quote_name
    names = {
        "role": quote(role),
        "database": quote(connection.settings_dict["NAME"]),
        "history": quote(HISTORY),
        "count": quote(COUNT),
        "migrations": quote(MIGRATIONS),
    }
    for statement in GRANTS:
        # Tests make the tables without migrations.
        if "{migrations}" not in statement or MIGRATIONS in tables:
            yield statement.format(**names)
