"""Who is signed in."""

from functools import partial

import pytest

from assurance.governance.models.developments import Development
from assurance.governance.models.risks import RiskScale
from assurance.governance.operations import change_development, record_development
from assurance.records import operations
from tests.cast import make_council, officer
from tests.governance.entries import DAY, least
from tests.make import matters


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
        usual = partial(operations.create, model=model)
        create = record_development if model is Development else usual
        return create(council=council, **{**said, **other}, **said_by)

    return adding


@pytest.fixture
def change(said_by):
    """Changes a record as it stands."""

    def changing(record, **said):
        record.refresh_from_db()
        is_development = isinstance(record, Development)
        operation = change_development if is_development else operations.change
        return operation(record=record, version=record.version, **said, **said_by)

    return changing


@pytest.fixture
def withdraw(said_by):
    """Withdraws a record as it stands."""

    def withdrawing(record, because="Entered twice"):
        record.refresh_from_db()
        return operations.withdraw(
            record=record, version=record.version, because=because, **said_by
        )

    return withdrawing


@pytest.fixture
def in_january_2016(settings):
    """The day on which pages are looked at."""
    settings.CANDOUR_TODAY = "2016-01-18"
