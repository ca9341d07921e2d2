"""Time between two periods of a figure of which no report has a value."""

import pytest

from assurance.accounts.models.accounts import Council
from reports.publication.figure_charts.chart import figure_chart
from tests.make.published_figures import edition
from tests.page_requests import words
from tests.publication.test_latest_figures import LIST, PAGE, latest, number

pytestmark = pytest.mark.django_db
HALVES = (
    ("2014-07-01", "2014-12-31", "1 July 2014 to 31 December 2014", "40"),
    ("2015-01-01", "2015-06-30", "1 January 2015 to 30 June 2015", "42"),
    ("2016-01-01", "2016-06-30", "1 January 2016 to 30 June 2016", "43"),
    ("2016-07-01", "2016-12-31", "1 July 2016 to 31 December 2016", "45"),
)


@pytest.fixture(autouse=True)
def _published():
    for start, end, when, text in HALVES:
        edition(number(text, end, start=start, when=when), period_end=end)


def test_a_missing_half_year_is_a_gap_in_every_line():
    [figure] = latest().values()
    chart = figure_chart(Council.objects.get(slug="netherby"), figure.strand)
    [own] = chart.line.series
    assert [[point.words for point in line] for line in own.stretches] == [
        ["40", "42"],
        ["43", "45"],
    ]
    assert figure.row_line.count("<path") == figure.small_line.count("<path") == 2


def test_a_missing_half_year_is_in_the_table_and_below_the_chart(client):
    page = words(client.get(PAGE))
    missing = "No value is published for 1 July to 31 December 2015."
    assert f"Rose from 42 to 43. {missing}" in page
    assert f"The line has a gap. {missing}" in page
    assert page.count("No value is published") == 2


def test_values_of_which_no_two_follow_each_other_have_no_line_and_a_reason(client):
    for start, end, when, text in (HALVES[0], HALVES[2], ("2017-07-01", "2017-12-31", "", "46")):
        row = number(text, end, key="dbs.due", start=start, when=when)
        edition(row, period_end=end)
    figure = latest()["dbs.due", ""]
    assert figure.change == "Rose from 43 to 46" and not figure.row_line and not figure.small_line
    assert "No line: gaps between values" in words(client.get(LIST))
