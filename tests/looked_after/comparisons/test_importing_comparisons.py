"""National comparison figures and placement costs imported from files."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assurance.imports import checks, kinds, operations
from assurance.imports.run.lifecycle import unpacked
from assurance.looked_after.models.censuses import UnitCost
from assurance.looked_after.models.comparisons import PublishedFigure
from assurance.looked_after.models.published import compared_on
from assurance.tables.reader import read
from tests.cast import make_council, officer
from tests.imports.registers import everything
from tests.make import compared, looked_after
from tests.make.looked_after import csv

FILE = Path(__file__).parents[2] / "data" / "dfe" / "cla_number_and_rate_per_10k_children.csv"
ON = date(2026, 1, 18)
COLUMNS = (
    "time_period,geographic_level,country_code,country_name,region_code,region_name,la_name,"
    "new_la_code,population_type,population_estimate,children_count,rate_per_10000"
)
STOCK = "Children looked after on 31 March each year"
YORK = f"2025,Local authority,E92000001,England,,,York,E06000014,{STOCK},34758,240,69"
COSTS = "Day of the census,Placement group,Average annual cost,Source"
AGENCY = "Foster care through an independent agency"

pytestmark = pytest.mark.django_db


def checked(name, content, council=None):
    """A run of one file, checked."""
    council = council or make_council()
    return checks.check(
        council=council, tables=read(name, content), kinds=kinds.KINDS, by=officer(council),
        on=ON,
    )  # fmt: skip


def imported(name, content):
    """A run of one file, imported."""
    return operations.import_files(
        run=checked(name, content), kinds=kinds.KINDS, by=officer(), on=ON
    )


def refusals(run):
    """Row number → (column, what is wrong) of a run's only file."""
    [unit] = unpacked(run.found)["units"]
    return {one["row"]: (one["column"], one["wrong"]) for one in unit["refusals"]}


def figures(content):
    """Brings a file of published figures in and gives them by area."""
    imported("cla.csv", content)
    return {one.area_name: one for one in PublishedFigure.objects.active()}


def test_the_departments_own_file_is_recognised_and_imported_whole():
    run = imported(FILE.name, FILE.read_bytes())
    assert (run.added, run.refused) == (36, 0)
    assert run.files[0]["kind"] == "national-comparison"
    england = PublishedFigure.objects.get(
        level="england", measure="looked_after", date=date(2025, 3, 31)
    )
    assert (england.children, england.rate, england.population) == (81_770, 67, 12_183_016)
    york = PublishedFigure.objects.get(area_name="York", measure="starting", date__year=2024)
    assert york.source.startswith("Department for Education")
    assert york.licence == "Open Government Licence v3.0"
    again = checked(FILE.name, FILE.read_bytes())
    assert (again.added, again.changed, again.same) == (0, 0, 36)


def test_the_page_compares_what_was_imported():
    compared.compared_area(role="own", area_code="E06000014", area_name="York")
    imported(FILE.name, FILE.read_bytes())
    stock = next(iter(compared_on(make_council(), ON)))
    assert [label for label, _ in stock.lines] == ["York", "England"]
    assert stock.lines[0][1][-1].words == "69"


@pytest.mark.long
def test_a_mark_stands_in_place_of_a_number_and_a_number_takes_its_place_again():
    held = figures(csv(COLUMNS, YORK.replace("240,69", "c,c")))
    assert (held["York"].mark, held["York"].rate, held["York"].is_published) == ("c", None, False)
    held = figures(csv(COLUMNS, YORK))
    assert (held["York"].mark, held["York"].rate, held["York"].is_published) == ("none", 69, True)
    held = figures(csv(COLUMNS, YORK.replace("240,69", "z,z")))
    assert not held["York"].is_published
    assert next(iter(compared_on(make_council(), ON)), None) is None


def test_a_corrected_number_changes_the_one_that_stands():
    figures(csv(COLUMNS, YORK))
    run = checked("cla.csv", csv(COLUMNS, YORK.replace("240,69", "241,69.5")))
    assert (run.added, run.changed) == (0, 1)
    operations.import_files(run=run, kinds=kinds.KINDS, by=officer(), on=ON)
    one = PublishedFigure.objects.get()
    assert (one.children, one.rate, one.version) == (241, Decimal("69.5"), 2)


def test_a_row_that_cannot_be_is_refused_by_its_column():
    spoiled = {
        "time_period": YORK.replace("2025", "25"),
        "geographic_level": YORK.replace("Local authority", "Ward"),
        "la_name": YORK.replace("York", ""),
        "population_type": YORK.replace(STOCK, "Children adopted"),
        "children_count": YORK.replace("240", "many"),
    }
    found = refusals(checked("cla.csv", csv(COLUMNS, YORK, *spoiled.values())))
    assert {row: column for row, (column, _) in found.items()} == dict(enumerate(spoiled, 3))


@pytest.mark.long
def test_undoing_the_figures_leaves_the_register_as_it_was():
    make_council()
    before = everything()
    run = imported(FILE.name, FILE.read_bytes())
    operations.undo(run=run, by=officer(), on=ON)
    assert everything() == before


def costs(*rows):
    """A file of placement costs."""
    return csv(COSTS, *rows)


def test_costs_are_imported_beside_a_census_by_the_label_or_the_name_of_the_group():
    census = looked_after.census()
    run = imported(
        "costs.csv",
        costs(f"2015-12-01,{AGENCY},£48 000,Finance",
              "2015-12-01,external_residential,166000,Finance"),
    )  # fmt: skip
    assert run.files[0]["kind"] == "placement-costs"
    assert dict(census.unit_costs.values_list("group", "pounds")) == {
        "agency_foster": 48_000, "external_residential": 166_000,
    }  # fmt: skip
    again = checked("costs.csv", costs(f"2015-12-01,{AGENCY},48500,Finance"))
    assert (again.added, again.changed) == (0, 1)


def test_a_cost_that_belongs_nowhere_or_contradicts_another_is_refused():
    looked_after.census()
    rows = [f"2015-12-01,{AGENCY},{pounds},Finance" for pounds in (48_000, 49_000)]
    assert set(refusals(checked("costs.csv", costs(*rows)))) == {2, 3}
    rows = [f"2015-12-02,{AGENCY},1,Finance", f"2015-12-01,{AGENCY},1,", f"soon,{AGENCY},1,Finance"]
    found = refusals(checked("costs.csv", costs(*rows)))
    day = "Date of the count"
    assert {row: column for row, (column, _) in found.items()} == {2: day, 3: "Source", 4: day}
    assert "no count of this date" in found[2][1]


def test_costs_go_beside_our_own_census_alone_and_are_taken_back():
    elsewhere = make_council("elsewhere")
    looked_after.census(council=elsewhere)
    row = f"2015-12-01,{AGENCY},48000,Finance"
    assert set(refusals(checked("costs.csv", costs(row)))) == {2}
    looked_after.census()
    run = imported("costs.csv", costs(row))
    assert UnitCost.objects.get().census.council == make_council()
    operations.undo(run=run, by=officer(), on=ON)
    assert not UnitCost.objects.exists()
