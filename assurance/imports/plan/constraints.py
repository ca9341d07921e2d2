"""Constraints of the database, checked for the rows that a file asks for, by reading alone.

The rules of a kind refuse such rows first, in words of their own. Any other row that breaks a
constraint is refused here by its number, and not by a statement that fails for the whole file.
"""

import operator
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache, reduce

from django.db.models import CheckConstraint, F, Model, Q, UniqueConstraint

from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Fault
from assurance.imports.plan.lookup import in_portions
from assurance.imports.plan.register import rows_of, stored_value
from assurance.imports.plan.things import Thing, Things, is_empty

KEEP_ONE = "Correct one of the two, or leave this row out."
COMPARES = {
    "exact": operator.eq,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
    "in": lambda value, several: value in several,
    "range": lambda value, ends: ends[0] <= value <= ends[1],
    "regex": lambda value, pattern: re.search(pattern, value) is not None,
}


def unwritable(things: Things, council: Council) -> Iterator[tuple[int, Fault]]:
    """(row number, `Fault`) of each row for which the database would refuse what it asks for."""
    index = defaultdict(list)
    for thing in things:
        if thing.key is None or thing.changes:
            index[thing.model].append(thing)
    for model, some in index.items():
        for thing, fault in _Rows(model, some, council).faults():
            for number in thing.rows:
                yield number, fault


def predicate(condition: Q) -> Callable[[dict], bool | None]:
    """The answer to a constraint's condition for a row, a dict of field → value as in the database.

    None where the database does not know; of the comparisons in `COMPARES`, and parts of dates.
    """
    parts = [
        predicate(item) if isinstance(item, Q) else _comparison(*item)
        for item in condition.children
    ]

    def joined(row):
        answers = [part(row) for part in parts]
        decides = condition.connector == Q.OR
        answer = decides if decides in answers else None if None in answers else not decides
        return answer if answer is None else answer != condition.negated

    return joined


def fields_of(condition: Q) -> set[str]:
    """The names of the fields that a condition speaks of."""
    names = set()
    for item in condition.children:
        if isinstance(item, Q):
            names |= fields_of(item)
        else:
            names |= {item[0].partition("__")[0], *([item[1].name] if _is_field(item[1]) else ())}
    return names


def _comparison(path, wanted):
    name, *parts = path.split("__")
    if parts == ["isnull"]:
        return lambda row: (row[name] is None) == wanted
    compare = COMPARES[parts.pop() if parts and parts[-1] in COMPARES else "exact"]

    def answer(row):
        value, other = row[name], row[wanted.name] if _is_field(wanted) else wanted
        if value is None or other is None:
            return None
        # What is left of the path are parts of a date.
        return compare(reduce(getattr, parts, value), other)

    return answer


def _is_field(value):
    return isinstance(value, F)


