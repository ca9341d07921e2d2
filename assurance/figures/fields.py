"""The column that keeps a figure's key, and how rows are ordered by what it is today."""

from django.db.models import Case, CharField, F, Value, When

from assurance.figures.keys import ALIASES, current_key


class FigureKeyField(CharField):
    """The key of a figure as it was kept; it is read as today's, and looked for by `keys_of`."""

    def from_db_value(self, value, _expression, _connection):
        """Reads the key of today."""
        return current_key(value)


def current_key_of(name: str):
    """The expression that is today's key of the column called `name`, to order and group by."""
    renamed = [When(**{name: old}, then=Value(new)) for old, new in ALIASES.items()]
    return Case(*renamed, default=F(name), output_field=CharField()) if renamed else F(name)
