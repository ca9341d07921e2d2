"""The demonstration's areas compared with: three years of each, with a mark, and a rate of its own;
every number printed beside them follows from the file."""

import csv
from collections import Counter
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from assurance.accounts.models.accounts import Council
from assurance.imports.models import ImportRun
from assurance.looked_after.models.published import compared_on, own_rate
from reports.demonstration import texts
from reports.demonstration.comparison import AREAS, DAY, FILE


def lines():
    """The lines of the file."""
    path = texts.FIXTURES / "demonstration" / FILE
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_invented_rate_follows_from_its_number_and_its_population():
    for line in lines():
        number, population = line["children_count"], Decimal(line["population_estimate"])
        if number == "c":
            assert line["rate_per_10000"] == "c"
            continue
        rate = (Decimal(number) * 10_000 / population).quantize(Decimal(1), ROUND_HALF_UP)
        assert line["rate_per_10000"] == str(rate)
    assert all(line["source"] == "Invented for the demonstration" for line in lines())
    assert set(Counter(line["time_period"] for line in lines()).values()) == {18}


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
