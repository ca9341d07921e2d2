"""Which team follows which, kept on the page of a team."""

from datetime import date

import pytest

from assurance.people.models.teams import Team, TeamSuccession
from assurance.records import operations
from assurance.records.history import HistoryEntry
from tests.cast import administrator, make_council
from tests.make.people import LONG_AGO, succession, team
from tests.page_requests import boxes, words

pytestmark = pytest.mark.django_db
DAY = date(2016, 9, 5)


@pytest.fixture
def signed_in(client):
    """The client of an administrator."""
    client.force_login(administrator())
    return client


def test_a_team_before_is_added_on_the_page_of_a_team_and_stands_on_both(signed_in):
    north, east = team("North"), team("East")
    page = words(signed_in.get(f"/teams/{north.pk}/"))
    assert "No team before or after it is recorded." in page and "Add a team before it" in page
    address = f"/teams/{north.pk}/successions/add/"
    assert "East" in words(signed_in.get(address))
    sent = {"before": east.pk, **boxes(from_date="5 9 2016")}
    page = words(signed_in.post(address, sent, follow=True))
    assert "Follows East from 5 September 2016" in page
    page = words(signed_in.get(f"/teams/{east.pk}/"))
    assert "Followed by North from 5 September 2016" in page
    assert "This team has no end date, so forms still offer it." in page
    Team.objects.filter(pk=east.pk).update(to_date=DAY)
    assert "has no end date" not in words(signed_in.get(f"/teams/{east.pk}/"))
    entry = HistoryEntry.objects.order_by("seq").last()
    assert entry.what == "team_successions.add"


@pytest.mark.parametrize(
    ("day", "field", "sentence"),
    [
        ("", "from_date", "Enter the date from which it follows the team before"),
        ("1 1 2009", "from_date", "North is not there on 1 January 2009"),
    ],
)
def test_a_wrong_day_gets_its_sentence(signed_in, day, field, sentence):
    north, east = team("North"), team("East")
    sent = {"before": east.pk, **boxes(from_date=day)}
    answer = signed_in.post(f"/teams/{north.pk}/successions/add/", sent)
    assert answer.status_code == 200
    assert answer.context["form"].errors[field][0].startswith(sentence)
    assert not TeamSuccession.objects.exists()


def test_a_ring_a_second_time_and_a_team_of_another_council_are_refused(signed_in):
    row = succession()
    other = team("Far", council=make_council("elsewhere"))
    address = f"/teams/{row.before_id}/successions/add/"
    for before, sentence in (
        (row.team_id, "North team follows East team: a team cannot come before itself"),
        (other.pk, "Select the team before from the list"),
        (row.before_id, "Select the team before from the list"),
    ):
        sent = {"before": before, **boxes(from_date="5 10 2016")}
        answer = signed_in.post(address, sent)
        assert answer.context["form"].errors["before"] == [sentence]
    again = {"before": row.before_id, **boxes(from_date="5 10 2016")}
    answer = signed_in.post(f"/teams/{row.team_id}/successions/add/", again)
    assert "recorded already" in answer.context["form"].errors["before"][0]


def test_a_withdrawn_succession_leads_nowhere(signed_in):
    row = succession()
    assert TeamSuccession.objects.of(row.council).steps() == [
        (row.before_id, row.team_id, DAY, "East team", "North team")
    ]
    own = {"record": row, "version": row.version, "because": "Entered twice"}
    operations.withdraw(**own, by=administrator(), on=DAY)
    assert TeamSuccession.objects.of(row.council).steps() == []
    assert "Follows East" not in words(signed_in.get(f"/teams/{row.team_id}/"))


def test_a_day_is_corrected_in_place(signed_in):
    row = succession()
    sent = {"before": row.before_id, "version": row.version, **boxes(from_date="12 9 2016")}
    assert signed_in.post(f"/teams/successions/{row.pk}/change/", sent).status_code == 302
    row.refresh_from_db()
    assert row.from_date == date(2016, 9, 12) > LONG_AGO
