"""From a figure of an issued report to its records: three clicks for who may open them, none for
anybody else."""

import re
from datetime import date
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from assurance.figures.registry import FIGURES
from reports.editions.models.editions import Edition
from reports.papers.addresses import edition_address
from reports.publication.figure_records.lists import LISTS, records_behind
from tests import cast
from tests.make import compared, dbs, matters, outcomes, people, surveys
from tests.page_requests import browser_of, words

pytestmark = pytest.mark.django_db
LINK = re.compile(r'href="([^"]+)">Records behind this figure<')


def entry(key, start="", end="", **more):
    """A figure's entry as far as its records are asked for."""
    usual = {"member": "", "population": "", "origin": ""}
    return SimpleNamespace(key=key, start=start, end=end, **usual | more)


def test_every_figure_leads_to_a_list():
    user = cast.make_user(*cast.ROLES)
    for key in FIGURES:
        address = records_behind(user, user.council, entry(key))
        assert browser_of(user).get(address).status_code == 200, key
    assert {key.partition(".")[0] for key in FIGURES} == {key for key in LISTS if "." not in key}
    assert {key for key in LISTS if "." in key} < FIGURES.keys()


@pytest.mark.parametrize(
    ("key", "chosen"),
    [
        ("audits.done", {"done_from": "2015-01-01", "done_to": "2015-12-31"}),
        ("audits.awaiting_sharing", {"done_to": "2015-12-31", "shared": "no"}),
        ("dbs.compliant", {"at": "2015-12-31", "status": "compliant"}),
        ("dbs.overdue", {"at": "2015-12-31", "status": "past_due"}),
        (
            "audits.moderated",
            {"done_from": "2015-01-01", "done_to": "2015-12-31", "moderation": "moderated"},
        ),
        ("audits.actions_overdue", {"state": "overdue"}),
        ("looked_after.children", {"year": "2015"}),
        ("dbs.breaches_open", {}),
        (
            "reviews.strengths",
            {
                "kind": "strength",
                "published_from": "2015-01-01",
                "published_to": "2015-12-31",
            },
        ),
        ("events.held", {"held_from": "2015-01-01", "held_to": "2015-12-31"}),
        ("dbs.leavers", {"left_from": "2015-01-01", "left_to": "2015-12-31"}),
        ("dbs.on_long_absence", {"at": "2015-12-31", "status": "absent"}),
        (
            "dbs.started_early",
            {"status": "early", "started_from": "2015-01-01", "started_to": "2015-12-31"},
        ),
    ],
)
def test_the_days_of_a_figure_narrow_its_list(key, chosen):
    user = cast.officer()
    # A list without rows has nothing to narrow.
    dbs.breach()
    address = records_behind(user, user.council, entry(key, "2015-01-01", "2015-12-31"))
    page = browser_of(user).get(address)
    filters = page.context["filter_form"].chosen()
    assert {name: str(value) for name, value in filters.items()} == chosen


def test_a_figure_of_a_population_leads_to_as_many_people_as_it_counts():
    user = cast.officer()
    people.cohort(slug="staff", groups=["employee", "agency"])
    for group in ("employee", "agency", "foster_carer"):
        people.engagement(group=group)
    for slug, number in (("staff", 2), ("", 3), ("gone", 3)):
        figure = entry("dbs.needing_check", end="2015-12-31", population=slug)
        page = browser_of(user).get(records_behind(user, user.council, figure))
        assert page.context["page"].paginator.count == number, slug


@pytest.mark.parametrize(
    ("key", "origin", "page"),
    [
        ("dbs.needing_check", "entered", "dbs:audit-list"),
        ("audits.done", "entered", "audits:total-list"),
        ("audits.done", "partly entered", "audits:list"),
        ("looked_after.rate", "published", "looked_after:area-list"),
    ],
)
def test_what_was_not_counted_leads_to_what_it_was_read_from(key, origin, page):
    user = cast.make_user(*cast.ROLES)
    audit = dbs.dbs_audit()
    figure = entry(key, end="2015-12-31", origin=origin, population=audit.cohort.slug)
    address = records_behind(user, user.council, figure)
    assert address.partition("?")[0] == reverse(page)
    page = browser_of(user).get(address)
    assert page.status_code == 200
    if key.startswith("dbs"):
        assert list(page.context["page"]) == [audit]


@pytest.mark.parametrize(
    ("key", "make", "within"),
    [
        ("measures.people", matters.measure, ""),
        ("outcomes.people", outcomes.outcome_set, "__in-time"),
        ("surveys.yes", surveys.survey, "__i-am-heard"),
    ],
)
def test_a_figure_of_one_record_searches_its_list_for_the_title(key, make, within):
    user = cast.officer()
    row, _other = make(title="Life story books"), make(title="Health checks", slug="health")
    address = records_behind(user, user.council, entry(key, member=f"{row.slug}{within}"))
    assert list(browser_of(user).get(address).context["page"]) == [row]
    assert "text" not in records_behind(user, user.council, entry(key, member="gone"))


@pytest.mark.parametrize(
    ("role", "subject", "is_offered"),
    [
        ("officer", "", True),
        ("officer", "audits", True),
        ("officer", "dbs", False),
        ("member", "", False),
        ("clerk", "", False),
    ],
)
def test_the_records_are_offered_to_who_may_open_them(role, subject, is_offered):
    user = cast.make_user(role, subject=subject)
    assert bool(records_behind(user, user.council, entry("audits.done"))) is is_offered


def test_nobody_of_another_council_and_nobody_signed_out_is_offered_any():
    other = cast.officer(cast.make_council("eborford"))
    stranger = SimpleNamespace(is_authenticated=False)
    for user in (other, stranger):
        assert records_behind(user, cast.make_council(), entry("audits.done")) == ""


def test_a_typed_number_has_no_records():
    user = cast.officer()
    assert records_behind(user, user.council, entry("stated")) == ""


def test_a_reader_sees_no_way_to_records(demonstration):
    edition = Edition.objects.public_in("eborford").latest_first()[0]
    row = next(row for row in edition.printed_figures.all() if row.printed.key != "stated")
    page = Client().get(f"{edition_address(edition)}figures/{row.number}/")
    assert page.status_code == 200 and not LINK.findall(page.content.decode())


@pytest.mark.parametrize("member", ["england", "E10000023"])
def test_a_published_rate_leads_to_the_row_of_its_area_and_year(member):
    user = cast.officer()
    for year in (2014, 2015, 2016):
        for code, name in (("E92000001", "England"), ("E10000023", "North Yorkshire")):
            level = "england" if name == "England" else "authority"
            compared.published(code, name, str(year % 100), level=level, date=date(year, 3, 31))
    figure = entry("looked_after.rate", "2015-03-31", "2015-03-31", member=member)
    figure.origin = "published"
    page = browser_of(user).get(records_behind(user, user.council, figure))
    row = page.context["record"]
    name = "England" if member == "england" else "North Yorkshire"
    assert (row.area_name, row.date, row.rate) == (name, date(2015, 3, 31), 15)
    assert "31 March 2015" in words(page) and "15" in words(page)
    assert row.source in words(page)


def test_the_mean_of_neighbours_leads_to_the_neighbours():
    user = cast.officer()
    neighbour = compared.compared_area(role="neighbour", area_code="E1", area_name="Selby")
    compared.compared_area(role="region", area_code="E2", area_name="The North")
    figure = entry("looked_after.rate", end="2015-03-31", member="neighbours", origin="published")
    page = browser_of(user).get(records_behind(user, user.council, figure))
    assert list(page.context["page"]) == [neighbour]
