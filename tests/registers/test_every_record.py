"""What is asked of every kind of record that a register keeps, whoever writes it: a withdrawal has
its reason and its row of history, two people do not lose each other's words, and what was withdrawn
stays as it was."""

from datetime import date

import pytest

from assurance.records import history_chain, operations
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.registers.test_every_register import WITHDRAWN, made

pytestmark = pytest.mark.django_db
ON = date(2019, 3, 4)


def refused(operation, **doing):
    """(field, sentence) of a refusal that leaves no trace."""
    before = HistoryEntry.objects.count()
    with pytest.raises(Refused) as caught:
        operation(**doing)
    assert HistoryEntry.objects.count() == before
    return caught.value.field, caught.value.sentence


def conflict(operation, **doing):
    """The record as it stands, of a save that came second."""
    with pytest.raises(EditConflict) as caught:
        operation(**doing)
    return caught.value.newer


@pytest.mark.parametrize("register", WITHDRAWN)
def test_a_withdrawal_has_its_reason_and_one_row_of_history_and_happens_once(register):
    record, withdraw = made(register), register.withdraw
    doing = {"record": record, "by": officer(), "on": ON, "version": record.version}
    late = {**doing, "version": record.version + 1}
    for because in ("", "  ", "\n"):
        sentence = "Explain why it is withdrawn."
        assert refused(withdraw, **doing, because=because) == ("because", sentence)
    newer = conflict(withdraw, **late, because="Twice")
    assert newer == record and not newer.is_withdrawn
    is_changed_alike = register.change is operations.change
    if is_changed_alike:
        with pytest.raises(TypeError, match="has no seen"):
            operations.change(**doing, seen=1)
        assert conflict(operations.change, **late) == record
    before = set(HistoryEntry.objects.values_list("seq", flat=True))
    gone = withdraw(**doing, because="Entered twice")
    [entry] = HistoryEntry.objects.exclude(seq__in=before)
    assert (entry.about, entry.on) == (gone.history_name, ON)
    assert entry.what.rpartition(".")[2].startswith(("withdraw", "end", "release"))
    assert entry.changes["withdrawn_on"] == {"from": None, "to": ON.isoformat()}
    assert entry.changes["withdrawn_because"].keys() == {"changed", "digest"}
    assert (gone.is_withdrawn, gone.withdrawn_because) == (True, "Entered twice")
    assert history_chain.damage(make_council().slug) is None
    again = {**doing, "record": gone, "version": gone.version}
    sentence = "This record has been withdrawn already."
    assert refused(withdraw, **again, because="Again") == ("because", sentence)
    if is_changed_alike:
        assert refused(operations.change, **again) == ("", register.model.unchangeable)
