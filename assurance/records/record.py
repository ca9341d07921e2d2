"""What every record has: a council, a version for two people at once, withdrawal for deletion."""

from contextlib import contextmanager
from functools import reduce
from operator import attrgetter, or_

from django.conf import settings
from django.db import models
from django.db.models import F, Max, Q

from assurance.records.personal import Personal
from assurance.records.refusals import Refused, refuse_if
from assurance.runtime.typography import with_marks


class RecordQuerySet(models.QuerySet):
    """Readings that every kind of record has."""

    def visible_to(self, user):
        """The records of `user`'s own council; none for somebody signed out or without one."""
        return self.filter(council_id=getattr(user, "council_id", None))

    def of(self, council):
        """The records of `council`, for figures and commands."""
        return self.filter(council=council)

    def active(self):
        """Those that have not been withdrawn: all that may be counted or quoted."""
        return self.filter(withdrawn_on__isnull=True)

    def in_state(self, state):
        """Those standing (an empty `state`), those `withdrawn`, or `every` one: a list's filter."""
        if state == "every":
            return self
        return self.filter(withdrawn_on__isnull=not state)

    def with_words(self, text, *fields):
        """Those that hold `text` in one of `fields`; all where it is empty."""
        if not text:
            return self
        return self.filter(reduce(or_, (Q(**{f"{field}__icontains": text}) for field in fields)))

    def where(self, **lookups):
        """Those that fit each of the look-ups that has a value."""
        return self.filter(**{name: value for name, value in lookups.items() if value})

    def filtered(self):
        """All of them; a kind of record with filters of its own takes them by keyword."""
        return self


OTHERS = "Choose one of your own council."
WITHDRAWN = "This record was withdrawn and cannot be changed."


class FutureValues:
    """What a record would hold with `fields` saved: field → value, None for none, rows of many."""

    def __init__(self, record, fields):
        self.record, self.fields = record, fields

    def __getitem__(self, name):
        if name in self.fields:
            return self.fields[name]
        if self.record.pk is None and name in {row.name for row in self.record._meta.many_to_many}:
            return ()
        value = getattr(self.record, name, None)
        return value.all() if hasattr(value, "all") else value

    def get(self, name):
        """The same as by its name in brackets, for rules that read mappings."""
        return self[name]

    def of(self, names):
        """Name → value of some of the fields."""
        return {name: self[name] for name in names}


class RecordedModel(models.Model):
    """The abstract base of what `assurance.records.operations` create, change and withdraw.

    `history_prefix` (its kind in history where empty) and `history_verbs` (of creation, change and
    withdrawal) make what history says was done. `field_faults` gives pairs of field and sentence;
    `once` names fields of which there may be one record that stands, `duplicate_error` is the
    sentence then, `unchangeable` the one once it was withdrawn, `instead_of_undo` what to do where
    that is not undone, `why_not_reason` refuses words of a withdrawal. `parent_field` names what it
    is in, `parent_withdrawn` refuses it, `aliases` name fields in forms, `printed` typographic
    ones."""

    aliases, parent_field, printed = {}, "", ("title", "text", "wording", "source")
    history_prefix, history_verbs = "", ("record", "change", "withdraw")
    field_faults, why_not_reason = staticmethod(lambda values: ()), staticmethod(lambda text: None)
    once, duplicate_error, unchangeable = (), "", WITHDRAWN
    instead_of_undo = "Add a new record instead."
    parent_withdrawn = "This {noun} was withdrawn: nothing can be added to it."

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        for alias, name in cls.aliases.items():
            setattr(cls, alias, _attribute_of(name))

    @classmethod
    def field_names(cls):
        """The names of its fields, many-to-many ones and aliases included."""
        fields = (*cls._meta.concrete_fields, *cls._meta.many_to_many)
        return {*cls.aliases, *(field.name for field in fields)}

    @classmethod
    def why_not_within(cls, parent):
        """The sentence that refuses a new one within `parent`, or None."""
        if not getattr(parent, "is_withdrawn", False):
            return None
        return cls.parent_withdrawn.format(parent=parent, noun=parent._meta.verbose_name)

    def derived_fields(self, values):
        """Field → value of what follows from `values` and is saved with them."""
        return {}

    def faults(self, values):
        """Pairs of field and sentence of what refuses `values`, `FutureValues` of the record; an
        empty sentence refuses nothing."""
        yield from self.field_faults(values)
        if self.once:
            fields = values.of(self.once).items()
            same = self.others().filter(**{self.aliases.get(key, key): v for key, v in fields})
            same = same.active() if hasattr(self, "withdrawn_on") else same
            yield self.once[-1], self.duplicate_error if same.exists() else None

    def withdrawal_faults(self):
        """Pairs of field and sentence of what refuses that it is withdrawn."""
        return ()

    def history_changes(self, changes):
        """The `changes` as history may show them."""
        return changes

    @property
    def history_name(self):
        """What history calls it: unlike any other of its kind, for ever, and no person's name."""
        return f"{self._meta.verbose_name} {self.pk}"

    def others(self):
        """The other records of its kind in its council, withdrawn ones included."""
        return type(self)._default_manager.of(self.council).exclude(pk=self.pk)


