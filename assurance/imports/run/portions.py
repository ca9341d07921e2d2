"""Rows that a plan writes, as columns of some of them each: a check keeps these, and an import into
an unchanged register writes them without reading and comparing the file a second time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.apps import apps
from django.db.models import Model

from assurance.imports.plan.new_records import NewRecords
from assurance.imports.plan.register import levels
from assurance.imports.plan.things import PLAIN, Thing, Things

ROWS = 5_000


@dataclass
class Portion:
    """Rows of one model that are added, or that are changed; `total` of the model so, the first of
    these at `first`.

    `columns` maps a field to a value for each row, `lacks` a field to the places, from 0, of rows
    that give none. A row that a value leads to is its key, or, where the plan adds it, its
    place among all rows added, counted from -1 downwards. Of changed rows there are `keys`, and
    `before` each the values that its fields had.
    """

    model: type[Model]
    number: int
    first: int
    total: int
    columns: dict[str, list]
    lacks: dict[str, list[int]] = field(default_factory=dict)
    keys: Sequence[int] = ()
    before: Sequence[Mapping] = ()

    @property
    def is_added(self) -> bool:
        """True where its rows are new."""
        return not self.keys

    def as_values(self) -> dict:
        """Itself as values that `staging` can pack."""
        return {**vars(self), "model": self.model._meta.label}

    @classmethod
    def of_values(cls, values: Mapping) -> "Portion":
        """The portion that gave these values."""
        return cls(**{**values, "model": apps.get_model(values["model"])})


def portions_of(things: Things, records: NewRecords) -> Iterator[Portion]:
    """The portions of what the things of a plan add and change, in the order of writing."""
    added = 0
    for level in levels(things):
        by_model = defaultdict(list)
        for thing in level:
            by_model[thing.model].append(thing)
        for model, some in by_model.items():
            new = [thing for thing in some if thing.key is None]
            # Those of this level lead to earlier ones alone.
            for place, thing in enumerate(new, added + 1):
                thing.place = -place
            added += len(new)
            yield from _portions(model, new, _new_values(records))
            changed = [thing for thing in some if thing.changes]
            yield from _portions(model, changed, _changed_values, is_changed=True)


def _portions(model, things, values_of, is_changed=False):
    for first in range(0, len(things), ROWS):
        some = things[first : first + ROWS]
        columns, lacks = _columns([values_of(thing) for thing in some])
        portion = Portion(model, len(some), first, len(things), columns, lacks)
        if is_changed:
            portion.keys = [thing.key for thing in some]
            portion.before = [_before(thing) for thing in some]
        yield portion


def _columns(rows: Sequence[Iterable[tuple]]):
    columns, lacks, number = {}, {}, len(rows)
    for place, row in enumerate(rows):
        for name, value in row:
            if name not in columns:
                columns[name] = [LACKING] * number
            columns[name][place] = value if value.__class__ in PLAIN else _reference(value)
    for name, values in columns.items():
        if LACKING in values:
            lacks[name] = [place for place, value in enumerate(values) if value is LACKING]
            columns[name] = [None if value is LACKING else value for value in values]
    return columns, lacks


LACKING = object()


def _reference(value):
    if isinstance(value, Thing):
        return value.place if value.key is None else value.key
    if isinstance(value, Model):
        return value.pk
    return [_reference(item) for item in value] if isinstance(value, list) else value


def _new_values(records):
    def values_of(thing):
        yield from records.told(thing)
        for name, value in zip(thing.names, thing.further_values, strict=True):
            if value.__class__ is list and value and thing.model._meta.get_field(name).many_to_many:
                yield name, value

    return values_of


def _changed_values(thing):
    values, get_field = thing.values, thing.model._meta.get_field
    for name in thing.changes:
        value = values[name]
        yield name, get_field(name).to_python(value) if value.__class__ in PLAIN else value


def _before(thing):
    return {
        name: sorted(was) if isinstance(was, set) else was
        for name, (was, _) in thing.changes.items()
    }
