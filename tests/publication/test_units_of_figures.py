"""The noun of a figure’s value, and the words for its change where lengths of time differ."""

from dataclasses import replace

import pytest

from tests.make.published_figures import indexed
from tests.publication.test_latest_figures import latest, number

pytestmark = pytest.mark.django_db


def test_a_value_over_another_length_of_time_was_published_before():
    half = {"start": "2014-07-01", "end": "2014-12-31", "when": "1 July to 31 December 2014"}
    month = {"start": "2015-11-01", "end": "2015-11-30", "when": "November 2015"}
    indexed(number("12", **half))
    indexed(number("4", **month))
    [figure] = latest().values()
    assert (figure.point.text, figure.change) == ("4", "Counted differently before")


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        (number("1", unit="findings"), "finding"),
        (number("1", unit="children"), "child"),
        (number("1", unit="people"), "person"),
        (number("1", unit="breaches"), "breach"),
        (number("2", unit="findings"), "findings"),
        (number("0", unit="findings"), "findings"),
    ],
)
def test_one_of_a_unit_has_its_noun_for_one(value, unit):
    indexed(replace(value, base_count=None))
    [figure] = latest().values()
    assert figure.unit == unit
