"""The date over a table of what was counted is not after the report; one of plans may be."""

from datetime import date

import pytest

from reports.verdicts.registry import rule_called
from tests.checks.drawn import found

DATED = date(2016, 5, 10)
ROWS = (
    "| Home | Young people |",
    "| Own tenancy | 78 |",
    "| Hostel | 12 |",
)


def named(caption, *rows):
    """The words of the dates that the rule names over a table."""
    text = "\n".join((f"Table: {caption}", *(rows or ROWS)))
    rules = (rule_called("caption-after-report"),)
    return [row.fault.says.split("”")[0][1:] for row in found(text, rules=rules, paper_date=DATED)]


@pytest.mark.parametrize("day", ["11 May 2016", "1 June 2016", "December 2016", "31 March 2017"])
def test_a_day_or_month_after_the_report_is_named(day):
    assert named(f"Where young people lived, {day}") == [day]


@pytest.mark.parametrize("day", ["10 May 2016", "31 March 2016", "May 2016", "2016", "2016/17", ""])
def test_a_time_that_has_begun_is_left_in_peace(day):
    assert named(f"Where young people lived, {day}") == []


@pytest.mark.parametrize(
    "caption",
    [
        "Places planned for December 2016",
        "Forecast of children looked after, 31 March 2017",
        "Budget to 31 March 2017",
        "Actions due by 31 December 2016",
        "Target for December 2016",
        "Fees from 1 June 2016",
        "Timetable to December 2016",
    ],
)
def test_what_is_planned_or_expected_may_be_to_come(caption):
    assert named(caption) == []


def test_a_column_of_targets_makes_no_plan_of_the_others():
    rows = ("| Indicator | Quarter 3 | Target |", "| Plans | 163 | 150 |", "| Visits | 40 | 45 |")
    assert named("Indicators, 31 December 2016", *rows) == ["31 December 2016"]


def test_columns_that_are_all_of_plans_are_a_plan():
    rows = ("| Homes | Planned places | Forecast |", "| Ours | 16 | 15 |", "| Other | 40 | 45 |")
    assert named("Homes, 31 December 2016", *rows) == []


def test_a_table_without_numbers_counts_nothing():
    rows = ("| Who | What |", "| Director | Opens the home |", "| Chair | Visits it |")
    assert named("Openings, 31 December 2016", *rows) == []