class _Rows:
    """The rows of one model as they would be written, by thing."""

    def __init__(self, model: type[Model], things: list[Thing], council: Council):
        self.model, self.things, self.council = model, things, council
        self.fields = {item.name: item for item in model._meta.concrete_fields}
        self.usual = {name: item.get_default() for name, item in self.fields.items()} | {"pk": None}

    def faults(self):
        """(Thing, `Fault`) of each constraint that a thing's row would break."""
        for constraint in self.model._meta.constraints:
            if isinstance(constraint, CheckConstraint):
                yield from self._contradictions(constraint.condition)
            elif isinstance(constraint, UniqueConstraint) and constraint.fields:
                yield from self._seconds(constraint)

    def _contradictions(self, condition):
        names, holds = sorted(fields_of(condition)), predicate(condition)
        known = {}
        for thing, values in self._after(names):
            if values not in known:
                known[values] = holds(dict(zip(names, values, strict=True)))
            if known[values] is False:
                yield thing, self._contradiction(names, thing)

    def _seconds(self, constraint):
        condition = constraint.condition or Q()
        names, holds = list(constraint.fields), predicate(condition)
        besides = sorted(fields_of(condition) - {*names})
        rows, own = {}, set()
        for thing, values in self._after([*names, *besides], unless_found_by=names):
            own.add(thing.key)
            key = values[: len(names)]
            if None in key or holds(dict(zip([*names, *besides], values, strict=True))) is False:
                continue
            other = rows.setdefault(key, thing)
            if other is not thing:
                yield thing, self._second(names, f"Row {min(other.rows)} of the file")
        for key in self._standing(constraint, names, rows, own):
            yield rows[key], self._second(names, "The register")

    def _standing(self, constraint, names, rows, own):
        """The keys of `rows` that a row of the register has, other than those being changed."""
        several = [name for name in names if name != "council"]
        place = names.index(several[-1])
        known = rows_of(self.model, self.council).filter(constraint.condition or Q())
        attributes = [self.fields[name].attname for name in names]
        for some in in_portions({key[place] for key in rows}):
            matches = known.filter(**{f"{several[-1]}__in": some}).values_list("pk", *attributes)
            for key, *values in matches:
                if key not in own and tuple(values) in rows:
                    yield tuple(values)

    def _after(self, names, unless_found_by=()):
        """(Thing, values of the fields `names`) of each thing that has any of them."""
        standing = self._before(names)
        found_by, every = {*unless_found_by, "council"}, {*names}
        told_of = lru_cache(None)(lambda *several: {name for some in several for name in some})
        usual = tuple(self.council.pk if name == "council" else self.usual[name] for name in names)
        values_of = self._new_values(names, usual)
        for thing in self.things:
            targets = told_of(thing.names, thing.finders)
            if thing.key is None and every.isdisjoint(targets):
                yield thing, usual
                continue
            is_found = found_by == told_of(thing.finders, ("council",))
            if (thing.key is None and is_found) or (thing.key and every.isdisjoint(thing.changes)):
                continue
            if thing.key is None:
                yield thing, values_of(thing)
                continue
            before, values = standing[thing.key], thing.identity | thing.values
            yield thing, tuple(self._value(thing, name, before, values) for name in names)

    def _new_values(self, names, usual):
        """The values of a thing that is to be added, of which nearly all are found alike."""
        fields = [self.fields.get(name) for name in names]

        @lru_cache(None)
        def places(told, finders):
            # A further value goes before one that finds the row; both are looked for from 0.
            every = [*finders, *told]
            last = {name: place for place, name in enumerate(every)}
            return [last.get(name) for name in names]

        def values_of(thing):
            every = (*thing.finder_values, *thing.further_values)
            return tuple(
                [
                    value if place is None else self._stored(field, every[place], value)
                    for field, place, value in zip(
                        fields, places(thing.names, thing.finders), usual, strict=True
                    )
                ]
            )

        return values_of

    @staticmethod
    def _stored(field, value, usual):
        if is_empty(value):
            return usual
        # No row that stands leads to one that is still to be added.
        is_new = value.__class__ is Thing and value.key is None
        return value if is_new else stored_value(field, value)

    def _value(self, thing, name, before, values):
        if name == "council" and name not in thing.finders:
            return self.council.pk
        value = values.get(name)
        if is_empty(value) or (thing.key and name not in thing.changes):
            return before[name]
        return self._stored(self.fields[name], value, before[name])

    def _before(self, names):
        keys = [thing.key for thing in self.things if thing.key and {*names} & {*thing.changes}]
        rows, result = rows_of(self.model, self.council), {}
        attributes = ["pk", *(self.fields[name].attname for name in names if name != "pk")]
        for some in in_portions(keys):
            for row in rows.filter(pk__in=some).values(*attributes):
                result[row["pk"]] = {
                    name: row["pk" if name == "pk" else self.fields[name].attname] for name in names
                }
        return result

    def _contradiction(self, names, thing):
        named = [name for name in names if name in thing.names or name in thing.finders]
        labels = [str(self.fields[name].verbose_name) for name in named or names if name != "pk"]
        wrong = f"The register cannot have this {self.model._meta.verbose_name}: "
        wrong += f"{' and '.join(labels)} do not go together" if labels[1:] else f"its {labels[0]}"
        return Fault((named or [""])[0], wrong, "Check these cells.")

    def _second(self, names, other):
        labels = [str(self.fields[name].verbose_name) for name in names if name != "council"]
        what = self.model._meta.verbose_name
        wrong = f"{other} has another {what} with the same {' and '.join(labels)}"
        return Fault(names[-1], wrong, KEEP_ONE)
