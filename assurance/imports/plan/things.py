"""What the rows of a file ask for, each thing once however many rows speak of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from django.core.exceptions import ValidationError
from django.db.models import DateField, DecimalField, EmailField, IntegerField, Model, SlugField

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

    `finder_values` are the values of the fields `finders`, `further_values` those of the fields
    `names`: texts, days and numbers, rows of the database or other `Thing`s, in `further_values`
    lists of these too. `rows` are the numbers of the rows that speak of it, `differs` the fields in
    which they contradict each other. `key` is its row's, once it is known to stand, `place` that of
    a row to be added among those (`assurance.imports.run.portions`);
    `changes` maps each field to be changed to (before, after); `depth` is how many others lie below
    it.
    """

    # Names are shared by all things that are alike: a dict for each takes three times the memory.
    model: type
    finders: tuple
    finder_values: tuple
    new_only: bool
    names: tuple = ()
    further_values: tuple = ()
    rows: Sequence = ()
    differs: frozenset = frozenset()
    beside: bool = False
    key: int | None = None
    changes: Mapping = field(default_factory=lambda: NO_CHANGES)
    faults: tuple = ()
    place: int | None = None
    record: Model | None = None
    depth: int | None = None

    @property
    def identity(self) -> dict:
        """The fields that find it, with their values."""
        return dict(zip(self.finders, self.finder_values, strict=True))

    @property
    def values(self) -> dict:
        """The further fields that it is to have, with their values."""
        return dict(zip(self.names, self.further_values, strict=True))

    @property
    def state(self):
        """What bringing it in does: ``added``, ``changed`` or ``same``."""
        if self.key is None:
            return "changed" if self.beside else "added"
        return "changed" if self.changes else "same"


# What is a key as it is.
HASHED = PLAIN | {Thing}


class Things:
    """Every thing asked for, kind by kind, in the order of first being asked."""

    def __init__(self):
        self.of_row = {}
        # Model and names of what finds a thing → values → the thing.
        self._known = defaultdict(dict)
        self._said, self._orders, self._names = defaultdict(dict), {}, {}

    def __iter__(self) -> Iterator[Thing]:
        """Every thing, kind by kind."""
        for known in self._known.values():
            yield from known.values()

    def ask(self, number, wanted):
        """Takes in what row `number` asks for, an iterable of `TargetRow`."""
        row_things, rows = [], (number,)
        for item in wanted:
            self._thing(row_things, rows, item)
        self.of_row[number] = tuple(row_things)

    def refuse(self, numbers):
        """Forgets what the rows `numbers` ask for and what no other row does."""
        gone = set(numbers)
        dropped = {thing for number in gone for thing in self.of_row.pop(number, ())}
        for thing in dropped:
            thing.rows = [row for row in thing.rows if row not in gone]
        if dropped:
            for kind, known in self._known.items():
                self._known[kind] = {key: thing for key, thing in known.items() if thing.rows}

    def faults(self):
        """(row number, `Fault`) of rows that contradict others or that a field cannot hold."""
        for thing in self:
            for name in sorted(thing.differs):
                for number in thing.rows:
                    yield number, _differs(thing, name, number)
            for fault in thing.faults:
                for number in thing.rows:
                    yield number, fault

    def _thing(self, row_things, rows, target_row: TargetRow):
        finders, finder_values = self._all_held(row_things, rows, target_row.identity)
        kind, key = self._place(target_row.model, finders, finder_values)
        thing = self._known[kind].get(key)
        if thing is None:
            is_new_only, is_beside = target_row.new_only, target_row.beside
            thing = Thing(target_row.model, finders, finder_values, is_new_only, beside=is_beside)
            self._known[kind][key] = thing
            self._check(thing, finders, finder_values)
        thing.new_only = thing.new_only and target_row.new_only
        if thing not in row_things:
            row_things.append(thing)
            _speak_of(thing, rows)
        names, values = self._all_held(row_things, rows, target_row.values)
        self._check(thing, names, values)
        if not thing.names:
            thing.names, thing.further_values = names, values
        elif (names, values) != (thing.names, thing.further_values):
            self._merge(thing, zip(names, values, strict=True))
        return thing

    def _merge(self, thing, told):
        values = thing.values
        for name, value in told:
            record = values.get(name)
            if is_empty(record):
                values[name] = value
            elif not is_empty(value) and _key(record) != _key(value):
                thing.differs |= {name}
        thing.names, thing.further_values = self._one_of(tuple(values)), tuple(values.values())

    def _place(self, model, finders, finder_values):
        """The kind of a thing, one and the same for all that are found alike, and its key there."""
        ordered = self._orders.setdefault((model, frozenset(finders)), finders)
        values = finder_values
        if ordered is not finders:
            values = tuple([finder_values[finders.index(name)] for name in ordered])
        if any(value.__class__ not in HASHED for value in values):
            values = tuple(map(_key, values))
        return (model, ordered), values

    def _all_held(self, row_things, rows, fields):
        """Names and values of what a row asks for; alike names are one and the same tuple."""
        values = [
            value if value.__class__ in PLAIN else self._held(row_things, rows, value)
            for value in fields.values()
        ]
        return self._one_of(tuple(fields)), tuple(values)

    def _one_of(self, names):
        return self._names.setdefault(names, names)

    def _held(self, row_things, rows, value):
        if isinstance(value, TargetRow):
            return self._thing(row_things, rows, value)
        if isinstance(value, list | tuple | set | frozenset):
            return [self._held(row_things, rows, item) for item in value]
        return value

    def _check(self, thing, names, values):
        known = self._said[thing.model]
        for name, value in zip(names, values, strict=True):
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


def _speak_of(thing, rows):
    # Nearly all things of a large file are of one row alone, for which no list is kept.
    if not thing.rows:
        thing.rows = rows
    elif isinstance(thing.rows, tuple):
        thing.rows = [*thing.rows, *rows]
    else:
        thing.rows += rows


EMPTY = (str, list, tuple)
LIMITS = {
    "max_value": ("is too large", "Write {:,} or less."),
    "min_value": ("is too small", "Write {:,} or more."),
}
# How the values of a kind of field are written, the narrower kind first.
FORMATS = (
    (EmailField, "an e-mail address", "Write one such as name@council.example."),
    (SlugField, "a short name for an address", "Write letters, digits and hyphens alone."),
    (DateField, "a date", "Write one such as 31/12/2015."),
    (IntegerField, "a whole number", "Write digits alone, such as 12."),
    (DecimalField, "a number", "Write digits, such as 12.5."),
)


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
        wrong, right = _why_not_valid(model_field, error.error_list[0])
        return Fault(model_field.name, f"{label} {wrong}.", right)
    return None


def _why_not_valid(model_field, error):
    """The fault of a value that a field refuses by `error`, and words to write it right."""
    if error.code in LIMITS:
        wrong, right = LIMITS[error.code]
        return wrong, right.format(error.params["limit_value"])
    for kind, what, right in FORMATS:
        if isinstance(model_field, kind):
            return f"is not {what}", right
    return "is not written as it has to be", "Check the cell."


def _differs(thing, name, number):
    others = [str(row) for row in sorted(set(thing.rows)) if row != number][:3]
    label = str(thing.model._meta.get_field(name).verbose_name)
    what = thing.model._meta.verbose_name
    rows = f"row {others[0]}" if len(others) == 1 else f"rows {', '.join(others)}"
    has = "has another value" if len(others) == 1 else "have other values"
    wrong = f"{with_capital(rows)} of the file {has} for the same {what} ({label})."
    return Fault(name, wrong, "Keep one.")
