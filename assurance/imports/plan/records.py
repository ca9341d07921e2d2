"""What a row of a file may say of one record of the register, as a kind of file declares it.

A kind of file declares its `Record`s; from them follow what is looked up, refused, asked for and
given back, so that a subject writes only its own rules.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.db import models
from django.utils.text import slugify

from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Column, Values
from assurance.imports.plan.things import is_empty
from assurance.tables.cells import Choice, Day, Text, YesNo

# Characters of a text whose field has no limit.
LONGEST = 5_000


def of_model(column: Column, model: type) -> Column:
    """The column with the field of `model` that it fills, and how its cells are read."""
    name = column.field or column.name
    fields = {item.name: item for item in (*model._meta.concrete_fields, *model._meta.many_to_many)}
    if column.read and name not in fields:
        return column
    is_printed = name in getattr(model, "printed", ())
    read = column.read or _reader(fields[name], column, is_printed)
    return replace(column, field=name, read=read)


def _reader(model_field, column, is_printed):
    if column.titles:
        return Text(LONGEST, lines=True) if column.several else Text(column.titles.longest)
    if model_field.choices:
        labels = {value: label for value, label in model_field.flatchoices if value}
        also = column.words
        return Choice({value: (label, *also.get(value, ())) for value, label in labels.items()})
    if isinstance(model_field, models.DateField):
        return Day()
    if isinstance(model_field, models.BooleanField):
        return YesNo()
    if isinstance(model_field, models.TextField):
        return Text(column.longest or LONGEST, lines=True, printed=is_printed)
    return Text(model_field.max_length, printed=is_printed)


def slug_of(title: str) -> str:
    """The slug that a new record of this title has, as one that is typed."""
    return slugify(title)[:60]


@dataclass(frozen=True, eq=False)
class Record:
    """A record that rows speak of. `name` is that of its model unless stated.

    `by` finds it: columns, and names of records before it that it lies within. One with a `title`
    is found by the words of that column, as its title or its slug; `why_not_name(noun, slug,
    is_used)` refuses the name of a new one and `slug` makes it. One of the `shared` is spoken of
    by several rows, where one may speak for the others.

    - A row speaks of it that fills one of the columns `told_by`, all of its own unless stated.
    - A `link` that stands is led to without being asked for. One with `unknown`, (what is wrong,
      what is right) or a function of (values, reading) that gives them, is never added.
    - `withdrawn` gives the same of a withdrawn one; without it these are passed by.
    - `rows(council)` gives those that it is found among, the council's active ones unless stated.
    - A row of one that was erased is refused, but where its date in the column `dated` is later.
    - `arrange(rows, standing, reading)` fills in what the file as a whole decides, such as places
      of new records among the `standing` ones.
    - `identity(values, reading)` and `fields(values, reading, fields)` give further fields that
      find it, and the fields that it is to have, where columns alone do not say so.
    - `faults(fields)` gives (field, sentence) by the rules of a typed one, of the fields as they
      would stand.
    """

    model: type
    by: tuple[str, ...]
    columns: tuple[Column, ...] = ()
    name: str = ""
    noun: str = ""
    title: str = ""
    slug: Callable[[str], str] = slug_of
    why_not_name: Callable[[str, str, bool], str | None] | None = None
    rename: str = "Write it as the register has it, or in other words."
    shared: bool = False
    told_by: tuple[str, ...] = ()
    link: bool = False
    unknown: tuple[str, str] | Callable | None = None
    withdrawn: Callable[[object], tuple[str, str]] | None = None
    rows: Callable[[Council], object] | None = None
    dated: str = ""
    arrange: Callable | None = None
    identity: Callable | None = None
    fields: Callable | None = None
    faults: Callable[[Mapping], Iterable[tuple]] | None = None

    def __post_init__(self):
        meta = self.model._meta
        columns = tuple(of_model(column, self.model) for column in self.columns)
        values = {"name": self.name or meta.model_name, "noun": self.noun or meta.verbose_name}
        for name, value in {**values, "columns": columns}.items():
            object.__setattr__(self, name, value)

    def column(self, name: str) -> Column | None:
        """The column called `name`, or the one that fills the field of that name."""
        both = [item for item in self.columns if name in (item.name, item.field)]
        return min(both, key=lambda item: item.name != name, default=None)

    def is_told(self, values: Values) -> bool:
        """Whether a row speaks of it."""
        return any(not is_empty(values.get(name)) for name in self._told_by)

    @cached_property
    def _told_by(self):
        return self.told_by or tuple(column.name for column in self.columns)

    @cached_property
    def fills(self) -> dict[str, str]:
        """Column → the field that it fills, of those that do not find the record."""
        return {
            column.name: column.field
            for column in self.columns
            if column.field and column.name not in self.by
        }

    @cached_property
    def needed(self) -> tuple[Column, ...]:
        """The columns that a new one needs."""
        return tuple(column for column in self.columns if column.needed)

    @cached_property
    def leads(self) -> frozenset[str]:
        """The names of the model's fields, among them those that lead to other records."""
        return frozenset(item.name for item in self.model._meta.concrete_fields)

    @cached_property
    def is_looked_up(self) -> bool:
        """Whether anything depends on the one that stands."""
        hooks = (self.title, self.link, self.unknown, self.withdrawn, self.arrange)
        return any((*hooks, self.identity, self.faults, self.rows, self.needed))
