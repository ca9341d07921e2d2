"""A row of any model with as little as a table without its constraints takes."""

from datetime import UTC, date, datetime
from decimal import Decimal

from django.db import models

DAY = date(2016, 1, 18)
# Kind of field → value, the nearest first.
VALUES = (
    (models.DateTimeField, datetime(2016, 1, 18, 12, tzinfo=UTC)),
    (models.DateField, DAY),
    (models.TimeField, datetime(2016, 1, 18, 12).time()),
    (models.BooleanField, False),
    (models.DecimalField, Decimal(1)),
    (models.FloatField, 1.0),
    (models.IntegerField, 1),
    (models.JSONField, {}),
    (models.BinaryField, b"x"),
    (models.Field, "x"),
)


def least_row(model, council):
    """Writes a row of `model` in `council`, with the first row of each table that it needs a key
    of, written where there is none, and the least value of each other field."""
    own = {*model._meta.parents.values()}
    fields = {
        field.name: council if field.name == "council" else _value(field, council)
        for field in model._meta.concrete_fields
        if field not in own and not isinstance(field, models.AutoField)
        if field.name == "council" or not (field.null or field.has_default())
    }
    row = model(**fields)
    row.save(force_insert=True)
    return row


def _value(field, council):
    if field.is_relation:
        first = field.related_model._base_manager.order_by("pk").first()
        return first or least_row(field.related_model, council)
    if field.choices:
        return field.choices[0][0]
    return next(value for kind, value in VALUES if isinstance(field, kind))
