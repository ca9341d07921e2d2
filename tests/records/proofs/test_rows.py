"""Every way in which Django writes rows is seen by the next entry of history, and nothing else."""

import json
from datetime import date

import pytest
from django.db import connection, models, transaction

from assurance.accounts.models.accounts import Council, Grant
from assurance.audits.models.case_audits import CaseAudit
from assurance.people.models.teams import Team
from assurance.records import history, history_chain
from assurance.records.history import LATER_ROWS, HistoryEntry
from assurance.records.proofs import rows
from assurance.records.proofs.faults import (
    CHANGED,
    COLUMNS,
    GONE,
    RETURNED,
    SET_CHANGED,
    UNKNOWN,
    council_path,
    is_begun,
    look_at_rows,
    set_faults,
)
from assurance.records.proofs.models import WrittenRows
from assurance.records.proofs.operations import NO_REASON, adopt
from assurance.records.proofs.rows import proved_columns, proved_models
from assurance.records.refusals import Refused
from assurance.runtime.databases.written import note
from reports.editions.models.editions import EditionFile
from tests.cast import make_council, make_user
from tests.make import audits, people
from tests.records.proofs.altered_rows import alter, remove, tell
from tests.sweeping import swept

pytestmark = pytest.mark.django_db
DAY = date(2016, 1, 18)
OURS = [model for model in proved_models() if model._meta.app_label != "records"]


def recorded(about):
    """An entry about `about`, which takes in what was written until now."""
    by = history.CommandLine("test")
    return history.record("people.record", about=about, by=by, on=DAY)


def found(council):
    """(name, sentence) of each row that is not as history last has it."""
    return [(fault.name, fault.sentence) for fault in look_at_rows(council).faults]


@pytest.fixture
def team():
    """A team whose rows history has."""
    row = people.team("North")
    recorded(row)
    return row


def by_save(team):
    team.name = "South"
    team.save()


def by_fields(team):
    team.name = "South"
    team.save(update_fields=["name"])


def by_update(team):
    Team.objects.filter(name="North").update(name="South")


def by_joined_update(team):
    Team.objects.filter(council__slug=team.council.slug).update(name="South")


def by_bulk_update(team):
    team.name = "South"
    Team.objects.bulk_update([team], ["name"])


def by_delete(team):
    Team.objects.filter(pk=team.pk).delete()


def by_raw_delete(team):
    Team.objects.filter(pk=team.pk)._raw_delete("default")


def by_statement(team):
    tell("SET name = 'South'", team)
    note(connection, Team, [team.pk])


def by_upsert(team):
    values = {"council": team.council, "service": team.service, "from_date": team.from_date}
    team = Team(pk=team.pk, name="South", **values)
    Team.objects.bulk_create(
        [team], update_conflicts=True, unique_fields=["id"], update_fields=["name"]
    )


WAYS = (
    *(by_save, by_fields, by_update, by_joined_update, by_bulk_update, by_delete),
    *(by_raw_delete, by_statement, by_upsert),
)


@pytest.mark.parametrize("way", WAYS)
def test_a_row_written_in_any_way_is_in_the_next_entry(team, way):
    way(team)
    entry = recorded(team.council)
    written = WrittenRows.objects.get(seq=entry.seq, table=Team._meta.db_table)
    assert [*json.loads(written.digests)] == [str(team.pk)]
    assert entry.rows[Team._meta.db_table] == {"rows": 1, "digest": rows.fingerprint(written)}
    assert found(team.council) == [] and not [*set_faults(team.council)]


@pytest.mark.parametrize("way", [by_save, by_update, by_delete])
def test_what_was_undone_leaves_the_row_as_it_was_and_no_fault(team, way):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        way(team)
        raise ZeroDivisionError
    recorded(team.council)
    assert found(team.council) == []


@pytest.mark.parametrize("does", ["add", "remove", "set", "clear"])
def test_the_links_of_a_record_are_a_part_of_it(does):
    audit = audits.case_audit()
    theme, other = (audits.audit_theme(title=title) for title in ("Plans", "Voice"))
    audit.themes.add(theme)
    recorded(audit)
    assert found(audit.council) == []
    getattr(audit.themes, does)(
        *{"add": [other], "remove": [theme], "set": [[other]]}.get(does, [])
    )
    entry = recorded(audit)
    assert entry.rows == {CaseAudit._meta.db_table: entry.rows[CaseAudit._meta.db_table]}
    assert found(audit.council) == []
    through = CaseAudit.themes.through
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {through._meta.db_table} (caseaudit_id, audittheme_id) VALUES (%s, %s)",
            [audit.pk, audits.audit_theme(title="Risk").pk],
        )
    [(name, sentence)] = found(audit.council)
    assert audit.history_name in name
    assert sentence == CHANGED.format(entry=f"{entry.seq} of 18 January 2016")


def test_only_what_was_written_since_is_in_an_entry(team):
    entry = recorded(team)
    assert entry.rows == {}
    other = people.team("East")
    assert [*recorded(other).rows] == [Team._meta.db_table]


def test_what_is_written_after_the_entry_has_one_of_its_own_before_the_commit(team):
    last = recorded(team)
    by_update(team)
    connection.last_entry = last
    history.record_later_rows(connection)
    entry = HistoryEntry.objects.latest("seq")
    assert (entry.what, entry.about, entry.seq) == (LATER_ROWS, last.about, last.seq + 1)
    assert found(team.council) == [] and history_chain.damage(team.council.slug) is None
    assert entry not in HistoryEntry.objects.about(team)
    history.record_later_rows(connection)
    assert HistoryEntry.objects.latest("seq") == entry


