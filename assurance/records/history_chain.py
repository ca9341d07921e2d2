"""Whether a council's history is whole: every entry's digest reckoned again, the chain followed to
its head."""

from dataclasses import dataclass

from assurance.records.history import FIRST, HistoryDetail, HistoryEntry, HistoryHead


@dataclass(frozen=True)
class Damage:
    """What is wrong with a chain: the first bad place and a sentence."""

    seq: int
    sentence: str


def councils():
    """The slugs that have any history or a head, in order."""
    heads = HistoryHead.objects.values_list("council", flat=True)
    entries = HistoryEntry.objects.values_list("council", flat=True)
    return sorted({*heads, *entries})


def head(council):
    """The digest at the end of the chain of the council of this slug; 64 noughts at first."""
    record = HistoryHead.objects.filter(council=council).first()
    return record.digest if record else FIRST


def damage(council):
    """The first `Damage` in the chain of the council with this slug, or None where it is whole.

    An erased detail is no damage; a detail that does not give the digest in its entry is.
    """
    seq, prev = 0, FIRST
    details = {}
    for detail in HistoryDetail.objects.filter(council=council).iterator():
        details.setdefault(detail.seq, []).append(detail)
    for entry in HistoryEntry.objects.filter(council=council).order_by("seq").iterator():
        if sentence := _fault(entry, seq + 1, prev, details.get(entry.seq, ())):
            return Damage(min(entry.seq, seq + 1), sentence)
        seq, prev = entry.seq, entry.digest
    record = HistoryHead.objects.filter(council=council).first()
    if record is None and seq:
        return Damage(seq, "The head of the chain is missing.")
    if record and (record.seq, record.digest) != (seq, prev):
        return Damage(min(record.seq, seq) + 1, "The chain does not end where its head says.")
    return None


def _fault(entry, seq, prev, details):
    if entry.seq != seq:
        return f"Entry {seq} is missing."
    if entry.prev != prev:
        return "The entry does not follow the one before it."
    if entry.reckon_digest() != entry.digest:
        return "The entry has been changed."
    for detail in details:
        if entry.changes.get(detail.field, {}).get("digest") != detail.reckon_digest():
            return f"The held values of {detail.field} have been changed."
    return None
