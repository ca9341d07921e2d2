"""What a subject declares to have its five pages: list, record, add, change, withdraw.

A register is data. Its pages are in `pages`, its addresses in `urls`; what differs is here alone.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from django.core.exceptions import FieldDoesNotExist
from django.db.models import DateField, Expression, JSONField
from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.govuk.lists import RowKey
from assurance.records import operations
from assurance.registers import values
from assurance.registers.bulk_change import Bulk

# Model → the first register of it, which has its records' pages; and every register.
KNOWN, REGISTERS = {}, []
VERBS = {"Record": "Added", "Add": "Added", "Change": "Changed", "Withdraw": "Withdrawn"}
VERBS["Undo withdrawal"] = "Withdrawal undone"


@dataclass(frozen=True)
class Column:
    """A column of the list and of its CSV file. `read` is as in `words.value_of`.

    `sort` is the field that the header sorts by, `name` the word for it in the address; a column
    that reads a field sorts by it without being told. `order` says by what one sorts that reads no
    field: an expression of the database, what makes it for a page, or a `RowKey` of few rows; its
    `sort` is the word alone. `link` marks the column that leads to the record. `free_text` is left
    out of the file unless asked for, since it may be about a person; `file_only` is in it alone.
    """

    label: str
    read: str | Callable
    sort: str = ""
    kind: str = ""
    link: bool = False
    free_text: bool = False
    file_only: bool = False
    order: Expression | RowKey | Callable | None = None

    @property
    def name(self):
        """The word that stands for the column in an address."""
        return self.sort.replace("__", "_")

    @property
    def expression(self):
        """The expression by which the column sorts, where it reads no field."""
        return self.order() if callable(self.order) else self.order


@dataclass(frozen=True)
class Item:
    """A row of the record page's summary; `field` is the form's field that its Change link leads
    to, none for what cannot be changed there; `page(record)` the name of the page of its own where
    it is changed, empty while it cannot be. A `folded` row, such as a name made of the title, opens
    on a press. A row that `lapses`, always or by a function of the record, is left out while
    it is empty, where that is no gap."""

    label: str
    read: str | Callable
    field: str = ""
    folded: bool = False
    lapses: bool | Callable = False
    page: Callable | None = None


def columns(names, *, sorts=False, **how):
    """A `Column` for each field in a text of `names`, called as in the form; `sorts` by each."""
    return tuple(Column("", name, sort=name if sorts else "", **how) for name in names.split())


def items(names, **how):
    """An `Item` for each of the form's fields in a text of `names`, called as the form calls it."""
    return tuple(Item("", name, name, **how) for name in names.split())


@dataclass(frozen=True)
class Parent:
    """The register whose record this one lies within, and the name of the field that says so."""

    register: "Register"
    field: str


