from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from assurance.accounts.models.accounts import Council
from assurance.records import history, history_chain, history_guard
from assurance.records.history import HistoryDetail, HistoryEntry, HistoryHead
from assurance.records.personal import Personal
from assurance.records.proofs import count_guard
from tests import cast
from tests.sweeping import NamedCase

TABLE = "records_historyentry"
pytestmark = pytest.mark.django_db


@pytest.fixture
def chain():
    """Four entries of one council, the third with a personal value."""
    user = cast.make_user()
    for number in range(4):
        fields = {"name": Personal.IDENTIFIES if number == 2 else Personal.NONE}
        told = history.changes({}, {"name": f"value {number}"}, fields)
        history.record("people.record", about=user, by=user, on=date(2016, 1, 18), changes=told)
    return user.council.slug


def tamper(sql, *values):
    """Changes the table as somebody does who owns the database."""
    history_guard.lift(connection, TABLE)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
    history_guard.place(connection, TABLE)


def test_a_chain_nobody_touched_is_whole(chain):
    assert history_chain.damage(chain) is None
    assert history_chain.head(chain) == HistoryEntry.objects.get(seq=4).digest


def test_a_council_without_history_has_an_empty_chain_that_is_whole():
    assert history_chain.damage("nowhere") is None
    assert history_chain.head("nowhere") == history.FIRST
    assert history_chain.councils() == []


def test_a_changed_entry_is_found(chain):
    for field, value in {
        "who": "account 99",
        "what": "people.withdraw",
        "about": "account 99",
        "about_kind": "person",
        "actor_kind": "command",
        "reason": "because",
        "on": "2016-01-19",
        "at": "2016-01-19 00:00:00+00:00",
        "changes": '{"name": {"from": null, "to": "other"}}',
        "digest": "0" * 64,
    }.items():
        with NamedCase(field), transaction.atomic():
            tamper(f'UPDATE {TABLE} SET "{field}" = %s WHERE seq = 2', value)
            found = history_chain.damage(chain)
            assert (found.seq, found.sentence) == (2, "The entry has been changed.")
            transaction.set_rollback(True)
    assert history_chain.damage(chain) is None


def test_an_entry_changed_with_its_digest_no_longer_leads_to_the_next(chain):
    tamper(f"UPDATE {TABLE} SET who = %s WHERE seq = 2", "account 99")
    tamper(
        f"UPDATE {TABLE} SET digest = %s WHERE seq = 2",
        HistoryEntry.objects.get(seq=2).reckon_digest(),
    )
    found = history_chain.damage(chain)
    assert (found.seq, found.sentence) == (3, "The entry does not follow the one before it.")


def test_a_missing_entry_is_found(chain):
    for seq in (3, 2, 1):
        tamper(f"DELETE FROM {TABLE} WHERE seq = %s", seq)
        assert history_chain.damage(chain) == history_chain.Damage(seq, f"Entry {seq} is missing.")


def test_a_tail_that_was_cut_off_is_found(chain):
    tamper(f"DELETE FROM {TABLE} WHERE seq >= %s", 3)
    found = history_chain.damage(chain)
    assert (found.seq, found.sentence) == (3, "The chain does not end where its head points.")


def cut(chain, last):
    """Removes the entries after number `last` and sets the head back, as its owner can."""
    tamper(f"DELETE FROM {TABLE} WHERE seq > %s", last)
    HistoryDetail.objects.filter(seq__gt=last).delete()
    end = HistoryEntry.objects.filter(seq=last).values_list("digest", flat=True).first()
    HistoryHead.objects.update(seq=last, digest=end or history.FIRST)


@pytest.mark.parametrize("last", [0, 1, 2, 3])
def test_an_end_that_was_cut_off_with_its_head_set_back_is_found_however_long_it_was(chain, last):
    cut(chain, last)
    cut_off = history_chain.CUT.format(counted=4, seq=last)
    assert history_chain.damage(chain) == history_chain.Damage(last + 1, cut_off)
    assert history_chain.councils() == [chain]


@pytest.mark.parametrize("more", [1, 2, 3])
def test_what_is_written_after_an_end_was_cut_off_does_not_hide_that(chain, more):
    cut(chain, 2)
    user = cast.make_user(council=Council.objects.get())
    for _ in range(more):
        history.record("people.record", about=user, by=user, on=date(2016, 1, 19))
    found = history_chain.damage(chain).sentence
    cut_off = history_chain.CUT.format(counted=4, seq=3)
    assert found == (cut_off if more == 1 else history_chain.OTHER_END.format(counted=4))


