"""Copies of rows with all that belongs to them, made by SQL: of a person with their checks, of a
report with its editions, of a whole council. On SQLite and on PostgreSQL.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

from assurance.accounts.models.accounts import Council
from reports.publication.models.passages import A_PAPER

# A published edition takes no further rows: what belongs to one goes in ahead of it.
AHEAD = ("editions.EditionFile", "editions.Provenance")
# What is everybody's, or a process's own.
LEFT = ("contenttypes", "django_tasks_database", "service", "axes", "sign_in.Session")
# The keys of these begin with those of the rows that they belong to, by so many.
WIDE = {"publication.Passage": A_PAPER}
OWN = "own_{}"


@dataclass
class Copied:
    """What is copied: `rows` of a model, `number` times. `changed` is label of a model → column →
    an expression over the row `o` and the number `n.n` of its copy, from 1."""

    rows: models.QuerySet
    number: int
    changed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __post_init__(self):
        self.root = self.rows.model
        self.owned: list[type[models.Model]] = []
        self.stride = 0

    @property
    def is_of_council(self) -> bool:
        """Whether councils are copied, whose slug other rows hold as text."""
        return self.root is Council


def copy(rows: models.QuerySet, number: int, changed: Mapping | None = None) -> int:
    """Makes `number` copies of each of `rows` with all that belongs to it; how many rows were
    added in all.

    A row belongs to another that it cannot be without. Keys and references within what is copied
    are moved together; what has to be unique is made so.
    """
    copied = Copied(rows, number, changed or {})
    with transaction.atomic(), connection.cursor() as cursor:
        _own(cursor, copied)
        ordered = sorted(copied.owned, key=lambda model: model._meta.label not in AHEAD)
        added = sum(_insert(cursor, copied, model) for model in ordered)
        for statement in connection.ops.sequence_reset_sql(no_style(), copied.owned):
            cursor.execute(statement)
        for model in copied.owned:
            cursor.execute(f"DROP TABLE {_own_table(model)}")
    return added


def days_before(column: str, days: str) -> str:
    """The expression of a date so many days before that of `column` of the row that is copied."""
    if connection.vendor == "postgresql":
        return f'o."{column}" - ({days})'
    return f"date(o.\"{column}\", '-' || ({days}) || ' days')"


def _day(column):
    """The expression of the number of a day."""
    if connection.vendor == "postgresql":
        return f"{column} - date '2000-01-01'"
    return f"CAST(julianday({column}) AS integer)"


def _own(cursor, copied):
    """Puts the keys of every row that is copied into a table for each model, beginning with the
    root's."""
    keys = ", ".join(str(key) for key in copied.rows.order_by().values_list("pk", flat=True))
    _keep_own(cursor, copied, copied.root, f"{_key(copied.root)} IN ({keys or 'NULL'})")
    waiting = [model for model in _all_models() if model is not copied.root]
    while placed := [model for model in waiting if _belonging(copied, model)]:
        for model in placed:
            _keep_own(cursor, copied, model, " OR ".join(_belonging(copied, model)))
            waiting.remove(model)


def _all_models():
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if not model._meta.proxy and model._meta.managed
        if not {model._meta.app_label, model._meta.label} & {*LEFT}
    ]


def _belonging(copied, model):
    """The conditions under which a row of `model` belongs to what is copied."""
    relations = [field for field in _relations(model) if field.remote_field.model in copied.owned]
    # A list may be a council's or everybody's: its rows need not have the council that they have.
    conditions = [_is_own(field) for field in relations if not field.null or copied.is_of_council]
    if copied.is_of_council and _column_of_slug(model):
        slugs = f"SELECT slug FROM {Council._meta.db_table} WHERE id IN (SELECT id FROM "
        conditions.append(f"council IN ({slugs}{_own_table(Council)}))")
    return conditions


def _keep_own(cursor, copied, model, where):
    table, key = model._meta.db_table, _key(model)
    chosen = f'SELECT {key} AS id FROM "{table}" o WHERE {where}'
    cursor.execute(f"CREATE TEMPORARY TABLE {_own_table(model)} AS {chosen}")
    copied.owned.append(model)
    if not model._meta.pk.is_relation and model._meta.label not in WIDE:
        cursor.execute(f'SELECT max({key}) FROM "{table}"')
        copied.stride = max(copied.stride, (cursor.fetchone()[0] or 0) + 1)


