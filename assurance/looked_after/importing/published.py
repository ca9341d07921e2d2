"""National comparison figures as a file: the Department for Education's open data of children
looked after, a row for each area, year and measure.
"""

from collections.abc import Iterator
from datetime import date

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Column, Fault, Reading, Sheet, TargetRow, Values
from assurance.looked_after.models.comparisons import PublishedFigure
from assurance.looked_after.rules.areas import why_not_this_code
from assurance.looked_after.rules.days import AUTHORITY_YEAR_END
from assurance.tables.cells import Choice, Decimal, Text, Whole
from assurance.tables.table import Cell

SOURCE = "Department for Education, Children looked after in England including adoptions"
LICENCE = "Open Government Licence v3.0"
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

GIVEN_BACK = ("level", "measure", "population", "children", "rate", "source", "licence")


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
    """An area without its code or name, and a number that is not given at all."""
    code, name = AREA[values["level"]]
    if not values.get(name):
        yield Fault(name, "This is missing", "Enter the name of the area.")
    if not values.get(code):
        yield Fault(code, "This is missing", "Enter the code of the area, such as E06000014.")
    elif sentence := why_not_this_code(values[code]):
        yield Fault(code, "It is not the code of an area.", sentence)
    if values.get("children") is None and values.get("rate") is None:
        yield Fault("children", "Neither the number nor the rate is given", "Enter one or both.")


def resolve_row(values: Values, reading: Reading) -> Iterator[TargetRow]:
    """The published figure of a row, by area, measure and the 31 March that it is of."""
    code, name = AREA[values["level"]]
    details = {item: values.get(item) for item in ("children", "rate", "population")}
    mark = next(
        (item for item in (details["rate"], details["children"]) if isinstance(item, str)), ""
    )
    yield TargetRow(
        PublishedFigure,
        {
            "area_code": values[code],
            "measure": values["measure"],
            "date": date(values["year"], *AUTHORITY_YEAR_END),
        },
        {
            **{
                item: None if isinstance(number, str) else number
                for item, number in details.items()
            },
            "level": values["level"],
            "area_name": values[name],
            "mark": mark or IS_PUBLISHED,
            "source": values.get("source") or SOURCE,
            "licence": values.get("licence") or LICENCE,
        },
    )


def export_rows(council: Council) -> Iterator[Values]:
    """A row for each published figure that stands; what was printed in place of a number comes
    back where the number lacks."""
    rows = PublishedFigure.objects.of(council).active()
    month, day = AUTHORITY_YEAR_END
    for row in rows.filter(date__month=month, date__day=day).order_by("date", "pk").iterator():
        code, name = AREA[row.level]
        values = {each: getattr(row, each) for each in GIVEN_BACK}
        values |= {"year": row.date.year, code: row.area_code, name: row.area_name}
        if not row.is_published:
            values["rate" if row.rate is None else "children"] = row.mark
        yield values


NATIONAL_COMPARISON = Sheet(
    key="national-comparison",
    title="National comparison figures",
    about=(
        "Children looked after by area, number and rate per 10,000, as the Department for "
        "Education publishes them as open data. Name the areas that you compare with beside it."
    ),
    permission=Permission.RECORD_LOOKED_AFTER,
    columns=(
        Column("year", "time_period", Whole(1990, 2100), "2025", ("year", "reporting year"),
               required=True, filled=True),
        Column("level", "geographic_level", LEVEL, "Local authority", ("level",), required=True,
               filled=True),
        Column("country_code", "country_code", Text(12), "E92000001"),
        Column("country_name", "country_name", Text(120), "England"),
        Column("region_code", "region_code", Text(12), "E12000003"),
        Column("region_name", "region_name", Text(120), "Yorkshire and The Humber"),
        Column("la_name", "la_name", Text(120), "York", ("authority", "local authority")),
        Column("la_code", "new_la_code", Text(12), "E06000014", ("la code",)),
        Column("measure", "population_type", MEASURE,
               "Children looked after on 31 March each year", ("measure",), required=True,
               filled=True),
        Column("population", "population_estimate", PublishedNumber(Whole(0)), "34758",
               ("population aged 0 to 17",)),
        Column("children", "children_count", PublishedNumber(Whole(0)), "240", ("number",)),
        Column("rate", "rate_per_10000", PublishedNumber(Decimal(0)), "69", ("rate per 10,000",),
               required=True),
        Column("source", "source", Text(200), SOURCE),
        Column("licence", "licence", Text(120), LICENCE),
    ),
    wanted=resolve_row,
    faults=faults,
    standing=export_rows,
)  # fmt: skip
