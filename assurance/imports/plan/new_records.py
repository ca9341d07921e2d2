"""Records of things that the register does not have yet, made and not saved."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.db.models import Field, Model

from assurance.accounts.models.accounts import Council
from assurance.imports.plan.things import Thing, is_empty


class NewRecords:
    """Makes the records of things that are to be added to `council` on a day."""

    def __init__(self, council: Council, on: date):
        self.council, self.on = council, on
        self._fields = {}

    def of(self, thing: Thing) -> Model:
        """The record of a thing, the same each time; its key alone where the register has it."""
        if thing.record is None and thing.key is None:
            values = {
                name: self.of(value) if isinstance(value, Thing) else value
                for name, value in self.told(thing)
            }
            _, usual = self._of_model(thing.model)
            thing.record = thing.model(**{**usual, **values})
        return thing.record or thing.model(pk=thing.key)

    def told(self, thing: Thing) -> Iterator[tuple[str, object]]:
        """(Field, value) of a new row, where that is not the field's default."""
        fields, _ = self._of_model(thing.model)
        for pair in ((thing.names, thing.further_values), (thing.finders, thing.finder_values)):
            for name, value in zip(*pair, strict=True):
                # An empty cell leaves a field as it is made, which is not None where words stand.
                if name in fields and (not is_empty(value) or _is_none(fields[name], value, thing)):
                    yield name, value

    def _of_model(self, model) -> tuple[Mapping[str, Field], Mapping[str, object]]:
        if model not in self._fields:
            fields = {item.name: item for item in model._meta.concrete_fields}
            usual = {"council": self.council, "created_on": self.on}
            self._fields[model] = fields, {name: usual[name] for name in usual if name in fields}
        return self._fields[model]


def _is_none(field, value, thing):
    # What finds a row is written as it will be looked for.
    return field.name in thing.finders and (field.null or value is not None)
