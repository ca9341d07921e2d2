"""Every address, found by itself, asks as much of twenty times the demonstration as of it once, and
no more than its budget."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.urls import reverse

from assurance.accounts.models.accounts import Council
from assurance.dbs.models.audits import DbsAudit
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.comparisons import PublishedFigure
from assurance.runtime.databases.statistics import count_all
from reports.editions.models.editions import Edition
from reports.papers.addresses import paper_address
from reports.papers.models.templates import HouseWord
from scale.measures import Statements
from scale.rows import add_times
from tests import cast
from tests.everybody import address_of, signed_in, somebody_who_may
from tests.pages_by_role import PAGES, PEOPLE
from tests.sampling import sample

TODAY = date(2016, 1, 18)
TIMES = 20
# A page asks so much at most, but for those that have a budget of their own.
MOST = 60
OWN = {
    "publication:paper": 20,
    "home": 72,
    **dict.fromkeys(("editor:draft", "editor:section", "approvals:send"), 70),
    **dict.fromkeys(("approvals:approve", "approvals:sign-off", "report-job"), 90),
    **{"imports:undo": 185, "looked_after:recounts": 110},
}
# Between two counts a page asks this much more at most: whether there is a further page of a list.
MORE = 2
# What has a budget of its own is asked each time, of the rest a part.
ASKED = list({**OWN, **dict.fromkeys(sample(PAGES, 12))})
RECORD = ("record", "change", "withdraw", "undo")
# Pages of a row that there may be once, which the demonstration has already.
THERE = {
    **{f"looked_after:{page}": Census for page in (*RECORD, "unit-costs", "locations")},
    **{f"dbs:audit-{page}": DbsAudit for page in RECORD},
    **{f"editor:house-word-{page}": HouseWord for page in RECORD},
    "looked_after:published-record": PublishedFigure,
}


@pytest.fixture
def browsers(demonstration, settings):
    """Person of PEOPLE → a browser, of the demonstration's council under the tests' usual name."""
    settings.CANDOUR_TODAY = TODAY.isoformat()
    Council.objects.filter(slug="eborford").update(slug="netherby")
    return {person: signed_in(person) for person in PEOPLE}


def asked(browsers):
    """Name of a page of `ASKED` → how many queries its answer asks; its writes are taken back."""
    council = cast.make_council()
    return {name: asked_by(browsers, council, name) for name in ASKED}


def asked_by(browsers, council, name):
    """How many queries the answer of one page asks, of somebody who may ask for it."""
    with transaction.atomic():
        address = address_in(council, name)
        with connection.execute_wrapper(statements := Statements()):
            answer = browsers[somebody_who_may(name)].get(address)
            # A file is read from the database while it is sent.
            b"".join(answer)
        transaction.set_rollback(True)
    return statements.number


def address_in(council, name):
    """The address called `name`, of a row of the demonstration where it has to be."""
    if name in THERE:
        return reverse(name, args=[THERE[name].objects.filter(council=council).last().pk])
    return address_of(name, council)


@pytest.mark.slow
def test_a_page_asks_no_more_of_twenty_times_the_demonstration(browsers):
    once = asked(browsers)
    assert add_times(cast.make_council(), TIMES) > 10_000
    count_all()
    many = asked(browsers)
    grown = {name for name in ASKED if many[name] > once[name] + MORE}
    over = {name: most for name in ASKED if (most := many[name]) > OWN.get(name, MOST)}
    assert (grown, over) == (set(), {})


def test_the_page_of_a_published_report_keeps_to_its_budget(browsers):
    name = "publication:paper"
    assert 5 < asked_by(browsers, cast.make_council(), name) <= OWN[name]
    paper = Edition.objects.public_in("netherby")[0].paper
    with connection.execute_wrapper(statements := Statements()):
        assert browsers["signed out"].get(paper_address(paper)).status_code == 200
    assert 5 < statements.number <= OWN[name]


def test_a_budget_of_its_own_is_that_of_a_page():
    assert {*OWN, *THERE} <= set(PAGES)
    assert MOST not in OWN.values()
