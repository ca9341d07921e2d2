"""What the rows of a file ask for, each thing once however many rows speak of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from django.core.exceptions import ValidationError
from django.db.models import Model

from assurance.imports.declaration import Fault, TargetRow
from assurance.runtime.typography import with_capital

# What is a value by itself, and neither a row nor several of them.
PLAIN = frozenset({str, int, bool, float, date, type(None)})
# Shared by the things that do not change, which are nearly all of a large file.
NO_CHANGES = MappingProxyType({})
# So many different values of a model are known to be allowed; beyond, they are weighed again.
MOST_KNOWN = 20_000


@dataclass(eq=False, slots=True)
class Thing:
    """A row of the register that rows of the file ask for.

    `identity` and `values` map fields to values, rows of the database or other `Thing`s, in
    `values` lists of these too; `rows` are the numbers of the rows that speak of it, `differs` the
    fields in which they contradict each other. `key` is its row's, once it is known to stand or
    `is_added`;
    `changes` maps each field to be changed to (before, after).
    """

    model: type
    identity: dict
    new_only: bool
    values: dict = field(default_factory=dict)
    rows: Sequence = ()
    differs: frozenset = frozenset()
    beside: bool = False
    key: int | None = None
    changes: Mapping = field(default_factory=lambda: NO_CHANGES)
    faults: tuple = ()
    is_added: bool = False
    record: Model | None = None

    @property
    def state(self):
        """What bringing it in does: ``added``, ``changed`` or ``same``."""
        if self.key is None:
            return "changed" if self.beside else "added"
        return "changed" if self.changes else "same"


class Things:
    """Every thing asked for, in the order of first being asked; each before what hangs on it."""

    def __init__(self):
        self.by_key = {}
        self.of_row = {}
        self._said, self._orders = defaultdict(dict), {}

    def ask(self, number, wanted):
        """Takes in what row `number` asks for, an iterable of `TargetRow`."""
        self.of_row[number] = []
        for item in wanted:
            self._thing(number, item)

    def refuse(self, numbers):
        """Forgets what the rows `numbers` ask for and what no other row does."""
        gone = set(numbers)
        for number in gone:
            for thing in self.of_row.pop(number, ()):
                thing.rows = [row for row in thing.rows if row not in gone]
        self.by_key = {key: thing for key, thing in self.by_key.items() if thing.rows}

    def faults(self):
        """(row number, `Fault`) of rows that contradict others or that a field cannot hold."""
        for thing in self.by_key.values():
            for name in sorted(thing.differs):
                for number in thing.rows:
                    yield number, _differs(thing, name, number)
            for fault in thing.faults:
                for number in thing.rows:
                    yield number, fault

    def _thing(self, number, target_row: TargetRow):
        identity = self._all_held(number, target_row.identity)
        names = self._in_order(identity)
        key = (target_row.model, names, *[_key(identity[name]) for name in names])
        thing = self.by_key.get(key)
        if thing is None:
            made = Thing(target_row.model, identity, target_row.new_only, beside=target_row.beside)
            thing = self.by_key[key] = made
            self._check(thing, identity)
        thing.new_only = thing.new_only and target_row.new_only
        if thing not in self.of_row[number]:
            self.of_row[number].append(thing)
            _speak_of(thing, number)
        values = self._all_held(number, target_row.values)
        self._check(thing, values)
        if not thing.values:
            thing.values = values
            return thing
        for name, value in values.items():
            record = thing.values.get(name)
            if is_empty(record):
                thing.values[name] = value
            elif not is_empty(value) and _key(record) != _key(value):
                thing.differs |= {name}
        return thing

    def _in_order(self, identity):
        """The names of what finds a thing, one and the same tuple for all that are found alike."""
        names = tuple(identity)
        if names not in self._orders:
            self._orders[names] = tuple(sorted(names))
        return self._orders[names]

    def _all_held(self, number, fields):
        return {
            name: value if value.__class__ in PLAIN else self._held(number, value)
            for name, value in fields.items()
        }

    def _held(self, number, value):
        if isinstance(value, TargetRow):
            return self._thing(number, value)
        if isinstance(value, list | tuple | set | frozenset):
            return [self._held(number, item) for item in value]
        return value

    def _check(self, thing, values):
        known = self._said[thing.model]
        for name, value in values.items():
            if is_empty(value):
                continue
            if value.__class__ not in PLAIN and isinstance(value, Thing | Model | list):
                continue
            # 1 and True are one key, and not one value.
            entry = (name, value.__class__, value)
            if entry not in known:
                if len(known) >= MOST_KNOWN:
                    known.clear()
                known[entry] = _why_not_hold(thing.model._meta.get_field(name), value)
            if (fault := known[entry]) and fault not in thing.faults:
                thing.faults += (fault,)


def _speak_of(thing, number):
    # Nearly all things of a large file are of one row alone, for which no list is kept.
    if not thing.rows:
        thing.rows = (number,)
    elif isinstance(thing.rows, tuple):
        thing.rows = [*thing.rows, number]
    else:
        thing.rows.append(number)


EMPTY = (str, list, tuple)


def is_empty(value):
    """Whether a value leaves what stands as it is."""
    return value is None or (not value and isinstance(value, EMPTY))


def _key(value):
    if isinstance(value, Thing):
        return id(value)
    if isinstance(value, Model):
        return (value.__class__, value.pk)
    if isinstance(value, list):
        return frozenset(_key(item) for item in value)
    return value


def _why_not_hold(model_field, value):
    label = with_capital(str(model_field.verbose_name))
    if model_field.choices and value not in dict(model_field.flatchoices):
        return Fault(model_field.name, f"{label} is none of the values that are allowed here.")
    try:
        model_field.run_validators(model_field.to_python(value))
    except ValidationError as error:
        # Django's own words may repeat the value; what was asked of it never does.
        longest = getattr(model_field, "max_length", None)
        if longest and isinstance(value, str) and len(value) > longest:
            right = f"Shorten it to {longest} characters."
            return Fault(model_field.name, f"{label} is {len(value)} characters long.", right)
        limits = {item.code for item in error.error_list} & {"max_value", "min_value"}
        wrong = "is too large or too small" if limits else "is not written as it has to be"
        return Fault(model_field.name, f"{label} {wrong}.", "Check the cell.")
    return None


def _differs(thing, name, number):
    others = [str(row) for row in sorted(set(thing.rows)) if row != number][:3]
    label = str(thing.model._meta.get_field(name).verbose_name)
    what = thing.model._meta.verbose_name
    rows = f"row {others[0]}" if len(others) == 1 else f"rows {', '.join(others)}"
    has = "has another value" if len(others) == 1 else "have other values"
    wrong = f"{with_capital(rows)} of the file {has} for the same {what} ({label})."
    return Fault(name, wrong, "Keep one.")
