"""On PostgreSQL the service works under a role that cannot lift what guards its history."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction

from assurance.looked_after.models.returns import Episode
from assurance.looked_after.operations import returns
from assurance.people.models.teams import Team
from assurance.records import history_chain, operations
from assurance.records.history import CommandLine
from assurance.records.management.commands.grant_service import (
    NO_ROLE,
    ONLY_POSTGRESQL,
    TOO_MUCH,
)
from assurance.records.proofs.faults import look_at_rows
from tests.cast import make_council
from tests.make import looked_after

pytestmark = pytest.mark.django_db
DAY = date(2016, 1, 18)
ROLE, OWNER = "candour_service_of_test", "candour_owner_of_test"
HISTORY, FUNCTION = "records_historyentry", "records_historyentry_refuse"
# What would lift a guard, or write past it.
REFUSED = (
    f"DROP TRIGGER {HISTORY}_no_change ON {HISTORY}",
    f"DROP TRIGGER {HISTORY}_no_truncate ON {HISTORY}",
    f"DROP FUNCTION {FUNCTION}() CASCADE",
    f"CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
    f"ALTER TABLE {HISTORY} DISABLE TRIGGER ALL",
    f"ALTER TABLE {HISTORY} ADD COLUMN other text",
    f"TRUNCATE {HISTORY}",
    f"UPDATE {HISTORY} SET who = 'x'",
    f"DELETE FROM {HISTORY}",
    f"DROP TABLE {HISTORY}",
    "TRUNCATE people_team CASCADE",
    "ALTER TABLE people_team ADD COLUMN other text",
    "CREATE TABLE other (id integer)",
    f"CREATE TRIGGER other BEFORE UPDATE ON people_team FOR EACH ROW EXECUTE FUNCTION {FUNCTION}()",
    "SET session_replication_role = replica",
)
needs_roles = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="only PostgreSQL has roles"
)


def do(statement):
    """Says one statement to the database, which is as it was where it refuses."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def granted(role=ROLE):
    """What the command prints."""
    output = StringIO()
    call_command("grant_service", role, stdout=output)
    return output.getvalue()


@pytest.fixture
def service():
    """A council, and the service's role, under which everything is done from here on."""
    council = make_council()
    do(f"CREATE ROLE {ROLE} NOLOGIN")
    granted()
    do(f"SET LOCAL ROLE {ROLE}")
    yield council
    do("RESET ROLE")


@needs_roles
@pytest.mark.parametrize("statement", REFUSED)
def test_the_service_s_role_cannot_lift_a_guard(service, statement):
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"):
        do(statement)


@needs_roles
def test_the_service_s_role_can_do_its_work(service):
    by = CommandLine("test")
    fields = {"name": "North", "service": "Child in Need", "from_date": DAY, "to_date": None}
    team = operations.create(model=Team, council=service, by=by, on=DAY, **fields)
    operations.change(record=team, by=by, on=DAY, **{**fields, "name": "South"})
    whole = looked_after.whole_return(looked_after.OPEN, looked_after.LATE)
    returns.read_return(council=service, whole=whole, by=by, on=DAY)
    assert Episode.objects.exists()
    Team.objects.filter(pk=team.pk).delete()
    assert history_chain.head_entry(service.slug).seq == 3
    assert [fault.model for fault in look_at_rows(service).faults] == [Team]


@needs_roles
def test_a_role_that_owns_tables_and_one_that_is_not_there_are_refused():
    with pytest.raises(CommandError) as refused:
        granted("nobody_of_test")
    assert str(refused.value) == NO_ROLE.format(role="nobody_of_test")
    do(f"CREATE ROLE {OWNER} NOLOGIN")
    do(f"CREATE ROLE {ROLE} NOLOGIN IN ROLE {OWNER}")
    assert granted().startswith(ROLE)
    do(f"ALTER TABLE people_team OWNER TO {OWNER}")
    for role in (OWNER, ROLE):
        with pytest.raises(CommandError) as refused:
            granted(role)
        assert str(refused.value) == TOO_MUCH.format(role=role)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has roles")
def test_sqlite_has_no_roles():
    with pytest.raises(CommandError, match="Only PostgreSQL"):
        granted()
    assert ONLY_POSTGRESQL.startswith("Only PostgreSQL")
