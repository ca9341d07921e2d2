"""National comparison figures as a file: the Department for Education's open data of children
looked after, a row for each area, year and measure.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Column, Fault, Sheet, Values
from assurance.imports.plan.lookup import Reading
from assurance.imports.plan.records import Record
from assurance.looked_after.models.comparisons import PublishedFigure
from assurance.looked_after.rules.comparison import why_not_this_code
from assurance.looked_after.rules.days import AUTHORITY_YEAR_END
from assurance.runtime.periods import today
from assurance.tables.cells import Choice, Decimal, Text, Whole
from assurance.tables.table import Cell

SOURCE = "Department for Education, Children looked after in England including adoptions"
LICENCE = "Open Government Licence v3.0"
# The year of the example row; an earlier one where it is still to come.
YEAR = 2025
# What official statistics print in place of a number: not applicable, not available, suppressed,
# low, unreliable.
MARKS = ("x", "z", "c", "k", "u", "low", ":", "..", "~")
# A number stands there; an empty mark would leave the mark that an earlier file gave.
IS_PUBLISHED = "none"
MEASURE = Choice(
    {
        "looked_after": (
            "Children looked after on 31 March each year",
            "Children looked after on 31 March",
            "CLA on 31 March",
        ),
        "starting": (
            "Children starting to be looked after each year",
            "Children who started to be looked after",
            "CLA started during the year",
        ),
        "ceasing": (
            "Children ceasing to be looked after each year",
            "Children who ceased to be looked after",
            "CLA ceased during the year",
        ),
    }
)
LEVEL = Choice(
    {
        "england": ("National", "England", "Country"),
        "region": ("Regional", "Region"),
        "authority": ("Local authority", "LA", "Authority"),
    }
)
# Level → the columns of its area's code and name.
AREA = {
    "england": ("country_code", "country_name"),
    "region": ("region_code", "region_name"),
    "authority": ("la_code", "la_name"),
}


class PublishedNumber:
    """A published number, or the mark that is printed in its place."""

    def __init__(self, read):
        self.read = read

    def __call__(self, cell: Cell, order: str = "") -> object:
        """The number, or the mark as a text."""
        if isinstance(cell, str) and cell.strip().casefold() in MARKS:
            return cell.strip().casefold()
        return self.read(cell, order)


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """A year that is not over, an area without its code or name, and no number at all."""
    code, name = AREA[values["level"]]
    if date(values["year"], *AUTHORITY_YEAR_END) > reading.today:
        yield Fault("year", "31 March of this year is still to come", "Check the year.")
    if not values.get(name):
        yield Fault(name, "This is missing", "Enter the name of the area.")
    if not values.get(code):
        yield Fault(code, "This is missing", "Enter the code of the area, such as E06000014.")
    elif sentence := why_not_this_code(values[code]):
        yield Fault(code, "It is not the code of an area.", sentence)
    if values.get("children") is None and values.get("rate") is None:
        yield Fault("children", "Neither the number nor the rate is given", "Enter one or both.")


def figure_fields(values: Values, reading: Reading, fields: Mapping) -> dict:
    """The fields of a figure: its area, its 31 March, and the mark in place of a number."""
    code, name = AREA[values["level"]]
    marks = [fields[item] for item in ("rate", "children") if isinstance(fields[item], str)]
    numbers = {
        item: None if isinstance(fields[item], str) else fields[item]
        for item in ("children", "rate", "population")
    }
    return {
        **fields,
        **numbers,
        "area_code": values[code],
        "area_name": values[name],
        "date": date(values["year"], *AUTHORITY_YEAR_END),
        "mark": marks[0] if marks else IS_PUBLISHED,
        "source": fields["source"] or SOURCE,
        "licence": fields["licence"] or LICENCE,
    }


def export_rows(council: Council) -> Iterator[tuple]:
    """Each published figure that stands, with its year and area; what was printed in place of a
    number comes back where the number lacks."""
    month, day = AUTHORITY_YEAR_END
    rows = PublishedFigure.objects.of(council).active().filter(date__month=month, date__day=day)
    for figure in rows.order_by("date", "pk").iterator():
        code, name = AREA[figure.level]
        values = {"year": figure.date.year, code: figure.area_code, name: figure.area_name}
        if not figure.is_published:
            values["rate" if figure.rate is None else "children"] = figure.mark
        yield figure, values


FIGURE = Record(
    PublishedFigure,
    by=("area_code", "measure", "date"),
    fields=figure_fields,
    columns=(
        Column("year", "time_period", str(YEAR), ("year", "reporting year"), required=True,
               filled=True, read=Whole(1990, 2100)),
        Column("level", "geographic_level", "Local authority", ("level",), required=True,
               filled=True, read=LEVEL),
        Column("country_code", "country_code", "E92000001", read=Text(12),
               condition="in a row of a country"),
        Column("country_name", "country_name", "England", read=Text(120),
               condition="in a row of a country"),
        Column("region_code", "region_code", "E12000003", read=Text(12)),
        Column("region_name", "region_name", "Yorkshire and The Humber", read=Text(120)),
        Column("la_name", "la_name", "York", ("authority", "local authority"), read=Text(120),
               condition="in a row of an authority"),
        Column("la_code", "new_la_code", "E06000014", ("la code",), read=Text(12),
               condition="in a row of an authority"),
        Column("measure", "population_type", "Children looked after on 31 March each year",
               ("measure",), required=True, filled=True, read=MEASURE),
        Column("population", "population_estimate", "34758", ("population aged 0 to 17",),
               read=PublishedNumber(Whole(0))),
        Column("children", "children_count", "240", ("number",), read=PublishedNumber(Whole(0))),
        Column("rate", "rate_per_10000", "69", ("rate per 10,000",), required=True,
               read=PublishedNumber(Decimal(0))),
        Column("source", "source", SOURCE),
        Column("licence", "licence", LICENCE),
    ),
)  # fmt: skip
NATIONAL_COMPARISON = Sheet(
    key="national-comparison",
    title="National comparison figures",
    about="Children looked after by area, number and rate per 10,000, as the Department "
    "for Education publishes them as open data. Name the areas that you compare with.",
    permission=Permission.RECORD_LOOKED_AFTER,
    records=(FIGURE,),
    faults=faults,
    standing=export_rows,
    example=lambda council: {"year": min(YEAR, today().year - 1)},
)
