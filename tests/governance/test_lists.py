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


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("developments/", ["Door", "System"]),
        ("developments/?sort=-title", ["System", "Door"]),
        ("developments/?state=done", ["Door"]),
        ("developments/?kind=case_system", ["System"]),
        ("developments/?text=ledger", ["System"]),
        ("developments/?text=trust&state=planned", []),
        ("developments/?kind=castle&state=odd", ["Door", "System"]),
        ("documents/", ["Policy", "Report", "Vision"]),
        ("documents/?kind=policy", ["Policy"]),
        ("documents/?unchecked=6", ["Policy", "Report"]),
        ("documents/?unchecked=12", ["Report"]),
        ("documents/?unchecked=7", ["Policy", "Report", "Vision"]),
        ("documents/?text=director", ["Report"]),
        ("events/", ["Second", "First"]),
        ("events/?sort=number", ["Second", "First"]),
        ("events/?text=schools", ["First"]),
        ("events/?held_from_day=8&held_from_month=12&held_from_year=2015", ["Second"]),
        ("events/?held_to_day=7&held_to_month=12&held_to_year=2015", ["First"]),
        ("risks/?state=open", ["Open"]),
        ("risks/?state=closed", ["Shut"]),
        ("risks/?text=money", ["Open"]),
        ("statements/?validated=yes", ["Shown"]),
        ("statements/?validated=no", ["Stated"]),
        ("statements/?text=good", ["Stated"]),
        ("measures/", ["Caseload", "Spend"]),
        ("measures/?unit=money", ["Spend"]),
        ("measures/?text=holme", ["Caseload"]),
        ("forums/?kind=panel", ["Panel"]),
        ("forums/?text=lead", ["Board"]),
        ("risk-scales/?text=five", ["Of five"]),
    ],
)
def test_a_list_shows_what_was_asked_for(several, signed_in, asked, found):
    assert titles(signed_in.get(f"/matters/{asked}")) == found


def test_a_document_says_how_long_nobody_has_checked_it(several, signed_in):
    page = shown(signed_in, "/matters/documents/")
    for words in ("19 July 2015, not checked for 5 months", "not checked for 6", "Never checked"):
        assert words in page
