"""The engine is tested with kinds of its own, on the day that its files are given."""

import pytest

from assurance.imports import kinds
from tests import cast
from tests.make import imports


@pytest.fixture(autouse=True)
def small_kinds(monkeypatch, settings):
    """The kinds of the tests alone are declared, and what was just given is not forgotten yet."""
    monkeypatch.setattr(kinds, "KINDS", imports.KINDS)
    settings.CANDOUR_TODAY = imports.ON.isoformat()


@pytest.fixture
def officer(client):
    """An officer, signed in."""
    user = cast.officer()
    client.force_login(user)
    return user


@pytest.fixture
def by(db):
    """An officer, not signed in."""
    return cast.officer()
