"""Stored documents: what the database keeps of a structure says which format it has.

The row holds ``{"format": 1, "content": …}``; the program reads and writes the content alone.
"""

from django.db import models
from django.db.models.fields.json import KeyTransform

FORMAT = 1


class UnknownFormat(ValueError):
    """A stored document has a format that this version does not read."""


class DocumentField(models.JSONField):
    """A structure of JSON that is kept with its format."""

    def get_db_prep_save(self, value, connection):
        """Adds the format to a value on its way into the database."""
        if value is not None and not hasattr(value, "resolve_expression"):
            value = {"format": FORMAT, "content": value}
        return super().get_db_prep_save(value, connection)

    def from_db_value(self, value, expression, connection):
        """Takes the content of a value that was stored; refuses a format that is not known."""
        plain = super().from_db_value(value, expression, connection)
        if plain is None or isinstance(expression, KeyTransform):
            return plain
        version = plain.get("format") if isinstance(plain, dict) else None
        if version != FORMAT:
            raise UnknownFormat(
                f"The document kept as “{self.verbose_name}” has format {version or 'none'}, and "
                f"this version of the program reads format {FORMAT}: update the program."
            )
        return plain["content"]

    def get_transform(self, name):
        """Looks for a key inside the content."""
        content, inner = super().get_transform("content"), super().get_transform(name)
        return lambda lhs: inner(lhs if isinstance(lhs, KeyTransform) else content(lhs))
