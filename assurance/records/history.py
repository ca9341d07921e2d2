"""History: what people and commands did, in an append-only chain per council.

Each entry holds the digest of the one before it, so a changed or missing entry is found by
`damage`. One head row per council, not per installation, is taken at the end of each transaction:
writers of one council queue, those of different councils do not, and a council's chain can be
checked and handed over alone. Entries have no foreign keys and hold labels, so they outlive what
they describe. A personal value never stands in the chain: a salted digest does, and the words lie
in `HistoryDetail`, which can be erased without breaking it.
"""

import hashlib
import json
import secrets
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC
from functools import reduce
from operator import or_

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone

from assurance.records.personal import Change, Personal, changes, impersonal_changes
from assurance.records.proofs import rows
from assurance.runtime.watch.security_events import note_entry

__all__ = ["Change", "changes", "impersonal_changes"]
FIRST = "0" * 64
COMMAND_LINE = "command"
ACCOUNT = "account"
LINK = "link"
# The field under which an entry lists the (number, field) of the details erased by it.
ERASED = "erased_details"
# What an operation wrote after its entry.
LATER_ROWS = "history.later_rows"


@dataclass(frozen=True)
class CommandLine:
    """A command that acts by itself, named in history by `name`, such as ``load_demonstration``."""

    name: str

    @property
    def history_name(self):
        """What history calls it."""
        return self.name


@dataclass(frozen=True)
class ByLink:
    """Somebody without an account who came by a link; `history_name` says by which, never who."""

    history_name: str


def subject_kind(row) -> str:
    """The kind of `row` as history has it: `history_kind` of its model, or the model's name."""
    return getattr(row, "history_kind", None) or row._meta.model_name


class HistoryEntryQuerySet(models.QuerySet):
    """Readings of history."""

    def of(self, council):
        """The entries of `council`, oldest first."""
        return self.filter(council=council.slug).order_by("seq")

    def about(self, *things):
        """The entries about records of one council, newest first, as a page shows them."""
        names = defaultdict(list)
        for thing in things:
            names[subject_kind(thing)].append(thing.history_name)
        kinds = (models.Q(about_kind=kind, about__in=some) for kind, some in names.items())
        rows = self.filter(reduce(or_, kinds), council=things[0].council.slug)
        return rows.exclude(what=LATER_ROWS).order_by("-seq")


class HistoryEntry(models.Model):
    """One thing done: who, when, what, to what, from what to what. The database refuses its change
    and deletion.

    `at` is the clock's moment; `on` the day that the operation was told. `changes` maps a field to
    ``{"from", "to"}``, or to ``{"changed": true, "digest"}`` where its values are personal. `rows`
    maps each table that was written to how many of its rows and their digest (`proofs.rows`).
    """

    personal = {
        "council": Personal.NONE,
        "at": Personal.NONE,
        "on": Personal.NONE,
        "who": Personal.PSEUDONYM,
        "actor_kind": Personal.NONE,
        "what": Personal.NONE,
        "about_kind": Personal.NONE,
        "about": Personal.PSEUDONYM,
        "changes": Personal.NONE,
        "rows": Personal.NONE,
        "reason": Personal.MAY,
        "prev": Personal.NONE,
        "digest": Personal.NONE,
    }
    unproved = "The chain of history proves it."

    council = models.CharField(max_length=40)
    seq = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    on = models.DateField()
    who = models.CharField(max_length=100)
    actor_kind = models.CharField(max_length=10)
    what = models.CharField(max_length=100)
    about_kind = models.CharField(max_length=60)
    about = models.CharField(max_length=200)
    changes = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    # Null in an entry from before rows had digests.
    rows = models.JSONField(null=True)
    reason = models.TextField(blank=True, default="")
    prev = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    objects = HistoryEntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "history entries"
        constraints = [
            models.UniqueConstraint(fields=["council", "seq"], name="history_entry_has_one_place"),
        ]
        indexes = [
            models.Index(fields=["council", "about_kind", "about"], name="history_entry_about"),
        ]

    def __str__(self):
        return f"{self.council} {self.seq}: {self.what}"

    def reckon_digest(self):
        """SHA-256, in hexadecimal, of the entry's canonical JSON with the digest before it."""
        values = {
            "council": self.council,
            "seq": self.seq,
            "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "on": self.on.isoformat(),
            "who": self.who,
            "actor_kind": self.actor_kind,
            "what": self.what,
            "about_kind": self.about_kind,
            "about": self.about,
            "changes": self.changes,
            "reason": self.reason,
            "prev": self.prev,
        }
        if self.rows is not None:
            values["rows"] = self.rows
        return hashlib.sha256(_canonical(values).encode()).hexdigest()


