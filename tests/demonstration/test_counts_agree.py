"""Counts of one thing agree between home, the lists that it leads to and the DBS position, or name
their populations."""

import html
import re
from datetime import date

import pytest

from assurance.accounts.models.accounts import User
from assurance.people.models.people import Cohort
from reports.tasks.all_tasks import needs_of
from tests.tasks.test_counts_and_lists import counted, listed

pytestmark = pytest.mark.django_db
DAYS = ("2016-01-18", "2016-07-15", "2018-01-10")


@pytest.fixture(params=DAYS)
def officer(request, demonstration, client, settings):
    """The officer of the demonstration, signed in on a day."""
    settings.CANDOUR_TODAY = request.param
    user = User.objects.get(email="officer@eborford.example")
    client.force_login(user)
    return user, date.fromisoformat(request.param)


def number_of_rows(client, address):
    """How many a page lists."""
    return client.get(address, follow=True).context["page"].paginator.count


@pytest.mark.long
def test_each_count_at_home_is_that_of_the_list_it_leads_to(officer, client):
    user, day = officer
    tried = set()
    for need in needs_of(user, day):
        if (number := counted(need)) is not None:
            assert listed(client, need) == number, need
            tried.add(need.address)
    assert len(tried) > 5


@pytest.mark.long
def test_what_home_says_of_each_population_is_what_its_position_and_its_list_say(officer, client):
    user, day = officer
    found = {need.address: need.words for need in needs_of(user, day)}
    lines = {
        "kind.overdue": found["/dbs/?status=past_due"],
        "status.DUE_SOON": found["/dbs/?status=DUE_SOON"],
    }
    populations = Cohort.objects.of(user.council).counted_on(day)
    assert len(populations) > 1
    for cohort in populations:
        page = client.get("/dbs/position/", {"cohort": cohort.pk}).content.decode()
        for key, line in lines.items():
            at_home = re.search(rf"{re.escape(cohort.title)}: (\d+)", line)
            at_home = int(at_home[1]) if at_home else 0
            [address] = set(re.findall(rf'href="([^"]+show={re.escape(key)})"', page)) or {""}
            if not address:
                # Nobody is named at home, and nobody is to be opened.
                assert at_home == 0, (cohort, key)
                continue
            shown = set(re.findall(rf'{re.escape(address)}"[^>]*>\D*(\d+)', page))
            assert shown == {str(at_home)}, (cohort, key)
            assert number_of_rows(client, html.unescape(address)) == at_home


@pytest.mark.long
def test_every_number_of_the_position_leads_to_as_many_people(officer, client):
    _, day = officer
    if day.year == 2016:
        page = client.get("/dbs/position/").content.decode()
        links = re.findall(r'<a[^>]*href="(/dbs/position/people/[^"]+)"[^>]*>(.*?)</a>', page, re.S)
        numbers = {
            address: re.search(r"\d+", re.sub("<[^>]*>", "", words)) for address, words in links
        }
        assert len(numbers) > 20
        for address, number in list(numbers.items())[::3]:
            assert number_of_rows(client, html.unescape(address)) == int(number[0]), address
