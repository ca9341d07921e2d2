"""Outcome sets of settings: nurseries and childminders by inspection, counted and not hidden."""

from datetime import date

import pytest
from django.urls import reverse

from assurance.figures.figure import FigureRequest, Mark
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.outcomes.models import OutcomeSet
from assurance.outcomes.rules import OTHER_UNIT
from assurance.runtime.periods import When
from tests.cast import make_council, officer
from tests.make.outcomes import outcome_set
from tests.page_requests import words

pytestmark = pytest.mark.django_db
GRADES = (("Outstanding", 2), ("Good", 41), ("Not yet inspected", 7))
DAY, COUNT = date(2015, 12, 1), "outcomes.setting_count"


def minders(**said):
    """Fifty childminders by inspection on 31 March 2015."""
    return outcome_set(GRADES, title="Childminders", unit="settings", **said)


def typed(**said):
    """What the form sends."""
    sent = {"title": "Nurseries", "unit": "settings", "population": "Registered nurseries"}
    sent |= {"base": 44, "source": "Early years register", "to_date_day": 31}
    sent |= {"to_date_month": 3, "to_date_year": 2015, "title_1": "Good", "count_1": 42}
    return {**sent, "title_2": "Requires improvement", "count_2": 2, **said}


def values(key):
    """Member → value of a figure."""
    return FIGURES[key].measure(FigureRequest(make_council(), When.at(DAY)))


def marks(key):
    """Member → why a report shows no number, empty where it shows one."""
    query = [FigureQuery(key, "", When.at(DAY))]
    shown = measure(make_council(), query, FIGURES).shown.values()
    return {value.member: value.mark for value in shown}


def test_settings_are_recorded_by_the_form_and_add_up(client):
    client.force_login(officer())
    answer = client.post(reverse("outcomes:add"), typed(base=45))
    assert "1 is missing" in answer.context["form"].errors["base"][0]
    page = words(client.post(reverse("outcomes:add"), typed(), follow=True))
    assert "Settings, such as nurseries and childminders" in page and "Registered nurseries" in page
    assert OutcomeSet.objects.get().unit == "settings"


def test_a_set_without_a_choice_counts_people_and_a_series_counts_one_thing(client):
    client.force_login(officer())
    assert client.post(reverse("outcomes:add"), typed(unit="")).status_code == 302
    assert OutcomeSet.objects.get().unit == "people"
    answer = client.post(reverse("outcomes:add"), typed(to_date_year=2014))
    assert answer.context["form"].errors["unit"] == [OTHER_UNIT]


def test_small_numbers_of_settings_are_shown_and_those_of_people_are_not():
    minders()
    outcome_set(GRADES, title="Leavers")
    settings, people = marks("outcomes.setting_count"), marks("outcomes.count")
    assert settings["childminders__outstanding"] == Mark.SHOWN
    assert people["leavers__outstanding"] == Mark.WITHHELD


def test_each_figure_counts_its_own_kind_of_set():
    minders()
    outcome_set(GRADES, title="Leavers")
    assert {name: value.count for name, value in values("outcomes.settings").items()} == {
        "childminders": 50
    }
    assert {name: value.count for name, value in values("outcomes.cohort").items()} == {
        "leavers": 50
    }
    assert {name: (value.count, value.base) for name, value in values(COUNT).items()} == {
        "childminders__outstanding": (2, 50),
        "childminders__good": (41, 50),
        "childminders__not-yet-inspected": (7, 50),
    }
