"""What keeps the index of published editions as it was written, on SQLite and on PostgreSQL: pages
read it in place of the editions, which cannot change either. Placed by migrations."""

from assurance.records import database
from reports.editions.database_guard import on_postgresql, on_sqlite

TABLES = (
    "publication_printedfigure",
    "publication_printedrecord",
    "publication_editionsubject",
)
_EVENTS = {
    "UPDATE": "the index of an edition cannot change",
    "DELETE": "the index of an edition cannot be deleted",
}


def place(connection):
    """Places every guard."""
    database.run(connection, PLACING)


def lift(connection):
    """Takes every guard off again."""
    database.run(connection, LIFTING)


def _each(write):
    for table in TABLES:
        for event, text in _EVENTS.items():
            yield from write(table, event, "1 = 1", text)


def _lift(vendor):
    for table in TABLES:
        for event in _EVENTS:
            name = f"{table}_no_{event.lower()}"
            on = f" ON {table}" if vendor == "postgresql" else ""
            yield f"DROP TRIGGER IF EXISTS {name}{on}"
            if vendor == "postgresql":
                yield f"DROP FUNCTION IF EXISTS {name}()"


# Per vendor, what places the guards and what lifts them.
PLACING = {"sqlite": tuple(_each(on_sqlite)), "postgresql": tuple(_each(on_postgresql))}
LIFTING = {vendor: tuple(_lift(vendor)) for vendor in PLACING}
