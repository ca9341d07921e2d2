"""What stands in the register of the things that a file asks for: a query per model and fields that
find it, however many rows there are.
"""

from collections import defaultdict

from django.db import connection, models
from django.db.models import Model

from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Fault
from assurance.imports.plan.things import NO_CHANGES, PLAIN, Thing, Things, is_empty

# So many values fit into one statement's parameters; so many things are compared at a time.
IN_ONE_STATEMENT = 5_000
WITHDRAWN = "The record of this row was withdrawn and its reference cannot be used again."
SEVERAL = "Several rows of the register fit this row."


def rows_of(model, council: Council):
    """Every row of `model` that is `council`'s, or is reached through a row that is."""
    rows = model._default_manager.all()
    return rows.filter(council=council) if _has(model, "council") else rows


def compare(things: Things, council: Council, *, hold=False):
    """Finds each thing's row and what would change; `hold` locks it until the transaction ends."""
    for level in levels(things):
        groups = defaultdict(list)
        for thing in level:
            groups[(thing.model, thing.finders)].append(thing)
        for (model, names), group in groups.items():
            _Comparison(model, names, council, hold).compare(group)


def levels(things: Things) -> list[list[Thing]]:
    """The things in layers, each layer hanging on earlier ones alone."""

    def depth(thing):
        if thing.depth is None:
            # Most values are neither a thing nor several.
            other = [
                item
                for item in (*thing.finder_values, *thing.further_values)
                if item.__class__ not in PLAIN
            ]
            below = [item for item in flat(other) if item.__class__ is Thing]
            thing.depth = 1 + max(map(depth, below), default=-1)
        return thing.depth

    for thing in things:
        thing.depth = None
    layers = defaultdict(list)
    for thing in things:
        layers[depth(thing)].append(thing)
    return [layers[number] for number in sorted(layers)]


def flat(values):
    """The values, and what the lists among them hold."""
    for value in values:
        yield from value if isinstance(value, list) else (value,)


class _Comparison:
    """Things of one model that the same fields find, beside what stands."""

    def __init__(self, model, names, council, hold):
        self.model, self.names, self.council, self.hold = model, names, council, hold
        self.fields = {name: model._meta.get_field(name) for name in names}

    def compare(self, group):
        targets = sorted({name for names in {thing.names for thing in group} for name in names})
        plain = [name for name in targets if not self._is_several(name)]
        several = [name for name in targets if self._is_several(name)]
        if self.hold and connection.features.has_select_for_update:
            self._hold(group)
        for first in range(0, len(group), IN_ONE_STATEMENT):
            self._compare(group[first : first + IN_ONE_STATEMENT], plain, several)

    def _compare(self, group, plain, several):
        context = [self._told(thing) for thing in group]
        current, gone = self._standing({*context} - {None}, plain)
        linked = {name: self._linked(name, current) for name in several}
        for thing, values in zip(group, context, strict=True):
            row = current.get(values, []) if values is not None else []
            if len(row) > 1:
                thing.faults += (Fault("", SEVERAL, "Withdraw those that are too many."),)
            if row:
                self._differences(thing, row[0], plain, linked)
            elif values in gone and self._is_taken():
                thing.faults += (Fault("", WITHDRAWN, "Use another reference."),)

    def _told(self, thing):
        entries = []
        for item, value in zip(self.fields.values(), thing.finder_values, strict=True):
            if value.__class__ is Thing and value.key is None:
                return None
            entries.append(stored_value(item, value))
        return tuple(entries)

    def _hold(self, group):
        """Locks all that is to be compared, in one order, so that two imports wait for each other
        and never each for the other."""
        known = {values for thing in group if (values := self._told(thing)) is not None}
        if known:
            rows = rows_of(self.model, self.council).filter(**self._narrowest(known))
            rows = rows.select_for_update(of=("self",)).order_by("pk")
            for _key in rows.values_list("pk").iterator(chunk_size=2000):
                pass

    def _standing(self, known, plain):
        result, gone = defaultdict(list), set()
        if not known:
            return result, gone
        rows = rows_of(self.model, self.council).filter(**self._narrowest(known))
        attributes = [self.model._meta.get_field(name).attname for name in (*self.names, *plain)]
        withdrawn = ["withdrawn_on"] if _has(self.model, "withdrawn_on") else []
        read = rows.order_by("pk").values_list("pk", *withdrawn, *attributes)
        for key, *rest in read.iterator(chunk_size=2000):
            if withdrawn:
                withdrawn_on, *rest = rest
            entries = tuple(rest[: len(self.names)])
            if entries not in known:
                continue
            if withdrawn and withdrawn_on is not None:
                gone.add(entries)
            else:
                result[entries].append(
                    (key, dict(zip(plain, rest[len(self.names) :], strict=True)))
                )
        return result, gone

    def _narrowest(self, query):
        several = [
            (len(values), name, values)
            for place, name in enumerate(self.names)
            if None not in (values := {item[place] for item in query})
        ]
        if not several:
            return {}
        number, name, values = max(several, key=lambda item: (item[0], item[1]))
        return {f"{name}__in": values} if number <= IN_ONE_STATEMENT else {}

    def _differences(self, thing, result, plain, linked):
        thing.key, before = result
        if thing.new_only:
            return
        changes = {}
        for name, value in zip(thing.names, thing.further_values, strict=True):
            if is_empty(value):
                continue
            if name in linked:
                was, now = linked[name].get(thing.key, set()), set(_keys(value))
            else:
                was, now = before[name], stored_value(self.model._meta.get_field(name), value)
            is_new = isinstance(value, Thing) and value.key is None
            if is_new or was != now:
                changes[name] = (was, now)
        thing.changes = changes or NO_CHANGES

    def _linked(self, name, current):
        through = self.model._meta.get_field(name).remote_field.through
        field = self.model._meta.get_field(name)
        source, target = field.m2m_column_name(), field.m2m_reverse_name()
        keys = [key for value in current.values() for key, _ in value]
        rows = through._default_manager.all()
        if len(keys) <= IN_ONE_STATEMENT:
            rows = rows.filter(**{f"{source}__in": keys})
        linked = defaultdict(set)
        for key, other in rows.values_list(source, target):
            linked[key].add(other)
        return linked

    def _is_several(self, name):
        return self.model._meta.get_field(name).many_to_many

    def _is_taken(self):
        # A withdrawn row still holds its reference where the database counts it too.
        return any(
            isinstance(constraint, models.UniqueConstraint)
            and constraint.condition is None
            and constraint.fields
            and set(constraint.fields) <= {"council", *self.names}
            for constraint in self.model._meta.constraints
        )


def stored_value(model_field, value):
    """`value` as `model_field` holds it: a row by its key, None for one still to be added."""
    if isinstance(value, Thing):
        return value.key
    if isinstance(value, Model):
        return value.pk
    return model_field.to_python(value)


def _keys(values):
    return [value.key if isinstance(value, Thing) else value.pk for value in values]


def _has(model, name):
    return any(concrete_field.name == name for concrete_field in model._meta.concrete_fields)
