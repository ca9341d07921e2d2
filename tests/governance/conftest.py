"""Who is signed in."""

import pytest

from assurance.governance import operations
from assurance.governance.models.risks import RiskScale
from tests.cast import make_council, officer
from tests.governance.entries import DAY, least
from tests.make import matters


@pytest.fixture
def signed_in(client):
    """The client of an officer."""
    client.force_login(officer())
    return client


@pytest.fixture
def said_by(db):
    """What each operation is told besides: who and when."""
    return {"by": officer(), "on": DAY}


@pytest.fixture
def add(said_by):
    """Adds the least of a kind, or other than that."""

    def adding(kind, **other):
        model, said = least(kind)
        council = make_council()
        if kind == "rating" and not RiskScale.objects.exists():
            matters.scale()
        return operations.record_matter(
            model=model, council=council, **{**said, **other}, **said_by
        )

    return adding


@pytest.fixture
def change(said_by):
    """Changes a record as it stands."""

    def changing(record, **said):
        record.refresh_from_db()
        return operations.change_matter(record=record, seen=record.version, **said, **said_by)

    return changing


@pytest.fixture
def withdraw(said_by):
    """Withdraws a record as it stands."""

    def withdrawing(record, because="Entered twice"):
        record.refresh_from_db()
        return operations.withdraw_matter(
            record=record, seen=record.version, because=because, **said_by
        )

    return withdrawing


@pytest.fixture
def in_january_2016(settings):
    """The day on which pages are looked at."""
    settings.CANDOUR_TODAY = "2016-01-18"
