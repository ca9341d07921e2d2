"""How the cells of a column are read, from the field of the model that they fill."""

from dataclasses import replace

from django.db import models

from assurance.imports.declaration import Column
from assurance.tables.cells import Choice, Day, Text, YesNo

# Characters of a text whose field has no limit.
LONGEST = 5_000


def of_model(column: Column, model: type) -> Column:
    """The column with the field of `model` that it fills, and how its cells are read."""
    name = column.field or column.name
    fields = {item.name: item for item in (*model._meta.concrete_fields, *model._meta.many_to_many)}
    if column.read and name not in fields:
        return column
    return replace(column, field=name, read=column.read or _reader(fields[name], column))


def _reader(model_field, column):
    if model_field.choices:
        labels = {value: label for value, label in model_field.flatchoices if value}
        words = column.words
        return Choice({value: (label, *words.get(value, ())) for value, label in labels.items()})
    if isinstance(model_field, models.DateField):
        return Day()
    if isinstance(model_field, models.BooleanField):
        return YesNo()
    if isinstance(model_field, models.TextField):
        return Text(column.longest or LONGEST, lines=True)
    return Text(model_field.max_length)
