"""What the demonstration has of looked-after children elsewhere: England, its region, its own area
and three neighbours over seven years, as if published, every number of it invented.
"""

from datetime import date

from assurance.imports.checks import check
from assurance.imports.operations import import_files
from assurance.looked_after.importing.published import NATIONAL_COMPARISON
from assurance.looked_after.models.comparisons import ComparedArea
from assurance.records import operations
from assurance.tables.reader import read
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil

FILE, LATER_FILE = "national-comparison.csv", "national-comparison-2019.csv"
DAY, LATER_DAY, SINCE = date(2015, 12, 21), date(2019, 12, 16), date(2014, 4, 1)
SOURCE = "Invented for the demonstration"
# Code → the role and the name of an area that the council compares itself with.
AREAS = {
    "E06000991": ("own", "Eborford"),
    "E12000099": ("region", "Northern region"),
    "E06000992": ("neighbour", "Aldermere"),
    "E06000993": ("neighbour", "Castlebrook"),
    "E06000994": ("neighbour", "Thornby"),
}


def compare(founded: FoundedCouncil, on: date):
    """Names the comparison areas, and imports what is published of them."""
    own = {"by": founded.accounts["officer"], "on": on}
    for code, (role, name) in AREAS.items():
        fields = {"role": role, "area_code": code, "area_name": name, "source": SOURCE}
        operations.create(
            model=ComparedArea,
            council=founded.council,
            from_date=SINCE,
            to_date=None,
            **fields,
            **own,
        )
    _import(founded, FILE, on)


def follow(founded: FoundedCouncil, on: date):
    """Imports what was published of them since."""
    _import(founded, LATER_FILE, on)


def _import(founded, name, on):
    tables = read(name, (texts.FIXTURES / "demonstration" / name).read_bytes())
    context = {"kinds": (NATIONAL_COMPARISON,), "by": founded.accounts["officer"], "on": on}
    run = check(council=founded.council, tables=tables, **context)
    import_files(run=run, **context)
