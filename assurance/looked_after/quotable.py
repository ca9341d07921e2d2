"""What a report may quote of counts and returns of looked-after children, and of areas that the
council compares itself with. What counts children is a figure, so that small numbers are protected;
how many are looked after elsewhere was published by the government as it prints here."""

from assurance.figures.quotable import (
    QuotedRecord,
    active_rows,
    begun_by,
    by_number,
    by_population,
    chosen,
    plain,
    standing_between,
)
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.comparisons import ComparedArea, PublishedFigure
from assurance.looked_after.models.returns import Return


def _published(row):
    """The newest rate of looked-after children published of an area by the day, or None."""
    rows = PublishedFigure.objects.of(row.council).active().of_area(row.area_code, row.read_on)
    return next((item for item in rows if item.is_published and item.rate is not None), None)


def _rate(row):
    item = _published(row)
    return item and f"{item.rate.normalize():f} per 10,000 children"


def _rate_on(row):
    item = _published(row)
    return item and item.date


def _population(read):
    """A field of the newest published population of an area by the day."""

    def field(row):
        rows = PublishedFigure.objects.of(row.council).active().of_area(row.area_code, row.read_on)
        newest = next((item for item in rows if item.is_published and item.population), None)
        return newest and read(newest)

    return field


def _england_rate_on(row):
    rows = PublishedFigure.objects.of_areas(row.council, (), row.read_on)
    rows = rows.filter(measure="looked_after", rate__isnull=False).order_by("-date")
    newest = next((item for item in rows if item.is_published), None)
    return newest and newest.date


RECORDS = {
    "census": QuotedRecord(
        by_population(Census, "date"),
        {**plain("date source"), "cohort": lambda row: row.cohort.definition},
        begun_by("date"),
    ),
    "return": QuotedRecord(
        by_number(active_rows(Return)),
        {
            **plain("year_end covers_from covers_to"),
            "imported_on": lambda row: row.created_on,
        },
        begun_by("created_on"),
    ),
    "compared_area": QuotedRecord(
        by_number(active_rows(ComparedArea)),
        {
            **plain("area_name"),
            **chosen("role"),
            "rate": _rate,
            "rate_on": _rate_on,
            "population": _population(lambda item: f"{item.population:,} children"),
            "population_year": _population(lambda item: f"{item.date.year}"),
            "england_rate_on": _england_rate_on,
            **plain("from_date to_date source"),
        },
        standing_between("from_date", "to_date"),
    ),
}
