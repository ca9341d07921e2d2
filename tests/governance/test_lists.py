"""The lists of other matters, by every filter."""

from datetime import date

import pytest

from tests.governance.entries import DAY, shown, titles
from tests.make import matters

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_january_2016")]


@pytest.fixture
def several(signed_in):
    """Rows that differ in everything a filter asks for."""
    front, case = "front_door", "case_system"
    matters.development(title="Door", kind=front, state="done", partner="Trust")
    matters.development(title="System", kind=case, predecessor="Ledger")
    matters.document(title="Vision", kind="vision", last_checked_on=date(2015, 7, 19))
    matters.document(title="Policy", kind="policy", last_checked_on=date(2015, 7, 18))
    matters.document(title="Report", kind="report", owner_role="Director")
    matters.event(title="First", held_on=date(2015, 12, 7), audience="Schools")
    matters.event(title="Second", held_on=DAY, subject="Plans", number=5)
    matters.risk(title="Open", cause="Money")
    matters.risk(title="Shut", closed_on=DAY, owner_role="Director")
    matters.statement(title="Shown", validated_body="Board", validated_on=DAY)
    matters.statement(title="Stated", statement="Plans are good.")
    matters.measure(title="Caseload", area="Holme ward")
    matters.measure(title="Spend", unit="money", source="Monitor")
    matters.forum(title="Board", chair_role="Lead member")
    matters.forum(title="Panel", kind="panel", chair_role="Director")
    matters.scale(title="Of five")


ASKED = (
    ("developments/?sort=-title", ["System", "Door"]),
    ("developments/?text=trust&state=planned", []),
    ("developments/?kind=castle&state=odd", ["Door", "System"]),
    ("documents/?unchecked=7", ["Policy", "Report", "Vision"]),
    ("events/?sort=number", ["Second", "First"]),
    ("risk-scales/?text=five", ["Of five"]),
)


def test_a_list_is_sorted_and_leaves_out_of_account_what_nobody_could_choose(several, signed_in):
    for asked, found in ASKED:
        assert titles(signed_in.get(f"/matters/{asked}")) == found, asked


def test_a_document_says_how_long_nobody_has_checked_it(several, signed_in):
    page = shown(signed_in, "/matters/documents/")
    for words in ("19 July 2015, not checked for 5 months", "not checked for 6", "Never checked"):
        assert words in page
