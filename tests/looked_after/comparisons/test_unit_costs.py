"""Unit costs are said beside a census, counted or entered, and leave its children as they are."""

from datetime import date

import pytest

from assurance.figures.figure import FigureRequest
from assurance.looked_after.models import readings
from assurance.looked_after.operations.censuses import set_unit_costs
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from assurance.runtime.periods import When
from tests.cast import officer
from tests.make.looked_after import census, held_return
from tests.sweeping import NamedCase

pytestmark = pytest.mark.django_db
DAY = date(2015, 12, 1)
COSTS = {"agency_foster": (48_000, "Finance"), "external_residential": (166_000, "Finance")}


def say(row, costs=COSTS, version=None):
    return set_unit_costs(
        record=row,
        version=version or row.version,
        unit_costs=costs,
        by=officer(),
        on=date(2016, 1, 4),
    )


def test_costs_are_said_of_a_counted_census_and_stand_in_figures():
    row = census(held_return=held_return())
    said = say(row)
    assert said.origin == row.origin
    assert said.total == row.total
    found = readings.unit_cost(FigureRequest(row.council, When.at(DAY))).members
    assert {group: tally.count for group, tally in found.items()} == {
        "agency_foster": 48_000,
        "external_residential": 166_000,
    }


def test_costs_given_again_take_the_place_of_those_before_and_are_refused_without_a_source():
    row = say(census())
    row = say(row, {"agency_foster": (50_000, "Finance, corrected")})
    for costs, version, refusal, sentence in (
        ({"lodging": (1, "Finance")}, None, Refused, "no unit cost called lodging"),
        ({"agency_foster": (1, " ")}, None, Refused, "Enter the source of the cost"),
        (COSTS, 1, EditConflict, "Someone else changed this"),
    ):
        with NamedCase(costs), pytest.raises(refusal, match=sentence):
            say(row, costs, version)
    assert [str(one) for one in row.unit_costs.all()] == [
        "Foster care through an independent agency: £50,000"
    ]
    changes = HistoryEntry.objects.about(row)[0].changes
    assert changes["unit cost: external_residential"]["to"] is None
    with pytest.raises(Refused, match="replaced or withdrawn"):
        say(census(edition=2, replaced_on=date(2016, 1, 2)))