def _attribute_of(name):
    return property(attrgetter(name), lambda record, value: setattr(record, name, value))


def checked_fields(record, fields):
    """The `fields` of `record` with those that follow from them; raises `Refused` at a row of
    another council and at the first of its `faults`, `TypeError` at a name that is no field."""
    if unknown := set(fields) - record.field_names():
        raise TypeError(f"{type(record).__name__} has no {', '.join(sorted(unknown))}")
    fields = with_marks(fields, record.printed)
    fields = {**fields, **record.derived_fields(FutureValues(record, fields))}
    for name, value in fields.items():
        rows = value if isinstance(value, list | tuple) else [value]
        refuse_if(OTHERS if any(_is_of_another(record.council, row) for row in rows) else "", name)
    for name, sentence in record.faults(FutureValues(record, fields)):
        refuse_if(sentence, name)
    return fields


def _is_of_another(council, row):
    own = getattr(row, "council_id", None) or getattr(getattr(row, "council", None), "pk", None)
    return own not in (None, council.pk)


class UnversionedRecord(RecordedModel):
    """The abstract base of a council's record that is withdrawn and never deleted. `council` and
    `withdrawn_by` have no way back."""

    personal = {
        "created_on": Personal.NONE,
        "withdrawn_on": Personal.NONE,
        "withdrawn_because": Personal.MAY,
    }

    council = models.ForeignKey("accounts.Council", on_delete=models.PROTECT, related_name="+")
    created_on = models.DateField(editable=False)
    withdrawn_on = models.DateField(null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )
    withdrawn_because = models.TextField(blank=True, default="", editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    withdrawn_on__isnull=True, withdrawn_by__isnull=True, withdrawn_because=""
                )
                | (
                    Q(withdrawn_on__isnull=False, withdrawn_by__isnull=False)
                    & ~Q(withdrawn_because="")
                ),
                name="%(class)s_withdrawal_is_whole",
            ),
        ]

    @property
    def is_withdrawn(self):
        """Whether the record has been withdrawn."""
        return self.withdrawn_on is not None


class Record(UnversionedRecord):
    """The abstract base of a record, with a version for two people at once. A subclass's `Meta`
    inherits `Record.Meta` and adds to `constraints` by

        constraints = [*Record.Meta.constraints, ...]

    and its `personal` begins with `**Record.personal`.
    """

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta(UnversionedRecord.Meta):
        abstract = True


class EditConflict(Refused):
    """Somebody else saved first; `newer` is the record now, and a view answers 409 with both."""

    def __init__(self, newer):
        super().__init__(
            "Someone else changed this record while you had it open. Compare its values now "
            "with those you typed, then save again."
        )
        self.newer = newer


def in_order(name, first="from_date", last="to_date"):
    """The constraint `name`: `last`, where it is known, is not before `first`."""
    open_ended = Q(**{f"{last}__isnull": True})
    return models.CheckConstraint(condition=open_ended | Q(**{f"{last}__gte": F(first)}), name=name)


def next_number(rows, field="number"):
    """The number after the highest that one of `rows` has under `field`."""
    return (rows.aggregate(last=Max(field))["last"] or 0) + 1


@contextmanager
def newer_shown_on(form):
    """Puts the newer version on the form after a conflict, to save over it; raises it again."""
    try:
        yield
    except EditConflict as conflict:
        form.at_version(conflict.newer.version)
        raise


def locked(model, key):
    """The row of `model` with that key, locked until the transaction ends, whatever its version."""
    # A detail's row is in two tables: only what is locked is read anew after waiting.
    tables = ("self", *(link.name for link in model._meta.parents.values() if link))
    return model._default_manager.select_for_update(of=tables).get(pk=key)


def lock(record, version):
    """The record as `locked` gives it; raises `EditConflict` unless its version is `version`."""
    newer = locked(type(record), record.pk)
    if hasattr(newer, "version"):
        check_version(newer, version)
    return newer


def lock_active(record, version):
    """The record as `lock` gives it; raises `Refused` where it was withdrawn."""
    newer = lock(record, version)
    refuse_if(newer.unchangeable if getattr(newer, "is_withdrawn", False) else None)
    return newer


def check_version(record, version):
    """Raises `EditConflict`, carrying `record`, unless its version is the one the person saw."""
    if record.version != version:
        raise EditConflict(record)


def why_not_withdraw(record, because):
    """The sentence that refuses a withdrawal, or None."""
    if record.is_withdrawn:
        return "This record has been withdrawn already."
    return record.why_not_reason(because) if because.strip() else "Explain why it is withdrawn."
