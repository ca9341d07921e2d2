"""Putting the register back as it was before a run, exactly, or saying why that cannot be."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

from django.apps import apps
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from assurance.imports.models import ImportRun, RowWritten
from assurance.imports.run.writer import batched, link, row_texts, update
from assurance.records.personal import Personal
from assurance.records.withdrawals.quoted_changes import QuotedChange
from assurance.runtime.keyed_digests import has_digest, keyed_digest
from assurance.runtime.periods import say_day

MOST_KEYS = 3
# What a row is called by, unless it identifies a person: that goes with the row.
NAMED_BY = ("reference", "title", "name")
HARMLESS = (Personal.NONE, Personal.PSEUDONYM)


class RunReversal:
    """The rows that a run added and changed, on their way back."""

    def __init__(self, run: ImportRun):
        self.run = run
        rows = run.rows_written.exclude(how=RowWritten.WHOLE)
        self.rows = list(rows.order_by("pk"))
        self.keys = defaultdict(set)
        self.added = defaultdict(set)
        for row in self.rows:
            model = apps.get_model(row.model)
            self.keys[model].add(row.key)
            if row.how == RowWritten.ADDED:
                self.added[model].add(row.key)

    @property
    def is_forgotten(self):
        """Whether what undoing needs was erased in time."""
        return any(not row.digest for row in self.rows)

    def why_not(self):
        """The sentence that refuses it, or None: rows changed since, or rows that stand on them."""
        for model, keys in self.keys.items():
            changed = self._changed_since(model, keys)
            if changed:
                return (
                    f"{_rows_text(model, changed)} changed or removed since the file was imported. "
                    "Undo later files first, or change the rows by hand."
                )
        for model, keys in self.added.items():
            for text in _standing_on(model, keys, self.keys):
                return f"{text} since the file was imported. Move or withdraw that first."
        return None

    def keep_names(self):
        """Keeps the name of each row in place of what undoing needs of it."""
        for model in self.keys:
            written = self.run.rows_written.filter(model=model._meta.label)
            written.update(before={}, name=_name_of(model))

    def put_back(self):
        """Writes the values as they were and removes what was added, in the order reversed."""
        for model in self.keys:
            changed = [row for row in self.rows if row.how == RowWritten.CHANGED]
            self._restore(model, [row for row in changed if row.model == model._meta.label])
        added = [row for row in reversed(self.rows) if row.how == RowWritten.ADDED]
        for label, rows in groupby(added, key=lambda row: row.model):
            portions = batched([row.key for row in rows])
            manager = apps.get_model(label)._base_manager
            for some in portions:
                _untie(manager.filter(pk__in=some))
            for some in portions:
                manager.filter(pk__in=some).delete()

    def _changed_since(self, model, keys):
        now, label = row_texts(model, keys), model._meta.label
        rows = (row for row in self.rows if row.model == label)
        return [
            row.key for row in rows if not (row.key in now and has_digest(now[row.key], row.digest))
        ]

    def _restore(self, model, rows):
        several = {item.name: item for item in model._meta.many_to_many}
        alike, linked = defaultdict(list), defaultdict(dict)
        for row in rows:
            plain = tuple(sorted(set(row.before) - set(several)))
            values = [
                _stored_value(model._meta.get_field(name), row.before[name]) for name in plain
            ]
            alike[plain].append((*values, row.key))
            for name in set(row.before) & set(several):
                linked[name][row.key] = row.before[name]
        for plain, ready in alike.items():
            update(model, plain, ready)
        for name, target in linked.items():
            link(several[name], target)


def _name_of(model):
    """The name of a row of `model`, which the database reads for each row written of it."""
    fields = {item.name for item in model._meta.concrete_fields}
    usual = (name for name in NAMED_BY if name in fields)
    named_by = next((name for name in usual if model.personal.get(name) in HARMLESS), None)
    if named_by is None:
        return ""
    row = model._base_manager.order_by().filter(pk=OuterRef("key"))
    return Coalesce(Subquery(row.values(named_by)), Value(""))


def _untie(rows):
    """Lets rows that go lead to no other of their own kind, which may go with them."""
    for field in rows.model._meta.concrete_fields:
        if field.related_model is rows.model and field.null:
            rows.filter(**{f"{field.name}__isnull": False}).update(**{field.name: None})


def rekeyed(rows: Iterable[RowWritten]) -> list[RowWritten]:
    """Those of `rows` that are as their runs left them, each with its digest under the digest key
    in use."""
    result = []
    for label, some in groupby(rows, key=lambda row: row.model):
        some = list(some)
        texts = row_texts(apps.get_model(label), {row.key for row in some})
        same = (row for row in some if row.key in texts and has_digest(texts[row.key], row.digest))
        for row in same:
            row.digest = keyed_digest(texts[row.key])
            result.append(row)
    return result


def _stored_value(field, value):
    # A row that is led to is kept by its key, as JSON holds it.
    return (field.target_field if field.is_relation else field).to_python(value)


def _standing_on(model, keys, written):
    for relation in model._meta.related_objects:
        other = relation.related_model
        # What the run itself added goes, and what it changed leads back to where it led.
        own = written.get(other, set())
        if relation.many_to_many:
            through = relation.through
            source = relation.field.m2m_column_name()
            target = relation.field.m2m_reverse_name()
        else:
            through, source, target = other, "pk", relation.field.attname
        for some in batched(sorted(keys)):
            rows = through._base_manager.filter(**{f"{target}__in": some})
            matches = {key for key in rows.values_list(source, flat=True) if key not in own}
            if matches:
                yield f"{_rows_text(other, sorted(matches))} tied to what was added"


def _rows_text(model, keys):
    named = model._meta.verbose_name if len(keys) == 1 else model._meta.verbose_name_plural
    display = ", ".join(str(key) for key in keys[:MOST_KEYS])
    more = "…" if len(keys) > MOST_KEYS else ""
    verb = "was" if len(keys) == 1 else "were"
    return f"{len(keys)} {named} ({display}{more}) {verb}"


def why_not_stood_on(changes: list[QuotedChange]) -> str | None:
    """The sentence that refuses to undo files that issued figures were counted from, or None."""
    for change in changes:
        return (
            f"“{change.edition}”, published on {say_day(change.issued_on)}, quotes a figure "
            f"that was counted from these files ({change.title}). Leave them, and withdraw or "
            "correct the wrong records: the edition then shows the changes since."
        )
    return None
