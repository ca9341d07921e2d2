"""What a chart says as a table."""

from assurance.govuk.chart_shapes import Bar, Chart


def chart(*bars, **said):
    """A chart of (label, size, words, series) each."""
    usual = {"anchor": "x", "title": "T", "description": "D", "heading": "Wave"}
    return Chart(bars=tuple(Bar(*one) for one in bars), **{**usual, **said})


TWO = (("2015", 65, "65%", "A"), ("2015", 40, "40%", "B"), ("2017", 54, "54%", "A"))


def test_a_single_series_is_a_table_of_two_columns():
    shown = chart(("2015", 65, "65%"), ("2017", None, ""), values="Said yes")
    assert shown.heads == ["Said yes"]
    assert shown.rows == [("2015", ["65%"]), ("2017", ["–"])]


def test_each_series_is_a_column_in_its_order_and_a_gap_is_a_dash():
    assert chart(*TWO).heads == ["A", "B"]
    assert chart(*TWO).rows == [("2015", ["65%", "40%"]), ("2017", ["54%", "–"])]


def test_a_stacked_row_says_its_sum_unless_one_part_is_not_known():
    shown = chart(*TWO, ("2018", None, "–", "A"), ("2018", 3, "3", "B"), stacked=True)
    assert shown.heads == ["A", "B", "Total"]
    assert [cells[-1] for _, cells in shown.rows] == ["105", "54", "not all known"]


def test_a_stacked_row_says_the_total_it_is_given():
    shown = chart(*TWO, stacked=True, totals={"2017": "54 and some"})
    assert [cells[-1] for _, cells in shown.rows] == ["105", "54 and some"]


def test_thousands_are_parted():
    assert chart(("x", 1764, "1,764"), stacked=True).rows[0][1][-1] == "1,764"
