"""One row of each model that has digests in history is changed by SQL alone, and `verify` names
each; a new model cannot be forgotten."""

import pytest
from django.db import connection

from assurance.accounts.models.accounts import Council
from assurance.records import history
from assurance.records.proofs.faults import OTHER_VALUES, council_path, look_at_rows
from assurance.records.proofs.operations import adopt
from assurance.records.proofs.rows import proved_columns, proved_models
from reports.issue.site.history_evidence import row_faults
from tests import cast
from tests.records.proofs.altered_rows import alter, without_guards
from tests.records.proofs.least_rows import DAY, least_row

# Of no council: `tests/records/proofs/test_shared_rows.py`.
NATIONAL = {"looked_after.Code"}
# Field → why no digest is of it.
LEFT_OUT = {
    "User.password": "history has a digest of what opens an account",
    "User.last_login": "signing in changes it",
    "ContributionRequest.unsaved": "typed and not saved yet",
    "ContributionRequest.missed": "typed and not saved yet",
}
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="rows need no sense on SQLite alone"),
]


@pytest.fixture
def rows():
    """A row of each model of a council, and the council, whose history has all of them."""
    without_guards()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints = ON")
    council = cast.make_council()
    found = []
    for model in proved_models():
        if (path := council_path(model, Council)) is not None:
            of_council = model._base_manager.filter(**{path or "pk": council.pk})
            found.append(of_council.first() or least_row(model, council))
    adopt(council=council, because="First look.", by=history.CommandLine("test"), on=DAY)
    yield found
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints = OFF")


def test_a_changed_row_of_every_model_is_named(rows):
    council = next(row for row in rows if isinstance(row, Council))
    assert look_at_rows(council).faults == []
    left = {model._meta.label for model in proved_models()} - {row._meta.label for row in rows}
    assert left <= NATIONAL
    altered = {(type(row), row.pk): field for row in rows if (field := alter(row))}
    assert [row for row in rows if (type(row), row.pk) not in altered] == []
    findings = look_at_rows(council)
    assert {(fault.model, fault.key) for fault in findings.faults} == {*altered}
    for fault in findings.faults:
        field = str(altered[fault.model, fault.key].verbose_name)
        assert fault.explanation.endswith(OTHER_VALUES.format(fields=field)), fault.model
    assert all(fault.sentence.startswith("It was changed outside") for fault in findings.faults)
    assert len({fault.name for fault in row_faults(council, findings)}) == len(rows)


def test_every_stored_field_is_a_part_of_its_row_s_digest():
    left_out = {
        f"{model.__name__}.{field.name}"
        for model in proved_models()
        for field in model._meta.concrete_fields
        if field.attname not in proved_columns(model)
        if not (field.primary_key or field.generated)
    }
    assert left_out == {*LEFT_OUT}
