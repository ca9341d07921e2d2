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
    words: str
    query: str


def chips(form, query: QueryDict) -> list[Chip]:
    """A `Chip` for each filter of `form` that `query` asks for, in the order of the form."""
    chosen = form.chosen()
    return [
        Chip(form.fields[name].label, _words(form.fields[name], value), _without(query, name))
        for name, value in chosen.items()
        if name in form.fields and not form[name].is_hidden and _asked(query, name)
    ]


def query_without_filters(query: QueryDict) -> str:
    """The query of the same list in the same order without any filter."""
    kept = QueryDict(mutable=True)
    if "sort" in query:
        kept["sort"] = query["sort"]
    return kept.urlencode()


def _names(name):
    return (name, *(f"{name}_{part}" for part in PARTS))


def _asked(query, name):
    return any(query.get(item) for item in _names(name))


def _without(query, name):
    rest = query.copy()
    for item in (*_names(name), "page"):
        rest.pop(item, None)
    return rest.urlencode()


def _words(field, value):
    if isinstance(value, date):
        return say_short_day(value)
    if isinstance(value, list | tuple):
        return ", ".join(_words(field, item) for item in value)
    return next(
        (str(words) for key, words in _choices(field) if str(key) == _key(value)), str(value)
    )


def _choices(field):
    for key, words in getattr(field, "choices", ()):
        yield from words if isinstance(words, list | tuple) else [(key, words)]


def _key(value):
    return str(getattr(value, "pk", value))
