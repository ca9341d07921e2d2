"""Statistics of how tables are filled, by which the database plans its queries."""

from django.db import connection

# Fewer rows than that change no plan, and PostgreSQL counts by itself in time.
MANY = 5_000


def count_again():
    """Has PostgreSQL count again in each table of which the transaction under way wrote many rows:
    until then it plans as for the table before. SQLite has no such numbers unless it is asked."""
    if connection.vendor != "postgresql":
        return
    tables = [
        model._meta.db_table for model, keys in connection.written.items() if len(keys) > MANY
    ]
    with connection.cursor() as cursor:
        for table in sorted(tables):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table)}")