def _insert(cursor, copied, model):
    """Adds the copies of one model's rows; how many."""
    moved = {
        field.column: _moved(copied, field)
        for field in _relations(model)
        if _is_moved(copied, field)
    }
    key = model._meta.pk
    if not key.is_relation:
        wide = WIDE.get(model._meta.label, 1)
        moved[key.column] = f"o.{_key(model)} + CAST(n.n AS bigint) * {copied.stride * wide}"
    if named := copied.is_of_council and _column_of_slug(model):
        moved[named] = f"n.n || '-' || o.\"{named}\""
    changed = copied.changed.get(model._meta.label, {})
    values = {**_distinct(model, {**moved, **changed}), **moved, **changed}
    columns = [field.column for field in model._meta.local_concrete_fields]
    names = ", ".join(f'"{column}"' for column in columns)
    chosen = ", ".join(values.get(column, f'o."{column}"') for column in columns)
    cursor.execute(
        f'INSERT INTO "{model._meta.db_table}" ({names}) '
        "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n "
        f"WHERE n < {int(copied.number)}) "
        f'SELECT {chosen} FROM n, "{model._meta.db_table}" o '
        f"WHERE o.{_key(model)} IN (SELECT id FROM {_own_table(model)})"
    )
    return cursor.rowcount


def _distinct(model, moved):
    """Column → expression of what must not be the same in two copies."""
    values = {}
    for names in _uniques(model):
        columns = [model._meta.get_field(name) for name in names]
        if not {field.column for field in columns} & {*moved, *values}:
            values |= _numbered(model, columns, moved[model._meta.pk.column])
    return values


def _numbered(model, columns, key):
    """The first text of `columns` with the new key of its row before it, else the first number
    above all that there are, else the first day before them."""
    for candidate in columns:
        if isinstance(candidate, models.CharField | models.TextField):
            text = f"({key}) || '-' || o.\"{candidate.column}\""
            text = f"substr({text}, 1, {candidate.max_length})" if candidate.max_length else text
            return {
                candidate.column: f"CASE WHEN o.\"{candidate.column}\" = '' THEN '' ELSE {text} END"
            }
    for candidate in columns:
        own = f'"{candidate.column}") FROM "{model._meta.db_table}"'
        if isinstance(candidate, models.IntegerField):
            return {candidate.column: f'o."{candidate.column}" + n.n * (SELECT 1 + max({own})'}
        if isinstance(candidate, models.DateField):
            column = f'"{candidate.column}"'
            span = f"max({_day(column)}) - min({_day(column)}"
            days = f'n.n * (SELECT 1 + {span}) FROM "{model._meta.db_table}")'
            return {candidate.column: days_before(candidate.column, days)}
    return {}


def _uniques(model):
    """The names of fields that are unique together."""
    yield from ((field.name,) for field in model._meta.local_concrete_fields if field.unique)
    yield from model._meta.unique_together
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
            yield constraint.fields


def _relations(model):
    return [field for field in model._meta.local_concrete_fields if field.is_relation]


def _is_moved(copied, relation):
    return relation.remote_field.model in copied.owned


def _moved(copied, relation):
    column = f'o."{relation.column}"'
    return f"CASE WHEN {_is_own(relation)} THEN {column} + n.n * {copied.stride} ELSE {column} END"


def _is_own(relation):
    return f'o."{relation.column}" IN (SELECT id FROM {_own_table(relation.remote_field.model)})'


def _column_of_slug(model):
    """The column that has the slug of a council as text; empty where there is none."""
    if model is Council:
        return "slug"
    texts = (field for field in model._meta.local_concrete_fields if not field.is_relation)
    return next((field.column for field in texts if field.name == "council"), "")


def _own_table(model):
    return f'"{OWN.format(model._meta.db_table)}"'


def _key(model):
    return f'"{model._meta.pk.column}"'
