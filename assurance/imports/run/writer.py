"""Writing what a plan found, set by set, and keeping what is needed to undo it."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.core.serializers.json import DjangoJSONEncoder
from django.db import DataError, IntegrityError, connection, transaction
from django.db.models import Field

from assurance.imports.models import RowWritten
from assurance.imports.run.insertion import NONE, execute_each, insert_columns
from assurance.imports.run.portions import Portion
from assurance.records.proofs.rows import as_text, rows_of_keys
from assurance.records.refusals import Refused
from assurance.runtime.databases.written import Keys, note
from assurance.runtime.keyed_digests import keyed_digest
from assurance.tables.collector import without_pauses

ADDED, CHANGED = RowWritten.ADDED, RowWritten.CHANGED
BATCH = 500
# As many keys as every database takes in one statement.
KEYS = 5_000
TOGETHER = (
    "These rows conflict with the register: two of them, or one of them and a row "
    "that is there already, have the same reference, or dates that exclude each "
    "other."
)


class RunWriter:
    """The rows that a run adds and changes; lives inside one transaction."""

    def __init__(self, council, on, tell):
        self.tell, self.usual = tell, {"council": council.pk, "created_on": on}
        # (Model, how, keys, place of the file) in the order of writing, and what changed rows held.
        self._written, self._before = [], defaultdict(dict)
        self._added = defaultdict(Keys)

    def write(self, portions: Iterable[Portion], file=0):
        """Writes the `portions` of the run's `file` at that place; raises `Refused`."""
        # The key of each row that they add, for those that lead to it.
        keys = array("q")
        try:
            # A savepoint, so that the operation can still refuse with a sentence.
            with transaction.atomic():
                for portion in portions:
                    (self._add if portion.is_added else self._change)(portion, keys, file)
        except (IntegrityError, DataError) as error:
            raise Refused(TOGETHER) from error

    def keep(self, run):
        """Keeps account of every row, to tell where it came from and for undoing `run`."""
        with without_pauses():
            for model, how, keys, file in self._written:
                usual = {"run": run.pk, "model": model._meta.label, "how": how, "file": file}
                for some in batched(keys):
                    columns = {name: [value] * len(some) for name, value in usual.items()}
                    known, changed = digests(model, some), self._before[model]
                    columns |= {"key": some, "digest": [known[key] for key in some]}
                    if changed:
                        columns["before"] = [changed.get(key, NONE) for key in some]
                    insert_columns(RowWritten, columns, len(some))

    def _add(self, portion, added, file):
        self._tell(portion)
        model, linked = portion.model, {item.name for item in portion.model._meta.many_to_many}
        fields = {item.name: item for item in model._meta.concrete_fields}
        columns = {name: [value] * portion.number for name, value in self.usual.items()}
        columns |= {
            name: with_keys(fields[name], _with_defaults(values, portion.lacks.get(name)), added)
            for name, values in portion.columns.items()
            if name not in linked
        }
        named = {name: values for name, values in columns.items() if name in fields}
        keys = insert_columns(model, named, portion.number)
        added.extend(keys)
        self._written.append((model, ADDED, keys, file))
        self._added[model].update(keys)
        self._link(portion, keys, added)

    def _change(self, portion, added, file):
        model, new = portion.model, []
        fields = {item.name: item for item in model._meta.concrete_fields}
        columns = {
            name: with_keys(fields[name], values, added)
            for name, values in portion.columns.items()
            if name in fields
        }
        lacks = {name: {*portion.lacks.get(name, ())} for name in columns}
        version = [name for name in ("version",) if name in fields]
        now, alike = _values_now(model, portion.keys, [*columns, *version]), defaultdict(list)
        for place, (key, before) in enumerate(zip(portion.keys, portion.before, strict=True)):
            _refuse_moved(before, now.get(key))
            plain = tuple(name for name in sorted(columns) if place not in lacks[name])
            alike[plain].append((*(columns[name][place] for name in plain), key))
            before = {**before, **{name: now[key][name] for name in version}}
            if self._is_first_change(model, key, before):
                new.append(key)
        self._written.append((model, CHANGED, new, file))
        for plain, rows in alike.items():
            update(model, plain, rows, [f"{name} = {name} + 1" for name in version])
        self._link(portion, portion.keys, added)

    def _tell(self, portion):
        named = portion.model._meta.verbose_name_plural
        done = f"{portion.first:,} of {portion.total:,}"
        self.tell(f"Writing {named}: {done}. It is all or nothing until the end.")

    def _is_first_change(self, model, key, before):
        """True where the run had not written the row before; keeps its values of then."""
        if key in self._before[model]:
            self._before[model][key] = {**before, **self._before[model][key]}
            return False
        if key in self._added[model]:
            return False
        self._before[model][key] = before
        return True

    def _link(self, portion, keys, added):
        for field in portion.model._meta.many_to_many:
            several = zip(keys, portion.columns.get(field.name, ()), strict=False)
            link(
                field,
                {key: [_key(item, added) for item in some] for key, some in several if some},
            )


