"""The engine is tested with kinds of its own."""

import pytest

from assurance.imports import declared
from tests.make import imports


@pytest.fixture(autouse=True)
def small_kinds(monkeypatch):
    """The kinds of the tests alone are declared."""
    monkeypatch.setattr(declared, "KINDS", imports.KINDS)
