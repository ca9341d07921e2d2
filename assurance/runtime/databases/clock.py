"""The clock of the database: one for all who work with it, whatever their own machines show."""

from datetime import UTC, datetime

from django.db import connection

# Now, within a transaction too, and as text on SQLite, which has no moments.
NOW = {
    "postgresql": "SELECT clock_timestamp()",
    "sqlite": "SELECT strftime('%Y-%m-%dT%H:%M:%f', 'now')",
}


def database_moment() -> datetime:
    """The moment by the database's clock, in UTC."""
    with connection.cursor() as cursor:
        cursor.execute(NOW[connection.vendor])
        (value,) = cursor.fetchone()
    if isinstance(value, str):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    return value.astimezone(UTC)
