"""Whether a council's history is whole: every entry's digest reckoned again, the chain followed to
its head."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Max
from django.db.models.functions import TruncDate

from assurance.records.history import ERASED, FIRST, HistoryDetail, HistoryEntry, HistoryHead
from assurance.records.proofs.models import HistoryCount, WrittenRows

NOT_AT_HEAD = "The chain does not end where its head points."
CUT = "The database counted {counted:,} entries, and history has {seq:,}: the last were removed."
OTHER_END = "The database counted another entry as number {counted:,}: the end was written again."
NO_ENTRY = "Values are stored of an entry that history does not have."
NOT_COUNTED = "The database did not count the entries from here on: its triggers were removed."


@dataclass(frozen=True)
class Damage:
    """What is wrong with a chain: the first bad place and a sentence."""

    seq: int
    sentence: str


@dataclass(frozen=True)
class DayEnd:
    """The last entry of a council's history on one date, by the clock: its number and digest."""

    on: date
    seq: int
    digest: str


def councils():
    """The slugs that have any history, in whole or in part, in order."""
    models = (HistoryHead, HistoryEntry, HistoryCount, HistoryDetail, WrittenRows)
    slugs = (model.objects.order_by().values_list("council", flat=True) for model in models)
    return sorted({slug for some in slugs for slug in some.distinct()})


def head_entry(council):
    """Where the chain of the council of this slug ends: a `HistoryHead`, unsaved and of number 0
    with 64 noughts where there is no history."""
    return HistoryHead.objects.filter(council=council).first() or HistoryHead(council=council)


def head(council):
    """The digest at the end of the chain of the council of this slug; 64 noughts at first."""
    return head_entry(council).digest


def damage(council):
    """The first `Damage` in the chain of the council with this slug, or None where it is whole.

    An erased detail is no damage; a detail that does not give the digest in its entry is.
    """
    seq, prev = 0, FIRST
    details = {}
    for detail in HistoryDetail.objects.filter(council=council).iterator():
        details.setdefault(detail.seq, []).append(detail)
    for entry in HistoryEntry.objects.filter(council=council).order_by("seq").iterator():
        if sentence := _fault(entry, seq + 1, prev, details.pop(entry.seq, ())):
            return Damage(min(entry.seq, seq + 1), sentence)
        seq, prev = entry.seq, entry.digest
    record = HistoryHead.objects.filter(council=council).first()
    if record is None and seq:
        return Damage(seq, "The head of the chain is missing.")
    if record and (record.seq, record.digest) != (seq, prev):
        return Damage(min(record.seq, seq) + 1, NOT_AT_HEAD)
    if details:
        return Damage(min(details), NO_ENTRY)
    return _count_damage(council, seq, prev)


def _count_damage(council, seq, digest):
    """What is wrong where the database's own count ends elsewhere than the chain does."""
    count = HistoryCount.objects.filter(council=council).first()
    counted = count.seq if count else 0
    if count and counted <= seq and not has_entry(council, counted, count.digest):
        return Damage(counted, OTHER_END.format(counted=counted))
    if counted < seq:
        return Damage(counted + 1, NOT_COUNTED)
    if counted > seq:
        return Damage(seq + 1, CUT.format(counted=counted, seq=seq))
    return None


def missing_details(council: str) -> Iterator[tuple[int, str]]:
    """(number of the entry, field) of each personal value that history has a digest of and whose
    words are gone without an entry that says so, in the order of the entries of the council with
    this slug."""
    present = set(HistoryDetail.objects.filter(council=council).values_list("seq", "field"))
    present |= erased_details(council)
    entries = HistoryEntry.objects.filter(council=council).order_by("seq")
    for seq, fields in entries.values_list("seq", "changes").iterator():
        for field in sorted(name for name, change in fields.items() if "digest" in change):
            if (seq, field) not in present:
                yield seq, field


def erased_details(council: str) -> set[tuple[int, str]]:
    """(number of the entry, field) of each personal value that a later entry of the council with
    this slug says was erased."""
    orders = HistoryEntry.objects.filter(council=council, changes__has_key=ERASED)
    return {
        (seq, field)
        for own, changes in orders.values_list("seq", "changes").iterator()
        for seq, field in changes[ERASED]["to"]
        if seq < own
    }


def has_entry(council: str, seq: int, digest: str) -> bool:
    """Whether entry `seq` of the council with this slug has `digest`; the 64 noughts are that of
    its beginning, number 0."""
    if seq == 0:
        return digest == FIRST
    return HistoryEntry.objects.filter(council=council, seq=seq, digest=digest).exists()


def day_ends(council: str, before: date) -> list[DayEnd]:
    """The last entry of each date before `before`, by the clock in the council's time zone, the
    oldest first, of the council with this slug. A date without entries has none."""
    entries = HistoryEntry.objects.filter(council=council)
    by_date = entries.annotate(date=TruncDate("at")).values("date").order_by("date")
    last = by_date.filter(date__lt=before).annotate(last=Max("seq")).values_list("date", "last")
    numbers = dict(last)
    digests = dict(entries.filter(seq__in=numbers.values()).values_list("seq", "digest"))
    return [DayEnd(on, seq, digests[seq]) for on, seq in numbers.items()]


def _fault(entry, seq, prev, details):
    if entry.seq != seq:
        return f"Entry {seq} is missing."
    if entry.prev != prev:
        return "The entry does not follow the one before it."
    if entry.reckon_digest() != entry.digest:
        return "The entry has been changed."
    for detail in details:
        if entry.changes.get(detail.field, {}).get("digest") != detail.reckon_digest():
            return f"The stored values of {detail.field} have been changed."
    return None
