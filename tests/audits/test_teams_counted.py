"""Teams on a date, and those of each service."""

from datetime import date

import pytest
from django.urls import reverse

from assurance.figures.figure import FigureRequest, Mark
from assurance.figures.registry import FIGURES, evidence_of
from assurance.people.models.people import Cohort
from assurance.runtime.periods import When
from tests.cast import make_council
from tests.make.people import cohort, team

pytestmark = pytest.mark.django_db
START, END = date(2014, 1, 1), date(2016, 9, 4)


@pytest.fixture(autouse=True)
def teams():
    """Three teams of one service, and one of another that ended."""
    for name in ("North", "East", "West"):
        team(name, service="Child in Need", from_date=START)
    team("Adoption", service="Looked-after children", from_date=START, to_date=END)


def counts(key, day, **said):
    """Member → count on a day."""
    index = FIGURES[key].measure(FigureRequest(make_council(), When.at(day), **said))
    return {name: value.count for name, value in index.items()}


@pytest.mark.parametrize(("day", "others"), [(START, 1), (END, 1), (date(2016, 9, 5), 0)])
def test_a_team_counts_from_its_first_day_to_its_last(day, others):
    assert counts("audits.teams", day) == {"": 3 + others}
    told = {"child-in-need": 3, "looked-after-children": others}
    assert counts("audits.teams_by_service", day) == told


@pytest.mark.parametrize("key", ["audits.teams", "audits.teams_by_service"])
def test_before_the_first_team_and_of_a_population_nothing_is_returned(key):
    request = FigureRequest(make_council(), When.at(date(2013, 12, 31)))
    assert FIGURES[key].measure(request)[""].mark == Mark.NOT_RETURNED
    of_people = FigureRequest(make_council(), When.at(END), cohort(kind=Cohort.STAFF))
    assert FIGURES[key].measure(of_people)[""].mark == Mark.NOT_RETURNED


def test_who_keeps_teams_is_asked_for_them():
    assert reverse(evidence_of("audits.teams").address) == reverse("people:list")
