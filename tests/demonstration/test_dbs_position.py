"""The numbers of both known papers on the position page: the first counted from the register, the
second entered as its paper gives them."""

import csv
from collections import Counter
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest

from assurance.accounts.models.accounts import Council
from assurance.dbs.models.populations import position_summary
from assurance.dbs.rules import overview
from assurance.figures.figure import WHOLE, FigureRequest
from assurance.figures.registry import FIGURES
from assurance.imports.models import ImportRun
from assurance.looked_after.models.published import compared_on, own_rate
from assurance.people.models.people import Cohort
from assurance.runtime.periods import When
from reports.demonstration import texts
from reports.demonstration.comparison import AREAS, DAY, FILE, LATER_FILE

JANUARY, POSITION = date(2016, 1, 5), date(2016, 1, 15)


def position(audit_date, day):
    """The usual population of the demonstration."""
    council = Council.objects.get()
    return position_summary(
        council, Cohort.objects.get(kind=Cohort.STAFF, usual=True), audit_date, day
    )


def counts(found, *keys):
    """How many each key names."""
    return [found.picture.count(key) for key in keys]


def test_the_register_of_january_2016_is_what_the_paper_says(demonstration):
    found = position(JANUARY, POSITION)
    past_due = counts(found, "audit.OVERDUE", "audit.OVERDUE_IN_PROGRESS")
    assert (found.picture.count("scope"), sum(past_due)) == (351, 30)
    assert counts(found, "followup.rechecked", "followup.in_progress") == [14, 16]
    assert counts(found, "followup.not_started", "status.NO_CHECK", "kind.without") == [0, 0, 0]
    assert counts(found, "due.2016-01", "audit.DUE_SOON", "audit.IN_DATE") == [7, 7, 314]
    assert counts(found, "kind.compliant", "status.OVERDUE_IN_PROGRESS") == [335, 16]
    assert found.audit.parts_at("position") == {
        part: found.picture.count(f"status.{part}") for part in found.audit.parts_at("position")
    }
    assert found.audit.groups_at("position").keys() == {
        group for group in found.cohort.groups if found.picture.count(f"scope..{group}")
    }
    assert (found.before.needing, found.corrected) == (346, 0)
    before, left, joined, now = counts(found, "before", "left", "joined", "scope")
    assert (before, now) == (346, 351) and before - left + joined == now
    assert overview.next_audit(found.latest.audit_date, found.audit_months, POSITION) == (
        "Due on 5 July 2016 (every 6 months)",
        False,
    )


def test_all_seven_of_january_were_reminded(demonstration):
    month = When(date(2016, 1, 1), date(2016, 1, 31))
    asked = FigureRequest(Council.objects.get(), month)
    assert FIGURES["dbs.reminded"].measure(asked)[WHOLE].count == 7
    assert FIGURES["dbs.due_in_month"].measure(asked)[WHOLE].count == 7


def test_a_breach_of_the_summer_is_closed_and_one_of_january_stands_open(demonstration):
    council = Council.objects.get()
    for key, when, number in (
        ("dbs.breaches_open", When.at(date(2015, 6, 14)), None),
        ("dbs.breaches_open", When.at(date(2015, 7, 19)), 1),
        ("dbs.breaches_open", When.at(date(2015, 7, 20)), 0),
        ("dbs.breaches_open", When.at(POSITION), 1),
        ("dbs.breaches_closed", When(date(2015, 4, 1), date(2015, 9, 30)), 1),
    ):
        assert FIGURES[key].measure(FigureRequest(council, when))[WHOLE].count == number, (
            key,
            when,
        )


@pytest.mark.parametrize("day", [date(2015, 6, 15), POSITION, date(2016, 1, 18), date(2018, 2, 1)])
def test_everybody_is_in_one_place_on_any_day(demonstration, day):
    found = position(None, day)
    statuses = [key for key in found.picture.keys if key.startswith("status.")]
    whole = [key for key in statuses if key.count(".") == 1]
    assert sum(counts(found, *whole)) == found.picture.total


def lines(name):
    """The lines of a file."""
    path = texts.FIXTURES / "demonstration" / name
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", [FILE, LATER_FILE])
def test_every_invented_rate_follows_from_its_number_and_its_population(name):
    for line in lines(name):
        number, population = line["children_count"], Decimal(line["population_estimate"])
        if number == "c":
            assert line["rate_per_10000"] == "c"
            continue
        rate = (Decimal(number) * 10_000 / population).quantize(Decimal(1), ROUND_HALF_UP)
        assert line["rate_per_10000"] == str(rate)
    assert all(line["source"] == "Invented for the demonstration" for line in lines(name))
    assert set(Counter(line["time_period"] for line in lines(name)).values()) == {18}


def test_the_council_stands_beside_england_its_region_and_its_neighbours(demonstration):
    council = Council.objects.get()
    found = list(compared_on(council, date(2016, 1, 18)))
    assert [one.measure for one in found] == ["looked_after", "starting", "ceasing"]
    for one in found:
        assert [day.year for day in one.days] == [2013, 2014, 2015]
        named = " ".join(name for name, _ in one.lines)
        assert all(name in named for _, name in AREAS.values()) and "England" in named
    rate, population, day = own_rate(council, date(2015, 12, 1), 188)
    assert (rate, population, day) == (Decimal("51.4"), 36_600, date(2015, 3, 31))
    run = ImportRun.objects.get()
    assert (run.added, run.refused, run.ended_on) == (54, 0, DAY)
