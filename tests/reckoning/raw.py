"""What a second reckoning is made of: rows as the database holds them, a question, an answer.

Nothing here or beside it imports a rule or a reading of the product, so that a mistake of theirs
cannot be made twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace

from tests.own_models import model_called

WHOLE = ""


class Raw:
    """Every row of the models that figures come from, each model read once."""

    def __init__(self):
        self._read, self._known = {}, {}

    def __getitem__(self, model):
        if model not in self._read:
            rows = model_called(model).objects.values()
            self._read[model] = [SimpleNamespace(**row) for row in rows.order_by("pk")]
        return self._read[model]

    def standing(self, model, council):
        """The rows of a council that were not withdrawn."""
        return [
            row for row in self[model] if row.council_id == council and row.withdrawn_on is None
        ]

    def by_pk(self, model):
        """Key → row."""
        return self.once(model, lambda: {row.id: row for row in self[model]})

    def of(self, model, parent, key):
        """The rows of a model that hang on one parent, such as the counts of a census."""
        grouped = self.once((model, parent), lambda: _grouped(self[model], parent))
        return grouped.get(key, [])

    def once(self, what, reckon):
        """What `reckon` gives, worked out the first time that it is asked for."""
        if what not in self._known:
            self._known[what] = reckon()
        return self._known[what]


@dataclass(frozen=True)
class Question:
    """Whose (a key), from when to when, of which population (a key or None), how far back."""

    council: int
    start: date
    end: date
    cohort: int | None = None
    since: date | None = None


@dataclass(frozen=True)
class Part:
    """One member: its count, its 'out of', (kind, key) of each row that its evidence names, and its
    own first and last day where members differ."""

    count: int
    base: int | None = None
    rows: frozenset = frozenset()
    days: tuple = ()


@dataclass(frozen=True)
class Answer:
    """Member → `Part`, and the days that the evidence speaks of."""

    members: Mapping[str, Part]
    start: date
    end: date
    cohort: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)


def named(kind, rows):
    """(kind, key) of each row."""
    return frozenset((kind, row.id) for row in rows)


def _grouped(rows, parent):
    grouped = {}
    for row in rows:
        grouped.setdefault(getattr(row, parent), []).append(row)
    return grouped
