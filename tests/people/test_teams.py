"""The teams that audits name, kept by an administrator."""

from datetime import date

import pytest
from django.urls import reverse

from assurance.people.models.teams import Team
from assurance.records import operations
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from tests.cast import administrator, make_council, officer
from tests.dbs.entries import refused
from tests.make.people import LONG_AGO, team

pytestmark = pytest.mark.django_db
DAY = date(2015, 3, 2)


def typed(**said):
    """What an administrator types for a team."""
    usual = {"name": "North", "service": "Child in Need"}
    first = {"from_date_day": "1", "from_date_month": "4", "from_date_year": "2014"}
    return {**usual, **first, **said}


@pytest.fixture
def signed_in(client):
    """The client of an administrator."""
    client.force_login(administrator())
    return client


def test_a_team_is_added_changed_and_ended_but_never_withdrawn(signed_in):
    page = signed_in.post("/teams/add/", typed(), follow=True).content.decode()
    assert "Team added." in page
    assert "1 April 2014" in page
    assert "Withdraw" not in page
    kept = Team.objects.get()
    ended = typed(to_date_day="2", to_date_month="3", to_date_year="2015")
    page = signed_in.post(f"/teams/{kept.pk}/change/", ended, follow=True).content.decode()
    assert "Team changed." in page
    kept.refresh_from_db()
    assert kept.to_date == DAY
    entry = HistoryEntry.objects.order_by("seq").last()
    assert (entry.what, entry.about) == ("teams.change", f"team {kept.pk}")
    assert entry.changes == {"to_date": {"from": None, "to": "2015-03-02"}}


def test_a_wrong_entry_gets_its_sentence_and_a_name_of_another_service_is_taken(signed_in):
    team("Taken")
    taken = "Child in Need has a team called Taken already: change that one, or use another name"
    early = {"to_date_day": "31", "to_date_month": "3", "to_date_year": "2014"}
    for said, field, sentence in (
        ({"name": ""}, "name", "Enter the name of the team"),
        ({"name": "x" * 121}, "name", "The name of the team must have 120 characters or fewer"),
        ({"name": "Taken"}, "name", taken),
        ({"service": ""}, "service", "Enter the service that the team belongs to"),
        ({"service": "x" * 121}, "service", "The service must have 120 characters or fewer"),
        ({"from_date_day": ""}, "from_date", "The team’s start date must include a day"),
        (early, "to_date", "The team began on 1 April 2014: it cannot end before that date"),
    ):
        answer = signed_in.post("/teams/add/", typed(**said))
        assert refused(answer, Team, kept=1) == (field, sentence)
    team("North", service="Looked After")
    team("North", council=make_council("otherby"))
    assert signed_in.post("/teams/add/", typed()).status_code == 302


def test_the_list_is_filtered_by_name_and_service(signed_in):
    team("North")
    team("South", service="Looked After")
    assert len(signed_in.get("/teams/").context["lines"]) == 2
    for words in ("south", "looked"):
        lines = signed_in.get(f"/teams/?text={words}").context["lines"]
        assert [line["record"].name for line in lines] == ["South"]
    assert "withdrawn" not in signed_in.get("/teams/").context["filter_form"].fields


def test_a_team_may_take_its_own_name_and_no_others():
    north, south = team("North"), team("South")
    doing = {"record": south, "by": officer(), "on": DAY}
    whole = {"service": south.service, "from_date": LONG_AGO, "to_date": None}
    assert operations.change(name="South", **whole, **doing).from_date == LONG_AGO
    for said, field in (
        ({"name": "North", "to_date": None}, "name"),
        ({"name": "South", "to_date": date(2009, 12, 31)}, "to_date"),
    ):
        with pytest.raises(Refused) as fault:
            operations.change(**{**whole, **said}, **doing)
        assert fault.value.field == field
    assert north.history_name == f"team {north.pk}" and str(north) == "North"


def test_the_services_are_named_once_and_in_order():
    for name, service in (("A", "Looked After"), ("B", "Child in Need"), ("C", "Looked After")):
        team(name, service=service)
    rows = Team.objects.all()
    assert list(rows.services()) == ["Child in Need", "Looked After"]
    assert [one.name for one in rows.filtered("LOOKED")] == ["A", "C"]
    assert rows.filtered("").count() == 3 and not rows.filtered("Z").exists()


def test_an_officer_reaches_the_teams_from_the_audits_and_changes_nothing(client):
    kept = team(name="North")
    client.force_login(officer())
    assert f'href="{reverse("people:list")}">Teams</a>' in client.get("/audits/").content.decode()
    listed = client.get("/teams/").content.decode()
    page = client.get(f"/teams/{kept.pk}/").content.decode()
    assert f'href="/teams/{kept.pk}/"' in listed and f'href="/audits/?team={kept.pk}"' in page
    for text in (listed, page):
        assert "Add a team" not in text and f"/teams/{kept.pk}/change/" not in text
    # What only an administrator opens is offered to them alone.
    assert reverse("people:cohort-list") not in listed
    assert client.get(f"/teams/{kept.pk}/change/").status_code == 403


def test_a_team_leads_to_its_audits_for_who_may_see_them(client):
    kept = team(name="North")
    for user, may_read in ((administrator(), False), (officer(), True)):
        client.force_login(user)
        page = client.get(f"/teams/{kept.pk}/").content.decode()
        assert (f"/audits/?team={kept.pk}" in page) is may_read
