"""Days as officers write them: read in one way, asked about, or refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.tables.cells import Ambiguous, Day, day_order, looks_like_a_day
from assurance.tables.table import Unreadable
from tests.sweeping import swept

FIRST_OF_MARCH = date(2015, 3, 1)
DAYS = st.dates(date(1955, 1, 1), date(2100, 12, 31))
WAYS = (
    *("%Y-%m-%d", "%Y/%m/%d", "%-d %B %Y", "%d-%b-%Y", "%d %b %Y", "%B %-d, %Y", "%A %-d %B %Y"),
    *("%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%d%b%Y", "%d-%b-%Y %H:%M", "%-d. %B %Y"),
)


def refused(cell, order=""):
    """What is wrong with a cell and what would be right."""
    with pytest.raises(Unreadable) as why:
        Day()(cell, order)
    return f"{why.value.wrong} {why.value.right}"


@swept(
    [
        *("2015-03-01", "2015/03/01", "2015-3-1", "2015-03-01 00:00:00", "2015-03-01T00:00:00Z"),
        *("1 March 2015", "1st March 2015", "1-Mar-2015", "01-MAR-2015", "1 mar. 2015"),
        *("1st of March 2015", "March 1, 2015", "Sunday 1 March 2015", "Sun, 1 March 2015"),
        *(42064, 42064.75, "42064", "42064.5", FIRST_OF_MARCH),
    ]
)
def test_a_day_that_can_be_read_in_one_way_is_read(cell):
    for order in ("", "dmy", "mdy"):
        assert Day()(cell, order) == FIRST_OF_MARCH


@pytest.mark.parametrize(
    "cell", ["01/03/2015", "1.3.2015", "1-3-2015", "01 03 2015", "1/3/2015 14:22", "1 / 3 / 2015"]
)
def test_figures_are_read_in_the_order_of_their_column(cell):
    assert Day()(cell, "dmy") == FIRST_OF_MARCH
    assert Day()(cell, "mdy") == date(2015, 1, 3)
    with pytest.raises(Ambiguous) as asked:
        Day()(cell)
    assert "as day, month, year or as month, day, year" in asked.value.wrong


def test_figures_that_can_be_read_in_one_way_need_no_order():
    assert Day()("31/01/2015") == date(2015, 1, 31)
    assert Day()("01/31/2015") == date(2015, 1, 31)
    assert Day()("04/04/2015") == date(2015, 4, 4)


def test_an_order_is_kept_to():
    assert "no such month" in refused("01/31/2015", "dmy")
    assert "no such month" in refused("31/01/2015", "mdy")


@pytest.mark.parametrize("cell", ["01/03/15", "1-Mar-15", "31.12.99", "March 1, 15"])
def test_two_figures_are_no_year(cell):
    assert "four figures" in refused(cell)


@swept(
    [
        *("01/03/0216", "0216-03-01", "1 March 1899", "01/03/2101", "1/13/0216", "1 March 216"),
        *(date(216, 3, 1), date(2101, 1, 1)),
    ]
)
def test_a_year_that_cannot_be_is_refused(cell):
    said = refused(cell)
    assert "between 1900 and 2100" in said
    assert str(cell) not in said
    # Four figures are no advice to whoever wrote four.
    short = cell == "1 March 216"
    assert ("with four figures" in said) is short and ("Check the year" in said) is not short


@swept(
    [
        *(("30/02/2015", "no such date"), ("2015-02-29", "no such date")),
        *(("32/01/2015", "no such date"), ("31 June 2015", "no such date")),
        *(("2015-13-01", "no such month"), ("0/1/2015", "no such date")),
        *(("1 Marsh 2015", "not a date"), ("soon", "not a date"), ("2015", "not a date")),
        *(("March 2015", "not a date"), ("01/03-2015", "not a date"), (2015, "number, not a date")),
        *((19_999, "number, not a date"), (80_001, "number, not a date")),
        *((True, "number, not a date"), ("12345", "number, not a date")),
    ]
)
def test_what_is_no_day_says_what_would_be_right(cell, said):
    told = refused(cell)
    assert said in told
    assert "31/01/2016" not in told, "what was meant is not known"


@pytest.mark.parametrize("cell", ["31/02/2020", "2015-02-29", "31 June 2015", "32/01/2015"])
def test_a_day_that_its_month_has_not_is_checked_in_the_records(cell):
    told = refused(cell)
    assert "The month has no such day: check the date in your records." in told
    assert "in that order" not in told, "it was written in that order"


def test_an_empty_cell_is_no_day():
    assert Day()(None) is None


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        *((["01/02/2015", "31/01/2015"], "dmy"), (["01/02/2015", "01/31/2015"], "mdy")),
        (["01/02/2015", "2015-03-01"], ""),
        (["1.2.2015", None, 42064, FIRST_OF_MARCH, "soon"], ""),
        *((["31/01/2015", "01/31/2015"], None), ([], "")),
    ],
)
def test_one_cell_settles_its_column(cells, order):
    assert day_order(cells) == order
    assert day_order(reversed(cells)) == order


@given(DAYS, st.sampled_from(WAYS))
def test_whatever_way_a_day_is_written_it_is_that_day(day, way):
    assert Day()(day.strftime(way)) == day
    assert looks_like_a_day(day.strftime(way))


@given(DAYS, st.sampled_from(["dmy", "mdy"]), st.sampled_from("/.- "))
def test_a_day_in_figures_is_read_or_asked_about_and_never_guessed(day, order, sign):
    parts = {"d": f"{day:%d}", "m": f"{day:%m}", "y": f"{day:%Y}"}
    cell = sign.join(parts[one] for one in order)
    assert Day()(cell, order) == day
    try:
        assert Day()(cell) == day
    except Ambiguous:
        assert day.day <= 12 and day.day != day.month


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_a_day(text):
    looks_like_a_day(text)
    try:
        assert 1900 <= Day()(text).year <= 2100
    except Unreadable as why:
        assert why.wrong.endswith(".")


@swept(["1 ", "1", "1/", "jan ", "sunday ", "of ", " ", "1 jan 2015 "])
def test_no_long_text_keeps_the_reading_waiting(piece):
    text = piece * 20_000 + "x"
    assert not looks_like_a_day(text)
    assert day_order([text]) == ""
    assert "not a date" in refused(text)