def test_what_no_operation_wrote_has_no_entry_at_the_commit(team):
    by_update(team)
    connection.last_entry = None
    history.record_later_rows(connection)
    assert [sentence for _, sentence in found(team.council)] == [
        CHANGED.format(entry="1 of 18 January 2016")
    ]


def test_what_was_changed_removed_added_or_returned_outside_is_named(team):
    council, others = team.council, [people.team(name) for name in ("East", "West")]
    adopt(council=council, because="First look.", by=history.CommandLine("test"), on=DAY)
    gone = people.team("Gone")
    recorded(gone)
    Team.objects.filter(pk=gone.pk).delete()
    entry = recorded(council)
    alter(team)
    remove(others[0])
    values = {"council": council, "service": "x", "from_date": DAY}
    with_key = [Team(pk=gone.pk, name="Gone", **values), Team(name="New", **values)]
    for row in with_key:
        row.save(force_insert=True)
    connection.written.clear()
    sentences = sorted(sentence.partition(" Its last")[0] for _, sentence in found(council))
    assert sentences == sorted(
        [
            CHANGED.partition(" Its last")[0],
            GONE.partition(" Its last")[0],
            UNKNOWN,
            RETURNED.format(entry=f"{entry.seq} of 18 January 2016"),
        ]
    )


def test_rows_from_before_are_named_only_once_the_council_has_adopted_its_own():
    council, by = make_council(), history.CommandLine("test")
    team = people.team()
    connection.written.clear()
    assert not is_begun(council) and found(council) == []
    with pytest.raises(Refused, match=NO_REASON):
        adopt(council=council, because=" ", by=by, on=DAY)
    adopt(council=council, because="Upgraded.", by=by, on=DAY)
    assert is_begun(council) and found(council) == []
    assert HistoryEntry.objects.latest("seq").reason == "Upgraded."
    alter(team)
    assert [sentence[:31] for _, sentence in found(council)] == ["It was changed outside the prog"]
    assert adopt(council=council, because="Looked at.", by=by, on=DAY) == 1
    assert found(council) == []


@pytest.mark.parametrize("column", ["digests", "salt", "columns", "table"])
def test_digests_that_do_not_fit_their_entry_are_named(team, column):
    WrittenRows.objects.filter(table=Team._meta.db_table).update(**{column: "{}"})
    [(seq, sentence), *_] = set_faults(team.council)
    assert (seq, sentence) == (1, SET_CHANGED.format(table=Team._meta.db_table))


def test_a_value_that_cannot_be_read_is_a_changed_row_and_hides_no_other(team):
    others = [people.team(name) for name in ("East", "West")]
    recorded(team.council)
    if connection.vendor == "sqlite":
        tell("SET from_date = 'nonsense'", team)
    else:
        tell("SET name = 'South'", team)
    alter(others[1])
    assert {fault.key for fault in look_at_rows(team.council).faults} == {team.pk, others[1].pk}
    WrittenRows.objects.filter(seq=1).update(digests="nonsense")
    assert {seq for seq, _ in set_faults(team.council)} == {1}
    assert {fault.key for fault in look_at_rows(team.council).faults} == {others[1].pk}


def test_digests_that_are_gone_or_foreign_are_named(team):
    WrittenRows.objects.filter(table=Team._meta.db_table).delete()
    WrittenRows.objects.create(council=team.council.slug, seq=9, table="x", digests="{}")
    assert [*set_faults(team.council)] == [
        (1, SET_CHANGED.format(table=Team._meta.db_table)),
        (9, SET_CHANGED.format(table="x")),
    ]


def test_a_row_whose_columns_have_gone_since_is_told_apart_from_a_changed_one(team):
    WrittenRows.objects.filter(table=Team._meta.db_table).update(columns="name colour")
    assert found(team.council)[-1] == (
        team.history_name,
        COLUMNS.format(entry="1 of 18 January 2016"),
    )


def test_an_entry_s_rows_are_in_its_digest_and_an_old_entry_s_are_not(team):
    entry = HistoryEntry.objects.get()
    entry.rows = {}
    assert entry.reckon_digest() != entry.digest
    old = HistoryEntry.objects.get()
    digest = old.reckon_digest()
    old.rows = None
    assert old.reckon_digest() not in (digest, entry.digest)


def test_equal_rows_of_two_entries_have_different_digests(team):
    tell("SET name = name", team)
    note(connection, Team, [team.pk])
    recorded(team)
    texts = WrittenRows.objects.filter(table=Team._meta.db_table).values_list("digests", flat=True)
    assert len({*texts}) == 2


def test_bytes_and_times_have_one_text_each():
    stamp = make_user().date_joined
    assert rows._text(memoryview(b"a")) == rows._text(b"a") != rows._text(b"b")
    assert rows._text(stamp).endswith("+00:00")
    assert rows._text(stamp.replace(tzinfo=None)) == stamp.replace(tzinfo=None).isoformat()
    assert rows._text(DAY) == "2016-01-18"


@swept(OURS)
def test_every_model_with_digests_has_something_to_digest_and_a_number_for_a_key(model):
    assert proved_columns(model)
    assert isinstance(model._meta.pk, models.AutoField | models.BigAutoField | models.OneToOneField)


def test_what_belongs_to_a_council_is_found_by_its_keys():
    assert council_path(Council, Council) == ""
    assert council_path(Grant, Council) == "user__council"
    assert council_path(EditionFile, Council) == "edition__paper__council"
    assert council_path(WrittenRows, Council) is None
