"""The words of a change, which tiles, figure pages, search, comparison and charts share."""

import pytest

from assurance.charts.findings import FELL, ROSE, Value, change, steps_of


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        ("", "rose from 188 to 196"),
        ("30 June 2015", "rose from 188 on 30 June 2015 to 196"),
        ("2014", "rose from 188 (2014) to 196"),
        ("1 January to 30 June 2015", "rose from 188 (1 January to 30 June 2015) to 196"),
    ],
)
def test_a_step_names_both_values_and_the_date_of_the_first(when, sentence):
    assert steps_of(ROSE, "188", "196", when) == sentence
    assert steps_of(FELL, "188", "196", when) == sentence.replace(ROSE, FELL)


def test_a_chart_and_a_tile_say_the_same_step():
    values = [Value(188, "188", "1 December 2014"), Value(196, "196", "1 December 2015")]
    title = change("Children in care", values)
    assert title.startswith(f"Children in care {steps_of(ROSE, '188', '196')} between")
    for word in ("better", "worse", "improved", "declined"):
        assert word not in title
