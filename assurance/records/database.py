"""Database objects that no model describes: guards, indexes and national rows of every app.

An app names them in its AppConfig: `guards` and `indexes` are modules with `place(connection)` and
`lift(connection)`, `national` modules with `load(apps)`. Migrations and tests call the same.
"""

from django.apps import apps


def guards():
    """Every guard, in the order of apps."""
    return _named("guards")


def place_all(connection) -> None:
    """Places every guard and index and loads the national rows, into tables that are empty."""
    for part in (*guards(), *_named("indexes")):
        part.place(connection)
    load_national()


def load_national() -> None:
    """Loads the national rows of every app."""
    for part in _named("national"):
        part.load(apps)


def run(connection, statements) -> None:
    """Does the statements that `statements`, vendor → statements, holds for the connection's."""
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)


def _named(attribute):
    return [part for config in apps.get_app_configs() for part in getattr(config, attribute, ())]
