"""How a list sorts a column that reads no field of its rows: mostly expressions of the database.

Each gives what the column shows, or a number in the order of what it shows, on any database.
"""

from collections.abc import Callable, Iterable

from django.db.models import (
    Case,
    Count,
    Expression,
    Func,
    IntegerField,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, ExtractDay, ExtractMonth, ExtractYear

from assurance.govuk.lists import RowKey
from assurance.registers.values import short_value, value_of

MOST_DAYS = 31


def standing(model: type[Model], relation: str, **conditions) -> QuerySet:
    """The rows of `model` that stand and whose field `relation` names the row of the list."""
    rows = model.objects.filter(withdrawn_on__isnull=True, **{relation: OuterRef("pk")})
    return rows.filter(**conditions).order_by()


def number_of(rows: QuerySet, relation: str) -> Expression:
    """How many of `rows` belong to a row of the list by their field `relation`."""
    counted = rows.values(relation).annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)


def first_of(rows: QuerySet, value: str | Expression, *order) -> Expression:
    """The `value` of the first of `rows` in an order, empty where there is none."""
    return Subquery(rows.order_by(*order).values_list(value)[:1])


def in_turn(*conditions: Q) -> Expression:
    """The place of the first of `conditions` that a row meets; one more where it meets none."""
    cases = (When(fits, then=Value(place)) for place, fits in enumerate(conditions))
    return Case(*cases, default=Value(len(conditions)), output_field=IntegerField())


def in_words(read: str | Callable) -> RowKey:
    """The alphabetical order of what `read` gives of a row as its list shows it."""
    return RowKey(lambda row: short_value(value_of(row, read)).lower() or None)


def by_code(field: str, codes: Iterable[str]) -> Expression:
    """The place of a row's `field` among `codes`."""
    return in_turn(*(Q(**{field: code}) for code in codes))


def months_on(day, months) -> Expression:
    """A number in the order of the days `months` calendar months after `day`.

    Databases differ about the month after 31 January. A day that its month does not have counts
    here as later than the month's last day and earlier than the next month, so the order is right.
    """
    number = ExtractYear(day) * 12 + ExtractMonth(day) + months
    return number * (MOST_DAYS + 1) + ExtractDay(day)


class Alphabetical(Func):
    """Words in the order of the alphabet whatever their capitals, alike on any database."""

    template = "LOWER((%(expressions)s) COLLATE BINARY)"

    def as_postgresql(self, compiler, connection, **context):
        """The same in the words of PostgreSQL."""
        template = 'LOWER((%(expressions)s) COLLATE "C")'
        return self.as_sql(compiler, connection, template=template, **context)


class ListLength(Func):
    """How many items a field of JSON lists."""

    function = "JSON_ARRAY_LENGTH"
    output_field = IntegerField()

    def as_postgresql(self, compiler, connection, **context):
        """The same in the words of PostgreSQL."""
        return self.as_sql(compiler, connection, function="JSONB_ARRAY_LENGTH", **context)
