"""What stands in the register of the things that a file asks for: a query per model and fields that
find it, however many rows there are.
"""

from collections import defaultdict

from django.db import models
from django.db.models import Model

from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Fault
from assurance.imports.plan.things import Thing, Things, is_empty

# More than fit into one statement's parameters: then every row of the council is read, once.
IN_ONE_STATEMENT = 5_000
WITHDRAWN = "What this row speaks of was withdrawn and its reference cannot be used again."
SEVERAL = "Several rows of the register fit this row."


def rows_of(model, council: Council):
    """Every row of `model` that is `council`'s, or is reached through a row that is."""
    rows = model._default_manager.all()
    return rows.filter(council=council) if _has(model, "council") else rows


def compare(things: Things, council: Council, *, hold=False):
    """Finds each thing's row and says what of it would change; `hold` keeps the rows from being
    changed by others until the transaction ends."""
    for level in levels(things):
        groups = defaultdict(list)
        for thing in level:
            groups[(thing.model, tuple(sorted(thing.identity)))].append(thing)
        for (model, names), group in groups.items():
            _Comparison(model, names, council, hold).compare(group)


def levels(things: Things) -> list[list[Thing]]:
    """The things in layers, each layer hanging on earlier ones alone."""
    depths = {}

    def depth(thing):
        if id(thing) not in depths:
            told = [*thing.identity.values(), *thing.values.values()]
            below = [one for one in flat(told) if isinstance(one, Thing)]
            depths[id(thing)] = 1 + max(map(depth, below), default=-1)
        return depths[id(thing)]

    layers = defaultdict(list)
    for thing in things.by_key.values():
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
        wanted = sorted({name for thing in group for name in thing.values})
        plain = [name for name in wanted if not self._is_several(name)]
        several = [name for name in wanted if self._is_several(name)]
        asked = {id(thing): told for thing in group if (told := self._told(thing)) is not None}
        standing, gone = self._standing(asked, plain)
        linked = {name: self._linked(name, standing) for name in several}
        for thing in group:
            told = asked.get(id(thing))
            found = standing.get(told, []) if told is not None else []
            if len(found) > 1:
                thing.faults.append(Fault("", SEVERAL, "Withdraw those that are too many."))
            if found:
                self._differences(thing, found[0], plain, linked)
            elif told in gone and self._is_taken():
                thing.faults.append(Fault("", WITHDRAWN, "Use another reference."))

    def _told(self, thing):
        told = []
        for name, one in self.fields.items():
            value = thing.identity[name]
            if isinstance(value, Thing) and value.key is None:
                return None
            told.append(held(one, value))
        return tuple(told)

    def _standing(self, asked, plain):
        found, gone = defaultdict(list), set()
        if not asked:
            return found, gone
        rows = rows_of(self.model, self.council)
        rows = rows.filter(**self._narrowest(set(asked.values())))
        if self.hold:
            rows = rows.select_for_update(of=("self",))
        attributes = [self.model._meta.get_field(name).attname for name in (*self.names, *plain)]
        withdrawn = ["withdrawn_on"] if _has(self.model, "withdrawn_on") else []
        known = set(asked.values())
        read = rows.order_by("pk").values_list("pk", *withdrawn, *attributes)
        for key, *rest in read.iterator(chunk_size=2000):
            if withdrawn:
                withdrawn_on, *rest = rest
            told = tuple(rest[: len(self.names)])
            if told not in known:
                continue
            if withdrawn and withdrawn_on is not None:
                gone.add(told)
            else:
                found[told].append((key, dict(zip(plain, rest[len(self.names) :], strict=True))))
        return found, gone

    def _narrowest(self, asked):
        several = [
            (len(values), name, values)
            for place, name in enumerate(self.names)
            if None not in (values := {told[place] for told in asked})
        ]
        if not several:
            return {}
        number, name, values = max(several, key=lambda one: (one[0], one[1]))
        return {f"{name}__in": values} if number <= IN_ONE_STATEMENT else {}

    def _differences(self, thing, found, plain, linked):
        thing.key, before = found
        if thing.new_only:
            return
        for name, value in thing.values.items():
            if is_empty(value):
                continue
            if name in linked:
                was, now = linked[name].get(thing.key, set()), set(_keys(value))
            else:
                was, now = before[name], held(self.model._meta.get_field(name), value)
            is_new = isinstance(value, Thing) and value.key is None
            if is_new or was != now:
                thing.changes[name] = (was, now)

    def _linked(self, name, standing):
        through = self.model._meta.get_field(name).remote_field.through
        field = self.model._meta.get_field(name)
        source, target = field.m2m_column_name(), field.m2m_reverse_name()
        keys = [key for found in standing.values() for key, _ in found]
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
            isinstance(one, models.UniqueConstraint)
            and one.condition is None
            and set(one.fields) <= {"council", *self.names}
            for one in self.model._meta.constraints
        )


def held(model_field, value):
    """`value` as the register holds it in `model_field`: another row by its key, None for a row
    that is still to be added."""
    if isinstance(value, Thing):
        return value.key
    if isinstance(value, Model):
        return value.pk
    return model_field.to_python(value)


def _keys(values):
    return [one.key if isinstance(one, Thing) else one.pk for one in values]


def _has(model, name):
    return any(one.name == name for one in model._meta.concrete_fields)