def link(field, criteria):
    """Makes `wanted`, key → keys, the rows that a many-to-many `field` leads to."""
    through = field.remote_field.through
    source, target = field.m2m_column_name(), field.m2m_reverse_name()
    pairs = {(key, other) for key, others in criteria.items() for other in others}
    gone = []
    for some in batched(sorted(criteria)):
        rows = through._default_manager.filter(**{f"{source}__in": some})
        for row, key, other in rows.values_list("pk", source, target):
            if (key, other) in pairs:
                pairs.discard((key, other))
            else:
                gone.append(row)
    for some in batched(gone):
        through._default_manager.filter(pk__in=some).delete()
    new = [through(**{source: key, target: other}) for key, other in sorted(pairs)]
    through._default_manager.bulk_create(new, batch_size=BATCH)


def update(model, names, rows, also=()):
    """Writes `rows`, each its values of the fields `names` and its key; `also` is set in each."""
    quote = connection.ops.quote_name
    fields = [model._meta.get_field(name) for name in names]
    items = [*(f"{quote(field.column)} = %s" for field in fields), *also]
    if not rows or not items:
        return
    ready = [(*_ready(fields, values), key) for *values, key in rows]
    text = f"UPDATE {quote(model._meta.db_table)} SET {', '.join(items)}"
    with connection.cursor() as cursor:
        execute_each(cursor, f"{text} WHERE {quote(model._meta.pk.column)} = %s", ready)
    note(connection, model, [key for *_values, key in rows])


def digests(model, keys):
    """Key → a keyed digest of the whole row, many-to-many rows included; none without a row."""
    return {key: keyed_digest(text) for key, text in row_texts(model, keys).items()}


def row_texts(model, keys):
    """Key → the whole row as text, many-to-many rows included; none without a row."""
    names = [*map(as_text, model._meta.concrete_fields)]
    index, encode = {}, DjangoJSONEncoder(separators=(",", ":")).encode
    for some in batched(sorted(keys)):
        linked = [_linked(field, some) for field in model._meta.many_to_many]
        for key, *values in rows_of_keys(model, some).values_list("pk", *names):
            entries = [*values, *(sorted(item[key]) for item in linked)]
            index[key] = encode(entries)
    return index


def batched(keys):
    """The keys in parts that one statement takes."""
    return [keys[first : first + KEYS] for first in range(0, len(keys), KEYS)]


def _ready(fields, values):
    pairs = zip(fields, values, strict=True)
    return [field.get_db_prep_save(value, connection) for field, value in pairs]


def _linked(field, keys):
    source, target = field.m2m_column_name(), field.m2m_reverse_name()
    rows = rows_of_keys(field.remote_field.through, keys, source)
    index = defaultdict(list)
    for key, other in rows.values_list(source, target):
        index[key].append(other)
    return index


def with_keys(field: Field, values: Sequence, added: Sequence[int]) -> Sequence:
    """The values of a field's column, each row that the plan adds by the key that it was given."""
    if not field.is_relation:
        return values
    return [value if value is None or value is NONE else _key(value, added) for value in values]


def _with_defaults(values, lacking):
    if lacking:
        values = list(values)
        for place in lacking:
            values[place] = NONE
    return values


def _key(value, added):
    # Keys are above nothing, places among those that the plan adds below.
    return added[-value - 1] if value < 0 else value


def _values_now(model, keys, names):
    """Key → the values of some fields as the database has them."""
    attributes = [model._meta.get_field(name).attname for name in names]
    return {
        key: dict(zip(names, values, strict=True))
        for some in batched(sorted(keys))
        for key, *values in rows_of_keys(model, some).values_list("pk", *attributes)
    }


def _refuse_moved(before, now):
    if now is None or any(now[name] != was for name, was in before.items() if name in now):
        raise Refused(TOGETHER)
