"""The line of months and the rates of the overview of 2020 are those of the records."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest

from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.comparisons import PublishedFigure
from reports.documents.document import Chart, Table, text_of
from tests.demonstration.reading import each
from tests.demonstration.whole import document
from tests.reckoning.months import add_months, month_end

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("everything")]
DAY = date(2019, 12, 31)
OWN, ENGLAND = "E06000991", "E92000001"
NEIGHBOURS = ("E06000992", "E06000993", "E06000994")


def drawn(kind, words):
    """The one table or chart of the overview whose caption has these words."""
    [found] = [
        item for item in each(document("overview-2020").sections, kind) if words in item.caption
    ]
    return found


def cells(table):
    """The texts of a table, row by row."""
    return [[text_of(cell) for cell in row] for row in table.rows]


def rounded(number):
    """To one decimal, as rates are printed."""
    return number.quantize(Decimal("0.1"), ROUND_HALF_UP)


@pytest.mark.long
def test_the_line_has_the_children_of_thirteen_ends_of_months():
    chart = drawn(Chart, "at the end of each month")
    days = [month_end(add_months(DAY.replace(day=1), -number)) for number in range(12, -1, -1)]
    totals = dict(Census.objects.in_force().filter(date__in=days).values_list("date", "total"))
    assert len(totals) == len(days) == 13
    assert [row[-1] for row in cells(chart.table)] == [str(totals[day]) for day in days]
    assert [row[0] for row in cells(chart.table)] == [f"{day:%-d %B %Y}" for day in days]
    first, last = totals[days[0]], totals[days[-1]]
    assert f"rose from {first} to {last}" in chart.finding


def test_the_rates_are_our_own_count_and_what_was_published_last():
    rows = PublishedFigure.objects.filter(measure="looked_after", date=date(2019, 3, 31))
    published = {row.area_code: row for row in rows}
    total = Census.objects.in_force().get(date=DAY).total
    own = rounded(Decimal(total * 10_000) / published[OWN].population)
    near = [published[code].rate for code in NEIGHBOURS]
    expected = [own, published[ENGLAND].rate, rounded(sum(near) / len(near)), *near]
    lines = cells(drawn(Table, "per 10,000 children"))
    assert [line[0] for line in lines[:2]] == ["Eborford", "England"] and all(map(all, lines))
    found = [Decimal(line[-1]) for line in lines]
    assert found == expected
    assert len(set(found)) > 3
