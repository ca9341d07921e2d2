"""Whom a council's rule asks; the sent and the approved paper are made once for a file's tests."""

import pytest

from tests import cast
from tests.make import papers
from tests.make.written_once import approved, approved_once, sent, sent_once  # noqa: F401


@pytest.fixture
def clerk(db):
    """Who writes."""
    return cast.clerk()


@pytest.fixture
def director(db):
    """Whom the rule asks to approve the whole."""
    return papers.approval_rule().approver


@pytest.fixture
def lawyer(director):
    """Whom the rule asks to approve the recommendations."""
    return papers.approval_rule("legal", scope="recommendations").approver