@dataclass(frozen=True)
class Register:
    """One kind of record and its pages.

    `form(data, *, council, record, parent, version)` is a `RecordForm`, `filters(data, *, council)`
    a `ListFilters`. The operations take keywords alone:
    `add(council=, by=, on=, **fields)` (with the parent under its field's name),
    `change(record=, version=, by=, on=, **fields)`,
    `withdraw(record=, version=, because=, by=, on=)`; each gives the row as it is then. They are
    those of `assurance.records.operations` where the subject has none of its own, and None for
    what cannot be: a record that something else makes has no add page.

    `reading` is the permission of the list, file and record pages where others may read than may
    change; those are shown no way to change anything.

    `name` stands before the pages' names (`total` gives `audits:total-list`) and `path` before
    their addresses; both are empty for a subject's first register. `related` is what
    `select_related` fetches, `fetched` what `prefetch_related` does. `also(request, record)` gives
    more for the record page's template, which a subject may replace:
    `templates/<namespace>/<name->record.html` comes before `templates/registers/record.html`, and
    so for every page; its folder is named like the app, which is the namespace.
    `add_form` is the form of a new record where it asks for more. `bulk` says what several records
    may be changed in at once, None for nothing. `verbs` gives further words for what history says
    was done (the last part of its `what`, such as “Record”). `manager` names the model's manager.
    """

    namespace: str
    model: type
    permission: Permission
    noun: str
    plural: str
    form: type
    summary: tuple[Item, ...]
    add: Callable | None = operations.create
    change: Callable | None = operations.change
    withdraw: Callable | None = operations.withdraw
    bulk: Bulk | None = None
    filters: type | None = None
    columns: tuple[Column, ...] = ()
    first: str = "-pk"
    name: str = ""
    path: str = ""
    parent: Parent | None = None
    reading: Permission | None = None
    related: tuple[str, ...] = ()
    fetched: tuple[str, ...] = ()
    also: Callable = lambda request, record: {}
    verbs: Mapping[str, str] = field(default_factory=dict)
    manager: str = "objects"
    add_form: type | None = None

    def __post_init__(self):
        KNOWN.setdefault(self.model, self)
        REGISTERS.append(self)
        for part in ("columns", "summary"):
            object.__setattr__(self, part, tuple(map(self._labelled, getattr(self, part))))
        object.__setattr__(self, "columns", tuple(map(self._by_field, self.columns)))
        if not hasattr(self.model, "withdrawn_on"):
            object.__setattr__(self, "withdraw", None)
        if self.add is operations.create:
            object.__setattr__(self, "add", partial(operations.create, model=self.model))

    @property
    def a_noun(self):
        """The noun with its article."""
        return f"{'an' if self.noun[0].lower() in 'aeiou' else 'a'} {self.noun}"

    @property
    def reads_with(self):
        """The permission of the pages that only show."""
        return self.reading or self.permission

    def may_change(self, user, record=None):
        """Whether `user` may change records, and `record`, where one is given, still stands."""
        return may(user, self.permission) and (record is None or values.can_change(record))

    def rows(self, user):
        """The records that `user` may see, with what a page says of them fetched at once."""
        rows = getattr(self.model, self.manager).visible_to(user).select_related(*self.related)
        return rows.prefetch_related(*self.fetched)

    def page_name(self, page):
        """The name of one of the pages, without the namespace."""
        return f"{self.name}-{page}" if self.name else page

    def address(self, page, *keys):
        """The address of one of the pages, with the key of a record or of its parent."""
        return reverse(f"{self.namespace}:{self.page_name(page)}", args=keys)

    def home_of(self, record):
        """Where one goes back to from `record`: its parent's page, else the list."""
        if self.parent:
            key = getattr(record, f"{self.parent.field}_id")
            return self.parent.register.address("record", key)
        return self.address("list")

    def templates(self, page):
        """The template of a page: the subject's own where it has one."""
        return [f"{self.namespace}/{self.page_name(page)}.html", f"registers/{page}.html"]

    @property
    def sorts(self):
        """Word in the address → field, for `assurance.govuk.lists.listed`."""
        usual = self.first.removeprefix("-")
        named = {
            column.name: column.expression or self._own_name(column.sort)
            for column in self.columns
            if column.sort
        }
        return {usual: self._own_name(usual), **named}

    @property
    def shown_columns(self):
        """The columns of the list page."""
        return [column for column in self.columns if not column.file_only]

    @property
    def has_free_text(self):
        """Whether the file can hold free words about a person."""
        return any(column.free_text for column in self.columns)

    def columns_of_file(self, with_free_text):
        """The columns of the CSV file."""
        return [column for column in self.columns if with_free_text or not column.free_text]

    def lines(self, records, user):
        """The list's rows: per record its cells as `values.cell_of` and the addresses of its page
        and, while it stands and `user` may change it, of its change."""
        pairs = values.with_summary(self.shown_columns, self.summary)
        return [
            {
                "record": record,
                "cells": [values.cell_of(record, *pair) for pair in pairs],
                "address": self.address("record", record.pk),
                "change": self.change_of(record, user),
                "may_choose": bool(self.bulk) and self.may_change(user, record),
            }
            for record in records
        ]

    def facts_of(self, record):
        """The rows of the summary list without any link."""
        return [
            values.fact_of(record, item, values.value_of(record, item.read))
            for item in self.summary
        ]

    def label_of(self, words_of_field):
        """What the form calls a field that history calls `words_of_field` (“Audited on”)."""
        return getattr(self._field(words_of_field), "label", "") or words_of_field

    def say_told(self, words_of_field, value):
        """What a page says for a value as history holds it: a choice in the form's words."""
        query = self._field(words_of_field)
        if hasattr(query, "say_kept") and value:
            return query.say_kept(value)
        choices = {} if hasattr(query, "queryset") else dict(getattr(query, "choices", ()))
        if isinstance(value, list):
            value = [choices.get(x, x) if isinstance(x, Hashable) else x for x in value]
        return (isinstance(value, Hashable) and choices.get(value)) or values.say_told(value)

    def verb_of(self, what):
        """What a page says for what history says was done (“Record”)."""
        return {**VERBS, **self.verbs}.get(what, what)

    def _field(self, words_of_field):
        return self.form.base_fields.get(words_of_field.lower().replace(" ", "_"))

    def _labelled(self, part):
        if part.label:
            return part
        choices = {field.name for field in self.model._meta.fields if field.choices}
        read = f"get_{part.read}_display" if part.read in choices else part.read
        return replace(part, label=self.form.base_fields[part.read].label, read=read)

    def _by_field(self, column):
        """The column, sorted by the field that it reads where nothing else is declared, and known
        as one of dates where the field is one."""
        if not isinstance(column.read, str):
            return column
        name = column.read.removeprefix("get_").removesuffix("_display")
        try:
            field = self.model._meta.get_field(self._own_name(name))
        except FieldDoesNotExist:
            return column
        kind = column.kind or ("date" if isinstance(field, DateField) else "")
        in_words = field.many_to_many or isinstance(field, JSONField) or not field.concrete
        return replace(column, kind=kind, sort=column.sort or ("" if in_words else name))

    def _own_name(self, sort):
        field, way, rest = sort.partition("__")
        return f"{getattr(self.model, 'aliases', {}).get(field, field)}{way}{rest}"

    def change_of(self, record, user):
        """The address of the form that changes `record`; empty where `user` may not."""
        offered = self.change and self.may_change(user, record)
        return self.address("change", record.pk) if offered else ""
