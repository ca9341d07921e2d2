"""Legal reasons against a removal, asked for before rows about a person go. The app that keeps them
joins itself in its registration."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from django.db.models import Model

# Each gives, of a council, a model and keys of its rows on a day, key → the sentence that names the
# hold over the person that the row is about.
HOLDS: list[Callable[[Model, type[Model], Iterable, date], Mapping[int, str]]] = []


def held(council, model: type[Model], keys: Iterable, on: date) -> dict[int, str]:
    """Key → the sentence that names the hold, of those rows of `model` that are on hold on `on`."""
    keys = {*keys}
    return {key: text for hold in HOLDS for key, text in hold(council, model, keys, on).items()}


def why_held(record: Model, on: date) -> str:
    """The sentence that names the hold over the subject of `record`, or nothing."""
    return held(record.council, type(record), [record.pk], on).get(record.pk, "")


def why_any_held(council, keys_by_model: Mapping[type[Model], Iterable], on: date) -> str:
    """The same of rows of several models: the first sentence."""
    matches = (held(council, model, keys, on) for model, keys in keys_by_model.items())
    return next((text for rows in matches for _key, text in sorted(rows.items())), "")
