"""A live figure that rose or fell for so many years, or from what it was: each of those values."""

from dataclasses import replace
from datetime import date

import pytest

from reports.checks.context import RecordedState
from reports.figure_constraints.stretches import stretches
from reports.verdicts.run import check
from tests.checks.drawn import KNOWN, reading

NOW = "{{188|looked_after.children|2015-12-01}}"
THEN = "{{210|looked_after.children|2015-01-01}}"


def findings(text, **counts):
    """How many sentences are denied, where records have `counts` of each year's December."""

    def recorded(entry, first, last):
        count = counts.get(f"in_{first.year}") if first <= date(first.year, 12, 1) <= last else None
        return count and RecordedState(entry.title, f"{first}", count)

    return len(check(reading(text), replace(KNOWN, values=recorded), [stretches]))


@pytest.mark.parametrize(
    ("counts", "denied"),
    [
        ({"in_2014": 200, "in_2013": 220, "in_2012": 230}, 0),
        ({"in_2014": 200, "in_2013": 190, "in_2012": 230}, 1),
        # What two of the three years were is known to no one.
        ({"in_2014": 200}, 1),
    ],
)
def test_each_year_of_a_run_is_held_against_the_records(counts, denied):
    for words in ("for the third year in a row", "for the third consecutive year"):
        assert findings(f"The number of children fell {words} to {NOW}.", **counts) == denied
    years = f"The number of children fell for three years running to {NOW}."
    assert findings(years, **counts) == denied


@pytest.mark.parametrize(
    ("counts", "denied"),
    [({"in_2014": 200, "in_2013": 190}, 0), ({"in_2014": 200, "in_2013": 180}, 1), ({}, 1)],
)
def test_the_lowest_of_years_is_held_against_each_of_them(counts, denied):
    assert findings(f"At {NOW}, the number is at its lowest for two years.", **counts) == denied


def test_a_course_from_a_figure_is_held_against_the_last_of_the_report():
    for words, denied in (
        ("more than doubled from", 1),
        ("doubled from", 1),
        ("rose from", 1),
        ("fell sharply from", 0),
        ("fell from", 0),
    ):
        text = f"The number of children {words} {THEN}.\n\nThere were {NOW} on 1 December 2015."
        assert findings(text) == denied, words
    assert findings(f"The number of children rose from {THEN} to 240 in March 2015.") == 0
