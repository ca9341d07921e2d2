"""A list page's rows: sorted as asked, 25 to a page."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import FieldDoesNotExist
from django.core.paginator import Paginator
from django.db import connections, models
from django.db.models import Case, F, Value, When
from django.db.models.functions import Collate, Lower

ROWS_TO_A_PAGE = 25
# Databases compare words by rules of their own; by these both give one order.
COLLATIONS = {"sqlite": "BINARY", "postgresql": "C"}


@dataclass(frozen=True)
class RowKey:
    """The order of what a rule in Python works out: `key` of a row, None for one that has none.

    For lists of few rows alone, since all that fit the filter are read.
    """

    key: Callable

    def ordered(self, rows, goes_down):
        """`rows` as a list in this order, those without a key last; alike ones as `listed` says."""
        return in_order(rows.order_by("-pk" if goes_down else "pk"), self.key, goes_down)


def in_order(lines, key, goes_down):
    """`lines` as a list in the order of their `key`, None for one that comes last either way; those
    alike in it keep their order."""
    keyed = [(key(line), line) for line in lines]
    known = [pair for pair in keyed if pair[0] is not None]
    known.sort(key=lambda pair: pair[0], reverse=goes_down)
    return [line for _, line in known] + [line for place, line in keyed if place is None]


class ByKeys(Paginator):
    """Pages whose narrow rows are sorted by key and fetched in full for the shown ones alone."""

    def _get_page(self, some, number, paginator):
        return super()._get_page(
            self.object_list.filter(pk__in=some.values("pk")), number, paginator
        )


def listed(request, rows, sorts, first, ties=()):
    """The asked-for `Page` of the queryset `rows`, with `page.sort` saying how it is sorted.

    `sorts` maps the word in the address to a field or to an expression of the database; `first` is
    the usual sort (`-date` for the latest first). An unknown sort gives the usual one and a page
    that is not there the nearest that is. What is empty comes last either way. The orders `ties`
    and the primary key come after the sorted field, so that rows alike in it never change places
    between pages.
    """
    sort = request.GET.get("sort", first)
    if sort.removeprefix("-") not in sorts:
        sort = first
    goes_down = sort.startswith("-")
    pages = _pages(rows, sorts[sort.removeprefix("-")], goes_down, ties)
    page = pages.get_page(request.GET.get("page"))
    page.sort = sort
    return page


class SortedLines(list):
    """Lines of a page, with the `sort` that its headers name; empty for the order of the page."""

    sort = ""


def sorted_lines(request, lines, keys):
    """The `SortedLines` of `lines` that no queryset gives, sorted as the address asks.

    `keys` maps the word in the address to a function of a line; it gives None for a line that comes
    last either way. Lines alike in it, and all where nothing is asked, keep their order.
    """
    sort = request.GET.get("sort", "")
    key = keys.get(sort.removeprefix("-"))
    if key is None:
        return SortedLines(lines)
    result = SortedLines(in_order(lines, key, sort.startswith("-")))
    result.sort = sort
    return result


def _pages(rows, sort, goes_down, ties):
    if isinstance(sort, RowKey):
        return Paginator(sort.ordered(rows, goes_down), ROWS_TO_A_PAGE)
    by = sort_expression(rows, sort)
    ordered = rows.order_by(
        by.desc(nulls_last=True) if goes_down else by.asc(nulls_last=True),
        *ties,
        "-pk" if goes_down else "pk",
    )
    return ByKeys(ordered, ROWS_TO_A_PAGE)


def sort_expression(rows, sort):
    """The expression by which `rows` are sorted: `sort` itself, or that of the field it names.

    Words are in the order of the alphabet whatever the database, a choice in the order in which it
    is offered, a row of another table by what orders that table.
    """
    if not isinstance(sort, str):
        return sort
    try:
        sort, field = _field_of(rows.model, sort)
    except FieldDoesNotExist:
        return F(sort)
    if field.choices:
        cases = (When(**{sort: key}, then=Value(n)) for n, (key, _) in enumerate(field.flatchoices))
        return Case(*cases, default=None, output_field=models.IntegerField(null=True))
    if isinstance(field, models.CharField | models.TextField):
        return Lower(Collate(F(sort), COLLATIONS[connections[rows.db].vendor]))
    return F(sort)


def _field_of(model, path):
    """The path to a field of `model` and the field; that of a relation leads to what orders it."""
    field, names = None, path.split("__")
    for name in names:
        field = model._meta.pk if name == "pk" else model._meta.get_field(name)
        model = field.related_model or model
    if field.related_model:
        return _field_of_first(model, path)
    return path, field


def _field_of_first(model, path):
    first = next(iter(model._meta.ordering), "pk").removeprefix("-")
    rest, field = _field_of(model, first)
    return f"{path}__{rest}", field
