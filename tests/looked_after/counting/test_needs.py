"""Categories of need and groups of legal status of a counted census."""

from datetime import date

import pytest

from assurance.figures.figure import FigureRequest, Mark
from assurance.figures.registry import FIGURES
from assurance.looked_after.models.censuses import Census, CensusCount
from assurance.looked_after.models.performance import performance_of
from assurance.looked_after.models.tables import tables_of
from assurance.looked_after.operations import returns
from assurance.looked_after.operations.counts import CensusCounter
from assurance.looked_after.operations.recounts import Recounts
from assurance.runtime.periods import When
from tests.cast import make_council, officer
from tests.make.looked_after import census, episode, held_return

pytestmark = pytest.mark.django_db
DAY, ON = date(2017, 12, 31), date(2018, 6, 1)


def returned():
    """A return of four children in three needs, one of them not given."""
    held = held_return()
    for cin, ls in (("N1", "C2"), ("N1", "V2"), ("N5", "C1"), ("", "J1")):
        episode(held_return=held, cin=cin, ls=ls)
    return held


def values(key, day=DAY):
    """Member → count of a figure on a day."""
    told = FIGURES[key].measure(FigureRequest(make_council(), When.at(day)))
    return {name: value.count for name, value in told.items()}


def test_a_count_keeps_needs_and_groups_of_status_that_add_to_the_children():
    returns.count_days(held_return=returned(), days=[DAY], by=officer(), on=ON)
    assert values("looked_after.need") == {"N1": 2, "N5": 1, "not_known": 1}
    groups = values("looked_after.legal_group")
    assert {name: n for name, n in groups.items() if n} == {
        "care_orders": 2, "voluntary": 1, "youth_justice": 1,
    }  # fmt: skip
    assert sum(groups.values()) == values("looked_after.children")[""] == 4
    headings = {table.heading: dict(table.rows) for table in tables_of(Census.objects.get())}
    assert headings["Children by category of need"] == {
        "Abuse or neglect": 2, "Family dysfunction": 1, "Not known": 1,
    }  # fmt: skip


def test_an_entered_census_and_one_counted_before_have_no_needs():
    census(date=DAY)
    told = FIGURES["looked_after.need"].measure(FigureRequest(make_council(), When.at(DAY)))
    assert told[""].mark == Mark.NOT_RETURNED
    group = FIGURES["looked_after.legal_group"].measure(FigureRequest(make_council(), When.at(DAY)))
    assert group[""].mark == Mark.NOT_RETURNED
    position = performance_of(make_council(), DAY, date(2017, 1, 1))
    (table,) = [one for one in position.breakdowns if one.slug == "need"]
    assert not table.is_told


def test_a_count_without_needs_is_right_as_it_was_and_gains_them_by_a_press():
    held = returned()
    before = returns.count_census(held_return=held, day=DAY, by=officer(), on=ON)
    CensusCount.objects.filter(census=before, breakdown="need").delete()
    assert Recounts(held.council, ON).wrong == []
    assert values("looked_after.need") == {"": None}
    # What nobody asked for leaves it; a press adds the breakdown as the next edition.
    assert CensusCounter(held, ON).count_all([DAY])[0] == []
    (made,), _ = returns.count_days(held_return=held, days=[DAY], by=officer(), on=ON)
    assert (made.edition, made.total) == (before.edition + 1, before.total)
    assert values("looked_after.need")["N1"] == 2


def test_the_working_page_has_a_table_of_needs_beside_the_year_before():
    held = returned()
    returns.count_days(held_return=held, days=[DAY], by=officer(), on=ON)
    position = performance_of(held.council, DAY, date(2017, 6, 1))
    (table,) = [one for one in position.breakdowns if one.slug == "need"]
    assert {line.label: line.now for line in table.lines} == {
        "Not known": 1, "Abuse or neglect": 2, "Family dysfunction": 1,
    }  # fmt: skip
