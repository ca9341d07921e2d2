"""A report with legal implications, the lawyer whom the rule names, and who else there is."""

import pytest

from tests import cast
from tests.make import clearances, drafts

LAW = {
    "slug": "law",
    "part": "implications",
    "kind": "paragraph",
    "heading": "Legal",
    "text": "We looked after [[looked_after.children]] children, as the Act asks.",
}


@pytest.fixture
def clerk(db, settings):
    """Who writes the report, on the day of the drafts."""
    settings.CANDOUR_TODAY = drafts.ON.isoformat()
    return cast.clerk()


@pytest.fixture
def lawyer(clerk):
    """Whom the rule names for the legal implications."""
    return cast.make_user("approver", council=clerk.council, name="Head of Legal Services")


@pytest.fixture
def rule(lawyer):
    """The line of the lawyer."""
    return clearances.rule(council=lawyer.council, approver=lawyer)


@pytest.fixture
def paper(clerk, rule):
    """A report with legal implications, being written."""
    return drafts.written(clerk, LAW)


@pytest.fixture
def bare(clerk, rule):
    """A report in which nobody has written the legal implications."""
    return drafts.written(clerk)
