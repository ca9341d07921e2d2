"""Rows of no council: what comes with the program is held against it, and whatever was put there by
SQL alone is named."""

from datetime import date

import pytest
from django.db import connection

from assurance.accounts.models.accounts import Council, User
from assurance.looked_after.models.definitions import AgeBand, Code, PlacementGroup
from assurance.records.history import CommandLine
from assurance.records.proofs import shared_rows
from assurance.records.proofs.operations import adopt
from assurance.records.proofs.shared_rows import LACKING, OF_NOBODY, OTHER
from assurance.reviews.models.frameworks import Framework
from tests import cast
from tests.records.proofs.altered_rows import alter, without_guards

pytestmark = pytest.mark.django_db
LISTS = [Code, AgeBand, PlacementGroup, Framework]


def named():
    """What is wrong with rows of no council: (name, whether it is there, sentence)."""
    return [*shared_rows.shared_row_faults(Council)]


@pytest.fixture(autouse=True)
def untouched():
    """Nothing is wrong before."""
    assert named() == []
    without_guards()


@pytest.mark.parametrize("model", LISTS)
def test_a_national_row_that_was_changed_is_named_as_it_is_and_as_it_should_be(model):
    row = model._base_manager.order_by("pk").first()
    kind = row._meta.verbose_name
    before = f"{kind} {row}"
    assert alter(row)
    row.refresh_from_db()
    assert named() == [(f"{kind} {row}", True, OTHER), (before, False, LACKING)]


@pytest.mark.parametrize("model", LISTS)
def test_a_national_row_that_was_removed_is_named_until_it_is_back(model):
    row = model._base_manager.order_by("pk").last()
    name, key = f"{row._meta.verbose_name} {row}", row.pk
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {model._meta.db_table} WHERE id = %s", [key])
    assert named() == [(name, False, LACKING)]
    row.pk = None
    row.save(force_insert=True)
    assert named() == []


def test_a_row_of_a_councils_own_is_no_matter_of_these_lists():
    AgeBand.objects.create(
        council=cast.make_council(), set="own", slug="a", label="All", from_age=0,
        from_date="2016-01-01",
    )  # fmt: skip
    assert named() == []


def test_an_account_of_no_council_is_named_unless_history_knows_it():
    known = cast.clerk()
    adopt(council=known.council, because="Looked at.", by=CommandLine("test"), on=date(2016, 1, 4))
    User.objects.filter(pk=known.pk).update(council=None)
    assert named() == []
    ghost = User.objects.create(email="ghost@netherby.example", name="Ghost")
    assert named() == [(f"user {ghost.pk}", True, OF_NOBODY)]
