"""Writing what a plan found, set by set, and keeping what is needed to undo it."""

from collections import defaultdict

from django.core.serializers.json import DjangoJSONEncoder
from django.db import DataError, IntegrityError, connection, transaction

from assurance.imports.models import RowWritten
from assurance.imports.plan.new_records import NewRecords
from assurance.imports.plan.register import levels, stored_value
from assurance.imports.plan.things import Thing, is_empty
from assurance.imports.run.insertion import execute_each, insert_values
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
        self.tell, self.records = tell, NewRecords(council, on)
        # (Model, how, keys, place of the file) in the order of writing, and what changed rows held.
        self._written, self._before = [], defaultdict(dict)
        self._added = defaultdict(Keys)

    def write(self, plan, file=0):
        """Writes what `plan` found in the run's `file` at that place; raises `Refused`."""
        try:
            # A savepoint, so that the operation can still refuse with a sentence.
            with transaction.atomic():
                for level in levels(plan.things):
                    for model, things in _by_model(level).items():
                        self._add(model, [thing for thing in things if thing.key is None], file)
                        self._change(model, [thing for thing in things if thing.changes], file)
        except (IntegrityError, DataError) as error:
            raise Refused(TOGETHER) from error

    def keep(self, run):
        """Keeps account of every row, to tell where it came from and for undoing `run`."""
        with without_pauses():
            for model, how, keys, file in self._written:
                usual = {"run": run.pk, "model": model._meta.label, "how": how, "file": file}
                for some in batched(keys):
                    insert_values(RowWritten, list(self._accounts(model, some, usual)))

    def _accounts(self, model, keys, usual):
        known, changed = digests(model, keys), self._before[model]
        for key in keys:
            before = {"before": changed[key]} if key in changed else {}
            yield {**usual, "key": key, "digest": known[key], **before}

    def _add(self, model, things, file):
        for first in range(0, len(things), KEYS):
            self._tell(model, first, len(things))
            some = things[first : first + KEYS]
            keys = insert_values(model, [self.records.values(thing) for thing in some])
            for thing, key in zip(some, keys, strict=True):
                thing.key, thing.is_added = key, True
            self._written.append((model, ADDED, keys, file))
            self._added[model].update(keys)
        self._link(model, things)

    def _change(self, model, things, file):
        has_version = any(
            concrete_field.name == "version" for concrete_field in model._meta.concrete_fields
        )
        versions = _versions(model, [thing.key for thing in things]) if has_version else {}
        several = {item.name for item in model._meta.many_to_many}
        alike, new = defaultdict(list), []
        for thing in things:
            before = {name: was for name, (was, _) in thing.changes.items()}
            plain, values = tuple(sorted(set(thing.changes) - several)), thing.values
            now = [stored_value(model._meta.get_field(name), values[name]) for name in plain]
            alike[plain].append((*now, thing.key))
            if has_version:
                before["version"] = versions[thing.key]
            if self._is_first_change(model, thing.key, before):
                new.append(thing.key)
        self._written.append((model, CHANGED, new, file))
        for plain, rows in alike.items():
            update(model, plain, rows, ["version = version + 1"] if has_version else [])
        self._link(model, [thing for thing in things if several & set(thing.changes)])

    def _tell(self, model, done, of):
        named = model._meta.verbose_name_plural
        self.tell(f"Writing {named}: {done:,} of {of:,}. It is all or nothing until the end.")

    def _is_first_change(self, model, key, before):
        """True where the run had not written the row before; keeps its values of then."""
        values = {
            name: sorted(was) if isinstance(was, set) else was for name, was in before.items()
        }
        if key in self._before[model]:
            self._before[model][key] = {**values, **self._before[model][key]}
            return False
        if key in self._added[model]:
            return False
        self._before[model][key] = values
        return True

    def _link(self, model, things):
        for field in model._meta.many_to_many:
            criteria = {
                thing.key: [_key(value) for value in several]
                for thing in things
                if not is_empty(several := thing.values.get(field.name))
            }
            link(field, criteria)


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
    names = [concrete_field.attname for concrete_field in model._meta.concrete_fields]
    index, encode = {}, DjangoJSONEncoder(separators=(",", ":")).encode
    for some in batched(sorted(keys)):
        linked = [_linked(field, some) for field in model._meta.many_to_many]
        rows = model._base_manager.filter(pk__in=some).values_list("pk", *names)
        for key, *values in rows:
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
    rows = field.remote_field.through._default_manager.filter(**{f"{source}__in": keys})
    index = defaultdict(list)
    for key, other in rows.values_list(source, target):
        index[key].append(other)
    return index


def _by_model(things):
    index = defaultdict(list)
    for thing in things:
        index[thing.model].append(thing)
    return index


def _key(value):
    return value.key if isinstance(value, Thing) else value.pk


def _versions(model, keys):
    return {
        key: version
        for some in batched(sorted(keys))
        for key, version in model._base_manager.filter(pk__in=some).values_list("pk", "version")
    }
