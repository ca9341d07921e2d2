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
from tests.registers.test_every_register import CHANGED, WITHDRAWN, made

pytestmark = pytest.mark.django_db
ON = date(2019, 3, 4)
KEPT = [
    case
    for case in CHANGED
    if case.values[0].change is operations.change and hasattr(case.values[0].model, "version")
]


def doing(record, **more):
    """What an operation is told of a record as it is."""
    version = {"version": record.version} if hasattr(record, "version") else {}
    return {"record": record, "by": officer(), "on": ON, **version, **more}


def refused(operation, **told):
    """(field, sentence) of a refusal that leaves no trace."""
    before = HistoryEntry.objects.count()
    with pytest.raises(Refused) as caught:
        operation(**told)
    assert HistoryEntry.objects.count() == before
    return caught.value.field, caught.value.sentence


@pytest.mark.parametrize("register", WITHDRAWN)
def test_a_withdrawal_has_its_reason_and_one_row_of_history_and_happens_once(register):
    record, withdraw = made(register), register.withdraw
    for because in ("", "  ", "\n"):
        told = doing(record, because=because)
        assert refused(withdraw, **told) == ("because", "Say why the record is withdrawn.")
    with pytest.raises(EditConflict) as conflict:
        withdraw(**doing(record, because="Twice") | {"version": record.version + 1})
    assert conflict.value.newer == record and not conflict.value.newer.is_withdrawn
    before = set(HistoryEntry.objects.values_list("seq", flat=True))
    gone = withdraw(**doing(record, because="Entered twice"))
    [entry] = HistoryEntry.objects.exclude(seq__in=before)
    assert (entry.about, entry.on) == (gone.history_name, ON)
    assert entry.what.rpartition(".")[2].startswith(("withdraw", "end"))
    assert entry.changes["withdrawn_on"] == {"from": None, "to": ON.isoformat()}
    assert entry.changes["withdrawn_because"].keys() == {"changed", "digest"}
    assert (gone.is_withdrawn, gone.withdrawn_because) == (True, "Entered twice")
    assert history_chain.damage(make_council().slug) is None
    told = doing(gone, because="Again")
    assert refused(withdraw, **told) == ("because", "This record has been withdrawn already.")


@pytest.mark.parametrize("register", KEPT)
def test_what_changed_meanwhile_or_was_withdrawn_is_not_changed(register):
    record = made(register)
    with pytest.raises(TypeError, match="has no seen"):
        operations.change(**doing(record, seen=1))
    with pytest.raises(EditConflict) as conflict:
        operations.change(**doing(record) | {"version": record.version + 1})
    assert conflict.value.newer == record
    withdrawn = {"withdrawn_on": ON, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    register.model.objects.filter(pk=record.pk).update(**withdrawn)
    assert refused(operations.change, **doing(record)) == ("", register.model.unchangeable)