class HistoryHead(models.Model):
    """The end of a council's chain: writers take turns on it, and it shows a tail cut off."""

    personal = {"council": Personal.NONE, "digest": Personal.NONE}
    unproved = "The chain of history proves it."

    council = models.CharField(max_length=40, unique=True)
    seq = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default=FIRST)

    def __str__(self):
        return f"{self.council} {self.seq}"


class HistoryDetail(models.Model):
    """The personal values of one changed field, apart from the chain so that they can be erased."""

    personal = {
        "council": Personal.NONE,
        "field": Personal.NONE,
        "before": Personal.SPECIAL,
        "after": Personal.SPECIAL,
        "salt": Personal.NONE,
    }
    unproved = "The chain of history proves it."

    council = models.CharField(max_length=40)
    seq = models.PositiveBigIntegerField()
    field = models.CharField(max_length=60)
    before = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    salt = models.CharField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "seq", "field"], name="history_detail_once_per_field"
            ),
        ]

    def __str__(self):
        return f"{self.council} {self.seq}: {self.field}"

    def reckon_digest(self):
        """SHA-256 (hex) of salt and both values: without the salt none can be tried."""
        values = _canonical([self.salt, self.field, self.before, self.after])
        return hashlib.sha256(values.encode()).hexdigest()


def record(what, *, about, by, on, changes=(), reason=""):
    """Appends one entry about `about` to its council's chain, inside the operation's transaction;
    returns it.

    `what` is a dotted name of the operation (``audits.record``); `about` has `council` and
    `history_name`; `by` is an account or a `CommandLine`; `reason` is never a place for something
    about a person. Called last: the council's other writers wait from here until the transaction
    ends.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("History is written inside the operation’s transaction.")
    if about.pk is None:
        raise ValueError("History is written about a row that has been saved.")
    entry = HistoryEntry(
        council=about.council.slug,
        on=on,
        who=by.history_name,
        actor_kind=_kind_of(by),
        what=what,
        about_kind=subject_kind(about),
        about=about.history_name,
        reason=reason,
    )
    _append(entry, rows.take_written(), changes)
    transaction.get_connection().last_entry = entry
    note_entry(entry, by)
    return entry


def record_later_rows(connection):
    """Appends an entry of what was written after the transaction's last; asked at each commit."""
    last = connection.last_entry
    if last is None or not connection.written:
        return
    names = ("council", "on", "who", "actor_kind", "about_kind", "about")
    entry = HistoryEntry(what=LATER_ROWS, **{name: getattr(last, name) for name in names})
    if written := rows.take_written():
        _append(entry, written)


def _append(entry, written, changes=()):
    heads = HistoryHead.objects.select_for_update().filter(council=entry.council)
    head = heads.first() or _first_head(heads, entry.council)
    entry.seq, entry.prev, entry.at = head.seq + 1, head.digest, timezone.now()
    details = [_detail(head.council, entry.seq, item) for item in changes if item.is_personal]
    entry.changes, entry.rows = _change_values(changes, details), rows.summary(written)
    entry.digest = entry.reckon_digest()
    entry.save(force_insert=True)
    HistoryDetail.objects.bulk_create(details)
    rows.save(written, entry)
    head.seq, head.digest = entry.seq, entry.digest
    head.save(update_fields=["seq", "digest"])


def _first_head(heads, council):
    HistoryHead.objects.bulk_create([HistoryHead(council=council)], ignore_conflicts=True)
    return heads.get()


def _kind_of(by):
    kinds = {CommandLine: COMMAND_LINE, ByLink: LINK}
    return kinds.get(type(by), ACCOUNT)


def _detail(council, seq, change):
    return HistoryDetail(
        council=council,
        seq=seq,
        field=change.field,
        before=as_json(change.before),
        after=as_json(change.after),
        salt=secrets.token_hex(16),
    )


def _change_values(changes, details):
    values = {
        change.field: {"from": as_json(change.before), "to": as_json(change.after)}
        for change in changes
        if not change.is_personal
    }
    values |= {d.field: {"changed": True, "digest": d.reckon_digest()} for d in details}
    return values


def as_json(value):
    """A value as JSON gives it back, which is how history has it."""
    return json.loads(_canonical(value))


def _canonical(value):
    return json.dumps(
        value, cls=DjangoJSONEncoder, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
