"""Whatever row of the demonstration is changed, removed or added past the program, it is named; and
nothing is where nobody did anything."""

import pytest
from django.db import connection, transaction

from assurance.accounts.models.accounts import Council
from assurance.records.proofs.faults import (
    UNKNOWN,
    council_path,
    look_at_rows,
    set_faults,
)
from assurance.records.proofs.models import WrittenRows
from assurance.records.proofs.rows import proved_models
from tests.records.proofs.altered_rows import alter, remove, without_guards

# Rows of the national lists and of what one council alone has are in the whole demonstration.
FEW = 60


def council():
    """The demonstration's council."""
    return Council.objects.get(slug="eborford")


def of_council(own):
    """A row of each model of which the council `own` has any."""
    paths = ((model, council_path(model, Council)) for model in proved_models())
    firsts = (
        model._base_manager.filter(**{path or "pk": own.pk}).order_by("pk").first()
        for model, path in paths
        if path is not None
    )
    return [row for row in firsts if row]


def named(own):
    """(model, key) → sentence, of every row of a council that is not as history last has it."""
    return {(fault.model, fault.key): fault.sentence for fault in look_at_rows(own).faults}


@pytest.fixture
def unguarded(demonstration):
    """The rows of the demonstration, which anybody may change, and which are back afterwards; gives
    its council."""
    place = transaction.savepoint()
    without_guards()
    yield council()
    transaction.savepoint_rollback(place)


@pytest.mark.long
def test_nothing_is_named_where_nobody_did_anything(demonstration):
    findings = look_at_rows(council())
    assert findings.rows > 1000 and not findings.faults and not [*set_faults(council())]


@pytest.mark.long
def test_a_changed_row_of_every_kind_is_named(unguarded):
    altered = {(type(row), row.pk) for row in of_council(unguarded) if alter(row)}
    assert len(altered) > FEW
    faults = named(unguarded)
    assert {*faults} == altered
    assert all(text.startswith("It was changed outside") for text in faults.values())


@pytest.mark.long
def test_a_removed_row_of_every_kind_is_named(unguarded):
    rows = [row for row in of_council(unguarded) if not isinstance(row, Council)]
    for row in rows:
        remove(row)
    faults = named(unguarded)
    assert {(type(row), row.pk) for row in rows} <= {*faults}
    texts = {faults[type(row), row.pk].partition(" Its last")[0] for row in rows}
    assert texts == {"It was removed outside the program."}


@pytest.mark.long
def test_an_added_row_of_a_kind_is_named_and_an_entry_s_digests_are_not_changed_in_silence(
    unguarded,
):
    table = "people_team"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY id LIMIT 1")
        names = [column[0] for column in cursor.description if column[0] != "id"]
        columns = ", ".join(names)
        others = ", ".join("'Added'" if name == "name" else name for name in names)
        cursor.execute(
            f"INSERT INTO {table} (id, {columns}) SELECT 99999, {others} FROM {table} LIMIT 1"
        )
    assert [*named(unguarded).values()] == [UNKNOWN]
    written = WrittenRows.objects.filter(council=council().slug).order_by("seq").first()
    WrittenRows.objects.filter(pk=written.pk).update(digests="{}")
    assert [seq for seq, _ in set_faults(council())] == [written.seq]
