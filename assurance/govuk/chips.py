"""The filters of a list that are in use, each with the address of the list without it."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from assurance.govuk.dates import PARTS
from assurance.runtime.periods import say_short_day


@dataclass(frozen=True)
class Chip:
    """One filter in use: what the form calls it, what was chosen, the list's query without it."""

    label: str
    value: str
    query: str


def chips(form, query: QueryDict) -> list[Chip]:
    """A `Chip` for each filter of `form` that `query` asks for, in the order of the form."""
    chosen = form.in_use()
    return [
        Chip(
            _label(form.fields[name]), _value_text(form.fields[name], value), _without(query, name)
        )
        for name, value in chosen.items()
        if name in form.fields and not form[name].is_hidden and _is_in_query(query, name)
    ]


def query_without_filters(query: QueryDict) -> str:
    """The query of the same list in the same order without any filter."""
    stored = QueryDict(mutable=True)
    if "sort" in query:
        stored["sort"] = query["sort"]
    return stored.urlencode()


def _names(name):
    return (name, *(f"{name}_{part}" for part in PARTS))


def _is_in_query(query, name):
    return any(query.get(item) for item in _names(name))


def _without(query, name):
    rest = query.copy()
    for item in (*_names(name), "page"):
        rest.pop(item, None)
    return rest.urlencode()


def _label(field):
    return getattr(field, "label_in_use", field.label)


def _value_text(field, value):
    if isinstance(value, date):
        return say_short_day(value)
    if value is True:
        return "Yes"
    if isinstance(value, list | tuple):
        return ", ".join(_value_text(field, item) for item in value)
    return next((str(text) for key, text in _choices(field) if str(key) == _key(value)), str(value))


def _choices(field):
    for key, label in getattr(field, "choices", ()):
        yield from label if isinstance(label, list | tuple) else [(key, label)]


def _key(value):
    return str(getattr(value, "pk", value))
