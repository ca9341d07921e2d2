"""What a person who owns the database can do to history."""

from datetime import datetime
from unittest.mock import patch

from django.db import connection

from assurance.records import history, history_guard
from assurance.records.history import HistoryEntry, HistoryHead
from assurance.records.proofs import count_guard
from assurance.records.proofs.models import HistoryCount


def rewrite(council, seq, reason="Rewritten."):
    """Gives entry `seq` of a council another reason and every later digest, the head and the count
    the value that fits it, as the owner of the database can: the chain fits itself again."""
    history_guard.lift(connection)
    count_guard.lift(connection)
    entries = HistoryEntry.objects.filter(council=council, seq__gte=seq).order_by("seq")
    prev = entries.first().prev
    for entry in entries:
        entry.reason = reason if entry.seq == seq else entry.reason
        entry.prev = prev
        prev = entry.digest = entry.reckon_digest()
        entry.save()
    HistoryHead.objects.filter(council=council).update(digest=prev)
    HistoryCount.objects.filter(council=council).update(digest=prev)
    count_guard.place(connection)
    history_guard.place(connection)


def record_at(moment: datetime, user, **told):
    """One entry about `user`, written when the clock shows `moment`."""
    with patch.object(history.timezone, "now", lambda: moment):
        return history.record("people.record", about=user, by=user, on=moment.date(), **told)
