"""The summary on the page of a record: values, ways to change them, links to other records."""

from collections.abc import Iterable

from django.db.models import Manager, Model
from django.forms import RadioSelect
from django.urls import reverse

from assurance.accounts.models.accounts import User
from assurance.registers.declaration import Register
from assurance.registers.record_page.links import addresses_of
from assurance.registers.values import Named, fact_of, separator, value_of

# The attributes that name a row in a summary: “team.name” is the team, “team.service” is not.
NAMES = {"title", "name", "reference", "words"}


def summary_of(register: Register, record: Model, user: User) -> list[dict]:
    """The rows of the summary of `record`, each with the address of its `change` where `user` may
    change it. One that names other records has their `parts`, words and address of each, which is
    empty where `user` may open no page, and a `separator`."""
    change_of = _changes(register, record, user)
    rows, named = [], []
    for item in register.summary:
        value = value_of(record, item.read)
        rows.append({**fact_of(record, item, value), "change": change_of(item)})
        named.append(named_rows(record, item.read, value))
    addresses = addresses_of({part.row for parts in named for part in parts if part.row}, user)
    for row, parts in zip(rows, named, strict=True):
        if any(part.row in addresses for part in parts):
            words = [{"words": str(p), "address": addresses.get(p.row, "")} for p in parts]
            row |= {"parts": words, "separator": separator([part["words"] for part in words])}
    return rows


def named_rows(record, read, value) -> list[Named]:
    """The other rows that `read`, as in `value_of`, gives of `record` as its `value`, with their
    words; and words without a row that are shown among them."""
    if isinstance(value, str) and isinstance(read, str):
        way, _, last = read.rpartition(".")
        row = value_of(record, way) if way and last in NAMES else None
        return [Named(row, value)] if isinstance(row, Model) else []
    several = not isinstance(value, str | Manager) and isinstance(value, Iterable)
    return [_named(item) for item in (value if several else [value])]


def _changes(register, record, user):
    """The function of an item that gives the address where its value is changed, empty for none."""
    change = register.change_of(record, user)
    # A form leaves out what offers nothing to choose, which only a form that is made knows.
    query = register.form(council=user.council, record=record).fields if change else {}

    def change_of(item):
        page = item.page(record) if change and item.page else ""
        if page:
            return reverse(f"{register.namespace}:{page}", args=[record.pk])
        return f"{change}#{_anchor(item.field, query)}" if item.field in query else ""

    return change_of


def _anchor(name, query):
    return f"id_{name}_0" if isinstance(query[name].widget, RadioSelect) else f"id_{name}"


def _named(item):
    if isinstance(item, Named):
        return item
    return Named(item if isinstance(item, Model) else None, str(item))