def test_entries_that_the_database_did_not_count_are_found(chain):
    count_guard.lift(connection)
    user = cast.make_user(council=Council.objects.get())
    entry = history.record("people.record", about=user, by=user, on=date(2016, 1, 19))
    count_guard.place(connection)
    found = history_chain.Damage(entry.seq, history_chain.NOT_COUNTED)
    assert history_chain.damage(chain) == found
    history.record("people.record", about=user, by=user, on=date(2016, 1, 19))
    assert history_chain.damage(chain) == found


def test_the_database_refuses_to_set_its_count_back(chain):
    for sql in (
        f"UPDATE {count_guard.COUNT} SET seq = 3",
        f"UPDATE {count_guard.COUNT} SET digest = 'x'",
        f"UPDATE {count_guard.COUNT} SET council = 'other', seq = seq + 1",
        f"DELETE FROM {count_guard.COUNT}",
    ):
        refused = pytest.raises(DatabaseError, match="only goes on")
        with NamedCase(sql), refused, transaction.atomic():
            connection.cursor().execute(sql)


def test_a_head_that_was_removed_is_found(chain):
    HistoryHead.objects.all().delete()
    assert history_chain.damage(chain).sentence == "The head of the chain is missing."


def test_a_head_that_was_set_back_is_found(chain):
    HistoryHead.objects.update(seq=3)
    assert history_chain.damage(chain).seq == 4


def test_a_held_personal_value_that_was_changed_is_found(chain):
    HistoryDetail.objects.update(after="someone else")
    found = history_chain.damage(chain)
    assert (found.seq, found.sentence) == (3, "The stored values of name have been changed.")


def test_a_personal_value_of_no_entry_is_found(chain):
    HistoryDetail.objects.create(council=chain, seq=99, field="name", salt="x")
    assert history_chain.damage(chain) == history_chain.Damage(99, history_chain.NO_ENTRY)
    HistoryDetail.objects.filter(seq=99).update(council="elsewhere")
    assert history_chain.damage(chain) is None
    assert history_chain.councils() == sorted([chain, "elsewhere"])


def test_an_erased_personal_value_is_no_damage(chain):
    HistoryDetail.objects.all().delete()
    assert history_chain.damage(chain) is None


def test_the_database_refuses_to_change_delete_or_empty_history(chain):
    for sql in (
        f"UPDATE {TABLE} SET reason = 'x'",
        f"UPDATE {TABLE} SET reason = 'x' WHERE seq = 1",
        f"DELETE FROM {TABLE}",
        f"DELETE FROM {TABLE} WHERE seq = 4",
        *([f"TRUNCATE {TABLE}"] if connection.vendor == "postgresql" else []),
    ):
        refused = pytest.raises(DatabaseError, match="append-only")
        with NamedCase(sql), refused, transaction.atomic():
            connection.cursor().execute(sql)
        assert HistoryEntry.objects.count() == 4, sql


def test_flush_is_refused_in_a_database_that_tests_did_not_make(chain):
    held = connection.settings_dict["NAME"]
    for name in ("/srv/candour.sqlite3", "candour", "var/test.sqlite3"):
        connection.settings_dict["NAME"] = name
        try:
            with NamedCase(name), pytest.raises(CommandError, match="never deleted"):
                call_command("flush", interactive=False)
        finally:
            connection.settings_dict["NAME"] = held
        assert HistoryEntry.objects.count() == 4, name


@pytest.mark.django_db(transaction=True)
def test_flush_empties_a_test_database_and_leaves_the_guard_standing():
    user = cast.make_user()
    with transaction.atomic():
        history.record("people.record", about=user, by=user, on=date(2016, 1, 18))
    call_command("flush", interactive=False, verbosity=0)
    assert not HistoryEntry.objects.exists()
    user = cast.make_user()
    with transaction.atomic():
        history.record("people.record", about=user, by=user, on=date(2016, 1, 18))
    with pytest.raises(DatabaseError, match="append-only"):
        HistoryEntry.objects.all().delete()


def test_the_guard_can_be_lifted_and_placed_again(chain):
    history_guard.lift(connection, TABLE)
    assert HistoryEntry.objects.filter(seq=4).delete()[0] == 1
    history_guard.place(connection, TABLE)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        HistoryEntry.objects.filter(seq=2).delete()
