"""Every figure of the demonstration's reports leads in three clicks to who recorded what it counts,
and to its own record or part where it has one."""

import re
from html import unescape

import pytest
from django.urls import resolve

from assurance.accounts.models.accounts import Council, User
from reports.demonstration.load import LAST_DAY
from reports.editions.models.editions import Edition
from reports.papers.addresses import edition_address
from reports.publication.figure_records.lists import records_behind
from tests.page_requests import browser_of
from tests.publication.pages.test_records_behind import LINK

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
RECORD = re.compile(r'<a class="govuk-link[^"]*" href="(/[a-z-]+/(?:[a-z-]+/)*\d+/)"')
# What a page prints of who recorded a record and when, or of what it was recorded with.
BY = re.compile(r"</time> by \S|Recorded with the [a-z -]+\. Its history names who did so")


def opened(client, address, known):
    """The words of a page, opened once; `known` are those that were."""
    if address not in known:
        page = client.get(address)
        assert page.status_code == 200, address
        known[address] = unescape(page.content.decode())
    return known[address]


def test_every_figure_reaches_its_records_and_who_recorded_them_in_three_clicks(
    whole_demonstration, settings
):
    settings.CANDOUR_TODAY = str(LAST_DAY)
    council, known, number = Council.objects.get(slug="eborford"), {}, 0
    client = browser_of(User.objects.get(email="officer@eborford.example"))
    for edition in Edition.objects.public_in(council.slug).readable():
        printed = [row for row in edition.printed_figures.all() if row.printed.key != "stated"]
        number += len(printed)
        for row in printed:
            # The first click opens the figure, the second its record or a list, the third a record.
            page = opened(client, f"{edition_address(edition)}figures/{row.number}/", known)
            assert row.printed.when in page
            [address] = LINK.findall(page)
            behind = opened(client, address, known)
            if 'id="history-heading"' not in behind:
                found = RECORD.findall(behind)
                assert found or row.printed.count == 0, (row.printed.key, address)
                behind = opened(client, found[0], known) if found else "</time> by no one"
            assert BY.search(behind), (row.printed.key, address)
    assert number > 150


# The part of a figure that its list or its record is narrowed to, as the demonstration has it.
ALONE = (
    ("reviews.councils_by_outcome", "reviews:outcomes-record"),
    ("reviews.councils_compared", "reviews:outcomes-record"),
    ("reviews.people_met", "reviews:record"),
    ("looked_after.children", "looked_after:record"),
    ("events.reached", "governance:event-record"),
    ("dbs.due_or_overdue", "dbs:audit-record"),
)
COUNTED = ("actions.by_plan", "documents.by_kind", "reviews.strengths_by_theme", "audits.done")


def test_a_figure_of_one_record_leads_to_it_and_one_of_a_part_to_as_many_as_it_counts(
    whole_demonstration, settings
):
    settings.CANDOUR_TODAY = str(LAST_DAY)
    council = Council.objects.get(slug="eborford")
    user = User.objects.get(email="officer@eborford.example")
    editions = Edition.objects.public_in(council.slug).readable()
    rows = [row.printed for one in editions for row in one.printed_figures.all()]
    for key, page in ALONE:
        every = [one for one in rows if one.key == key and not one.is_difference]
        assert every, key
        for one in every:
            address = records_behind(user, council, one)
            assert resolve(address.partition("?")[0]).view_name == page, (key, one.member, address)
    for key in COUNTED:
        for one in (row for row in rows if row.key == key and row.origin == "counted"):
            listed = browser_of(user).get(records_behind(user, council, one)).context["page"]
            assert listed.paginator.count == one.count, (key, one.member)
